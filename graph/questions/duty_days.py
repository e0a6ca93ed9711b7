"""How each duty stands over time: the days from which on its status is another, for a page that is asked without a store.

Invariant: on every day the status is the one that the register gives (`obligations`); only the days on which it can change
are asked for: those of its papers, its instruments, its deadline and of what shows it done.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from .asof import earliest, is_date, latest
from .mandate import Link, links
from .obligations import standing_of
from .occurrences import deeds, due_days, first_due, met

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from .reading import Look

FIRST_DAY = "0001-01-01"
"""The day before all others."""
Turns = tuple[tuple[str, str], ...]
"""(day, status) from which on a duty stands so, in order; the first is for no day at all (`""`), an empty status says that
the duty cannot have been known yet."""


def duty_days(look: Look) -> dict[str, Turns]:
    """The turns of every duty of a store, by identifier."""
    return {node.value: tuple(_turns(look, node)) for node in look.members("Obligation")}


def duty_words(look: Look, on: str | None) -> dict[str, str]:
    """The status of every duty on a day, by identifier; empty where it cannot have been known then."""
    return {node.value: standing_of(look, node, on) for node in look.members("Obligation")}


def _turns(look: Look, node: NamedNode) -> Iterator[tuple[str, str]]:
    """The turns of one duty."""
    yield "", standing_of(look, node, None)
    last = None
    for day in sorted({FIRST_DAY, *_days(look, node)}):
        status = standing_of(look, node, day)
        if status != last:
            yield day, status
            last = status


def _days(look: Look, node: NamedNode) -> Iterator[str]:
    """The days on which the status of a duty can change."""
    deadline, often, start = (look.text(node, name) for name in ("deadline", "frequency", "validFrom"))
    dates = [deadline, start, *(proof.date for proof in look.proofs(node))]
    for link in links(look, node):
        dates += _of_instrument(look, link)
    first = first_due(deadline, start, often)
    for deed in deeds(look, node, None):
        dates.append(deed.date)
        if first and often and (day := met(deed, first, often)):
            before = [a for a, b in pairwise(due_days(first, often)) if a < day <= b]
            dates += [day, *before[:1]]
    for date in dates:
        if date and is_date(date):
            yield earliest(date)
            yield latest(date)
            if (after := _next(latest(date))) is not None:
                yield after


def _of_instrument(look: Look, link: Link) -> list[str | None]:
    """The dates of an instrument, and of those that revoke it."""
    from pyoxigraph import NamedNode

    one = link.instrument
    ends = [look.text(NamedNode(other.id), "dcterms:date") for other in one.replaced_by]
    return [one.date, one.in_force_from, one.in_force_until, *ends, *(proof.date for proof in link.evidence)]


def _next(day: str) -> str | None:
    """The day after a day; None after the last of the calendar."""
    import datetime as dt

    try:
        return (dt.date.fromisoformat(day) + dt.timedelta(days=1)).isoformat()
    except OverflowError:
        return None
