"""Sheets that people fill in: written as Excel workbooks or CSV, and read back.

Invariant: what is read back is what was written, letter for letter, but for what was filled in; no cell is a formula.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from pathlib import Path

from ..errors import DamagedDocument, EmptyDocument, ReadError, UnknownFormat


def write_sheet(path: Path, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a sheet in the form that the name ends in, at one stroke."""
    from ..exports.tables import sheet, xlsx_bytes
    from ..graph.ledger.form import guarded

    if path.suffix.casefold() == ".xlsx":
        data = xlsx_bytes([sheet("review", head, rows)])
    else:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerows([head, *([guarded(cell) for cell in row] for row in rows)])
        data = out.getvalue().encode("utf-8-sig", "replace")
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(data)
    os.replace(part, path)  # noqa: PTH105 - one stroke


def read_sheet(path: Path) -> list[list[str]]:
    """The rows of a sheet's first table; ReadError where there are none."""
    suffix = path.suffix.casefold()
    if suffix not in {".xlsx", ".csv"}:
        raise UnknownFormat(str(path), "is no sheet; remit reads .xlsx and .csv")
    if not path.is_file():
        raise ReadError(str(path), "no such file")
    rows = _xlsx(path) if suffix == ".xlsx" else _csv(path)
    if not rows:
        raise EmptyDocument(str(path), "holds no row")
    return rows


def _xlsx(path: Path) -> list[list[str]]:
    import zipfile

    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(path, read_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise DamagedDocument(str(path), f"cannot be read as a workbook ({error})") from error
    rows = [
        ["" if cell is None else str(cell) for cell in row] for row in book.worksheets[0].iter_rows(values_only=True)
    ]
    book.close()
    return rows


def _csv(path: Path) -> list[list[str]]:
    from ..graph.ledger.form import bare

    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    head = text.partition("\n")[0]
    mark = max(",;\t", key=head.count)
    try:
        return [[bare(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark)]
    except csv.Error as error:
        raise DamagedDocument(str(path), f"cannot be read as CSV ({error})") from error
