"""`remit export html`: the network as one offline page that is opened, read and clicked.

pyvis holds the network, its vis-network file draws it; the page round it is ours, since that of pyvis calls for files on
the internet and runs text as markup.

Invariant: places are whole numbers computed here; no request, no script but the two of the content policy, no text of a
document outside the JSON; the same store gives the same bytes.
"""

from __future__ import annotations

import json
from collections import defaultdict
from importlib.resources import files
from pathlib import Path
from typing import Any, TextIO

from ..graph.questions.duty_days import duty_words
from ..graph.questions.reading import Look
from ..graph.view_reading import Source
from ..graph.views import View, to_networkx, view
from .captions import foot, holder, said
from .drawing import drawn
from .embedding import asset, data_text, filled, policy, template
from .picture import Picture, picture
from .standing import AWAY, best, standing
from .style import FILLS, KIND_WORDS, LINE_WORDS, STROKES
from .telling import papers, quotes, relation, span
from .words import day_words, plain

GROUPS = {
    "reports": "Reporting lines", "mandates": "Mandates", "basis": "Mandates", "issues": "Mandates", "addresses": "Mandates",
    "establishes": "Mandates", "established": "Mandates", "terms_of": "Mandates", "revokes": "Mandates", "owes": "Duties",
    "acts": "Duties", "owed_to": "Duties", "done_by": "Duties", "holds": "Holders", "seat": "Seats", "post_in": "Seats",
    "member": "Members",
}  # fmt: skip
"""The groups in which relations are told."""
ORDER = ("Reporting lines", "Mandates", "Duties", "Holders", "Seats", "Members", "Other")
"""The groups in their order."""
VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
_CORNERS = {"square": 0, "double": 0, "round": 8, "pill": 18, "cut": 3}
_BORDERS = {"double": 3.5}
_DASHES: dict[str, bool | list[int]] = {"chairs": [6, 4], "replaces": [2, 4]}
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": False, "keyboard": {"enabled": True, "bindToWindow": False}, "navigationButtons": False},
    "nodes": {
        "scaling": {"label": {"drawThreshold": 1}},
        "font": {
            "face": "Segoe UI, Helvetica Neue, Arial, Liberation Sans, sans-serif",
            "size": 13,
            "color": "#111111",
        },
        "shape": "box",
        "borderWidth": 1.5,
        "margin": 8,
    },
    "edges": {
        "font": {"face": "Segoe UI, Arial, Liberation Sans, sans-serif", "strokeWidth": 4},
        "smooth": {"type": "cubicBezier", "forceDirection": "vertical", "roundness": 0.4},
        "arrows": "to",
    },
}


def page(store: Source, as_of: str | None = None) -> str:
    """The page of a store as it stands on a day."""
    shown = view(store)
    pic = picture(shown)
    words = standing(shown, as_of, duty_words(Look(store), as_of))
    network = _network(shown, pic, words)
    data = {
        "nodes": network.nodes,
        "edges": network.edges,
        "options": network.options,
        "told": _told(shown, pic, words),
        "lines": _lines_told(shown, pic, words),
        "asOf": as_of or "",
        "dayWords": day_words(as_of or ""),
        "start": max(range(len(pic.boxes)), key=lambda i: (network.nodes[i]["degree"], -i), default=0),
    }
    library = files("pyvis").joinpath(VIS).read_text(encoding="utf-8")
    ours, style = asset("network.js"), asset("network.css")
    return filled(
        template("network.html"),
        {
            "policy": policy((library, ours), (), inline_styles=True),
            "style": style,
            "library": library,
            "data": data_text(data),
            "legend": _legend(pic),
            "script": ours,
        },
    )


def write_page(store: Source, out: TextIO | Path, *, as_of: str | None = None) -> None:
    """Write the page to a stream or a file."""
    text = page(store, as_of)
    if isinstance(out, Path):
        out.write_text(text, encoding="utf-8", newline="\n")
    else:
        out.write(text)


