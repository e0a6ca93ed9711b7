"""PDF: the words of each page laid out on lines, ruled tables as rows of cells, pages without text through OCR.

Pages are read one at a time and closed, so that memory does not grow with their number but by their text. A page with
ruling lines is looked at again by a slower reader of tables. Invariant: page n of the file is page n of the text.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...errors import DamagedDocument, EmptyDocument, MissingProgram
from . import ocr
from .pdf_layout import Box, Row, Word, glyph_width, in_columns, line_of, line_pitch, rows_of, turned, words_of
from .pdf_tables import Table, Tables, has_rules

NAME = "PDF"
SUFFIXES = (".pdf",)
_LEAST = 20
_SAMPLE = 40
_BOLD = 600


def sniff(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a PDF."""
    return b"%PDF-" in head[:1024]


def read(path: Path) -> str:
    """The text of a PDF, a form feed between pages.

    Raises DamagedDocument for a broken or encrypted one, MissingProgram for a scan where no OCR is installed,
    EmptyDocument where nothing is printed.
    """
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if "password" in str(error).casefold():
            raise DamagedDocument(str(path), "is encrypted; save it without a password") from None
        raise DamagedDocument(str(path), "is a broken PDF; get a whole copy of it") from None
    ruled = Tables(path)
    try:
        pages = list(_pages(document, path, ruled))
    except pdfium.PdfiumError:
        raise DamagedDocument(str(path), "has a page that cannot be read; get a whole copy of it") from None
    finally:
        ruled.close()
        document.close()
    if not any(page.strip() for page in pages):
        raise EmptyDocument(str(path), "no text on any page")
    return "\n\f".join(pages) + "\n"


def _pages(document: Any, path: Path, ruled: Tables) -> Iterator[str]:
    missing: MissingProgram | None = None
    some = False
    pitch = 0.0
    for number in range(len(document)):
        page = document[number]
        textpage = page.get_textpage()
        try:
            text, boxes = _glyphs(textpage)
            turn = _turn(textpage, text)
            height = page.get_height()
            if turn:
                boxes, height = turned(boxes, turn, page.get_mediabox())
            words = words_of(text, boxes)
            if sum(len(word.text) for word in words) < _LEAST and _pictured(page):
                try:
                    yield ocr.read_page(page, path)
                    some = True
                except MissingProgram as error:
                    missing = error
                    yield text.replace("\r\n", "\n")
                continue
            some = some or bool(words)
            rows = rows_of(words)
            if in_columns(rows):
                yield _plain(text)
                continue
            upright = turn == -page.get_rotation() // 90 % 4
            tables = ruled.of(number) if upright and has_rules(page) else []
            pitch = line_pitch(rows, pitch)
            yield _laid_out(textpage, rows, tables, height, pitch)
        finally:
            textpage.close()
            page.close()
    if missing and not some:
        raise missing


def _turn(textpage: Any, text: str) -> int:
    """By how many quarters, clockwise, most of a page's text runs turned on the sheet."""
    from pypdfium2 import raw

    printed = [at for at, char in enumerate(text) if not char.isspace()]
    some = printed[:: max(1, len(printed) // _SAMPLE)]
    turns = Counter(round(raw.FPDFText_GetCharAngle(textpage.raw, at) / (math.pi / 2)) % 4 for at in some)
    return min(turns, key=lambda turn: (-turns[turn], turn), default=0)


def _glyphs(textpage: Any) -> tuple[str, list[Box]]:
    """The glyphs of a page and their boxes (left, right, bottom, top)."""
    from pypdfium2 import raw

    count = textpage.count_chars()
    text = textpage.get_text_range() if count else ""
    if len(text) != count:
        text = "".join(_char(raw.FPDFText_GetUnicode(textpage.raw, i)) for i in range(count))
    rect = raw.FS_RECTF()
    place = ctypes.byref(rect)
    get, handle = raw.FPDFText_GetLooseCharBox, textpage.raw
    boxes: list[Box] = []
    for i in range(count):
        get(handle, i, place)
        boxes.append((rect.left, rect.right, rect.bottom, rect.top))
    return text, boxes


def _char(code: int) -> str:
    """A character by its number; one that stands for half a pair or for nothing is a blank."""
    return chr(code) if 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000 else " "


def _plain(text: str) -> str:
    """The text of a page in pdfium's own order, which follows columns of running text."""
    return (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\ufffe\n", "-")
        .replace("\ufffe", "-")
        .replace("\x02", "-")
    )


def _pictured(page: Any) -> bool:
    """Whether a page holds a picture."""
    from pypdfium2 import raw

    return next(iter(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)), None) is not None


def _laid_out(textpage: Any, rows: list[Row], tables: list[Table], height: float, pitch: float) -> str:
    """The page's lines from top to bottom; those inside a ruled table give way to its rows."""
    words = [word for row in rows for word in row.words]
    if not words:
        return ""
    left, width = min(word.left for word in words), glyph_width(words)
    lines: list[str] = []
    before: Row | None = None
    done: set[int] = set()
    for row in rows:
        place = next((i for i, t in enumerate(tables) if t.holds(row, height)), None)
        if place is not None:
            if place not in done:
                done.add(place)
                lines += ["", *tables[place].lines, ""]
            before = None
            continue
        if before and before.middle - row.middle > 1.4 * max(pitch, 0.7 * (row.top - row.bottom)):
            lines.append("")
        line = line_of(row, left, width)
        lines.append(_marked(textpage, row, line))
        before = row
    return "\n".join(lines)


def _marked(textpage: Any, row: Row, line: str) -> str:
    """A line that is all in bold as such."""
    inner = line.strip()
    if not 3 < len(inner) < 110 or "   " in inner or "*" in inner:
        return line
    if all(_bold(textpage, word) for word in {row.words[0], row.words[len(row.words) // 2], row.words[-1]}):
        return line[: len(line) - len(line.lstrip())] + f"**{inner}**"
    return line


def _bold(textpage: Any, word: Word) -> bool:
    from pypdfium2 import raw

    at = word.first + len(word.text) // 2
    if raw.FPDFText_GetFontWeight(textpage.raw, at) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(96)
    raw.FPDFText_GetFontInfo(textpage.raw, at, name, 96, None)
    return b"bold" in name.value.lower()
