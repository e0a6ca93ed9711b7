"""PDF pages: columns kept apart by blanks, ruled tables as rows, pages parted by form feeds."""

from __future__ import annotations

import pytest

from remit.errors import DamagedDocument
from remit.ingest.pipeline import read
from remit.ingest.readers import pdf
from remit.ingest.readers.pdf_layout import glyph_width, in_columns, line_of, rows_of, words_of
from remit.ingest.readers.pdf_tables import cell_text

TURNS = {0: "", 90: "0 1 -1 0 595 0 cm", 180: "-1 0 0 -1 595 842 cm", 270: "0 -1 1 0 0 842 cm"}
"""What sets content on a sheet so that it is upright once the sheet is turned."""


def _pdf(
    pages: list[list[tuple[float, float, str]]],
    rules: list[tuple[float, float, float, float]] = (),
    turn: int = 0,
    told: bool = True,
) -> bytes:
    """A small PDF: words at places of each page, and rules as strokes; on sheets turned, which the file tells or not."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for page in pages:
        lines = [TURNS[turn]]
        lines += [f"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET" for x, y, text in page]
        lines += [f"{a} {b} m {c} {d} l S" for a, b, c, d in rules]
        body = "\n".join(lines)
        objects.append(f"<< /Length {len(body)} >>\nstream\n{body}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R"
            f" /Rotate {turn if told else 0}"
            " /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{held}\nendobj\n".encode()
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF".encode()


def test_columns_and_pages(tmp_path):
    """Names and posts stay on one line with a wide gap, and the second page begins after a form feed."""
    path = tmp_path / "a.pdf"
    first = [
        (50, 700, "Present:"),
        (50, 680, "Ann Hart"),
        (300, 680, "Chief Executive"),
        (50, 660, "Ben Low left early."),
    ]
    path.write_bytes(_pdf([first, [(50, 700, "Second page of it all")]]))
    text = pdf.read(path)
    assert "Ann Hart   " in text
    assert text.index("Chief Executive") < text.index("Ben Low")
    assert "\f" in text
    assert [b.page for b in read(path).blocks if "Second" in b.clean] == [2]


def test_ruled_table(tmp_path):
    """Words between rules become a row of cells."""
    path = tmp_path / "a.pdf"
    across = [(50.0, y, 400.0, y) for y in (720.0, 690.0, 660.0)]
    down = [(x, 660.0, x, 720.0) for x in (50.0, 200.0, 400.0)]
    words = [(60, 700, "Action"), (210, 700, "Owner"), (60, 670, "Write to all"), (210, 670, "Clerk")]
    path.write_bytes(_pdf([words], across + down))
    assert "Action\tOwner\nWrite to all\tClerk" in pdf.read(path)


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_are_read_upright(tmp_path, turn, told):
    """A page whose text runs turned on the sheet is read as it is meant, whether the file turns the sheet or not."""
    path = tmp_path / "a.pdf"
    words = [
        (50, 560, "Present:"),
        (50, 540, "Ann Hart"),
        (300, 540, "Chief Executive"),
        (50, 500, "Ben Low left early."),
    ]
    path.write_bytes(_pdf([words], turn=turn, told=told))
    lines = [line for line in pdf.read(path).splitlines() if line]
    assert [" ".join(line.split()) for line in lines] == ["Present:", "Ann Hart Chief Executive", "Ben Low left early."]
    assert "Ann Hart   " in lines[1]


def test_a_ruled_table_on_a_turned_page(tmp_path):
    """Rules are found on a turned sheet too."""
    path = tmp_path / "a.pdf"
    across = [(50.0, y, 400.0, y) for y in (520.0, 490.0, 460.0)]
    down = [(x, 460.0, x, 520.0) for x in (50.0, 200.0, 400.0)]
    words = [(60, 500, "Action"), (210, 500, "Owner"), (60, 470, "Write to all"), (210, 470, "Clerk")]
    path.write_bytes(_pdf([words], across + down, turn=90))
    assert "Action\tOwner\nWrite to all\tClerk" in pdf.read(path)


def test_two_columns_of_running_text_are_read_one_after_the_other(tmp_path):
    """A page set in columns is read down the left one, then down the right one."""
    path = tmp_path / "a.pdf"
    left = [(50, 750 - 14 * n, f"left line {n} goes on across its column") for n in range(20)]
    right = [(320, 750 - 14 * n, f"right line {n} goes on across its column") for n in range(20)]
    path.write_bytes(_pdf([left + right]))
    text = pdf.read(path)
    assert text.index("left line 19") < text.index("right line 0")


def test_broken(tmp_path):
    """Half a PDF is damaged."""
    path = tmp_path / "a.pdf"
    path.write_bytes(_pdf([[(50, 700, "x")]])[:60])
    with pytest.raises(DamagedDocument):
        pdf.read(path)


def test_words_and_rows():
    """Glyphs become words and words rows, from top to bottom and left to right; a wide gap is as wide in blanks."""
    text = "a b\r\nc"
    boxes = [(0, 5, 90, 100), (5, 6, 90, 100), (60, 65, 90, 100), (0, 0, 0, 0), (0, 0, 0, 0), (0, 5, 70, 80)]
    words = words_of(text, boxes)
    rows = rows_of(words)
    assert [[w.text for w in row.words] for row in rows] == [["a", "b"], ["c"]]
    assert line_of(rows[0], 0, 5.0) == "a" + " " * 11 + "b"
    assert glyph_width([]) == 5.0
    assert not in_columns(rows)


def test_cell_text():
    """A wrapped cell is one line, its items marked up, letters turned upward read as they stand."""
    assert cell_text(["To write to", "all members"]) == "To write to all members"
    assert cell_text(["Duties", "(a) meet", "(b) report"]) == "<p>Duties</p><li>(a) meet</li><li>(b) report</li>"
    assert cell_text(["1 2 0 2 / 5 0"]) == "05/2021"
