"""The folder of a store: making, opening, writing at once, refusing what is not one."""

from __future__ import annotations

import json

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.errors import NoStore, StoreBusy, StoreError
from remit.graph.store import Store, as_update


def quad(text, graph="urn:x:g"):
    return ox.Quad(ox.NamedNode("urn:x:s"), ox.NamedNode("urn:x:p"), ox.Literal(text), ox.NamedNode(graph))


def test_what_is_applied_is_read_again(tmp_path):
    """Quads put in by one process are there for the next, and gone when taken out."""
    with Store.open(tmp_path / "s", create=True, base="https://example.org/") as store:
        store.apply([], [quad("one"), quad("two")])
        store.apply([quad("one")], [quad("three")])
    read = Store.read(tmp_path / "s")
    assert ({q.object.value for q in read.quads_for_pattern(None, None, None)}, read.base) == (
        {"two", "three"},
        "https://example.org/",
    )


hostile = st.text(st.sampled_from("\\\"'u0025c{}<>;.#\n\r\t\x00\x01\x7f\u2028\ufffe\U0010ffff"), max_size=30) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=40
)


@given(hostile)
def test_hostile_text_stays_text(text):
    """Whatever a document says is put in and taken out again as it stands, and does nothing else."""
    store = ox.Store()
    store.update(as_update([], [quad("untouched"), quad(text)]))
    assert set(store) == {quad("untouched"), quad(text)}
    store.update(as_update([quad(text)], [quad("untouched")]))
    assert set(store) == {quad("untouched")} - ({quad(text)} - {quad("untouched")})


def test_a_missing_store_is_told(tmp_path):
    """Neither reading nor writing makes a store by accident."""
    for way in (Store.read, Store.open):
        with pytest.raises(NoStore, match="there is no store"):
            way(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_a_second_writer_is_told_and_readers_are_not_disturbed(tmp_path):
    """One writer at a time; readers see what was written."""
    with Store.open(tmp_path, create=True) as store:
        store.apply([], [quad("one")])
        with pytest.raises(StoreBusy, match="another process is writing"):
            Store.open(tmp_path)
        assert len(Store.read(tmp_path)) == 1


def test_a_store_open_for_reading_is_not_written(tmp_path):
    """A question changes nothing."""
    Store.open(tmp_path, create=True).close()
    with pytest.raises(StoreError, match="reading only"):
        Store.read(tmp_path).apply([], [quad("one")])


def test_a_store_that_was_not_made_to_its_end_is_made_again(tmp_path):
    """A crash while a store is made leaves nothing in the way."""
    (tmp_path / "graph").mkdir()
    (tmp_path / "store.json.new").write_text("{")
    Store.open(tmp_path, create=True).close()
    assert len(Store.read(tmp_path)) == 0


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"base": 3, "form": 1}', '{"base": "urn:x:", "form": 99}', "\x00"]
)
def test_a_damaged_store_is_told_in_one_line(tmp_path, content):
    """What is no store's description is an error of one line that names the folder."""
    Store.open(tmp_path, create=True).close()
    (tmp_path / "store.json").write_text(content)
    for way in (Store.read, Store.open):
        with pytest.raises(StoreError) as told:
            way(tmp_path)
        assert str(tmp_path) in str(told.value)
        assert "\n" not in str(told.value)


def test_damaged_quads_are_told(tmp_path):
    """A broken or missing graph is an error of the store, for readers and writers."""
    with Store.open(tmp_path, create=True) as store:
        store.apply([], [quad("one")])
    del store
    (tmp_path / "graph" / "CURRENT").write_text("nonsense")
    for way in (Store.read, Store.open):
        with pytest.raises(StoreError, match="cannot be read"):
            way(tmp_path)


def test_a_missing_graph_is_told(tmp_path):
    """A store whose graph was removed is not taken for an empty one."""
    Store.open(tmp_path, create=True).close()
    for path in sorted((tmp_path / "graph").iterdir()):
        path.unlink()
    (tmp_path / "graph").rmdir()
    with pytest.raises(StoreError, match="missing"):
        Store.open(tmp_path)


def test_a_folder_with_other_files_is_refused(tmp_path):
    """A store is never made among somebody's papers, nor in place of a file."""
    (tmp_path / "minutes.txt").write_text("x")
    for place in (tmp_path, tmp_path / "minutes.txt", tmp_path / "minutes.txt" / "below"):
        with pytest.raises(StoreError):
            Store.open(place, create=True)


def test_the_description_is_plain_json(tmp_path):
    """Another program can read what a store is."""
    Store.open(tmp_path, create=True).close()
    assert json.loads((tmp_path / "store.json").read_text()) == {"base": "urn:remit:", "form": 1}
