"""Ruled tables on a PDF page, as rows of cells parted by tabs.

The reader of tables is some fifty times slower than the reader of text, so only a page with ruling lines is given to
it. A table whose lines would go to and fro between its cells is left as lines, in which columns are
kept apart by blanks: a passage of the page must stay a passage of the text. Invariant: a table has at least two rows
and two columns, its cells' words are those inside its rules, and they stand in printed order.
"""

from __future__ import annotations

import html
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..structure.marks import find_mark
from .pdf_layout import Row

_LEAST_PATHS = 6
_MOST_PATHS = 4000
_SECONDS = 120.0
_PADDING = 8.0
_LABEL = 48
_SHORT = 0.85
_NUMBER = re.compile(r"(?:[A-Z/]{0,6}\s?\d[\d./-]*[.)a-z]{0,2})?")
_TURNED = re.compile(r"\S(?: +\S){5,}")


@dataclass(frozen=True, slots=True)
class Table:
    """A table's box (top and bottom counted from the page's head) and its rows as lines of text."""

    left: float
    right: float
    top: float
    bottom: float
    lines: tuple[str, ...]

    def holds(self, row: Row, height: float) -> bool:
        """Whether a printed line stands inside the table."""
        return self.top - 1 <= height - row.middle <= self.bottom + 1 and row.words[0].left >= self.left - 4


def has_rules(page: Any) -> bool:
    """Whether a page has enough strokes and rectangles for a ruled table."""
    from pypdfium2 import raw

    count = 0
    for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        count += 1
        if count > _MOST_PATHS:
            return False
    return count >= _LEAST_PATHS


class Tables:
    """The reader of tables of one file, opened at the first page that asks for it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file: Any = None
        self.until = time.monotonic() + _SECONDS

    def of(self, number: int) -> list[Table]:
        """The ruled tables of page `number` (from 0); none where they cannot be read, or after the time limit."""
        import pdfplumber

        if time.monotonic() > self.until:
            return []
        try:
            self.file = self.file or pdfplumber.open(self.path)
            page = self.file.pages[number]
            glyph = _glyph(page)
            found = [table for each in page.find_tables() if (table := _table(each, glyph))]
            page.close()
        except Exception:  # noqa: BLE001 - the page's words are kept as lines whatever goes wrong in the reader of tables
            return []
        return found

    def close(self) -> None:
        """Let go of the file."""
        if self.file is not None:
            self.file.close()


def _glyph(page: Any) -> float:
    """The average width of a page's glyphs, in points."""
    widths = [char["width"] for char in page.chars]
    return max(sum(widths) / len(widths), 1.0) if widths else 5.0


def _table(found: Any, glyph: float) -> Table | None:
    """A table as pdfplumber found it, on a page whose glyphs are `glyph` points wide on the average."""
    rows = [
        [_Cell.of(text or "", box, glyph) for text, box in zip(texts, row.cells, strict=True)]
        for texts, row in zip(found.extract(x_tolerance=1.5), found.rows, strict=True)
    ]
    filled = [column for column in zip(*rows, strict=True) if any(cell.lines for cell in column)]
    kept = [row for row in zip(*filled, strict=True) if any(cell.lines for cell in row)] if filled else []
    if len(kept) < 2 or len(filled) < 2 or _is_outline(kept):
        return None
    labelled = _is_labelled(kept)
    if not labelled and any(_interleaves(row) for row in kept):
        return None
    left, top, right, bottom = found.bbox
    lines = tuple(
        "\t".join(
            cell_text(cell.lines, 0.0 if labelled and place == 0 else cell.room) for place, cell in enumerate(row)
        )
        for row in kept
    )
    return Table(left, right, top, bottom, lines)


@dataclass(frozen=True, slots=True)
class _Cell:
    """The printed lines of a cell, and how many average glyphs have room on one."""

    lines: tuple[str, ...]
    room: float

    @classmethod
    def of(cls, text: str, box: tuple[float, float, float, float] | None, glyph: float) -> _Cell:
        lines = tuple(line for line in text.split("\n") if line.strip())
        return cls(lines, (box[2] - box[0] - _PADDING) / glyph if box else 0.0)


def _is_outline(rows: Sequence[Sequence[_Cell]]) -> bool:
    """Whether a table only sets numbers beside paragraphs: its lines say as much without it."""
    return len(rows[0]) == 2 and all(_NUMBER.fullmatch(" ".join(row[0].lines).strip()) for row in rows[1:])


def _is_labelled(rows: Sequence[Sequence[_Cell]]) -> bool:
    """Whether a table sets a label beside each text (terms of reference): few labels, all short, are wrapped."""
    labels = [row[0].lines for row in rows]
    wrapped = sum(len(label) > 1 for label in labels)
    return (
        len(rows[0]) == 2
        and all(label and sum(map(len, label)) <= _LABEL for label in labels)
        and wrapped <= len(rows) / 3
    )


def _interleaves(row: Sequence[_Cell]) -> bool:
    """Whether a row's lines go to and fro between cells: printed order, which quotes keep to, is then that of the lines."""
    cells = [cell.lines for cell in row if cell.lines]
    return any(len(lines) > 1 and not _TURNED.fullmatch(" ".join(lines)) for lines in cells[:-1])


def cell_text(lines: Sequence[str], room: float = 0.0) -> str:
    """A cell's lines on one line: wrapped lines joined, its paragraphs and items as markup.

    `room` is how many glyphs a line holds, 0 where that is not known: a line that had room for the next one's first
    word was ended on purpose. Glyphs that stand one a line are words turned to read upward.
    """
    if turned := _TURNED.fullmatch(" ".join(lines).strip()):
        return turned[0].replace(" ", "")[::-1]
    parts: list[tuple[bool, str]] = []
    last = ""
    for raw in lines:
        line = re.sub(r"\s+", " ", raw).strip()
        if not line:
            continue
        mark = find_mark(line)
        begins = mark is not None and mark.end < len(line)
        first = len(line.split(" ", 1)[0])
        short = 0 < len(last) + 1 + first < _SHORT * room
        last = line
        ended = line[:1].isupper() and (short or (_ended(parts[-1][1]) and len(parts[-1][1]) > 60)) if parts else False
        if parts and not begins and not ended:
            parts[-1] = (parts[-1][0], f"{parts[-1][1]} {line}")
        else:
            parts.append((begins, line))
    if len(parts) < 2:
        return escaped(parts[0][1]) if parts else ""
    return "".join(f"<li>{escaped(text)}</li>" if item else f"<p>{escaped(text)}</p>" for item, text in parts)


def _ended(text: str) -> bool:
    return text.endswith((".", ":", ";", "?", "!"))


def escaped(text: str) -> str:
    """Text of which nothing can be taken for markup."""
    return html.escape(text, quote=False).replace("&amp;", "&") if "<" in text or ">" in text else text
