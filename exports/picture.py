"""Which boxes and lines a picture shows, on which tier, in which words.

Readable is what leaves out: people fold into the posts they hold, provisions of an Act stand without it, duties of one
bearer under one instrument stack into one box when they are many, and members, seats, functions and evidence are told
beside the picture, not in it. Verbs stand on reporting lines only.

Invariant: every line stands for edges of the view, every box for nodes of it, both in one order that the view decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..graph.views import Edge, Node, View
from .tiers import INSTRUMENTS, tiers_of
from .words import box_lines

MANY = 2
"""Duties of one bearer under one instrument, or decisions under one, that still stand one by one."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box: the nodes it stands for (the first names it), its kind, tier, rank in the tier and lines of text.

    `held` are the edges by which people hold it, those last seen first; one line is kept for a holder, and one, the foot,
    for how the box stands on a day.
    """

    id: str
    kind: str
    label: str
    tier: int
    rank: int
    lines: tuple[str, ...]
    nodes: tuple[str, ...]
    held: tuple[str, ...] = ()
    foot: bool = False

    @property
    def height(self) -> int:
        """The height that the lines need."""
        return 12 + 15 * len(self.lines) + (14 if self.held else 0) + (13 if self.foot else 0)


@dataclass(frozen=True, slots=True)
class Line:
    """A line from box to box, by index, read as `source verb target`; `edges` are the edges it stands for."""

    kind: str
    source: int
    target: int
    verb: str
    edges: tuple[str, ...]

    @property
    def hub(self) -> tuple[str, int]:
        """The box at which lines that say the same come together: the superior, the body, the instrument, the bearer."""
        verb = self.verb if self.kind == "reports" else ""
        return f"{self.kind} {'to' if self.gathers else 'from'} {verb}", self.target if self.gathers else self.source

    @property
    def gathers(self) -> bool:
        """Whether lines like this one come together at their target."""
        return self.kind in {"reports", "chairs", "seats"} or self.verb == "falls on"


@dataclass(frozen=True, slots=True)
class Picture:
    """Boxes and lines; `home` maps every node that is told of at a box to the index of the box."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    home: Mapping[str, int]


Raw = tuple[str, str, str, str, str]
"""A line before boxes have numbers: kind, source, target, verb, edge."""


def picture(shown: View, *, seats: bool = False) -> Picture:
    """The picture of a whole view; `seats` draws every seat that a post has on a body, not the chairs alone."""
    nodes = shown.by_id()
    by_kind: dict[str, list[Edge]] = defaultdict(list)
    for edge in shown.edges:
        by_kind[edge.kind].append(edge)
    stacks = _stacks(nodes, by_kind)
    raw = _lines(nodes, by_kind)
    if seats:
        raw += [("seats", e.source, e.target, e.verb, e.id) for e in by_kind["seat"] if e.verb != "chairs"]
    drawn: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for kind, source, target, verb, iri in raw:
        a, b = stacks.get(source, source), stacks.get(target, target)
        if a != b:
            drawn[kind, a, b, verb].append(iri)
    stacked: dict[str, list[str]] = defaultdict(list)
    for iri, stack in sorted(stacks.items()):
        stacked[stack].append(iri)
    ids = _in_walk_order({end for _, a, b, _ in drawn for end in (a, b)}, drawn)
    tiers = tiers_of(ids, nodes, drawn)
    holders = _holders(by_kind["holds"])
    boxes = tuple(_box(iri, nodes, stacked.get(iri, [iri]), tiers[iri], holders.get(iri, ())) for iri in ids)
    at = {iri: index for index, iri in enumerate(ids)}
    lines = tuple(Line(k, at[a], at[b], verb, tuple(edges)) for (k, a, b, verb), edges in sorted(drawn.items()))
    home = {iri: index for index, box in enumerate(boxes) for iri in box.nodes}
    return Picture(boxes, lines, _homes(home, shown))


def _stacks(nodes: Mapping[str, Node], edges: Mapping[str, Sequence[Edge]]) -> dict[str, str]:
    """Duties and decisions that stand in one box with others: each to the identifier of its stack."""
    bearers = {e.source: e.target for e in edges["owes"]}
    acting = {e.source for kind in ("establishes", "mandates") for e in edges[kind]}
    instruments: dict[str, list[str]] = defaultdict(list)
    for edge in edges["mandates"]:
        kind = nodes[edge.target].kind
        if kind == "obligation" or (kind == "decision" and edge.target not in acting):
            instruments[edge.target].append(edge.source)
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for one in sorted(instruments):
        groups[nodes[one].kind, bearers.get(one, ""), *sorted(set(instruments[one]))].append(one)
    return {one: f"stack {group[0]}" for group in groups.values() if len(group) > MANY for one in group}


