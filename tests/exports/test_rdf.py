"""The store as RDF in four forms: the same graph in each, in the same bytes each time."""

from __future__ import annotations

import json

import pyoxigraph as ox
import pytest

from remit.exports.rdf import serialize
from remit.graph.facts import Evidence, Holds
from remit.graph.store import Store
from remit.graph.write import DocumentRecord, put_document

NASTY = 'Ann "Nan" Reed\\u0022 </script>\n\r\t} ; <urn:x> . é \U0001f6a2'
FORMS = ("nquads", "turtle", "trig", "jsonld")


def fill(store, order=1):
    facts = [Holds(person=NASTY, role=f"Clerk {n}", evidence=Evidence(n, n + 5, NASTY, "r")) for n in range(4)]
    papers = [DocumentRecord("Salt marsh", f"a b/{n}.txt", f"text {n}", "ab" * 32, title="T, (1); .") for n in range(3)]
    for paper in papers[::order]:
        put_document(store, paper, facts[::order])
    body = ox.NamedNode("urn:remit:body/Salt%20marsh/harbour-board")
    known = [
        ("type", ox.NamedNode("urn:remit:def:Body")),
        ("label", ox.Literal("Harbour, Board")),
        ("label", ox.Literal("x", language="en")),
    ]
    names = {
        "type": "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "label": "http://www.w3.org/2004/02/skos/core#altLabel",
    }
    store.apply([], [ox.Quad(body, ox.NamedNode(names[p]), o) for p, o in known[::order]])


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "s", create=True) as opened:
        fill(opened)
        yield opened


def quads(store):
    return {q for q in store.quads_for_pattern(None, None, None) if not q.predicate.value.endswith("stale")}


@pytest.mark.parametrize("form", ["nquads", "trig"])
def test_everything_is_in_the_quad_forms(store, form):
    """Read again by another parser, nothing is lost or changed, however hostile the text."""
    kind = ox.RdfFormat.N_QUADS if form == "nquads" else ox.RdfFormat.TRIG
    assert set(ox.parse(serialize(store, form), format=kind)) == quads(store)


def test_jsonld_says_the_same(store):
    """JSON-LD holds the same quads."""
    assert set(ox.parse(serialize(store, "jsonld"), format=ox.RdfFormat.JSON_LD)) == quads(store)


def test_turtle_is_what_is_known(store):
    """Turtle, which has no graphs, holds the default graph."""
    found = set(ox.parse(serialize(store, "turtle"), format=ox.RdfFormat.TURTLE))
    assert found == {q for q in quads(store) if isinstance(q.graph_name, ox.DefaultGraph)}


def test_other_tools_read_it(store):
    """Rdflib reads TriG and JSON-LD to as many quads."""
    from rdflib import Dataset

    for form, name in (("trig", "trig"), ("jsonld", "json-ld")):
        held = Dataset()
        held.parse(data=serialize(store, form), format=name)
        assert len(list(held.quads())) == len(quads(store))


@pytest.mark.parametrize("form", FORMS)
def test_the_order_of_writing_leaves_no_trace(store, form, tmp_path):
    """Two stores with the same content give the same bytes."""
    with Store.open(tmp_path / "other", create=True) as other:
        fill(other, -1)
        assert serialize(other, form) == serialize(store, form)


def test_lines_are_sorted(store):
    """N-Quads can be compared by line."""
    found = serialize(store, "nquads").decode().splitlines()
    assert found == sorted(set(found))


def test_jsonld_is_json_with_prefixes(store):
    """A program without RDF can read it."""
    held = json.loads(serialize(store, "jsonld"))
    assert held["@context"]["remit"] == "urn:remit:def:"
