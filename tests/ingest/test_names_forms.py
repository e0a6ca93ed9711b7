"""Short forms against long ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.ingest.names_forms import initials, same_person, shorter
from remit.ingest.names_short import acronym, fits


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Harbour Board", "Weldon Harbour Board"),
        ("BM Committee", "Business Management Committee"),
        ("Norvale CC", "Norvale County Council"),
        ("Comms Group", "Communications Group"),
        ("Children's Improvement Board", "Children's Services Improvement Board"),
        ("Democratic Services", "Democratic Services Team"),
    ],
)
def test_shortened_names(short, long):
    """A name with its first words dropped, or its words cut or put as initials, is the longer one's short form."""
    assert shorter(short, long)
    assert not shorter(long, short)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Audit Board", "Harbour Board"),
        ("Board", "Harbour Panel"),
        ("Harbour Panel", "Weldon Harbour Board"),
        ("Sector Board", "Sector Boards"),
    ],
)
def test_other_names_are_not_short_forms(short, long):
    """Names with other words, or another noun, are other names."""
    assert not shorter(short, long)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("NALC", "National Association of Local Councils"),
        ("DfE", "Department for Education"),
        ("UKLC", "UK Local Council"),
        ("OSC", "Overview and Scrutiny Committee"),
    ],
)
def test_initials_fit(short, long):
    """Small words may count or not, a word already in capitals may count whole."""
    assert fits(short, long)
    assert not fits(short + "X", long)


@pytest.mark.parametrize(
    ("short", "long", "same"),
    [
        ("Mr Peake", "Cllr Tom Peake", True),
        ("T. Peake", "Cllr Tom Peake", True),
        ("Will Orr", "William Orr", True),
        ("Sir Gareth", "Sir Gareth Ollier", True),
        ("Alan Orr", "Andrew Orr", False),
        ("D Orr", "Andrew Orr", False),
    ],
)
def test_one_person_or_two(short, long, same):
    """A surname alone, an initial or a short first name fits; another first name does not."""
    assert same_person(short, long) is same


def test_initials_of_a_person():
    """Double surnames count both or the first alone."""
    assert initials("Yvonne Orr-Keel") == {"YOK", "YK"}


@given(st.text(max_size=30), st.text(max_size=60))
def test_any_pair_is_compared(short, long):
    """No pair of strings breaks the comparison."""
    assert isinstance(fits(short, long), bool)
    assert isinstance(acronym(short), bool)
    if short.strip() and long.strip():
        assert isinstance(shorter(short, long), bool)
