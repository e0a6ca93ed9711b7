"""How commands put instruments and periods into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..graph.questions.instruments import Instrument

_OFTEN = {
    "P1D": "daily", "P1W": "weekly", "P2W": "fortnightly", "P1M": "monthly", "P2M": "every two months",
    "P3M": "quarterly", "P6W": "six-weekly", "P6M": "six-monthly", "P1Y": "yearly",
}  # fmt: skip


def often(period: str | None) -> str | None:
    """A frequency in words where it is a usual one."""
    return _OFTEN.get(period, period) if period else None


def instrument_words(one: Instrument, *, brief: bool = False) -> str:
    """An instrument in one line: name, date, who to whom, standing, time in force; `brief` leaves out quoted words."""
    marks = []
    if one.date and one.date not in one.name:
        marks.append(f"of {one.date}")
    if one.issuer and str(one.issuer) not in one.name:
        marks.append(f"by {one.issuer}")
    if one.addressee:
        marks.append(f"to {', '.join(map(str, one.addressee))}")
    if one.status != "unknown":
        marks.append(one.status)
    if one.in_force_from and one.in_force_from != one.date:
        marks.append(f"from {one.in_force_from}")
    if one.in_force_until:
        marks.append(
            f"in force until {one.in_force_until}" if one.status != "in force" else f"until {one.in_force_until}"
        )
    if one.condition:
        told = "" if brief else f": “{one.condition}”"
        marks.append(f"its end depends on a decision that no document here records{told}")
    if one.replaced_by:
        marks.append(f"replaced by {', '.join(map(str, one.replaced_by))}")
    tail = f" ({', '.join(marks)})" if marks else ""
    return one.name + tail
