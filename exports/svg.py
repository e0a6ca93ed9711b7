"""A picture as a standalone SVG file, and as PNG.

Invariant: all text passes through one escaping function; the file refers to nothing outside itself.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from ..errors import MissingProgram
from .drawing import drawn
from .picture import Box, Picture
from .style import FILLS, STROKES
from .tiers import TIERS
from .words import plain

_MARGIN = 24
_LEFT = 128


def svg(shown: Picture, title: str) -> str:
    """The picture as SVG text, with its title and a description for readers that do not see it."""
    layout, paths = drawn(shown)
    width, height = layout.width + _LEFT + _MARGIN, layout.height + 2 * _MARGIN
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"',
        ' role="img" aria-labelledby="t d" font-family="DejaVu Sans, Verdana, Arial, sans-serif">',
        f'<title id="t">{_text(title)}</title>',
        f'<desc id="d">{len(shown.boxes)} boxes and {len(shown.lines)} lines; arrows lead from reporter to superior',
        "and from what mandates to what is mandated.</desc>",
        f"<defs>{''.join(_marker(kind) for kind in STROKES)}</defs>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for before, band in zip((None, *layout.bands), layout.bands, strict=False):
        top = band.top + _MARGIN
        if before:
            y = (before.bottom + band.top) // 2 + _MARGIN
            out.append(f'<path d="M0 {y}H{width}" stroke="#b9bec6" stroke-dasharray="1 5"/>')
        out.extend(
            f'<text x="12" y="{top + 14 + 15 * line}" font-size="12" fill="#555">{_text(word)}</text>'
            for line, word in enumerate(_tier_lines(TIERS[band.tier]))
        )
    out.append(f'<g transform="translate({_LEFT} {_MARGIN})">')
    for line, path in zip(shown.lines, paths, strict=True):
        colour, thick, dash = STROKES[line.kind]
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        out.append(
            f'<path d="{_rounded(path)}" fill="none" stroke="{colour}" stroke-width="{thick}"{dashed} '
            f'marker-end="url(#{line.kind})"/>'
        )
    for words in layout.words:
        half = len(words.text) * 3 + 4
        out.append(f'<rect x="{words.x - half}" y="{words.y - 10}" width="{2 * half}" height="13" fill="#fff"/>')
        out.append(
            f'<text x="{words.x}" y="{words.y}" font-size="10.5" text-anchor="middle" fill="#1F4E79">{_text(words.text)}</text>'
        )
    for box, place in zip(shown.boxes, layout.boxes, strict=True):
        out.append(_box(box, place.x, place.y))
    out += ["</g>", "</svg>"]
    return "\n".join(out) + "\n"


def png(shown: Picture, title: str, scale: float = 1.5) -> bytes:
    """The picture as PNG; needs the package resvg_py."""
    try:
        import resvg_py
    except ImportError:
        raise MissingProgram("png", "needs the package resvg_py: pip install 'remit[png]', or export svg") from None
    return bytes(resvg_py.svg_to_bytes(svg_string=svg(shown, title), zoom=scale))


def _box(box: Box, x: int, y: int) -> str:
    """A box with its text; shape and border tell its kind as its colour does."""
    fill, border, shape = FILLS[box.kind]
    w, h = 188, box.height
    paint = f'fill="{fill}" stroke="{border}" stroke-width="1.5"'
    if shape == "cut":
        d = f"M{x + 9} {y}H{x + w - 9}L{x + w} {y + 9}V{y + h - 9}L{x + w - 9} {y + h}H{x + 9}L{x} {y + h - 9}V{y + 9}Z"
        body = f'<path d="{d}" {paint}/>'
    else:
        round_ = {"round": 8, "pill": 16}.get(shape, 0)
        body = f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{round_}" {paint}/>'
        if shape == "double":
            body += f'<rect x="{x + 3}" y="{y + 3}" width="{w - 6}" height="{h - 6}" fill="none" stroke="{border}"/>'
    text = "".join(
        f'<text x="{x + w // 2}" y="{y + 21 + 16 * index}" font-size="12.5" text-anchor="middle" fill="#111">{_text(line)}</text>'
        for index, line in enumerate(box.lines)
    )
    return f"<g><title>{_text(box.label)}</title>{body}{text}</g>"


def _marker(kind: str) -> str:
    """The arrow's head of a kind of line."""
    return (
        f'<marker id="{kind}" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" '
        f'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8Z" fill="{STROKES[kind][0]}"/></marker>'
    )


def _rounded(points: list[tuple[int, int]], radius: int = 6) -> str:
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


def _tier_lines(name: str) -> list[str]:
    """A tier's name on short lines."""
    first, mark, rest = name.partition(" and ")
    return [first, f"and {rest}"] if mark else [first]


def _text(text: str) -> str:
    """A text for XML."""
    return escape(plain(text), {'"': "&quot;"})
