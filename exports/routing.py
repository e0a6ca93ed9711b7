"""Leading lines round boxes: ports on boxes, tracks in the channels between rows, and the corners of every line.

Invariant: a line runs only in channels and in the gaps that its net keeps in the rows it passes, so never through a box;
two nets that run side by side in a channel do so on different tracks. All positions are whole numbers. The same
algorithm stands in `assets/routing.js`; a test holds the two together.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .layout import Cell, Item, Net, Rows, place, settle
from .tracks import Pins, Ports, port_key, tracks_of

TRACK = 12
"""Room between two tracks."""
PAD = 20
"""Room between a row and the nearest track; an arrow's head stands in it."""
WORDS = 15
"""Height of a line of words beside a box."""
_PORT = 16
_EDGE = 12

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Placed:
    """A box's upper left corner."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words on a line: centred on `x`, in the line of text at `y`; `leaf` is the box they stand beside."""

    net: int
    leaf: int
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
    """Places for all boxes and lines."""
    if not items:
        return Layout(0, 0, (), (), (), ())
    rows = place(items, nets)
    ports = _ports(rows)
    tracks = [tracks_of(pins, ports) for pins in rows.pins]
    texts, strips = _texts(rows, nets)
    tops, bottoms, track_top = _heights(rows, tracks, strips)
    boxes = []
    for cell in rows.cells:
        slack = (bottoms[cell.row] - tops[cell.row] - cell.height) // 2
        boxes.append(Placed(int(cell.x) - cell.width // 2, tops[cell.row] + slack))

    def level(net: int, channel: int) -> int:
        return track_top[channel] + TRACK * tracks[channel].get(net, 0)

    walk = _Walk(rows, ports, boxes, level)
    words = _words(rows, ports, texts, (tops, bottoms))
    return Layout(
        width=int(max(cell.x + cell.width / 2 for row in rows.rows for cell in row)) + 1,
        height=bottoms[-1] + PAD + TRACK * (max(tracks[-1].values(), default=-1) + 1),
        boxes=tuple(boxes),
        paths=tuple(tuple(walk.path(index, net.hub, leaf) for leaf in net.leaves) for index, net in enumerate(nets)),
        words=tuple(words),
        bands=tuple(_bands(rows, tops, bottoms)),
    )


def _ports(rows: Rows) -> Ports:
    """Where each net meets each box, from above to below; a net of two pins runs straight where it can."""
    ports: Ports = {}
    for row in rows.rows:
        for cell in row:
            if cell.box < 0:
                ports[port_key(cell, cell.net, 0)] = int(cell.x)
    for channel, pins in enumerate(rows.pins):
        for side in (1, 0):
            for cell in (
                rows.rows[channel] if side else (rows.rows[channel + 1] if channel + 1 < len(rows.rows) else [])
            ):
                if cell.box >= 0:
                    _ports_of(cell, side, pins, ports)
    return ports


def _ports_of(cell: Cell, side: int, pins: dict[int, Pins], ports: Ports) -> None:
    """The ports of one side of a box."""
    wanted = []
    for net, (above, below) in pins.items():
        if cell not in (above if side else below):
            continue
        others = [other for other in [*above, *below] if other is not cell]
        seen = [float(ports.get(port_key(o, net, 1 if o in above else 0), int(o.x))) for o in others]
        middle = sum(seen) / len(seen)
        wanted.append((middle, net, middle if len(others) == 1 else float(cell.x)))
    wanted.sort(key=lambda w: (w[0], w[1]))
    if not wanted:
        return
    half = cell.width / 2 - _EDGE
    step = min(float(_PORT), 2 * half / max(1, len(wanted) - 1))
    span = step * (len(wanted) - 1)
    flat = settle([w[2] for w in wanted], [1.0] * len(wanted), [step] * (len(wanted) - 1))
    for index, (place_, (_, net, _)) in enumerate(zip(flat, wanted, strict=True)):
        start = min(max(place_ - step * index, cell.x - half), cell.x + half - span)
        ports[port_key(cell, net, side)] = math.floor(start + step * index + 0.5)


@dataclass(slots=True)
class _Text:
    """Words beside a side of a box (0 above, 1 below), in a line of text; they stand for all lines that say the same."""

    nets: list[int]
    leaf: int
    side: int
    text: str
    line: int


def _texts(rows: Rows, nets: Sequence[Net]) -> tuple[list[_Text], list[list[int]]]:
    """The words beside boxes, and how many lines of text each side of a row needs."""
    texts: list[_Text] = []
    strips = [[0, 0] for _ in rows.rows]
    used: dict[tuple[int, int], dict[str, _Text]] = {}
    for index, net in enumerate(nets):
        hub = rows.cells[net.hub]
        for leaf, text in zip(net.leaves, net.words, strict=False):
            cell = rows.cells[leaf]
            side = 0 if hub.row < cell.row else 1
            lines = used.setdefault((leaf, side), {})
            if text in lines:
                lines[text].nets.append(index)
            else:
                lines[text] = _Text([index], leaf, side, text, len(lines))
                texts.append(lines[text])
                strips[cell.row][side] = max(strips[cell.row][side], len(lines))
    return texts, strips


def _heights(
    rows: Rows, tracks: list[dict[int, int]], strips: list[list[int]]
) -> tuple[list[int], list[int], list[int]]:
    """Top and bottom of each row, and the first track of the channel below it."""
    tops, bottoms, first = [], [], []
    y = 0
    for row, cells in enumerate(rows.rows):
        y += WORDS * strips[row][0]
        tops.append(y)
        bottoms.append(y + max((cell.height for cell in cells), default=0))
        first.append(bottoms[-1] + WORDS * strips[row][1] + PAD)
        y = first[-1] + TRACK * max(0, max(tracks[row].values(), default=0)) + PAD
    return tops, bottoms, first


def _words(rows: Rows, ports: Ports, texts: list[_Text], edges: tuple[list[int], list[int]]) -> list[Words]:
    """Words beside boxes, centred on the lines they stand for as far as the box's width allows."""
    out = []
    for one in texts:
        cell = rows.cells[one.leaf]
        half = min(len(one.text) * 3 + 4, cell.width // 2)
        low, high = int(cell.x) - cell.width // 2 + half, int(cell.x) + cell.width // 2 - half
        middle = sum(ports[port_key(cell, net, one.side)] for net in one.nets) // len(one.nets)
        above = edges[0][cell.row] - WORDS * one.line - 4
        y = edges[1][cell.row] + WORDS * (one.line + 1) - 3 if one.side else above
        out.append(Words(one.nets[0], one.leaf, one.text, min(max(middle, low), high), y))
    return out


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
