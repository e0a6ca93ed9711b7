"""Placing boxes in rows: order within a row, and whole-number positions from left to right.

A *net* joins one box, its hub, to others, its leaves, by one line that branches: all who report to a body are one net,
all duties of a direction another. Where a net passes a row on its way it keeps a gap there, so that no line ever runs
through a box. The same algorithm stands in `assets/layout.js`, for neighbourhoods laid out in the page; a test holds the
two together.

Invariant: the result depends on the order and values of the input alone; no two boxes of a row touch.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .ordering import Cell, number, order

WIDTH = 168
"""The width of every box."""
GAP = 18
"""The least room between two boxes of a row."""
SLIM = 10
"""The least room beside a gap that a passing line keeps."""
APART = 30
"""The least room between parts that no line joins."""
LANE = 8
"""The room that a passing line takes in a row."""
_PULLS = 14


@dataclass(frozen=True, slots=True)
class Item:
    """A box to place: its tier and rank within the tier, its size, and how far from the left its line enters (0: anywhere)."""

    tier: int
    rank: int
    height: int
    width: int = WIDTH
    port: int = 0


@dataclass(frozen=True, slots=True)
class Net:
    """A branching line: the index of its hub, the indices of its leaves, and the words that are true of all of it."""

    hub: int
    leaves: tuple[int, ...]
    word: str = ""


@dataclass(slots=True)
class Rows:
    """Boxes in rows, with the pins of each net in the channel below each row: (cells above, cells below)."""

    rows: list[list[Cell]]
    tiers: list[int]
    cells: list[Cell]
    pins: list[dict[int, tuple[list[Cell], list[Cell]]]]


def in_rows(items: Sequence[Item], nets: Sequence[Net], most: int) -> Rows:
    """Rows of at most so many boxes, with the gaps and pins of every net."""
    rows = _rows(items, most)
    _pin(rows, nets)
    for row in rows.rows:
        number(row)
    return rows


def place(rows: Rows) -> None:
    """Bring every cell in its order and to its place."""
    order(rows.rows)
    _spread(rows.rows)


def _rows(items: Sequence[Item], most: int) -> Rows:
    """Boxes by tier and rank; a row that is too long is dealt out over several."""
    cells = [Cell(0, item.width, item.height, box=index, port=item.port) for index, item in enumerate(items)]
    groups: dict[tuple[int, int], list[int]] = {}
    for index, item in enumerate(items):
        groups.setdefault((item.tier, item.rank), []).append(index)
    rows: list[list[Cell]] = []
    tiers: list[int] = []
    for key in sorted(groups):
        members = groups[key]
        parts = max(1, math.ceil(len(members) / most))
        for part in range(parts):
            for index in members[part::parts]:
                cells[index].row = len(rows)
            rows.append([cells[index] for index in members[part::parts]])
            tiers.append(key[0])
    return Rows(rows, tiers, cells, [{} for _ in rows])


def _pin(rows: Rows, nets: Sequence[Net]) -> None:
    """Give each net its gaps in the rows it passes, and its pins in every channel."""
    for index, net in enumerate(nets):
        hub = rows.cells[net.hub]
        leaves = [rows.cells[leaf] for leaf in net.leaves]
        deepest = max(leaf.row for leaf in leaves)
        highest = min(leaf.row for leaf in leaves)
        trunk = hub
        for row in range(hub.row, deepest):
            beyond = _gap(rows, index, row + 1) if row + 1 < deepest else None
            _join(rows, index, row, [trunk], [*([beyond] if beyond else []), *(c for c in leaves if c.row == row + 1)])
            trunk = beyond or trunk
        trunk = hub
        for row in range(hub.row - 1, highest - 1, -1):
            beyond = _gap(rows, index, row) if row > highest else None
            _join(rows, index, row, [*([beyond] if beyond else []), *(c for c in leaves if c.row == row)], [trunk])
            trunk = beyond or trunk
        level = [leaf for leaf in leaves if leaf.row == hub.row]
        if level:
            _join(rows, index, hub.row, [hub, *level], [])


def _gap(rows: Rows, net: int, row: int) -> Cell:
    """A gap for a net in a row, in the middle of it."""
    cell = Cell(row, LANE, net=net)
    rows.rows[row].insert(len(rows.rows[row]) // 2, cell)
    return cell


def _join(rows: Rows, net: int, channel: int, above: list[Cell], below: list[Cell]) -> None:
    """Note the pins of a net in a channel."""
    pins = rows.pins[channel].setdefault(net, ([], []))
    pins[0].extend(cell for cell in above if cell not in pins[0])
    pins[1].extend(below)
    for upper in above:
        for lower in below:
            upper.near[1].append(lower)
            lower.near[0].append(upper)


def _spread(rows: list[list[Cell]]) -> None:
    """Pull each cell towards its neighbours, keeping order and room; then round to whole numbers from 0."""
    for row in rows:
        x = 0.0
        for cell in row:
            cell.x = x + cell.width / 2
            x += cell.width + GAP
    for pull in range(_PULLS):
        last = pull >= _PULLS - 2
        for row in rows if pull % 2 == 0 else rows[::-1]:
            sides = (0, 1) if last else (pull % 2,)
            wanted = [_pulled(cell, sides) for cell in row]
            weights = [4.0 if cell.box < 0 else 1.0 for cell in row]
            room = [(a.width + b.width) / 2 + _between(a, b) for a, b in pairwise(row)]
            for cell, x in zip(row, settle(wanted, weights, room), strict=True):
                cell.x = x
    for row in rows:
        for cell in row:
            cell.x = math.floor(cell.x + 0.5)
    for _ in range(3):
        _straighten(rows)
    _pack(rows)
    left = min((cell.x - cell.width / 2 for row in rows for cell in row), default=0.0)
    for row in rows:
        for cell in row:
            cell.x -= left


def _straighten(rows: list[list[Cell]]) -> None:
    """Bring gaps that follow one another in a net to one place, as far as their neighbours leave room."""
    done: set[int] = set()
    for start in (cell for row in rows for cell in row if cell.box < 0):
        if id(start) in done:
            continue
        run, low, high = [], -math.inf, math.inf
        cell: Cell | None = start
        while cell is not None:
            a, b = _slack(rows[cell.row], cell)
            if max(low, a) > min(high, b):
                break
            low, high = max(low, a), min(high, b)
            run.append(cell)
            done.add(id(cell))
            cell = next((c for c in cell.near[1] if c.box < 0 and c.net == start.net), None)
        ends = [c.x for c in (run[0].near[0] + run[-1].near[1])] or [run[0].x]
        want = sorted(ends)[len(ends) // 2] if len(ends) < 3 else sum(c.x for c in run) / len(run)
        place_ = math.floor(min(max(want, low), high) + 0.5)
        for one in run:
            one.x = place_


def _pack(rows: list[list[Cell]]) -> None:
    """Bring parts that no line joins together, each as far to the left as those beside it leave room.

    The least shifts that keep parts apart: relaxed until nothing changes; where parts interlock they move as one.
    """
    parts = _parts(rows)
    part_of = {id(cell): number_ for number_, some in enumerate(parts) for cell in some}
    lefts = [min(cell.x - cell.width / 2 for cell in some) for some in parts]
    shifts = [math.floor(min(lefts) - left) for left in lefts]
    keep = [
        (part_of[id(a)], part_of[id(b)], min(0, math.ceil(a.x + (a.width + b.width) / 2 + APART - b.x)))
        for row in rows
        for a, b in pairwise(row)
        if part_of[id(a)] != part_of[id(b)]
    ]
    for _ in parts:
        moved = False
        for left, right, room in keep:
            if shifts[right] < shifts[left] + room:
                shifts[right] = shifts[left] + room
                moved = True
        if not moved:
            break
    for some, by in zip(parts, shifts, strict=True):
        for cell in some:
            cell.x += by


def _parts(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Cells that lines join, directly or by others."""
    seen: set[int] = set()
    parts = []
    for start in (cell for row in rows for cell in row):
        if id(start) in seen:
            continue
        seen.add(id(start))
        some = [start]
        for cell in some:
            for other in (*cell.near[0], *cell.near[1]):
                if id(other) not in seen:
                    seen.add(id(other))
                    some.append(other)
        parts.append(some)
    return parts


