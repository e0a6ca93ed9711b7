"""What a document makes the end of directions depend on: a decision to lift them, or to let them lapse.

Invariant: a condition is the words of one sentence that speaks of directions and of deciding their end.
"""

from __future__ import annotations

import re

from .document import Document
from .sentences import sentences

_DIRECTIONS = re.compile(r"\b[Dd]irections?\b")
_DECIDES = re.compile(
    r"\b(?:decid\w+|decision|should|if|whether|unless|until)\b[^.;]{0,160}?\b(?:lift\w*|laps\w+|come\s+to\s+an\s+end|end\s+the|revok\w+|extend\w*|conclude\w*|withdraw\w*)\b",
    re.IGNORECASE,
)


def end_condition(document: Document) -> str | None:
    """The first sentence of a document that makes the end of directions depend on a decision."""
    for block in document.blocks:
        for start, end in sentences(block.clean):
            sentence = block.clean[start:end]
            if _DIRECTIONS.search(sentence) and _DECIDES.search(sentence):
                return sentence
    return None
