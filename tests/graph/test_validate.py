"""The store held to its shapes, and quotes to the texts they stand in."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.graph import validate as module
from remit.graph.facts import Evidence, Holds
from remit.graph.facts_lines import from_json
from remit.graph.store import Store
from remit.graph.validate import validate
from remit.graph.write import DocumentRecord, put_document
from remit.ontology.terms import TYPE, iri

TEXT = "Ann Reed, Clerk of the Harbour Board, keeps the minutes."
QUOTE = "Ann Reed, Clerk of the Harbour Board"
FACT = Holds(
    person="Ann Reed", role="Clerk", body="Harbour Board", evidence=Evidence(0, len(QUOTE), QUOTE, "test.rule")
)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "s", create=True) as opened:
        yield opened


def put(store, *facts, text=TEXT, path="a.txt"):
    return put_document(store, DocumentRecord("Saltmarsh", path, text, "ab" * 32), facts)


def node(name):
    return ox.NamedNode(name if name.startswith("urn:") else iri(name))


def change(store, predicate, value, datatype=None):
    """Put another value in place of the one that a property has."""
    old = list(store.quads_for_pattern(None, node(predicate), None))
    literal = ox.Literal(value, datatype=node(datatype)) if datatype else ox.Literal(value)
    store.apply(old, [ox.Quad(q.subject, q.predicate, literal, q.graph_name) for q in old])


def say(store, *triples):
    quads = []
    for s, p, o in triples:
        target = ox.Literal(o[1:]) if o.startswith("=") else node(o)
        quads.append(ox.Quad(node(s), ox.NamedNode(TYPE) if p == "a" else node(p), target))
    store.apply([], quads)


def test_a_store_as_written_is_sound(store):
    """What put_document writes keeps the shapes, on several documents."""
    put(store, FACT)
    put(store, FACT, path="b.txt")
    assert validate(store) == []


def test_an_altered_quote_is_named(store):
    """A quote changed by a word is told with its document and place, and what the text has there."""
    put(store, FACT)
    change(store, "oa:exact", QUOTE.replace("Clerk", "Chair"))
    (found,) = validate(store)
    assert (found.document, found.focus) == ("a.txt", f"evidence/0-{len(QUOTE)}")
    assert "Chair of the Harbour Board' does not stand at 0-36" in found.message
    assert "the text has 'Ann Reed, Clerk" in found.message


def test_an_altered_or_missing_text_is_named(store):
    """The texts are the proof; they are held to their hashes."""
    put(store, FACT)
    (kept,) = (store.folder / "texts").iterdir()
    kept.write_text(TEXT + " ")
    assert [f.message for f in validate(store)] == [
        "the text of the document was altered in the store; ingest it again"
    ]
    kept.unlink()
    assert [f.message for f in validate(store)] == [
        "the text of the document is missing from the store; ingest it again"
    ]


@pytest.mark.parametrize(
    ("predicate", "value", "datatype", "told"),
    [
        ("oa:start", "x", None, "whole number at which it starts"),
        ("oa:start", "99", "xsd:integer", "whole number at which it starts"),
        ("certainty", "guessed", None, "one of: explicit, layout, inferred"),
        ("rule", "", None, "the rule that found it"),
        ("personText", "", None, "a person"),
        ("textSha256", "abc", None, "hash of its text"),
    ],
)
def test_a_broken_value_is_named(store, predicate, value, datatype, told):
    """A value that breaks its shape is told with the document it stands in."""
    put(store, FACT)
    change(store, predicate, value, datatype)
    assert [f.document for f in validate(store) if told in f.message] == ["a.txt"]


@pytest.mark.parametrize(
    "gone", ["evidence", "rule", "certainty", "oa:exact", "oa:start", "oa:end", "roleText", "sha256"]
)
def test_a_missing_part_is_named(store, gone):
    """A statement without evidence, a passage without a place: each is told."""
    put(store, FACT)
    store.apply(list(store.quads_for_pattern(None, node(gone), None)), [])
    assert any("needs" in f.message or "must be" in f.message for f in validate(store))


def test_knowledge_without_support_or_an_end_is_named(store):
    """A relation needs the ends it joins and a statement behind it."""
    put(store, FACT)
    say(store, ("urn:x:t", "a", "Tenure"), ("urn:x:t", "holder", "urn:x:ann"), ("urn:x:ann", "a", "Body"))
    said = {(f.document, f.focus, re.sub(r" \(.*", "", f.message)) for f in validate(store)}
    assert said >= {
        ("what is known", "urn:x:t", "needs a statement that supports it"),
        ("what is known", "urn:x:t", "needs the post"),
        ("what is known", "urn:x:t", "needs who holds the post"),
    }


def test_two_kinds_at_once_are_named(store):
    """A person that is also a body is a mistake of the store."""
    say(store, ("urn:x:a", "a", "Person"), ("urn:x:a", "a", "Body"))
    assert any("something else at once" in f.message for f in validate(store))


def test_parts_do_not_change_what_is_found(store, monkeypatch):
    """However small the parts in which a large store is checked, the findings are the same."""
    for n in range(4):
        put(store, FACT, replace(FACT, role=""), path=f"{n}.txt")
    statement = next(q.subject.value for q in store.quads_for_pattern(None, node("rule"), None))
    for n in range(4):
        say(
            store,
            (f"urn:x:p{n}", "a", "Person"),
            (f"urn:x:p{n}", "skos:prefLabel", "=P"),
            (f"urn:x:p{n}", "supportedBy", statement),
        )
        say(
            store,
            (f"urn:x:t{n}", "a", "Tenure"),
            (f"urn:x:t{n}", "holder", f"urn:x:p{n}"),
            (f"urn:x:t{n}", "supportedBy", statement),
        )
    whole = validate(store)
    monkeypatch.setattr(module, "_PART", 3)
    assert validate(store) == whole
    assert {f.message for f in whole} == {"needs the post (remit:heldPost)"}


@given(st.text(min_size=1, max_size=30), st.text(max_size=30))
def test_any_text_is_compared_as_kept(quote, before):
    """Whatever the characters, a quote that was cut from a text is found in it."""
    assert module._kept((before + quote)[len(before) :]) == module._kept(quote)


def test_the_gold_facts_keep_the_shapes(store, shared):
    """Facts of real papers, placed where their quotes stand, are sound."""
    for path in sorted((shared / "corpus" / "gold").glob("*.jsonl"))[:4]:
        given_ = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        text = (shared / "corpus" / "docs" / given_[0]["document"]).read_text(encoding="utf-8")
        placed = []
        for fact in map(from_json, given_):
            loose = r"\s+".join(map(re.escape, fact.evidence.quote.split()))
            if found := re.search(loose, text):
                where = replace(fact.evidence, start=found.start(), end=found.end(), quote=found.group())
                placed.append(replace(fact, evidence=where))
        assert placed
        put(store, *placed, text=text, path=path.name)
    assert validate(store) == []