def _slack(row: list[Cell], cell: Cell) -> tuple[float, float]:
    """How far a cell can move in its row."""
    low, high = -math.inf, math.inf
    if cell.at > 0:
        left = row[cell.at - 1]
        low = left.x + (left.width + cell.width) / 2 + _between(left, cell)
    if cell.at + 1 < len(row):
        right = row[cell.at + 1]
        high = right.x - (right.width + cell.width) / 2 - _between(cell, right)
    return low, high


def _between(left: Cell, right: Cell) -> int:
    """The room between two cells of a row."""
    return GAP if left.box >= 0 and right.box >= 0 else SLIM


def _pulled(cell: Cell, sides: Sequence[int]) -> float:
    """Where a cell would stand for its neighbours' sake."""
    near = [other for side in sides for other in cell.near[side]]
    if not near:
        return cell.x
    return sum(other.x for other in near) / len(near)


def settle(wanted: Sequence[float], weights: Sequence[float], room: Sequence[float]) -> list[float]:
    """The places nearest to the wanted ones that keep the order and the room between neighbours.

    Least squares under `x[i+1] - x[i] >= room[i]`: pool adjacent violators (Ayer and others, 1955).
    """
    shift = [0.0]
    for step in room:
        shift.append(shift[-1] + step)
    blocks: list[list[float]] = []
    for want, weight, by in zip(wanted, weights, shift, strict=False):
        blocks.append([(want - by) * weight, weight, 1.0])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] > blocks[-1][0] / blocks[-1][1]:
            total, weight_sum, size = blocks.pop()
            blocks[-1][0] += total
            blocks[-1][1] += weight_sum
            blocks[-1][2] += size
    flat = [total / weight for total, weight, size in blocks for _ in range(int(size))]
    return [value + by for value, by in zip(flat, shift, strict=False)]
