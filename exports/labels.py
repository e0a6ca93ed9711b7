"""The words on lines: at which box each stands, and the room it needs there.

Words stand once for all of a net: beside the hub where its leaves come together, or, where there is one leaf, at the end
that has fewer words; a line that passes many rows says them at both ends.

Invariant: each label has a port of its own, and a box is as wide as its ports and their labels need, so that words stand
on no other line. The same algorithm stands in `assets/labels.js`; a test holds the two together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .layout import WIDTH, Net, Rows

WORDS = 15
"""Height of a line of words beside a box."""
LETTER = 6
"""Room for a letter of the words on a line."""
HEAD = 9
"""Room for the head of an arrow between a box and the words on its line."""
CROWD = 2
"""Words at one side of a box from which on those of far lines are not said twice."""
FAR = 3
"""Rows from which on a line says its words at both ends."""
_HALF = 8
_MARGIN = 24
_WIDEST = 4 * WIDTH


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside a side of a box (0 above, 1 below), for a net."""

    box: int
    net: int
    side: int
    text: str
    hub: bool = False

    @property
    def away(self) -> int:
        """How far from the box the words stand: beyond the arrow's head where there is one."""
        return HEAD if self.hub else 0


Labels = Mapping[tuple[int, int, int], Label]
"""Labels by box, net and side."""


def labels_of(rows: Rows, nets: Sequence[Net]) -> Labels:
    """The labels of all nets: those of many leaves first, then those of one, at the end that has fewer words yet."""
    out: dict[tuple[int, int, int], Label] = {}
    count: Counter[tuple[int, int]] = Counter()

    def put(box: int, net: int, side: int) -> None:
        out[box, net, side] = Label(box, net, side, nets[net].word, hub=box == nets[net].hub)
        count[box, side] += 1

    single = []
    for index, net in enumerate(nets):
        if not net.word:
            continue
        hub, leaves = rows.cells[net.hub], [rows.cells[leaf] for leaf in net.leaves]
        if len(leaves) == 1 and not leaves[0].port:
            single.append((index, hub, leaves[0]))
            continue
        if any(leaf.row >= hub.row for leaf in leaves):
            put(hub.box, index, 1)
        if any(leaf.row < hub.row for leaf in leaves):
            put(hub.box, index, 0)
    for index, hub, leaf in single:
        at_hub, at_leaf = (1 if leaf.row >= hub.row else 0), (0 if hub.row < leaf.row else 1)
        wanted = count[leaf.box, at_leaf] <= count[hub.box, at_hub]
        far = abs(hub.row - leaf.row) >= FAR
        if wanted or (far and count[leaf.box, at_leaf] < CROWD):
            put(leaf.box, index, at_leaf)
        if not wanted or (far and count[hub.box, at_hub] < CROWD):
            put(hub.box, index, at_hub)
    return out


def half_room(labels: Labels, box: int, net: int, side: int) -> int:
    """Half the room that a port needs."""
    label = labels.get((box, net, side))
    return LETTER * len(label.text) // 2 + 6 if label else _HALF


def widen(rows: Rows, labels: Labels) -> None:
    """Make boxes as wide as their ports need."""
    need: dict[tuple[int, int], int] = {}
    for pins in rows.pins:
        for net, (above, below) in pins.items():
            for side, cells in ((1, above), (0, below)):
                for cell in cells:
                    if cell.box >= 0 and not cell.port:
                        key = cell.box, side
                        need[key] = need.get(key, 0) + 2 * half_room(labels, cell.box, net, side)
    for (box, _), room in need.items():
        cell = rows.cells[box]
        cell.width = max(cell.width, min(_WIDEST, room + _MARGIN))