def _network(shown: View, pic: Picture, words: dict[str, str]) -> Any:
    """The boxes and lines of a picture as a pyvis network, each box at its place."""
    from pyvis.network import Network

    sheet = drawn(pic)
    graph = to_networkx(shown)
    network = Network(directed=True, cdn_resources="local")
    nodes, edges = shown.by_id(), {edge.id: edge for edge in shown.edges}
    for index, (box, at) in enumerate(zip(pic.boxes, sheet.boxes, strict=True)):
        fill, border, shape = FILLS[box.kind]
        captions = (holder(box, nodes, edges, words), foot(box, nodes, words))
        away = best(words.get(iri, "") for iri in box.nodes) in AWAY
        network.add_node(
            index,
            label="\n".join([*box.lines, *filter(None, captions)]),
            kind=box.kind,
            shape="box",
            x=at.x + at.width // 2,
            y=at.y + box.height // 2,
            physics=False,
            color={"background": fill, "border": border, "highlight": {"background": fill, "border": "#000000"}},
            opacity=0.4 if away else 1,
            borderWidth=_BORDERS.get(shape, 1.5),
            shapeProperties={"borderDashes": [4, 3] if away else False, "borderRadius": _CORNERS[shape]},
            degree=sum(graph.degree(iri) for iri in box.nodes),
        )
    for index, line in enumerate(pic.lines):
        colour, width, _ = STROKES[line.kind]
        away = best(words.get(iri, "") for iri in line.edges) in AWAY
        network.add_edge(
            line.source,
            line.target,
            id=f"line {index}",
            kind=line.kind,
            width=float(width),
            dashes=_DASHES.get(line.kind, False),
            color={"color": colour, "highlight": colour, "opacity": 0.35 if away else 1},
            **({"label": line.verb, "font": {"size": 10, "color": colour}} if line.kind == "reports" else {}),
        )
    network.set_options(json.dumps(_OPTIONS))
    return network


def _told(shown: View, pic: Picture, words: dict[str, str]) -> list[dict[str, Any]]:
    """What is told of each box: itself, and every relation of what stands in it or is told of at it."""
    nodes, titles = shown.by_id(), papers(shown)
    relations: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for edge in shown.edges:
        for home in sorted({pic.home[end] for end in (edge.source, edge.target) if end in pic.home}):
            told = relation(edge, nodes, titles, words.get(edge.id, ""))
            relations[home].append(told | {"group": GROUPS.get(edge.kind, "Other")})
    return [
        {
            "name": plain(box.label),
            "kind": KIND_WORDS[box.kind],
            "status": said(best(words.get(iri, "") for iri in box.nodes)),
            "dates": "; ".join(dict.fromkeys(filter(None, (span(nodes[iri]) for iri in box.nodes)))),
            "names": [plain(name) for iri in box.nodes for name in nodes[iri].names if name != box.label],
            "quotes": quotes(tuple(sorted({p for iri in box.nodes for p in nodes[iri].evidence})), titles)
            if box.kind not in {"body", "post", "person"}
            else [],
            "relations": sorted(relations[index], key=lambda r: ORDER.index(r["group"])),
        }
        for index, box in enumerate(pic.boxes)
    ]


def _lines_told(shown: View, pic: Picture, words: dict[str, str]) -> list[list[dict[str, Any]]]:
    """What is told of each line."""
    nodes, titles = shown.by_id(), papers(shown)
    edges = {edge.id: edge for edge in shown.edges}
    return [[relation(edges[iri], nodes, titles, words.get(iri, "")) for iri in line.edges] for line in pic.lines]


def _legend(pic: Picture) -> str:
    """The legend: only of kinds that are there, in words of ours."""
    kinds = {box.kind for box in pic.boxes}
    lines = {line.kind for line in pic.lines}
    named = [(kind, f"box k-{kind}", words) for kind, words in KIND_WORDS.items() if kind in kinds]
    named += [(kind, f"line l-{kind}", words) for kind, words in LINE_WORDS.items() if kind in lines]
    return "".join(
        f'<li><label><input type="checkbox" checked data-kind="{kind}"><span class="{mark}"></span>{words}</label></li>'
        for kind, mark, words in named
    )
