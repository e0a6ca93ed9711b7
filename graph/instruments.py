"""Instruments in the knowledge layer: directions, terms of reference, resolutions, provisions, other named papers.

A direction is one by its day and collection; one given by month or year only is the one whose other marks (end, issuer)
fit, if there is just one. Invariant: a provision's identifier is that of legislation.gov.uk where its Act is listed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..ontology.legislation import identify
from .facts import Direction, Obligation
from .identity.papers import Papers, claims, shared, whole_day
from .ids import entity_id, segment
from .knowledge import Drafts
from .names import is_generic, is_national, key
from .resolve import Entity, Resolver
from .statements import Statement, StoredDocument

_DIRECTION = re.compile(r"^Directions?(?:\s+of)?(?:\s+(?P<date>\d{4}(?:-\d\d(?:-\d\d)?)?))?(?:\s+\(draft\))?$")
_PROVISION = re.compile(
    r"^(?P<act>.+?\b(?:Act|Measure|Order|Regulations|Rules|Convention|GDPR)\b(?:\s+\d{4})?)(?:\s+(?P<p>(?:sections?|regulations?|articles?|schedules?|paragraphs?|Part|Chapter|Article|Schedule)\s.+))?$"
)


class Instruments:
    """The instruments of all statements, in the drafts of a derivation."""

    def __init__(
        self,
        said: Sequence[Statement],
        documents: Mapping[str, StoredDocument],
        who: Resolver,
        drafts: Drafts,
        base: str,
    ) -> None:
        self.said, self.documents, self.who, self.drafts, self.base = said, documents, who, drafts, base
        self._dates: dict[tuple[str, str], str] = {}
        self._issuers: dict[tuple[str, str], str] = {}
        self._ministers: dict[str, set[str]] = defaultdict(set)
        self._of_bodies: dict[str, list[Statement]] = defaultdict(list)
        self.papers = Papers(who.ledger)
        self._gather()
        of = {self._scope(s): s.collection for s in said}
        self._shared = shared(claims((of[scope], scope, day) for (scope, _), day in self._dates.items()))

    def _gather(self) -> None:
        """Which date each direction of a collection has, vague ones joined to the whole one they mean; who issued it."""
        facts: dict[str, list[Direction]] = defaultdict(list)
        for s in self.said:
            if isinstance(s.fact, Direction):
                facts[self._scope(s)].append(s.fact)
            elif getattr(s.fact, "body", None) and s.fact.TYPE in {"function", "ex_officio", "term"}:
                self._of_bodies[s.document].append(s)
            for name in ("issuer", "object", "subject", "recipient", "addressee"):
                value = getattr(s.fact, name, None)
                for one in (value,) if isinstance(value, str) else value or ():
                    if is_national(one) and key(one).startswith("secretary state"):
                        self._ministers[s.document].add(one)
        for scope in sorted(facts):
            found = facts[scope]
            whole = sorted({f.date for f in found if len(f.date) == 10})
            for fact in found:
                self._dates[(scope, fact.date)] = whole_day(fact, found, whole)
            for fact in sorted(found, key=lambda f: (len(f.issuer or ""), f.issuer or "")):
                if fact.issuer and is_national(fact.issuer) and key(fact.issuer) != "secretary state":
                    self._issuers[(scope, self._dates[(scope, fact.date)])] = fact.issuer
        for s in self.said:
            if isinstance(s.fact, Direction):
                place = (self._scope(s), self._dates[(self._scope(s), s.fact.date)])
                named = {key(n): n for n in sorted(self._ministers[s.document])}
                if place not in self._issuers and len(named) == 1:
                    self._issuers[place] = next(iter(named.values()))

        for s in self.said:
            if isinstance(s.fact, Direction):
                issuer = self._issuers.get((self._scope(s), self._dates[(self._scope(s), s.fact.date)]))
                for old in s.fact.revokes:
                    place = (self._scope(s), self._dates.get((self._scope(s), old), old))
                    if issuer:
                        self._issuers.setdefault(place, issuer)

    def direction(self, date: str, s: Statement) -> str:
        """The address of the direction of a date in a statement's collection."""
        return self._direction(self._dates.get((self._scope(s), date), date), s)

    def _direction(self, day: str, s: Statement) -> str:
        """The address of the direction of a day; with the circle's first paper where other circles have one of that day."""
        address = entity_id(self.base, "direction", s.collection, day)
        if (s.collection, day) in self._shared:
            address += f"~{self._scope(s).rpartition('/')[2]}"
        return self.papers.meant(address)

    def _scope(self, s: Statement) -> str:
        """Within what a date means one direction: the circle of a statement's document."""
        return self.who.circle_of(s.collection, s.document)

    def issuer(self, by: str, s: Statement) -> str | None:
        """The minister who issued the direction that words name (`Directions 2017-03-28`)."""
        match = _DIRECTION.match(by)
        if not match or not match["date"]:
            return None
        return self._issuers.get((self._scope(s), self._dates.get((self._scope(s), match["date"]), match["date"])))

    def only_minister(self, s: Statement) -> str | None:
        """The one minister whom a statement's document, else its collection's directions, names in full."""
        named = {key(n): n for n in sorted(self._ministers[s.document])}
        if len(named) == 1:
            return next(iter(named.values()))
        issuers = {key(i): i for (c, _), i in sorted(self._issuers.items()) if c == self._scope(s)}
        return next(iter(issuers.values())) if len(issuers) == 1 else None

    def issuer_to(self, name: str, s: Statement) -> str | None:
        """The minister who issued the newest direction in force that is addressed to a body."""
        to = self.who.entity(name, s.collection, s.document, "body")
        found = []
        for other in self.said:
            if (
                isinstance(other.fact, Direction)
                and self._scope(other) == self._scope(s)
                and other.fact.addressee
                and other.fact.status == "made"
            ):
                addressee = self.who.entity(other.fact.addressee, other.collection, other.document, "body")
                date = self._dates[(self._scope(other), other.fact.date)]
                if addressee and to and addressee.id == to.id and (self._scope(other), date) in self._issuers:
                    found.append((date, self._issuers[(self._scope(other), date)]))
        return max(found)[1] if found else None

    def name_of(self, by: str, s: Statement) -> str | None:
        """A name for an instrument that is the same in every paper that means it; None for none."""
        return self.named(by, s) if by else None

    def named(self, by: str, s: Statement) -> str | None:
        """The address of the instrument that words name at a statement: direction, terms, resolution, provision, paper."""
        match = _DIRECTION.match(by)
        if match:
            if match["date"]:
                return self.direction(match["date"], s)
            made = sorted({d for (c, _), d in self._dates.items() if c == self._scope(s)})
            return self._direction(made[0], s) if len(made) == 1 else None
        if re.match(r"terms of reference", by, re.IGNORECASE):
            body = self._body(s)
            return self._terms(body, s) if body else None
        if re.match(r"resolution", by, re.IGNORECASE):
            document = self.documents[s.document]
            body = self.who.entity(document.body, s.collection, s.document, "body") if document.body else None
            item = (s.fact.evidence.locator or "").split(" ")[0].strip(".:()") or None
            return self.resolution(s, body, s.date, item) if body else None
        provision = _PROVISION.match(by)
        if provision:
            return self.provision(provision["act"], provision["p"], s)
        return self._paper(by, s)

    def _body(self, s: Statement) -> Entity | None:
        """The body whose terms of reference a statement stands in."""
        fact = s.fact
        near = self._of_bodies.get(s.document, [])
        at, found = fact.evidence.start, None
        if isinstance(fact, Obligation):
            found = self.who.entity(fact.bearer, s.collection, s.document)
            outside = fact.stands_in is None and not fact.evidence.rule.startswith("obligation.remit")
            if found and found.kind == "body" and (outside or any(self._of(o) == found for o in near)):
                return found
        before = [o for o in near if o.fact.evidence.start <= at] or near
        if before:
            nearest = min(before, key=lambda o: (abs(o.fact.evidence.start - at), o.iri))
            return self._of(nearest)
        body = self.documents[s.document].body
        if body is None:
            return found if found and found.kind == "body" else None
        return self.who.entity(body, s.collection, s.document, "body")

    def _of(self, s: Statement) -> Entity | None:
        """The body that a statement says something of."""
        return self.who.entity(getattr(s.fact, "body", ""), s.collection, s.document, "body")

    def _terms(self, body: Entity, s: Statement) -> str:
        address = entity_id(self.base, "terms", body.collection, body.name) + _mark(body)
        draft = self.drafts.at(address, "TermsOfReference")
        draft.texts.add(("skos:prefLabel", f"Terms of Reference of {body.name}"))
        draft.links.add(("ofBody", body.id))
        draft.support.add(s.iri)
        if s.date:
            draft.observed.add(s.date)
        return address

    def resolution(self, s: Statement, body: Entity, date: str | None, item: str | None) -> str | None:
        """The resolution of a body at an item of a day, its draft made; None for an undated one."""
        day = date or s.date
        if not day:
            return None
        name = f"{body.name} {day}" + (f" item {item}" if item else "")
        address = entity_id(self.base, "resolution", body.collection, name) + _mark(body)
        draft = self.drafts.at(address, "Resolution")
        draft.texts |= {("skos:prefLabel", f"Resolution {name}"), ("dcterms:date", day)}
        if item:
            draft.texts.add(("item", item))
        draft.links.add(("resolvedBy", body.id))
        draft.support.add(s.iri)
        return address

    def provision(self, act: str, provision: str | None, s: Statement) -> str:
        """The address of an Act or provision, its draft made; that of legislation.gov.uk where the Act is listed."""
        found = identify(act, provision)
        label = f"{act} {provision}" if provision else act
        own = f"{self.base}provision/" + "/".join(segment(part) for part in (act, provision) if part)
        address = found.iris[0] if found.iris else own
        draft = self.drafts.at(address, "Provision" if provision else "Act")
        draft.texts.add(("skos:prefLabel", label))
        draft.support.add(s.iri)
        if found.near:
            draft.texts.add(("nearTitle", f"printed as {act}; taken for {found.act}"))
        if provision:
            parent = found.act_iri or f"{self.base}provision/{segment(act)}"
            draft.links.add(("ofAct", parent))
            above = self.drafts.at(parent, "Act")
            above.texts.add(("skos:prefLabel", act))
            above.support.add(s.iri)
            for other in found.iris[1:]:
                end = self.drafts.at(other, "Provision")
                end.texts.add(("skos:prefLabel", f"{label} (its end)"))
                end.links.add(("ofAct", parent))
                end.support.add(s.iri)
        return address

    def _paper(self, name: str, s: Statement) -> str | None:
        if is_generic(name) or self.who.known(name, s.collection, s.document):
            return None
        own = entity_id(self.base, "plan", s.collection, name)
        if self.who.is_divided(s.collection):
            own += f"~{self._scope(s).rpartition('/')[2]}"
        address = self.papers.meant(own)
        draft = self.drafts.at(address, "Plan")
        label = "skos:prefLabel" if own == address and not self.papers.name(address) else "skos:altLabel"
        draft.texts |= {(label, name), ("collection", s.collection)}
        draft.support.add(s.iri)
        return address

    def run(self) -> None:
        """Draft every direction with its marks."""
        for s in self.said:
            if isinstance(s.fact, Direction):
                self._direct(s, s.fact)

    def _direct(self, s: Statement, fact: Direction) -> None:
        address = self.direction(fact.date, s)
        date = self._dates.get((self._scope(s), fact.date), fact.date)
        draft = self.drafts.at(address, "Direction")
        draft.support.add(s.iri)
        draft.texts |= {
            ("dcterms:date", date),
            ("collection", s.collection),
            ("skos:prefLabel", f"Directions of {date}"),
        }
        draft.texts |= {
            (name, value)
            for name, value in (
                ("directionStatus", fact.status),
                ("inForceUntil", fact.until),
                ("condition", fact.condition),
            )
            if value
        }
        statuses = {t for n, t in draft.texts if n == "directionStatus"}
        if len(statuses) > 1:
            best = next(x for x in ("revoked", "made", "draft") if x in statuses)
            draft.texts -= {("directionStatus", x) for x in statuses - {best}}
        if s.date:
            draft.observed.add(s.date)
        issuer = self._issuers.get((self._scope(s), date)) or fact.issuer
        if issuer and (found := self.who.entity(issuer, s.collection, s.document, "post")):
            self.drafts.at(found.id, "Post").support.add(s.iri)
            draft.links.add(("issuer", found.id))
        if fact.addressee and (body := self.who.entity(fact.addressee, s.collection, s.document, "body")):
            self.drafts.at(body.id, "Body").support.add(s.iri)
            draft.links.add(("addressee", body.id))
        for old in fact.revokes:
            if self.direction(old, s) != address:
                draft.links.add(("revokes", self.direction(old, s)))
        for basis in fact.basis:
            match = _PROVISION.match(basis)
            if match:
                draft.links.add(("eli:based_on", self.provision(match["act"], match["p"], s)))


def _mark(body: Entity) -> str:
    """What tells a body's papers from those of another body of its name: the end of its address, if there are several."""
    _, sign, tail = body.id.partition("~")
    return sign + tail
