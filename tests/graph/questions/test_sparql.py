"""SPARQL and the competency questions."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from remit.errors import BadDate, QueryError
from remit.graph.questions.naming import find
from remit.graph.questions.sparql import bind, question, questions, refuse, run, slow_shapes


@pytest.mark.parametrize("one", questions(), ids=lambda q: q.name)
def test_every_question_has_a_header_and_runs_on_an_empty_store(known, one):
    """Each file says what it asks, takes the parameters it names, and is sound SPARQL."""
    bound = {p.name: Literal("2020-01-01") if p.kind == "date" else NamedNode("urn:x") for p in one.parameters}
    assert one.question.endswith("?")
    assert run(known.store, one.text, bound, 10).rows == ()
    assert not slow_shapes(one.text, bound)
    header = next(line for line in one.text.splitlines() if line.startswith("# columns:"))
    assert tuple(header.split()[2:]) == run(known.store, one.text, bound, 10).columns


def test_a_question_by_name_answers_for_the_thing_that_is_bound(known):
    """Parameters are bound as terms, and names are looked up forgivingly."""
    a, b, c = (known.thing("Body", n) for n in ("A Board", "B Panel", "C Group"))
    known.add(c, "org:reportsTo", b)
    known.add(b, "org:reportsTo", a)
    one = question("superiors-of")
    bound = {p.name: bind(p, "c group", lambda v, *kinds: find(known.look, v, *kinds)) for p in one.parameters}
    assert run(known.store, one.text, bound, 10).rows == (("A Board",), ("B Panel",))


def test_a_value_never_becomes_part_of_the_query():
    """A name that looks like SPARQL is only a name that is not found, and a date must be one."""
    day = question("due-before").parameters[0]
    with pytest.raises(BadDate):
        bind(day, '2020" } DROP ALL #', None)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://x> { ?s ?p ?o } }",
        "select * { service silent ?x {} }",
        "LOAD <http://x>",
        "DROP ALL",
    ],
)
def test_what_leaves_or_changes_the_store_is_refused(known, text):
    """SERVICE, LOAD and updates are refused in one line."""
    with pytest.raises(QueryError) as error:
        run(known.store, text, {}, 10)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "text",
    ['SELECT * { ?s ?p "SERVICE" }', "SELECT * { ?s <urn:LOAD> ?o } # SERVICE", "SELECT ?service { ?service ?p ?o }"],
)
def test_only_the_keyword_counts(text):
    """The word in a string, an address, a comment or a variable is no reason to refuse."""
    refuse(text)


def test_another_endpoint_is_asked_only_where_that_is_allowed():
    """SERVICE passes where the user asks for it; LOAD never does."""
    refuse("SELECT * { SERVICE <http://x> { ?s ?p ?o } }", service=True)
    with pytest.raises(QueryError, match="LOAD"):
        refuse("LOAD <http://x>", service=True)


def test_a_path_beside_a_graph_is_not_one_inside_it():
    """Only the braces of GRAPH count."""
    assert not slow_shapes("SELECT * { <urn:a> org:reportsTo+ ?b . GRAPH ?g { ?s remit:evidence ?e } }")


def test_a_broken_query_and_a_slow_one_end_in_one_line(known):
    """The parser's message is cut short; the time limit is named."""
    with pytest.raises(QueryError, match="cannot be run") as error:
        run(known.store, "SELECT ?b {", {}, 10)
    assert len(str(error.value)) < 250
    for i in range(400):
        known.add(NamedNode(f"urn:{i}"), "bearer", NamedNode(f"urn:{i + 1}"))
    with pytest.raises(QueryError, match="--timeout"):
        run(
            known.store,
            "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h FILTER(?a = ?h) }",
            {},
            0.2,
        )


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("SELECT * { ?x a remit:Body FILTER NOT EXISTS { ?x a ?y } }", "quadratic"),
        ("SELECT * { ?x org:reportsTo+ ?y }", "path between two variables"),
        ("SELECT * { GRAPH ?g { <urn:a> org:reportsTo+ ?y } }", "never leaves"),
        ("SELECT * { ?x org:reportsTo+ ?y FILTER(?x = <urn:a>) }", "known end into the path"),
    ],
)
def test_shapes_known_to_be_slow_are_warned_of(text, word):
    """Each slow shape is named with what to write instead."""
    assert word in " ".join(slow_shapes(text))


def test_yes_or_no_and_triples_are_rows_too(known):
    """ASK and CONSTRUCT answer in the same form."""
    known.add(NamedNode("urn:a"), "bearer", NamedNode("urn:b"))
    assert run(known.store, "ASK { ?s ?p ?o }", {}, 10).rows == (("yes",),)
    assert run(known.store, "CONSTRUCT { ?o <urn:p> ?s } { ?s ?p ?o }", {}, 10).rows == (("urn:b", "urn:p", "urn:a"),)
