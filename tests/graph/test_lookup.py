"""Forgiving names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.errors import AmbiguousName, NothingFound
from remit.graph.lookup import Label, acronyms, best, choose, key, nearest, split_collection

LABELS = [
    Label("river", "Merebrook River Improvement Board"),
    Label("river", "MRIB", preferred=False),
    Label("roads", "Roads Improvement Board"),
    Label("mayor", "Mayor"),
    Label("ann", "Councillor Ann Example"),
    Label("ann", "Mayor", preferred=False),
    Label("audit", "Audit & Risk Committee"),
]


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("Merebrook River Improvement Board", "river"),
        ("MRIB", "river"),
        ("mrib", "river"),
        ("the merebrook river improvement board", "river"),
        ("Merebrook River", "river"),
        ("River Board", "river"),
        ("RIB", "roads"),
        ("Mayor", "mayor"),
        ("Ann Example", "ann"),
        ("Example", "ann"),
        ("audit and risk committee", "audit"),
        ("ARC", "audit"),
        ("Merbrook River Improvment Board", "river"),
        ("Anne Exampel", "ann"),
    ],
)
def test_a_name_is_found_by_alias_acronym_beginning_words_and_misspelling(name, entity):
    """Each way of writing a name leads to the one thing that is meant."""
    assert best(name, LABELS) == [entity]


def test_a_name_that_fits_several_lists_them():
    """Nothing is chosen among equals."""
    hits = best("Improvement Board", LABELS)
    assert hits == ["river", "roads"]
    with pytest.raises(AmbiguousName) as error:
        choose("Improvement Board", hits, ["River", "Roads"], LABELS, "body")
    assert error.value.candidates == ("River", "Roads")


def test_an_unknown_name_is_answered_with_the_nearest():
    """The error names the likeliest meant."""
    with pytest.raises(NothingFound, match="Audit & Risk Committee"):
        choose("Audits Committee X", [], [], LABELS, "body")
    assert nearest("zzzz", LABELS) == []


def test_a_name_can_be_narrowed_to_a_collection():
    """`Cabinet [papers]` means the one of the collection `papers`."""
    assert split_collection("Cabinet [papers]") == ("Cabinet", "papers")
    assert split_collection("[papers]") == ("[papers]", None)


def test_initials_are_taken_with_and_without_small_words():
    """Both ways of abbreviating a name count."""
    assert acronyms("Department for Works and Rivers") == {"dfwar", "dwr"}


@given(st.text(max_size=40))
def test_no_name_brings_the_look_up_down(text):
    """Any text is answered, and a label's own text finds its thing."""
    assert isinstance(best(text, LABELS), list)
    labels = [Label("x", text)]
    if key(text):
        assert best(text, labels) == ["x"]
