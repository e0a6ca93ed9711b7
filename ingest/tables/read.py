"""From a table file's text to the facts of its tables, and what is left of the text for the rules that read prose.

Invariant: the text that is left is as long as the whole, so that offsets hold; a table is read by one reader only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Protocol, cast

from ...graph.facts import Fact
from . import organogram, register
from .dating import date_above, date_in_name
from .grid import Grid, grids
from .headings import Headed
from .mapped import apply
from .mapping import Mapping

_SUFFIXES = frozenset({".csv", ".tsv", ".xlsx", ".xlsm", ".ods", ".fods"})
_ONE_TABLE = (".csv", ".tsv")
_LINE = re.compile(r"[^\n]")
_BODY = re.compile(r"\b(?:council|committee|board|panel|cabinet|authority|trust|forum|commission|partnership|governors|assembly|parliament|department|ministry|agency|office)\b", re.IGNORECASE)  # fmt: skip
_OF = re.compile(r"^.*\b(?:members?(?:hip)?|register|list|organogram|structure)\s+(?:of|for)\s+(?:the\s+)?|^the\s+", re.IGNORECASE)  # fmt: skip
_LONGEST_NAME = 90


class _Reader(Protocol):
    """What the reader of a kind of table offers."""

    def find(self, grid: Grid) -> Headed | None:
        """A grid as a table of the kind, if its headings say so."""

    def facts(self, text: str, table: Headed, date: str | None, body: str | None) -> Iterator[Fact]:
        """What the rows of a table state."""


READERS: dict[str, _Reader] = {"organogram": cast("_Reader", organogram), "register": cast("_Reader", register)}
"""The kinds of table that are known by their headings."""


@dataclass(frozen=True, slots=True)
class Tabled:
    """What the tables of a file state, the day they speak of, and the text without them."""

    facts: tuple[Fact, ...]
    date: str | None
    rest: str


def is_table(name: str) -> bool:
    """Whether a file, by its name, is a table."""
    return PurePath(name).suffix.casefold() in _SUFFIXES


def read_tables(name: str, text: str, date: str | None = None, mapping: Mapping | None = None) -> Tabled:
    """The facts of the tables in a table file's text; `date` is the day they speak of where they give none themselves.

    Raises MappingError where the mapping does not fit the file.
    """
    found = grids(text, sheets=not name.casefold().endswith(_ONE_TABLE))
    facts: list[Fact] = []
    taken: list[Grid] = []
    days: list[str | None] = []
    for kind, table in _tables(found, mapping):
        day = _day(name, table, date or (mapping.date if mapping else None))
        if kind is not None:
            facts += READERS[kind].facts(text, table, day, _body(table))
        elif mapping is not None:
            facts += apply(mapping, text, table, day)
        taken.append(table.grid)
        days.append(day)
    whole = next((d for d in days if d), None) or date or date_in_name(PurePath(name).stem)
    return Tabled(tuple(facts), whole, _without(text, taken))


def _tables(found: Sequence[Grid], mapping: Mapping | None) -> list[tuple[str | None, Headed]]:
    """The tables to read: by the mapping, else those whose headings are known, with their kind."""
    if mapping is not None:
        return [(mapping.table, table) for table in mapping.tables(found)]
    seen = ((kind, reader.find(grid)) for grid in found for kind, reader in READERS.items())
    known: dict[int, tuple[str | None, Headed]] = {}
    for kind, table in seen:
        if table is not None:
            known.setdefault(id(table.grid), (kind, table))
    return list(known.values())


def _day(name: str, table: Headed, date: str | None) -> str | None:
    """The day that a table speaks of: as told above it, else as given, else by the name of its sheet or file."""
    above = date_above(cell.said for row in table.above for cell in row.cells)
    return above or date or date_in_name(table.grid.sheet or "") or date_in_name(PurePath(name).stem)


def _body(table: Headed) -> str | None:
    """The body that the rows above a table or its sheet's name name."""
    said = [cell.said for row in table.above for cell in row.cells if cell.said]
    for line in (*said, table.grid.sheet or ""):
        name = _OF.sub("", line).strip(" :-")
        if _BODY.search(name) and len(name) <= _LONGEST_NAME and name[:1].isupper():
            return re.sub(r"\s*[-:,(]*\s*\b(?:members?(?:hip)?|register|organogram|as\s+(?:at|of))\b.*$", "", name, flags=re.IGNORECASE) or None  # fmt: skip
    return None


def _without(text: str, taken: Sequence[Grid]) -> str:
    """The text with the tables that have been read blanked out."""
    for grid in taken:
        text = text[: grid.start] + _LINE.sub(" ", text[grid.start : grid.end]) + text[grid.end :]
    return text
