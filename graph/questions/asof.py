"""What is known of a day: how a dated relation holds then, and how that is known.

Invariant: an answer never says more than the documents do. A stated beginning and end settle a day (`stated`); a document
of the day shows it (`observed`); documents before and after frame it (`between`); after the last sign it is only `last
known`; what no dated document shows is `undated`. Dates may be a year or a month; such a date covers its whole span.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from ...errors import BadDate

How = Literal["stated", "observed", "between", "last known", "undated", "not yet seen", "ended"]

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\Z")
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def read_day(text: str) -> str:
    """The day that a user names, as ISO text: a month or a year stands for its last day, `today` for today.

    Raises BadDate.
    """
    text = text.strip()
    if text == "today":
        import datetime as dt

        return dt.datetime.now().astimezone().date().isoformat()
    match = _DAY.match(text)
    if not match or not text.isascii():
        raise BadDate(text)
    year, month, day = int(match[1]), int(match[2] or 12), match[3]
    if year == 0 or not 1 <= month <= 12:
        raise BadDate(text)
    length = _length(year, month)
    if day is not None and not 1 <= int(day) <= length:
        raise BadDate(text)
    return f"{year:04}-{month:02}-{int(day or length):02}"


def earliest(date: str) -> str:
    """The first day that a date of any precision can mean."""
    return (date + "-01-01")[:10] if len(date) == 4 else f"{date}-01" if len(date) == 7 else date


def latest(date: str) -> str:
    """The last day that a date of any precision can mean."""
    if len(date) >= 10:
        return date
    year, month = int(date[:4]), int(date[5:7] or 12)
    return f"{date[:4]}-{month:02}-{_length(year, month):02}"


def is_date(text: str | None) -> bool:
    """Whether a value is a date, and not words about one."""
    return bool(text and _DAY.match(text) and len(text) in {4, 7, 10})


def known(on: str | None, observed: Iterable[str], start: str | None = None, end: str | None = None) -> How | None:
    """How it is known that something holds on a day, from the days on which it was seen and its stated bounds.

    None where no day is asked. `ended` and `not yet seen` say that it does not hold, so far as the documents go.
    """
    if on is None:
        return None
    start = start if is_date(start) else None
    end = end if is_date(end) else None
    if end and on > latest(end):
        return "ended"
    if start and on < earliest(start):
        return "not yet seen"
    if start and end:
        return "stated"
    seen = [date for date in observed if is_date(date)]
    if any(earliest(date) <= on <= latest(date) for date in seen):
        return "observed"
    before = bool(start) or any(latest(date) < on for date in seen)
    after = bool(end) or any(earliest(date) > on for date in seen)
    if before and after:
        return "between"
    if before:
        return "last known"
    return "not yet seen" if after else "undated"


def holds(how: How | None) -> bool:
    """Whether something may be taken to hold, so far as the documents go."""
    return how not in {"ended", "not yet seen"}


def _length(year: int, month: int) -> int:
    """The number of days of a month."""
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _DAYS[month - 1] + leap
