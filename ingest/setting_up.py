"""The bodies that stand as objects of a verb of setting up: named ones, and described ones in lower case.

Invariant: a described body has at least one word of its own before its noun (a dedicated advice team).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .context import Context
from .document import Block
from .names_phrases import body_end
from .names_tokens import Tokens, key_of
from .words import words

_AND = re.compile(r"^(?:\s*\([^)]{1,40}\))?\s*(?:and|&)\s+(?:(?:an?|the|its)\s+)?$")
_AND_A = re.compile(r"(?:\s*\([^)]{1,40}\))?(?:,|,?\s+(?:and|&))\s+an?\s+")
_LED = re.compile(r"^[\s-]led\s+$")
_PLAIN = frozenset(
    {
        "small",
        "further",
        "similar",
        "number",
        "other",
        "new",
        "good",
        "strong",
        "effective",
        "single",
        "separate",
        "different",
        "such",
    }
)


def bodies_in(context: Context, block: Block, at: int, end: int) -> Iterator[tuple[str, int]]:
    """(name, end) of the bodies that begin at place `at` of a block's text, those joined by `and` among them."""
    mentions = [m for m in context.names.mentions(block) if m.kind == "body" and at <= m.start < end]
    described = _described(context.names.tokens(block), block, at, end)
    first = next((m for m in mentions if _leads(block.clean[at : m.start])), None)
    if first is None or (described and described[2] > first.end):
        while described:
            yield _named(context, described[0]), described[2]
            more = _AND_A.match(block.clean, described[2], end)
            described = _described(context.names.tokens(block), block, more.end(), end) if more else None
        return
    last = first.end
    led = next((m for m in mentions if m.start > last and _LED.match(block.clean[last : m.start])), None)
    if led:
        yield block.clean[first.start : led.end], led.end
        return
    yield first.name if " " in first.name else block.clean[first.start : first.end], last
    for mention in mentions:
        if mention.start > last and _AND.match(block.clean[last : mention.start]):
            yield mention.name if " " in mention.name else block.clean[mention.start : mention.end], mention.end
            last = mention.end


def _named(context: Context, described: str) -> str:
    """The one named body that a described one is (an improvement board: the X Improvement Board), else the words."""
    key = key_of(described).rstrip("s")
    fits = {
        context.names.resolve(n, context.document.blocks[0]) for n in context.names.bodies() if _same(key, key_of(n))
    }
    return next(iter(fits)) if len(fits) == 1 else described


def _same(key: str, name: str) -> bool:
    plain = " ".join(word.rstrip("s") for word in name.split())
    return f" {plain}".endswith(" " + " ".join(word.rstrip("s") for word in key.split()))


def _leads(text: str) -> bool:
    """Whether what stands between the verb and a name is at most a few words that describe it (a cross party …)."""
    return len(text.split()) <= 3 and not re.search(
        r"[.,;:()]|\b(?:of|for|by|with|in|to|and|that|from|at|on|the|a|an|its)\b", text
    )


def _described(tokens: Tokens, block: Block, at: int, end: int) -> tuple[str, int, int] | None:
    """A body described in lower case at place `at`: own words and a noun of bodies, one only."""
    first = next((i for i, s in enumerate(tokens.starts) if s >= at), len(tokens.words))
    here = first
    while here < len(tokens.words) and here - first < 7 and tokens.ends[here] <= end:
        noun = body_end(tokens, here)
        if noun and (here > first or noun - here > 1) and tokens.lower[noun - 1] in _BODIES:
            after = tokens.lower[noun] if noun < len(tokens.words) else ""
            own = [w for w in tokens.lower[first : noun - 1] if w not in _PLAIN and w not in words("name_stops")]
            if own and after not in _BODIES and not body_end(tokens, min(noun, len(tokens.words) - 1)):
                return (
                    block.clean[tokens.starts[first] : tokens.stops[noun - 1]],
                    tokens.starts[first],
                    tokens.stops[noun - 1],
                )
            return None
        if not tokens.words[here][0].isalpha() or tokens.lower[here] in _STOPS:
            return None
        here += 1
    return None


_STOPS = frozenset(
    {"of", "for", "to", "in", "by", "with", "that", "and", "the", "a", "an", "this", "its", "on", "at", "from"}
)
_BODIES = frozenset(
    {"board", "committee", "sub-committee", "subcommittee", "panel", "group", "sub-group", "forum", "team", "partnership",
     "council", "trust", "commission", "taskforce", "force", "party", "network", "unit", "agency", "company", "charity"}
)  # fmt: skip
