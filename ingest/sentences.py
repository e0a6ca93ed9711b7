"""Sentences of a clean text.

Invariant: the spans cover the text in order without overlap; a stop inside an abbreviation, an initial, a number or a
time of day ends no sentence.
"""

from __future__ import annotations

import re

_END = re.compile(r"[.!?]['\")\]]*(?=\s+['\"(]?[A-Z0-9£]|\s*$)|;(?=\s+(?:and\s+)?[A-Z])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Revd|Sir|St|Cllr|Cllrs|Clr|Ald|Hon|Rt|No|Nos|Ref|Para|para|paras|App|Fig|Vol|Ed|Inc|Ltd|Co|Corp|Dept|Depts|Govt|vs|cf|viz|approx|max|min|Reg|reg|regs|sec|s|ss|Art|art|ch|Ch|pp|p|i\.e|e\.g|eg|ie|etc|a\.m|p\.m|al)|\b[A-Z]|\b[A-Z]\.[A-Z])\.$"
)
_CLOSES = re.compile(r"(?:etc|a\.m|p\.m|Ltd|Inc|Co)\.$")


def sentences(text: str) -> list[tuple[int, int]]:
    """(start, end) of each sentence, blanks around it left out."""
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _END.finditer(text):
        end = stop.end()
        if text[stop.start()] == ".":
            word = text[max(start, stop.start() - 12) : stop.start() + 1]
            after = text[end : end + 3].strip()
            if _ABBREVIATION.search(word) and after and not (_CLOSES.search(word) and after[:1].isupper() and not text[end:].strip()[:6].startswith("PM")):
                continue
            if re.search(r"(?:^|\s)\d{1,3}\.$", word) and stop.start() - start < 5:
                continue
        _add(spans, text, start, end)
        start = end
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))
