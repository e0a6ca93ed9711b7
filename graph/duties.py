"""One duty, many sayings: which obligations that several papers state are the same.

Two are the same if they are one bearer's, under one instrument, say nearly the same act, and give no different deadline.
Invariant: the first in the order of statements names the duty, so that the order of reading leaves no trace.
"""

from __future__ import annotations

import re
from collections import defaultdict

from .facts import Obligation
from .names import key

_ALIKE = 0.6
_STEM = re.compile(r"(?:ting|ing|ed|es|s|e)$")


class Duties:
    """The duties met so far, by bearer and instrument."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], list[tuple[frozenset[str], str, str]]] = defaultdict(list)

    def place(self, bearer: str, under: str, fact: Obligation) -> tuple[str, str, str]:
        """What defines the duty of a fact: its bearer, its instrument, and the act as first said."""
        said = stems(fact.action)
        group = self._known[(bearer, under)]
        for known, act, deadline in group:
            together = len(said & known) / max(1, len(said | known))
            if together >= _ALIKE and (not deadline or not fact.deadline or deadline == fact.deadline):
                return bearer, under, act
        act = key(fact.action)
        group.append((said, act, fact.deadline or ""))
        return bearer, under, act


def stems(action: str) -> frozenset[str]:
    """The words of an act without their endings, those that name recipients and numbers left in."""
    plain = re.sub(r"\bto\s+(?:the\s+)?(?:SoS|Secretary\s+of\s+State)\b", "", action)
    return frozenset(_STEM.sub("", w) for w in key(plain).split())
