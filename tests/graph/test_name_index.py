"""The index of names beside a large store."""

from __future__ import annotations

import sqlite3

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.errors import RemitError
from remit.graph import name_index
from remit.graph.lookup import Label, best, every_label
from remit.graph.name_index import FILE, NameIndex
from remit.graph.questions.naming import find
from remit.graph.questions.reading import Look
from remit.graph.store import Store
from remit.ontology.terms import TYPE, iri

NAMES = [
    f"{first} {second} {third}"
    for first in ("River", "Roads", "Harbour", "Children's")
    for second in ("Improvement", "Audit & Risk", "Joint")
    for third in ("Board", "Committee", "Panel")
]


def quads_of(names):
    """Bodies of the given names."""
    for number, name in enumerate(names):
        body = ox.NamedNode(f"urn:remit:body/c/{number}")
        yield ox.Quad(body, ox.NamedNode(TYPE), ox.NamedNode(iri("Body")))
        yield ox.Quad(body, ox.NamedNode(iri("skos:prefLabel")), ox.Literal(name))


@pytest.fixture
def small(monkeypatch):
    """The least number of labels lowered, so that small stores have an index."""
    monkeypatch.setattr(name_index, "LEAST", 10)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A store of many bodies, with its index."""
    place = tmp_path_factory.mktemp("named") / "store"
    with pytest.MonkeyPatch.context() as patch, Store.open(place, create=True) as store:
        patch.setattr(name_index, "LEAST", 10)
        store.apply([], quads_of(NAMES))
        store._names().settle(store._labels())
    assert (place / FILE).exists()
    return place


def answer(look, name):
    """What a name is found to mean, or what is said instead."""
    try:
        return find(look, name).value
    except RemitError as error:
        return type(error), getattr(error, "candidates", ())


@pytest.mark.parametrize(
    "name",
    ["river improvement board", "RIB", "Harbour Joint", "arbour join", "Childrens Audit", "Rver Improvment Board", "Joint", "Board", "xyz"],
)  # fmt: skip
def test_an_index_gives_what_going_through_all_gives(folder, name):
    """Each way to fit a name leads to the same answer with the index and without."""
    look = Look(Store.read(folder))
    with_index = answer(look, name)
    look.store.place = ""
    assert with_index == answer(look, name)


@given(name=st.text(alphabet="abceirvods &'BRI", min_size=1, max_size=24))
@settings(max_examples=60, deadline=None)
def test_no_name_breaks_the_index(folder, name):
    """Whatever is typed, the first tier that holds a fit holds all the best fits."""
    index = NameIndex.of(folder)
    labels = list(every_label(Store.read(folder)))
    hits = next((hits for tier in index.tiers(name) if (hits := best(name, tier))), [])
    everywhere = best(name, labels)
    assert set(hits) <= {label.entity for label in labels}
    if everywhere and hits:
        assert hits == everywhere


@pytest.mark.usefixtures("small")
def test_an_index_follows_what_is_written(tmp_path):
    """A name taken out is no longer found, one put in is, and the index stays whole."""
    quads = list(quads_of(NAMES))
    with Store.open(tmp_path / "s", create=True) as store:
        store.apply([], quads)
    with Store.open(tmp_path / "s") as store:
        new = ox.Quad(quads[0].subject, ox.NamedNode(iri("skos:prefLabel")), ox.Literal("Estuary Forum"))
        store.apply([quads[1]], [new])
    index = NameIndex.of(tmp_path / "s")
    assert [label.text for label in next(index.tiers("estuary forum"))] == ["Estuary Forum"]
    assert next(index.tiers(NAMES[0])) == []
    assert sorted({label.text for tier in index.tiers("Estuary") for label in tier}) == ["Estuary Forum"]


@pytest.mark.usefixtures("small")
def test_a_broken_index_is_not_asked_and_is_made_again(tmp_path):
    """What a killed write left is passed over by readers and mended by the next writer."""
    with Store.open(tmp_path / "s", create=True) as store:
        store.apply([], quads_of(NAMES))
    base = sqlite3.connect(tmp_path / "s" / FILE)
    base.execute("UPDATE state SET whole = 0")
    base.execute("DELETE FROM label WHERE key LIKE 'river%'")
    base.commit()
    base.close()
    assert NameIndex.of(tmp_path / "s") is None
    assert find(Look(Store.read(tmp_path / "s")), "river joint panel").value.endswith("/8")
    with Store.open(tmp_path / "s"):
        pass
    found = next(NameIndex.of(tmp_path / "s").tiers("river joint panel"))
    assert found == [Label("urn:remit:body/c/8", "River Joint Panel")]


@pytest.mark.usefixtures("small")
def test_a_file_that_is_no_index_is_passed_over(tmp_path):
    """A damaged file costs time, not the answer."""
    with Store.open(tmp_path / "s", create=True) as store:
        store.apply([], quads_of(NAMES))
    (tmp_path / "s" / FILE).write_bytes(b"not a database" * 100)
    assert NameIndex.of(tmp_path / "s") is None
    with Store.open(tmp_path / "s") as store:
        store.apply(list(quads_of(NAMES))[:2], [])
    assert NameIndex.of(tmp_path / "s") is not None


def test_few_names_need_no_index(tmp_path):
    """A small store has no index file."""
    with Store.open(tmp_path / "s", create=True) as store:
        store.apply([], quads_of(NAMES))
    assert not (tmp_path / "s" / FILE).exists()
