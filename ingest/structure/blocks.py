"""From lines to blocks: paragraphs unwrapped, items with their marks, headings, tables, sections and stems.

Invariant: every printed line that is no furniture is in exactly one block, and blocks stand in reading order.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..clean import clean
from ..document import Block, BlockKind, Cell, Document, Text, join
from .columns import find_region, read_region
from .headings import heading_mark, level_of
from .joins import OPEN_END, TERMINAL, goes_on
from .lines import Line, furniture, letter_columns, split_lines
from .lists import Lists
from .marks import Mark, find_mark
from .tables import Piece, is_pipe_row, is_tab_row, lines_of_cell, read_rows
from .titles import begins_act, is_labelled, is_title, parted

_LONGEST = 4000
_TITLE_LEVEL = 6
_PLAIN_TITLE = 5


@dataclass(slots=True)
class Draft:
    """A block in the making."""

    kind: BlockKind
    lines: list[tuple[int, int]]
    mark: Mark | None = None
    indent: int = 0
    level: int = 0
    piece: Piece | None = None
    table: int = -1
    page: int = 1
    text: Text | None = field(default=None)


class Assembler:
    """Goes through the lines once and drafts the blocks."""

    def __init__(self, text: str) -> None:
        self.source = text
        whole, self.pages = split_lines(text)
        parts = [parted(text, line) for line in letter_columns(whole, text)]
        self.lines = [part for line in parts for part in line]
        self.headed = {line[0].start for line in parts if len(line) > 1}
        self.skip = furniture(self.lines)
        self.drafts: list[Draft] = []
        self.pending: list[Mark] = []
        self.tables = 0
        self.cleaned: dict[tuple[int, int], Text] = {}
        self.places = {line.start: i for i, line in enumerate(self.lines)}
        self.widths = [len(line.raw.rstrip()) for line in self.lines]

    def run(self) -> list[Draft]:
        """All drafts, in order."""
        at, gap, page = 0, True, 1
        while at < len(self.lines):
            line = self.lines[at]
            if at in self.skip or line.blank:
                gap = gap or line.blank
                at += 1
                continue
            stop = self._table(at)
            if stop > at:
                at, gap = stop, True
                continue
            self._line(at, gap or line.page != page)
            gap, page = False, line.page
            at += 1
        return self.drafts

    def _table(self, at: int) -> int:
        """Drafts of the table that begins at a line; the index after it, or `at` where none begins."""
        line = self.lines[at]
        is_row = is_pipe_row if is_pipe_row(line) else is_tab_row if is_tab_row(line) else None
        if is_row is None:
            stop = find_region(self.lines, at, self.skip)
            if stop > at:
                inner = {i - at for i in self.skip if at <= i < stop}
                self._pieces(read_region(self.lines[at:stop], self.source, inner), line.page)
            return stop
        stop = last = at
        while stop < len(self.lines) and stop - last < 5:
            if is_row(self.lines[stop]):
                last = stop
            elif not (self.lines[stop].blank or stop in self.skip):
                inside = lines_of_cell(self.lines, stop) if is_row is is_tab_row else 0
                if not inside:
                    break
                last = stop = stop + inside - 1
            stop += 1
        rows = [self.lines[i] for i in range(at, last + 1) if i not in self.skip]
        self._pieces(read_rows(self.source, rows), line.page)
        return last + 1

    def _pieces(self, pieces: list[Piece], page: int) -> None:
        for piece in pieces:
            kind: BlockKind = "item" if piece.item else "paragraph"
            self.drafts.append(Draft(kind, [], piece=piece, table=self.tables, page=page, text=piece.text))
        self.tables += 1

    def _line(self, at: int, gap: bool) -> None:
        line = self.lines[at]
        mark = find_mark(line.raw) or heading_mark(line.raw)
        if (
            mark
            and mark.form == "number"
            and not mark.text.endswith((".", ")"))
            and not gap
            and self.drafts
            and not self.pending
        ):
            mark = None
        rest = line.raw[mark.end :].strip() if mark else line.raw.strip()
        if mark and not rest:
            self.pending.append(mark)
            return
        if self.pending and not mark and self._takes_pending(line, gap):
            mark = self._next_pending(line)
            start = line.start + (len(line.raw) - len(line.raw.lstrip()))
        else:
            start = line.start + (mark.end if mark else 0)
        words = self.cleaned[start, line.end] = clean(self.source, start, line.end)
        after = at + 1 >= len(self.lines) or self.lines[at + 1].blank or at + 1 in self.skip
        after = after or self._stops_short(at, mark)
        level = level_of(
            line.raw, words.clean, mark.number if mark else "", mark.form if mark else "", before=gap, after=after
        )
        numbered = mark is not None and mark.form in {"number", "decimal"} and not level
        titled = (mark is None or numbered) and self._titles(at, words, gap, level)
        if level == _PLAIN_TITLE and is_labelled(words.clean):
            level = 0
        if titled:
            level = 3 + mark.number.count(".") if mark and numbered else level + 1 if level else _TITLE_LEVEL
        elif level and mark is None and self._goes_on(line, words, gap, titled=gap and after):
            level = 0
        if level:
            before = self.drafts[-1] if self.drafts else None
            if (
                before
                and not titled
                and before.kind == "heading"
                and not gap
                and not mark
                and (before.level == level or line.raw.isupper())
            ):
                before.lines.append((start, line.end))
                return
            self.drafts.append(Draft("heading", [(start, line.end)], mark, line.indent, level, page=line.page))
            return
        if mark is None and self._lost_mark(line, words):
            mark = Mark("lost", "", "", 0)
        if mark:
            kind: BlockKind = "paragraph" if mark.form in {"decimal", "reference", "minute"} else "item"
            if mark.form == "decimal":
                kind = self._decimal(mark, words)
            self.drafts.append(Draft(kind, [(start, line.end)], mark, line.indent, page=line.page))
        elif self._goes_on(line, words, gap):
            self.drafts[-1].lines.append((start, line.end))
        else:
            self.drafts.append(Draft("paragraph", [(start, line.end)], None, line.indent, page=line.page))

    def _decimal(self, mark: Mark, words: Text) -> BlockKind:
        """Whether a numbered paragraph is an item: it begins with a verb, on a stem that ends with a colon."""
        depth, first = mark.number.count("."), words.clean.split(maxsplit=1)[:1]
        last = next(
            (d for d in reversed(self.drafts[-12:]) if d.kind == "heading" or not d.mark or d.mark.form == "decimal"),
            None,
        )
        if not first or last is None or last.kind == "heading" or not last.lines or not begins_act(first[0]):
            return "paragraph"
        other = last.mark.number.count(".") if last.mark else -1
        opens = self.source[slice(*last.lines[-1])].rstrip().endswith((":", ":-", ":–"))
        return "item" if (opens and other < depth) or (last.kind == "item" and other == depth) else "paragraph"

    def _stops_short(self, at: int, mark: Mark | None) -> bool:
        """Whether a line ends where the first word of the next would have fitted, and matter of its own follows."""
        raw, follower = self.lines[at].raw.rstrip(), self.lines[at + 1].raw
        words, listed = follower.split(), find_mark(follower)
        if not words or (
            mark is None or (listed.form == mark.form and not mark.number.endswith(".0"))
            if listed
            else words[0][:1].islower()
        ):
            return False
        if len(words) <= (2 if mark else 8):
            return False
        longest = max(self.widths[max(0, at - 30) : at + 30])
        return len(raw) + 1 + len(words[0]) < min(longest, 100) - 4

    def _lost_mark(self, line: Line, words: Text) -> bool:
        """Whether a line is an item whose bullet was lost on the way to text.

        It follows its stem or another such item, and either is set in by the blank that stood after the bullet where
        the lines around it are not, or goes on a list of clauses that end in semicolons.
        """
        before = self.drafts[-1] if self.drafts else None
        if (
            before is None
            or before.piece
            or not before.lines
            or before.kind == "heading"
            or not words.clean[:1].isupper()
        ):
            return False
        last = self.source[slice(*before.lines[-1])].rstrip()
        listed = before.mark is not None and before.mark.form == "lost"
        opens = last.endswith(":")
        if not (listed or opens or (before.mark and before.mark.form == "bullet" and last.endswith(";"))):
            return False
        if 1 <= line.indent <= 3 and before.indent <= 3 and not words.clean.isupper():
            return True
        if listed and before.indent and not line.indent:
            return False
        return (opens and self._semicolons(line)) or (listed and last.endswith((";", "; and", "; or")))

    def _next_pending(self, line: Line) -> Mark:
        """The mark for a line among those that stood alone: a chapter's number for a title in capitals, else the first."""
        place = next((i for i, m in enumerate(self.pending) if m.form == "number"), 0) if line.raw.isupper() else 0
        mark = self.pending[place]
        del self.pending[: place + 1]
        return mark

    def _semicolons(self, line: Line) -> bool:
        """Whether the lines from this one on are clauses that end in semicolons."""
        at = self.places[line.start]
        near = [other.raw.rstrip() for other in self.lines[at : at + 6] if not other.blank]
        return any(raw.endswith((";", "; and", "; or")) for raw in near)

    def _takes_pending(self, line: Line, gap: bool) -> bool:
        """Whether a line takes the next of the marks that stood alone before it."""
        before = self.drafts[-1] if self.drafts else None
        if gap or before is None or before.kind == "heading" or not before.lines:
            return True
        last = self.source[slice(*before.lines[-1])].rstrip()
        if TERMINAL.search(last) or (len(self.pending) == 1 and self.pending[0].form == "bullet"):
            return True
        return line.raw.lstrip()[:1].isupper() and len(last) < 60 and not OPEN_END.search(last)

    def _goes_on(self, line: Line, words: Text, gap: bool, *, titled: bool = False) -> bool:
        """Whether a line without mark goes on with the block before it."""
        before = self.drafts[-1] if self.drafts else None
        if before is None or before.kind == "heading" or not before.lines:
            return False
        last = self.source[slice(*before.lines[-1])].rstrip()
        return goes_on(before, last, line, words.clean, gap=gap, titled=titled)

    def _titles(self, at: int, words: Text, gap: bool, level: int) -> bool:
        """Whether a line without mark is a chapter's title by its words, with what it heads on the lines below."""
        if not is_title(words.clean):
            return False
        if self.lines[at].start in self.headed:
            return True
        if level:
            return level in {2, 4, 5}
        follower = self.lines[at + 1] if at + 1 < len(self.lines) else None
        below = follower.raw.lstrip() if follower and not follower.blank else ""
        if not below or below[:1].islower() or (words.clean.endswith(":") and find_mark(below)):
            return False
        before = self.drafts[-1] if self.drafts else None
        last = self.source[slice(*before.lines[-1])].rstrip() if before and before.lines else ""
        return gap or before is None or before.kind == "heading" or not OPEN_END.search(last)


