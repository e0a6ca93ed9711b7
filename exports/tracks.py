"""The order of lines in a channel between two rows: which runs above which.

Invariant: two runs that overlap are on different tracks; no upright stretch lies upon that of another net where an order
without it can be found.
"""

from __future__ import annotations

from .ordering import Cell

UPON = 1000
"""What a line upon another costs, in crossings."""
Ports = dict[tuple[int, int, int], int]
"""Where nets meet boxes, by `port_key`."""
Pins = tuple[list[Cell], list[Cell]]
"""The cells of a net above and below a channel."""
Run = tuple[int, int, int, list[int], list[int]]
"""A net in a channel: its number, its first and last place, its pins above and below."""


def port_key(cell: Cell, net: int, side: int) -> tuple[int, int, int]:
    """What a port is kept under: its box, net and side (0 top, 1 bottom); a gap has one port only."""
    return (cell.box, net, side) if cell.box >= 0 else (-1 - cell.row, net, 0)


def tracks_of(pins: dict[int, Pins], ports: Ports) -> dict[int, int]:
    """The track of each net in a channel, so that few cross and none run over another."""
    runs: list[Run] = []
    for net, (above, below) in pins.items():
        ups = sorted(ports[port_key(cell, net, 1)] for cell in above)
        lows = sorted(ports[port_key(cell, net, 0)] for cell in below)
        first, last = min([*ups, *lows]), max([*ups, *lows])
        if first < last:
            runs.append((net, first, last, ups, lows))
    runs.sort(key=lambda run: (run[1] + run[2], run[0]))
    _improve(runs)
    tracks: dict[int, int] = {}
    done: list[tuple[int, int, int]] = []
    for net, first, last, _, _ in runs:
        track = max((t + 1 for t, a, b in done if first <= b + 8 and a <= last + 8), default=0)
        tracks[net] = track
        done.append((track, first, last))
    return tracks


def _improve(runs: list[Run]) -> None:
    """Change the order of runs from above to below while that makes it better: neighbours first, then from afar."""
    for _ in range(len(runs)):
        moved = False
        for i in range(len(runs) - 1):
            if _cost(runs[i + 1], runs[i]) < _cost(runs[i], runs[i + 1]):
                runs[i], runs[i + 1] = runs[i + 1], runs[i]
                moved = True
        if not moved:
            break
    for _ in range(len(runs)):
        pair = next(
            (
                (i, j)
                for j in range(len(runs))
                for i in range(j)
                if _cost(runs[i], runs[j]) >= UPON
                and sum(_cost(runs[j], one) - _cost(one, runs[j]) for one in runs[i:j]) < 0
            ),
            None,
        )
        if pair is None:
            return
        runs.insert(pair[0], runs.pop(pair[1]))


def _cost(upper: Run, lower: Run) -> int:
    """Crossings, and far worse lines upon lines, if one net runs above another."""
    _, first, last, ups, lows = upper
    crossings = sum(1 for x in lows if lower[1] <= x <= lower[2]) + sum(1 for x in lower[3] if first <= x <= last)
    upon = sum(1 for x in lows for other in lower[3] if abs(x - other) < 6)
    del ups
    return crossings + UPON * upon
