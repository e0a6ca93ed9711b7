"""The day a table speaks of, from names of files and sheets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.ingest.tables.dating import date_in_name


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("organogram-2024-03-31-senior", "2024-03-31"), ("20131002-posts", "2013-10-02"), ("30092013-UKHO-v1", "2013-09-30"),
        ("300913-Organogram-ver1", "2013-09-30"), ("130930-Office-Data", "2013-09-30"), ("060413-organogram-ver4", "2013-04-06"),
        ("30-09-13---organogram", "2013-09-30"), ("staff-and-salary-data---September-2013-FINAL", "2013-09"), ("salary-data-Sept-2013", "2013-09"),
        ("posts 31 March 2024", "2024-03-31"), ("register_2024-05", "2024-05"), ("members_31_March_2016", "2016-03-31"),
        ("organogram", None), ("version-1.2.3", None), ("ref-990099", None), ("report-4-8", None),
    ],
)  # fmt: skip
def test_dates_in_names(name, date):
    """Days in digits either way round, months in words, and digits that are no date."""
    assert date_in_name(name) == date


@given(st.dates(), st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%d%m%Y", "%d_%m_%Y"]))
def test_any_day_with_four_digits_of_year_is_read_back(day, form):
    """Whatever the day, in any of these forms."""
    if 1900 <= day.year <= 2099:
        assert date_in_name(f"posts {day.strftime(form)} final") == day.isoformat()


@given(st.text(max_size=40))
def test_no_name_breaks_it(name):
    """Any name gives a date or none."""
    found = date_in_name(name)
    assert found is None or len(found) in {7, 10}
