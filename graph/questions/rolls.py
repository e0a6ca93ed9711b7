"""Who belongs to a body by each record of a meeting of it.

A record shows who belongs by who was there as chair or member, by whom a substitute stood in for, and by who sent
apologies and is a member by another record. Officers and guests in attendance do not belong, nor does a substitute.
Invariant: each person stands in a roll once, with all the words that show it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..lookup import key
from .asof import is_date
from .reading import Look, Proof, Ref

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

_FOR = re.compile(r"\b(?:substitut\w*|deputis\w+|deputy|alternate|standing\s+in|on\s+behalf|proxy)\b\s*(?:for|of)?\s+", re.IGNORECASE)  # fmt: skip
_TITLE = re.compile(r"^(?:(?:cllr|councillor|mr|mrs|ms|miss|dr|sir|dame|lord|lady|baroness|mayor|prof|professor|the|rt|hon|rev)\.?\s+)+")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A person by one record: how shown (`chair`, `member`, `apologies`, `represented`, `substitute`) and the words."""

    who: Ref
    shown: str
    role: str | None
    evidence: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Roll:
    """The record of a meeting: its day, those who belong, and the substitutes."""

    date: str
    meeting: str
    members: Mapping[Ref, Place]
    substitutes: Mapping[Ref, Place]
    evidence: tuple[Proof, ...] = field(default=())


def rolls(look: Look, body: NamedNode) -> list[Roll]:
    """The records of a body's meetings, in the order of their days."""
    found = []
    for meeting in look.sources("meetingOf", body):
        date = look.text(meeting, "dcterms:date")
        if date and is_date(date):
            found.append((date, meeting, _entries(look, meeting)))
    seated = {p.who for *_, entries in found for p in entries if p.shown in {"chair", "member"}}
    out = []
    for date, meeting, entries in sorted(found, key=lambda f: (f[0], f[1].value)):
        members: dict[Ref, Place] = {}
        substitutes = {p.who: p for p in entries if p.shown == "substitute"}
        for entry in entries:
            if entry.shown in {"chair", "member"} or (entry.shown == "apologies" and entry.who in seated):
                members.setdefault(entry.who, entry)
        for entry in substitutes.values():
            for who in seated:
                if who not in members and _stands_for(entry, who):
                    members[who] = Place(who, "represented", None, entry.evidence)
        if members:
            out.append(Roll(date, meeting.value, members, substitutes, look.proofs(meeting)))
    return out


def last_until(found: list[Roll], day: str) -> Roll | None:
    """The newest record until a day."""
    return next((roll for roll in reversed(found) if roll.date <= day), None)


def _entries(look: Look, meeting: NamedNode) -> list[Place]:
    """All that a record enters, those present before the apologies."""
    out = []
    for node in look.sources("atMeeting", meeting):
        who = look.one(node, "attendee")
        if who:
            out.append(Place(who, look.text(node, "capacity") or "member", look.text(node, "roleText"), look.proofs(node)))  # fmt: skip
    order = ("chair", "member", "substitute", "apologies")
    return sorted(out, key=lambda p: (order.index(p.shown) if p.shown in order else len(order), p.who.name, p.who.id))


def _stands_for(entry: Place, who: Ref) -> bool:
    """Whether a substitute's entry names the person stood in for."""
    said = " ".join([entry.role or "", *(proof.quote for proof in entry.evidence)])
    return any(
        (key(said[match.end() :]) + " ").startswith((f"{key(who.name)} ", f"{_bare(who.name)} "))
        or (_bare(said[match.end() :]) + " ").startswith(f"{_bare(who.name)} ")
        for match in _FOR.finditer(said)
    )


def _bare(name: str) -> str:
    """A name for comparison, without the titles before it."""
    return _TITLE.sub("", key(name))
