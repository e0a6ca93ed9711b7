"""Provisions and their public identifiers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.ontology.legislation import ROOT, identify, provision_paths


@pytest.mark.parametrize(
    ("act", "provision", "paths"),
    [
        ("Local Government Act 1999", None, ["ukpga/1999/27"]),
        ("Local Government Act 1999", "section 15(5)", ["ukpga/1999/27/section/15/5"]),
        ("The Local Government Act 1999", "Part 1", ["ukpga/1999/27/part/I"]),
        ("Localism Act 2011", "Chapter 2 of Part 1", ["ukpga/2011/20/part/1/chapter/2"]),
        ("Education Act 1996", "section 497A(4B)", ["ukpga/1996/56/section/497A/4B"]),
        ("Town & Country Planning Act 1990", "section 226(1)(a)", ["ukpga/1990/8/section/226/1/a"]),
        (
            "Education and Inspections Act 2006",
            "sections 135-142",
            ["ukpga/2006/40/section/135", "ukpga/2006/40/section/142"],
        ),
        (
            "Local Government Act 1972",
            "paragraph 3 of Part 1 of Schedule 12A",
            ["ukpga/1972/70/schedule/12A/paragraph/3"],
        ),
        (
            "Local Government Act 1972",
            "sections 15(5) to (9)",
            ["ukpga/1972/70/section/15/5", "ukpga/1972/70/section/15/9"],
        ),
        ("Local Government Act 1972", "subsection (5) of section 15", ["ukpga/1972/70/section/15/5"]),
    ],
)
def test_listed_acts_get_their_identifiers(act, provision, paths):
    """A provision of a listed Act is found at legislation.gov.uk; a range at both its ends."""
    assert identify(act, provision).iris == tuple(ROOT + path for path in paths)


def test_a_title_a_letter_off_is_flagged():
    """A misprint in the same year links, and says that it is only near."""
    found = identify("Education and Inspection Act 2006", "section 1")
    assert (found.act, found.near) == ("Education and Inspections Act 2006", True)
    assert not identify("Education and Inspections Act 2006").near


@pytest.mark.parametrize(
    "title", ["GDPR", "Freedom of Information Act", "Local Government Act 1998", "Invented Things Act 2003", ""]
)
def test_a_title_that_is_not_listed_gets_no_number(title):
    """Nothing is guessed for an unlisted title, one without its year, or the right words in a wrong year."""
    assert identify(title, "section 1").iris == ()


@pytest.mark.parametrize(
    "provision",
    ["Category 3A of the Schedule", "section", "section 15(5) and (6)", "paragraph 4", "section 1/../2", "the aims"],
)
def test_a_provision_that_is_not_read_to_its_end_gets_no_identifier(provision):
    """The Act is still known; its part is not guessed."""
    found = identify("Local Government Act 1972", provision)
    assert (found.iris, found.act_iri) == ((), ROOT + "ukpga/1972/70")


@given(st.text(max_size=40))
def test_any_text_gives_plain_paths_or_none(text):
    """Whatever stands where a provision should, a path is made of plain words and numbers."""
    for path in provision_paths(text):
        assert all(part.isalnum() and part.isascii() for part in path.split("/"))
