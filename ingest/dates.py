"""Dates and times of day in the forms that British documents print.

Invariant: a date is given in the precision of the text (`2017-06-14`, `2017-03`, `2017`) and never one that the calendar
has not. Financial years (`2017-18`) are no dates; month names are dates only beside a day or a year.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

_MONTHS = {name.casefold(): i for i, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): i for i, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"(?:(?:19|20)\d{2})"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?,?\s+(?:the\s+)?)?"
_DATE = re.compile(
    rf"\b{_WEEKDAY}(?P<d>{_DAY}){_ORDINAL}(?:\s+(?:day\s+)?of)?[\s-]+(?P<m>{_MONTH}),?[\s-]*(?P<y>{_YEAR}|'?\d{{2}}(?![\d:.]|\s*(?:am|pm)))?(?![\w])"
    rf"|\b(?P<m2>{_MONTH})\s+(?P<d2>{_DAY})(?:st|nd|rd|th)?,?\s+(?P<y2>{_YEAR})\b"
    rf"|\b(?P<m3>{_MONTH}),?\s+(?P<y3>{_YEAR})(?!\s*[-/]\s*\d{{2}}\b)\b"
    rf"|\b(?P<d4>{_DAY})[/.](?P<m4>1[0-2]|0?[1-9])[/.](?P<y4>{_YEAR}|\d{{2}})\b(?![./]\d)"
    rf"|\b(?P<y5>{_YEAR})-(?P<m5>1[0-2]|0[1-9])(?:-(?P<d5>3[01]|[12]\d|0[1-9]))?\b(?!-)"
    rf"|\b(?P<y6>{_YEAR})\b(?!\s*[-/]\s*\d{{2,4}}\b)(?![\d,])",
    re.IGNORECASE,
)
_SHARED = re.compile(
    rf"\b(?P<d>{_DAY}){_ORDINAL}(?:,|\s+and|\s+or|\s*-|\s+to)\s*(?={_DAY}{_ORDINAL}(?:\s+of)?\s+(?P<m>{_MONTH}),?\s+(?P<y>{_YEAR}))",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?P<h>[01]?\d|2[0-3])(?:[.:](?P<mi>[0-5]\d))?\s*(?P<half>[ap]\.?\s?m\b\.?)|\b(?P<h2>[01]?\d|2[0-3])[:.](?P<mi2>[0-5]\d)(?![.:/\d])(?:\s*(?:hrs|hours|h)\b)?|\b(?P<h3>[01]\d|2[0-3])(?P<mi3>[0-5]\d)\s*(?:hrs|hours)\b"
    r"|\b(?P<noon>(?:12\s+)?noon|midday)\b|\b(?P<midnight>midnight)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date at `[start:end]` of a text; `iso` has ten, seven or four characters by its precision."""

    start: int
    end: int
    iso: str

    @property
    def precision(self) -> str:
        """`day`, `month` or `year`."""
        return {10: "day", 7: "month", 4: "year"}[len(self.iso)]


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time of day at `[start:end]`, as `18:05`; `half` says whether the text says which half of the day."""

    start: int
    end: int
    value: str
    half: bool


def find_dates(text: str, *, near: str | None = None, years: bool = False) -> list[DateMention]:
    """The dates of a clean text, in order.

    `near` (ISO) gives the year to a day and month printed without one: the nearest that fits. Bare years count only
    with `years`.
    """
    found = []
    for match in _DATE.finditer(text):
        if match["d"]:
            iso = _day(match["y"], match["m"], match["d"], near)
        elif match["m2"]:
            iso = _day(match["y2"], match["m2"], match["d2"], near)
        elif match["m3"]:
            iso = f"{match['y3']}-{_month(match['m3']):02}"
        elif match["d4"]:
            iso = _checked(_full_year(match["y4"]), int(match["m4"]), int(match["d4"]))
        elif match["m5"]:
            iso = (
                _checked(int(match["y5"]), int(match["m5"]), int(match["d5"]))
                if match["d5"]
                else f"{match['y5']}-{match['m5']}"
            )
        else:
            iso = match["y6"] if years else None
        if iso:
            found.append(DateMention(match.start(), match.end(), iso))
    for match in _SHARED.finditer(text):
        iso = _checked(int(match["y"]), _month(match["m"]), int(match["d"]))
        if iso and not any(m.start <= match.start() < m.end for m in found):
            found.append(DateMention(match.start(), match.start("d") + len(match["d"]), iso))
    return sorted(found, key=lambda m: m.start)


def find_times(text: str) -> list[TimeMention]:
    """The times of day of a clean text, in order."""
    found = []
    for match in _TIME.finditer(text):
        if match["noon"] or match["midnight"]:
            found.append(TimeMention(match.start(), match.end(), "12:00" if match["noon"] else "00:00", True))
            continue
        hour = int(match["h"] or match["h2"] or match["h3"])
        minute = int(match["mi"] or match["mi2"] or match["mi3"] or 0)
        half = (match["half"] or "").casefold()
        if half.startswith("p") and hour < 12:
            hour += 12
        elif half.startswith("a") and hour == 12:
            hour = 0
        found.append(
            TimeMention(
                match.start(), match.end(), f"{hour:02}:{minute:02}", bool(half) or hour > 12 or bool(match["h3"])
            )
        )
    return found


def after(start: str | None, end: TimeMention) -> str:
    """An end time, which takes its half of the day from the start where it does not say it (`7.00pm` … `9.09`)."""
    if start and not end.half and end.value < start and int(end.value[:2]) < 12:
        return f"{int(end.value[:2]) + 12:02}{end.value[2:]}"
    return end.value


def _month(name: str) -> int:
    return _MONTHS[name.rstrip(".").casefold()]


def _full_year(year: str) -> int:
    digits = year.lstrip("'")
    return int(digits) if len(digits) == 4 else 2000 + int(digits) if int(digits) < 70 else 1900 + int(digits)


def _day(year: str | None, month: str, day: str, near: str | None) -> str | None:
    if year:
        return _checked(_full_year(year), _month(month), int(day))
    if near and len(near) >= 4:
        base = int(near[:4])
        options = [iso for y in (base - 1, base, base + 1) if (iso := _checked(y, _month(month), int(day)))]
        target = (near + "-06-15")[:10] if len(near) == 4 else (near + "-15")[:10]
        return min(options, key=lambda iso: (abs(_ordinal(iso) - _ordinal(target)), iso), default=None)
    return None


def _ordinal(iso: str) -> int:
    return int(iso[:4]) * 372 + int(iso[5:7]) * 31 + int(iso[8:10])


def _checked(year: int, month: int, day: int) -> str | None:
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"
