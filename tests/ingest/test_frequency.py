"""Frequencies as ISO durations."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.ingest.frequency import find_frequencies

_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("meets quarterly", "P3M"), ("every six weeks", "P6W"), ("six-weekly", "P6W"), ("bi-annually", "P6M"), ("twice a year", "P6M"),
        ("on an 8 weekly cycle", "P8W"), ("every three months thereafter", "P3M"), ("a monthly, public meeting", "P1M"),
        ("each month", "P1M"), ("annually", "P1Y"), ("at least four times a year", "P3M"), ("six monthly reviews", "P6M"),
        ("every other month", "P2M"), ("once every two months", "P2M"), ("fortnightly", "P2W"), ("every 12 months", "P1Y"),
        ("the first Tuesday of each month", "P1M"), ("a minimum of four meetings per year", "P3M"), ("every Tuesday", "P1W"),
        ("three times per municipal year", "P4M"), ("every 4-6 weeks", "P4W"), ("half-yearly", "P6M"), ("every quarter", "P3M"),
    ],
)  # fmt: skip
def test_one_meaning(text, iso):
    """Words with one meaning give that duration; `at least` and `or so` leave it as it is."""
    assert [mention.iso for mention in find_frequencies(text)] == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "bi-monthly",
        "bimonthly",
        "bi-weekly",
        "£500 per annum",
        "within six months",
        "at each meeting",
        "five times a year",
    ],
)
def test_left_out(text):
    """What has two meanings, is a period or an amount, or has no whole duration gives nothing."""
    assert find_frequencies(text) == []


@given(st.integers(1, 12), st.sampled_from(["week", "month"]), st.booleans())
def test_numbers_in_words_and_figures(count, unit, words):
    """`every n weeks` and `n-weekly` give n units, in words as in figures."""
    number = _WORDS[count - 1] if words else str(count)
    iso = "P1Y" if (count, unit) == (12, "month") else f"P{count}{unit[0].upper()}"
    for text in (f"every {number} {unit}s", f"{number}-{unit}ly"):
        (mention,) = find_frequencies(text)
        assert (mention.iso, text[mention.start : mention.end]) == (iso, text)


@given(st.text(alphabet="everyonthlwkqua rtes-0123456789", max_size=80))
def test_any_text_gives_durations(text):
    """Whatever the text, what is found lies in it and is a duration."""
    for mention in find_frequencies(text):
        assert 0 <= mention.start < mention.end <= len(text)
        assert re.fullmatch(r"P[1-9]\d*[DWMY]", mention.iso)
