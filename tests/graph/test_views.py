"""The knowledge of a store as a network."""

from __future__ import annotations

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from remit.graph.views import to_networkx, view

DEF = "urn:remit:def:"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
LABEL = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")


@pytest.fixture
def quads():
    """Two bodies and a line between them, with its statement and evidence."""
    a, b, line = (NamedNode(f"urn:remit:{name}") for name in ("body/a", "body/b", "reporting/1"))
    paper = NamedNode("urn:remit:document/p/minutes.txt")
    said, where = NamedNode(f"{paper.value}/statement/1"), NamedNode(f"{paper.value}/evidence/3-9")
    oa = "http://www.w3.org/ns/oa#"

    def own(name):
        return NamedNode(DEF + name)

    known = [
        (a, TYPE, own("Body")), (b, TYPE, own("Body")), (a, LABEL, Literal("A")), (b, LABEL, Literal("B")),
        (line, TYPE, own("ReportingLine")), (line, own("reporter"), a), (line, own("superior"), b),
        (line, own("frequency"), Literal("P3M")), (line, own("observed"), Literal("2024-05-01")),
        (line, own("supportedBy"), said),
    ]  # fmt: skip
    stated = [
        (said, own("evidence"), where), (said, own("rule"), Literal("r")), (where, NamedNode(oa + "exact"), Literal("quoted")),
        (where, NamedNode(oa + "start"), Literal("3")), (where, NamedNode(oa + "end"), Literal("9")),
        (paper, own("path"), Literal("minutes.txt")),
    ]  # fmt: skip
    return [*(Quad(*t, DefaultGraph()) for t in known), *(Quad(*t, paper) for t in stated)]


def test_a_line_becomes_an_edge_with_its_quote(quads):
    """Ends, verb with its frequency, days seen, and the passage with its document."""
    store = Store()
    store.extend(quads)
    shown = view(store)
    (edge,) = shown.edges
    assert (edge.source, edge.verb, edge.target) == ("urn:remit:body/a", "reports quarterly to", "urn:remit:body/b")
    assert edge.observed == ("2024-05-01",)
    assert [(p.quote, p.start, p.end, p.rule) for p in edge.evidence] == [("quoted", 3, 9, "r")]
    assert [paper.path for paper in shown.papers] == ["minutes.txt"]


def test_the_order_of_writing_does_not_matter(quads):
    """The view is the same whatever came first."""
    first, second = Store(), Store()
    first.extend(quads)
    second.extend(quads[::-1])
    assert view(first) == view(second)


def test_edges_to_what_is_not_known_are_left_out(quads):
    """Every edge joins two nodes of the view."""
    store = Store()
    store.extend(q for q in quads if not (q.predicate == TYPE and q.subject.value.endswith("/b")))
    assert view(store).edges == ()


def test_networkx_has_all_of_it(quads):
    """Nodes and edges are keyed by identifier, with their values."""
    store = Store()
    store.extend(quads)
    graph = to_networkx(view(store))
    assert graph.nodes["urn:remit:body/a"]["label"] == "A"
    assert [values["verb"] for *_, values in graph.edges(data=True)] == ["reports quarterly to"]


def test_an_empty_store_has_an_empty_view():
    """Nothing known, nothing shown."""
    assert view(Store()).nodes == ()
