"""The data that the explorer page carries: a view, its picture laid out, passages in their surroundings, findings.

Invariant: every list refers to others by index; passages stand once; the same view gives the same text.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..graph.views import Edge, Node, Passage, View
from .drawing import drawn
from .picture import Box, Picture, around, part
from .shows import FIRST, SHOWS, WHOLE, belongs, boxes_of, first_show, start_of
from .style import KIND_WORDS, LINE_WORDS
from .telling import MOST_QUOTES
from .tiers import TIERS
from .words import plain

_ROUND = 220
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,60}>")
"""Markup that stands in the text of some documents; left out round a quote, never inside it."""

Texts = Callable[[str], str | None]
"""The text of a document, by the hash under which it is kept."""


class Passages:
    """Passages by number; each stands once."""

    def __init__(self, shown: View, texts: Texts) -> None:
        self.rows: list[list[Any]] = []
        self._numbers: dict[Passage, int] = {}
        self._papers = {paper.id: number for number, paper in enumerate(shown.papers)}
        self._hash = {paper.id: paper.text_hash for paper in shown.papers}
        self._texts = texts
        self._kept: dict[str, str] = {}

    def numbers(self, evidence: Sequence[Passage]) -> list[int]:
        """The numbers of some passages; of very many the first."""
        return [self._number(passage) for passage in evidence[:MOST_QUOTES]]

    def _number(self, passage: Passage) -> int:
        if passage not in self._numbers:
            self._numbers[passage] = len(self.rows)
            before, after = self._surroundings(passage)
            self.rows.append([
                self._papers[passage.document], plain(passage.quote), passage.page or 0, plain(passage.locator or ""),
                passage.rule, passage.certainty, plain(before), plain(after),
            ])  # fmt: skip
        return self._numbers[passage]

    def _surroundings(self, passage: Passage) -> tuple[str, str]:
        """What stands before and after a passage; nothing where the text is not kept."""
        text = self._text(passage.document)
        if text[passage.start : passage.end] != passage.quote:
            return "", ""
        before = text[max(0, passage.start - _ROUND) : passage.start]
        after = text[passage.end : passage.end + _ROUND]
        if passage.start > _ROUND:
            before = "\N{HORIZONTAL ELLIPSIS}" + before.partition(" ")[2]
        if passage.end + _ROUND < len(text):
            after = after.rpartition(" ")[0] + "\N{HORIZONTAL ELLIPSIS}"
        return _TAG.sub(" ", before), _TAG.sub(" ", after)

    def _text(self, document: str) -> str:
        """A document's text."""
        if document not in self._kept:
            name = self._hash.get(document)
            self._kept[document] = (self._texts(name) if name else None) or ""
        return self._kept[document]


def explorer_data(
    shown: View, pic: Picture, texts: Texts, *, as_of: str | None = None, findings: Iterable[Any] | None = None
) -> tuple[dict[str, Any], list[list[Any]]]:
    """The page's data, and apart from it the passages, which are only read when something is chosen."""
    at = {node.id: index for index, node in enumerate(shown.nodes)}
    edge_at = {edge.id: index for index, edge in enumerate(shown.edges)}
    passages = Passages(shown, texts)
    data = {
        "asOf": as_of or "",
        "tiers": TIERS,
        "shows": SHOWS,
        "kinds": KIND_WORDS,
        "lineKinds": LINE_WORDS,
        "papers": [[plain(paper.title), plain(paper.path), paper.date or ""] for paper in shown.papers],
        "nodes": [_node(node, passages) for node in shown.nodes],
        "edges": [_edge(edge, at, passages) for edge in shown.edges],
        "boxes": [_box(box, at, edge_at) for box in pic.boxes],
        "lines": [[ln.kind, ln.source, ln.target, ln.verb, [edge_at[iri] for iri in ln.edges]] for ln in pic.lines],
        "home": [pic.home.get(node.id, -1) for node in shown.nodes],
        "findings": None if findings is None else [finding(one, at) for one in findings],
    }
    return data | _opening(pic), passages.rows


