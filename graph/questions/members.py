"""Who sits on a body and who holds a post, as of a day or over the whole history.

Invariant: a record of a meeting tells who was there and nothing of the days after the next record: as of a day a body's
people are those of its last record until then, and whoever an older record alone shows is left to the history. Seats are
what terms of reference give to posts; they are shown beside the people, never filled in by guess.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from ..lookup import key
from .asof import How, earliest, holds, is_date, known
from .listings import empty_days
from .reading import Look, Proof, Ref
from .reporting import dated

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

CAPACITIES = ("chair", "member", "substitute", "attendee", "officer", "guest", "apologies")
_REGISTER = "member.register"
_FORM = re.compile(r"\b(?:interim|acting|temporary)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A person recorded with a body in one capacity, or a post that has a seat on it; its term where one is stated."""

    type: Literal["person", "seat"]
    who: Ref
    capacity: str
    role: str | None
    known: How | None
    seen: tuple[str, ...]
    evidence: tuple[Proof, ...]
    id: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in a post: `role` as printed, its `form` (interim, acting) if any, `since` and `until` where stated."""

    person: Ref
    post: Ref
    role: str | None
    form: str | None
    known: How | None
    since: str | None
    until: str | None
    seen: tuple[str, ...]
    evidence: tuple[Proof, ...]
    id: str


def members(look: Look, body: NamedNode, on: str | None = None, *, history: bool = False) -> list[Place]:
    """The people of a body by capacity, then the seats on it; with `history` also those no longer recorded on the day."""
    meetings = {m: look.text(m, "dcterms:date") or "" for m in look.sources("meetingOf", body)}
    days = sorted({day for day in meetings.values() if is_date(day)})
    told = _memberships(look, body, on)
    found = [_in_term(place, told, on) for place in _recorded(look, meetings)]
    terms = {(place.who, place.capacity, place.since, place.until) for place in found}
    met = {(place.who, place.capacity) for place in found}
    for place in told:
        if place.since or place.until:
            found += [] if (place.who, place.capacity, place.since, place.until) in terms else [place]
        elif (place.who, place.capacity) not in met and not _present(place, found):
            found.append(place)
    if on is not None:
        registers = sorted(
            {p.date for place in told for p in place.evidence if p.rule == _REGISTER and p.date and is_date(p.date)}
        )
        found = [_on_day(place, days, registers, on) for place in found]
        found = [p for p in found if history or holds(p.known)]
    return sorted([*found, *_seats(look, body, on)], key=_rank)


def _recorded(look: Look, meetings: dict[NamedNode, str]) -> list[Place]:
    """The people of the records of meetings, one entry for each person and capacity."""
    groups: dict[tuple[Ref, str], list[tuple[str, NamedNode]]] = defaultdict(list)
    for meeting, day in sorted(meetings.items(), key=lambda m: (m[1], m[0].value)):
        for attendance in look.sources("atMeeting", meeting):
            who = look.one(attendance, "attendee")
            if who:
                groups[who, look.text(attendance, "capacity") or "member"].append((day, attendance))
    out = []
    for (who, capacity), seen in groups.items():
        roles = [role for _, node in seen if (role := look.text(node, "roleText"))]
        nodes = [node for _, node in seen]
        days = tuple(sorted({day for day, _ in seen if day}))
        role = roles[-1] if roles else None
        out.append(Place("person", who, capacity, role, None, days, look.proofs(*nodes), nodes[0].value))
    return out


def _memberships(look: Look, body: NamedNode, on: str | None) -> list[Place]:
    """The memberships of a body that are known from elsewhere than records of meetings."""
    out = []
    for node in look.sources("org:organization", body):
        who = look.one(node, "org:member")
        if who:
            capacity = look.text(node, "capacity") or "member"
            seen = tuple(look.texts(node, "observed"))
            how = dated(look, node, on)
            role, proofs = look.text(node, "roleText"), look.proofs(node)
            since, until = look.text(node, "validFrom"), look.text(node, "validTo")
            out.append(Place("person", who, capacity, role, how, seen, proofs, node.value, since, until))
    return out


def _in_term(place: Place, told: list[Place], on: str | None) -> Place:
    """A recorded person with what registers say: the days that list it, the stated term that runs on the day, else the last."""
    same = [t for t in told if t.who == place.who and t.capacity == place.capacity]
    listed = sorted({proof for t in same for proof in t.evidence if proof.rule == _REGISTER})
    seen = {*place.seen, *(proof.date for proof in listed if proof.date)}
    place = replace(place, seen=tuple(sorted(seen)), evidence=(*place.evidence, *listed))
    own = [t for t in same if t.since or t.until]
    if not own:
        return place
    own.sort(key=lambda t: (t.since or "", t.until or "9", t.id))
    term = next((t for t in own if on is None or holds(known(on, (), t.since, t.until))), own[-1])
    more = tuple(proof for proof in term.evidence if proof not in place.evidence)
    return replace(place, evidence=(*place.evidence, *more), since=term.since, until=term.until)


def _present(place: Place, recorded: list[Place]) -> bool:
    """Whether records of meetings already tell of a person on all the days of a membership."""
    return any(place.who == other.who and set(place.seen) <= set(other.seen) for other in recorded)


def _on_day(place: Place, meetings: list[str], registers: list[str], on: str) -> Place:
    """A person's entry as of a day: superseded where a later record or register until then does not show it.

    A stated end goes before either, and whom a register lists need not have been at a meeting.
    """
    how = (
        known(on, place.seen, place.since, place.until)
        if place.since or place.until
        else place.known or known(on, place.seen)
    )
    listed = any(proof.rule == _REGISTER for proof in place.evidence)
    last = max((day for day in [*registers, *([] if listed else meetings)] if earliest(day) <= on), default=None)
    if how == "last known" and not place.until and last and place.seen and max(place.seen) < last:
        how = "ended"
    return replace(place, known=how)


def _seats(look: Look, body: NamedNode, on: str | None) -> list[Place]:
    """The posts that have a seat on a body."""
    out = []
    for node in look.sources("seatOn", body):
        post = look.one(node, "seatPost")
        how = dated(look, node, on)
        if post and (on is None or how != "ended"):
            seen = tuple(look.texts(node, "observed"))
            capacity = look.text(node, "capacity") or "member"
            out.append(Place("seat", post, capacity, None, how, seen, look.proofs(node), node.value))
    return out


def _rank(place: Place) -> tuple[object, ...]:
    """People before seats, by capacity, in the order of the record."""
    first = place.evidence[0] if place.evidence else None
    at = CAPACITIES.index(place.capacity) if place.capacity in CAPACITIES else len(CAPACITIES)
    return (place.type, at, first.document if first else "", first.start if first else 0, place.who.name, place.id)


def holders(look: Look, post: NamedNode, on: str | None = None) -> list[Holder]:
    """Who holds a post, or one whose title goes on from its title; as of a day those not yet seen are told as such."""
    found = [
        holder_of(look, node, on) for one in (post, *_longer(look, post)) for node in look.sources("heldPost", one)
    ]
    kept = [one for one in found if one is not None]
    return sorted(kept, key=lambda h: (h.since or min(h.seen, default="9"), h.post.name, h.person.name, h.id))


def held_by(look: Look, person: NamedNode, on: str | None = None) -> list[Holder]:
    """The posts that a person holds."""
    found = [holder_of(look, node, on) for node in look.sources("holder", person)]
    kept = [one for one in found if one is not None]
    return sorted(kept, key=lambda h: (h.since or min(h.seen, default="9"), h.post.name, h.id))


def holder_of(look: Look, tenure: NamedNode, on: str | None) -> Holder | None:
    """A tenure as an answer."""
    person, post = look.one(tenure, "holder"), look.one(tenure, "heldPost")
    if not person or not post:
        return None
    form = _FORM.search(look.text(tenure, "roleText") or post.name)
    return Holder(
        person=person,
        post=post,
        role=look.text(tenure, "roleText"),
        form=form[0].casefold() if form else None,
        known=_succeeded(look, tenure, on),
        since=look.text(tenure, "validFrom"),
        until=look.text(tenure, "validTo"),
        seen=tuple(look.texts(tenure, "observed")),
        evidence=look.proofs(tenure),
        id=tenure.value,
    )


def _succeeded(look: Look, tenure: NamedNode, on: str | None) -> How | None:
    """How a tenure is known on a day: between two signs of it only if nobody else is seen in the post between them."""
    how = dated(look, tenure, on)
    post = look.node(tenure, "heldPost")
    if how not in {"between", "last known"} or post is None or on is None:
        return how
    seen = look.texts(tenure, "observed")
    last = max((day for day in seen if day <= on), default="")
    if any(last < day <= on for day in empty_days(look, post)):
        return "ended"
    for other in look.sources("heldPost", post):
        if look.node(other, "holder") != look.node(tenure, "holder"):
            theirs = look.texts(other, "observed")
            if any(last < day <= on for day in theirs):
                return "ended"
            if how == "between" and any(last < day < max(seen) for day in theirs):
                how = "last known"
    return how


def _longer(look: Look, post: NamedNode) -> list[NamedNode]:
    """The posts whose title begins with the title of a post, and those that are its interim or acting form."""
    own = _FORM.sub("", key(look.ref(post).name)).strip()
    found = []
    for other in look.members("Post"):
        title = _FORM.sub("", key(look.ref(other).name)).strip()
        if other != post and own and (title == own or title.startswith(f"{own} ")):
            found.append(other)
    return found
