"""Lists of posts that have a seat: cut into posts, in prose and in rows, and the body whose seats they are.

Invariant: a seat is a post (it holds a role head) and no named person; what it is called is printed at its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .context import Context
from .document import Block
from .names_grammar import name_at
from .names_people import label_of
from .names_phrases import role_end
from .names_tokens import Tokens
from .remits_scope import row_name
from .words import table, words

_TAIL = re.compile(
    r"(?:\s*[-,(]\s*)?(?:\(?\s*(?:as\s+(?:appropriate|required|necessary|needed)|where\s+(?:appropriate|required)|when\s+required|if\s+required|tbc|to\s+be\s+(?:confirmed|appointed)|vacan(?:t|cy)|from\s+direction|non-?voting|voting|(?:as\s+an?\s+)?ex[\s-]officio(?:\s+members?)?|\bor\s+(?:their\s+|his\s+|her\s+|a\s+)?(?:nominee|deputy|representative|substitute|delegate|nominated\s+\w+)s?|by\s+invitation)\s*\)?|\(\s*(?:(?:vice[\s-])?chair(?:man|person)?|(?:as\s+an?\s+)?observer|secretary|minutes)\s*\))\s*[.;,]?\s*$",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"^(?:(?:up\s+to|at\s+least|not?\s+(?:more|less|fewer)\s+than|a\s+(?:minimum|maximum)\s+of|between\s+\w+\s+and)\s+)?(?:limited\s+to\s+)?(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})(?:\s*x)?\s+)?(?:\(?\d{1,2}\)?\s+)?(?:(?:the|an?|all|each|any|our|its|their|both|relevant|appropriate)\s+)*",
    re.IGNORECASE,
)
_CHAIRING = re.compile(
    r"\(\s*(?:independent\s+)?chair(?:man|person)?\s*\)|\bwho\s+(?:will|shall|is\s+to)\s+(?:also\s+)?(?:be\s+(?:the\s+)?)?chair(?:man|person)?\b|\s[-,]\s*chair(?:man|person)?\s*$",
    re.IGNORECASE,
)
_ANYBODY = frozenset(
    {
        "members",
        "member",
        "officers",
        "officer",
        "senior officers",
        "staff",
        "representatives",
        "governors",
        "trustees",
        "directors",
        "councillors",
        "others",
        "partners",
        "commissioners",
    }
)
_HEADINGS = frozenset(
    {
        "member",
        "members",
        "substitute",
        "substitutes",
        "organisation",
        "name",
        "role",
        "post",
        "title",
        "position",
        "job",
        "representative",
        "representing",
        "deputy",
    }
)
_NUMBERS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"})
_JOINTS = frozenset({",", ";", "and", "&", "plus", "together", "along"})
CAPACITIES = (
    ("chair", re.compile(r"^(?:independent\s+)?chair(?:man|woman|person|ed\s+by)?(?:\s+person)?$")),
    ("attendee", re.compile(r"^(?:also\s+|others?\s+)?(?:in attendance|attendees?|attending|attendance)\b|^officers? in attendance|^observers?|^(?:officer|secretariat) support$|^advis[eo]rs?$|^co-?optees?$|^invitees?$")),
    ("member", re.compile(r"^(?:(?:core|voting|standing|full|board|committee|panel|group|ex[ -]officio|executive|non-voting|permanent)\s+)*(?:members?|membership|composition|constitution and membership)(?:\s+of\s+the\s+\w+)?$")),
)  # fmt: skip


class Seat(NamedTuple):
    """A post with a seat, and where it is printed in its block."""

    role: str
    start: int
    end: int
    chair: bool


def capacity_of(label: str) -> str | None:
    """The capacity that the label of a row or list gives (MEMBERS, Attendees, CHAIR)."""
    text = label_of(label[:70])
    return next((name for name, form in CAPACITIES if form.match(text)), None)


def pieces(context: Context, block: Block, start: int, end: int) -> Iterator[Seat]:
    """The posts of a list printed in `block.clean[start:end]`."""
    tokens = context.names.tokens(block)
    first = next((i for i, s in enumerate(tokens.starts) if s >= start), len(tokens.words))
    last = next((i for i, s in enumerate(tokens.starts) if s >= end), len(tokens.words))
    cut, at, held, depth = first, first, False, 0
    posts = {m.start: m.end for m in context.names.mentions(block) if m.kind == "post"}
    while at < last:
        if (stop := posts.get(tokens.starts[at])) and stop <= end:
            held = True
            while at < last and tokens.starts[at] < stop:
                at += 1
            continue
        depth += (tokens.words[at] == "(") - (tokens.words[at] == ")")
        role = role_end(tokens, at)
        if role and role <= last:
            held, at = True, role
            continue
        if depth <= 0 and held and tokens.lower[at] in _JOINTS and _goes_on(tokens, at + 1, last):
            yield from _seat(context, block, tokens, cut, at)
            cut, held = at + 1, False
        elif depth <= 0 and not held and tokens.lower[at] in _JOINTS and _post_next(tokens, at + 1, last):
            cut = at + 1
        at += 1
    yield from _seat(context, block, tokens, cut, last)


def _post_next(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a post, article aside, begins right at token `at`: what stood before it in the list was none."""
    while at < last and tokens.lower[at] in _JOINTS | {"the", "a", "an", "with"}:
        at += 1
    whole = name_at(tokens, at) if at < last else None
    return whole is not None and whole.kind == "post" and tokens.lower[at] not in words("portfolio_words")


