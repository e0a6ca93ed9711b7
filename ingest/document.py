"""The document model: text whose every character knows where it stands in the document.

A reader turns a file into one text, the document's text; the structure pass cuts it into blocks. Everything after that
works on blocks. Invariant: `document.text[start:end]` of any span handed out is the passage itself, so that evidence
taken from a block is verbatim however the block's own text was unwrapped and cleaned.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..graph.facts import Certainty, Evidence

_MARKUP = "#* \t\n"
BlockKind = Literal["heading", "paragraph", "item"]


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A stretch of clean text and where each of its characters stands in the document's text.

    `clean` has its lines unwrapped, runs of white space folded to one blank, inline markup dropped, character
    references read, and typographic quotes and dashes made plain (one character for one), so that rules need to know
    only `'`, `"` and `-`. `starts[i]` and `ends[i]` are the offsets of character i in the document's text.
    `breaks` are the positions in `clean` at which a line of the document begins (0 always among them).
    """

    clean: str
    starts: array[int]
    ends: array[int]
    breaks: tuple[int, ...] = (0,)

    def span(self, start: int = 0, end: int | None = None) -> tuple[int, int]:
        """Offsets in the document's text of `clean[start:end]`, blanks at both ends left out."""
        stop = len(self.clean) if end is None else end
        while start < stop and self.clean[start] == " ":
            start += 1
        while stop > start and self.clean[stop - 1] == " ":
            stop -= 1
        if start >= stop:
            at = self.starts[min(start, len(self.starts) - 1)] if self.starts else 0
            return at, at
        return self.starts[start], self.ends[stop - 1]

    def part(self, start: int, end: int) -> Text:
        """The stretch `clean[start:end]` as a text of its own."""
        inner = tuple(b - start for b in self.breaks if start < b < end)
        return Text(self.clean[start:end], self.starts[start:end], self.ends[start:end], (0, *inner))

    def cut(self, most: int) -> list[Text]:
        """The text in stretches of at most `most` characters, cut after a sentence where one ends in time."""
        out, at = [], 0
        while len(self.clean) - at > most:
            stop = self.clean.rfind(". ", at + most // 2, at + most) + 1 or self.clean.rfind(
                " ", at + most // 2, at + most
            )
            stop = stop if stop > at else at + most
            out.append(self.part(at, stop))
            at = stop + (self.clean[stop : stop + 1] == " ")
        return [*out, self.part(at, len(self.clean))] if out else [self]

    def lines(self) -> list[Text]:
        """The lines of the document that the stretch was unwrapped from."""
        stops = (*self.breaks[1:], len(self.clean))
        return [self.part(start, stop) for start, stop in zip(self.breaks, stops, strict=True)]


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table, all counted from 0; `head` marks a row of column headings."""

    table: int
    row: int
    column: int
    head: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A heading, a paragraph or a list item; `cell` says so if it stands in a table.

    `text` is what it says without its mark. `mark` is the mark as printed (`3.1`, `(a)`, `Item 5:`, `•`), `number` the
    mark's number or letter alone (`3.1`, `a`, `5`, empty for a bullet). `level` is the depth of a heading (1 the
    highest) or the nesting of an item. `section` is the index of the heading that governs the block; `stem` that of
    the block that its list hangs on (`The Council must:`), for items alone. `page` counts from 1.
    """

    index: int
    kind: BlockKind
    text: Text
    mark: str = ""
    number: str = ""
    level: int = 0
    section: int | None = None
    stem: int | None = None
    cell: Cell | None = None
    page: int | None = None

    @property
    def clean(self) -> str:
        """The clean text."""
        return self.text.clean


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A document as read: its name, its text, and the text cut into blocks in reading order.

    `lines` are the lines of the text as printed, page furniture left out, each cleaned but not unwrapped (columns stay
    apart: inside a line two or more blanks are kept as they are). `furniture` are the spans of headers, footers, page
    numbers and tables of contents, which state nothing.
    """

    name: str
    text: str
    blocks: tuple[Block, ...]
    lines: tuple[Text, ...] = ()
    pages: tuple[int, ...] = (0,)
    furniture: tuple[tuple[int, int], ...] = ()
    _children: dict[int, list[int]] = field(default_factory=dict, repr=False)
    _rows: dict[tuple[int, int], list[Block]] = field(default_factory=dict, repr=False)

    def page_at(self, offset: int) -> int | None:
        """The page (from 1) on which an offset stands; None for a document without pages."""
        if len(self.pages) < 2:
            return None
        return bisect_right(self.pages, offset)

    def headings(self, block: Block) -> list[Block]:
        """The headings that govern a block, the nearest first."""
        out: list[Block] = []
        at = block.section
        while at is not None and len(out) < 12:
            out.append(self.blocks[at])
            at = self.blocks[at].section
        return out

    def items(self, stem: Block) -> list[Block]:
        """The items of the list that hangs on a block, in order (not those nested deeper)."""
        if not self._children:
            for block in self.blocks:
                if block.stem is not None:
                    self._children.setdefault(block.stem, []).append(block.index)
        return [self.blocks[i] for i in self._children.get(stem.index, [])]

    def row(self, cell: Cell) -> list[Block]:
        """All blocks in the row of a cell, in order of columns."""
        if not self._rows:
            for block in self.blocks:
                if block.cell:
                    self._rows.setdefault((block.cell.table, block.cell.row), []).append(block)
        return self._rows.get((cell.table, cell.row), [])

    def locator(self, block: Block) -> str | None:
        """How the document itself would be cited for a block: its number under its heading's, or its row's label."""
        parts = [block.mark] if block.mark and block.number else []
        if block.cell and block.cell.column:
            label = next((b.clean for b in self.row(block.cell) if b.cell and b.cell.column == 0), "")
            parts.insert(0, label[:60])
        for heading in self.headings(block):
            if heading.number:
                if not (parts and parts[0].startswith(heading.number)):
                    parts.insert(0, heading.mark)
                break
        return " ".join(part for part in parts if part) or None

    def evidence(
        self,
        block: Block,
        start: int = 0,
        end: int | None = None,
        *,
        rule: str,
        certainty: Certainty = "explicit",
        until: tuple[Block, int] | None = None,
    ) -> Evidence:
        """Evidence for `block.clean[start:end]`; with `until=(other, stop)` on to `other.clean[:stop]`."""
        first, last = block.text.span(start, end)
        if until:
            last = max(last, until[0].text.span(0, until[1])[1])
        return Evidence(
            start=first,
            end=last,
            quote=self.text[first:last],
            rule=rule,
            certainty=certainty,
            page=self.page_at(first),
            locator=self.locator(block),
        )

    def evidence_of(
        self, text: Text, start: int = 0, end: int | None = None, *, rule: str, certainty: Certainty = "explicit"
    ) -> Evidence:
        """Evidence for a stretch of a line or other text that belongs to no one block, without the marks of a heading."""
        first, last = text.span(start, end)
        marked = self.text[first:last]
        first, last = (
            first + len(marked) - len(marked.lstrip(_MARKUP)),
            last - len(marked) + len(marked.rstrip(_MARKUP)),
        )
        return Evidence(first, last, self.text[first:last], rule, certainty, self.page_at(first), None)


def join(texts: Sequence[Text]) -> Text:
    """Several texts of one document as one, a blank between them; each begins a line."""
    clean, starts, ends = "", array("i"), array("i")
    breaks: list[int] = []
    for text in texts:
        if not text.clean:
            continue
        if clean:
            starts.append(ends[-1])
            ends.append(text.starts[0])
            clean += " "
        breaks.extend(b + len(clean) for b in text.breaks)
        clean += text.clean
        starts.extend(text.starts)
        ends.extend(text.ends)
    return Text(clean, starts, ends, tuple(breaks) or (0,))
