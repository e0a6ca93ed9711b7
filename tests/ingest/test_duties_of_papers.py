"""Duties as codes, memoranda and terms of reference put them: addressed, noted, joined, by label."""

from __future__ import annotations

import pytest

from remit.ingest.addressees import addressed
from remit.ingest.context import Context
from remit.ingest.extract import obligation
from remit.ingest.head import find_head
from remit.ingest.names import Names
from remit.ingest.structure import build


def context(text):
    document = build("paper.txt", text)
    head = find_head(document, None)
    return Context(document, head, Names.build(document, head))


def duties(text):
    found = sorted(obligation.extract(context(text)), key=lambda o: o.evidence.start)
    return [(o.bearer, " ".join(o.evidence.quote.split())) for o in found]


CODE = "Code of Conduct for Members of the Ferry Trust\n\nGeneral conduct\n\n"
TERMS = "Ferry Panel\nTerms of Reference\n\n"


def test_codes_address():
    """`You must` and imperatives are duties of those a code is for; where it is for nobody named there are none."""
    text = CODE + "You must not accept gifts. Treat colleagues with respect. Members should be punctual.\n"
    assert duties(text) == [("Members", "You must not accept gifts"), ("Members", "Treat colleagues with respect")]
    assert addressed(context(CODE)) == "Members"
    assert addressed(context("Code of Conduct\n\nTreat colleagues with respect.\n")) is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Minutes to be circulated by the Clerk within a week.", [("Clerk", "Minutes to be circulated by the Clerk within a week")]),
        ("In the absence of the Chair at a meeting, the Vice-Chair shall preside.", [("Vice-Chair", "the Vice-Chair shall preside")]),
        ("The Secretary will be responsible for convening meetings and distributing the papers.",
         [("Secretary", "The Secretary will be responsible for convening meetings"), ("Secretary", "distributing the papers")]),
        ("The minutes shall be recorded by the Clerk and submitted to the Trust.",
         [("Clerk", "The minutes shall be recorded by the Clerk"), ("Clerk", "submitted to the Trust")]),
        ("The Panel shall consist of six members and be constituted as follows.", []),
        ("The Panel will be chaired by the Harbour Master.", []),
        ("The Panel will run until March 2030.", []),
        ("Papers come from the Programme Office, which will circulate them a week ahead.",
         [("Programme Office", "the Programme Office, which will circulate them a week ahead")]),
        ("There is one independent member, who will chair the Panel.", []),
        ("The Chair will be elected as directed by the Trust.", []),
    ],
)  # fmt: skip
def test_prose(said, expected):
    """Opening clauses, lists of gerunds, second participles and notes without a modal; seats and terms are no duties."""
    assert duties(TERMS + "Meetings\n\n" + said + "\n") == expected


def test_a_member_of_a_kind():
    """The clause that tells which member is part of who bears the duty."""
    text = "Standing Orders\n\nA member who has an interest in an item must leave the room.\n"
    assert duties(text) == [
        ("member who has an interest in an item", "A member who has an interest in an item must leave the room")
    ]


@pytest.mark.parametrize(
    ("label", "frequency"), [("Frequency\n\nMonthly\n", "P1M"), ("Meeting frequency - every two months\n", "P2M")]
)
def test_how_often(label, frequency):
    """A label that only says how often is the body's duty to meet."""
    found = list(obligation.extract(context(TERMS + label)))
    assert [(o.bearer, o.frequency) for o in found] == [("Ferry Panel", frequency)]


@pytest.mark.parametrize(
    ("said", "deadline"),
    [
        ("The Clerk shall send papers to members not less than five working days before the meeting.", "not less than five working days before the meeting"),
        ("The Clerk shall prepare estimates by 30 November.", "by 30 November"),
        ("The Clerk shall declare gifts as early as possible.", "as early as possible"),
    ],
)  # fmt: skip
def test_deadlines(said, deadline):
    """Days before a meeting, a day without its year, and as early as possible are deadlines in words."""
    assert [o.deadline for o in obligation.extract(context(TERMS + "Meetings\n\n" + said + "\n"))] == [deadline]


@pytest.mark.parametrize(
    ("said", "to"),
    [
        ("The Clerk shall submit the accounts to the internal auditor.", ("internal auditor",)),
        ("The Panel will produce an annual report for the Ferry Trust.", ("Ferry Trust",)),
        ("The Panel shall report to the next meeting of the Ferry Trust.", ("Ferry Trust",)),
    ],
)
def test_recipients(said, to):
    """A recipient in lower case, one a report is made for, and one whose next meeting receives it."""
    assert [o.recipient for o in obligation.extract(context(TERMS + "Reporting\n\n" + said + "\n"))] == [to]
