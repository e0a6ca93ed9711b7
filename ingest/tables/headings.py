"""Which column of a table holds what, by its headings.

Invariant: a column serves one purpose; a table is of a kind only if a row of headings names what that kind cannot do without.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ..words import table
from .grid import Grid, Row

_MOST_ROWS_ABOVE = 25
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BRACKETS = re.compile(r"\((?!or\b)[^()]*\)")


@dataclass(frozen=True, slots=True)
class Headed:
    """A grid whose headings have been found: the columns by purpose, the rows below, what stands above."""

    grid: Grid
    head: Row
    columns: Mapping[str, int]
    rows: tuple[Row, ...]
    above: tuple[Row, ...]

    def said(self, row: Row, purpose: str) -> str:
        """What a row says in the column of a purpose."""
        return row.said(self.columns.get(purpose))

    def heading(self, purpose: str) -> str | None:
        """The heading of the column of a purpose, as printed."""
        return self.head.said(self.columns.get(purpose)) or None

    def places(self, *purposes: str) -> dict[str, int]:
        """The columns of some purposes, of those that the table has."""
        return {p: self.columns[p] for p in purposes if p in self.columns}


def plain(heading: str) -> str:
    """A heading for comparison."""
    words = _BRACKETS.sub(" ", _CAMEL.sub(" ", heading.replace("_", " "))).casefold()
    return " ".join(re.findall(r"[a-z0-9]+", words))


@cache
def variants(kind: str) -> Mapping[str, tuple[str, ...]]:
    """The headings of a kind of table by purpose."""
    every = table("table_headings")
    return {name.partition(".")[2]: forms for name, forms in every.items() if name.startswith(f"{kind}.")}


def columns_of(row: Row, kind: str) -> dict[str, int]:
    """The columns that a row of headings names, by purpose; a purpose's earlier variants win, then the column further left."""
    at: dict[str, int] = {}
    for column, cell in enumerate(row.cells):
        at.setdefault(plain(cell.said), column)
    found: dict[str, int] = {}
    for purpose, forms in variants(kind).items():
        free = [at[form] for form in forms if form in at and at[form] not in found.values()]
        if free:
            found[purpose] = free[0]
    return found


def headed(grid: Grid, kind: str, *needed: Sequence[str]) -> Headed | None:
    """A grid as a table of a kind, if one of its first rows names every purpose of one of the sets needed."""
    for place, row in enumerate(grid.rows[:_MOST_ROWS_ABOVE]):
        columns = columns_of(row, kind)
        if any(set(purposes) <= columns.keys() for purposes in needed):
            return Headed(grid, row, columns, grid.rows[place + 1 :], grid.rows[:place])
    return None
