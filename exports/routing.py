"""Leading lines round boxes: ports on boxes, tracks in the channels between rows, and the corners of every line.

Invariant: a line runs only in channels and in the gaps that its net keeps in the rows it passes, so never through a box;
two nets that run side by side in a channel do so on different tracks. All positions are whole numbers. The same
algorithm stands in `assets/routing.js`; a test holds the two together.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .labels import WORDS, Label, Labels, half_room, labels_of, widen
from .layout import Item, Net, Rows, in_rows, place, settle
from .ordering import Cell
from .tracks import Pins, Ports, port_key, tracks_of

TRACK = 10
"""Room between two tracks."""
PAD = 12
"""Room between a row and the nearest track; an arrow's head stands in it."""
EDGE = 12
"""Room between a box's corner and the nearest port."""

ROWS = (8, 6, 5, 11)
"""Boxes in a row before it is broken into several; which of them, the picture decides."""
FEW = 160
"""Boxes up to which several are tried."""
SCREEN = (1030, 600)
"""The part of a desk's screen that a page has for its picture."""

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Placed:
    """A box's upper left corner, and its width."""

    x: int
    y: int
    width: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words on the lines of a net: centred on `x`, in the line of text at `y`."""

    net: int
    text: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Band:
    """The rows of a tier, from `top` to `bottom`."""

    tier: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A finished layout; `paths[net][i]` are the corners of the line from the net's hub to its i-th leaf."""

    width: int
    height: int
    boxes: tuple[Placed, ...]
    paths: tuple[tuple[tuple[Point, ...], ...], ...]
    words: tuple[Words, ...]
    bands: tuple[Band, ...]


def lay_out(items: Sequence[Item], nets: Sequence[Net]) -> Layout:
    """Places for all boxes and lines: of rows of several lengths those that are seen largest on a screen."""
    if not items:
        return Layout(0, 0, (), (), (), ())
    tries = ROWS if len(items) <= FEW else ROWS[:1]
    return max(
        (_laid_out(items, nets, most) for most in tries),
        key=lambda made: min(SCREEN[0] / made.width, SCREEN[1] / made.height),
    )


