"""The days of a duty that comes again."""

from __future__ import annotations

import pytest

from remit.graph.questions.occurrences import Deed, due_days, first_due, last_before, met


def test_the_first_day_is_the_deadline_or_where_it_comes_again_the_beginning():
    """Words about a day are none."""
    assert first_due("2024-06-30", "2024-01-01", "P3M") == "2024-06-30"
    assert first_due(None, "2024-06-30", "P3M") == "2024-06-30"
    assert first_due(None, "2024-06-30", None) is None
    assert first_due("as soon as possible", None, "P3M") is None


@pytest.mark.parametrize(
    ("before", "day"), [("2024-06-30", None), ("2024-07-01", "2024-06-30"), ("2025-01-01", "2024-12-31")]
)
def test_the_last_day_before_another(before, day):
    """None if it does not fall due before."""
    assert last_before("2024-06-30", "P3M", before) == day


def test_a_duty_of_one_day_has_one_and_a_strange_period_no_more():
    """A period that is none adds nothing."""
    assert list(due_days("2024-06-30", None)) == ["2024-06-30"]
    assert list(due_days("2024-06-30", "often")) == ["2024-06-30"]


@pytest.mark.parametrize(
    ("date", "first", "often", "day"),
    [
        ("2024-06", False, "P3M", "2024-06-30"),
        ("2024-07-02", False, "P3M", "2024-09-30"),
        ("2024-07-02", True, "P3M", "2024-06-30"),
        (None, False, "P3M", None),
        (None, False, None, "2024-06-30"),
    ],
)
def test_a_deed_meets_the_first_day_or_the_next_from_its_date(date, first, often, day):
    """Undated, it meets a duty of one day alone."""
    assert met(Deed(date, first, (), "urn:x"), "2024-06-30", often) == day


def test_a_deed_of_a_duty_without_a_day_counts_by_its_own_date():
    """So that a duty without a deadline can be done."""
    assert met(Deed("2024-05-01", False, (), "urn:x"), None, None) == "2024-05-01"
