"""`decisions.csv`: one decision a line, under a head of names; read, and written with the same bytes for the same ledger.

Invariant: a cell never begins with what a spreadsheet takes for a formula (an apostrophe stands before it and is taken
off again), and no cell holds a line break, so that two versions of a ledger can be laid side by side line by line.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import astuple, fields

from ...errors import LedgerError
from .entries import VERBS, Entry, Ledger, entry

COLUMNS = tuple(field.name for field in fields(Entry))
_FORMULA = r"=+\-@\uff1d\uff0b\uff0d\uff20"
_NEEDED = ("when", "who", "verb", "subject")
_PAIRS = ("same", "different")
_WHEN = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?\Z")


def plain(text: str) -> str:
    """Text on one line, without control characters."""
    return " ".join("".join(c for c in " ".join(text.split()) if c.isprintable()).split())


def guarded(text: str) -> str:
    """A cell as it is written: an apostrophe before what could be a formula, or before such an apostrophe."""
    return f"'{text}" if re.match(rf"'*[{_FORMULA}]", text) else text


def bare(cell: str) -> str:
    """A cell as it was meant; see `guarded`."""
    return cell[1:] if re.match(rf"'+[{_FORMULA}]", cell) else cell


def render(ledger: Ledger) -> str:
    """The file of a ledger."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in ledger.entries:
        writer.writerow([guarded(plain(cell)) for cell in astuple(one)])
    return out.getvalue()


def parse(text: str, where: str) -> Ledger:
    """The ledger of a file; a line without identifier is given one.

    Raises LedgerError, with the number of the line, for a line that is no decision.
    """
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    try:
        head = next(rows, None)
        if head is None:
            return Ledger()
        names = [name.strip().casefold() for name in head]
        if lacking := [name for name in _NEEDED if name not in names]:
            raise LedgerError(f"{where}: line 1 names no column {lacking[0]!r}; the head is {','.join(COLUMNS)}")
        found: list[Entry] = []
        seen: dict[str, int] = {}
        for row in rows:
            if any(cell.strip() for cell in row):
                one = _entry(dict(zip(names, row, strict=False)), where, rows.line_num, set(seen))
                if one.id in seen:
                    raise LedgerError(
                        f"{where}: line {rows.line_num} has the identifier of line {seen[one.id]}, {one.id}; "
                        "take one of the two out"
                    )
                seen[one.id] = rows.line_num
                found.append(one)
    except csv.Error as error:
        raise LedgerError(f"{where}: line {rows.line_num} is no CSV ({error}); mend it") from error
    return Ledger(found)


def _entry(row: dict[str, str], where: str, line: int, known: set[str]) -> Entry:
    """The decision of a row."""
    cells = {name: plain(bare(row.get(name, "").strip())) for name in COLUMNS}
    place = f"{where}: line {line}"
    if cells["verb"] not in VERBS:
        raise LedgerError(f"{place} decides {cells['verb']!r}; a decision is one of {', '.join(VERBS)}")
    if lacking := [name for name in _NEEDED if not cells[name]]:
        raise LedgerError(f"{place} says no {lacking[0]}; fill it in")
    if not _WHEN.match(cells["when"]):
        raise LedgerError(f"{place} is of {cells['when']!r}; write the time as 2024-06-14 or 2024-06-14T09:30:00Z")
    if cells["verb"] in _PAIRS and not cells["object"]:
        raise LedgerError(f"{place} says no object: the other name of {cells['verb']!r}; fill it in")
    if cells["verb"] == "undo" and cells["subject"] not in known:
        raise LedgerError(f"{place} undoes {cells['subject']!r}, which no line before it is; mend or take it out")
    id_ = cells.pop("id")
    made = entry(*(cells[name] for name in COLUMNS[1:]))
    return Entry(id_ or made.id, *(cells[name] for name in COLUMNS[1:]))
