"""Lines of reporting and accountability."""

from __future__ import annotations

import pytest

from remit.ingest.context import Context
from remit.ingest.extract import reports_to
from remit.ingest.head import find_head
from remit.ingest.names import Names
from remit.ingest.structure import build


def lines(text):
    document = build("paper.txt", text)
    head = find_head(document, None)
    facts = sorted(
        reports_to.extract(Context(document, head, Names.build(document, head))), key=lambda f: (f.subject, f.object)
    )
    for fact in facts:
        assert document.text[fact.evidence.start : fact.evidence.end] == fact.evidence.quote
    return [(f.subject, f.object, f.frequency, f.kind) for f in facts]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The Risk Group reports to the Audit Committee every month.", ("Risk Group", "Audit Committee", "P1M", "reports")),
        ("The Chief Constable is accountable to the Police Authority.", ("Chief Constable", "Police Authority", None, "accountable")),
        ("The Risk Group meets quarterly and is accountable to the Audit Committee.", ("Risk Group", "Audit Committee", None, "accountable")),
        ("The Head of Estates must submit a quarterly report to the Audit Committee.", ("Head of Estates", "Audit Committee", "P3M", "reports")),
        ("A progress report will be submitted by the Programme Manager to the Audit Committee every six weeks.", ("Programme Manager", "Audit Committee", "P6W", "reports")),
        ("The Scrutiny Panel holds the Chief Executive to account.", ("Chief Executive", "Scrutiny Panel", None, "accountable")),
        ("In practice Mr Lisle now reports to the Audit Committee.", ("Mr Lisle", "Audit Committee", None, "reports")),
    ],
)  # fmt: skip
def test_ways_to_say_it(text, line):
    """Verbs, duties, passives, being accountable and being held to account, in both directions."""
    assert lines(text + "\n") == [line]


@pytest.mark.parametrize(
    "text",
    [
        "The Treasurer reported to the meeting that the roof leaked.",
        "The Clerk must report any accident to the Health and Safety Executive.",
        "This is the second report to the Audit Committee.",
        "The Board may report to the Council.",
    ],
)
def test_no_lines(text):
    """Narration, incidents, reports as papers and mere powers are no lines of reporting."""
    assert not lines(text + "\n")


TERMS = "Ferry Panel\nTerms of Reference\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Accountable to\nFerry Trust\n", [("Ferry Panel", "Ferry Trust", None, "accountable")]),
        ("Reporting\n\nThe Safety Group and the Fares Group report to the Ferry Panel quarterly.\n",
         [("Fares Group", "Ferry Panel", "P3M", "reports"), ("Safety Group", "Ferry Panel", "P3M", "reports")]),
        ("Reporting\n\nThe Panel is a committee accountable to the Ferry Trust. It will submit a yearly report to the Ferry Trust.\n",
         [("Ferry Panel", "Ferry Trust", "P1Y", "reports")]),
        ("Duties\n\nThe Panel will:\n\n- receive the Surveyor's reports\n", [("Surveyor", "Ferry Panel", None, "reports")]),
    ],
)  # fmt: skip
def test_lines_of_terms(text, expected):
    """Labels, pairs, a line told twice with its frequency, and reports that go by who gives them."""
    assert lines(TERMS + text) == expected