def _goes_on(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a further post of a list begins at token `at`: a role head comes before the next joint."""
    while at < last and tokens.lower[at] in _JOINTS | {"the", "a", "an", "with"}:
        at += 1
    if at < last and tokens.lower[at] in _NUMBERS:
        return True
    whole = name_at(tokens, at) if at < last else None
    if whole and whole.kind == "post" and whole.end <= last and role_end(tokens, whole.start) != whole.end:
        return tokens.lower[at] not in words("portfolio_words") or whole.head == whole.end
    here = at
    depth = 0
    while here < last:
        depth += (tokens.words[here] == "(") - (tokens.words[here] == ")")
        if role_end(tokens, here):
            return not (tokens.lower[here] in words("portfolio_words") and here == at)
        if depth <= 0 and tokens.lower[here] in _JOINTS:
            plain = tokens.lower[here] == "and" and here > at and not any(tokens.caps[at:here])
            if not plain or (here + 1 < last and tokens.caps[here + 1]):
                return False
        here += 1
    return False


def _seat(context: Context, block: Block, tokens: Tokens, first: int, last: int) -> Iterator[Seat]:
    while first < last and (tokens.lower[first] in _JOINTS | {"with"} or tokens.words[first] in ":-."):
        first += 1
    if first >= last:
        return
    start, end = tokens.starts[first], tokens.ends[last - 1]
    seat = seat_of(context, block, start, end)
    if seat:
        yield seat


def seat_of(context: Context, block: Block, start: int, end: int) -> Seat | None:
    """The post that `block.clean[start:end]` is, marks and a holder's name left out; None if it is none."""
    text = block.clean[start:end]
    for person in context.names.mentions(block):
        if person.kind == "person" and start <= person.start < end:
            if person.start - start < 3:
                return None
            text = block.clean[start : person.start]
            break
    text = re.sub(r"^\([^()]*\)\s*|\s+\+\s.*$", "", text)
    text = re.sub(r",?\s+(?:appointed|nominated|elected|chosen|selected|drawn)\s+(?:by|from|in)\b.*$", "", text)
    text = re.sub(
        r",?\s+(?:one|two|some|at\s+least\s+\w+)\s+of\s+whom\b.*$|,?\s+who\s+(?:will|shall|is|may)\b.*$", "", text
    )
    chair = bool(_CHAIRING.search(block.clean[start:end]))
    while (shorter := _TAIL.sub("", text.rstrip(" .;,:-("))) != text and shorter:
        text = shorter
    text = re.sub(r"[\s;,]+(?:and|or)$", "", _COUNT.sub("", text.strip()).strip(" .;,:-"))
    loose = re.search(r",?\s+(?:and|or)\s+(?=[a-z][^,]*$)", text)
    if loose and not any(
        w in words("role_heads") or w.rstrip("s") in words("role_heads") for w in text[loose.end() :].lower().split()
    ):
        text = text[: loose.start()]
    tokens = context.names.tokens(block)
    inside = [i for i, s in enumerate(tokens.starts) if start <= s < end]
    if not text or len(text.split()) > 16 or not any(role_end(tokens, i) for i in inside) or text.lower() == "the":
        return None
    if text[:1].islower() and text.count(",") and text.endswith("s"):
        return None
    if text.lower() in _ANYBODY or not set(re.findall(r"[a-z]+", text.lower())) - _HEADINGS:
        return None
    if re.search(
        r"\b(?:will|shall|must|is|are|may|should|who|which|has|have|cannot|can|made\s+up|holds?|serves?|sits?|attends?)\b",
        text,
    ):
        return None
    return Seat(text, start, end, chair)


def body_about(context: Context, block: Block) -> str | None:
    """The body whose terms of reference or section a block stands in."""
    if block.cell and (name := row_name(context, block)):
        return context.names.resolve(name, block)
    return context.names.generics.about(block) or _defined(context) or context.head.body


def _defined(context: Context) -> str | None:
    """In terms of reference, the body that they introduce as `the Committee` or the like."""
    if context.head.kind != "terms":
        return None
    generics = table("body_generics")
    return next(
        (
            s.name
            for s in context.names.shorts
            if s.rule == "introduced" and s.kind == "body" and s.alias.lower() in generics
        ),
        None,
    )
