"""Registers of attendance: tables with a row a person and a column that says who came.

Either the columns are meetings (dates above, `P`, `A` or ticks below), or one column is titled `Attendance` or
`Present`. Invariant: a person counts for the meeting of the document alone; a blank mark says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..graph.facts import Capacity
from .dates import find_dates
from .document import Document, Text
from .people import Entry, is_person, read_entry
from .people_marks import mark_of
from .roll_labels import ends_roll

_MOST_LINES = 110
_STATUS = re.compile(
    r"^(?:attendance|present\??|attended|in\s+attendance|present\s*/\s*apologies|attendance\s+status|status)$",
    re.IGNORECASE,
)
_WHO = re.compile(r"\b(?:name|member|governor|councillor|trustee|attendee|director)\b", re.IGNORECASE)
_LEGEND = re.compile(
    r"(?<!\S)([A-Z✓✔x/]{1,3})\s*[-=:]\s*([A-Za-z][A-Za-z' ]+?)(?=\s{2,}|[,;.|\t]|$|\s+[A-Z]{1,3}\s*[-=:])"
)
_CODE = re.compile(r"(?:[A-Z]{1,2}|[✓✔√✗✘×x/]|yes|no)$", re.IGNORECASE)
_PRESENT = re.compile(
    r"^(?:p|y|yes|✓|✔|√|/|present\b.*|attended|late.*|in\s+attendance|l|v|r|remote.*|virtual.*)$", re.IGNORECASE
)
_AWAY = re.compile(
    r"^(?:a|ap|apols?|apolog.*|absent.*|sanction.*|n|no|not\s+present|✗|✘|×|x|leave.*|s)$", re.IGNORECASE
)


def register_entries(document: Document, date: str | None) -> Iterator[Entry]:
    """The entries of the registers at the head of a document, for the meeting of a date (ISO)."""
    lines = list(document.lines[:_MOST_LINES])
    legend = _legend(lines)
    yield from _status_table(lines, legend)
    yield from _dated_table(lines, legend, date)


def _legend(lines: list[Text]) -> dict[str, str]:
    """What the letters of a register mean, as it says itself."""
    found = {}
    for line in lines:
        told = _LEGEND.findall(line.clean)
        if len(told) > 1 or (told and len(line.clean.strip()) < 40):
            found.update({code.casefold(): words.strip() for code, words in told})
    return found


def _capacity(code: str, legend: dict[str, str]) -> Capacity | None:
    """What a mark makes of the person in its row."""
    meaning = legend.get(code.casefold(), code).strip()
    if _PRESENT.match(meaning):
        return "member"
    return "apologies" if _AWAY.match(meaning) else None


def _status_table(lines: list[Text], legend: dict[str, str]) -> Iterator[Entry]:
    """Rows under a head of which one column is titled as attendance."""
    at = 0
    while at < len(lines):
        heads = _cells(lines[at], empty=True)
        titles = [lines[at].clean[a:b].strip("* :") for a, b in heads]
        column = next((i for i, title in enumerate(titles) if i and _STATUS.match(title)), None)
        at += 1
        if column is None or len(titles) < 2 or not _WHO.search(" ".join(titles)):
            continue
        misses = 0
        while at < len(lines) and misses < 2 and not ends_roll(lines[at].clean):
            cells = _cells(lines[at], empty=True)
            if len(cells) == len(titles) and (capacity := _capacity(lines[at].clean[slice(*cells[column])], legend)):
                yield from _entry(lines[at], [c for i, c in enumerate(cells) if i != column and c[1] > c[0]], capacity)
                misses = 0
            else:
                misses += 1
            at += 1


def _dated_table(lines: list[Text], legend: dict[str, str], date: str | None) -> Iterator[Entry]:
    """Rows of letters under the dates of several meetings."""
    rows = [line for line in lines if len(_codes(line, legend)) > 0 and is_person(_first(line).title())]
    dates = _dates(lines, rows)
    if len(dates) < 2 or not rows or date is None:
        return
    place = next((i for i, (_, iso) in enumerate(dates) if iso == date), None)
    if place is None:
        return
    ruled = all("\t" in row.clean or "|" in row.clean for row in rows)
    columns = _columns(rows, legend) if not ruled else [at for at, _ in dates]
    if place >= len(columns):
        return
    for row in rows:
        for at, (a, b) in _codes(row, legend):
            near = at if ruled else min(columns, key=lambda c, at=at: abs(c - at))  # type: ignore[misc]
            if near == columns[place] and (capacity := _capacity(row.clean[a:b], legend)):
                marks = {span for _, span in _codes(row, legend)}
                beside = [cell for cell in _cells(row) if cell not in marks]
                yield from _entry(row, beside[:2], capacity)


def _dates(lines: list[Text], rows: list[Text]) -> list[tuple[int, str]]:
    """(place in its line, or number of its cell; ISO) of the dates in the head above the rows, from left to right."""
    found: list[tuple[int, str]] = []
    first = rows[0].span()[0] if rows else 0
    for line in lines:
        if line.span()[0] >= first:
            break
        cells = _cells(line, empty=True)
        held = [(a, n, find_dates(line.clean[a:b].strip())) for n, (a, b) in enumerate(cells)]
        told = [
            (n if "\t" in line.clean or "|" in line.clean else a, d[0].iso)
            for a, n, d in held
            if len(d) == 1 and d[0].end - d[0].start >= len(line.clean[a : cells[n][1]].strip()) - 1
        ]
        if told and (len(told) > 1 or re.fullmatch(r"\s*[\d/. -]+\s*", line.clean)):
            found += told
    return sorted(set(found))


def _columns(rows: list[Text], legend: dict[str, str]) -> list[int]:
    """Where the columns of letters stand, from left to right, over all rows."""
    places = sorted({at for row in rows for at, _ in _codes(row, legend)})
    columns: list[int] = []
    for at, before in zip(places, [-99, *places], strict=False):
        if at - before > 4:
            columns.append(at)
    return columns


def _codes(line: Text, legend: dict[str, str]) -> list[tuple[int, tuple[int, int]]]:
    """(place, span) of the letters of a row; the place is the cell's number where the row has tabs or pipes."""
    ruled = "\t" in line.clean or "|" in line.clean
    cells = _cells(line, empty=True)
    return [
        (n if ruled else a, (a, b))
        for n, (a, b) in enumerate(cells)
        if n and b - a <= 3 and _CODE.match(line.clean[a:b].strip()) and _capacity(line.clean[a:b].strip(), legend)
    ]


