"""Dates and times of day in the forms that British documents print.

Invariant: a date is given in the precision of the text (`2017-06-14`, `2017-03`, `2017`) and never one that the calendar
has not. Financial years (`2017-18`) are no dates; month names are dates only beside a day or a year.
"""

from __future__ import annotations

import calendar
import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date

_MONTHS = {name.casefold(): i for i, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): i for i, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")(?![a-z])\.?"
_WEEKDAYS = {"mo": 0, "tu": 1, "we": 2, "th": 3, "fr": 4, "sa": 5, "su": 6}
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"(?:(?:19|20)\d{2})"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?,?\s+(?:the\s+)?)?"
_DIGIT = re.compile(r"\d")
_DATE = re.compile(
    rf"\b{_WEEKDAY}(?P<d>{_DAY}){_ORDINAL}(?:\s+(?:day\s+)?of)?[\s-]+(?P<m>{_MONTH}),?[\s-]*(?P<y>{_YEAR}|'?\d{{2}}(?![\d:.]|\s*(?:am|pm)))?(?![\w])"
    rf"|\b(?P<m2>{_MONTH})\s+(?P<d2>{_DAY})(?:st|nd|rd|th)?,?\s+(?P<y2>{_YEAR})\b"
    rf"|\b(?P<m3>{_MONTH}),?\s+(?P<y3>{_YEAR})(?!\s*[-/]\s*\d{{2}}\b)\b"
    rf"|\b(?<![./-])(?P<d4>{_DAY})(?:(?P<sep>[/.])(?P<m4>1[0-2]|0?[1-9])(?P=sep)(?P<y4>{_YEAR}|\d{{2}})|-(?P<m7>1[0-2]|0?[1-9])-(?P<y7>{_YEAR}))\b(?![./-]\d)"
    rf"|\b(?P<y5>{_YEAR})-(?P<m5>1[0-2]|0[1-9])(?:-(?P<d5>3[01]|[12]\d|0[1-9]))?\b(?!-)"
    rf"|\b(?P<y6>{_YEAR})\b(?!\s*[-/]\s*\d{{2,4}}\b)(?![\d,])",
    re.IGNORECASE,
)
_SHARED = re.compile(
    rf"\b(?P<d>{_DAY}){_ORDINAL}(?=(?:(?:,|\s+and|\s+or|\s*&|\s*-|\s+to)?\s*{_DAY}{_ORDINAL}){{1,4}}(?:\s+of)?\s+(?P<m>{_MONTH}),?\s+(?P<y>{_YEAR})\b)",
    re.IGNORECASE,
)
_MONTHS_SHARED = re.compile(
    rf"(?<![\w\d] )\b(?P<m>{_MONTH})\s*(?:-|/|&|to|and)\s*(?={_MONTH},?\s+(?P<y>{_YEAR})\b)", re.IGNORECASE
)
_SHORT_YEAR = re.compile(
    rf"\s*(?:-|to|until)\s*(?P<m>{_MONTH})\s+'?(?P<y>\d\d)\b(?!\s*(?:st|nd|rd|th)\b|[:.]\d)", re.IGNORECASE
)
_LINK = re.compile(rf"\s*(?:-|to|and|or|&|,|until|/)\s*(?:and\s+)?{_WEEKDAY}", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:sections?|paragraphs?|paras?|clauses?|versions?|v|items?|rules?|orders?|minutes?|refs?)\.?\s*$",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![£$.\d])\b(?P<h>[01]?\d|2[0-3])(?:[.:](?P<mi>[0-5]\d))?\s*(?P<half>[ap]\.?\s?m\b\.?)|(?<![£$.\d])\b(?P<h2>[01]?\d|2[0-3])[:.](?P<mi2>[0-5]\d)(?![.:/]?\d)(?:\s*(?:hrs|hours|h)\b)?|\b(?P<h3>[01]\d|2[0-3])(?P<mi3>[0-5]\d)\s*(?:hrs|hours)\b"
    r"|\b(?P<noon>(?:12\s+)?noon|midday)\b|\b(?P<midnight>(?:12\s+)?midnight)\b|\b(?P<clock>1[0-2]|[1-9])\s+o'clock\b|(?<![£$.\d])\b(?P<h4>1[0-2]|[1-9])(?=\s*(?:-|to)\s*(?:1[0-2]|[1-9])(?:[.:][0-5]\d)?\s*[ap]\.?m\b)",
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
    if not _DIGIT.search(text):
        return []
    found: list[DateMention] = []
    shared: list[DateMention] = []
    for match in reversed(list(_DATE.finditer(text))):
        ahead = found[-1] if found and _LINK.fullmatch(text, match.end(), found[-1].start) else None
        iso = _read(match, near, ahead.iso if ahead else None, years=years)
        if iso and not (
            match["sep"] == "."
            and len(match["y4"]) == 2
            and _NUMBERED.search(text[max(0, match.start() - 14) : match.start()])
        ):
            found.append(DateMention(match.start(), match.end(), iso))
    if not found:
        return []
    found.reverse()
    starts = [m.start for m in found]
    for match in [*_SHARED.finditer(text), *_MONTHS_SHARED.finditer(text)]:
        whole = match.re is _MONTHS_SHARED
        year, month = int(match["y"]), _month(match["m"])
        iso = f"{year}-{month:02}" if whole else _checked(year, month, int(match["d"]))
        place = bisect_right(starts, match.start()) - 1
        if iso and (place < 0 or found[place].end <= match.start()):
            shared.append(DateMention(match.start(), match.end("m") if whole else match.end("d"), iso))
    found += shared
    found.extend(
        DateMention(short.start("m"), short.end(), f"{_full_year(short['y'])}-{_month(short['m']):02}")
        for mention in tuple(found)
        if len(mention.iso) == 7 and (short := _SHORT_YEAR.match(text, mention.end))
    )
    return sorted(found, key=lambda m: m.start)


