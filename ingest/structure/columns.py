"""Tables laid out with blanks: rows under a line of column titles, each cell in its own column of the page.

Invariant: a region is read as a table only where its head names at least three columns and the lines below keep to them.
"""

from __future__ import annotations

import re

from ..clean import clean
from ..document import Text, join
from .lines import Line
from .tables import Piece, column_starts

_TITLES = re.compile(
    r"\b(?:action|owner|due|status|lead|task|by whom|by when|deadline|responsib|ref|no\.?|item|name|role|post|date|progress|update|title|"
    r"target|timescale|risk|start|finish|who|when|capacity|organisation|attended|present)\b",
    re.IGNORECASE,
)


def find_region(lines: list[Line], at: int, skip: set[int]) -> int:
    """The index after the last line of the table whose head stands at line `at`; `at` itself if there is none."""
    head = lines[at].text.clean
    starts = column_starts(head.rstrip())
    if not starts or len(_TITLES.findall(head)) < 2:
        return at
    stop, blanks, rows = at + 1, 0, 0
    for i in range(at + 1, min(len(lines), at + 400)):
        line = lines[i].text.clean
        if lines[i].blank or i in skip:
            blanks += 1
            if blanks > 3:
                break
            continue
        if not _keeps(line) or (blanks and _numbered_title(line, starts)):
            break
        blanks = 0
        rows += 1
        stop = i + 1
    return stop if rows else at


def _numbered_title(line: str, starts: list[int]) -> bool:
    """Whether a line is a number and a title after it, out of the table's columns: the next chapter."""
    cells = _cells(line)
    if len(cells) != 2 or not re.fullmatch(r"\d{1,2}(?:\.\d{1,2})*\.?", line[slice(*cells[0])]):
        return False
    return line[slice(*cells[1])].isupper() or min(abs(cells[1][0] - start) for start in starts) > 1


def _keeps(line: str) -> bool:
    """Whether a line can be part of the table: cells far apart, or one short cell under a column."""
    cells = _cells(line)
    if len(cells) > 1:
        return True
    start, end = cells[0]
    return end - start < 60 and (start > 2 or end - start < 26)


def _cells(line: str) -> list[tuple[int, int]]:
    """Spans of the stretches of a line that wide blanks part."""
    return [(m.start(), m.end()) for m in re.finditer(r"\S(?:[^\s]|\s(?!\s))*", line)]


def _column(start: int, starts: list[int]) -> int:
    """The column in which a stretch stands: the one whose title begins nearest to where it begins."""
    return min(range(len(starts)), key=lambda i: (abs(starts[i] - start), i))


def read_region(lines: list[Line], text: str, skip: set[int]) -> list[Piece]:
    """The pieces of the table: a row begins where its first column is filled, other lines go on with their cells."""
    starts = column_starts(lines[0].text.clean.rstrip())
    rows: list[list[list[tuple[int, int]]]] = []
    for number, line in enumerate(lines):
        if line.blank or number in skip:
            continue
        printed = line.text
        placed = [(_column(a, starts), printed.span(a, b)) for a, b in _cells(printed.clean)]
        first = any(column == 0 and a - line.start < starts[0] + 6 for column, (a, _b) in placed)
        if not rows or first or number == 1:
            rows.append([[] for _ in starts])
        for column, span in placed:
            rows[-1][column].append(span)
    pieces = []
    for row, filled in enumerate(rows):
        for column, spans in enumerate(filled):
            if spans:
                pieces.append(Piece(_together(text, spans), row, column, head=row == 0))
    return pieces


def _together(text: str, spans: list[tuple[int, int]]) -> Text:
    """The cell's lines as one text."""
    return join([clean(text, a, b) for a, b in spans])
