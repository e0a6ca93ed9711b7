"""What happened to a body, person, post or direction, in the order of days.

Invariant: an event stands at a day that a paper gives, or at the day of the first paper that shows it, and says which;
what no dated paper shows comes last, as undated. `how` is `stated`, `observed`, `inferred` (with its reason in the text)
or `proposed`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .asof import earliest, is_date, latest
from .instruments import described
from .members import held_by, holders
from .predecessors import predecessors
from .proposed import is_proposed
from .reading import Look, Proof, Ref
from .reporting import not_before
from .rolls import Roll, rolls

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

_SEVERAL = re.compile(r"(?:ers|ors|ees|ards|airs|irmen|ies)$")
"""Names that mean several: `Cabinet Members`, `Directors`, `Trustees`, `Boards`."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or is to: when (None if undated), what sort, in words, with whom, how it is known."""

    date: str | None
    event: str
    text: str
    with_: Ref | None
    how: str
    evidence: tuple[Proof, ...]
    id: str


def timeline(look: Look, node: NamedNode, on: str | None = None) -> list[Event]:
    """The events of a thing until a day, or all; dated ones first, in order."""
    kinds = look.kinds(node)
    found: list[Event] = []
    if "Body" in kinds:
        found += [*_founding(look, node), *_before(look, node), *_terms(look, node), *_meetings(look, node)]
        found += _successions(look, node)
    if "Person" in kinds:
        found += _person(look, node)
    if "Post" in kinds:
        found += _post(look, node)
    if "Direction" in kinds:
        found += _direction(look, node)
    found += [*_lines(look, node), *_duties(look, node)]
    kept = [e for e in _gathered(found) if on is None or (e.date is not None and earliest(e.date) <= on)]
    return sorted(kept, key=_place)


def _gathered(events: Iterable[Event]) -> list[Event]:
    """Events of one day and sort in the same words as one, with the words of all."""
    groups: dict[tuple[str | None, str, str], list[Event]] = {}
    for event in events:
        groups.setdefault((event.date, event.event, event.text), []).append(event)
    out = []
    for group in groups.values():
        proofs = {(p.document, p.start, p.end): p for event in group for p in event.evidence}
        first = min(group, key=lambda e: e.id)
        out.append(replace(first, evidence=tuple(proofs[place] for place in sorted(proofs))))
    return out


def _founding(look: Look, body: NamedNode) -> Iterator[Event]:
    """The instruments that a body was set up under, with their ends; its setting up, by whom."""
    for node in look.sources("established", body):
        by = {*look.nodes(node, "establishedBy")}
        for mandate in look.sources("mandated", node):
            by.update(look.nodes(mandate, "mandatedBy"))
        instruments = sorted((n for n in by if "Direction" in look.kinds(n)), key=lambda n: str(n.value))
        for direction in instruments:
            yield from _required(look, body, direction, node)
        others = [ref for ref in look.refs(node, "establishedBy") if ref.kind != "direction"]
        if not instruments or others:
            text = f"{look.ref(body)} set up" + (f" by {', '.join(map(str, others))}" if others else "")
            proposed = is_proposed(look, body)
            if not instruments or proposed:
                how = "proposed" if proposed else "observed"
                yield Event(_first(look, node), "proposed" if proposed else "set up", text, others[0] if others else None, how, look.proofs(node), node.value)  # fmt: skip


def _required(look: Look, body: NamedNode, direction: NamedNode, establishment: NamedNode) -> Iterator[Event]:
    """A direction that requires a body, and its end."""
    ref = look.ref(direction)
    draft = look.text(direction, "directionStatus") == "draft"
    proofs = tuple(p for p in look.proofs(establishment, direction))
    text = f"{ref}{' (draft)' if draft else ''} require {look.ref(body)}"
    yield Event(look.text(direction, "dcterms:date"), "required", text, ref, "proposed" if draft else "stated", proofs, establishment.value)  # fmt: skip
    for day, proof in look.stated(direction, "inForceUntil", "until"):
        yield Event(day, "mandate ends", f"{ref}, under which {look.ref(body)} was set up, end", ref, "stated", (proof,), direction.value)  # fmt: skip
    for other in look.sources("revokes", direction):
        made = look.text(other, "dcterms:date")
        yield Event(made, "mandate revoked", f"{look.ref(other)} revoke {ref}", look.ref(other), "stated", look.proofs(other), direction.value)  # fmt: skip


