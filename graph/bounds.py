"""Bounds of undated papers: the day before which a paper cannot have been written, by what it tells of.

Invariant: a bound is the latest day that the paper itself tells of as past: a direction given or drafted, a meeting held, a
decision taken, an office given up. What it expects, asks for or sets a date for bounds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .facts import Attendance, Decision, Direction, Fact, Holds, Meeting, Term
from .questions.asof import earliest, is_date
from .statements import Statement


def bounds(statements: Iterable[Statement]) -> dict[str, str]:
    """The first day on which each undated document can have been written, by document; those without a sign left out."""
    found: dict[str, str] = {}
    for s in statements:
        if s.date is None:
            for day in _past(s.fact):
                if is_date(day):
                    found[s.document] = max(found.get(s.document, ""), earliest(day))
    return found


def _past(fact: Fact) -> Iterator[str]:
    """The days of past events that a fact tells of."""
    if isinstance(fact, Direction):
        yield fact.date
        yield from fact.revokes
    elif isinstance(fact, Meeting | Attendance | Decision) and fact.date:
        yield fact.date
    elif isinstance(fact, Term) and fact.met:
        yield fact.met
    elif isinstance(fact, Holds) and fact.to and fact.role.casefold().startswith("former"):
        yield fact.to
