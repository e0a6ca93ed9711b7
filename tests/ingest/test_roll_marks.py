"""Marks of attendance in columns beside names."""

from __future__ import annotations

from remit.graph.facts import Attendance
from remit.ingest.pipeline import facts_of
from remit.ingest.structure import build

PAPER = """Minutes of the Learning Committee held on 7 March 2022

Governors present:

Paul Evans          P    P    P
Ruth Denham         P    P    S
Kate Eastman        P    S    P

{legend}

1. Apologies: Ruth Denham
"""


def present(legend):
    """Who is a member present by the roll."""
    found = facts_of(build("m.txt", PAPER.format(legend=legend))).facts
    return sorted(f.person for f in found if isinstance(f, Attendance) and f.capacity in {"member", "chair"})


def test_the_last_mark_tells_of_this_meeting():
    """An absence explained in the legend is one; earlier absences are of other meetings."""
    assert present("P - Present   S - Sanctioned absence") == ["Kate Eastman", "Paul Evans"]


def test_a_mark_that_nothing_explains_says_nothing():
    """Without a legend a letter may mean anything."""
    assert "Ruth Denham" in present("P - Present   S - Staff governor")


def test_what_somebody_did_after_the_apologies_is_no_apology():
    """The line after the apologies that tells who opened the meeting is narration."""
    text = (
        "Minutes of the Town Council held on 19 October 2023\n\nPresent: Chair Cllr. C Edwards, Cllr. P Rudd\n\n"
        "82/23 Apologies: Cllr. A Edmunds sent his apologies.\nCllr. C Edwards - Chair started the meeting.\n"
    )
    found = facts_of(build("m.txt", text)).facts
    away = [f.person for f in found if isinstance(f, Attendance) and f.capacity == "apologies"]
    assert away == ["Cllr. A Edmunds"]
