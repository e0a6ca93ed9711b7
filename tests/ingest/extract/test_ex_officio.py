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


PANEL = "Ferry Panel\nTerms of Reference\n\nMembership\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Panel shall be appointed by the Trust from amongst the Non-Executive Directors of the Trust.",
         [("Non-Executive Directors of the Trust", "member")]),
        ("One Non-Executive Director will be appointed as Chair of the Panel by the Trust.", [("Non-Executive Director", "chair")]),
        ("The Chair of the Panel will be the Harbour Master.", [("Harbour Master", "chair")]),
        ("The Director of Ports shall normally attend meetings.", [("Director of Ports", "attendee")]),
        ("Project managers attend by invitation.", [("Project managers", "attendee")]),
        ("The Principal holds office ex-officio.", [("Principal", "member")]),
        ("The Mayor shall be an ex officio member of every committee.", [("Mayor", "member")]),
        ("Membership of the Panel shall be on the invitation of the Chief Executive.", []),
        ("The Chief Executive shall not be a member of the Panel.", []),
        ("The Vice-Chair shall be elected by the independent members.", []),
    ],
)  # fmt: skip
def test_seats_told_in_terms(text, expected):
    """Seats by appointment, election, attendance and office; invitations, exclusions and electors have none."""
    assert [(role, capacity) for role, _, capacity in seats(PANEL + text + "\n")] == expected


def test_labels_on_a_line():
    """A label before a colon gives the capacity of the posts behind it, parted by semicolons or commas."""
    text = "Ferry Panel\nTerms of Reference\n\nChair: Harbour Master, Northern District\n\nIn attendance: Head of Ports; Chief Engineer; Clerk to the Trust\n"
    assert [(role, capacity) for role, _, capacity in seats(text)] == [
        ("Harbour Master, Northern District", "chair"),
        ("Head of Ports", "attendee"), ("Chief Engineer", "attendee"), ("Clerk to the Trust", "attendee"),
    ]  # fmt: skip
