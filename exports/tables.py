"""Tables as files: Excel workbooks and CSV, from plain rows.

Invariant: no cell is ever a formula or an unasked link. In a workbook every text is written as text; in CSV, which knows
no types, a text that a spreadsheet would take for a formula gets a `'` before it, unless raw CSV for machines is wanted.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .graphs import clean

_FORMULA = re.compile(r"\s*[=+\-@\t\r]")
MOST = 32_000
"""Characters of a cell; Excel's own limit is 32,767."""
CUT = "\N{HORIZONTAL ELLIPSIS} [shortened; the whole stands in the evidence]"
_WIDE = {"action": 48, "duty": 48, "quote": 60, "text": 60, "evidence": 60, "document": 28, "id": 18}
Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its name, headings and rows."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def sheet(name: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Sheet:
    """A table from any rows."""
    return Sheet(name, tuple(headings), tuple(tuple(row) for row in rows))


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def csv_text(table: Sheet, *, raw: bool = False) -> str:
    """A table as CSV; `raw` leaves texts unguarded, for machines."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in (table.headings, *table.rows):
        writer.writerow([_text(cell) if raw or not isinstance(cell, str) else guarded(_text(cell)) for cell in row])
    return out.getvalue()


def csv_bytes(table: Sheet, *, raw: bool = False) -> bytes:
    """A table as a CSV file; with the mark by which spreadsheets know UTF-8, unless it is for machines."""
    return csv_text(table, raw=raw).encode("utf-8" if raw else "utf-8-sig", "replace")


def xlsx_bytes(tables: Sequence[Sheet]) -> bytes:
    """Tables as a workbook, a sheet each: heading row frozen and filtered, long texts wrapped, landscape when printed."""
    import datetime as dt

    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": "remit", "created": dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)})
    top = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for name, table in zip(_names(tables), tables, strict=True):
        page = book.add_worksheet(name)
        for column, heading in enumerate(table.headings):
            page.write_string(0, column, _text(heading), top)
            page.set_column(column, column, _WIDE.get(heading.casefold(), 20))
        for number, row in enumerate(table.rows, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, (int, float)):
                    page.write_number(number, column, cell, body)
                elif cell:
                    page.write_string(number, column, _text(cell), body)
        page.freeze_panes(1, 1)
        if table.headings:
            page.autofilter(0, 0, len(table.rows), len(table.headings) - 1)
        page.repeat_rows(0)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
    book.close()
    return out.getvalue()


def _names(tables: Sequence[Sheet]) -> list[str]:
    """Names that Excel takes for sheets: at most 31 characters, none twice, no brackets, colons, stars or slashes."""
    out: list[str] = []
    for table in tables:
        name = re.sub(r"[\[\]:*?/\\]", " ", clean(table.name)).strip("' ")[:28] or "Sheet"
        taken = {other.casefold() for other in out}
        free = (f"{name} {number}" if number > 1 else name for number in range(1, len(tables) + 2))
        out.append(next(one for one in free if one.casefold() not in taken))
    return out


def _text(cell: Cell) -> str:
    """A cell as text, without what no file can hold, visibly shortened where it is too long for a cell."""
    text = clean("" if cell is None else str(cell))
    return text if len(text) <= MOST else text[: MOST - len(CUT)] + CUT
