"""The knowledge of a store as a network: typed nodes, typed edges, and for each the passages that support it.

Invariant: a view is a pure function of the store; nodes and edges stand in the order of their identifiers, evidence in
the order of documents and text; every edge joins two nodes of the view. Nothing is folded or left out here: what a
picture shows is the picture's decision.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .view_reading import Knowledge, Source

if TYPE_CHECKING:
    import networkx as nx

Details = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A passage that supports something: `quote` stands verbatim at `start` to `end` of the text of `document`."""

    document: str
    start: int
    end: int
    quote: str
    rule: str = ""
    certainty: str = ""
    page: int | None = None
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of the store: its identifier, path, title and own date, and the hash its text is kept under."""

    id: str
    path: str
    title: str
    date: str | None = None
    collection: str = ""
    text_hash: str | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """Something known. `names` are all its names, the label first; `start` and `end` its stated validity.

    `status` is what documents call it (`made`, `draft`, `revoked`), `observed` the days on which documents show it.
    """

    id: str
    kind: str
    label: str
    names: tuple[str, ...] = ()
    status: str | None = None
    start: str | None = None
    end: str | None = None
    observed: tuple[str, ...] = ()
    details: Details = ()
    evidence: tuple[Passage, ...] = ()

    def detail(self, name: str) -> str | None:
        """A detail by name."""
        return dict(self.details).get(name)


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation of two nodes, read as `source verb target`; `how` tells the stated from the inferred."""

    id: str
    kind: str
    source: str
    target: str
    verb: str
    how: str = "stated"
    start: str | None = None
    end: str | None = None
    observed: tuple[str, ...] = ()
    details: Details = ()
    evidence: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """Nodes, edges, and the papers that their evidence stands in."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    papers: tuple[Paper, ...] = field(default=())

    def by_id(self) -> Mapping[str, Node]:
        """The nodes by identifier."""
        return {node.id: node for node in self.nodes}


NODE_KINDS = {
    "Person": "person", "Body": "body", "Post": "post", "Plan": "plan", "Direction": "direction",
    "TermsOfReference": "terms", "Resolution": "resolution", "Act": "act", "Provision": "provision",
    "Meeting": "meeting", "Obligation": "obligation", "Decision": "decision", "ActionTask": "action",
    "Function": "function", "Establishment": "establishment",
}  # fmt: skip
"""Classes of the ontology whose members are nodes, and what a view calls them."""

PROPERTIES = {
    "postIn": ("post_in", "belongs to", False),
    "issuer": ("issues", "issues", True),
    "addressee": ("addresses", "is addressed to", False),
    "based_on": ("basis", "empowers", True),
    "revokes": ("revokes", "revokes", False),
    "ofBody": ("terms_of", "governs", False),
    "resolvedBy": ("resolves", "passes", True),
    "ofAct": ("of_act", "is part of", False),
    "meetingOf": ("meeting_of", "is a meeting of", False),
    "bearer": ("owes", "falls on", False),
    "recipient": ("owed_to", "is owed to", False),
    "decidedBy": ("decides", "decides", True),
    "partOf": ("part_of", "is part of", False),
    "doneBy": ("done_by", "is shown done by", False),
    "owner": ("acts", "is to be done by", False),
    "functionOf": ("function_of", "is a function of", False),
    "established": ("established", "sets up", False),
    "establishedBy": ("establishes", "establishes", True),
    "mandatedBy": ("mandates", "mandates", True),
}
"""Properties from one node straight to another: kind of edge, verb, and whether the edge runs against the property."""

RELATIONS = {
    "ReportingLine": ("reports", "reporter", "superior", "reports to"),
    "Tenure": ("holds", "holder", "heldPost", "holds"),
    "Attendance": ("attends", "attendee", "atMeeting", "attended"),
    "Membership": ("member", "member", "organization", "is a member of"),
    "Seat": ("seat", "seatPost", "seatOn", "has a seat on"),
    "Mandate": ("mandates", "mandatedBy", "mandated", "mandates"),
    "Succession": ("succeeds", "resultingOrganization", "originalOrganization", "succeeds"),
}
"""Classes whose members are relations: kind of edge, property to its source, property to its target, verb."""

OFTEN = {
    "P1D": "daily", "P1W": "weekly", "P7D": "weekly", "P2W": "fortnightly", "P1M": "monthly", "P2M": "every two months",
    "P3M": "quarterly", "P4M": "every four months", "P6M": "every six months", "P6W": "every six weeks", "P1Y": "yearly",
}  # fmt: skip
"""Words for the durations that are frequencies."""

_NODE_DETAILS = {
    "bodyKind": "kind of body", "action": "duty", "deadline": "deadline", "frequency": "frequency",
    "condition": "condition", "mandatedByText": "under, as printed", "date": "date", "item": "item",
    "number": "number", "venue": "venue", "startTime": "from", "endTime": "until", "collection": "collection",
    "href": "address",
}  # fmt: skip
_EDGE_DETAILS = {
    "capacity": "capacity", "roleText": "role", "frequency": "frequency", "what": "what", "mandateRule": "rule",
    "because": "because", "lineKind": "kind of line", "certainty": "certainty",
}  # fmt: skip
_CAPACITY = {
    "chair": "chairs", "member": "is a member of", "officer": "serves as officer of", "substitute": "is a substitute on",
    "attendee": "attends", "guest": "is a guest of", "apologies": "is a member of",
}  # fmt: skip


def view(store: Source) -> View:
    """The whole of what a store knows."""
    known = Knowledge(store)
    nodes = sorted((_node(known, kind, iri) for kind in NODE_KINDS for iri in known.members(kind)), key=lambda n: n.id)
    unique = {node.id: node for node in nodes}
    edges = {edge.id: edge for edge in _edges(known, unique) if {edge.source, edge.target} <= unique.keys()}
    kept = tuple(sorted(edges.values(), key=lambda e: e.id))
    return View(tuple(unique[iri] for iri in sorted(unique)), kept, tuple(Paper(*row) for row in known.papers()))


def _node(known: Knowledge, kind: str, iri: str) -> Node:
    """One thing as a node."""
    said = known.said(iri)
    label = said.text("prefLabel") or said.text("action") or said.text("text") or _last(iri)
    made = said.text("date") if kind in {"Direction", "Resolution", "Decision", "Meeting"} else None
    details = [(words, value) for name, words in _NODE_DETAILS.items() for value in said.texts(name)]
    if iri.startswith(("http://", "https://")):
        details.append(("address", iri))
    return Node(
        id=iri,
        kind=NODE_KINDS[kind],
        label=label,
        names=tuple(dict.fromkeys((label, *said.texts("altLabel")))),
        status=said.text("directionStatus") or said.text("status"),
        start=said.text("inForceFrom") or said.text("validFrom") or made,
        end=said.text("inForceUntil") or said.text("validTo"),
        observed=said.texts("observed"),
        details=tuple(details),
        evidence=tuple(Passage(*row) for row in known.evidence(iri)),
    )


def _edges(known: Knowledge, nodes: Mapping[str, Node]) -> list[Edge]:
    """All relations, those with nodes of their own and those that are one property."""
    out = []
    for cls, (kind, near, far, verb) in RELATIONS.items():
        for iri in known.members(cls):
            said = known.said(iri)
            for source in said.texts(near):
                for target in said.texts(far):
                    out.append(_relation(known, cls, iri, (kind, source, target, verb)))  # noqa: PERF401 - two levels deep
    for iri in nodes:
        said = known.said(iri)
        for name, (kind, verb, against) in PROPERTIES.items():
            for other in said.texts(name):
                source, target = (other, iri) if against else (iri, other)
                out.append(Edge(f"{kind} {source} {target}", kind, source, target, verb, evidence=nodes[iri].evidence))
    return out


def _relation(known: Knowledge, cls: str, iri: str, ends: tuple[str, str, str, str]) -> Edge:
    """A relation that has a node of its own, as an edge."""
    said = known.said(iri)
    kind, source, target, verb = ends
    capacity, often = said.text("capacity"), OFTEN.get(said.text("frequency") or "")
    if cls in {"Membership", "Seat"} and capacity:
        verb = _CAPACITY.get(capacity, verb)
    if cls == "ReportingLine":
        verb = (
            "is accountable to" if said.text("lineKind") == "accountable" else f"reports {often} to" if often else verb
        )
    return Edge(
        id=f"{iri} {source} {target}",
        kind=kind,
        source=source,
        target=target,
        verb=verb,
        how=said.text("how") or "stated",
        start=said.text("validFrom"),
        end=said.text("validTo"),
        observed=said.texts("observed"),
        details=tuple((words, value) for name, words in _EDGE_DETAILS.items() for value in said.texts(name)),
        evidence=tuple(Passage(*row) for row in known.evidence(iri)),
    )


def _last(iri: str) -> str:
    """The last segment of an identifier, for what has no name."""
    return iri.rstrip("/").rpartition("/")[2]


def to_networkx(shown: View) -> nx.MultiDiGraph[str]:
    """A view as a networkx graph: nodes and edges keyed by identifier, with their values as attributes."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in shown.nodes:
        graph.add_node(node.id, **_values(node))
    for edge in shown.edges:
        graph.add_edge(edge.source, edge.target, key=edge.id, **_values(edge))
    return graph


def _values(record: Node | Edge) -> dict[str, Any]:
    """The values of a record, but for its identifier and ends."""
    names = [name for name in type(record).__slots__ if name not in {"id", "source", "target"}]
    return {name: getattr(record, name) for name in names}
