"""A picture laid out: boxes and lines with whole-number places, ready to be drawn as SVG or in a page.

Invariant: a pure function of the picture.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from .layout import Item, Net
from .picture import Line, Picture
from .routing import Layout, lay_out

Bundle = tuple[int, tuple[int, ...]]


def bundles(lines: Sequence[Line]) -> tuple[list[Net], list[list[int]]]:
    """Lines gathered into nets by the box at which they come together, and the lines of each net's leaves."""
    groups: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        groups[line.hub].append(index)
    nets, members = [], []
    for hub in sorted(groups):
        ends = []
        for index in groups[hub]:
            line = lines[index]
            ends.append(line.source if hub[1] == line.target else line.target)
        words = tuple(lines[index].verb for index in groups[hub]) if hub[0].startswith("reports") else ()
        nets.append(Net(hub[1], tuple(ends), words))
        members.append(groups[hub])
    return nets, members


def drawn(shown: Picture) -> tuple[Layout, list[list[tuple[int, int]]]]:
    """The layout of a picture, and for each line its corners from source to target."""
    nets, members = bundles(shown.lines)
    layout = lay_out([Item(box.tier, box.rank, box.height) for box in shown.boxes], nets)
    paths: list[list[tuple[int, int]]] = [[] for _ in shown.lines]
    for net, some, routes in zip(nets, members, layout.paths, strict=True):
        for index, route in zip(some, routes, strict=True):
            from_hub = shown.lines[index].source == net.hub
            paths[index] = list(route) if from_hub else list(route[::-1])
    return layout, paths
