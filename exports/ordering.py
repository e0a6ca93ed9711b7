"""The order of boxes and gaps within rows: few crossings, first by the places of neighbours, then by exchange.

Invariant: the result depends on the order of the input alone. The same algorithm stands in `assets/ordering.js`; a test
holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass, field

_SWEEPS = 8
_SWAPS = 6


@dataclass(slots=True, eq=False)
class Cell:
    """A place in a row: a box, or (box -1) the gap that a net keeps."""

    row: int
    width: int
    height: int = 0
    box: int = -1
    net: int = -1
    port: int = 0
    at: int = 0
    x: float = 0.0
    near: tuple[list[Cell], list[Cell]] = field(default_factory=lambda: ([], []))


def number(row: list[Cell]) -> None:
    """Note each cell's place in its row."""
    for at, cell in enumerate(row):
        cell.at = at


def order(rows: list[list[Cell]]) -> None:
    """Order each row by the places of its neighbours, up and down; keep the order with the fewest crossings."""
    best = [list(row) for row in rows]
    fewest = _crossings(rows)
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        for row in rows if down else rows[::-1]:
            size = {id(cell): _middle(cell, 0 if down else 1) for cell in row}
            row.sort(key=lambda cell: (size[id(cell)], cell.at))
            number(row)
        _swap(rows)
        count = _crossings(rows)
        if count < fewest:
            best, fewest = [list(row) for row in rows], count
    for row, kept in zip(rows, best, strict=True):
        row[:] = kept
        number(row)


def _swap(rows: list[list[Cell]]) -> None:
    """Let neighbours of a row change places where fewer lines cross so."""
    for _ in range(_SWAPS):
        moved = False
        for row in rows:
            for i in range(len(row) - 1):
                left, right = row[i], row[i + 1]
                if _crossed(left, right) > _crossed(right, left):
                    row[i], row[i + 1] = right, left
                    right.at, left.at = i, i + 1
                    moved = True
        if not moved:
            return


def _crossed(left: Cell, right: Cell) -> int:
    """How often the lines of two neighbours cross."""
    return sum(1 for side in (0, 1) for a in left.near[side] for b in right.near[side] if a.at > b.at)


def _middle(cell: Cell, side: int) -> float:
    """The mean place of a cell's neighbours on one side, in shares of their row; its own where it has none."""
    near = cell.near[side] or cell.near[1 - side]
    if not near:
        return float(cell.at)
    return sum(float(other.at) for other in near) / len(near)


def _crossings(rows: list[list[Cell]]) -> int:
    """How often straight lines between neighbouring rows would cross."""
    count = 0
    for row in rows:
        ends = [lower.at for cell in row for lower in sorted(cell.near[1], key=lambda c: c.at)]
        for i, end in enumerate(ends):
            count += sum(1 for other in ends[i + 1 :] if other < end)
    return count
