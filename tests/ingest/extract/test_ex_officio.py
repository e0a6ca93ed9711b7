"""Seats by office, as facts."""

from __future__ import annotations

import pytest

from remit.ingest.context import Context
from remit.ingest.extract.ex_officio import extract
from remit.ingest.head import find_head
from remit.ingest.names import Names
from remit.ingest.structure import build


def seats(text):
    document = build("a.txt", text)
    head = find_head(document)
    context = Context(document, head, Names.build(document, head))
    found = list(extract(context))
    for fact in found:
        assert document.text[fact.evidence.start : fact.evidence.end] == fact.evidence.quote
    return [(fact.role, fact.body, fact.capacity) for fact in found]


BOARD = "The Weldon Harbour Board"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{BOARD} will be chaired by the Director of Ports.",
            [("Director of Ports", "Weldon Harbour Board", "chair")],
        ),
        (f"{BOARD} will have an independent chair.", [("independent chair", "Weldon Harbour Board", "chair")]),
        (
            "The Lead Commissioner is the chair of the Weldon Harbour Board.",
            [("Lead Commissioner", "Weldon Harbour Board", "chair")],
        ),
        (
            f"{BOARD} will comprise the Mayor (Chair), the Cabinet Member for Ports, Rivers and Canals, and two parent governors.",
            [
                ("Mayor", "Weldon Harbour Board", "chair"),
                ("Cabinet Member for Ports, Rivers and Canals", "Weldon Harbour Board", "member"),
                ("parent governors", "Weldon Harbour Board", "member"),
            ],
        ),
        (
            f"{BOARD} meets monthly. The Adviser and the Director of Finance will be in attendance.",
            [
                ("Adviser", "Weldon Harbour Board", "attendee"),
                ("Director of Finance", "Weldon Harbour Board", "attendee"),
            ],
        ),
        (
            f"{BOARD} is set up, with the Chief Executive and the Monitoring Officer as members.",
            [
                ("Chief Executive", "Weldon Harbour Board", "member"),
                ("Monitoring Officer", "Weldon Harbour Board", "member"),
            ],
        ),
    ],
)
def test_seats_in_sentences(text, expected):
    """Sentences give chair, members and attendees, each post once."""
    assert sorted(seats(text)) == sorted(expected)


def test_seats_in_lists():
    """Items under a label are posts with a seat; marks and counts are left out, named people too."""
    text = (
        "WELDON HARBOUR BOARD\n\nTERMS OF REFERENCE\n\nMembership\n\n- Chief Executive (or nominee)\n- Two lay members\n- Anna Keel\n\n"
        "In attendance\n\n- Director of Finance as appropriate\n"
    )
    assert [(role, capacity) for role, _, capacity in seats(text)] == [
        ("Chief Executive", "member"),
        ("lay members", "member"),
        ("Director of Finance", "attendee"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Board was chaired by Anna Keel.",
        "Members will be kind to officers.",
        "The Director of Ports attended the meeting.",
    ],
)
def test_no_seats(text):
    """Named people, rules of conduct and what happened once give no seat."""
    assert seats(text) == []