def _lines(nodes: Mapping[str, Node], edges: Mapping[str, Sequence[Edge]]) -> list[Raw]:
    """The edges that are drawn, as lines between nodes."""
    out: list[Raw] = []
    mandated = {e.target for e in edges["mandates"]}
    bases = {(e.source, e.target) for e in edges["basis"]}
    sets_up = {e.source: e.target for e in edges["established"]}
    out += [("reports", e.source, e.target, e.verb, e.id) for e in edges["reports"] if e.source != e.target]
    for edge in edges["mandates"]:
        body = sets_up.get(edge.target)
        thing = nodes[edge.target].kind
        if thing == "establishment" and body:
            out.append(("mandate", edge.source, body, "establishes", edge.id))
        elif (edge.source, edge.target) not in bases and thing in {"obligation", "decision"} | INSTRUMENTS:
            out.append(("mandate", edge.source, edge.target, "mandates", edge.id))
    for edge in edges["establishes"]:
        if (body := sets_up.get(edge.target)) and body != edge.source:
            out.append(("mandate", edge.source, body, "establishes", edge.id))
    out += [("mandate", e.source, e.target, "falls on", e.id) for e in edges["owes"] if e.source in mandated]
    out += [("mandate", e.source, e.target, "empowers", e.id) for e in edges["basis"]]
    out += [("mandate", e.source, e.target, "issues", e.id) for e in edges["issues"]]
    by: dict[str, list[str]] = defaultdict(list)
    for edge in edges["mandates"]:
        by[edge.target].append(edge.source)
    ruled = {(instrument, duty.target) for duty in edges["owes"] for instrument in by[duty.source]}
    acting = {raw[1] for raw in out}
    for kind in ("addresses", "terms_of"):
        out += [("mandate", e.source, e.target, e.verb, e.id) for e in edges[kind]
                if (e.source, e.target) not in ruled and (kind == "addresses" or e.source in acting)]  # fmt: skip
    bodies = {end for _, a, b, _, _ in out for end in (a, b)}
    out += [
        ("chairs", e.source, e.target, e.verb, e.id) for e in edges["seat"] if e.verb == "chairs" and e.target in bodies
    ]
    out += [("replaces", e.source, e.target, e.verb, e.id) for kind in ("revokes", "succeeds") for e in edges[kind]]
    return out


def _in_walk_order(ids: Iterable[str], drawn: Iterable[tuple[str, str, str, str]]) -> list[str]:
    """Boxes in the order of a walk along the lines, so that neighbours stand together."""
    near: dict[str, list[str]] = defaultdict(list)
    for _, a, b, _ in sorted(drawn):
        near[a].append(b)
        near[b].append(a)
    seen: dict[str, None] = {}
    for start in sorted(ids, key=lambda iri: (-len(near[iri]), iri)):
        waiting = [start]
        while waiting:
            iri = waiting.pop()
            if iri not in seen:
                seen[iri] = None
                waiting.extend(sorted(near[iri], reverse=True))
    return list(seen)


def _holders(held: Sequence[Edge]) -> dict[str, tuple[str, ...]]:
    """The edges by which each post is held, those last seen first."""
    rows: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for edge in held:
        last = max([*edge.observed, edge.end or "", edge.start or ""], default="")
        rows[edge.target].append((last, edge.id))
    return {post: tuple(iri for _, iri in sorted(some, reverse=True)) for post, some in rows.items()}


def _box(
    iri: str,
    nodes: Mapping[str, Node],
    stacked: Sequence[str],
    place: tuple[int, int],
    held: tuple[str, ...],
) -> Box:
    """One box."""
    first = nodes[stacked[0]]
    if iri.startswith("stack "):
        label = f"{len(stacked)} {'duties' if first.kind == 'obligation' else 'decisions'}"
        text = box_lines("; ".join(nodes[one].label for one in stacked), 3)
        return Box(iri, first.kind, label, *place, (label, *text), tuple(stacked), foot=True)
    label = first.label
    if first.status in {"draft", "revoked"}:
        label = f"{label} ({first.status})"
    return Box(iri, first.kind, label, *place, box_lines(label, 4), (iri,), held, foot=True)


def _homes(home: Mapping[str, int], shown: View) -> dict[str, int]:
    """Every node that has no box of its own at the box it is told of: holders at posts, the rest at a body."""
    out = dict(home)
    for edge in shown.edges:
        for own, other in ((edge.source, edge.target), (edge.target, edge.source)):
            if own not in out and other in home and edge.kind != "owed_to":
                out[own] = home[other]
    return out


def part(whole: Picture, keep: Iterable[int]) -> Picture:
    """The picture of some of the boxes, and the lines between them."""
    kept = sorted(set(keep))
    at = {old: new for new, old in enumerate(kept)}
    lines = [replace(line, source=at[line.source], target=at[line.target])
             for line in whole.lines if line.source in at and line.target in at]  # fmt: skip
    home = {iri: at[index] for iri, index in whole.home.items() if index in at}
    return Picture(tuple(whole.boxes[index] for index in kept), tuple(lines), home)


def around(whole: Picture, start: int, most: int) -> list[int]:
    """The boxes nearest to a box along lines, at most so many: whole steps, as long as they fit; the first one in part."""
    near: dict[int, list[int]] = defaultdict(list)
    for line in whole.lines:
        near[line.source].append(line.target)
        near[line.target].append(line.source)
    found: dict[int, None] = {start: None}
    step = [start]
    while step:
        step = [other for other in dict.fromkeys(o for box in step for o in sorted(near[box])) if other not in found]
        if len(found) + len(step) > most and len(found) >= max(2, most // 4):
            break
        found.update(dict.fromkeys(step[: most - len(found)]))
    return sorted(found)
