"""The instrument that a document is or explains: an Order, Regulations, Rules or a Scheme whose title stands over it.

Invariant: the title is a block of its own among the first of the document, and nothing but that title.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .citations_titles import find_titles, noun_of
from .document import Document

_TOP = 12
_NOUNS = frozenset({"order", "regulations", "rules", "measure"})


@lru_cache(maxsize=8)
def own_instrument(document: Document) -> str | None:
    """The title of the instrument, or None."""
    for block in document.blocks[:_TOP]:
        text = block.clean.strip(" *#")
        titles = find_titles(text) if len(text) < 260 else []
        if (
            len(titles) == 1
            and noun_of(titles[0].title) in _NOUNS
            and titles[0].end - titles[0].start > 0.7 * len(text)
        ):
            return titles[0].title
    return None


@lru_cache(maxsize=8)
def is_instrument(document: Document) -> bool:
    """Whether a document is itself such an instrument: it says under its title when it was made or comes into force."""
    if own_instrument(document) is None:
        return False
    top = " ".join(block.clean for block in document.blocks[:16])
    explains = re.search(r"\bexplanatory\s+(?:memorandum|note)\s+to\b", top[:300], re.IGNORECASE)
    return not explains and bool(
        re.search(
            r"\bmakes?\s+(?:this|the\s+following|these)\s+(?:Order|Regulations|Rules)\b|\bComing\s+into\s+(?:force|operation)\b",
            top,
        )
    )
