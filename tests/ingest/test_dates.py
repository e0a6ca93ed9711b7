"""Dates and times of day in British print."""

from __future__ import annotations

import calendar
import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.ingest.dates import after, find_dates, find_times


def isos(text, **options):
    return [mention.iso for mention in find_dates(text, **options)]


@pytest.mark.parametrize(
    "text",
    [
        "14 June 2017", "14th June, 2017", "14th of June 2017", "the 14th day of June 2017", "Wednesday, 14 JUNE 2017",
        "Wed 14 June 2017", "14/06/2017", "14.6.17", "14-06-2017", "2017-06-14", "June 14, 2017", "14 Jun. 2017", "14th June2017",
    ],
)  # fmt: skip
def test_prints_of_one_day(text):
    """Every British way of printing a day gives that day, over the whole of its print."""
    assert isos(f"held on {text}, at noon") == ["2017-06-14"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("by the end of June 2017", ["2017-06"]),
        ("April 2017 - March 19", ["2017-04", "2019-03"]),
        ("October-December 2018", ["2018-10", "2018-12"]),
        ("14, 15 and 16 June 2017", ["2017-06-14", "2017-06-15", "2017-06-16"]),
        ("from 29 December to 3 January 2019", ["2018-12-29", "2019-01-03"]),
        ("between 4 May and 6 July 2020", ["2020-05-04", "2020-07-06"]),
        ("30 November 2014, 2 April 2015 and 6 May 2015", ["2014-11-30", "2015-04-02", "2015-05-06"]),
    ],
)
def test_shared_years(text, found):
    """A list or a range gives each of its dates, the year or month that they share among them."""
    assert isos(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "the 2017-18 budget", "2017/18", "Members may 12 times", "the March of time", "in March", "30 February 2020", "31/11/2019",
        "paragraph 12.6.17", "version 1.2.17", "the 1999 Act", "12.6.17.3", "minute 10.30.15",
    ],
)  # fmt: skip
def test_no_dates(text):
    """Financial years, month names as words, numbered paragraphs and days that no calendar has are no dates."""
    assert isos(text) == []


def test_year_from_a_date_nearby():
    """A day without a year takes the year nearest to the date given, and the one in which its weekday is right."""
    assert isos("Tuesday 3 January", near="2016-12-08") == ["2017-01-03"]
    assert isos("5 May", near="2018-04-20") == ["2018-05-05"]
    assert isos("Monday 22nd July", near="2013-02-10") == ["2013-07-22"]
    assert isos("Monday 22nd July", near="2012-12-10") == ["2013-07-22"]
    assert isos("5 May") == []


def test_bare_years_only_if_asked():
    """A bare year is a date only for callers that ask for years."""
    assert isos("Directions of 2017") == []
    assert isos("Directions of 2017", years=True) == ["2017"]


@given(st.dates(dt.date(1950, 1, 1), dt.date(2069, 12, 31)), st.sampled_from(["", "st", "nd", "rd", "th"]))
def test_every_day_reads_back(day, ordinal):
    """Any day of the calendar, printed in words or figures, reads back as itself."""
    month = calendar.month_name[day.month]
    for text in (
        f"{day.day}{ordinal} {month} {day.year}",
        f"{calendar.day_abbr[day.weekday()]} {day.day} {month[:3]} {day.year}",
        f"{day.day}/{day.month:02}/{day.year}",
        f"{month} {day.day}, {day.year}",
        day.isoformat(),
    ):
        (mention,) = find_dates(text)
        assert (mention.iso, mention.start, mention.end) == (day.isoformat(), 0, len(text)), text
        assert mention.precision == "day"


@given(st.text(alphabet="0123456789/.- ,:andtohMaryJuneSpt'", max_size=60))
def test_any_text_gives_valid_ordered_dates(text):
    """Whatever the text, what is found lies in it, in order, and is a date of the calendar."""
    found = find_dates(text, near="2020-02-29", years=True)
    assert [m.start for m in found] == sorted(m.start for m in found)
    for mention in found:
        assert 0 <= mention.start < mention.end <= len(text)
        dt.date.fromisoformat((mention.iso + "-01-01")[:10] if len(mention.iso) == 4 else (mention.iso + "-01")[:10])
    find_times(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("at 6.05 P.M.", ["18:05"]), ("7.00pm", ["19:00"]), ("14:00-18:00", ["14:00", "18:00"]), ("13:30pm", ["13:30"]),
        ("2 pm", ["14:00"]), ("12 noon", ["12:00"]), ("10 am to noon", ["10:00", "12:00"]), ("2-4pm", ["14:00", "16:00"]),
        ("2.00 - 4.00pm", ["14:00", "16:00"]), ("10.00 - 12.30pm", ["10:00", "12:30"]), ("1930hrs", ["19:30"]), ("12.15 am", ["00:15"]),
        ("£3.20", []), ("at 10 o'clock", ["10:00"]), ("closed at 9.05.", ["09:05"]), ("10.30.15", []), ("ended 21.30, all agreed", ["21:30"]),
    ],
)  # fmt: skip
def test_times_of_day(text, values):
    """Times are given on the clock of 24 hours; the first of a range takes its half of the day from the second."""
    assert [mention.value for mention in find_times(text)] == values


def test_end_takes_its_half_from_the_start():
    """A meeting that starts at 7.00pm and ends at 9.09 ends in the evening; a morning meeting stays in the morning."""
    (late,) = find_times("closed at 9.09")
    assert after("19:00", late) == "21:09"
    assert after("08:00", late) == "09:09"


def test_fast_and_linear():
    """Twice the text takes about twice the time, and a third of the promised 150,000 words a second go through."""
    text = "The Panel met on Tuesday 4 June 2019 at 2 pm and may meet again by the end of March 2020. " * 500

    def cost(words):
        start = time.process_time()
        find_dates(words)
        find_times(words)
        return time.process_time() - start

    cost(text)
    once, twice = min(cost(text) for _ in range(3)), min(cost(text * 2) for _ in range(3))
    assert twice < 3.5 * once
    assert len(text.split()) / once > 50_000
