"""Mandates of duties that follow from several statements: inferred links, each with its rule and its reasons in words.

Invariant: an inferred link names the statements it rests on, and never stands beside a stated one for the same pair.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .facts import Cites, Direction, Obligation, Term
from .houses import houses
from .mandates import TERMS, by_statement, establishments, is_announced, link, mandated
from .topics import act

if TYPE_CHECKING:
    from .derive import Derivation
    from .statements import Statement
    from .topics import Topics

REPORTED = re.compile(r"\b(?:report\w*|submission\w*|submitt\w+|progress|updates?|milestones?|return)\b", re.IGNORECASE)


_COMMENTS = re.compile(r"\bthat\s+the\s+(?:comments|minutes|apologies)\b", re.IGNORECASE)
_TAKES = re.compile(
    r"\b(?:noted|approved|agreed|endorsed|received|accepted|adopted|welcomed|submitted|sent|recorded)\b|^(?:that\s+|to\s+)?(?:note|approve|agree|endorse|receive|accept|consider|welcome|comment)\b",
    re.IGNORECASE,
)
MOST = 3
"""Words that a heading and a duty, or a heading and something done, must have in common to be on one matter."""


@dataclass(frozen=True, slots=True)
class Imposed:
    """A duty that an instrument imposes, as stated: the duty, the instrument, the statement, its act, and to whom."""

    thing: str
    by: str
    said: Statement
    fact: Obligation
    act: str
    recipients: frozenset[str]


class Inference:
    """What is needed to infer: the things of each statement, and what papers are about."""

    def __init__(self, d: Derivation, topics: Topics) -> None:
        self.d, self.topics = d, topics
        self.obligations = by_statement(d, "Obligation")

    def run(self) -> None:
        """Draft every inferred mandate of duties."""
        for s in self.d.said:
            if isinstance(s.fact, Obligation):
                self._general(s, s.fact)
                self._announced(s, s.fact)
                self._cited(s, s.fact)
        self._same_act()
        self._terms()

    def recipients(self, thing: str) -> frozenset[str]:
        """To whom a duty is owed."""
        return frozenset(target for name, target in self.d.drafts.at(thing).links if name == "recipient")

    def same_house(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether two sets of recipients have one in common, a ministry and its minister being one."""
        if one & other:
            return True
        return bool(self._houses(one) & self._houses(other))

    def _houses(self, addresses: frozenset[str]) -> set[str]:
        found = (self.d.entity_at(address) for address in addresses)
        return {house for entity in found if entity for name in entity.names for house in houses(name)}

    def _general(self, s: Statement, fact: Obligation) -> None:
        """A duty under `Directions` of no date rests on each direction, not revoked, that its document tells of."""
        if not re.fullmatch(r"Directions?", fact.mandated_by or ""):
            return
        told = [
            o for o in self.d.of_document(s.document) if isinstance(o.fact, Direction) and o.fact.status != "revoked"
        ]
        for other in told:
            assert isinstance(other.fact, Direction)
            by = self.d.instruments.direction(other.fact.date, other)
            for thing in self.obligations.get(s.iri, ()):
                why = "the text names directions without a date; this is one it tells of"
                link(self.d, thing, by, "inferred", "directions in general", why, s.iri, other.iri)
        if not told and (only := self.d.instruments.named("Directions", s)):
            for thing in self.obligations.get(s.iri, ()):
                why = "the text names directions without a date; these are the only ones that its collection tells of"
                link(self.d, thing, only, "inferred", "directions in general", why, s.iri)

    def _announced(self, s: Statement, fact: Obligation) -> None:
        """What a paper says of how a body is to work rests on its terms of reference: stated where they say the same."""
        if fact.mandated_by != TERMS or not is_announced(fact):
            return
        terms = self.d.instruments.named(TERMS, s)
        for thing in self.obligations.get(s.iri, ()) if terms else ():
            same = self._in_terms(s, thing, fact)
            if same:
                link(self.d, thing, str(terms), "stated", "the terms of reference say the same", "", s.iri, *same)
            else:
                why = "the paper tells how the body is to work and that it is to have terms of reference, which are not among the papers"
                link(self.d, thing, str(terms), "inferred", "terms announced", why, s.iri)

    def _in_terms(self, s: Statement, thing: str, fact: Obligation) -> list[str]:
        """The statements of a body's terms of reference that say the same of it as a duty."""
        bearer = next((t for n, t in self.d.drafts.at(thing).links if n == "bearer"), "")
        out = []
        for other in self.d.said:
            if other.collection != s.collection:
                continue
            o = other.fact
            if (
                isinstance(o, Term)
                and o.evidence.rule == "term.row"
                and o.meets
                and o.meets == fact.frequency
                and act(fact.action) == "meet"
            ):
                found = self.d.who.entity(o.name, other.collection, other.document, "body")
                out += [other.iri] if found and found.id == bearer else []
            elif (
                isinstance(o, Obligation)
                and o.stands_in == TERMS
                and act(o.action) == act(fact.action)
                and o.frequency == fact.frequency
            ):
                found = self.d.who.entity(o.bearer, other.collection, other.document)
                same = act(o.action) == "meet" or self.topics.alike(o.action, fact.action, s.collection)
                out += [other.iri] if found and found.id == bearer and same else []
        return out

    def _cited(self, s: Statement, fact: Obligation) -> None:
        """A duty that names no instrument rests on the provision that its own passage cites."""
        if fact.mandated_by:
            return
        at = fact.evidence
        for other in self.d.of_document(s.document):
            if isinstance(other.fact, Cites) and at.start <= other.fact.evidence.start < at.end:
                by = self.d.instruments.provision(other.fact.instrument, other.fact.provision, other)
                for thing in self.obligations.get(s.iri, ()):
                    link(self.d, thing, by, "inferred", "cited in the duty", "the passage of the duty cites it", s.iri, other.iri)  # fmt: skip

    def imposed(self, kind: str) -> list[Imposed]:
        """Every duty that instruments of a class impose, as stated."""
        out = []
        known = mandated(self.d)
        for s in self.d.said:
            if not isinstance(s.fact, Obligation):
                continue
            for thing in self.obligations.get(s.iri, ()):
                for by, address in sorted(known.get(thing, {}).items()):
                    if kind in self.d.drafts.at(by).kinds and ("how", "stated") in self.d.drafts.at(address).texts:
                        out.append(Imposed(thing, by, s, s.fact, act(s.fact.action), self.recipients(thing)))
        return out

    def _same_act(self) -> None:
        """A body's duty under its terms that a direction laid on its maker in other words rests on that direction too."""
        directed = self.imposed("Direction")
        by_act: dict[tuple[str, str], list[Imposed]] = defaultdict(list)
        for one in directed:
            by_act[(one.said.collection, one.act)].append(one)
        for own in self.imposed("TermsOfReference"):
            for other in by_act[(own.said.collection, own.act)]:
                if own.thing != other.thing and self._twins(own, other):
                    link(
                        self.d, own.thing, other.by, "inferred", "same act, same recipient",
                        "a direction requires the same act of another, for the same recipient", own.said.iri, other.said.iri,
                    )  # fmt: skip

    def _twins(self, own: Imposed, other: Imposed) -> bool:
        """Whether two duties of the same verb are one act: the same recipient, no other day or frequency, the same subject."""
        one, two = own.fact, other.fact
        if one.deadline and two.deadline and one.deadline != two.deadline:
            return False
        if one.frequency and two.frequency and one.frequency != two.frequency:
            return False
        house = self.same_house(own.recipients, other.recipients)
        if (own.recipients or other.recipients) and not house:
            return False
        bare = own.act == "report" and house and bool(one.frequency) and one.frequency == two.frequency
        return bare or self.topics.alike(one.action, two.action, own.said.collection)

    def _terms(self) -> None:
        """The terms of reference of a body that an instrument requires rest on that instrument."""
        known, bodies = mandated(self.d), establishments(self.d)
        for node in self.d.drafts.of("TermsOfReference"):
            body = next((t for n, t in node.links if n == "ofBody"), "")
            for by, address in sorted(known.get(bodies.get(body, ""), {}).items()):
                entity = self.d.entity_at(body)
                why = f"they are the terms of {entity.name if entity else 'a body'}, which this requires"
                made = next((t for n, t in self.d.drafts.at(by).texts if n == "dcterms:date"), "")
                if made and any(day < made for day in node.observed):
                    continue
                support = sorted(self.d.drafts.at(address).support)
                link(self.d, node.id, by, "inferred", "terms of a body that it requires", why, *support)


def on_report(limb: str) -> bool:
    """Whether a limb of a decision notes, approves or sends a report, an update or progress."""
    return bool(REPORTED.search(limb)) and takes(limb)


def takes(limb: str) -> bool:
    """Whether a limb of a decision notes, approves or sends something other than comments, minutes or apologies."""
    return bool(_TAKES.search(limb)) and not _COMMENTS.search(limb)
