"""What remit derives from papers, held to its own ontology."""

from __future__ import annotations

import owlrl
import pyoxigraph as ox
import pytest
from rdflib import URIRef
from rdflib.namespace import RDF

from remit.graph.knowledge import rebuild
from remit.graph.store import Store
from remit.graph.validate import _graph, validate
from remit.graph.write import DocumentRecord, put_document
from remit.ingest.pipeline import extract
from remit.ontology import data_file
from remit.ontology.terms import REMIT

ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """A store of the example papers."""
    folder = tmp_path_factory.mktemp("examples")
    with Store.open(folder / "s", create=True) as opened:
        for path in sorted((data_file("remit.ttl").parents[1] / "examples").glob("0*.txt")):
            found = extract(path)
            record = DocumentRecord(
                "examples", path.name, found.document.text, "ab" * 32, date=found.head.date, kind=found.head.kind
            )
            put_document(opened, record, found.facts)
        rebuild(opened)
        yield opened


def ontology():
    return list(ox.parse(data_file("remit.ttl").read_bytes(), format=ox.RdfFormat.TURTLE))


def test_every_term_in_the_store_is_defined(store):
    """No quad bears a term of remit's that the ontology has not."""
    defined = {t.subject for t in ontology()}
    used = {term for q in store.quads_for_pattern(None, None, None) for term in (q.predicate, q.object)}
    assert {t.value for t in used if isinstance(t, ox.NamedNode) and t.value.startswith(REMIT)} - {
        t.value for t in defined
    } == set()


def test_the_store_is_sound(store):
    """What is read from papers and derived keeps every shape."""
    assert validate(store) == []


@pytest.mark.slow
def test_the_store_contradicts_nothing(store):
    """Reasoning over the ontology and what is known finds no inconsistency."""
    graph = _graph([*ontology(), *store.quads_for_pattern(None, None, None, ox.DefaultGraph())])
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    assert [str(e) for s in graph.subjects(RDF.type, ERROR) for e in graph.objects(s) if "#" not in str(e)] == []
