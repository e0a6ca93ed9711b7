"""Tables as files: CSV and Excel workbooks, each row a row, each sheet under its name.

Invariant: a cell's words are kept as shown (dates as ISO, numbers without a false decimal); hidden or not, every filled
row is there, on the line of its number, so that a blank row is a blank line.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
import zipfile
from pathlib import Path
from typing import Any

from ...errors import DamagedDocument, EmptyDocument
from .rendition import Rendition, cell
from .text import decode

NAME = "sheet"
SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm")
_MOST_ROWS = 200_000
_MARKS = ",;\t|"
_TOLD = re.compile(r"sep=([,;\t|])\r?\n")
"""A first line by which Excel tells what parts the values."""


def sniff(head: bytes) -> bool:
    """Whether a file that begins with these bytes is an Excel workbook."""
    return head.startswith(b"PK") and b"xl/" in head


def read(path: Path) -> str:
    """The text of a table file.

    Raises DamagedDocument for a broken or encrypted one, EmptyDocument where no cell is filled.
    """
    out = Rendition()
    with path.open("rb") as file:
        packed = file.read(4) in {b"PK\x03\x04", b"\xd0\xcf\x11\xe0"}
    if path.suffix.casefold() in {".csv", ".tsv"} and not packed:
        _delimited(path, out)
    else:
        _workbook(path, out)
    text = out.text()
    if not text.strip():
        raise EmptyDocument(str(path), "no filled cell in it")
    return text


def _delimited(path: Path, out: Rendition) -> None:
    source = decode(path.read_bytes(), str(path)).removeprefix("\ufeff")
    if "\0" in source[:4096]:
        raise DamagedDocument(str(path), "is binary, not a table of text")
    if told := _TOLD.match(source):
        source = source[told.end() :]
    mark = told[1] if told else "\t" if path.suffix.casefold() == ".tsv" else _parted(source)
    try:
        blank = 0
        for row in csv.reader(source.splitlines(keepends=True), delimiter=mark):
            blank = 0 if out.row([_shown(value) for value in row], after=blank) else blank + 1
    except csv.Error:
        raise DamagedDocument(str(path), "is no table of values; check its quotes") from None


def _parted(source: str) -> str:
    """What parts the values of a table: the mark that its first line holds most of."""
    first = re.sub(r'"[^"]*"', "", source.lstrip().partition("\n")[0])
    return max(_MARKS, key=lambda mark: (first.count(mark), source[:4096].count(mark)))


def _workbook(path: Path, out: Rendition) -> None:
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with path.open("rb") as file:
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
            for sheet in book.worksheets:
                _sheet(sheet, out)
            book.close()
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        LookupError,
        AttributeError,
        ValueError,
        OSError,
        TypeError,
        SyntaxError,
        EOFError,
    ):
        raise DamagedDocument(
            str(path), "is a broken or encrypted workbook; save it again, without a password"
        ) from None


def _sheet(sheet: Any, out: Rendition) -> None:
    out.heading(1, sheet.title)
    blank = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True)):
        if number >= _MOST_ROWS:
            break
        cells = [_shown(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        blank = 0 if out.row(cells, after=blank) else blank + 1
    out.end()


def _shown(value: Any) -> str:
    """A cell's value as it is read."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        value = value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
    elif isinstance(value, float) and value.is_integer():
        value = int(value)
    return cell([(False, part) for part in str(value).split("\n")])
