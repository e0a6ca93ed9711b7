"""Duties of prose and lists: what the text lays on somebody by its modal verbs, and by the stems of its lists.

Invariant: each duty has one bearer that its own passage or the stem above it names; what is done already, wished,
permitted or foreseen is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .bearers import agent, subject
from .context import Context
from .document import Block
from .duties_acts import NO_DUTY, STEM, acts, kept_out, listed
from .duties_imposed import imposed
from .duties_passive import follows, further, noted, passive, who_meets
from .duties_stems import POINTS, headed, who_acts
from .duty import LONGEST, Duty, antecedent, article_at, carried, ends, last_named, named, plain_case
from .instruments import in_terms, mandate_at
from .remits import VESTS, functions, listed_remit
from .remits_scope import governs, stem_body
from .sentences import sentences
from .sought import Sought

_MODAL = Sought(
    re.compile(
        r"\b(?P<m>(?:will|shall|would)\s+(?:also\s+|then\s+)?be\s+(?:required|obliged|expected\s+and\s+required|directed)\s+to|must|shall"
        r"|(?:is|are|was|were|be)\s+(?:also\s+|now\s+)?(?:legally\s+|statutorily\s+)?(?:required|obliged|bound|mandated|directed|instructed)(?:\s+(?:by|under|in)\s+(?:[^,.;]{3,110}?))?\s+to"
        r"|(?:is|are)\s+to(?=\s+[a-z])"
        r"|(?:has|have)\s+(?:also\s+)?(?:an?|the)\s+(?:\w+\s+){0,2}?(?:duty|obligation)(?:\s+under\s+[^,.;]{3,90}?)?\s+to"
        r"|(?:has|have|had)\s+(?:also\s+)?been\s+(?:tasked|charged)\s+(?:to|with)|(?:is|are)\s+(?:tasked|charged)\s+with(?=\s+\w+ing)"
        r"|(?:is|are)\s+under\s+an?\s+(?:\w+\s+)?(?:duty|obligation)(?:\s+under\s+[^,.;]{3,80}?)?\s+to"
        r"|will|would|to(?=\s+be\s+\w+(?:ed|en)\b)|undertakes?\s+to"
        r"|(?:(?:is|are|be)\s+)responsible\s+for(?=\s*:|\s+\w+ing))\b\s*(?::\s*-?|[-–]\s*$)?",
        re.IGNORECASE,
    ),
    "must",
    "shall",
    "to be ",
    "will",
    "would",
    "undertake",
    "required",
    "obliged",
    "bound",
    "mandated",
    "directed",
    "instructed",
    "duty",
    "obligation",
    "tasked",
    "charged",
    "responsible",
    "is to",
    "are to",
)
_OWN_DUTY = Sought(
    re.compile(
        r"\b(?:its|their|the\s+[A-Z]\w+'s)\s+(?:\w+\s+){0,2}dut(?:y|ies)\s+under\s+(?P<u>[^,.;]{4,80}?)\s+to\s+(?=[a-z])"
    ),
    "duty",
    "duties",
)
_YOU = re.compile(r"\bAs\s+an?\s+(?P<who>[A-Z][\w' -]*?)(?:\s+(?:of|on|with)\s[^,]{3,60}?)?,?\s+you$")
_FINITE = re.compile(r"\b(?:shall|will|must|may|should|is|are)\b")
_GROUPS = re.compile(
    r"\bfollowing\s+(?:\w+\s+)?(?:groups|categories|people|persons|members|interests|bodies|organisations|places|criteria)\s*:?\s*-?$",
    re.IGNORECASE,
)
"""A stem whose list says only who or what is meant."""
_SEATED = re.compile(r"(?:one|two|three|four|five|six|\d+)\s[^;]*?\b(?:who|of\s+whom)$", re.IGNORECASE)
"""A seat of a list with what its holder does (`one independent member, who will chair`)."""
_IN_PASSIVE = re.compile(
    r"(?!be\s+responsible)(?:also\s+|normally\s+|\w+ly\s+)?be\s+(?:\w+ly\s+)?[\w-]+(?:ed|en|t|de|ld|nd|wn|ne|ut|up)\b"
)
_OWN_SUBJECT = re.compile(
    r"(?:\(\w{1,4}\)\s*)?(?:[Tt]he|[Aa]n?|[Ee]ach|[Ee]very)\s+[A-Z][\w'&-]*(?:\s+[\w'&-]+){0,8}?\s+(?:must|shall|will|is\s+to|are\s+to)\b"
)
"""An item that says itself who is to do it, whatever the stem or heading of its list says."""
_JOINED = re.compile(r"\b(?:and|or|but)\s+(?:also\s+|then\s+|in\s+turn\s+|where\s+\w+,?\s+)?$", re.IGNORECASE)


def duties(context: Context) -> tuple[Duty, ...]:
    """All duties of prose and lists whose bearer is known, in order (tasks and terms-of-reference items apart)."""
    return tuple(duty for duty in _all(context) if duty.bearer)


def open_duties(context: Context) -> tuple[Duty, ...]:
    """The duties in the passive that the text lays on nobody it names; their bearer is empty."""
    return tuple(duty for duty in _all(context) if not duty.bearer)


@lru_cache(maxsize=8)
def _all(context: Context) -> tuple[Duty, ...]:
    out: list[Duty] = []
    done: set[int] = set()
    for block in context.document.blocks:
        if block.index in done:
            continue
        if who := who_acts(block.clean) if len(block.clean) < 300 else None:
            items = headed(context.document, block) if block.kind == "heading" else context.document.items(block)
            items = [item for item in items if not _OWN_SUBJECT.match(item.clean)]
            if items:
                done.update(b.index for b in items)
                bearer = named(context, plain_case(block.clean[slice(*who)]), block) or ""
                whole = Duty(block, 0, len(block.clean), len(block.clean), bearer, "actions-list")
                out.extend(listed(context, items, whole))
                continue
        if block.kind == "heading":
            continue
        spans = sentences(block.clean)[1 if listed_remit(context, block) else 0 :]
        if stem_body(context, block) and any(listed_remit(context, b) for b in context.document.items(block)):
            spans = spans[:-1]
        for start, end in spans:
            if end - start >= LONGEST:
                continue
            for duty, items in _sentence(context, block, start, end):
                if items:
                    mine = [b for b in items if not listed_remit(context, b)]
                    done.update(b.index for b in mine)
                    out.extend(listed(context, mine, duty))
                else:
                    out.append(duty)
    return tuple(out)


Found = tuple[Duty, list[Block]]


def _sentence(context: Context, block: Block, start: int, end: int) -> Iterator[Found]:
    """Duties of a sentence; with the list that hangs on it where the sentence is a stem."""
    sentence = block.clean[start:end]
    covered: list[tuple[int, int]] = []
    if VESTS.search(sentence):
        return
    for law in imposed(sentence):
        bearer = named(context, law.who, block, start + law.act)
        stop = ends(sentence, law.act)
        covered.append((law.act, stop))
        if bearer:
            yield from _predicate(context, block, start + law.start, start + law.act, start + stop, bearer, "obliges")
    if own := _OWN_DUTY.search(sentence):
        before = sentence[: own.start()]
        whose = re.match(r"(?:the\s+)([A-Z]\w+)'s", own[0])
        bearer = context.names.resolve(whose[1], block) if whose else last_named(context, block, before, start)
        if bearer:
            covered.append((own.start(), len(sentence)))
            yield (
                Duty(block, start + own.start(), end - (sentence[-1] in ".;"), start + own.end(), bearer, "own-duty"),
                [],
            )
    yield from _modals(context, block, start, end, covered)


def _modals(context: Context, block: Block, start: int, end: int, covered: list[tuple[int, int]]) -> Iterator[Found]:
    sentence = block.clean[start:end]
    held: str | None = None
    stated = functions(context).get(block.index, ())
    for found in _MODAL.finditer(sentence):
        before, rest = sentence[: found.start()], sentence[found.end() :].lstrip()
        modal = found["m"].casefold()
        if found["m"] == "Will" or any(a <= found.start() < b for a, b in covered):
            continue
        told = any(a <= start + found.start() < b for a, b in stated)
        joined = bool(_JOINED.search(before))
        if joined and held is None:
            held = carried(context, block, start, before)
        joined = joined and held is not None
        you = None if joined else _YOU.search(before.rstrip())
        span = you.span("who") if you else None if joined else subject(before)
        if span and _SEATED.match(before[span[0] :].rstrip()):
            continue
        if span:
            held = named(context, before[slice(*span)], block, start + span[0])
        elif not joined:
            held = None
        if modal == "to" and _FINITE.search(rest):
            continue
        if not _binds(context, block, modal, before) or (
            modal in {"is to", "are to"} and re.match(r"(?:be\s+(?:noted|expected)|date)\b", rest)
        ):
            continue
        first = found.start() if joined or not span else article_at(before, span[0])
        at = start + found.end()
        stem = bool(STEM.search(sentence))
        in_passive = bool(_IN_PASSIVE.match(rest))
        if kept_out(modal, rest, stem=stem, in_passive=in_passive, told=told, rules=context.head.kind == "rules"):
            continue
        stop = start + ends(sentence, found.end())
        if in_passive:
            by = agent(rest[: max(0, stop - at)])
            held = named(context, rest[slice(*by)], block, at) if by else held if joined else None
            held = held or who_meets(context, block, before, rest)
            if held is None and span is None and before.strip() and not NO_DUTY.match(rest):
                yield passive(block, start, at, stop, rest, "", -1, None), []
            if held:
                yield from _passives(context, block, start, at, stop, rest, held, first if joined else -1, by)
            continue
        if held is None:
            continue
        duties_here = list(
            _predicate(
                context,
                block,
                start + first,
                at,
                stop,
                held,
                modal.split()[0] if modal in {"must", "shall", "will"} else "duty",
            )
        )
        if duties_here:
            covered.append((found.start(), max(d.end for d, _ in duties_here) - start))
        yield from duties_here
        if duties_here and block.clean[end:].strip() and (items := follows(context, block, end)):
            yield Duty(block, start + first, end, at, held, "responsible-list"), items


def _passives(
    context: Context,
    block: Block,
    start: int,
    at: int,
    stop: int,
    rest: str,
    held: str,
    first: int,
    by: tuple[int, int] | None,
) -> Iterator[Found]:
    """A duty in the passive, with a second participle that goes on with it, or the list that hangs on it."""
    more = further(rest, by, stop - at)
    if more is None:
        yield passive(block, start, at, stop, rest, held, first, by), []
        if items := follows(context, block, stop):
            yield Duty(block, start, stop, start, held, "passive-list"), items
        return
    yield passive(block, start, at, at + more[0], rest, held, first, by), []
    other = agent(rest[more[1] : stop - at])
    whose = named(context, rest[more[1] + other[0] : more[1] + other[1]], block, at) if other else held
    last = len(block.clean[:stop].rstrip(" .;"))
    yield Duty(block, at + more[1], last, at + more[1], whose or held, "passive-and"), []


def _binds(context: Context, block: Block, modal: str, before: str) -> bool:
    """Whether a modal binds here: `will` in directions, terms of reference and recitals of them, not in conditions."""
    if modal == "to":
        return (governs(context, block) or context.head.kind == "rules") and noted(before)
    if modal not in {"will", "would"}:
        return not re.search(r"\b(?:would|may|might|could|not)\s+$", before)
    if re.search(r"\b(?:if|unless|whether|once)\s+[^,]*$", before[-60:], re.IGNORECASE):
        return False
    if modal == "would":
        return context.head.kind == "terms" and in_terms(context, block)
    return (
        context.head.kind in {"directions", "terms", "rules"}
        or in_terms(context, block)
        or bool(
            re.search(
                r"\bdraft\s+terms\s+of\s+reference\b|\b(?:Board|Committee|Panel|Group)\s+will\s+(?:meet|(?:comprise|consist)\b[^.;]*\bwill\s+meet)\b",
                block.clean,
            )
        )
    )


def _predicate(
    context: Context, block: Block, passage: int, at: int, end: int, bearer: str, rule: str
) -> Iterator[Found]:
    """The duties of what follows a modal or `to`: one a verb, or those of the list below."""
    clean = block.clean
    if aside := re.match(r"\s*,\s*[^,;]{3,90},\s*(?=[a-z])", clean[at:end]):
        at += aside.end()
    while at < end and clean[at] in " :-–,":
        at += 1
    rest = clean[at:end]
    if POINTS.match(rest):
        return
    items = context.document.items(block) if end >= len(clean.rstrip()) - 1 else []
    if items and _GROUPS.search(clean[passage:end]):
        items = []
    if items and (not rest.strip(" :-") or (STEM.search(clean[passage:end]) and len(rest.split()) < 9)):
        yield Duty(block, passage, end, at, bearer, rule + "-list", mandate_at(context, block, passage, end)), items
        return
    for place, (a, b) in enumerate(acts(rest)):
        text = rest[a:b].rstrip(" .;,:-")
        if place and NO_DUTY.match(text):
            continue
        if any(x <= at + a < y for x, y in functions(context).get(block.index, ())):
            continue
        if len(text) > 2:
            yield Duty(block, passage if place == 0 else at + a, at + a + len(text), at + a, bearer, rule), []


__all__ = ["Duty", "antecedent", "carried", "duties", "open_duties"]
