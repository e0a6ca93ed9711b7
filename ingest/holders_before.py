"""Posts printed right before a person's name: `Chief Finance Officer, Name`, `Chair: Name`, `the new headteacher, Name`.

Invariant: between post and name stands at most a comma, a colon, a dash or a bracket; after a comma the name must be an
apposition, so that `In reply to the Leader, Ms Keel said` gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .context import Context
from .document import Block
from .holders import Held, Passage, helds, officer_of_meeting
from .names import Mention
from .names_phrases import role_end
from .words import words

_ARTICLES = frozenset(
    {"the", "our", "your", "its", "their", "a", "an", "new", "outgoing", "incoming", "then", "first", "permanent"}
)
_LABELS = frozenset(
    {"contact officer", "lead officer", "report author", "originating officer", "presenting officer", "reporting officer",
     "responsible officer", "officer", "lead", "report lead", "originator", "representative", "member", "contact"}
)  # fmt: skip
_OF_THE = re.compile(r"\bof\s+the\s+(Council|Authority|Board|Trust|Company|Agency|Commission|Service|College|Force)\b")
_RANKS = frozenset({"lead", "interim", "acting", "deputy", "assistant", "chief", "former", "independent", "vice"})
_ANYBODY = frozenset({"member", "members", "representative", "representatives", "officer", "officers"})
_VERBS = frozenset({"is", "are", "was", "were", "has", "have", "had", "who", "which", "that", "to", "by", "said"})
_AS = re.compile(r"\bas\s+(?:the\s+|its\s+|our\s+)?$")
_ENDS = re.compile(r"^(?:'s)?(?:\s*[,.;:)(]|\s+(?:who|and|to)\b|\s*$)")
_TO = re.compile(r"\b(?:to|from|by|with|of|for|asked|thanked|told|informed)\s+(?:the\s+)?$", re.IGNORECASE)


def before(context: Context, block: Block) -> Iterator[Held]:
    """The posts printed right before the people of a block."""
    passage = Passage.of(context, block)
    floor = 0
    for person in context.names.mentions(block):
        if person.kind == "person":
            yield from _before(passage, person, passage.token_at(person.start), floor)
            floor = passage.token_at(person.end)


def _before(passage: Passage, person: Mention, at: int, floor: int) -> Iterator[Held]:
    context, block, tokens = passage.context, passage.block, passage.tokens
    stop = at
    separator = ""
    if stop == 3 and tokens.words[0] == "(" and tokens.words[2] == ")":
        stop, separator = 2, ":"
    elif stop and tokens.words[stop - 1] in {",", ":", "-", "("}:
        stop, separator = stop - 1, tokens.words[stop - 1]
    elif stop and tokens.starts[stop] in tokens.hard and tokens.starts[stop] in block.text.breaks:
        return
    if stop > 2 and tokens.words[stop - 1] == ")" and separator == ",":
        opened = next((i for i in range(stop - 1, 0, -1) if tokens.words[i] == "("), stop)
        stop = opened if stop - opened < 8 else stop
    first = _start(passage, stop)
    if first is None or first < floor or (separator == "," and _AS.search(block.clean[: tokens.starts[first]])):
        return
    if separator == ",":
        lead = block.clean[: tokens.starts[first]]
        clause = block.clean[: tokens.starts[first]].rstrip().lower().endswith((",", " and"))
        if clause or (first and tokens.caps[first - 1] and not tokens.possessive(first - 1)):
            return
        apposed = _ENDS.match(block.clean[person.end :])
        if (_TO.search(lead) and not apposed) or (
            lead
            and not apposed
            and not re.search(r"[.;]\s+(?:the\s+)?$", lead, re.IGNORECASE)
            and lead.lower() != "the "
        ):
            return
    rule = "label" if separator in {":", "-"} or (first == 0 and not separator) else "before"
    owner = _owner(context, block, tokens.starts[first]) if first and tokens.possessive(first - 1) else None
    if first and tokens.lower[first - 1] == "its":
        owner = _its(context, block, tokens.starts[first])
    name = block.clean[person.start : person.end]
    for held in helds(passage, name, (first, stop), (tokens.starts[first], person.end), rule):
        if (separator in {":", "-"} or rule == "label") and held.role.lower().rstrip("s") in _LABELS:
            continue
        if separator == "," and first == 0 and officer_of_meeting(held.role):
            yield replace(held, body=context.head.body, rule="signature")
        else:
            yield replace(held, body=held.body or owner)


def _start(passage: Passage, stop: int) -> int | None:
    """Where the post that ends right before token `stop` begins; None if none ends there."""
    tokens = passage.tokens
    if not stop:
        return None
    for mention in passage.context.names.mentions(passage.block):
        if mention.kind == "post" and mention.end in {tokens.ends[stop - 1], tokens.stops[stop - 1]}:
            first = passage.token_at(mention.start)
            while first and tokens.near(first) and tokens.lower[first - 1] in _RANKS:
                first -= 1
            return first
    for head in range(max(0, stop - 3), stop):
        first = head
        if role_end(tokens, head) == stop and tokens.words[head][0].islower():
            while (
                first
                and tokens.lower[first - 1] in words("role_modifiers")
                and tokens.lower[first - 1] not in _ARTICLES
            ):
                first -= 1
            if first and tokens.lower[first - 1] in _ARTICLES and tokens.words[stop] == ",":
                return first
    return _described(passage, stop)


def _described(passage: Passage, stop: int) -> int | None:
    """Where a post in lower case with its field begins that ends before a comma (`the head of safeguarding, Name`)."""
    tokens = passage.tokens
    if stop >= len(tokens) or tokens.words[stop] != ",":
        return None
    for head in range(max(1, stop - 8), stop - 1):
        end = role_end(tokens, head)
        if not end or end >= stop or tokens.lower[end] not in {"of", "for"} or tokens.lower[head] in _ANYBODY:
            continue
        if not all(w[0].isalpha() for w in tokens.words[end:stop]) or any(w in _VERBS for w in tokens.lower[end:stop]):
            continue
        first = head
        while (
            first > 1
            and tokens.lower[first - 1] in words("role_modifiers")
            and tokens.lower[first - 1] not in _ARTICLES
        ):
            first -= 1
        if tokens.lower[first - 1] in _ARTICLES:
            return first
    return None


def _its(context: Context, block: Block, start: int) -> str | None:
    """The body that `its` right before a post at place `start` means: the last named before it in its sentence."""
    sentence = block.clean.rfind(". ", 0, start) + 1
    bodies = [m for m in context.names.mentions(block) if m.kind == "body" and sentence <= m.start and m.end <= start]
    of = list(_OF_THE.finditer(block.clean, max(sentence, bodies[-1].end if bodies else 0), start))
    if of:
        return context.names.resolve(of[-1][1], block)
    return bodies[-1].name if bodies else None


def _owner(context: Context, block: Block, start: int) -> str | None:
    """The body whose possessive ends right before a post (`the Council's Chief Finance Officer`)."""
    for mention in context.names.mentions(block):
        if mention.kind == "body" and mention.end + 2 <= start <= mention.end + 4:
            return mention.name
    return None
