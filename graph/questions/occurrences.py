"""When duties fall due, and what papers show done: the days of a duty that comes again, and which of them are met.

Invariant: something done meets one day of a duty: the first, if its paper says so, else the next one from its date on. What
is dated by month is not known done before the month is over; what no paper dates meets only a duty of one day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .asof import earliest, is_date, latest
from .periods import add_period

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from .reading import Look, Proof

_MOST = 4000
_FIRST = re.compile(r"\bfirst\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that a paper says was done: when (None if no paper dates it), whether as the first, in which words."""

    date: str | None
    first: bool
    evidence: tuple[Proof, ...]
    id: str


def first_due(deadline: str | None, start: str | None, often: str | None) -> str | None:
    """The first day on which a duty falls due: its deadline, or where it comes again the day it begins; None if unknown."""
    if is_date(deadline):
        return deadline
    return start if often and is_date(start) else None


def due_days(first: str, often: str | None) -> Iterator[str]:
    """The days on which a duty falls due, in order; one for a duty that does not come again."""
    yield first
    for count in range(1, _MOST if often else 0):
        day = add_period(latest(first), often or "", count)
        if day is None:
            return
        yield day


def next_due(deadline: str | None, start: str | None, often: str | None, on: str | None) -> str | None:
    """The first day from the day asked for on which a duty falls due; without a day, or once only, its own date."""
    first = first_due(deadline, start, often)
    if first is None or on is None or not often:
        return first
    return next((day for day in due_days(first, often) if latest(day) >= on), first)


def last_before(first: str, often: str | None, before: str) -> str | None:
    """The last day before another on which a duty falls due; None if it does not fall due before."""
    found = None
    for day in due_days(first, often):
        if earliest(day) >= before:
            break
        found = day
    return found


def deeds(look: Look, node: NamedNode, on: str | None) -> list[Deed]:
    """What papers say was done of a duty by a day (or at all, without one), in order of dates."""
    found = []
    for by in look.nodes(node, "doneBy"):
        proofs = look.proofs(by)
        stated = look.text(by, "dcterms:date") or min(look.texts(by, "met"), default=None)
        told = min((p.date for p in proofs if p.date and is_date(p.date)), default=None)
        day = stated or told
        if on and day and is_date(day) and latest(day) > on:
            continue
        if stated:
            proofs = tuple(p for p in proofs if not look.texts(by, "met") or stated in _mets(look, p)) or proofs
        first = bool(_FIRST.search(" ".join([look.text(by, "action") or "", *(p.quote for p in proofs)])))
        found.append(Deed(day, first, proofs, by.value))
    return sorted(found, key=lambda deed: (deed.date or "9999", deed.id))


def _mets(look: Look, proof: Proof) -> set[str]:
    """The days of meetings that the statement of a passage tells of."""
    from pyoxigraph import NamedNode

    from .reading import term

    said = look.store.quads_for_pattern(NamedNode(proof.statement), term("metText"), None, None)
    return {quad.object.value for quad in said}


def met(deed: Deed, first: str | None, often: str | None) -> str | None:
    """The day of a duty that a deed meets; for a duty without days, or of one day, that one or the deed's own date."""
    if first is None or not often:
        return first or deed.date
    if deed.first:
        return first
    if deed.date is None:
        return None
    return next((day for day in due_days(first, often) if latest(day) >= latest(deed.date or "")), None)
