"""Files as people have them: wrong endings, odd encodings, tracked changes, text boxes, notes, hidden and spanning parts."""

from __future__ import annotations

import shutil
import zipfile

import pytest

from remit.errors import DamagedDocument, EmptyDocument, ReadError
from remit.ingest import readers
from remit.ingest.structure.lines import furniture, split_lines

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOX = f"""<w:p {W} xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:r><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent>
</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p>
</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Beside the box</w:t></w:r></w:p>"""
CHANGED = f"""<w:p {W}><w:r><w:t xml:space="preserve">The Board must </w:t></w:r><w:ins w:id="1" w:author="a"><w:r>
<w:t>report</w:t></w:r></w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>apologise</w:delText></w:r></w:del>
<w:moveFrom w:id="3" w:author="a"><w:r><w:t>to nobody</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>secretly</w:t></w:r>
<w:r><w:t xml:space="preserve"> to the Cabinet.</w:t></w:r></w:p>"""


@pytest.fixture
def word(tmp_path):
    """Makes a Word file of a document, its parts added to or changed by the functions given."""
    import docx
    from docx.oxml import parse_xml

    def make(*elements, parts=None):
        document = docx.Document()
        for element in elements:
            document.element.body.insert(len(document.element.body) - 1, parse_xml(element))
        path = tmp_path / "made.docx"
        document.save(str(path))
        if parts:
            held = {name: zipfile.ZipFile(path).read(name) for name in zipfile.ZipFile(path).namelist()}
            with zipfile.ZipFile(path, "w") as out:
                for name, data in parts(held).items():
                    out.writestr(name, data)
        return path

    return make


def test_tracked_changes_and_hidden_text(word):
    """A paper is read as it stands with its changes accepted; what it hides is not in it."""
    assert readers.read(word(CHANGED)) == "The Board must report to the Cabinet.\n"


def test_a_text_box_is_read_once(word):
    """A box's words stand once, as a paragraph of their own."""
    assert readers.read(word(BOX)) == "In the box\n\nBeside the box\n"


def test_footnotes_stand_at_the_end(word):
    """The words of a footnote are kept, the separator's are not."""
    note = f"""<?xml version="1.0"?><w:footnotes {W}><w:footnote w:id="0" w:type="separator"><w:p><w:r><w:t>-</w:t></w:r></w:p>
</w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>See section 3 of the Act.</w:t></w:r></w:p></w:footnote></w:footnotes>"""

    def with_note(held):
        kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        relation = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
        types, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
        held[types] = held[types].replace(
            b"</Types>", b'<Override PartName="/word/footnotes.xml" ContentType="' + kind + b'"/></Types>'
        )
        held[relations] = held[relations].replace(
            b"</Relationships>",
            b'<Relationship Id="rId99" Type="' + relation + b'" Target="footnotes.xml"/></Relationships>',
        )
        return held | {"word/footnotes.xml": note.encode()}

    body = f"<w:p {W}><w:r><w:t>The duty.</w:t></w:r></w:p>"
    assert readers.read(word(body, parts=with_note)) == "The duty.\n\nSee section 3 of the Act.\n"


def test_a_nested_table_is_read_once(tmp_path):
    """Rows of a table inside a cell of an OpenDocument text are words of that cell, and of no other row."""
    from odf.opendocument import OpenDocumentText
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    def table(rows):
        made = Table()
        for row in rows:
            line = TableRow()
            for held in row:
                place = TableCell()
                place.addElement(held if not isinstance(held, str) else P(text=held))
                line.addElement(place)
            made.addElement(line)
        return made

    paper = OpenDocumentText()
    paper.text.addElement(table([["Chair", "Ann"], ["Members", table([["Bo", "Cy"]])]]))
    paper.save(str(tmp_path / "a.odt"))
    assert readers.read(tmp_path / "a.odt") == "Chair\tAnn\nMembers\t<p>Bo</p><p>Cy</p>\n"


