"""The entries of a document's roll, read once and shared by whoever asks.

Invariant: the entries stand in the order of the roll, each with the group it is in.
"""

from __future__ import annotations

from functools import lru_cache

from .document import Document
from .people import Entry, entries
from .roll import groups


@lru_cache(maxsize=4)
def roll_entries(document: Document) -> tuple[Entry, ...]:
    """All entries of the roll at the head of minutes."""
    return tuple(entry for group in groups(document) for entry in entries(group))
