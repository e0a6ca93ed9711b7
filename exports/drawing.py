"""A picture laid out: boxes and lines with whole-number places, ready to be drawn as SVG or in a page.

Boxes that hang on one line only, three or more from the same hub, stand under one another as a column, each reached from
the line that runs down beside them: so twelve officers of one manager take the room of two boxes, not of twelve.

Invariant: a pure function of the picture. The same algorithm stands in `assets/bundling.js`.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from .layout import WIDTH, Item, Net
from .picture import Box, Line, Picture
from .routing import Band, Point, Words, lay_out

FEWEST = 3
"""Boxes that make a column."""
TALLEST = 4
"""Boxes in a column before there are several."""
INDENT = 20
"""How far the boxes of a column stand in from its line."""
SPINE = 7
"""How far the line of a column stands in from its edge."""
BETWEEN = 10
"""Room between boxes of a column."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A box's upper left corner and width."""

    x: int
    y: int
    width: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawing: places of boxes, the corners of each line from source to target, words with the lines they are true of."""

    width: int
    height: int
    boxes: tuple[Spot, ...]
    paths: tuple[tuple[Point, ...], ...]
    words: tuple[tuple[Words, tuple[int, ...]], ...]
    bands: tuple[Band, ...]


def bundles(lines: Sequence[Line]) -> list[tuple[tuple[str, int], list[int]]]:
    """Lines gathered by the box at which they come together."""
    groups: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        groups[line.hub].append(index)
    return sorted(groups.items())


def leaf_of(line: Line, hub: int) -> int:
    """The end of a line that is not the hub."""
    return line.source if hub == line.target else line.target


def columns(shown: Picture) -> list[list[int]]:
    """Boxes that stand together: each alone, or as a column."""
    degree = Counter(end for line in shown.lines for end in (line.source, line.target))
    taken: dict[int, list[int]] = {}
    for (_, hub), members in bundles(shown.lines):
        groups: dict[tuple[int, int], list[int]] = defaultdict(list)
        for index in members:
            leaf = leaf_of(shown.lines[index], hub)
            box = shown.boxes[leaf]
            if degree[leaf] == 1 and (shown.boxes[hub].tier, shown.boxes[hub].rank) < (box.tier, box.rank):
                groups[box.tier, box.rank].append(leaf)
        for some in groups.values():
            if len(some) >= FEWEST:
                some.sort()
                parts = math.ceil(len(some) / TALLEST)
                size = math.ceil(len(some) / parts)
                for start in range(0, len(some), size):
                    for leaf in some[start : start + size]:
                        taken[leaf] = some[start : start + size]
    return [taken.get(box, [box]) for box in range(len(shown.boxes)) if taken.get(box, [box])[0] == box]


def drawn(shown: Picture) -> Sheet:
    """The layout of a picture."""
    groups = columns(shown)
    at = {box: (item, place) for item, some in enumerate(groups) for place, box in enumerate(some)}
    nets = []
    for (kind, hub), members in bundles(shown.lines):
        leaves = dict.fromkeys(at[leaf_of(shown.lines[index], hub)][0] for index in members)
        word = shown.lines[members[0]].verb if kind.startswith("reports") else ""
        nets.append(Net(at[hub][0], tuple(leaves), word))
    layout = lay_out([_item([shown.boxes[box] for box in some]) for some in groups], nets)
    spots = _spots(shown, groups, [(placed.x, placed.y, placed.width) for placed in layout.boxes])
    paths: list[tuple[Point, ...]] = [()] * len(shown.lines)
    lines_of = []
    for ((_, hub), members), net, routes in zip(bundles(shown.lines), nets, layout.paths, strict=True):
        lines_of.append(tuple(members))
        for index in members:
            line = shown.lines[index]
            leaf = leaf_of(line, hub)
            item, _ = at[leaf]
            route = routes[net.leaves.index(item)]
            if len(groups[item]) > 1:
                route = _into_column(route, spots[leaf], shown.boxes[leaf].height)
            paths[index] = route if line.source == hub else route[::-1]
    words = tuple((one, lines_of[one.net]) for one in layout.words)
    return Sheet(layout.width, layout.height, tuple(spots), tuple(paths), words, layout.bands)


def _item(some: Sequence[Box]) -> Item:
    """A box, or a column of boxes, as one thing to place."""
    first = some[0]
    if len(some) == 1:
        return Item(first.tier, first.rank, first.height)
    height = sum(box.height for box in some) + BETWEEN * len(some)
    return Item(first.tier, first.rank, height, WIDTH + INDENT, SPINE)


def _spots(shown: Picture, groups: Sequence[Sequence[int]], places: Sequence[tuple[int, int, int]]) -> list[Spot]:
    """The place of every box, those of columns under one another."""
    spots = [Spot(0, 0, 0)] * len(shown.boxes)
    for some, (x, y, wide) in zip(groups, places, strict=True):
        if len(some) == 1:
            spots[some[0]] = Spot(x, y, wide)
            continue
        top = y
        for box in some:
            spots[box] = Spot(x + INDENT, top + BETWEEN, WIDTH)
            top += BETWEEN + shown.boxes[box].height
    return spots


def _into_column(route: tuple[Point, ...], spot: Spot, height: int) -> tuple[Point, ...]:
    """A line led on to a box of a column: down beside it, then into its side."""
    x = route[-1][0]
    y = spot.y + height // 2
    return (*route[:-1], (x, y), (spot.x, y))
