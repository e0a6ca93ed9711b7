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
            found = [table for each in page.find_tables() if (table := _table(each))]
            page.close()
        except Exception:  # noqa: BLE001 - the page's words are kept as lines whatever goes wrong in the reader of tables
            return []
        return found

    def close(self) -> None:
        """Let go of the file."""
        if self.file is not None:
            self.file.close()


def _table(found: Any) -> Table | None:
    rows = [[cell or "" for cell in row] for row in found.extract(x_tolerance=1.5)]
    filled = [column for column in zip(*rows, strict=True) if any(cell.strip() for cell in column)]
    kept = [row for row in zip(*filled, strict=True) if any(cell.strip() for cell in row)] if filled else []
    if len(kept) < 2 or len(filled) < 2 or _is_outline(kept) or any(_interleaves(row) for row in kept):
        return None
    left, top, right, bottom = found.bbox
    return Table(
        left, right, top, bottom, tuple("\t".join(cell_text(cell.split("\n")) for cell in row) for row in kept)
    )


def _is_outline(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table only sets numbers beside paragraphs: its lines say as much without it."""
    return len(rows[0]) == 2 and all(_NUMBER.fullmatch(row[0].strip()) for row in rows[1:])


def _interleaves(row: Sequence[str]) -> bool:
    """Whether a row's lines go to and fro between cells: printed order, which quotes keep to, is then that of the lines."""
    cells = [cell.strip() for cell in row if cell.strip()]
    return any("\n" in cell and not _TURNED.fullmatch(cell.replace("\n", " ")) for cell in cells[:-1])


def cell_text(lines: Sequence[str]) -> str:
    """A cell's lines on one line: wrapped lines joined, its paragraphs and items as markup.

    Glyphs that stand one a line are words turned to read upward.
    """
    if turned := _TURNED.fullmatch(" ".join(lines).strip()):
        return turned[0].replace(" ", "")[::-1]
    parts: list[tuple[bool, str]] = []
    for raw in lines:
        line = re.sub(r"\s+", " ", raw).strip()
        if not line:
            continue
        mark = find_mark(line)
        begins = mark is not None and mark.end < len(line)
        if parts and not begins and not (_ended(parts[-1][1]) and line[:1].isupper() and len(parts[-1][1]) > 60):
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
