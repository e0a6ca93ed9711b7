"""Deriving what is known from what is said: a pure function of the statements.

Each fact type has its function; all of them write to drafts keyed by address, so that the same relation said in several
papers is one relation with several supports. Invariant: no order, clock or chance enters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

from .bounds import bounds
from .delivered import deliveries
from .duties import Duties
from .facts import Alias, Establishes, Obligation
from .identity.naming import post_name
from .identity.papers import settle
from .identity.titles import title
from .ids import relation_id
from .inferred import Inference
from .inferred_decisions import decided
from .instruments import Instruments
from .knowledge import Drafts, Node
from .ledger.entries import Ledger
from .ledger.rulings import Ruled
from .mandates import mandates
from .names import is_generic, key
from .relations import HANDLERS
from .resolve import Entity, Resolver
from .statements import Statement, StoredDocument
from .topics import Topics

_TERMS = {"label": "skos:prefLabel", "date": "dcterms:date", "from_": "validFrom", "to": "validTo"}
_CLASS = {"person": "Person", "body": "Body", "post": "Post"}


def derive(statements: Iterable[Statement], documents: Sequence[StoredDocument], base: str) -> list[Node]:
    """Everything that is known, by address."""
    return Derivation(list(statements), documents, base).run()


class Derivation:
    """One derivation: who is who, the instruments, and the drafts that the facts fill."""

    def __init__(
        self,
        statements: Sequence[Statement],
        documents: Sequence[StoredDocument],
        base: str,
        ledger: Ledger | None = None,
        ruled: Ruled | None = None,
    ) -> None:
        self.said, self.base = sorted(statements, key=lambda s: s.iri), base
        said = self.said
        self.ledger = ledger or Ledger()
        self.decides: dict[str, tuple[str, ...]] = dict(ruled.decides) if ruled else {}
        self._dropped = ruled.dropped if ruled else frozenset()
        self._documents: dict[str, list[Statement]] = defaultdict(list)
        self.documents = {d.iri: d for d in documents}
        self.not_before = bounds(self.said)
        self.who = Resolver(said, base, self.ledger, documents)
        self.drafts = Drafts()
        self.instruments = Instruments(said, self.documents, self.who, self.drafts, base)
        self.set_up_by = self._set_up_by()
        self._index: dict[str, Entity] = {}
        self._short: dict[str, set[str]] | None = None
        self.meant: dict[tuple[str, str], set[str]] = defaultdict(set)

    def run(self) -> list[Node]:
        """Fill the drafts from every statement, then from what follows from several."""
        self.instruments.run()
        topics = Topics(self.said)
        self.duties = Duties(self, topics)
        for s in self.said:
            handler = HANDLERS.get(type(s.fact))
            if handler:
                handler(self, s)
        self._posts()
        mandates(self)
        work = Inference(self, topics)
        work.run()
        deliveries(work)
        decided(work)
        self._entities()
        self._drop()
        return self.drafts.done()

    def _drop(self) -> None:
        """Take out the links that the ledger rejects, and note what decisions about anything derived decide."""
        for one in self.ledger.of("reject", "accept"):
            if (
                one.verb == "accept" and "/statement/" not in one.subject
            ) or one.subject in self._dropped & self.drafts.nodes.keys():
                self.decides[one.id] = (one.subject,)
        for address in self._dropped:
            self.drafts.remove(address)

    def party(self, name: str, s: Statement, kind: str | None = None) -> Entity | None:
        """The entity that a party's name means in a statement; a minister named in general by the statement's instrument."""
        meant = self.minister(name, s) or name
        found = self.who.entity(meant, s.collection, s.document, kind)
        if found:
            self.support(found, s)
            self.meant[(s.document, name)].add(found.id)
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
        return (
            issuer or self.instruments.only_minister(s) or (self.instruments.issuer_to(speaker, s) if speaker else None)
        )

    def _duty_here(self, s: Statement) -> str:
        """The instrument of a duty that the same passage states."""
        at = s.fact.evidence
        for other in self.of_document(s.document):
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
        for other in self.of_document(s.document):
            named = (getattr(other.fact, "body", None), getattr(other.fact, "name", None))
            fits = [v for v in named if v and key(v) != wanted and key(v).endswith(wanted)]
            near.extend((abs(other.fact.evidence.start - at), other.iri, value) for value in fits)
        return self.who.entity(min(near)[2], s.collection, s.document, "body") if near else found

    def of_document(self, document: str) -> list[Statement]:
        """The statements of a document, in order."""
        if not self._documents:
            for s in self.said:
                self._documents[s.document].append(s)
        return self._documents[document]

    def _set_up_by(self) -> dict[tuple[str, str], str]:
        """The issuer of the direction that set a body up, by collection and body."""
        out: dict[tuple[str, str], str] = {}
        for s in self.said:
            if isinstance(s.fact, Establishes):
                issuer = next(
                    (i for by in s.fact.by if "irection" in by and (i := self.instruments.issuer(by, s))), None
                )
                body = self.who.entity(s.fact.body, s.collection, s.document, "body")
                if issuer and body:
                    out.setdefault((s.collection, body.id), issuer)
        return out

    def support(self, entity: Entity, s: Statement) -> None:
        """Note that a statement speaks of an entity."""
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
        elif s.document in self.not_before:
            draft.texts.add(("notBefore", self.not_before[s.document]))
        return address

    def say(self, address: str, *, links: Iterable[tuple[str, str]] = (), **texts: str | None) -> None:
        """Add texts (those that are given) and links to a draft; `label`, `date`, `from_`, `to` stand for their terms."""
        draft = self.drafts.at(address)
        draft.texts.update((_TERMS.get(name, name), text) for name, text in texts.items() if text)
        draft.links.update(links)

    def post(self, role: str, body: str | None, s: Statement) -> Entity | None:
        """A post: its role, in a body where the text names one (`Chair` of a board is that board's own post)."""
        own = title(role).body
        where = self.who.entity(own or body or "", s.collection, s.document, "body")
        found = self.who.listed(role, s.document) or self.who.post(role, body, s.collection, s.document)
        if found:
            self.support(found, s)
            self.meant[(s.document, post_name(role, body))].add(found.id)
            if where:
                self.support(where, s)
                self.say(found.id, links=[("org:postIn", where.id)])
        return found

    def _posts(self) -> None:
        """The chair of a body, named in words, is a post of that body."""
        for draft in self.drafts.of("Post"):
            entity = self.entity_at(draft.id)
            match = (
                re.match(
                    r"(?:independent\s+)?(?:chair(?:man|woman|person)?|vice[- ]chair)\s+of\s+(?:the\s+)?(.+)$",
                    entity.name,
                    re.IGNORECASE,
                )
                if entity
                else None
            )
            if match and entity and not any(name == "org:postIn" for name, _ in draft.links):
                said = next((s for s in self.said if s.iri in draft.support), None)
                body = self.near(match[1], said) if said else None
                if body and body.id in self.drafts.nodes:
                    draft.links.add(("org:postIn", body.id))

    def entity_at(self, address: str) -> Entity | None:
        """The entity of an address."""
        if address not in self._index:
            self._index = {e.id: e for e in self.who.all()}
        return self._index.get(address)

    def short_names(self, entity: Entity) -> frozenset[str]:
        """The short forms that documents introduce for an entity."""
        if self._short is None:
            self._short = defaultdict(set)
            for s in self.said:
                if isinstance(s.fact, Alias) and not is_generic(s.fact.alias):
                    for kind in _CLASS:
                        found = self.who.entity(s.fact.name, s.collection, s.document, kind)
                        if found:
                            self._short[found.id].add(s.fact.alias)
        return frozenset(self._short.get(entity.id, ()))

    def _entities(self) -> None:
        """Names, aliases and merge reasons of the entities that some relation has."""
        for entity in self.who.all():
            if entity.id not in self.drafts.nodes:
                continue
            draft = self.drafts.at(entity.id, _CLASS[entity.kind])
            draft.texts.add(("skos:prefLabel", entity.name))
            others = ({*entity.names} | self.short_names(entity)) - {entity.name}
            draft.texts.update(("skos:altLabel", name) for name in others)
            if (bare := re.match(r"(?:Secretary\s+of\s+State|Minister)(?=\s+(?:for|of)\s)", entity.name)) is not None:
                draft.texts.add(("skos:altLabel", bare[0]))
            draft.texts.update(("mergeReason", reason) for reason in entity.reasons)
        known = {e.id for e in self.who.all()} & self.drafts.nodes.keys()
        for entity in self.who.all():
            if entity.id in known:
                for old in self._led_on(entity.aliases):
                    self.drafts.at(old).links.add(("dcterms:isReplacedBy", entity.id))
        self._proposals(known)
        self.decides.update(settle(self.drafts, self.instruments.papers))
        for one, of in self.who.decided.items():
            self.decides[one] = tuple(id_ for id_ in of if id_ in known)

    def _proposals(self, known: Container[str]) -> None:
        """What the resolver left open, or something rules out: two entities, and the reasons on both sides."""
        for found in self.who.suggestions:
            p = found.proposal
            if found.one not in known or found.other not in known:
                continue
            draft = self.drafts.at(relation_id(self.base, "proposal", p.kind, found.one, found.other), "Proposal")
            draft.links |= {("proposes", found.one), ("proposes", found.other)}
            held = [int(weight) for name, weight in draft.texts if name == "proposalWeight"]
            if held and max(held) >= p.weight:
                continue
            weight = max(0, sum(r.weight for r in p.reasons if r.weight > 0)) if p.state == "refused" else p.weight
            draft.texts = {("proposalState", p.state), ("proposalWeight", str(weight))}
            draft.texts |= {("proposedName", p.one), ("proposedName", p.other)}
            draft.texts |= {("reasonFor", says) for says in p.pro} | {("reasonAgainst", says) for says in p.contra}

    def _led_on(self, addresses: Iterable[str]) -> set[str]:
        """Those of some addresses that are of nothing, or only known as leading to others."""
        nodes = self.drafts.nodes
        return {a for a in addresses if a not in nodes or not nodes[a].kinds}
