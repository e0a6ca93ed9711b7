"""Sentences that sound like duties and gave no fact: where to look for what was missed.

Invariant: a sentence is told by its place in the text as it is kept; one of which any part states a fact is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .sentences import sentences

_DUTY = re.compile(
    r"\b(?:must|shall|(?:is|are|was|were|be)\s+required\s+to|required|requirement|deadline|no\s+later\s+than|is\s+to\s+be|are\s+to\s+be|"
    r"has\s+a\s+duty|have\s+a\s+duty|(?:will|should)\s+report\s+to|accountable\s+to)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_MARK = re.compile(r"(?:\d+(?:\.\d+)*[.)]?|\([a-z0-9]{1,4}\)|[a-z][.)]|[-*\u2022#]+)\s+")
_STEM = re.compile(r"[:\u2013\u2014-]\s*$")
_HEAD = re.compile(r"\s*(?:[^\s.;!?]+\s*){1,8}")
_LONGEST = 1200


def unread(text: str, stated: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """(start, end) of each sentence of a text with a word of duty that none of the stated passages touches, in order.

    What only opens a list, and short lines of their own without a stop, which are headings, are left out.
    """
    bare = _TAG.sub(lambda match: " " * len(match[0]), text)
    taken = sorted(stated)
    found = []
    start = 0
    for stop in [*(match.start() for match in _PARAGRAPH.finditer(bare)), len(bare)]:
        paragraph = bare[start:stop].replace("\n", " ").replace("\t", " ")
        for first, last in sentences(paragraph):
            mark = _MARK.match(paragraph, first, last)
            a, b = start + (mark.end() if mark else first), start + last
            if _STEM.search(bare, a, b) or (b - a == len(paragraph.strip()) and _HEAD.fullmatch(bare, a, b)):
                continue
            if b - a <= _LONGEST and _DUTY.search(bare, a, b) and not any(x < b and a < y for x, y in taken):
                found.append((a, b))
        start = stop
    return found
