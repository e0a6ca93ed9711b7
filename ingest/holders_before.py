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
from .holders import Held, helds, officer_of_meeting
from .names import Mention
from .names_phrases import role_end
from .names_tokens import Tokens
from .words import words

_ARTICLES = frozenset({"the", "our", "your", "its", "their", "a", "an", "new", "outgoing", "incoming", "then"})
_ENDS = re.compile(r"^(?:'s)?(?:\s*[,.;:)(]|\s+(?:who|and|to)\b|\s*$)")
_TO = re.compile(r"\b(?:to|from|by|with|of|for|asked|thanked|told|informed)\s+(?:the\s+)?$", re.IGNORECASE)


def before(context: Context, block: Block) -> Iterator[Held]:
    """The posts printed right before the people of a block."""
    tokens = context.names.tokens(block)
    people = [m for m in context.names.mentions(block) if m.kind == "person"]
    index = {start: i for i, start in enumerate(tokens.starts)}
    floor = 0
    for person in people:
        at = index.get(person.start)
        if at is not None:
            yield from _before(context, block, tokens, person, at, floor)
        floor = next((i for i, s in enumerate(tokens.starts) if s >= person.end), len(tokens))


def _before(context: Context, block: Block, tokens: Tokens, person: Mention, at: int, floor: int) -> Iterator[Held]:
    stop = at
    separator = ""
    if stop == 3 and tokens.words[0] == "(" and tokens.words[2] == ")":
        stop, separator = 2, ":"
    elif stop and tokens.words[stop - 1] in {",", ":", "-", "("}:
        stop, separator = stop - 1, tokens.words[stop - 1]
    elif stop and tokens.starts[stop] in tokens.hard and tokens.starts[stop] in block.text.breaks:
        return
    first = _start(context, block, tokens, stop)
    if first is None or first < floor:
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
    name = block.clean[person.start : person.end]
    for held in helds(context, block, tokens, name, first, stop, tokens.starts[first], person.end, rule):
        if separator == "," and first == 0 and officer_of_meeting(held.role):
            yield replace(held, body=context.head.body, rule="signature")
        else:
            yield replace(held, body=held.body or owner)


def _start(context: Context, block: Block, tokens: Tokens, stop: int) -> int | None:
    """Where the post that ends right before token `stop` begins; None if none ends there."""
    if not stop:
        return None
    for mention in context.names.mentions(block):
        if mention.kind == "post" and mention.end in {tokens.ends[stop - 1], tokens.stops[stop - 1]}:
            return next(i for i, s in enumerate(tokens.starts) if s >= mention.start)
    for first in range(max(0, stop - 3), stop):
        if role_end(tokens, first) == stop and tokens.words[first][0].islower():
            while (
                first
                and tokens.lower[first - 1] in words("role_modifiers")
                and tokens.lower[first - 1] not in _ARTICLES
            ):
                first -= 1
            if first and tokens.lower[first - 1] in _ARTICLES and tokens.words[stop] == ",":
                return first
    return None


def _owner(context: Context, block: Block, start: int) -> str | None:
    """The body whose possessive ends right before a post (`the Council's Chief Finance Officer`)."""
    for mention in context.names.mentions(block):
        if mention.kind == "body" and mention.end + 2 <= start <= mention.end + 4:
            return mention.name
    return None