def _before(look: Look, body: NamedNode) -> Iterator[Event]:
    """The bodies that a body seems to have come after, by its own records."""
    for found in predecessors(look, body):
        yield Event(found.date, "predecessor", found.text, found.body, "inferred", found.evidence, found.id)


def _terms(look: Look, body: NamedNode) -> Iterator[Event]:
    """The beginning and end of a body's term, and meetings told of elsewhere than in their records."""
    name = look.ref(body)
    held = {look.text(meeting, "dcterms:date") for meeting in look.sources("meetingOf", body)}
    for term in look.sources("termOf", body):
        for prop, key, event, words in (
            ("validFrom", "from", "term begins", "The term of {} begins"),
            ("validTo", "to", "term ends", "The term of {} ends"),
            ("met", "met", "met", "{} met"),
            ("firstMet", "first_met", "first meeting", "First meeting of {}, as told"),
        ):
            for day, proof in look.stated(term, prop, key):
                if not (prop == "met" and day in held):
                    yield Event(day, event, words.format(name), None, "stated", (proof,), term.value)


def _meetings(look: Look, body: NamedNode) -> Iterator[Event]:
    """The recorded meetings, with those who are new in a record and those no longer in it."""
    before: Roll | None = None
    for roll in rolls(look, body):
        people: list[str] = []
        if before is not None:
            new = [str(who) for who in roll.members if who not in before.members]
            gone = [str(who) for who in before.members if who not in roll.members]
            people = [f"new: {', '.join(sorted(new))}"] if new else []
            people += [f"no longer: {', '.join(sorted(gone))}"] if gone else []
        text = "; ".join([f"{look.ref(body)} met", *people])
        yield Event(roll.date, "meeting", text, None, "observed", roll.evidence, roll.meeting)
        before = roll
    recorded = {roll.meeting for roll in rolls(look, body)}
    for meeting in look.sources("meetingOf", body):
        if meeting.value not in recorded:
            yield Event(look.text(meeting, "dcterms:date"), "meeting", f"{look.ref(body)} met", None, "observed", look.proofs(meeting), meeting.value)  # fmt: skip


def _successions(look: Look, body: NamedNode) -> Iterator[Event]:
    """What a body followed and what followed it, or is proposed to."""
    for mine, other, words in (
        ("org:originalOrganization", "org:resultingOrganization", "{1} is to follow {0}|{1} follows {0}"),
        ("org:resultingOrganization", "org:originalOrganization", "{0} is to follow {1}|{0} follows {1}"),
    ):
        for change in look.sources(mine, body):
            for ref in look.refs(change, other):
                new = look.node(change, "org:resultingOrganization")
                proposed = new is not None and is_proposed(look, new)
                form = words.split("|")[not proposed]
                event = "successor" if mine == "org:originalOrganization" else "predecessor"
                text = form.format(look.ref(body), ref)
                yield Event(_first(look, change), event, text, ref, "proposed" if proposed else "stated", look.proofs(change), change.value)  # fmt: skip


def _person(look: Look, node: NamedNode) -> Iterator[Event]:
    """A person's posts and meetings."""
    for held in held_by(look, node):
        title = held.role or held.post.name
        for day in held.seen if not held.since else ():
            yield Event(day, "in post", f"{held.person}: {title}", held.post, "observed", _of_day(held.evidence, day), held.id)  # fmt: skip
        if held.since:
            yield Event(held.since, "took up", f"{held.person}: {title}", held.post, "stated", held.evidence, held.id)
        if held.until:
            yield Event(held.until, "gave up", f"{held.person}: {title}", held.post, "stated", held.evidence, held.id)
        if not held.seen and not held.since:
            yield Event(None, "in post", f"{held.person}: {title}", held.post, "undated", held.evidence, held.id)
    for relation in look.sources("attendee", node):
        meeting = look.node(relation, "atMeeting")
        if meeting is not None:
            capacity = look.text(relation, "capacity") or "member"
            what = "sent apologies to" if capacity == "apologies" else f"at ({capacity})"
            body = look.one(meeting, "meetingOf")
            yield Event(look.text(meeting, "dcterms:date"), "meeting", f"{look.ref(node)} {what} {body or 'a meeting'}", body, "observed", look.proofs(relation), relation.value)  # fmt: skip


