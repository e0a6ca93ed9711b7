"""Short forms that the roll itself gives: initials in a column or behind the post of a person.

Invariant: the initials are printed in the entry's own passage.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from .document import Document
from .names_short import Short
from .people import Entry


def enrolled_initials(document: Document, entries: Sequence[Entry]) -> Iterator[Short]:
    """The initials that stand beside the people of the roll."""
    starts = [block.text.span()[0] for block in document.blocks]
    for entry in entries:
        if not entry.initials:
            continue
        first, last = entry.text.span()
        block = document.blocks[max(0, bisect_right(starts, first) - 1)]
        start, end = bisect_left(block.text.starts, first), bisect_left(block.text.starts, last)
        if entry.initials in block.clean[start:end]:
            yield Short(entry.person, entry.initials, "person", block.index, start, end, "beside")
