"""The network in the formats of other tools: GraphML, GEXF, DOT, Cytoscape JSON, Neo4j's CSV.

One normaliser stands before all writers, because each tool trips over something else (dates, None, lists, control
characters, repeated keys, names it keeps for itself).

Invariant: identifiers are short and safe with the address as a value; every edge has its own; every value is text without
characters that XML forbids; the order is that of the view. So the same store gives the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from ..graph.views import Edge, Node, Passage, View

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NODE_VALUES = ("iri", "kind", "name", "aliases", "status", "valid_from", "valid_to", "observed", "evidence")
_EDGE_VALUES = ("relation", "kind", "verb", "how", "valid_from", "valid_to", "observed", "details", "evidence")
MOST_PASSAGES = 5
"""Passages given with one thing."""


@dataclass(frozen=True, slots=True)
class Flat:
    """A node or edge for any tool: a safe identifier, ends for an edge, values that are all text."""

    id: str
    values: Mapping[str, str]
    source: str = ""
    target: str = ""


def flat(shown: View) -> tuple[list[Flat], list[Flat]]:
    """Nodes and edges, normalised."""
    ids = {node.id: f"n{number}" for number, node in enumerate(shown.nodes, 1)}
    titles = {paper.id: paper.path for paper in shown.papers}
    nodes = [Flat(ids[node.id], _of_node(node, titles)) for node in shown.nodes]
    edges = [
        Flat(f"e{number}", _of_edge(edge, titles), ids[edge.source], ids[edge.target])
        for number, edge in enumerate(shown.edges, 1)
    ]
    return nodes, edges


def clean(text: str) -> str:
    """A text without what XML forbids: control characters, lone surrogates."""
    return _ILLEGAL.sub("", text)


def _of_node(node: Node, titles: Mapping[str, str]) -> dict[str, str]:
    """The values of a node; empty ones stay, so that every node has the same."""
    values = (
        node.id, node.kind, node.label, " | ".join(node.names[1:]), node.status or "", node.start or "", node.end or "",
        " | ".join(node.observed), _passages(node.evidence, titles),
    )  # fmt: skip
    return {name: clean(value) for name, value in zip(_NODE_VALUES, values, strict=True)}


def _of_edge(edge: Edge, titles: Mapping[str, str]) -> dict[str, str]:
    """The values of an edge."""
    details = " | ".join(f"{key}: {value}" for key, value in edge.details)
    values = (
        edge.id.partition(" ")[0], edge.kind, edge.verb, edge.how, edge.start or "", edge.end or "",
        " | ".join(edge.observed), details, _passages(edge.evidence, titles),
    )  # fmt: skip
    return {name: clean(value) for name, value in zip(_EDGE_VALUES, values, strict=True)}


def _passages(evidence: tuple[Passage, ...], titles: Mapping[str, str]) -> str:
    """Passages as one text, with their documents and offsets."""
    return " | ".join(
        f"{p.quote} [{titles.get(p.document, p.document)} {p.start}-{p.end}]" for p in evidence[:MOST_PASSAGES]
    )


def graphml(shown: View) -> str:
    """The view as GraphML, every value declared as a string."""
    nodes, edges = flat(shown)
    out = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">']
    for where, names in (("node", _NODE_VALUES), ("edge", _EDGE_VALUES)):
        out += [f'<key id="{where}_{name}" for="{where}" attr.name="{name}" attr.type="string"/>' for name in names]
    out.append('<graph edgedefault="directed">')
    for one in nodes:
        out.append(f"<node id={quoteattr(one.id)}>{_data('node', one.values)}</node>")
    for one in edges:
        ends = f"id={quoteattr(one.id)} source={quoteattr(one.source)} target={quoteattr(one.target)}"
        out.append(f"<edge {ends}>{_data('edge', one.values)}</edge>")
    return "\n".join([*out, "</graph>", "</graphml>", ""])


def _data(where: str, values: Mapping[str, str]) -> str:
    """Values as GraphML data."""
    return "".join(f'<data key="{where}_{name}">{escape(value)}</data>' for name, value in values.items() if value)


def gexf(shown: View) -> str:
    """The view as GEXF 1.3, labelled; validity as values, not as spells, since it is rarely stated whole."""
    nodes, edges = flat(shown)
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
        '<graph defaultedgetype="directed" mode="static">',
    ]
    for where, names in (("node", _NODE_VALUES), ("edge", _EDGE_VALUES)):
        rows = "".join(f'<attribute id="{where}_{name}" title="{name}" type="string"/>' for name in names)
        out.append(f'<attributes class="{where}">{rows}</attributes>')
    out.append("<nodes>")
    out += [f"<node id={quoteattr(n.id)} label={_attr(n.values['name'])}>{_values('node', n)}</node>" for n in nodes]
    out.append("</nodes><edges>")
    for one in edges:
        ends = f"source={quoteattr(one.source)} target={quoteattr(one.target)} label={_attr(one.values['verb'])}"
        out.append(f"<edge id={quoteattr(one.id)} {ends}>{_values('edge', one)}</edge>")
    return "\n".join([*out, "</edges>", "</graph>", "</gexf>", ""])


def _values(where: str, one: Flat) -> str:
    """Values as GEXF attvalues."""
    rows = (f'<attvalue for="{where}_{name}" value={_attr(value)}/>' for name, value in one.values.items() if value)
    return f"<attvalues>{''.join(rows)}</attvalues>"


def _attr(text: str) -> str:
    """A text as an attribute's value; line ends are kept."""
    return quoteattr(text, {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def dot(shown: View) -> str:
    """The view as DOT, with short identifiers, since a colon in one would be read as a port."""
    nodes, edges = flat(shown)
    out = ["digraph remit {", "  rankdir=BT;", '  node [shape=box, fontname="sans-serif"];']
    out += [f"  {one.id} [label={_quoted(one.values['name'])}, kind={_quoted(one.values['kind'])}];" for one in nodes]
    out += [f"  {one.source} -> {one.target} [id={one.id}, label={_quoted(one.values['verb'])}];" for one in edges]
    return "\n".join([*out, "}", ""])


def _quoted(text: str) -> str:
    """A text as a DOT string."""
    escaped = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def cytoscape(shown: View) -> str:
    """The view as Cytoscape JSON."""
    nodes, edges = flat(shown)
    elements = {
        "nodes": [{"data": {"id": one.id, "label": one.values["name"], **one.values}} for one in nodes],
        "edges": [
            {
                "data": {
                    "id": one.id,
                    "source": one.source,
                    "target": one.target,
                    "label": one.values["verb"],
                    **one.values,
                }
            }
            for one in edges
        ],
    }
    return json.dumps({"data": {"name": "remit"}, "elements": elements}, ensure_ascii=False, indent=1) + "\n"


def neo4j(shown: View) -> dict[str, str]:
    """The view as the two CSV files that `neo4j-admin database import` reads, by file name."""
    nodes, edges = flat(shown)
    top = ["id:ID", *(f"{name}:string" for name in _NODE_VALUES), ":LABEL"]
    rows = [top, *([one.id, *one.values.values(), one.values["kind"].capitalize()] for one in nodes)]
    top = [":START_ID", ":END_ID", *(f"{name}:string" for name in _EDGE_VALUES), ":TYPE"]
    links = [top, *([one.source, one.target, *one.values.values(), one.values["kind"].upper()] for one in edges)]
    return {"nodes.csv": _csv(rows), "relationships.csv": _csv(links)}


def _csv(rows: list[list[str]]) -> str:
    """Rows as CSV; every field quoted, so that nothing in one is read as anything else."""
    return "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows)


WRITERS: Mapping[str, Callable[[View], str]] = {"graphml": graphml, "gexf": gexf, "dot": dot, "cytoscape": cytoscape}
"""The formats that are one file, and what writes them."""
