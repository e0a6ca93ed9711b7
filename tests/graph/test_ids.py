"""Identifiers: made from names alone, safe in any text."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.graph.ids import BASE, digest, document_id, entity_id, relation_id, slug


def test_the_forms_of_addresses():
    """Documents by collection and path, entities by kind, collection and name, relations by what defines them."""
    assert (
        document_id(BASE, "Salt Marsh", "2024/minutes 1.txt") == "urn:remit:document/Salt%20Marsh/2024/minutes%201.txt"
    )
    assert (
        entity_id(BASE, "body", "Salt Marsh", "The Children's Board (2)")
        == "urn:remit:body/Salt%20Marsh/the-childrens-board-2"
    )
    assert relation_id("https://x.example/", "seat", "a", "b") == f"https://x.example/seat/{digest('a', 'b')}"


def test_parts_are_told_apart():
    """What defines a relation is its parts, not their text run together."""
    assert digest("ab", "c") != digest("a", "bc")
    assert document_id(BASE, "a/b", "c") != document_id(BASE, "a", "b/c")


def test_long_names_that_begin_alike_differ():
    """A name too long for an address is told from another by its digest."""
    first, second = (slug("Joint Committee " * 20 + end) for end in ("One", "Two"))
    assert first != second
    assert len(first) < 150


@pytest.mark.parametrize("name", ["Éireann Board", "委員会", "Бюро", "---", "", "💷"])
def test_names_in_any_script_have_addresses(name):
    """Letters of any script count; where there is none, a digest stands."""
    assert slug(name)


@given(st.text(), st.text(), st.text())
def test_any_names_make_addresses_that_stay_addresses(collection, path, name):
    """Whatever a file or a body is called, the address is plain ASCII and survives being written and read."""
    for address in (document_id(BASE, collection, path), entity_id(BASE, "body", collection, name)):
        assert address.isascii()
        quad = ox.Quad(ox.NamedNode(address), ox.NamedNode("urn:p"), ox.NamedNode(address))
        (read,) = ox.parse(f"{quad} .", format=ox.RdfFormat.N_QUADS)
        assert read.subject.value == address
