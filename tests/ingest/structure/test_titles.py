"""Chapters that governing papers share, with and without blank lines about them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.ingest.structure import build
from remit.ingest.structure.titles import is_title


def outline(text):
    return [(b.kind, b.clean) for b in build("paper.txt", text).blocks]


@pytest.mark.parametrize(
    "line", ["Membership", "Role and Purpose", "Terms of Office", "Meetings", "Key Responsibilities:", "Accountable to"]
)
def test_titles(line):
    """A line of the words that name chapters is a title."""
    assert is_title(line)


@pytest.mark.parametrize(
    "line", ["membership", "Reporting concerns about drains", "The Board", "Role of the drains", ""]
)
def test_no_titles(line):
    """Other words, or no capital, make none."""
    assert not is_title(line)


def test_a_title_without_blank_lines():
    """A title right above its paragraph is a heading, and ends the list before it."""
    text = "The Panel will:\n• agree a plan\n• publish it\nMembership\nThree members of the Panel.\n"
    assert outline(text)[-2:] == [("heading", "Membership"), ("paragraph", "Three members of the Panel.")]


def test_a_title_and_its_text_on_one_line():
    """What stands behind the colon of a title is a paragraph of its own."""
    assert outline("Quorum: three members\nPurpose: / To steer the works.\n") == [
        ("heading", "Quorum"), ("paragraph", "three members"), ("heading", "Purpose"), ("paragraph", "To steer the works."),
    ]  # fmt: skip


def test_titles_do_not_run_together():
    """Two titles in succession stay two headings, the one that names a body above the chapters under it."""
    text = "Works Panel\n\nPurpose\n\nTo steer.\n\nMembership\nVoting members:\nThe Surveyor\nThe Treasurer\n"
    document = build("paper.txt", text)
    assert [b.clean for b in document.headings(document.blocks[-1])] == ["Voting members:", "Works Panel"]


def test_numbered_tasks_hang_on_their_stem():
    """Numbered paragraphs that begin with a verb are items of the stem above them; the next sentence is none."""
    text = "5. Duties\n\nThe Panel will:\n\n5.1 Agree a plan.\n5.2 Monitor the works.\n5.3 The Panel meets monthly.\n"
    blocks = build("paper.txt", text).blocks
    assert [b.kind for b in blocks[-3:]] == ["item", "item", "paragraph"]
    assert blocks[-3].stem == blocks[-2].stem == blocks[1].index


def test_cells_over_several_lines():
    """Lines between two rows go on with the last cell of the first."""
    text = "Name\tWorks Panel\nDuties\tTo agree a plan.\nTo monitor the works.\nQuorum\tThree\n"
    cells = [(b.cell.row, b.cell.column, b.clean) for b in build("paper.txt", text).blocks if b.cell]
    assert (1, 1, "To monitor the works.") in cells
    assert (2, 1, "Three") in cells


def test_bullets_alone_on_their_lines():
    """A bullet on a line of its own belongs to the line after it."""
    text = "The members are:\n-\nThe Surveyor of the Northern and Southern Districts of the Harbour\n-\nThe Treasurer\n"
    assert [b.kind for b in build("paper.txt", text).blocks] == ["paragraph", "item", "item"]


@given(st.text(alphabet="Purpose:Membership of and\n\t-/ ", max_size=120))
def test_nothing_is_lost(text):
    """Whatever the lines, each word stands in a block, and each block is a slice of the text."""
    document = build("paper.txt", text)
    said = " ".join(document.text[slice(*b.text.span())] for b in document.blocks)
    for word in text.split():
        if len(word) > 3 and word.isalpha():
            assert word in said