def find_times(text: str) -> list[TimeMention]:
    """The times of day of a clean text, in order."""
    found: list[TimeMention] = []
    for match in _TIME.finditer(text):
        if match["noon"] or match["midnight"]:
            found.append(TimeMention(match.start(), match.end(), "12:00" if match["noon"] else "00:00", True))
            continue
        hour = int(match["h"] or match["h2"] or match["h3"] or match["clock"] or match["h4"])
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
    for place in range(len(found) - 2, -1, -1):
        one, other = found[place], found[place + 1]
        if not one.half and other.half and re.fullmatch(r"\s*(?:-|to|until)\s*", text[one.end : other.start]):
            later = f"{int(one.value[:2]) % 12 + 12:02}{one.value[2:]}"
            if int(other.value[:2]) >= 12 and later <= other.value:
                found[place] = replace(one, value=later, half=True)
    return found


def after(start: str | None, end: TimeMention) -> str:
    """An end time, which takes its half of the day from the start where it does not say it (`7.00pm` … `9.09`)."""
    if start and not end.half and end.value < start and int(end.value[:2]) < 12:
        return f"{int(end.value[:2]) + 12:02}{end.value[2:]}"
    return end.value


def _read(match: re.Match[str], near: str | None, ahead: str | None, *, years: bool) -> str | None:
    """The date that a match prints; `ahead` is the date that it is linked to, whose year it shares."""
    if match["d"]:
        if not match["y"] and ahead and len(ahead) == 10:
            year = int(ahead[:4]) - (_month(match["m"]) > int(ahead[5:7]))
            return _checked(year, _month(match["m"]), int(match["d"]))
        return _day(match["y"], match["m"], match["d"], near, match[0])
    if match["m2"]:
        return _day(match["y2"], match["m2"], match["d2"], near, match[0])
    if match["m3"]:
        return f"{match['y3']}-{_month(match['m3']):02}"
    if match["d4"]:
        return _checked(_full_year(match["y4"] or match["y7"]), int(match["m4"] or match["m7"]), int(match["d4"]))
    if match["d5"]:
        return _checked(int(match["y5"]), int(match["m5"]), int(match["d5"]))
    if match["m5"]:
        return f"{match['y5']}-{match['m5']}"
    return match["y6"] if years else None


def _month(name: str) -> int:
    return _MONTHS[name.rstrip(".").casefold()]


def _full_year(year: str) -> int:
    digits = year.lstrip("'")
    return int(digits) if len(digits) == 4 else 2000 + int(digits) if int(digits) < 70 else 1900 + int(digits)


def _day(year: str | None, month: str, day: str, near: str | None, printed: str) -> str | None:
    if year:
        return _checked(_full_year(year), _month(month), int(day))
    if not near:
        return None
    base = int(near[:4])
    options = [iso for y in (base - 1, base, base + 1) if (iso := _checked(y, _month(month), int(day)))]
    weekday = _WEEKDAYS.get(printed[:2].casefold()) if printed[:1].isalpha() else None
    right = [iso for iso in options if weekday is not None and date.fromisoformat(iso).weekday() == weekday]
    target = (near + "-06-15")[:10] if len(near) == 4 else (near + "-15")[:10]
    return min(right or options, key=lambda iso: (abs(_ordinal(iso) - _ordinal(target)), iso), default=None)


def _ordinal(iso: str) -> int:
    return int(iso[:4]) * 372 + int(iso[5:7]) * 31 + int(iso[8:10])


def _checked(year: int, month: int, day: int) -> str | None:
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"
