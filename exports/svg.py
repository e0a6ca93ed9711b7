"""A picture as a standalone SVG file, and as PNG: with its title, its day, the names of its tiers and a key.

Invariant: all text passes through one escaping function; the file refers to nothing outside itself; what is not in force
on the day is faded, dashed and said in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from ..errors import MissingProgram
from ..graph.views import View
from .captions import FOOT, HOLDER, foot, holder
from .drawing import Sheet, Spot, drawn
from .picture import Box, Line, Picture
from .shapes import outline, rounded
from .standing import AWAY, best, standing
from .style import KIND_WORDS, LINE_WORDS, STROKES
from .tiers import TIERS
from .words import INSIDE, SIZE, day_words, plain, width

_FONT = "Segoe UI, Helvetica Neue, Arial, Liberation Sans, DejaVu Sans, sans-serif"
_MARGIN = 24
_LEFT = 120
_TOP = 76
_KEY = 24
_SMALL = 12
_FADED = "0.55"
_STRIPES = ("#f4f6f8", "#fff")


def svg(
    shown: Picture,
    title: str,
    of: View | None = None,
    as_of: str | None = None,
    duties: Mapping[str, str] | None = None,
) -> str:
    """The picture as SVG text, with its title and a description for readers that do not see it.

    `of` is the view that the picture was made of: with it posts show their holders and boxes how they stand on the day;
    `duties` are the statuses of duties on that day.
    """
    sheet = drawn(shown)
    words = standing(of, as_of, duties) if of else {}
    key = _key(shown, max(sheet.width + _LEFT + _MARGIN, 480))
    wide = max(sheet.width + _LEFT + _MARGIN, 480)
    tall = _TOP + sheet.height + _MARGIN + _KEY * len(key) + 8
    said = f"{len(shown.boxes)} boxes and {len(shown.lines)} lines" + (f", as of {day_words(as_of)}" if as_of else "")
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{tall}" viewBox="0 0 {wide} {tall}"',
        f' role="img" aria-labelledby="t d" font-family="{_FONT}">',
        f'<title id="t">{text(title)}</title>',
        f'<desc id="d">{text(said)}; arrows lead from reporter to superior and from what mandates to what is',
        "mandated.</desc>",
        f"<defs>{''.join(_marker(kind) for kind in STROKES)}</defs>",
        f'<rect width="{wide}" height="{tall}" fill="#fff"/>',
        f'<text x="{_MARGIN}" y="36" font-size="20" font-weight="600" fill="#14181f">{text(title)}</text>',
        f'<text x="{_MARGIN}" y="56" font-size="12.5" fill="#565f6b">{text(said)}</text>',
        *_bands(sheet, wide),
        f'<g transform="translate({_LEFT} {_TOP})">',
    ]
    both = list(zip(shown.lines, sheet.paths, strict=True))
    both.sort(key=lambda one: best(words.get(iri, "") for iri in one[0].edges) not in AWAY)
    out += [_line(line, path, words) for line, path in both]
    tops = _tops(sheet)
    for one, _ in sheet.words:
        half = len(one.text) * 3 + 4
        band = sum(1 for top in tops[1:-1] if one.y - 5 >= top)
        out.append(
            f'<rect x="{one.x - half}" y="{one.y - 10}" width="{2 * half}" height="13" fill="{_STRIPES[band % 2]}"/>'
            f'<text x="{one.x}" y="{one.y}" font-size="10.5" text-anchor="middle" fill="#1F4E79">{text(one.text)}</text>'
        )
    nodes = of.by_id() if of else {}
    edges = {edge.id: edge for edge in of.edges} if of else {}
    for box, spot in zip(shown.boxes, sheet.boxes, strict=True):
        captions = (holder(box, nodes, edges, words), foot(box, nodes, words)) if of else ("", "")
        away = best(words.get(iri, "") for iri in box.nodes) in AWAY
        out.append(_box(box, spot, captions, away=away))
    out.append("</g>")
    for number, row in enumerate(key):
        y = _TOP + sheet.height + _MARGIN + _KEY * number
        out.append(f'<g transform="translate({_MARGIN} {y})" font-size="{_SMALL}" fill="#333">{row}</g>')
    return "\n".join([*out, "</svg>"]) + "\n"


def png(drawing: str, scale: float = 1.5) -> bytes:
    """An SVG picture as PNG; needs the package resvg_py."""
    try:
        import resvg_py
    except ImportError:
        raise MissingProgram("png", "needs the package resvg_py: pip install 'remit[png]', or export svg") from None
    return bytes(resvg_py.svg_to_bytes(svg_string=drawing, zoom=scale))


def _bands(sheet: Sheet, wide: int) -> list[str]:
    """The tiers as stripes with their names."""
    out = []
    tops = _tops(sheet)
    for number, band in enumerate(sheet.bands):
        top, bottom = tops[number] + _TOP, tops[number + 1] + _TOP
        fill = _STRIPES[number % 2]
        out.append(f'<rect x="0" y="{top}" width="{wide}" height="{bottom - top}" fill="{fill}"/>')
        out.extend(
            f'<text x="{_MARGIN}" y="{band.top + _TOP + 14 + 15 * line}" font-size="{_SMALL}" fill="#565f6b">{text(word)}</text>'
            for line, word in enumerate(tier_lines(TIERS[band.tier]))
        )
    return out


def _tops(sheet: Sheet) -> list[int]:
    """Where the stripes begin, and where the last one ends."""
    between = [(a.bottom + b.top) // 2 for a, b in zip(sheet.bands, sheet.bands[1:], strict=False)]
    return [-12, *between, sheet.height]


def _line(line: Line, path: tuple[tuple[int, int], ...], words: Mapping[str, str]) -> str:
    """A line with its arrow's head; drawn from where lines come together, so that dashes of a shared stretch agree."""
    colour, thick, dash = STROKES[line.kind]
    away = best(words.get(iri, "") for iri in line.edges) in AWAY
    dash = "5 4" if away else dash
    dashed = (f' stroke-dasharray="{dash}"' if dash else "") + (f' opacity="{_FADED}"' if away else "")
    from_hub, head = (path[::-1], "start") if line.gathers else (path, "end")
    return (
        f'<path d="{rounded(from_hub)}" fill="none" stroke="{colour}" stroke-width="{thick}"{dashed} '
        f'marker-{head}="url(#{line.kind})"/>'
    )


