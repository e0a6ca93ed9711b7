"""The text that readers of marked-up formats write: what the structure pass reads, made in one place.

Headings are Markdown's, items begin with their mark, a table's row is one line with a tab between cells and `<p>` and
`<li>` inside them, blocks are parted by blank lines. Invariant: no word of the document is read as markup of ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_SPACE = re.compile(r"[ \t\r\n\u00a0]+")
_MOST_BLANK_ROWS = 100_000
_TAGLIKE = re.compile(r"<(?=[a-zA-Z/!])")


def folded(text: str) -> str:
    """Text with its runs of white space as one blank (form feeds are kept) and nothing in it that looks like a tag."""
    return _TAGLIKE.sub("&lt;", _SPACE.sub(" ", text)).strip(" ")


@dataclass(slots=True)
class Rendition:
    """A text in the making, block by block."""

    parts: list[str] = field(default_factory=list)
    open: str = ""

    def _add(self, line: str, kind: str) -> None:
        if self.parts and not (kind == self.open and kind in {"item", "row"}):
            self.parts.append("")
        self.parts.append(line)
        self.open = kind

    def heading(self, level: int, text: str) -> None:
        """A heading of a level from 1."""
        if text := folded(text):
            self._add(f"{'#' * min(max(level, 1), 6)} {text}", "heading")

    def paragraph(self, text: str) -> None:
        """A paragraph; line breaks in it part lines."""
        lines = [line for part in text.split("\n") if (line := folded(part))]
        if lines:
            self._add("\n".join(lines), "paragraph")

    def item(self, mark: str, text: str, depth: int = 1) -> None:
        """A list item under its mark, set in by its depth from 1."""
        if text := folded(text):
            self._add(f"{'    ' * (depth - 1)}{mark} {text}", "item")

    def row(self, cells: list[str], *, after: int = 0) -> bool:
        """A row of a table, each cell as `cell` gives it, with blank lines for rows left out before it; False for a blank one."""
        if not any(cell.strip() for cell in cells):
            return False
        after = min(after, _MOST_BLANK_ROWS)
        if after and (not self.parts or self.open == "row"):
            self.parts.extend([""] * after)
        elif after:
            self.parts.extend(["", *[""] * after])
            self.open = "row"
        self._add("\t".join(cells), "row")
        return True

    def end(self) -> None:
        """End a list or table, so that the next one is not taken for its going on."""
        self.open = ""

    def page(self) -> None:
        """Begin a page."""
        if self.parts:
            self.parts.append("\f")

    def text(self) -> str:
        """The whole."""
        return "\n".join(self.parts) + "\n" if self.parts else ""


def cell(parts: list[tuple[bool, str]]) -> str:
    """A cell of a row: its paragraphs and, where the flag says so, items."""
    kept = [(item, words) for item, text in parts if (words := folded(text.replace("\f", " ")))]
    if len(kept) == 1 and not kept[0][0]:
        return kept[0][1]
    return "".join(f"<li>{words}</li>" if item else f"<p>{words}</p>" for item, words in kept)
