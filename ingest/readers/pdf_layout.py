"""From the glyphs of a PDF page to lines of text that keep its columns apart by blanks.

A page's words are put on lines by height, and a wide gap inside a line becomes as many blanks as it is wide, so that
lists in columns and tables without rules can be read as they stand. Invariant: every glyph that pdfium reads as text is
in exactly one line, words in a line stand from left to right, lines from top to bottom.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_TALL = 2.2
_GAP = 0.95
_FULL = 0.9


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box in points, the origin at the lower left; `first` is the index of its first glyph."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    first: int

    @property
    def height(self) -> float:
        """How tall the box is."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Where its middle stands above the page's foot."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line: its words from left to right."""

    words: tuple[Word, ...]
    bottom: float
    top: float

    @property
    def middle(self) -> float:
        """Where its middle stands above the page's foot."""
        return (self.top + self.bottom) / 2


Box = tuple[float, float, float, float]


def turned(boxes: Sequence[Box], turn: int, sheet: Box) -> tuple[list[Box], float]:
    """The boxes of a page as they stand when text that runs `turn` quarters clockwise is set upright, and the height then.

    `sheet` is the page's frame (left, bottom, right, top) in the coordinates of the boxes.
    """
    left, bottom, right, top = sheet
    if turn == 1:
        return [(top - b[3], top - b[2], b[0] - left, b[1] - left) for b in boxes], right - left
    if turn == 2:
        return [(right - b[1], right - b[0], top - b[3], top - b[2]) for b in boxes], top - bottom
    return [(b[2] - bottom, b[3] - bottom, right - b[1], right - b[0]) for b in boxes], right - left


def words_of(text: str, boxes: Sequence[Box]) -> list[Word]:
    """The words of a page from its glyphs and their boxes (left, right, bottom, top), in pdfium's order."""
    words: list[Word] = []
    first = -1
    for at, char in enumerate(text):
        blank = char.isspace() or char in "\0\ufffe\uffff\x02"
        if first >= 0 and (blank or _apart(boxes[at - 1], boxes[at])):
            words.append(_word(text, boxes, first, at))
            first = -1
        if not blank and first < 0:
            first = at
    if first >= 0:
        words.append(_word(text, boxes, first, len(text)))
    return words


def _apart(before: Box, box: Box) -> bool:
    """Whether two glyphs that follow each other are too far apart for one word."""
    height = max(before[3] - before[2], 1.0)
    return box[0] - before[1] > _GAP * height or abs(box[2] - before[2]) > _TALL * height


def _word(text: str, boxes: Sequence[Box], first: int, stop: int) -> Word:
    part = boxes[first:stop]
    return Word(
        text[first:stop],
        min(b[0] for b in part),
        max(b[1] for b in part),
        min(b[2] for b in part),
        max(b[3] for b in part),
        first,
    )


def rows_of(words: Sequence[Word]) -> list[Row]:
    """The lines that the words stand on, from top to bottom."""
    if not words:
        return []
    usual = median(word.height for word in words)
    rows: list[tuple[list[Word], float, float]] = []
    for word in sorted(words, key=lambda w: (-w.middle, w.left)):
        top, bottom = word.top, word.bottom
        if word.height > _TALL * usual:
            top, bottom = word.middle + usual / 2, word.middle - usual / 2
        for place in range(len(rows) - 1, max(len(rows) - 4, -1), -1):
            held, low, high = rows[place]
            shared = min(high, top) - max(low, bottom)
            if shared > 0.5 * min(high - low, top - bottom):
                held.append(word)
                if top - bottom > high - low:
                    rows[place] = (held, bottom, top)
                break
        else:
            rows.append(([word], bottom, top))
    return [Row(tuple(sorted(held, key=lambda w: (w.left, w.first))), low, high) for held, low, high in rows]


def glyph_width(words: Sequence[Word]) -> float:
    """The width of a column of blanks: that of a narrow glyph of the page, so that columns do not run into each other."""
    widths = sorted((w.right - w.left) / len(w.text) for w in words if len(w.text) >= 3 and w.height > 0)
    return max(widths[len(widths) // 4], 1.0) if widths else 5.0


def line_pitch(rows: Sequence[Row], before: float) -> float:
    """The usual step from a line to the next of its paragraph, in points; 0 for a single line on the first page.

    What follows a line that runs to the right margin goes on with its paragraph more often than not; a page with few
    such lines takes the step of the page `before` it, else the lower quarter of all its steps.
    """
    if len(rows) < 2:
        return before
    margin = min(row.words[0].left for row in rows)
    full = margin + _FULL * (max(row.words[-1].right for row in rows) - margin)
    steps = sorted(a.middle - b.middle for a, b in pairwise(rows) if a.words[-1].right >= full)
    if len(steps) < 3:
        if before:
            return before
        steps = sorted(a.middle - b.middle for a, b in pairwise(rows))
    return steps[len(steps) // 4]


def line_of(row: Row, left: float, width: float) -> str:
    """A row as a line: single blanks inside its phrases, wide gaps by the place of what follows."""
    line = ""
    before: Word | None = None
    for word in row.words:
        place = round((word.left - left) / width)
        if before is None:
            line = " " * min(max(place, 0), 200)
        elif word.left - before.right > _GAP * min(word.height, before.height, row.top - row.bottom):
            line += " " * max(3, min(place - len(line), 200))
        elif word.left - before.right > 0.08 * word.height or word.first > before.first + len(before.text):
            line += " "
        line += word.text
        before = word
    return line


def in_columns(rows: Sequence[Row]) -> bool:
    """Whether a page is set in two columns of running text: most lines have a gap at one place with words on both sides."""
    gaps: list[float] = []
    for row in rows:
        words = row.words
        wide = [(b.left + a.right) / 2 for a, b in pairwise(words) if b.left - a.right > 1.2 * a.height]
        if len(wide) == 1:
            before = sum(len(w.text) + 1 for w in words if w.right < wide[0])
            after = sum(len(w.text) + 1 for w in words if w.left > wide[0])
            if before >= 28 and after >= 28:
                gaps.append(wide[0])
    if len(gaps) < 10 or len(gaps) < 0.45 * len(rows):
        return False
    middle = median(gaps)
    return sum(abs(gap - middle) < 25 for gap in gaps) >= 0.8 * len(gaps)
