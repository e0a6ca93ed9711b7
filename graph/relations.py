"""The relations that each type of fact states, drafted one function a type.

Invariant: a relation's address is made from what defines it, so that one said twice is one with two supports.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from .facts import (
    Action,
    Attendance,
    Cites,
    Decision,
    Establishes,
    ExOfficio,
    Fact,
    Function,
    Holds,
    Meeting,
    Member,
    Obligation,
    OpenDuty,
    Post,
    ReportsTo,
    Succeeds,
    Term,
)
from .identity.mentions import seat_body
from .identity.titles import form_of
from .ids import relation_id
from .names import key

if TYPE_CHECKING:
    from .derive import Derivation
    from .statements import Statement


def _meeting(d: Derivation, s: Statement) -> None:
    assert isinstance(s.fact, Meeting)
    body = d.party(s.fact.body, s, "body")
    if body:
        at = d.relation("meeting", "Meeting", s, body.id, s.fact.date)
        d.say(
            at,
            label=f"{body.name}, {s.fact.date}",
            date=s.fact.date,
            startTime=s.fact.start,
            endTime=s.fact.end,
            venue=s.fact.venue,
            links=[("meetingOf", body.id)],
        )


def _attendance(d: Derivation, s: Statement) -> None:
    fact = s.fact
    assert isinstance(fact, Attendance)
    person = d.party(fact.person, s, "person")
    body = d.party(fact.body, s, "body") if fact.body else None
    if not person or not body:
        return
    day = fact.date or s.date or ""
    links = [("attendee", person.id), ("atMeeting", relation_id(d.base, "meeting", body.id, day))]
    at = d.relation("attendance", "Attendance", s, person.id, body.id, day, fact.capacity)
    d.say(at, capacity=fact.capacity, roleText=fact.role, links=links)
    if fact.capacity in {"chair", "member"}:
        at = d.relation(
            "membership", "Membership", s, person.id, body.id, "chair" if fact.capacity == "chair" else "member"
        )
        d.say(at, capacity=fact.capacity, links=[("org:member", person.id), ("org:organization", body.id)])


def _holds(d: Derivation, s: Statement) -> None:
    fact = s.fact
    assert isinstance(fact, Holds)
    person = d.party(fact.person, s, "person")
    post = d.post(fact.role, fact.body, s)
    if not person or not post:
        return
    at = d.relation("tenure", "Tenure", s, person.id, post.id, *filter(None, [form_of(fact.role)]))
    former = fact.role.casefold().startswith("former")
    d.say(
        at,
        roleText=fact.role,
        from_=fact.from_,
        to=fact.to or (s.date if former else None),
        links=[("holder", person.id), ("heldPost", post.id)],
    )


def _ex_officio(d: Derivation, s: Statement) -> None:
    fact = s.fact
    assert isinstance(fact, ExOfficio)
    body = d.party(fact.body, s, "body")
    post = d.post(fact.role, seat_body(fact), s)
    if body and post:
        at = d.relation("seat", "Seat", s, post.id, body.id, fact.capacity)
        d.say(at, capacity=fact.capacity, links=[("seatPost", post.id), ("seatOn", body.id)])


def _reports_to(d: Derivation, s: Statement) -> None:
    fact = s.fact
    assert isinstance(fact, ReportsTo)
    low, high = d.party(fact.subject, s), d.party(fact.object, s)
    if low and high and low.id != high.id:
        at = d.relation("reporting", "ReportingLine", s, low.id, high.id, fact.kind)
        d.say(
            at,
            lineKind=fact.kind,
            frequency=fact.frequency,
            what=fact.what,
            links=[("reporter", low.id), ("superior", high.id)],
        )
        d.say(low.id, links=[("org:reportsTo", high.id)])


def _function(d: Derivation, s: Statement) -> None:
    assert isinstance(s.fact, Function)
    body = d.party(s.fact.body, s, "body")
    if body:
        text = _plain(s.fact.evidence.quote)
        at = d.relation("function", "Function", s, body.id, key(text))
        d.say(at, text=text, links=[("functionOf", body.id)])


def _obligation(d: Derivation, s: Statement) -> None:
    fact = s.fact
    assert isinstance(fact, Obligation)
    bearer = d.party(fact.bearer, s)
    if not bearer:
        return
    others = [e for name in fact.recipient if (e := d.party(name, s))]
    by, parts = fact.mandated_by or "", d.duties.place(s)
    if parts is None:
        return
    at = d.relation("obligation", "Obligation", s, *parts)
    deadline = fact.deadline
    d.say(
        at, action=d.duties.action(s), deadline=deadline, from_=fact.from_, frequency=fact.frequency, condition=fact.condition, mandatedByText=by or None,
        links=[("bearer", bearer.id), *(("recipient", e.id) for e in others)],
    )  # fmt: skip


def _decision(d: Derivation, s: Statement) -> None:
    fact = s.fact
    assert isinstance(fact, Decision)
    body = d.party(fact.body, s)
    if not body:
        return
    text = _plain(fact.evidence.quote)
    at = d.relation(
        "decision",
        "Decision",
        s,
        body.id,
        fact.date or s.date or s.document,
        fact.item or "",
        fact.number or "",
        key(text),
    )
    d.say(at, text=text, date=fact.date, item=fact.item, number=fact.number, topic=fact.topic, deadline=fact.deadline, links=[("decidedBy", body.id)])  # fmt: skip
    resolution = d.instruments.resolution(s, body, fact.date, fact.item)
    if resolution:
        d.say(at, links=[("partOf", resolution)])


def _action(d: Derivation, s: Statement) -> None:
    assert isinstance(s.fact, Action)
    owner = d.party(s.fact.owner, s)
    if owner:
        text = _plain(s.fact.evidence.quote)
        at = d.relation("action", "ActionTask", s, owner.id, s.document, key(text))
        d.say(at, text=text, date=s.date, links=[("owner", owner.id)])


def _establishes(d: Derivation, s: Statement) -> None:
    assert isinstance(s.fact, Establishes)
    body = d.party(s.fact.body, s, "body")
    if body:
        at = d.relation("establishment", "Establishment", s, body.id)
        text = f"establish the {body.name}"
        links = [("established", body.id)]
        for by in s.fact.by:
            instrument = d.instruments.named(by, s)
            who = None if instrument or re.match(r"Directions?\b", by) else d.party(by, s)
            links += [("establishedBy", target) for target in (instrument, who.id if who else None) if target]
        d.say(at, text=text, links=links)


def _succeeds(d: Derivation, s: Statement) -> None:
    assert isinstance(s.fact, Succeeds)
    new, old = d.party(s.fact.new, s), d.party(s.fact.old, s)
    if new and old and new.id != old.id:
        at = d.relation("succession", "Succession", s, new.id, old.id)
        d.say(at, links=[("org:resultingOrganization", new.id), ("org:originalOrganization", old.id)])


def _term(d: Derivation, s: Statement) -> None:
    fact = s.fact
    assert isinstance(fact, Term)
    body = d.party(fact.name, s, "body")
    if body:
        at = d.relation("term", "TermOfBody", s, body.id, s.document)
        told = {"meets": fact.meets, "met": fact.met, "firstMet": fact.first_met}
        d.say(at, from_=fact.from_, to=fact.to, links=[("termOf", body.id)], **told)


def _open_duty(d: Derivation, s: Statement) -> None:
    assert isinstance(s.fact, OpenDuty)
    at = d.relation("open-duty", "OpenDuty", s, s.document, key(s.fact.action))
    d.say(at, text=_plain(s.fact.action))


def _cites(d: Derivation, s: Statement) -> None:
    assert isinstance(s.fact, Cites)
    d.instruments.provision(s.fact.instrument, s.fact.provision, s)


def _plain(quote: str) -> str:
    """A quote without markup, its white space folded."""
    bare = re.sub(r"</?(?:sup|sub|b|i|em|strong)\b[^<>]*>", "", quote)
    return " ".join(re.sub(r"</?[a-zA-Z][^<>]{0,100}>|\*\*", " ", bare).split())


def _post(d: Derivation, s: Statement) -> None:
    fact = s.fact
    assert isinstance(fact, Post)
    post = d.party(fact.name, s, "post")
    body = d.party(fact.body, s, "body") if fact.body else None
    if not post:
        return
    if body:
        d.say(post.id, links=[("org:postIn", body.id)])
    at = d.relation("listing", "PostListing", s, post.id, s.document)
    d.say(
        at, reference=fact.reference, superiorReference=fact.superior, unit=fact.unit, grade=fact.grade,
        fullTimePosts=fact.number, postStatus=fact.status, links=[("listedPost", post.id)],
    )  # fmt: skip
    above = d.who.superior(s)
    if above and above[0].id != post.id:
        at = d.relation("reporting", "ReportingLine", s, post.id, above[0].id, "reports")
        d.drafts.at(at).support.update(above[1])
        d.say(at, lineKind="reports", links=[("reporter", post.id), ("superior", above[0].id)])
        d.say(post.id, links=[("org:reportsTo", above[0].id)])


def _member(d: Derivation, s: Statement) -> None:
    fact = s.fact
    assert isinstance(fact, Member)
    person, body = d.party(fact.person, s, "person"), d.party(fact.body, s, "body")
    if not person or not body:
        return
    term = (fact.from_ or fact.to,) if fact.from_ or fact.to else ()
    at = d.relation("membership", "Membership", s, person.id, body.id, fact.capacity, *filter(None, term))
    d.say(
        at, capacity=fact.capacity, roleText=fact.role, ward=fact.ward, party=fact.party, from_=fact.from_, to=fact.to,
        links=[("org:member", person.id), ("org:organization", body.id)],
    )  # fmt: skip


HANDLERS: Mapping[type[Fact], Callable[[Derivation, Statement], None]] = {
    Meeting: _meeting, Attendance: _attendance, Holds: _holds, ExOfficio: _ex_officio, ReportsTo: _reports_to, Function: _function,
    Obligation: _obligation, Decision: _decision, Action: _action, Establishes: _establishes, Succeeds: _succeeds, Term: _term, Cites: _cites,
    OpenDuty: _open_duty, Post: _post, Member: _member,
}  # fmt: skip
