"""The facts that the rows of a table state by a mapping.

Invariant: a row that leaves a value empty which its fact needs states nothing; dates, frequencies and capacities are
brought to the forms of the facts, and what is none of them is left out.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin, get_type_hints

from ...graph.facts import BY_NAME, Fact
from ..dates import find_dates
from ..frequency import find_frequencies
from .grid import Row, evidence
from .headings import Headed
from .mapping import Mapping, Wanted, cells, filled

_DATES = frozenset({"date", "as_of", "from", "to", "until", "met", "first_met"})
_DURATION = re.compile(r"P(?:\d+[YMWD])+")
_SLASHED = re.compile(r"\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\b")


def apply(mapping: Mapping, text: str, table: Headed, date: str | None) -> Iterator[Fact]:
    """The facts of a table's rows, row by row."""
    for row in table.rows:
        for wanted in mapping.facts:
            if mapping.keeps(table.head, row, wanted.only, wanted.skip):
                fact = _fact(mapping, wanted, text, table, row, date)
                if fact is not None:
                    yield fact


def _fact(mapping: Mapping, wanted: Wanted, text: str, table: Headed, row: Row, date: str | None) -> Fact | None:
    """What a row states by one entry of the mapping."""
    kind = BY_NAME[wanted.kind]
    hints = get_type_hints(kind)
    say = {name: row.said(table.columns[name]) for value in wanted.values.values() for t in value for name in cells(t)}
    given: dict[str, Any] = {}
    for field in dataclasses.fields(kind):
        name, hint = field.name.rstrip("_"), hints[field.name]
        if name == "evidence":
            continue
        said = [done for t in wanted.values.get(name, ()) if (done := filled(t, say))]
        values = [v for one in said if (v := _value(name, one, hint, mapping)) is not None]
        if hint == tuple[str, ...]:
            given[field.name] = tuple(values)
        elif values:
            given[field.name] = values[0]
        elif name == "as_of" and date:
            given[field.name] = date
        elif field.default is dataclasses.MISSING:
            return None
    columns = {name: table.columns[name] for name in (wanted.quote or tuple(say))}
    if not any(row.cell(column) for column in columns.values()):
        return None
    shown = next((name for name, column in columns.items() if row.cell(column)), None)
    proof = evidence(text, table.grid, row, columns, rule=f"{wanted.kind}.mapping", at=shown)
    return kind(evidence=proof, **given)


def _value(name: str, said: str, hint: Any, mapping: Mapping) -> str | None:
    """A value in the form that facts have it in; None if it is none."""
    if name in _DATES:
        return _date(said, month_first=mapping.month_first)
    if name == "deadline":
        return _date(said, month_first=mapping.month_first) or said
    if name in {"frequency", "meets"}:
        found = find_frequencies(said)
        return said if _DURATION.fullmatch(said) else found[0].iso if found else None
    if allowed := _allowed(hint):
        word = said.casefold()
        return word if word in allowed else next((a for a in allowed if re.match(rf"(?:vice[- ])?{a}", word)), None)
    return said


def _date(said: str, *, month_first: bool) -> str | None:
    """The date that a cell gives."""
    if month_first:
        said = _SLASHED.sub(r"\3\2\1\2\4", said)
    found = find_dates(said, years=True)
    return found[0].iso if found else None


def _allowed(hint: Any) -> tuple[str, ...]:
    """The values that a type of literals allows."""
    if get_origin(hint) is Literal:
        return tuple(get_args(hint))
    return next((tuple(get_args(part)) for part in get_args(hint) if get_origin(part) is Literal), ())
