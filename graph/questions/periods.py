"""Adding a period (`P3M`, `P6W`) to a day.

Invariant: months keep to the end of the month where the day of the month is missing; a period that is none adds nothing.
"""

from __future__ import annotations

import re

from .asof import latest

_PERIOD = re.compile(r"P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?\Z")


def add_period(day: str, period: str, times: int = 1) -> str | None:
    """The day a number of periods after a day; None if the text is no period, or the day beyond the calendar."""
    import datetime as dt

    match = _PERIOD.match(period)
    if not match or not any(match.groups()):
        return None
    years, months, weeks, days = (int(part or 0) * times for part in match.groups())
    year, month = int(day[:4]), int(day[5:7]) - 1 + years * 12 + months
    year, month = year + month // 12, month % 12 + 1
    if year > 9999:
        return None
    last = latest(f"{year:04}-{month:02}")
    was_last = latest(day[:7]) == day
    start = last if was_last or day[8:] > last[8:] else f"{last[:8]}{day[8:]}"
    try:
        return (dt.date.fromisoformat(start) + dt.timedelta(days=weeks * 7 + days)).isoformat()
    except OverflowError:
        return None
