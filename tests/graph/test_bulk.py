"""A first load at once."""

from __future__ import annotations

import pytest

from remit.errors import StoreError
from remit.exports.rdf import lines
from remit.graph.bulk import fill
from remit.graph.facts import Action, Evidence
from remit.graph.store import Store
from remit.graph.validate import validate
from remit.graph.write import DocumentRecord, put_document

PAPERS = [
    (
        DocumentRecord("c", f"{n}.txt", f"Ann writes {n}.", "ab" * 32),
        [Action(owner=f"Ann {n}", evidence=Evidence(0, 3, "Ann", "r"))],
    )
    for n in range(5)
]


def test_filling_gives_what_writing_gives(tmp_path):
    """The same quads and texts as document by document, and a store to go on with."""
    assert fill(tmp_path / "at-once", PAPERS) == 5
    with Store.open(tmp_path / "one-by-one", create=True) as store:
        for record, facts in PAPERS:
            put_document(store, record, facts)
        assert lines(Store.read(tmp_path / "at-once")) == lines(store)
    with Store.open(tmp_path / "at-once") as store:
        put_document(store, *PAPERS[0])
        assert validate(store) == []


def test_a_load_that_fails_leaves_nothing(tmp_path):
    """Neither half a store nor what it was made in stays."""

    def broken():
        yield PAPERS[0]
        raise StoreError("broken")

    with pytest.raises(StoreError, match="broken"):
        fill(tmp_path / "s", broken())
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_is_there_is_never_filled(tmp_path):
    """A first load needs a new folder."""
    fill(tmp_path / "s", PAPERS)
    with pytest.raises(StoreError, match="is there already"):
        fill(tmp_path / "s", PAPERS)
