"""Bounds of undated papers, by what they tell of as past."""

from __future__ import annotations

from remit.graph.bounds import bounds
from remit.graph.facts import Attendance, Direction, Evidence, Holds, Obligation, Term
from remit.graph.statements import Statement

PROOF = Evidence(0, 1, "x", "given")


def said(document, *facts, date=None):
    """Statements of a document."""
    return [Statement(f"{document}/{i}", document, "c", date, fact) for i, fact in enumerate(facts)]


def test_the_latest_past_event_bounds_a_paper():
    """A direction given, a meeting held and the beginning of a month told of without a day."""
    found = bounds([
        *said("a", Direction(date="2017-03-28", evidence=PROOF), Term(name="Board", met="2017-04", evidence=PROOF)),
        *said("b", Attendance(person="Ann", capacity="member", date="2019-05-01", evidence=PROOF)),
        *said("c", Holds(person="Ann", role="Former Clerk", to="2020-01-31", evidence=PROOF)),
    ])  # fmt: skip
    assert found == {"a": "2017-04-01", "b": "2019-05-01", "c": "2020-01-31"}


def test_what_is_to_come_bounds_nothing():
    """Deadlines, ends in force, terms of office and first meetings to be held; nor is a dated paper bounded."""
    found = bounds([
        *said("a", Obligation(bearer="Board", action="report", deadline="2030-01-01", evidence=PROOF)),
        *said("b", Term(name="Board", first_met="2030-01", to="2031", evidence=PROOF), Holds(person="Ann", role="Clerk", to="2031", evidence=PROOF)),
        *said("c", Direction(date="2017-03-28", until="2030-01-01", evidence=PROOF)),
        *said("d", Direction(date="2017-03-28", evidence=PROOF), date="2018-01-01"),
    ])  # fmt: skip
    assert found == {"c": "2017-03-28"}
