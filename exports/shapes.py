"""The outlines of boxes and the rounded corners of lines, as SVG.

Invariant: an outline stays inside its frame; a rounded corner is never longer than half the stretch it joins.
"""

from __future__ import annotations

from collections.abc import Sequence

from .style import FILLS

Frame = tuple[int, int, int, int]
"""Left, top, width, height."""


def outline(kind: str, frame: Frame, *, dashed: bool = False) -> str:
    """The shape of a kind of box in a frame; dashed where it is not in force."""
    fill, border, shape = FILLS[kind]
    x, y, w, h = frame
    paint = f'fill="{fill}" stroke="{border}" stroke-width="1.5"' + (' stroke-dasharray="5 4"' if dashed else "")
    if shape == "cut":
        c = min(9, h // 4)
        d = f"M{x + c} {y}H{x + w - c}L{x + w} {y + c}V{y + h - c}L{x + w - c} {y + h}H{x + c}L{x} {y + h - c}V{y + c}Z"
        return f'<path d="{d}" {paint}/>'
    corner = {"round": 8, "pill": 16}.get(shape, 0)
    made = f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{min(corner, h // 2)}" {paint}/>'
    if shape == "double":
        made += f'<rect x="{x + 3}" y="{y + 3}" width="{w - 6}" height="{h - 6}" fill="none" stroke="{border}"/>'
    return made


def rounded(points: Sequence[tuple[int, int]], radius: int = 6) -> str:
    """The corners of a line as a path with rounded corners."""
    out = [f"M{points[0][0]} {points[0][1]}"]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        r = min(radius, _length(before, here) // 2, _length(here, after) // 2)
        a, b = _towards(here, before, r), _towards(here, after, r)
        out.append(f"L{a[0]} {a[1]}Q{here[0]} {here[1]} {b[0]} {b[1]}")
    out.append(f"L{points[-1][0]} {points[-1][1]}")
    return "".join(out)


def _length(a: tuple[int, int], b: tuple[int, int]) -> int:
    """The length of an upright or level stretch."""
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(a: tuple[int, int], b: tuple[int, int], by: int) -> tuple[int, int]:
    """The point so far from one corner towards the next."""
    return a[0] + by * ((b[0] > a[0]) - (b[0] < a[0])), a[1] + by * ((b[1] > a[1]) - (b[1] < a[1]))
