"""Deriving what is known from what is said: a pure function of the statements.

Each fact type has its function; all of them write to drafts keyed by address, so that the same relation said in several
papers is one relation with several supports. Invariant: no order, clock or chance enters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from .facts import Action, Alias, Attendance, Cites, Decision, Direction, Establishes, ExOfficio, Function, Holds, Meeting, Obligation, ReportsTo, Succeeds, Term
from .ids import entity_id, relation_id
from .duties import Duties
from .instruments import Instruments
from .knowledge import Drafts, Node
from .mandates import mandates
from .names import is_generic, key, words
from .resolve import SHARED, Entity, Resolver
from .statements import Statement, StoredDocument

_CLASS = {"person": "Person", "body": "Body", "post": "Post"}


def derive(statements: Iterable[Statement], documents: Sequence[StoredDocument], base: str) -> list[Node]:
    """Everything that is known, by address."""
    said = sorted(statements, key=lambda s: s.iri)
    return Derivation(said, documents, base).run()


class Derivation:
    """One derivation: who is who, the instruments, and the drafts that the facts fill."""

    def __init__(self, said: Sequence[Statement], documents: Sequence[StoredDocument], base: str) -> None:
        self.said, self.base = said, base
        self._documents: dict[str, list[Statement]] = defaultdict(list)
        self.documents = {d.iri: d for d in documents}
        self.who = Resolver(said, base)
        self.drafts = Drafts()
        self.instruments = Instruments(said, self.documents, self.who, self.drafts, base)
        self.set_up_by = self._set_up_by()
        self.duties = Duties()
        self._index: dict[str, Entity] = {}

    def run(self) -> list[Node]:
        """Fill the drafts from every statement, then from what follows from several."""
        self.instruments.run()
        for s in self.said:
            handler = _HANDLERS.get(type(s.fact))
            if handler:
                handler(self, s)
        self._posts()
        mandates(self)
        self._entities()
        return self.drafts.done()

    def party(self, name: str, s: Statement, kind: str | None = None) -> Entity | None:
        """The entity that a party's name means in a statement; a minister named in general by the statement's instrument."""
        meant = self.minister(name, s) or name
        found = self.who.entity(meant, s.collection, s.document, kind)
        if found:
            self._support(found, s)
        return found

    def minister(self, name: str, s: Statement) -> str | None:
        """Which minister a bare `Secretary of State` is: the issuer of the direction that speaks, or that set the body up."""
        if key(name) not in {"secretary state", "secretary states", "sos", "minister", "secretary state sos"}:
            return None
        by = getattr(s.fact, "mandated_by", None) or self._duty_here(s)
        speaker = getattr(s.fact, "subject", None) or getattr(s.fact, "bearer", None) or ""
        issuer = self.instruments.issuer(by, s) if "irection" in by else None
        if issuer is None and speaker:
            issuer = self.set_up_by.get((s.collection, self._own(speaker, s)))
        return issuer or self.instruments.only_minister(s) or (self.instruments.issuer_to(speaker, s) if speaker else None)

    def _duty_here(self, s: Statement) -> str:
        """The instrument of a duty that the same passage states."""
        at = s.fact.evidence
        for other in self._of_document(s.document):
            if isinstance(other.fact, Obligation) and other.fact.mandated_by:
                there = other.fact.evidence
                if there.start < at.end and at.start < there.end:
                    return other.fact.mandated_by
        return ""

    def _own(self, name: str, s: Statement) -> str:
        """The body that a speaker is, or whose chair or member the speaker is."""
        inner = re.sub(r"^(?:independent\s+)?(?:chair|member)s?\s+of\s+(?:the\s+)?", "", name, flags=re.IGNORECASE)
        found = self.near(inner, s)
        return found.id if found else ""

    def near(self, name: str, s: Statement) -> Entity | None:
        """The body that a name means at a statement; a short form means the body named nearest there that ends in it."""
        found = self.who.entity(name, s.collection, s.document, "body")
        if found and len(found.names) > 1:
            return found
        at, wanted = s.fact.evidence.start, key(name)
        near: list[tuple[int, str, str]] = []
        for other in self._of_document(s.document):
            for value in (getattr(other.fact, "body", None), getattr(other.fact, "name", None)):
                if value and key(value) != wanted and key(value).endswith(wanted):
                    near.append((abs(other.fact.evidence.start - at), other.iri, value))
        return self.who.entity(min(near)[2], s.collection, s.document, "body") if near else found

    def _of_document(self, document: str) -> list[Statement]:
        if not self._documents:
            for s in self.said:
                self._documents[s.document].append(s)
        return self._documents[document]

    def _set_up_by(self) -> dict[tuple[str, str], str]:
        """The issuer of the direction that set a body up, by collection and body."""
        out: dict[tuple[str, str], str] = {}
        for s in self.said:
            if isinstance(s.fact, Establishes):
                issuer = next((i for by in s.fact.by if "irection" in by and (i := self.instruments.issuer(by, s))), None)
                body = self.who.entity(s.fact.body, s.collection, s.document, "body")
                if issuer and body:
                    out.setdefault((s.collection, body.id), issuer)
        return out

    def _support(self, entity: Entity, s: Statement) -> None:
        draft = self.drafts.at(entity.id, _CLASS[entity.kind])
        draft.support.add(s.iri)
        draft.texts.add(("collection", s.collection))
        if s.date:
            draft.observed.add(s.date)

    def relation(self, kind: str, cls: str, s: Statement, *parts: str) -> str:
        """The address of a relation, its draft made and supported by a statement."""
        address = relation_id(self.base, kind, *parts)
        draft = self.drafts.at(address, cls)
        draft.support.add(s.iri)
        draft.texts.add(("certainty", s.fact.evidence.certainty))
        if s.date:
            draft.observed.add(s.date)
        return address

    def say(self, address: str, *, links: Iterable[tuple[str, str]] = (), **texts: str | None) -> None:
        """Add texts (those that are given) and links to a draft."""
        draft = self.drafts.at(address)
        draft.texts.update((_NAMES.get(name, name), text) for name, text in texts.items() if text)
        draft.links.update(links)

    def post(self, role: str, body: str | None, s: Statement) -> Entity | None:
        """A post: its role, in a body where the text names one (`Chair` of a board is that board's own post)."""
        where = self.who.entity(body, s.collection, s.document, "body") if body else None
        name = f"{role} of {where.name}" if where and (is_generic(role) or len(words(role)) <= 2) else role
        found = self.who.entity(name, s.collection, s.document, "post")
        if found:
            self._support(found, s)
            if where:
                self._support(where, s)
                self.say(found.id, links=[("org:postIn", where.id)])
        return found

    def _posts(self) -> None:
        """The chair of a body, named in words, is a post of that body."""
        for draft in [d for d in self.drafts.nodes.values() if "Post" in d.kinds]:
            entity = self._entity(draft.id)
            match = re.match(r"(?:independent\s+)?(?:chair(?:man|woman|person)?|vice[- ]chair)\s+of\s+(?:the\s+)?(.+)$", entity.name, re.IGNORECASE) if entity else None
            if match and entity and not any(name == "org:postIn" for name, _ in draft.links):
                said = next((s for s in self.said if s.iri in draft.support), None)
                body = self.near(match[1], said) if said else None
                if body and body.id in self.drafts.nodes:
                    draft.links.add(("org:postIn", body.id))

    def _entity(self, address: str) -> Entity | None:
        if address not in self._index:
            self._index = {e.id: e for e in self.who.all()}
        return self._index.get(address)

    def _entities(self) -> None:
        """Names, aliases and merge reasons of the entities that some relation has."""
        aliases: dict[str, set[str]] = defaultdict(set)
        for s in self.said:
            if isinstance(s.fact, Alias) and not is_generic(s.fact.alias):
                for kind in _CLASS:
                    found = self.who.entity(s.fact.name, s.collection, s.document, kind)
                    if found and found.id in self.drafts.nodes:
                        aliases[found.id].add(s.fact.alias)
        for entity in self.who.all():
            if entity.id not in self.drafts.nodes:
                continue
            draft = self.drafts.at(entity.id, _CLASS[entity.kind])
            draft.texts.add(("skos:prefLabel", entity.name))
            others = ({*entity.names} | aliases[entity.id]) - {entity.name}
            draft.texts.update(("skos:altLabel", name) for name in others)
            draft.texts.update(("mergeReason", reason) for reason in entity.reasons)
            for name in entity.names:
                old = entity_id(self.base, entity.kind, entity.collection, name)
                if old != entity.id and old not in self.drafts.nodes:
                    self.drafts.at(old).links.add(("dcterms:isReplacedBy", entity.id))


_NAMES = {"label": "skos:prefLabel", "date": "dcterms:date", "from_": "validFrom", "to": "validTo"}


def _meeting(d: Derivation, s: Statement) -> None:
    assert isinstance(s.fact, Meeting)
    body = d.party(s.fact.body, s, "body")
    if body:
        at = d.relation("meeting", "Meeting", s, body.id, s.fact.date)
        d.say(at, label=f"{body.name}, {s.fact.date}", date=s.fact.date, startTime=s.fact.start, endTime=s.fact.end, venue=s.fact.venue, links=[("meetingOf", body.id)])


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
        at = d.relation("membership", "Membership", s, person.id, body.id, "chair" if fact.capacity == "chair" else "member")
        d.say(at, capacity=fact.capacity, links=[("org:member", person.id), ("org:organization", body.id)])


def _holds(d: Derivation, s: Statement) -> None:
    fact = s.fact
    assert isinstance(fact, Holds)
    person = d.party(fact.person, s, "person")
    post = d.post(fact.role, fact.body, s)
    if not person or not post:
        return
    at = d.relation("tenure", "Tenure", s, person.id, post.id)
    former = fact.role.casefold().startswith("former")
    d.say(at, roleText=fact.role, from_=fact.from_, to=fact.to or (s.date if former else None), links=[("holder", person.id), ("heldPost", post.id)])


def _ex_officio(d: Derivation, s: Statement) -> None:
    fact = s.fact
    assert isinstance(fact, ExOfficio)
    body = d.party(fact.body, s, "body")
    post = d.who.entity(fact.role, s.collection, s.document, "post")
    if body and post:
        d._support(post, s)
        at = d.relation("seat", "Seat", s, post.id, body.id, fact.capacity)
        d.say(at, capacity=fact.capacity, links=[("seatPost", post.id), ("seatOn", body.id)])


def _reports_to(d: Derivation, s: Statement) -> None:
    fact = s.fact
    assert isinstance(fact, ReportsTo)
    low, high = d.party(fact.subject, s), d.party(fact.object, s)
    if low and high and low.id != high.id:
        at = d.relation("reporting", "ReportingLine", s, low.id, high.id, fact.kind)
        d.say(at, lineKind=fact.kind, frequency=fact.frequency, what=fact.what, links=[("reporter", low.id), ("superior", high.id)])
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
    by = fact.mandated_by or ""
    under = d.instruments.name_of(by, s) or s.document
    at = d.relation("obligation", "Obligation", s, *d.duties.place(bearer.id, under, fact))
    deadline = fact.deadline
    d.say(
        at, action=fact.action, deadline=deadline, from_=fact.from_, frequency=fact.frequency, condition=fact.condition, mandatedByText=by or None,
        links=[("bearer", bearer.id), *(("recipient", e.id) for e in others)],
    )  # fmt: skip


def _decision(d: Derivation, s: Statement) -> None:
    fact = s.fact
    assert isinstance(fact, Decision)
    body = d.party(fact.body, s)
    if not body:
        return
    text = _plain(fact.evidence.quote)
    at = d.relation("decision", "Decision", s, body.id, fact.date or s.date or s.document, fact.item or "", fact.number or "", key(text))
    d.say(at, text=text, date=fact.date, item=fact.item, number=fact.number, links=[("decidedBy", body.id)])
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
        d.say(at, from_=fact.from_, to=fact.to, meets=fact.meets, links=[("termOf", body.id)])


def _cites(d: Derivation, s: Statement) -> None:
    assert isinstance(s.fact, Cites)
    d.instruments.provision(s.fact.instrument, s.fact.provision, s)


def _plain(quote: str) -> str:
    """A quote without markup, its white space folded."""
    bare = re.sub(r"</?(?:sup|sub|b|i|em|strong)\b[^<>]*>", "", quote)
    return " ".join(re.sub(r"</?[a-zA-Z][^<>]{0,100}>|\*\*", " ", bare).split())


_HANDLERS = {
    Meeting: _meeting, Attendance: _attendance, Holds: _holds, ExOfficio: _ex_officio, ReportsTo: _reports_to, Function: _function,
    Obligation: _obligation, Decision: _decision, Action: _action, Establishes: _establishes, Succeeds: _succeeds, Term: _term, Cites: _cites,
}  # fmt: skip
_ = (Direction, SHARED)