def _laid_out(items: Sequence[Item], nets: Sequence[Net], most: int) -> Layout:
    """Places for all boxes and lines, with rows of at most so many boxes."""
    rows = in_rows(items, nets, most)
    labels = labels_of(rows, nets)
    widen(rows, labels)
    place(rows)
    ports = _ports(rows, labels)
    tracks = [tracks_of(pins, ports) for pins in rows.pins]
    tops, bottoms, track_top = _heights(rows, tracks, labels)
    boxes = [Placed(int(cell.x) - cell.width // 2, tops[cell.row], cell.width) for cell in rows.cells]

    def level(net: int, channel: int) -> int:
        return track_top[channel] + TRACK * tracks[channel].get(net, 0)

    walk = _Walk(rows, ports, boxes, level)
    return Layout(
        width=int(max(cell.x + cell.width / 2 for row in rows.rows for cell in row)) + 1,
        height=bottoms[-1] + 2 * WORDS + PAD + TRACK * (max(tracks[-1].values(), default=-1) + 1),
        boxes=tuple(boxes),
        paths=tuple(tuple(walk.path(index, net.hub, leaf) for leaf in net.leaves) for index, net in enumerate(nets)),
        words=tuple(_worded(one, rows, ports, boxes) for one in labels.values()),
        bands=tuple(_bands(rows, tops, bottoms)),
    )


def _ports(rows: Rows, labels: Labels) -> Ports:
    """Where each net meets each box, from above to below; a net of two pins runs straight where it can."""
    ports: Ports = {}
    for row in rows.rows:
        for cell in row:
            if cell.box < 0:
                ports[port_key(cell, cell.net, 0)] = int(cell.x)
    for channel, pins in enumerate(rows.pins):
        for side in (1, 0, 1):
            for cell in (
                rows.rows[channel] if side else (rows.rows[channel + 1] if channel + 1 < len(rows.rows) else [])
            ):
                if cell.box >= 0:
                    _ports_of(cell, side, pins, ports, labels)
    return ports


def _ports_of(cell: Cell, side: int, pins: dict[int, Pins], ports: Ports, labels: Labels) -> None:
    """The ports of one side of a box, each with room for its words."""
    wanted = []
    for net, (above, below) in pins.items():
        if cell not in (above if side else below):
            continue
        if cell.port:
            ports[port_key(cell, net, side)] = int(cell.x) - cell.width // 2 + cell.port
            continue
        others = [other for other in [*above, *below] if other is not cell]
        seen = [float(ports.get(port_key(o, net, 1 if o in above else 0), int(o.x))) for o in others]
        middle = sum(seen) / len(seen)
        straight = len(others) == 1 and not others[0].port
        wanted.append((middle, net, middle if straight else float(cell.x)))
    wanted.sort(key=lambda w: (w[0], w[1]))
    if not wanted:
        return
    half = [half_room(labels, cell.box, net, side) for _, net, _ in wanted]
    room = [float(a + b) for a, b in pairwise(half)]
    low = cell.x - cell.width / 2 + max(EDGE, half[0])
    high = cell.x + cell.width / 2 - max(EDGE, half[-1])
    tight = min(1.0, (high - low) / sum(room)) if sum(room) else 1.0
    room = [step * tight for step in room]
    flat = settle([w[2] for w in wanted], [1.0] * len(wanted), room)
    shift = 0.0
    for index, (_, net, _) in enumerate(wanted):
        start = min(max(flat[index] - shift, low), high - sum(room))
        ports[port_key(cell, net, side)] = math.floor(start + shift + 0.5)
        shift += room[index] if index < len(room) else 0.0


def _heights(rows: Rows, tracks: list[dict[int, int]], labels: Labels) -> tuple[list[int], list[int], list[int]]:
    """Top and bottom of each row, and the first track of the channel below it."""
    tops, bottoms, first = [], [], []
    strips: dict[tuple[int, int], int] = {}
    for label in labels.values():
        key = rows.cells[label.box].row, label.side
        strips[key] = max(strips.get(key, 0), WORDS + label.away)
    y = 0
    for row, cells in enumerate(rows.rows):
        y += strips.get((row, 0), 0)
        tops.append(y)
        bottoms.append(y + max((cell.height for cell in cells), default=0))
        first.append(bottoms[-1] + strips.get((row, 1), 0) + PAD)
        y = first[-1] + TRACK * max(0, max(tracks[row].values(), default=0)) + PAD
    return tops, bottoms, first


def _worded(label: Label, rows: Rows, ports: Ports, boxes: list[Placed]) -> Words:
    """Words beside a box, centred on their line."""
    cell, at = rows.cells[label.box], boxes[label.box]
    y = at.y + cell.height + WORDS - 3 + label.away if label.side else at.y - 5 - label.away
    return Words(label.net, label.text, ports[port_key(cell, label.net, label.side)], y)


def _bands(rows: Rows, tops: list[int], bottoms: list[int]) -> list[Band]:
    """The tiers from top to bottom."""
    out: list[Band] = []
    for row, tier in enumerate(rows.tiers):
        if out and out[-1].tier == tier:
            out[-1] = Band(tier, out[-1].top, bottoms[row])
        else:
            out.append(Band(tier, tops[row], bottoms[row]))
    return out


class _Walk:
    """Walks from hubs to leaves and notes the corners."""

    def __init__(self, rows: Rows, ports: Ports, boxes: list[Placed], level: Callable[[int, int], int]) -> None:
        self.rows, self.ports, self.boxes = rows, ports, boxes
        self.level = level

    def path(self, net: int, hub: int, leaf: int) -> tuple[Point, ...]:
        """The corners of the line from a hub to a leaf."""
        start, end = self.rows.cells[hub], self.rows.cells[leaf]
        down = end.row >= start.row
        x = self.ports[port_key(start, net, 1 if down else 0)]
        points = [(x, self._edge(hub, start, 1 if down else 0))]
        if end.row == start.row:
            channels, last_side = [start.row], 1
        elif down:
            channels, last_side = list(range(start.row, end.row)), 0
        else:
            channels, last_side = list(range(start.row - 1, end.row - 1, -1)), 1
        for channel in channels:
            into = channel + 1 if down else channel
            to = self.ports[port_key(end, net, last_side) if channel == channels[-1] else (-1 - into, net, 0)]
            if to != x:
                y = self.level(net, channel)
                points += [(x, y), (to, y)]
                x = to
        points.append((x, self._edge(leaf, end, last_side)))
        return tuple(points)

    def _edge(self, box: int, cell: Cell, side: int) -> int:
        """The height of a side of a box."""
        return self.boxes[box].y + (cell.height if side else 0)
