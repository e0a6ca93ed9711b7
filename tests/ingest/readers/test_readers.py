"""The readers: every format ends in the text that the structure pass reads."""

from __future__ import annotations

import shutil

import pytest

from remit.errors import DamagedDocument, EmptyDocument, MissingProgram, UnknownFormat
from remit.ingest import readers
from remit.ingest.pipeline import read


def test_binary_named_text(tmp_path):
    """A binary file that bears the ending of a text is refused as damaged."""
    path = tmp_path / "minutes.txt"
    path.write_bytes(bytes(range(256)) * 8)
    with pytest.raises(DamagedDocument):
        readers.read(path)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.csv"])
def test_empty(tmp_path, name):
    """A file with nothing in it is refused as empty, whatever its ending."""
    path = tmp_path / name
    path.write_bytes(b" \n\n")
    with pytest.raises(EmptyDocument):
        readers.read(path)


def test_unknown(tmp_path):
    """A file of no known form and ending is refused, and the word says what to do."""
    path = tmp_path / "a.xyz"
    path.write_bytes(b"\x00\x01\x02\x03")
    with pytest.raises(UnknownFormat, match="convert"):
        readers.read(path)


def test_sniffed_without_ending(tmp_path):
    """A web page without an ending is read as one."""
    path = tmp_path / "page"
    path.write_text("<!DOCTYPE html><html><body><h1>Terms of reference</h1></body></html>")
    assert readers.read(path) == "# Terms of reference\n"


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".pdf", ".xlsx"])
def test_damaged(tmp_path, suffix):
    """A file cut short is refused as damaged, in one line that names it."""
    path = tmp_path / f"cut{suffix}"
    path.write_bytes(b"PK\x03\x04rubbish" if suffix != ".pdf" else b"%PDF-1.7\nrubbish")
    with pytest.raises(DamagedDocument) as caught:
        readers.read(path)
    assert "\n" not in str(caught.value)
    assert f"cut{suffix}" in str(caught.value)


def test_missing_program(tmp_path, monkeypatch):
    """An old Word document without LibreOffice, and a scan without tesseract, say what to install."""
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    old = tmp_path / "old.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with pytest.raises(MissingProgram, match="LibreOffice"):
        readers.read(old)
    scan = tmp_path / "scan.png"
    scan.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
    with pytest.raises(MissingProgram, match="tesseract"):
        readers.read(scan)


def test_html_lists_and_tables(tmp_path):
    """Headings, ordered lists and cells of a web page come out in the conventions of text, scripts not at all."""
    path = tmp_path / "a.html"
    path.write_text(
        "<html><head><title>x</title><script>var a</script></head><body><nav>Home</nav><h2>Duties</h2>"
        "<p>The Panel must:</p><ol type='a'><li>meet</li><li>report</li></ol>"
        "<table><tr><th>Action</th><th>Owner</th></tr><tr><td><p>Write</p><p>Send</p></td><td>Clerk &lt;x&gt;</td></tr></table>"
        "</body></html>"
    )
    text = readers.read(path)
    assert "## Duties" in text
    assert "a. meet\nb. report" in text
    assert "Action\tOwner\n<p>Write</p><p>Send</p>\tClerk &lt;x>" in text
    assert "Home" not in text
    assert "var a" not in text
    cells = [b.clean for b in read(path).blocks if b.cell]
    assert cells == ["Action", "Owner", "Write", "Send", "Clerk <x>"]


def test_docx_numbers(tmp_path):
    """Word's headings, tables and bold lines come out; a paragraph keeps its words in order."""
    import docx

    document = docx.Document()
    document.add_heading("Terms of Reference", 1)
    document.add_paragraph("The Forum shall:")
    document.add_paragraph("meet quarterly", style="List Number")
    document.add_paragraph("report to the Board", style="List Number")
    document.add_paragraph("advise", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Chair", "Ann Other"
    run = document.add_paragraph().add_run("Membership")
    run.bold = True
    path = tmp_path / "a.docx"
    document.save(str(path))
    text = readers.read(path)
    assert "# Terms of Reference" in text
    assert "1. meet quarterly" in text
    assert "2. report to the Board" in text
    assert "• advise" in text
    assert "Chair\tAnn Other" in text
    assert "**Membership**" in text


def test_odt(tmp_path):
    """An OpenDocument text gives its headings, numbered items and table cells."""
    from odf.opendocument import OpenDocumentText
    from odf.table import Table, TableCell, TableRow
    from odf.text import H, List, ListItem, P

    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=2, text="Remit"))
    listed = List()
    for words in ("to advise", "to report"):
        item = ListItem()
        item.addElement(P(text=words))
        listed.addElement(item)
    document.text.addElement(listed)
    table = Table()
    row = TableRow()
    for words in ("Clerk", "Jo Pike"):
        cell = TableCell()
        cell.addElement(P(text=words))
        row.addElement(cell)
    table.addElement(row)
    document.text.addElement(table)
    path = tmp_path / "a.odt"
    document.save(str(path))
    text = readers.read(path)
    assert "## Remit" in text
    assert "• to advise\n• to report" in text
    assert "Clerk\tJo Pike" in text


def test_sheets(tmp_path):
    """CSV and Excel rows become rows of cells; dates are ISO and sheets keep their names."""
    import datetime as dt

    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = "Log"
    book.active.append(["Ref", "Due"])
    book.active.append([1.0, dt.datetime(2021, 3, 4)])  # noqa: DTZ001 - a sheet's dates have no zone
    path = tmp_path / "a.xlsx"
    book.save(path)
    assert readers.read(path) == "# Log\n\nRef\tDue\n1\t2021-03-04\n"
    comma = tmp_path / "a.csv"
    comma.write_text('Ref,Action\n1,"Write, then send\nit"\n', encoding="utf-8")
    assert readers.read(comma) == "Ref\tAction\n1\t<p>Write, then send</p><p>it</p>\n"


def test_legacy_ending_on_other_format(tmp_path):
    """A web page saved under the ending of an old word processor is read as a web page."""
    path = tmp_path / "a.doc"
    path.write_text("<html><body><p>The Board resolved.</p></body></html>")
    assert readers.read(path) == "The Board resolved.\n"


def test_encodings(tmp_path):
    """UTF-8 with a mark, UTF-16 and Windows-1252 are all read, line ends made one."""
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes("Chair’s report\r\nEnd".encode(encoding))
        assert readers.read(path).lstrip("\ufeff") == "Chair’s report\nEnd"
