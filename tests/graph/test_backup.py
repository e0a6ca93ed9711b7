"""Copies of a store."""

from __future__ import annotations

import pytest

from remit.errors import NoStore, StoreBusy, StoreError
from remit.exports.rdf import lines
from remit.graph.backup import backup, restore
from remit.graph.facts import Action, Evidence
from remit.graph.store import Store
from remit.graph.validate import validate
from remit.graph.write import DocumentRecord, put_document


def put(store, path):
    put_document(
        store,
        DocumentRecord("c", path, "Ann writes.", "ab" * 32),
        [Action(owner="Ann", evidence=Evidence(0, 3, "Ann", "r"))],
    )


@pytest.fixture
def folder(tmp_path):
    with Store.open(tmp_path / "s", create=True, base="urn:x:") as store:
        put(store, "a.txt")
    (tmp_path / "s" / "decisions.csv").write_text("who,when\n")
    return tmp_path / "s"


def test_a_copy_is_the_store_of_its_moment(folder, tmp_path):
    """What is written later is not in it; texts, ledger and base address are."""
    backup(folder, tmp_path / "copies" / "monday")
    before = lines(Store.read(folder))
    with Store.open(folder) as store:
        put(store, "b.txt")
    held = Store.read(tmp_path / "copies" / "monday")
    assert (lines(held), held.base, validate(held)) == (before, "urn:x:", [])
    assert (held.folder / "decisions.csv").exists()


def test_a_copy_put_back_replaces_what_is_there_only_when_asked(folder, tmp_path):
    """Restoring over a store needs saying so; the copy stays usable."""
    backup(folder, tmp_path / "copy")
    with Store.open(folder) as store:
        put(store, "b.txt")
    with pytest.raises(StoreError, match="holds a store already"):
        restore(tmp_path / "copy", folder)
    restore(tmp_path / "copy", folder, replace=True)
    restore(tmp_path / "copy", tmp_path / "new")
    assert lines(Store.read(folder)) == lines(Store.read(tmp_path / "copy")) == lines(Store.read(tmp_path / "new"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["copy", "new", "s"]
    with Store.open(folder) as store:
        put(store, "c.txt")


def test_what_cannot_be_copied_is_told(folder, tmp_path):
    """No store, a place that is taken, a writer at work: one line each, and nothing changes."""
    with pytest.raises(NoStore):
        backup(tmp_path / "none", tmp_path / "copy")
    with pytest.raises(NoStore):
        restore(tmp_path / "none", tmp_path / "new")
    with pytest.raises(StoreError, match="is there already"):
        backup(folder, folder)
    with Store.open(folder), pytest.raises(StoreBusy):
        backup(folder, tmp_path / "copy")
    assert [p.name for p in tmp_path.iterdir()] == ["s"]