def _node(node: Node, passages: Passages) -> list[Any]:
    """A node as a row."""
    names = [plain(name) for name in node.names[1:]]
    return [
        node.kind, plain(node.label), names, node.status or "", node.start or "", node.end or "", node.observed,
        [[key, plain(value)] for key, value in node.details], passages.numbers(node.evidence), len(node.evidence), node.id,
    ]  # fmt: skip


def _edge(edge: Edge, at: Mapping[str, int], passages: Passages) -> list[Any]:
    """An edge as a row."""
    return [
        edge.kind, at[edge.source], at[edge.target], edge.verb, edge.how, edge.start or "", edge.end or "",
        edge.observed, [[key, plain(value)] for key, value in edge.details], passages.numbers(edge.evidence),
    ]  # fmt: skip


def _box(box: Box, at: Mapping[str, int], edge_at: Mapping[str, int]) -> list[Any]:
    """A box as a row."""
    return [
        box.kind, box.label, box.tier, box.rank, box.lines, [at[iri] for iri in box.nodes],
        [edge_at[iri] for iri in box.held], int(box.foot),
    ]  # fmt: skip


def _opening(pic: Picture) -> dict[str, Any]:
    """What the page opens on: the show, the boxes of it that are drawn, and their places and lines laid out."""
    whole = drawn(pic) if 0 < len(pic.boxes) <= WHOLE else None
    show = first_show(pic, whole)
    start = start_of(pic, show)
    scene = boxes_of(pic, show)
    lines = tuple(line for line in pic.lines if belongs(pic, line, show))
    kept = replace(pic, lines=lines)
    if len(scene) > WHOLE:
        scene = around(kept, start, FIRST)
    shown = part(kept, scene)
    sheet = drawn(shown)
    places = {
        "width": sheet.width,
        "height": sheet.height,
        "boxes": [[spot.x, spot.y, spot.width] for spot in sheet.boxes],
        "paths": [[number for point in path for number in point] for path in sheet.paths],
        "words": [[one.text, one.x, one.y, list(lines)] for one, lines in sheet.words],
        "bands": [[band.tier, band.top, band.bottom] for band in sheet.bands],
    }
    return {"show": show, "start": start, "scene": scene, "layout": places}


def finding(one: Any, at: Mapping[str, int]) -> dict[str, Any]:
    """A finding of a check as the page tells it: its kind, its words, the nodes it is about, its quotes.

    Takes a mapping or a dataclass with `kind` (or `check`), `text` (or `message`), `about` (identifiers, or things with
    an `id`) and `evidence` (mappings or proofs with `document`, `locator`, `page`, `quote`).
    """
    said = dict(one) if isinstance(one, Mapping) else _fields(one)
    about = said.get("about") or said.get("ids") or ()
    ids = [
        x if isinstance(x, str) else _fields(x).get("id", "") for x in ([about] if isinstance(about, str) else about)
    ]
    proofs = [p if isinstance(p, Mapping) else _fields(p) for p in said.get("evidence") or ()]
    return {
        "kind": plain(str(said.get("kind") or said.get("check") or said.get("type") or "finding")),
        "severity": plain(str(said.get("severity") or "")),
        "explanation": plain(str(said.get("explanation") or "")),
        "text": plain(str(said.get("text") or said.get("message") or "")),
        "about": [at[iri] for iri in ids if iri in at],
        "quotes": [[plain(str(p.get("quote") or "")), _where(p)] for p in proofs[:MOST_QUOTES]],
    }


def _fields(record: Any) -> dict[str, Any]:
    """The fields of a dataclass, or of anything with attributes."""
    if dataclasses.is_dataclass(record):
        return {f.name: getattr(record, f.name) for f in dataclasses.fields(record)}
    return dict(getattr(record, "__dict__", {}))


def _where(proof: Mapping[str, Any]) -> str:
    """Where a finding's quote stands."""
    page = f"page {proof['page']}" if proof.get("page") else ""
    parts = [str(proof.get("document") or ""), page, str(proof.get("locator") or "")]
    return plain(", ".join(filter(None, parts)))
