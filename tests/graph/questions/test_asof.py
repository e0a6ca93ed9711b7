"""Days, and what is known of them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.errors import BadDate
from remit.graph.questions.asof import earliest, known, latest, read_day


@pytest.mark.parametrize(
    ("text", "day"),
    [("2017-06-14", "2017-06-14"), ("2017-6-4", "2017-06-04"), ("2016-02", "2016-02-29"), ("2017", "2017-12-31")],
)
def test_a_day_a_month_or_a_year_is_read(text, day):
    """A month or a year stands for its last day."""
    assert read_day(text) == day


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2017-13-01", "2017-02-30", "14/06/2017", "2017-06-14T10", "٢٠١٧", "0000"]
)
def test_what_is_no_date_is_refused_in_one_line(text):
    """The error names the text and shows how to write a date."""
    with pytest.raises(BadDate) as error:
        read_day(text)
    assert "2017-06-14" in str(error.value)
    assert "\n" not in str(error.value)


@given(st.dates())
def test_every_day_of_the_calendar_is_read_as_itself(day):
    """ISO text goes in and comes out."""
    assert read_day(day.isoformat()) == day.isoformat()


@given(st.dates(), st.integers(4, 10).filter(lambda n: n in {4, 7, 10}))
def test_a_date_covers_its_whole_span(day, length):
    """The first and last day that a shorter date can mean enclose the day, and are days."""
    date = day.isoformat()[:length]
    assert earliest(date) <= day.isoformat() <= latest(date)
    assert dt.date.fromisoformat(earliest(date))
    assert dt.date.fromisoformat(latest(date))


@pytest.mark.parametrize(
    ("observed", "start", "end", "how"),
    [
        ([], "2016-01-01", "2018-01-01", "stated"),
        (["2017-06-14"], None, None, "observed"),
        (["2017-06"], None, None, "observed"),
        (["2016-01-01", "2018-01-01"], None, None, "between"),
        (["2018-01-01"], "2016", None, "between"),
        (["2016-01-01"], None, None, "last known"),
        ([], None, None, "undated"),
        (["2018-01-01"], None, None, "not yet seen"),
        ([], "2018", None, "not yet seen"),
        (["2016-01-01"], None, "2017-01-01", "ended"),
        ([], None, "by the end of the month", "undated"),
    ],
)
def test_an_answer_says_how_it_knows_and_no_more(observed, start, end, how):
    """What is stated, seen on the day, framed by days before and after, last known, or undated."""
    assert known("2017-06-14", observed, start, end) == how


def test_without_a_day_nothing_is_said_of_one():
    """A question without a day has no such answer."""
    assert known(None, ["2017-06-14"]) is None
