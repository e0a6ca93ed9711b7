"""Sentences of a clean text.

Invariant: the spans cover the text in order without overlap; a stop inside an abbreviation, an initial, a number or a
time of day ends no sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache

_END = re.compile(r"[.!?]['\")\]]*(?=\s+['\"(]?[A-Z0-9£]|\s*$)|;(?=\s+(?:and\s+)?[A-Z])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Revd|Sir|St|Cllr|Cllrs|Clr|Ald|Hon|Rt|No|Nos|Ref|Para|para|paras|App|Fig|Vol|Ed|Inc|Ltd|Co"
    r"|Corp|Dept|Depts|Govt|vs|cf|viz|approx|max|min|Reg|reg|regs|sec|s|ss|Art|art|ch|Ch|pp|p|i\.e|e\.g|eg|ie|etc|a\.m|p\.m|al)"
    r"|\b[A-Z]|\b[A-Z]\.[A-Z])\.$"
)
_CLOSES = re.compile(r"(?:etc|a\.m|p\.m|Ltd|Inc|Co)\.$")
_LETTERED = re.compile(r"\b(?:annex|appendix|part|schedule|section|option|group|class)\s+[A-Z]\.$", re.IGNORECASE)
_LONE_NUMBER = re.compile(r"(?:^|\s)\d{1,3}\.$")


@lru_cache(maxsize=2048)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each sentence, blanks around it left out; one extractor after the other asks for the same text."""
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _END.finditer(text):
        end = stop.end()
        if text[stop.start()] == "." and _inside(text, start, stop.start(), end):
            continue
        _add(spans, text, start, end)
        start = end
    _add(spans, text, start, len(text))
    return tuple(spans)


def _inside(text: str, start: int, stop: int, end: int) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation or a number that the sentence goes on after."""
    word = text[max(start, stop - 14) : stop + 1]
    after = text[end : end + 3].strip()
    if not after or _LETTERED.search(word):
        return False
    if _ABBREVIATION.search(word):
        return not (_CLOSES.search(word) and after[:1].isupper())
    return bool(_LONE_NUMBER.search(word)) and stop - start < 5


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))
