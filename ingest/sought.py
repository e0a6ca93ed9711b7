"""Patterns that are tried only where they can fit: a look for a few letters first costs a hundredth of the pattern.

Invariant: wherever the pattern fits, one of its hints stands in the text in lower case (a test holds that), so that a
hint changes the time, never the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache


@lru_cache(maxsize=256)
def _lower(text: str) -> str:
    """A text in lower case; one pattern after the other asks for the same sentence."""
    return text.lower()


class Sought:
    """A pattern with hints, of which at least one stands, in lower case, in every text that it fits."""

    __slots__ = ("hints", "pattern")

    def __init__(self, pattern: re.Pattern[str], *hints: str) -> None:
        self.pattern = pattern
        self.hints = hints

    def may_fit(self, text: str) -> bool:
        """Whether any of the hints stands in a text."""
        low = _lower(text)
        for hint in self.hints:  # noqa: SIM110 - a generator would cost as much as the search
            if hint in low:
                return True
        return False

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first place in `text[start:end]` that the pattern fits."""
        if not self.may_fit(text):
            return None
        return self.pattern.search(text, start, len(text) if end is None else end)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All places that the pattern fits."""
        return self.pattern.finditer(text) if self.may_fit(text) else iter(())