def test_an_opendocument_spreadsheet(tmp_path):
    """Sheets keep their names; rows that only fill the sheet up are left out."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    sheet = Table(name="Log")
    for row in (("Ref", "Action"), ("1", "Write to Zoë")):
        line = TableRow()
        for words in row:
            place = TableCell()
            place.addElement(P(text=words))
            line.addElement(place)
        sheet.addElement(line)
    rest = TableRow(numberrowsrepeated="1048570")
    rest.addElement(TableCell(numbercolumnsrepeated="1024"))
    sheet.addElement(rest)
    book.spreadsheet.addElement(sheet)
    book.save(str(tmp_path / "log.ods"))
    assert readers.read(tmp_path / "log.ods") == "# Log\n\nRef\tAction\n1\tWrite to Zoë\n"


def test_hidden_and_spanning_parts_of_a_page(tmp_path):
    """What a page hides is not read; a cell that spans rows leaves its place in the next row empty."""
    path = tmp_path / "a.html"
    path.write_text(
        "<p>Seen<span hidden> not</span></p><div style='display: none'>Not</div>"
        "<table><tr><td rowspan=2>Chair<td>Ann<tr><td>Bo<tr><td>Clerk<td>Cy</table>",
        encoding="utf-8",
    )
    assert readers.read(path) == "Seen\n\nChair\tAnn\n\tBo\nClerk\tCy\n"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
def test_tables_of_any_encoding_and_mark(tmp_path, encoding, mark):
    """A table is read whatever parts its values and whatever it is encoded in; a value may hold another mark."""
    path = tmp_path / "log.csv"
    rows = [["Ref", "Action", "Owner"], ["1", '"Write, now; to all | of them"', "Zoë Müller"]]
    path.write_bytes("\r\n".join(mark.join(row) for row in rows).encode(encoding))
    assert readers.read(path) == "Ref\tAction\tOwner\n1\tWrite, now; to all | of them\tZoë Müller\n"


def test_a_table_that_says_what_parts_it(tmp_path):
    """Excel's `sep=` line is heeded, and is no row."""
    path = tmp_path / "log.csv"
    path.write_text("sep=;\nRef;Action\n1;a, b, c\n", encoding="utf-8")
    assert readers.read(path) == "Ref\tAction\n1\ta, b, c\n"


@pytest.mark.parametrize("ending", [".pdf", ".txt", ".html", ".odt", ".xlsx", ".csv", ".doc"])
def test_a_wrong_ending_is_seen_through(word, tmp_path, ending):
    """A Word document is read as one whatever it is called."""
    path = word(CHANGED).rename(tmp_path / f"wrong{ending}")
    assert readers.read(path) == "The Board must report to the Cabinet.\n"


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".txt", ".csv", ".xlsx", ".html", ".odt", ".doc", ".png", ".md"])
def test_an_empty_file_is_told_as_empty(tmp_path, ending):
    """A file of no bytes is empty, not broken, whatever its ending."""
    path = tmp_path / f"none{ending}"
    path.write_bytes(b"")
    with pytest.raises(EmptyDocument, match="empty file"):
        readers.read(path)


@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".doc"])
def test_an_encrypted_office_file_is_told_as_such(tmp_path, ending):
    """A document under a password says so, and no other program is asked."""
    path = tmp_path / f"secret{ending}"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    )
    with pytest.raises(DamagedDocument, match="encrypted"):
        readers.read(path)


def test_every_refusal_is_one_line_that_says_what_to_do(tmp_path, monkeypatch):
    """Rubbish under any ending is refused in one line with the file's name and a hint, other programs there or not."""
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    for ending in sorted(readers.suffixes()):
        path = tmp_path / f"rubbish{ending}"
        path.write_bytes(bytes(range(256)) * 40)
        with pytest.raises(ReadError) as told:
            readers.read(path)
        assert "\n" not in str(told.value)
        assert path.name in str(told.value)
        assert ";" in told.value.reason or "," in told.value.reason, told.value.reason


def test_words_of_the_text_at_the_edge_of_pages_are_no_furniture():
    """Running heads are furniture; a line that goes on with a sentence, or has text between it and the edge, is not."""
    page = "HARBOUR BOARD\nMinutes of {n} June\nThe {thing} was noted.\nRESOLVED\nThat the {thing} be kept.\nSo he must report on it\nto the Cabinet every three months.\nPage {n}"
    text = "\n\f".join(page.format(n=n, thing=thing) for n, thing in enumerate(("quay", "crane", "tug"), 1))
    lines, _ = split_lines(text)
    found = {lines[i].text.clean.strip() for i in furniture(lines)}
    assert {"HARBOUR BOARD", "Minutes of 1 June", "Page 3"} <= found
    assert not any(word in line for line in found for word in ("Cabinet", "noted", "RESOLVED", "kept"))
