"""The end of directions: where a document says it, and what it makes it depend on.

Invariant: a condition is the words of one sentence that speaks of directions and of deciding their end; a passage of an end
holds its date.
"""

from __future__ import annotations

import re

from .dates import find_dates
from .document import Block, Document
from .sentences import sentences

_DIRECTIONS = re.compile(r"\b[Dd]irections?\b")
_DECIDES = re.compile(
    r"\b(?:decid\w+|decision|should|if|whether|unless|until)\b[^.;]{0,160}?\b(?:lift\w*|laps\w+|come\s+to\s+an\s+end|end\s+the|revok\w+|extend\w*|conclude\w*|withdraw\w*)\b",
    re.IGNORECASE,
)

_ENDS = re.compile(r"\b(?:in\s+force|remain\w*|until|expir\w*|laps\w*|ceas\w*|end\w*|conclud\w*|terminat\w*|effect|revok\w*|run\w*|last\w*|come\s+to)\b", re.IGNORECASE)  # fmt: skip


def end_passage(document: Document, until: str) -> tuple[Block, int, int] | None:
    """The first sentence that gives a date as the end of directions (block, start, end); None if none is found."""
    found = []
    for block in document.blocks:
        if until[:4] not in block.clean:
            continue
        for start, end in sentences(block.clean):
            sentence = block.clean[start:end]
            if _ENDS.search(sentence) and any(mention.iso == until for mention in find_dates(sentence)):
                found.append((not _DIRECTIONS.search(sentence), block.index, block, start, end))
    return min(found)[2:] if found else None


def end_condition(document: Document) -> str | None:
    """The first sentence of a document that makes the end of directions depend on a decision."""
    for block in document.blocks:
        for start, end in sentences(block.clean):
            sentence = block.clean[start:end]
            if _DIRECTIONS.search(sentence) and _DECIDES.search(sentence):
                return sentence
    return None
