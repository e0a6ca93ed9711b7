"""Checks of instruments against time: terms beyond their end, duties and bodies that outlast what they rest on.

Invariant: an instrument's end is one that a paper states, or the day of the direction that revokes it; what rests on
something that has no known end is never found to outlast it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..questions.asof import earliest, is_date, latest
from ..questions.instruments import described
from ..questions.reading import Look, Proof, Ref
from .finding import Found, Side

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

_STILL = re.compile(r"\b(?:must|shall|is\s+to|are\s+to|will|(?:is|are|remains?)\s+(?:still\s+)?required|continues?|remains?)\b", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True)
class End:
    """When an instrument ends: the day, the instrument, the words, and whether it was revoked."""

    day: str
    by: Ref
    evidence: tuple[Proof, ...]
    revoked: bool


def ending(look: Look, direction: NamedNode) -> End | None:
    """The end of a direction; None if none is known, or if it is a draft."""
    if look.text(direction, "directionStatus") == "draft":
        return None
    ref = look.ref(direction)
    stated = [(latest(day), proof) for day, proof in look.stated(direction, "inForceUntil", "until") if is_date(day)]
    ends = [End(day, ref, tuple(p for d, p in stated if d == day), revoked=False) for day, _ in stated]
    for other in look.sources("revokes", direction):
        day = look.text(other, "dcterms:date")
        if day and is_date(day) and look.text(other, "directionStatus") != "draft":
            ends.append(End(latest(day), ref, look.proofs(other), revoked=True))
    return min(ends, key=lambda e: e.day, default=None)


def rests_on(look: Look, body: NamedNode) -> list[NamedNode]:
    """The directions in force once that a body's setting up rests on, as stated."""
    found: set[NamedNode] = set()
    things = [*look.sources("established", body), *look.sources("ofBody", body)]
    for thing in things:
        for mandate in look.sources("mandated", thing):
            if look.text(mandate, "how") == "stated":
                found.update(look.nodes(mandate, "mandatedBy"))
        found.update(look.nodes(thing, "establishedBy"))
    return sorted((n for n in found if "Direction" in look.kinds(n)), key=lambda n: str(n.value))


def terms_beyond(look: Look, on: str | None) -> Iterator[Found]:
    """A body's term that runs on after the directions that it was set up under."""
    del on
    for body in look.members("Body"):
        ends = [end for node in rests_on(look, body) if (end := ending(look, node)) and not end.revoked]
        last = max(ends, key=lambda e: e.day, default=None)
        for term in look.sources("termOf", body):
            said = [(day, p) for day, p in look.stated(term, "validTo", "to") if is_date(day)]
            for day in sorted({d for d, _ in said}):
                if last and earliest(day) > last.day:
                    yield Found(
                        (body.value, last.by.id, day),
                        f"The term of {look.ref(body)} runs to {day}, beyond the {last.by}, which end on {last.day}",
                        (look.ref(body), last.by),
                        (
                            Side(f"term to {day}", tuple(p for d, p in said if d == day)),
                            Side(f"{last.by} until {last.day}", last.evidence),
                        ),
                    )


def relied_on_after(look: Look, on: str | None) -> Iterator[Found]:
    """A duty that a paper still lays on somebody under a direction that had ended by the paper's day."""
    del on
    for direction in look.members("Direction"):
        end = ending(look, direction)
        if end is None:
            continue
        things = {t for m in look.sources("mandatedBy", direction) if look.text(m, "how") == "stated" for t in look.nodes(m, "mandated")}  # fmt: skip
        for thing in sorted(things, key=lambda n: str(n.value)):
            if not {"Obligation", "ActionTask"} & set(look.kinds(thing)):
                continue
            after = tuple(p for p in look.proofs(thing) if p.date and is_date(p.date) and earliest(p.date) > end.day and _STILL.search(p.quote))  # fmt: skip
            if after:
                how = "were revoked" if end.revoked else "ended"
                yield Found(
                    (thing.value, direction.value),
                    f"“{described(look, thing)}” is still put under the {end.by} on {after[0].date}; they {how} on {end.day}",
                    (look.ref(thing), end.by),
                    (Side(f"relied on, {after[0].date}", after), Side(f"{how} on {end.day}", end.evidence)),
                )


def outlives(look: Look, on: str | None) -> Iterator[Found]:
    """A body that met after all that it is known to rest on had ended."""
    for body in look.members("Body"):
        under = rests_on(look, body)
        ends = [ending(look, node) for node in under]
        known = [end for end in ends if end is not None]
        drafts = [n for n in under if look.text(n, "directionStatus") == "draft"]
        if not known or len(known) + len(drafts) < len(under):
            continue
        terms = [latest(day) for t in look.sources("termOf", body) if (day := look.text(t, "validTo")) and is_date(day)]
        last = max(known, key=lambda e: e.day)
        day = max([last.day, *terms])
        meetings = [(date, m) for m in look.sources("meetingOf", body) if (date := look.text(m, "dcterms:date")) and earliest(date) > day and (on is None or date <= on)]  # fmt: skip
        if meetings:
            date, meeting = min(meetings, key=lambda m: (m[0], m[1].value))
            yield Found(
                (body.value, last.by.id),
                f"{look.ref(body)} met on {date}, after what it rests on had ended ({last.by}, {last.day})",
                (look.ref(body), last.by),
                (Side(f"met {date}", look.proofs(meeting)), Side(f"{last.by} until {last.day}", last.evidence)),
            )
