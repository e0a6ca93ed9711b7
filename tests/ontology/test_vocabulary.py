"""The ontology, the schemes and the shapes, and that everything in use is in them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from remit.graph.facts import FACT_TYPES, value_names
from remit.ontology import data_file
from remit.ontology.terms import PREFIXES, REMIT, iri, statement_class, value_property

PACKAGE = Path(str(data_file("remit.ttl"))).parents[1]
FILES = ("remit.ttl", "schemes.ttl", "shapes.ttl")


def triples(name):
    return list(ox.parse(data_file(name).read_bytes(), format=ox.RdfFormat.TURTLE))


@pytest.fixture(scope="module")
def defined():
    kinds = {iri("owl:Class"), iri("owl:ObjectProperty"), iri("owl:DatatypeProperty")}
    held = triples("remit.ttl")
    return {t.subject.value for t in held if t.predicate.value == iri("rdf:type") and t.object.value in kinds}


@pytest.mark.parametrize("name", FILES)
def test_every_file_parses(name):
    """Each data file is Turtle and holds something."""
    assert triples(name)


def test_every_term_is_labelled_and_defined(defined):
    """Each class and property has a label and a definition."""
    held = {(t.subject.value, t.predicate.value) for t in triples("remit.ttl") if isinstance(t.subject, ox.NamedNode)}
    assert [d for d in sorted(defined) if {(d, iri("rdfs:label")), (d, iri("skos:definition"))} - held] == []


def test_every_concept_has_a_notation_of_its_own_in_its_scheme():
    """A text in the graph names one concept of its scheme."""
    held = triples("schemes.ttl")
    scheme = {t.subject: t.object for t in held if t.predicate.value == iri("skos:inScheme")}
    notations = [(scheme[t.subject], t.object) for t in held if t.predicate.value == iri("skos:notation")]
    assert len(notations) == len(set(notations)) == len(scheme)


@pytest.mark.parametrize("kind", FACT_TYPES, ids=lambda kind: kind.TYPE)
def test_every_fact_type_and_value_has_its_term(kind, defined):
    """What is written for a fact is in the ontology."""
    assert iri(statement_class(kind.TYPE)) in defined
    assert {iri(value_property(name)) for name in value_names(kind)} <= defined


@pytest.mark.parametrize("name", ["shapes.ttl", *sorted(p.name for p in (PACKAGE / "graph" / "queries").glob("*.rq"))])
def test_shapes_and_queries_use_defined_terms_only(name, defined):
    """A misspelt term would match nothing without telling."""
    path = PACKAGE / ("ontology" if name.endswith(".ttl") else "graph/queries") / name
    used = {
        REMIT + term
        for term in re.findall(r"\bremit:([A-Za-z0-9]+)", re.sub(r"<[^<>\s]*>", "", path.read_text(encoding="utf-8")))
    }
    assert used - defined - {REMIT} == set()


def own_names(path):
    """The names of own terms that a module hands to what makes addresses of them."""
    readers = {"iri", "term", "nodes", "texts", "node", "text", "sources", "members", "one", "refs"}
    for call in (n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)):
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        if name in readers:
            yield from (a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str))


@pytest.mark.parametrize("folder", ["graph", "graph/questions"])
def test_code_uses_defined_terms_only(folder, defined):
    """Each own term that a module of the graph reads or writes is in the ontology."""
    modules = [p for p in sorted((PACKAGE / folder).glob("*.py")) if p.name not in {"views.py", "view_reading.py"}]
    used = {(p.name, name) for p in modules for name in own_names(p) if name and ":" not in name}
    assert {(module, name) for module, name in used if REMIT + name not in defined} == set()


def test_prefixes_are_those_of_the_files():
    """A prefix means the same in the code and in the data files."""
    for name in FILES:
        said = dict(re.findall(r"@prefix (\w+): <([^>]+)>", data_file(name).read_text(encoding="utf-8")))
        assert {p: PREFIXES[p] for p in said if p in PREFIXES} == {p: said[p] for p in said if p in PREFIXES}


def concepts(scheme):
    held = triples("schemes.ttl")
    inside = {
        t.subject for t in held if t.predicate.value == iri("skos:inScheme") and t.object.value.endswith(f":{scheme}")
    }
    return {t.object.value for t in held if t.predicate.value == iri("skos:notation") and t.subject in inside}


def test_the_schemes_have_every_value_that_code_knows():
    """A capacity, status, certainty, kind of document or way of knowing that code can give is a concept."""
    from typing import get_args

    from remit.graph.facts import Capacity, Certainty, DirectionStatus, PostStatus, SeatCapacity
    from remit.graph.questions.asof import How
    from remit.graph.questions.instruments import Status
    from remit.graph.questions.obligations import STATUSES
    from remit.ingest.context import DocumentKind

    assert concepts("capacity") == {*get_args(Capacity), *get_args(SeatCapacity)}
    assert concepts("knowing") == set(get_args(How))
    assert concepts("certainty") == set(get_args(Certainty))
    assert concepts("directionStatus") >= {*get_args(DirectionStatus), *get_args(Status)}
    assert concepts("obligationStatus") >= set(STATUSES)
    assert concepts("postStatus") == set(get_args(PostStatus))
    assert concepts("documentKind") == set(get_args(DocumentKind))
