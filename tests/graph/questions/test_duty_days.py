"""The days from which on a duty stands otherwise."""

from __future__ import annotations

import datetime as dt
import random

from remit.graph.questions.duty_days import FIRST_DAY, duty_days, duty_words
from remit.graph.questions.obligations import Wanted, obligations
from remit.graph.questions.reading import Look
from remit.graph.store import Store


def test_the_turns_give_the_status_of_the_register_on_any_day(case):
    """Between two turns nothing changes: on days at random the page's statuses are those of the register."""
    with Store.read(case) as store:
        look = Look(store)
        turns = duty_days(look)
        rng = random.Random(7)
        days = [(dt.date(2020, 1, 1) + dt.timedelta(days=rng.randrange(2400))).isoformat() for _ in range(25)]
        seen = set()
        for day in days:
            got = {iri: [status for since, status in some[1:] if since <= day][-1] for iri, some in turns.items()}
            register = {duty.id: duty.status for duty in obligations(look, Wanted(), day)}
            assert {iri: status for iri, status in got.items() if status} == register, day
            assert got == duty_words(look, day)
            seen |= set(got.values())
        assert {"", "due", "overdue", "done", "lapsed", "proposed"} <= seen


def test_the_first_turns_are_for_no_day_and_for_the_first_day(case):
    """Every duty has a status without a day, and one from the beginning of the calendar."""
    with Store.read(case) as store:
        for some in duty_days(Look(store)).values():
            assert [day for day, _ in some][:2] == ["", FIRST_DAY]
            assert [day for day, _ in some] == sorted({day for day, _ in some})
