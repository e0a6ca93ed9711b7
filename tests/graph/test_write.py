"""Documents into the store and back, replaced and withdrawn whole."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from remit.exports.rdf import lines
from remit.graph.facts import FACT_TYPES, Evidence, Function, Holds, Obligation, ReportsTo, in_order, values
from remit.graph.statements import documents, statements
from remit.graph.store import Store
from remit.graph.write import DocumentRecord, is_unchanged, put_document, withdraw

TEXT = (
    "The Harbour Board shall report to Saltmarsh Council. Ann Reed, Clerk of the Harbour Board, shall keep the minutes."
)


def evidence(quote, text=TEXT, **more):
    start = text.index(quote)
    return Evidence(start=start, end=start + len(quote), quote=quote, rule="test.rule", **more)


def facts():
    return [
        ReportsTo(
            subject="Harbour Board", object="Saltmarsh Council", evidence=evidence("shall report to Saltmarsh Council")
        ),
        Holds(
            person="Ann Reed",
            role="Clerk",
            body="Harbour Board",
            evidence=evidence("Ann Reed, Clerk of the Harbour Board", page=1),
        ),
        Obligation(
            bearer="Clerk", action="keep the minutes", recipient=("B", "A"), evidence=evidence("shall keep the minutes")
        ),
    ]


def record(path="minutes.txt", text=TEXT, **more):
    return DocumentRecord(collection="Saltmarsh", path=path, text=text, sha256="ab" * 32, **more)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "s", create=True) as opened:
        yield opened


def texts(store):
    return sorted(p.name for p in (store.folder / "texts").iterdir())


def canonical(fact):
    several = {k: tuple(sorted(set(v))) for k, v in values(fact).items() if isinstance(v, tuple)}
    return replace(fact, **several)


def test_a_document_comes_back_as_it_was(store):
    """What the head says, the text, and every fact with its evidence."""
    document = put_document(
        store, record(title="Minutes", date="2024-05-01", kind="minutes", body="Harbour Board"), facts()
    )
    (held,) = documents(store)
    assert (held.iri, held.path, held.title, held.date, held.kind, held.body) == (
        document, "minutes.txt", "Minutes", "2024-05-01", "minutes", "Harbour Board",
    )  # fmt: skip
    assert store.text(held.text_sha256) == TEXT
    assert in_order(s.fact for s in statements(store)) == in_order(canonical(f) for f in facts())
    assert [s.iri for s in statements(store)] == sorted(s.iri for s in statements(store, document))


plain = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


@st.composite
def any_facts(draw):
    kind = draw(st.sampled_from(FACT_TYPES))
    given_ = {}
    for name, hint in kind.__annotations__.items():
        if name not in {"evidence", "TYPE"}:
            several = "tuple" in str(hint)
            given_[name] = tuple(draw(st.lists(plain, max_size=3))) if several else draw(plain)
    start = draw(st.integers(0, 30))
    quote = draw(plain)
    where = Evidence(
        start,
        start + len(quote),
        quote,
        draw(plain),
        "explicit",
        draw(st.none() | st.integers(1, 9)),
        draw(st.none() | plain),
    )
    return kind(evidence=where, **given_)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(any_facts(), max_size=4, unique_by=lambda f: f.evidence.start), plain)
def test_any_facts_come_back(store, given_, path):
    """Whatever the values and the path are, the facts read back are those that were written."""
    document = put_document(store, record(path), given_)
    held = [s.fact for s in statements(store, document)]
    assert in_order(held) == in_order(canonical(f) for f in given_)


def test_two_orders_give_the_same_bytes(tmp_path):
    """Neither the order of documents nor that of facts leaves a trace."""
    papers = [record(f"{n}.txt", TEXT + str(n)) for n in range(5)]
    found = []
    for order in (papers, papers[::-1]):
        with Store.open(tmp_path / order[0].path, create=True) as one:
            for paper in order:
                mixed = facts()
                random.Random(paper.path).shuffle(mixed)
                put_document(one, paper, mixed)
            found.append(lines(one))
    assert found[0] == found[1]


def test_replacing_leaves_nothing_of_the_old(store):
    """A document is replaced whole, with its text."""
    put_document(store, record(text=TEXT), facts())
    put_document(store, record(text=TEXT + " Amended."), facts()[:1])
    assert len(list(statements(store))) == 1
    assert len(texts(store)) == 1


def test_the_same_again_writes_nothing(store):
    """Reading an unchanged document again leaves the store as it is."""
    put_document(store, record(), facts())
    before = lines(store)
    store.apply = lambda *_: pytest.fail("wrote")
    put_document(store, record(), facts())
    assert lines(store) == before


def test_unchanged_is_the_same_bytes_read_by_the_same_rules(store):
    """Newer rules read a document again."""
    put_document(store, record(extractor="1"), facts())
    key = ("Saltmarsh", "minutes.txt")
    assert is_unchanged(store, key, "ab" * 32, "1")
    assert not is_unchanged(store, key, "ab" * 32, "2")
    assert not is_unchanged(store, key, "cd" * 32, "1")
    assert not is_unchanged(store, ("Saltmarsh", "other.txt"), "ab" * 32, "1")


def test_withdrawing_takes_out_what_one_document_said(store):
    """The others, and a text that another has too, stay."""
    first = put_document(store, record("a.txt"), facts())
    other = put_document(store, record("b.txt"), facts())
    withdraw(store, first)
    assert [d.iri for d in documents(store)] == [other]
    assert len(texts(store)) == 1
    withdraw(store, other)
    assert (list(statements(store)), texts(store)) == ([], [])


def test_two_files_of_one_name_do_not_collide(store):
    """Collection and path tell documents apart."""
    put_document(store, record("2023/minutes.txt"), facts())
    put_document(store, record("2024/minutes.txt"), facts())
    put_document(store, replace(record("2024/minutes.txt"), collection="Other"), facts())
    assert len(documents(store)) == 3


def test_what_two_rules_find_is_one_statement(store):
    """The same fact at the same place is kept once, whichever rule came first."""
    one = facts()[0]
    two = replace(one, evidence=replace(one.evidence, rule="other.rule"))
    put_document(store, record(), [one, two])
    (held,) = statements(store)
    assert held.fact.evidence.rule == "other.rule"


def test_a_fact_without_a_value_it_needs_is_left_out(store):
    """Where the text does not fill what a type needs there is no fact."""
    put_document(store, record(), [*facts(), Function(body="", evidence=evidence("Harbour Board"))])
    assert len(list(statements(store))) == 3


def test_of_a_large_document_the_difference_alone_is_written(store, monkeypatch):
    """A document of 3,000 statements of which one changed costs the quads of two statements."""
    many = [
        Obligation(bearer=f"Officer {n}", action="report", evidence=Evidence(n, n + 5, "words", "r"))
        for n in range(3000)
    ]
    put_document(store, record(), many)
    apply, written = store.apply, []
    monkeypatch.setattr(store, "apply", lambda out, into: (written.append((len(out), len(into))), apply(out, into)))
    put_document(store, record(), [*many[:-1], replace(many[-1], action="answer")])
    assert len(written) == 1
    assert max(written[0]) < 12
    assert sum(s.fact.action == "answer" for s in statements(store)) == 1


WRITER = """
import sys
from pathlib import Path
from remit.graph.facts import Evidence, Obligation
from remit.graph.store import Store
from remit.graph.write import DocumentRecord, put_document
store = Store.open(Path(sys.argv[1]))
print("open", flush=True)
for turn in range(1, 200):
    said = [Obligation(bearer=f"Officer {n}", action=f"turn {turn}", evidence=Evidence(n, n + 5, "words", "r")) for n in range(800)]
    put_document(store, DocumentRecord("c", "p", f"text of turn {turn}", "00"), said)