def build(name: str, text: str) -> Document:
    """The document of a text: its blocks with sections and stems, its printed lines, its pages."""
    assembler = Assembler(text)
    drafts = assembler.run()
    blocks: list[Block] = []
    open_headings: list[tuple[int, int]] = []
    lists = Lists()
    for draft in drafts:
        index = len(blocks)
        words = draft.text or join([assembler.cleaned.get((a, b)) or clean(text, a, b) for a, b in draft.lines])
        if not words.clean:
            continue
        if draft.kind == "heading":
            while open_headings and open_headings[-1][0] >= draft.level:
                open_headings.pop()
        section = open_headings[-1][1] if open_headings else None
        piece = draft.piece
        cell = Cell(draft.table, piece.row, piece.column, piece.head) if piece else None
        mark = draft.mark.text if draft.mark else piece.mark if piece else ""
        number = draft.mark.number if draft.mark else piece.number if piece else ""
        words, *more = words.cut(_LONGEST)
        stem, depth = lists.place(blocks, draft, cell)
        level = draft.level if draft.kind == "heading" else depth
        blocks.append(Block(index, draft.kind, words, mark, number, level, section, stem, cell, draft.page))
        if draft.kind == "heading":
            open_headings.append((draft.level, index))
            lists.clear()
        for rest in more:
            blocks.append(Block(len(blocks), "paragraph", rest, "", "", 0, section, None, cell, draft.page))
    printed = tuple(line.text for i, line in enumerate(assembler.lines) if i not in assembler.skip and not line.blank)
    aside = tuple((assembler.lines[i].start, assembler.lines[i].end) for i in sorted(assembler.skip))
    return Document(name, text, tuple(blocks), printed, tuple(assembler.pages), aside)