def _box(box: Box, spot: Spot, captions: tuple[str, str], *, away: bool) -> str:
    """A box with its texts; shape and border tell its kind as its colour does."""
    middle, y = spot.x + spot.width // 2, spot.y + 18
    rows = []
    for number, words in enumerate(box.lines):
        weight = ' font-weight="600"' if number == 0 and len(box.nodes) > 1 else ""
        rows.append(
            f'<text x="{middle}" y="{y}" font-size="{SIZE}" text-anchor="middle" fill="#111"{weight}{_length(words, SIZE)}>{text(words)}</text>'
        )
        y += 15
    if box.held:
        rows.append(
            f'<text x="{middle}" y="{y}" font-size="{HOLDER}" text-anchor="middle" fill="#333">{text(captions[0])}</text>'
        )
    if captions[1]:
        rows.append(
            f'<text x="{middle}" y="{spot.y + box.height - 8}" font-size="{FOOT}" text-anchor="middle" fill="#4a4f57">{text(captions[1])}</text>'
        )
    faded = f' opacity="{_FADED}"' if away else ""
    shape = outline(box.kind, (spot.x, spot.y, spot.width, box.height), dashed=away)
    return f"<g{faded}><title>{text(box.label)}</title>{shape}{''.join(rows)}</g>"


def _key(shown: Picture, wide: int) -> list[str]:
    """What shapes and lines mean, in rows no wider than the picture."""
    kinds, lines = {box.kind for box in shown.boxes}, {line.kind for line in shown.lines}
    items = [(outline(kind, (0, 0, 26, 16)), words) for kind, words in KIND_WORDS.items() if kind in kinds]
    for kind, words in LINE_WORDS.items():
        if kind in lines:
            colour, thick, dash = STROKES[kind]
            dashed = f' stroke-dasharray="{dash}"' if dash else ""
            items.append((f'<path d="M0 8H26" stroke="{colour}" stroke-width="{thick}"{dashed}/>', words))
    rows, x = [""], 0
    for mark, words in items:
        room = 26 + 8 + int(width(words, _SMALL)) + 16
        if x and x + room > wide - 2 * _MARGIN:
            rows.append("")
            x = 0
        rows[-1] += f'<g transform="translate({x} 0)">{mark}<text x="34" y="12">{text(words)}</text></g>'
        x += room
    return rows


def _length(words: str, size: float) -> str:
    """The length that a long line is given, so that a wider face than the usual does not spill."""
    wide = width(words, size)
    return f' textLength="{round(wide * 0.93)}" lengthAdjust="spacingAndGlyphs"' if wide > INSIDE * 0.86 else ""


def _marker(kind: str) -> str:
    """The arrow's head of a kind of line."""
    return (
        f'<marker id="{kind}" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="9" markerHeight="9" '
        f'markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0L8 4L0 8Z" fill="{STROKES[kind][0]}"/></marker>'
    )


def tier_lines(name: str) -> list[str]:
    """A tier's name on short lines."""
    first, mark, rest = name.partition(" and ")
    return [first, f"and {rest}"] if mark else [first]


def text(words: str) -> str:
    """A text for XML."""
    return escape(plain(words), {'"': "&quot;"})
