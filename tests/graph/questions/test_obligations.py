"""The register of duties."""

from __future__ import annotations

import pytest

from remit.graph.questions.instruments import directions, resting_on
from remit.graph.questions.obligations import Wanted, obligations
from remit.graph.questions.occurrences import next_due
from remit.graph.questions.periods import add_period


@pytest.fixture
def register(known):
    """Three duties: one of a direction that ends, one of a draft, one of nothing."""
    known.council, known.panel = known.thing("Body", "Council"), known.thing("Body", "Water Panel")
    known.made, known.draft = (
        known.thing("Direction", "Directions 2023-04-01"),
        known.thing("Direction", "Draft 2023-05-01"),
    )
    known.act, known.section = (
        known.thing("Act", "Rivers Act 1991"),
        known.thing("Provision", "Rivers Act 1991 section 5"),
    )
    known.add(known.section, "ofAct", known.act)
    known.add(known.made, "eli:based_on", known.section)
    known.add(known.made, "directionStatus", "made")
    known.add(known.made, "dcterms:date", "2023-04-01")
    known.add(known.made, "inForceUntil", "2024-03-31")
    known.add(known.draft, "directionStatus", "draft")
    plan = known.relation("Obligation", bearer=known.council, action="publish the plan", deadline="2023-06-30")
    meet = known.relation("Obligation", bearer=known.panel, action="report", frequency="P3M", deadline="2023-06-30")
    known.relation("Obligation", bearer=known.panel, action="advise")
    known.relation("Mandate", mandated=plan, mandatedBy=known.made, how="stated")
    known.relation("Mandate", mandated=meet, mandatedBy=known.draft, how="stated")
    return known


def status(known, on, **wanted):
    """What the register says on a day: duty and status."""
    return {duty.action: duty.status for duty in obligations(known.look, Wanted(**wanted), on)}


def test_a_duty_stands_as_its_dates_and_its_mandate_do(register):
    """Due, overdue, lapsed with its direction, proposed with its draft; unknown where nothing settles it."""
    assert status(register, "2023-06-01") == {"publish the plan": "due", "report": "proposed", "advise": "unknown"}
    assert status(register, "2023-07-01")["publish the plan"] == "overdue"
    assert status(register, "2024-04-01")["publish the plan"] == "lapsed"
    (late,) = obligations(register.look, Wanted(status="overdue"), "2023-07-10")
    assert late.overdue == 10


def test_the_register_is_filtered_by_bearer_mandate_act_and_day(register):
    """Each filter keeps what fits it."""
    assert set(status(register, None, bearer=register.panel)) == {"report", "advise"}
    assert set(status(register, None, mandate=register.made)) == {"publish the plan"}
    assert set(status(register, None, mandate=register.act)) == {"publish the plan"}
    assert set(status(register, "2023-07-15", due_before="2023-08-01")) == {"publish the plan", "report"}


def test_directions_tell_what_they_carry_and_which_have_lapsed(register):
    """The list of directions on a day, and what rests on the Act through them."""
    assert [(d.name, d.status) for d in directions(register.look, "2024-04-01", lapsed=True)] == [
        ("Directions 2023-04-01", "lapsed")
    ]
    assert [c.text for c in directions(register.look)[1].carries] == ["publish the plan"]
    assert [(r.type, r.text) for r in resting_on(register.look, register.act)] == [
        ("direction", "Directions 2023-04-01"),
        ("obligation", "publish the plan"),
    ]


@pytest.mark.parametrize(
    ("day", "period", "times", "then"),
    [
        ("2023-06-30", "P3M", 1, "2023-09-30"),
        ("2024-01-31", "P1M", 1, "2024-02-29"),
        ("2023-06-15", "P6W", 2, "2023-09-07"),
        ("2023-06-15", "P1Y", 1, "2024-06-15"),
        ("2023-06-15", "soon", 1, None),
        ("9999-06-15", "P1Y", 1, None),
    ],
)
def test_periods_are_added_by_the_calendar(day, period, times, then):
    """The end of a month stays the end of a month."""
    assert add_period(day, period, times) == then


def test_the_next_due_day_follows_from_the_first_and_the_period():
    """Seen from a day, a recurring duty falls due next, one without a period on its own day."""
    assert next_due("2023-06-30", None, "P3M", "2023-10-05") == "2023-12-31"
    assert next_due("2023-06-30", None, "P3M", "2023-06-01") == "2023-06-30"
    assert next_due("2023-06-30", None, None, "2024-01-01") == "2023-06-30"
    assert next_due("by the end of the month", None, "P3M", "2024-01-01") is None
