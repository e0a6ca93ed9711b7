"""All that is known of one person, body or post, entry by entry.

Invariant: an entry is one relation of the store with its proofs; nothing is summed up beyond what the relation says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .asof import How, holds
from .instruments import described
from .members import held_by, members
from .reading import Look, Proof, Ref
from .reporting import dated, reporting_lines

if TYPE_CHECKING:
    from pyoxigraph import NamedNode


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing known: `about` says of what sort, `text` what, `with_` names the other party where there is one."""

    about: str
    text: str
    with_: Ref | None
    known: How | None
    seen: tuple[str, ...]
    evidence: tuple[Proof, ...]
    id: str


def person(look: Look, node: NamedNode, on: str | None = None) -> list[Entry]:
    """A person's names, posts, places on bodies, meetings, duties and actions."""
    out = _names(look, node)
    for held in held_by(look, node, on):
        if holds(held.known):
            text = held.role or held.post.name
            out.append(Entry("holds", text, held.post, held.known, held.seen, held.evidence, held.id))
    for relation in look.sources("org:member", node):
        out += _relation(look, relation, on, "sits on", text="capacity", other="org:organization")
    for relation in look.sources("attendee", node):
        meeting = look.node(relation, "atMeeting")
        day = look.text(meeting, "dcterms:date") if meeting else None
        body = look.one(meeting, "meetingOf") if meeting else None
        text = ", ".join(filter(None, (look.text(relation, "capacity"), look.text(relation, "roleText"))))
        days = (day,) if day else ()
        out.append(Entry("was at", text, body, None, days, look.proofs(relation), relation.value))
    return out + _lines(look, node, on) + _duties(look, node)


def body(look: Look, node: NamedNode, on: str | None = None) -> list[Entry]:
    """A body's names, setting up, aims, people and seats, meetings, reporting lines, duties, decisions, successions."""
    out = _names(look, node)
    for relation in look.sources("established", node):
        by = look.refs(relation, "establishedBy")
        text = f"by {', '.join(map(str, by))}" if by else ""
        out.append(Entry("set up", text, by[0] if by else None, None, (), look.proofs(relation), relation.value))
    for relation in look.sources("functionOf", node):
        text = look.text(relation, "text") or ""
        out.append(Entry("is to", text, None, None, (), look.proofs(relation), relation.value))
    for place in members(look, node, on):
        about = "has a seat" if place.type == "seat" else place.capacity
        text = place.capacity if place.type == "seat" else place.role or ""
        out.append(Entry(about, text, place.who, place.known, place.seen, place.evidence, place.id))
    for meeting in look.sources("meetingOf", node):
        text = ", ".join(filter(None, (look.text(meeting, "dcterms:date"), look.text(meeting, "venue"))))
        out.append(Entry("met", text, None, None, (), look.proofs(meeting), meeting.value))
    out += _lines(look, node, on) + _duties(look, node)
    for mine, other, about in (
        ("org:originalOrganization", "org:resultingOrganization", "was followed by"),
        ("org:resultingOrganization", "org:originalOrganization", "followed"),
    ):
        for change in look.sources(mine, node):
            for ref in look.refs(change, other):
                out.append(Entry(about, "", ref, None, (), look.proofs(change), change.value))
    return out


def _names(look: Look, node: NamedNode) -> list[Entry]:
    """The names of a thing, its own first."""
    own = look.ref(node)
    names = [own.name, *(text for text in look.texts(node, "skos:altLabel") if text != own.name)]
    return [Entry("name" if i == 0 else "also", text, None, None, (), (), node.value) for i, text in enumerate(names)]


def _relation(look: Look, relation: NamedNode, on: str | None, about: str, *, text: str, other: str) -> list[Entry]:
    """One relation as an entry, if it holds on the day."""
    how = dated(look, relation, on)
    if not holds(how):
        return []
    seen = tuple(look.texts(relation, "observed"))
    return [
        Entry(
            about,
            look.text(relation, text) or "",
            look.one(relation, other),
            how,
            seen,
            look.proofs(relation),
            relation.value,
        )
    ]


def _lines(look: Look, node: NamedNode, on: str | None) -> list[Entry]:
    """The reporting lines of a thing, one step up and one down."""
    out = []
    for down in (False, True):
        for line in reporting_lines(look, node, down=down, depth=1, on=on):
            other = line.reporter if down else line.superior
            verb = {("reports", False): "reports to", ("reports", True): "is reported to by"}.get(
                (line.kind, down), "holds to account" if down else "answers to"
            )
            text = ", ".join(filter(None, (f"as {line.reporter}" if line.apart and not down else "", line.what)))
            out.append(Entry(verb, text, other, line.known, line.seen, line.evidence, line.id))
    return out


def _duties(look: Look, node: NamedNode) -> list[Entry]:
    """The duties, actions and decisions of a thing."""
    out = []
    for link, about in (("bearer", "must"), ("owner", "has the action"), ("decidedBy", "decided")):
        for thing in look.sources(link, node):
            day = look.text(thing, "dcterms:date")
            days = (day,) if day else ()
            out.append(
                Entry(
                    about,
                    described(look, thing),
                    look.one(thing, "recipient"),
                    None,
                    days,
                    look.proofs(thing),
                    thing.value,
                )
            )
    return out
