"""Tables in text: rows of cells parted by tabs, pipes or wide blanks, with the paragraphs and lists inside their cells.

Invariant: every cell's text is a slice of the document's; a row whose first cell is empty goes on with the row before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..clean import clean
from ..document import Text, join
from .lines import Line
from .marks import find_mark

_PART = re.compile(r"<(/?)(p|li|ul|ol|br|div|td|tr)\b[^<>]{0,80}>", re.IGNORECASE)
_PIPE_RULE = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")
_MOST_CELLS = 120
_GAP = re.compile(r" {2,}|\t+")


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A paragraph (`item` false) or list item of a cell, with its mark."""

    text: Text
    row: int
    column: int
    item: bool = False
    mark: str = ""
    number: str = ""
    head: bool = False


def is_tab_row(line: Line) -> bool:
    """Whether a line is a row of cells parted by tabs (a number and a tab before a sentence is none)."""
    if "\t" not in line.raw.strip(" \n\r\f"):
        return False
    cells = line.raw.split("\t")
    first = cells[0].strip()
    if len(cells) > _MOST_CELLS:
        return False
    if len(cells) == 2 and re.fullmatch(r"[A-Z/]{0,6}\d[\d./-]*[.)]?", first):
        return False
    return any(cell.strip() for cell in cells[1:]) and (bool(first) or line.raw.startswith("\t"))


def lines_of_cell(lines: list[Line], at: int) -> int:
    """How many lines from `at` on, none blank, stand between two rows, and so in the last cell of the first."""
    for count in range(1, 9):
        if at + count >= len(lines) or lines[at + count].blank:
            return 0
        if is_tab_row(lines[at + count]):
            return count
    return 0


def is_pipe_row(line: Line) -> bool:
    """Whether a line is a row of a Markdown table."""
    raw = line.raw.strip()
    return raw.startswith("|") and 2 <= raw.count("|") <= _MOST_CELLS


def cells_of(text: str, line: Line) -> list[tuple[int, int]]:
    """Spans in the document's text of the cells of a tab or pipe row."""
    if is_pipe_row(line):
        inner_start = line.start + line.raw.index("|") + 1
        bounds, at = [], inner_start
        for found in re.finditer(r"(?<!\\)\|", text[inner_start : line.end]):
            bounds.append((at, inner_start + found.start()))
            at = inner_start + found.end()
        if text[at : line.end].strip():
            bounds.append((at, line.end))
        return bounds
    bounds, at = [], line.start
    for cell in line.raw.split("\t"):
        bounds.append((at, at + len(cell)))
        at += len(cell) + 1
    return bounds


def read_rows(text: str, lines: list[Line]) -> list[Piece]:
    """The pieces of a table whose rows are these lines (rules of a Markdown table among them)."""
    pieces: list[Piece] = []
    row = -1
    headed = any(is_pipe_row(line) and _PIPE_RULE.match(line.raw) for line in lines)
    for line in lines:
        if line.blank or (is_pipe_row(line) and _PIPE_RULE.match(line.raw)):
            continue
        if pieces and "\t" not in line.raw and not is_pipe_row(line):
            last = pieces[-1]
            found = _pieces(text, line.start, line.end, last.row, last.column, head=last.head)
            if (
                found
                and not found[0].item
                and found[0].text.clean[:1].islower()
                and not last.text.clean.endswith((".", ";", ":"))
            ):
                pieces[-1] = replace(last, text=join([last.text, found[0].text]))
            else:
                pieces.extend(found)
            continue
        cells = cells_of(text, line)
        broken = _goes_on(text, pieces, cells)
        if row < 0 or (text[slice(*cells[0])].strip() and not broken):
            row += 1
        for column, (start, end) in enumerate(cells):
            found = _pieces(text, start, end, row, column, head=headed and row == 0)
            if found and broken and pieces and column == 1:
                last = pieces.pop()
                found[0] = replace(
                    found[0], text=join([last.text, found[0].text]), item=last.item, mark=last.mark, number=last.number
                )
            if found and broken and column == 0:
                place = next((i for i, p in enumerate(pieces) if p.row == row and p.column == 0), None)
                if place is not None:
                    pieces[place] = replace(pieces[place], text=join([pieces[place].text, found[0].text]))
                    continue
            pieces.extend(found)
    return pieces


def _goes_on(text: str, pieces: list[Piece], cells: list[tuple[int, int]]) -> bool:
    """Whether a row of two cells goes on, mid-sentence, with the last words of the row before (a page break between)."""
    if not pieces or len(cells) != 2 or pieces[-1].column != 1:
        return False
    words = clean(text, *cells[1]).clean
    return words[:1].islower() and not pieces[-1].text.clean.endswith((".", ";", ":", "!", "?"))


def _pieces(text: str, start: int, end: int, row: int, column: int, *, head: bool) -> list[Piece]:
    """The paragraphs and items of one cell."""
    bounds: list[tuple[int, int, bool]] = []
    at, item = start, False
    for tag in _PART.finditer(text, start, end) if text.find("<", start, end) >= 0 else ():
        if text[at : tag.start()].strip():
            bounds.append((at, tag.start(), item))
        item = tag[2].lower() == "li" and not tag[1]
        at = tag.end()
    if text[at:end].strip():
        bounds.append((at, end, item))
    out = []
    for first, last, listed in bounds:
        words = clean(text, first, last)
        mark = find_mark(text[first:last])
        if mark and mark.end < last - first and (listed or mark.form != "number"):
            out.append(Piece(clean(text, first + mark.end, last), row, column, True, mark.text, mark.number, head))
        elif words.clean:
            out.append(Piece(words, row, column, listed, "", "", head))
    return out


def column_starts(line: str) -> list[int]:
    """Where the columns of a line begin, if it looks like the head of a table: three or more short titles far apart."""
    starts = [0] if line[:1].strip() else []
    starts += [gap.end() for gap in _GAP.finditer(line) if gap.end() < len(line)]
    if not starts:
        return []
    cells = [line[a:b].strip() for a, b in zip(starts, [*starts[1:], len(line)], strict=True)]
    short = all(
        0 < len(cell) <= 26 and (not cell.endswith((".", ",", ";", ":")) or cell in {"No.", "Ref.", "Nr.", "Min."})
        for cell in cells
    )
    return starts if len(starts) >= 3 and short else []