"""


@pytest.mark.slow
@pytest.mark.soak
@pytest.mark.parametrize("delay", [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.9, 1.3])
def test_a_writer_that_is_killed_leaves_the_state_before_or_after(tmp_path, delay):
    """Whenever the process is killed, the document in the store is whole, of one turn, and its text is there."""
    with Store.open(tmp_path / "s", create=True) as store:
        turn_0 = [
            Obligation(bearer=f"Officer {n}", action="turn 0", evidence=Evidence(n, n + 5, "words", "r"))
            for n in range(800)
        ]
        put_document(store, DocumentRecord("c", "p", "text of turn 0", "00"), turn_0)
    del store
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path / "s")], stdout=subprocess.PIPE, text=True)
    assert writer.stdout.readline() == "open\n"
    time.sleep(delay)
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    writer.stdout.close()
    with Store.open(tmp_path / "s") as store:
        said = [s.fact.action for s in statements(store)]
        (held,) = documents(store)
        assert (len(said), len(set(said))) == (800, 1)
        assert store.text(held.text_sha256) == f"text of {said[0]}"
        put_document(store, record(), facts())


def test_quads_are_written_with_the_shape_of_the_contract(store):
    """A statement leads to its passage, and the passage to its document and its place there."""
    document = put_document(store, record(), facts()[:1])
    graph = ox.NamedNode(document)
    query = """SELECT ?exact ?start ?end WHERE { GRAPH ?g {
      ?s a remit:Statement, remit:ReportsToStatement ; remit:subjectText "Harbour Board" ; remit:evidence ?e ; remit:rule "test.rule" .
      ?e a prov:Quotation, oa:TextQuoteSelector, oa:TextPositionSelector ; prov:wasQuotedFrom ?g ; oa:exact ?exact ; oa:start ?start ; oa:end ?end } }"""
    from remit.ontology.terms import PREFIXES

    (row,) = store.query(query, prefixes=dict(PREFIXES))
    assert TEXT[int(row["start"].value) : int(row["end"].value)] == row["exact"].value
    assert all(q.graph_name == graph for q in store.quads_for_pattern(None, None, None, graph))
