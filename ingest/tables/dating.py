"""The day a table speaks of: from the rows above its headings, else from the name of its sheet or file.

Invariant: a date is given in the precision of the name (`September 2013` is a month); digits that are no date are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...graph.questions.asof import latest
from ..dates import find_dates

_YMD = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?!\d)")
_DMY = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])[-_. ]?(0[1-9]|1[0-2])[-_. ]?((?:19|20)\d\d)(?!\d)")
_SIX = re.compile(r"(?<!\d)(\d\d)[-_. ]?(\d\d)[-_. ]?(\d\d)(?!\d)")
_YEAR_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_](0[1-9]|1[0-2])(?!\d)")
_JOINED = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[A-Z][a-z]{2})|[_.]+|-+")


def date_above(rows: Iterable[str]) -> str | None:
    """The most precise date that the rows above a table's headings give, the first of those."""
    found = [mention.iso for row in rows for mention in find_dates(row)]
    return max(found, key=len, default=None)


def date_in_name(name: str) -> str | None:
    """The date in the name of a file or sheet: `300913`, `2013-09-30`, `Sept-2013`, `30 September 2013`."""
    found = [_iso(m[1], m[2], m[3]) for m in _YMD.finditer(name)] + [
        _iso(m[3], m[2], m[1]) for m in _DMY.finditer(name)
    ]
    if days := [day for day in found if day]:
        return days[0]
    if words := [m.iso for m in find_dates(_JOINED.sub(" ", name)) if len(m.iso) > 4]:
        return max(words, key=len)
    if match := _YEAR_MONTH.search(name):
        return f"{match[1]}-{match[2]}"
    for match in _SIX.finditer(name):
        if day := _six(*match.groups()):
            return day
    return None


def _six(first: str, second: str, third: str) -> str | None:
    """Six digits as a day: day, month, year, unless only the other way round they are one, or the end of a month."""
    british, reverse = _iso(f"20{third}", second, first), _iso(f"20{first}", second, third)
    if british and reverse and latest(reverse[:7]) == reverse and latest(british[:7]) != british:
        return reverse
    return british or reverse


def _iso(year: str, month: str, day: str) -> str | None:
    """A day of the calendar as ISO text."""
    if not 1 <= int(month) <= 12 or not 1 <= int(day) <= 31:
        return None
    said = f"{year}-{month}-{day}"
    return said if said <= latest(f"{year}-{month}") else None
