"""Mappings: small YAML files that say what the columns of a table state.

Invariant: a mapping that has been read is whole: each key known, each fact with what its type needs. What is wrong is
told with the line and the key; whether the columns are there is told of each table.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from ...errors import MappingError
from ...graph.facts import BY_NAME
from .grid import Grid, Row
from .headings import Headed, plain, variants
from .yaml_nodes import Node, read_yaml

_CELL = re.compile(r"\{([^{}]+)\}")
_KEYS = ("table", "columns", "facts", "sheet", "heading row", "date", "dates", "only", "skip")
_KINDS = {"organogram": "post", "register": "register"}
_NEEDED = {"organogram": ("title", "superior"), "register": ("person",)}
_QUOTED = ("decision", "action", "function", "open_duty")
_MOST_ROWS_ABOVE = 25


@dataclass(frozen=True, slots=True)
class Wanted:
    """One fact that each row states: its type, its values as templates (`{Forename} {Surname}`), the columns to quote."""

    kind: str
    values: Map[str, tuple[str, ...]]
    quote: tuple[str, ...]
    only: Map[str, tuple[str, ...]]
    skip: Map[str, tuple[str, ...]]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """What a mapping file says; `mark` changes with its bytes."""

    name: str
    mark: str
    table: str | None
    columns: Map[str, str]
    facts: tuple[Wanted, ...]
    sheets: tuple[str, ...]
    heading_row: int | None
    date: str | None
    month_first: bool
    only: Map[str, tuple[str, ...]]
    skip: Map[str, tuple[str, ...]]
    lines: Map[str, int]

    def named(self) -> list[str]:
        """The columns that the mapping names, each once."""
        said = [*self.columns.values(), *self.only, *self.skip]
        for fact in self.facts:
            said += [name for value in fact.values.values() for template in value for name in cells(template)]
            said += [*fact.quote, *fact.only, *fact.skip]
        return list(dict.fromkeys(said))

    def tables(self, grids: Sequence[Grid]) -> list[Headed]:
        """The tables of a file that the mapping speaks of; raises MappingError where a sheet or column is missing."""
        wanted = grids
        if self.sheets:
            by_name = {grid.sheet or "": grid for grid in grids}
            for name in self.sheets:
                if name not in by_name:
                    raise MappingError(self.name, self.lines["sheet"], "sheet", f"no sheet {name!r} in the file; it has: {', '.join(by_name) or 'none'}")  # fmt: skip
            wanted = [by_name[name] for name in self.sheets]
        return [self._headed(grid) for grid in wanted]

    def _headed(self, grid: Grid) -> Headed:
        """A grid with its row of headings found."""
        named = self.named()
        rows = [
            (i, row) for i, row in enumerate(grid.rows[:_MOST_ROWS_ABOVE]) if self.heading_row in {None, row.number}
        ]
        best = max(rows, key=lambda r: (*_fit(r[1], named), -r[0]), default=None)
        if best is None:
            raise MappingError(self.name, self.lines.get("heading row", 1), "heading row", f"the table has no row {self.heading_row}")  # fmt: skip
        place, head = best
        for name in named:
            if _column(head, name) is None:
                has = [cell.said for cell in head.cells if cell.said]
                near = get_close_matches(name, has, 1, 0.6)
                hint = f"did you mean {near[0]!r}?" if near else f"row {head.number} has: {', '.join(has)[:200]}"
                raise MappingError(self.name, self.lines.get(f"column {name}", 1), name, f"no such column; {hint}")
        columns = self.columns or {name: name for name in named}
        at = {key: column for key, name in columns.items() if (column := _column(head, name)) is not None}
        at |= {name: column for name in named if (column := _column(head, name)) is not None}
        kept = tuple(row for row in grid.rows[place + 1 :] if self.keeps(head, row, self.only, self.skip))
        return Headed(grid, head, at, kept, grid.rows[:place])

    @staticmethod
    def keeps(head: Row, row: Row, only: Map[str, tuple[str, ...]], skip: Map[str, tuple[str, ...]]) -> bool:
        """Whether a row passes what `only` and `skip` say."""
        said = {name: row.said(_column(head, name)).casefold() for name in (*only, *skip)}
        return all(said[name] in values for name, values in only.items()) and not any(
            said[name] in values for name, values in skip.items()
        )


def cells(template: str) -> list[str]:
    """The columns that a template names."""
    return _CELL.findall(template)


def filled(template: str, say: Map[str, str]) -> str:
    """A template with the cells' words; empty if it names cells and all of them are empty."""
    named = cells(template)
    if named and not any(say[name] for name in named):
        return ""
    return " ".join(_CELL.sub(lambda match: say[match[1]], template).split())


