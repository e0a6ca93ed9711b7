"""People whom a line of their own shows, the line below it being a post: letter heads, signatures, lists of contacts.

Invariant: the line holds a name and nothing else, and the next line of the document begins a post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .document import Block
from .names_persons import honorifics_end, initial, name_end, post_nominals_end
from .names_phrases import body_end, no_surnames, paper_end, role_end
from .names_tokens import Tokens
from .words import words

_LINE = re.compile(r"(?:[A-Z][\w'.-]*,?\s+){1,6}[A-Z(][\w'.()-]*")
_FINITE = re.compile(r"\b(?:must|shall|will|is|are|was|were|has|have|had|may|should|can|to\s+[a-z]+\s+the)\b")
_MOST = 60


def signed(blocks: Sequence[Block], tokens: Sequence[Tokens]) -> Iterator[tuple[Block, int, int]]:
    """(block, start, end) of the names that stand alone on a line over a post."""
    before: tuple[Block, int, int] | None = None
    for block in blocks:
        if block.cell:
            before = None
            continue
        stops = (*block.text.breaks[1:], len(block.clean) + 1)
        own = tokens[block.index]
        for start, stop in zip(block.text.breaks, stops, strict=True):
            line = block.clean[start : stop - 1].strip(" ,")
            if before and len(line) < 110 and not _FINITE.search(line) and _is_post(own, start):
                yield before
            before = None
            numbered = block.kind == "heading" and (block.number or not line.isupper())
            if (
                not numbered
                and len(line) <= _MOST
                and _LINE.fullmatch(line)
                and _is_name(own, start, start + len(line))
            ):
                before = block, start, start + len(line)


def _is_name(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the tokens of a line are two to four words that could be anybody's name, letters after it apart."""
    at = next((i for i, s in enumerate(tokens.starts) if s >= start), len(tokens.words))
    stop = next((i for i in range(at, len(tokens.words)) if tokens.starts[i] >= end), len(tokens.words))
    first = honorifics_end(tokens, at)
    last = name_end(tokens, first)
    if not 2 <= last - first + (first > at) <= 4 or last - first < 1 or initial(tokens.words[last - 1]):
        return False
    if post_nominals_end(tokens, last) < stop:
        return False
    return not any(
        low in words("place_words")
        or low in no_surnames()
        or role_end(tokens, i)
        or body_end(tokens, i)
        or paper_end(tokens, i)
        for i, low in enumerate(tokens.lower[first:last], first)
    )


def _is_post(tokens: Tokens, start: int) -> bool:
    """Whether the line that begins at a place begins a post, in capitals but for the small words in it."""
    at = next((i for i, s in enumerate(tokens.starts) if s >= start), len(tokens.words))
    for here in range(at, min(at + 7, len(tokens.words))):
        if role_end(tokens, here):
            return tokens.words[here][0].isupper() or here > at
        low = tokens.lower[here]
        if not (
            tokens.caps[here] or low in {"a", "an", "the", "and", "of", "&", "for"} or low in words("role_modifiers")
        ):
            return False
    return False
