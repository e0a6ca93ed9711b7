"""Registers as workbooks and CSV."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from remit.exports.registers import registers
from remit.exports.tables import csv_bytes, csv_text, guarded, sheet, xlsx_bytes

NASTY = (
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x")',
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "  =1",
    "http://x.example",
    "a\x00b\x0bc\ud800d",
)


def test_nothing_in_a_workbook_is_a_formula_or_a_link():
    """Texts that look like formulas or addresses stay the texts they are; what no file can hold is left out."""
    book = load_workbook(
        io.BytesIO(xlsx_bytes([sheet("Duties: a/b", ("Text", "Number"), [(one, 7) for one in NASTY])]))
    )
    page = book.worksheets[0]
    cells = [row[0] for row in page.iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)
    assert [cell.value for cell in cells][:8] == list(NASTY[:8])
    assert cells[8].value == "abcd"
    assert page["B2"].value == 7
    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref


def test_a_workbook_is_the_same_twice_and_names_its_sheets_apart():
    """The bytes depend on the rows alone; two tables of one name get two names."""
    tables = [sheet("Duties", ("A",), [("x",)]), sheet("duties", ("A",), [])]
    assert xlsx_bytes(tables) == xlsx_bytes(tables)
    assert load_workbook(io.BytesIO(xlsx_bytes(tables))).sheetnames == ["Duties", "duties 2"]


def test_a_text_too_long_for_a_cell_is_shortened_visibly():
    """The cut is within Excel's limit and says so."""
    page = load_workbook(io.BytesIO(xlsx_bytes([sheet("s", ("A",), [("x" * 40_000,)])]))).worksheets[0]
    assert len(page["A2"].value) == 32_000
    assert page["A2"].value.endswith("evidence]")


@pytest.mark.parametrize("text", NASTY[:7])
def test_csv_texts_are_guarded(text):
    """What a spreadsheet would take for a formula gets a mark before it; raw CSV is as it is."""
    assert guarded(text) == "'" + text
    table = sheet("s", ("A",), [(text,)])
    assert next(iter(list(csv.reader(io.StringIO(csv_text(table), newline="")))[1:]))[0] == "'" + text
    assert list(csv.reader(io.StringIO(csv_text(table, raw=True), newline="")))[1][0] == text


def test_csv_for_spreadsheets_says_that_it_is_utf8():
    """The mark stands at the start, but not for machines."""
    table = sheet("s", ("Né",), [("a",)])
    assert csv_bytes(table).startswith(b"\xef\xbb\xbf")
    assert csv_bytes(table, raw=True).decode() == "Né\r\na\r\n"


def test_the_registers_have_their_quotes(world):
    """Duties, directions and reporting lines each carry quote, document and place."""
    duties, directions, lines = registers(world.store, "2024-01-01")
    assert len(duties.rows) == 2
    assert any("prepare a Recovery Plan" in str(cell) for cell in duties.rows[0] + duties.rows[1])
    assert [row[0] for row in directions.rows] == ["Directions of 2021-03-03", "Directions of 2023-06-12"]
    assert ("Procurement Working Group", "reports to", "Recovery and Improvement Board") in [
        row[:3] for row in lines.rows
    ]
    assert all(len(row) == len(table.headings) for table in (duties, directions, lines) for row in table.rows)