def _column(head: Row, name: str) -> int | None:
    """The column of a heading: as printed, else but for case and marks."""
    exact = next((i for i, cell in enumerate(head.cells) if cell.said == name), None)
    return exact if exact is not None else next((i for i, c in enumerate(head.cells) if c.said and plain(c.said) == plain(name)), None)  # fmt: skip


def _fit(row: Row, named: Sequence[str]) -> tuple[int, int]:
    """How many of some columns a row names, and how many cells of it are filled."""
    return sum(_column(row, name) is not None for name in named), sum(bool(cell.said) for cell in row.cells)


def read_mapping(path: Path) -> Mapping:
    """The mapping of a YAML file; raises MappingError, or ReadError where it cannot be opened."""
    raw, root = read_yaml(path)
    name = str(path)
    top = root.entries(_KEYS)
    if ("table" in top) == ("facts" in top):
        raise root.wrong("table", "give either table: organogram or table: register, or facts:")
    kind = top["table"].one_of(tuple(_KINDS)) if "table" in top else None
    columns = _columns(top.get("columns"), kind, root)
    lines = {key: node.line for key, node in top.items()}
    facts = tuple(_wanted(node, lines) for node in top["facts"].items()) if "facts" in top else ()
    if "facts" in top and not facts:
        raise top["facts"].wrong("facts", "lists no fact")
    only, skip = _conditions(top.get("only"), lines), _conditions(top.get("skip"), lines)
    lines |= {f"column {heading.text()}": heading.line for heading in (top["columns"].entries(None).values() if "columns" in top else ())}  # fmt: skip
    return Mapping(
        name=name,
        mark=hashlib.sha256(raw).hexdigest()[:12],
        table=kind,
        columns=columns,
        facts=facts,
        sheets=tuple(node.text() for node in top["sheet"].items()) if "sheet" in top else (),
        heading_row=top["heading row"].number() if "heading row" in top else None,
        date=top["date"].date() if "date" in top else None,
        month_first="dates" in top and top["dates"].one_of(("day first", "month first")) == "month first",
        only=only,
        skip=skip,
        lines=lines,
    )


def _columns(node: Node | None, kind: str | None, root: Node) -> dict[str, str]:
    """The headings of a known kind of table by purpose."""
    if kind is None:
        if node is not None:
            raise node.wrong("columns", "goes with table:, not with facts:")
        return {}
    if node is None:
        raise root.wrong("columns", f"say which column is which: {', '.join(variants(_KINDS[kind]))}")
    found = {purpose: value.text() for purpose, value in node.entries(tuple(variants(_KINDS[kind]))).items()}
    if kind == "register" and {"forename", "surname"} <= found.keys():
        return found
    for purpose in _NEEDED[kind]:
        if purpose not in found:
            raise node.wrong(purpose, f"an {kind} needs this column" if kind[0] in "aeiou" else f"a {kind} needs this column")  # fmt: skip
    return found


def _wanted(node: Node, lines: dict[str, int]) -> Wanted:
    """One fact of the list."""
    given = node.entries(None)
    if "type" not in given:
        raise node.wrong("type", f"each fact needs one of: {', '.join(sorted(BY_NAME))}")
    kind = given.pop("type").one_of(tuple(sorted(BY_NAME)))
    fields = {field.name.rstrip("_"): field for field in dataclasses.fields(BY_NAME[kind]) if field.name != "evidence"}
    values: dict[str, tuple[str, ...]] = {}
    for key, value in given.items():
        if key in {"quote", "only", "skip"}:
            continue
        if key not in fields:
            raise value.wrong(key, f"a fact of type {kind} has: {', '.join((*fields, 'quote', 'only', 'skip'))}")
        values[key] = tuple(item.text() for item in value.items())
        lines |= {f"column {name}": value.line for template in values[key] for name in cells(template)}
    for key, field in fields.items():
        if field.default is dataclasses.MISSING and key not in values:
            raise node.wrong(key, f"a fact of type {kind} needs it")
    quote = tuple(item.text() for item in given["quote"].items()) if "quote" in given else ()
    if kind in _QUOTED and not quote:
        raise node.wrong("quote", f"a fact of type {kind} needs the column whose words it is")
    lines |= {f"column {name}": given["quote"].line for name in quote}
    if not quote and not any(cells(template) for value in values.values() for template in value):
        raise node.wrong("type", "no value names a column; write a column's heading in braces, like {Name}")
    return Wanted(kind, values, quote, _conditions(given.get("only"), lines), _conditions(given.get("skip"), lines), node.line)  # fmt: skip


def _conditions(node: Node | None, lines: dict[str, int]) -> dict[str, tuple[str, ...]]:
    """Columns with the values that count."""
    if node is None:
        return {}
    found = node.entries(None)
    lines |= {f"column {name}": value.line for name, value in found.items()}
    return {name: tuple(item.text().casefold() for item in value.items()) for name, value in found.items()}
