"""Text that fits a box: its width estimated, wrapped, shortened visibly.

Invariant: no line is estimated wider than a box's inside. Widths are a little above those of the usual sans serif faces;
where a reader has only wider ones, the page sets its text smaller, and the SVG file gives long lines their length.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

INSIDE = 158
"""Room for text inside a box."""
SIZE = 13
"""The size of text in boxes."""
_NARROW = "iIl.,:;'|!j()[]/\\ ft-\N{RIGHT SINGLE QUOTATION MARK}"
_WIDE = "mwMW@%\N{EM DASH}"


def width(text: str, size: float = SIZE) -> float:
    """The estimated width of a text."""
    return sum(map(_em, text)) * size / 1000


@cache
def _em(char: str) -> int:
    """The estimated width of a character, in thousandths of an em."""
    if char in _NARROW:
        return 310
    if char in _WIDE:
        return 900
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return 1050
    return 720 if char.isupper() or not char.isascii() else 560


def plain(text: str) -> str:
    """A text on one line without control characters, marks of direction or lone surrogates."""
    if text.isprintable():
        return " ".join(text.split())
    kept = (
        " " if unicodedata.category(c) in {"Zl", "Zp", "Cc"} else c
        for c in text
        if unicodedata.category(c) not in {"Cs", "Cf"}
    )
    return " ".join("".join(kept).split())


_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip


def day_words(day: str) -> str:
    """A date as it is written in a letter: `14 June 2024`, `June 2024`, `2024`; what is no date stays as it is."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", day)
    if not found or not 0 < int(found[2] or 1) <= len(_MONTHS):
        return day
    parts = [str(int(found[3])) if found[3] else "", _MONTHS[int(found[2]) - 1] if found[2] else "", found[1]]
    return " ".join(filter(None, parts))


def box_lines(text: str, most: int) -> tuple[str, ...]:
    """A text as at most so many lines of a box; a long one ends in an ellipsis."""
    lines: list[str] = []
    used = 0.0
    space = width(" ")
    for word in plain(text).split(" "):
        if len(lines) > most:
            break
        for piece in _pieces(word):
            room = width(piece)
            if lines and used + space + room < INSIDE - 0.01:
                lines[-1] += f" {piece}"
                used += space + room
            else:
                lines.append(piece)
                used = room
    if len(lines) > most:
        last = lines[most - 1]
        while width(last + "\N{HORIZONTAL ELLIPSIS}") > INSIDE:
            last = last[:-1]
        lines = [*lines[: most - 1], last.rstrip(" ,;:") + "\N{HORIZONTAL ELLIPSIS}"]
    return tuple(lines)


def fitted(text: str, size: float) -> str:
    """A text that fits one line of a box at a size; a long one ends in an ellipsis."""
    text = plain(text)
    if width(text, size) <= INSIDE:
        return text
    while text and width(text + "\N{HORIZONTAL ELLIPSIS}", size) > INSIDE:
        text = text[:-1]
    return text.rstrip(" ,;:") + "\N{HORIZONTAL ELLIPSIS}"


def _pieces(word: str) -> list[str]:
    """A word in pieces that fit a line."""
    if width(word) <= INSIDE:
        return [word]
    pieces, piece = [], ""
    for char in word:
        if piece and width(piece + char) > INSIDE:
            pieces.append(piece)
            piece = ""
        piece += char
    return [*pieces, piece] if piece else pieces or [""]
