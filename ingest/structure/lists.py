"""Lists: to which stem an item belongs, and how deep it stands.

Invariant: an item hangs on a block before it; marks of one form at one level share their stem.
"""

from __future__ import annotations

from typing import Protocol

from ..document import Block, BlockKind, Cell
from .marks import Mark, is_roman


class Item(Protocol):
    """What of a draft decides its place in a list."""

    kind: BlockKind
    mark: Mark | None
    indent: int


class Lists:
    """The lists that are open while blocks are laid down: the form of their marks, their stem and depth."""

    def __init__(self) -> None:
        self.open: list[tuple[str, int, int | None]] = []
        self.cell: Cell | None = None

    def clear(self) -> None:
        """Close all lists."""
        self.open = []

    def place(self, blocks: list[Block], draft: Item, cell: Cell | None) -> tuple[int | None, int]:
        """(index of the stem, depth from 1) for an item; (None, 0) for anything else, which closes the lists."""
        if (cell is None) != (self.cell is None) or (
            cell
            and self.cell
            and (cell.table, cell.row, cell.column) != (self.cell.table, self.cell.row, self.cell.column)
        ):
            self.clear()
        self.cell = cell
        if draft.kind != "item":
            self.clear()
            return None, 0
        form = draft.mark.form if draft.mark else "cell"
        if draft.mark and form in {"letter_half", "roman_half", "bracket_letter", "bracket_roman", "roman_dot"}:
            form = (
                "letters"
                if not is_roman(draft.mark.number) or not any(f == "roman" for f, _, _ in self.open)
                else "roman"
            )
            if (
                is_roman(draft.mark.number)
                and draft.mark.number.casefold() in {"i", "ii", "iii", "iv", "v"}
                and not self._follows(blocks, draft.mark)
            ):
                form = "roman"
        if form == "bullet" and draft.mark:
            form += draft.mark.text
        for place, (known, indent, stem) in enumerate(self.open):
            if known == form and (not form.startswith("bullet") or abs(indent - draft.indent) <= 4 or place == 0):
                del self.open[place + 1 :]
                return stem, place + 1
        stem = self._stem(blocks)
        self.open.append((form, draft.indent, stem))
        return stem, len(self.open)

    @staticmethod
    def _follows(blocks: list[Block], mark: Mark) -> bool:
        """Whether a letter follows the letter of the item before it (`h`, then `i`)."""
        last = next((b.number for b in reversed(blocks[-6:]) if b.kind == "item" and b.number), "")
        return len(last) == 1 and last.isalpha() and len(mark.number) == 1 and ord(mark.number) == ord(last) + 1

    def _stem(self, blocks: list[Block]) -> int | None:
        if not blocks:
            return None
        last = blocks[-1]
        if self.open:
            return last.index if last.kind == "item" else None
        return last.index