def _first(line: Text) -> str:
    cells = _cells(line)
    return line.clean[slice(*cells[0])] if cells else ""


def _cells(line: Text, *, empty: bool = False) -> list[tuple[int, int]]:
    """Spans of a line's cells; with `empty` those with nothing in them too, where tabs or pipes part them."""
    clean = line.clean
    if "\t" not in clean and "|" not in clean:
        return [m.span() for m in re.finditer(r"\S+(?: \S+)*", clean)]
    bounds = [-1, *(m.start() for m in re.finditer(r"[\t|]", clean)), len(clean)]
    spans = [(a + 1, b) for a, b in pairwise(bounds)]
    if clean.lstrip().startswith("|"):
        spans = spans[1:]
    spans = [
        (a + len(clean[a:b]) - len(clean[a:b].lstrip()), b - len(clean[a:b]) + len(clean[a:b].rstrip()))
        for a, b in spans
    ]
    return [(a, max(a, b)) for a, b in spans if empty or b > a]


def _entry(line: Text, cells: list[tuple[int, int]], capacity: Capacity) -> Iterator[Entry]:
    """The entry of a row: the person in its first cell, the title in the next."""
    if not cells:
        return
    whole = line.part(cells[0][0], len(line.clean.rstrip(" \t|")))
    if capacity == "member" and any(mark_of(line.clean[a:b]) == "chair" for a, b in cells[1:]):
        capacity = "chair"
    entry = read_entry(line.part(*cells[0]), capacity, "register")
    if entry:
        role = line.clean[slice(*cells[1])].strip() if len(cells) > 1 else ""
        role = "" if find_dates(role) or not re.search(r"[A-Za-z]{2}", role) else role
        yield Entry(entry.person, capacity, entry.role or role or None, whole, "register")
