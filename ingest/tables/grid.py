"""Grids: the rows and cells of a table file, found again in the text that its reader gave.

Invariant: `text[cell.start:cell.end]` is the cell as it stands in the document's text; rows are counted as the file
counts them, from 1 for each sheet, blank rows included.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...graph.facts import Evidence

_TAGS = re.compile(r"</?(?:p|li)>")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: what it says, on one line, and where it stands in the document's text."""

    said: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row and its number in its sheet, from 1."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int | None) -> Cell | None:
        """The filled cell of a column, from 0; None where the row has none."""
        if column is None or column >= len(self.cells):
            return None
        found = self.cells[column]
        return found if found.said else None

    def said(self, column: int | None) -> str:
        """What the cell of a column says; nothing where the row has none."""
        found = self.cell(column)
        return found.said if found else ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet (or the one table of a CSV file, which has no name) and its filled rows; `start` and `end` in the text."""

    sheet: str | None
    rows: tuple[Row, ...]
    start: int
    end: int


def grids(text: str, *, sheets: bool) -> list[Grid]:
    """The grids of a table file's text; `sheets` if each stands under its sheet's name as a heading."""
    found: list[Grid] = []
    name: str | None = None
    rows: list[Row] = []
    number, blank, start, at = 0, True, 0, 0

    def close(end: int) -> None:
        if rows:
            found.append(Grid(name, tuple(rows), start, end))

    for line in text.split("\n"):
        if sheets and blank and line.startswith("# ") and "\t" not in line:
            close(at)
            name, rows, number, start = line[2:].strip(), [], -1, at + len(line)
        elif number < 0:
            number = 0  # the blank line under a sheet's name
        else:
            number += 1
            if line.strip():
                rows.append(Row(number, tuple(_cells(line, at))))
        blank = not line.strip()
        at += len(line) + 1
    close(len(text))
    return found


def _cells(line: str, start: int) -> Iterator[Cell]:
    """The cells of a row."""
    at = start
    for part in line.split("\t"):
        said = part.strip()
        if "<" in said or "&" in said:
            said = html.unescape(" ".join(_TAGS.sub(" ", said).split()))
        lead = len(part) - len(part.lstrip())
        yield Cell(said, at + lead, at + len(part.rstrip()) if said else at + lead)
        at += len(part) + 1


def place(grid: Grid, row: Row, column: str | None) -> str:
    """Where a fact stands, as somebody looks it up in the file: `sheet Posts, row 5, Reports to Senior Post`."""
    parts = (f"sheet {grid.sheet}" if grid.sheet else "", f"row {row.number}", column or "")
    return ", ".join(part for part in parts if part)


def evidence(
    text: str, grid: Grid, row: Row, columns: Mapping[str, int], *, rule: str, at: str | None = None
) -> Evidence:
    """Evidence for what the cells of some columns (heading → place) of a row say together, from the first to the last.

    `at` is the heading to name in the locator.
    """
    cells = [cell for column in columns.values() if (cell := row.cell(column))]
    start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
    return Evidence(start, end, text[start:end], rule, "layout", None, place(grid, row, at))