def _post(look: Look, node: NamedNode) -> Iterator[Event]:
    """A post's holders."""
    for held in holders(look, node):
        title = held.role or held.post.name
        days = (held.since,) if held.since else held.seen or (None,)
        for day in days:
            how = "stated" if held.since else "observed" if day else "undated"
            yield Event(day, "holder", f"{held.person}: {title}", held.person, how, _of_day(held.evidence, day) if day else held.evidence, held.id)  # fmt: skip
        if held.until:
            yield Event(held.until, "holder leaves", f"{held.person}: {title}", held.person, "stated", held.evidence, held.id)  # fmt: skip


def _direction(look: Look, node: NamedNode) -> Iterator[Event]:
    """A direction's making, its end, and what revokes or is revoked by it."""
    ref = look.ref(node)
    draft = look.text(node, "directionStatus") == "draft"
    yield Event(look.text(node, "dcterms:date"), "drafted" if draft else "made", str(ref), look.one(node, "issuer"), "proposed" if draft else "stated", look.proofs(node), node.value)  # fmt: skip
    for day, proof in look.stated(node, "inForceUntil", "until"):
        yield Event(day, "ends", f"{ref} end", None, "stated", (proof,), node.value)
    for other in look.sources("revokes", node):
        yield Event(look.text(other, "dcterms:date"), "revoked", f"{look.ref(other)} revoke {ref}", look.ref(other), "stated", look.proofs(other), other.value)  # fmt: skip
    for old in look.refs(node, "revokes"):
        yield Event(look.text(node, "dcterms:date"), "revokes", f"{ref} revoke {old}", old, "stated", look.proofs(node), node.value)  # fmt: skip


def _lines(look: Look, node: NamedNode) -> Iterator[Event]:
    """The lines of reporting of a thing, at the first paper that shows each."""
    for link in ("reporter", "superior"):
        for line in look.sources(link, node):
            low, high = look.one(line, "reporter"), look.one(line, "superior")
            other = high if link == "reporter" else low
            several = low is not None and _SEVERAL.search(low.name) is not None
            verb = (
                ("are" if several else "is") + " held to account by"
                if look.text(line, "lineKind") == "accountable"
                else "report to"
                if several
                else "reports to"
            )
            day = _first(look, line)
            after = not_before(look, line)
            how = "observed" if day else f"undated, not before {after}" if after else "undated"
            yield Event(day, "line stated", f"{low} {verb} {high}", other, how, look.proofs(line), line.value)  # fmt: skip


def _duties(look: Look, node: NamedNode) -> Iterator[Event]:
    """The days on which duties fall due, those imposed by a direction told at it."""
    for duty in look.sources("bearer", node):
        for day, proof in look.stated(duty, "deadline"):
            if is_date(day):
                yield Event(day, "due", described(look, duty), look.one(duty, "recipient"), "stated", (proof,), duty.value)  # fmt: skip


def _first(look: Look, node: NamedNode) -> str | None:
    """The first day on which a dated paper shows something."""
    return min(
        (day for day in look.texts(node, "observed") if is_date(day)), key=lambda d: (earliest(d), d), default=None
    )


def _of_day(proofs: tuple[Proof, ...], day: str | None) -> tuple[Proof, ...]:
    """The passages of papers of a day; all if none is."""
    return tuple(p for p in proofs if p.date == day) or proofs


def _place(event: Event) -> tuple[object, ...]:
    """Dated events in their order, a vague day after the days in it; then the undated."""
    day = event.date if event.date and is_date(event.date) else None
    return (latest(day) if day else "9999", day or "", event.event, event.text, event.id)
