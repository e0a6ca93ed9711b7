"""Mandates that follow from several statements: inferred links, each with its rule and its reasons in words.

Invariant: an inferred link names the statements it rests on, and never stands beside a stated one for the same pair.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from .duties import stems
from .facts import Cites, Decision, Direction, Obligation
from .mandates import by_statement, link
from .names import key

if TYPE_CHECKING:
    from .derive import Derivation
    from .statements import Statement

_ALIKE = 0.5
_REPORTED = re.compile(r"\b(?:report|reported|reports|submission|submitted|progress|update|updates)\b", re.IGNORECASE)
_SET_UP = re.compile(r"\b(?:establish\w*|set\s+up|terms\s+of\s+reference|creat\w+)\b", re.IGNORECASE)


class Inference:
    """What is needed to infer: the mandates found so far, by thing."""

    def __init__(self, d: Derivation) -> None:
        self.d = d
        self.obligations = by_statement(d, "Obligation")
        self.decisions = by_statement(d, "Decision")
        self.mandated: dict[str, dict[str, str]] = defaultdict(dict)
        self._read()

    def _read(self) -> None:
        for node in list(self.d.drafts.nodes.values()):
            if "Mandate" in node.kinds:
                of = dict(node.links)
                self.mandated[of["mandated"]][of["mandatedBy"]] = node.id

    def run(self) -> None:
        """Draft every inferred mandate."""
        for s in self.d.said:
            if isinstance(s.fact, Obligation):
                self._general(s, s.fact)
                self._cited(s, s.fact)
        self._read()
        self._same_act()
        self._set_up()
        self._reported()

    def _general(self, s: Statement, fact: Obligation) -> None:
        """A duty under `Directions` of no date rests on each direction in force or draft that its document tells of."""
        if not re.fullmatch(r"Directions?", fact.mandated_by or ""):
            return
        for other in self.d.of_document(s.document):
            if isinstance(other.fact, Direction) and other.fact.status != "revoked":
                by = self.d.instruments.direction(other.fact.date, other)
                for thing in self.obligations.get(s.iri, ()):
                    link(
                        self.d,
                        thing,
                        by,
                        "inferred",
                        "directions in general",
                        "the text names directions without a date; this is one it tells of",
                        s.iri,
                        other.iri,
                    )

    def _cited(self, s: Statement, fact: Obligation) -> None:
        """A duty that names no instrument rests on the provision that its own passage cites."""
        if fact.mandated_by:
            return
        at = fact.evidence
        for other in self.d.said:
            if (
                other.document == s.document
                and isinstance(other.fact, Cites)
                and at.start <= other.fact.evidence.start < at.end
            ):
                by = self.d.instruments.provision(other.fact.instrument, other.fact.provision, other)
                for thing in self.obligations.get(s.iri, ()):
                    link(
                        self.d,
                        thing,
                        by,
                        "inferred",
                        "cited in the duty",
                        "the passage of the duty cites it",
                        s.iri,
                        other.iri,
                    )

    def _direction_duties(self) -> list[tuple[str, frozenset[str], set[str], Statement]]:
        """(direction, stems of the act, recipients, statement) of every duty that a direction imposes."""
        out = []
        for s in self.d.said:
            if isinstance(s.fact, Obligation) and "irection" in (s.fact.mandated_by or ""):
                by = self.d.instruments.named(s.fact.mandated_by or "", s)
                if by:
                    out.append((by, stems(s.fact.action), self._recipients(s), s))
        return out

    def _recipients(self, s: Statement) -> set[str]:
        return {
            target
            for thing in self.obligations.get(s.iri, ())
            for name, target in self.d.drafts.at(thing).links
            if name == "recipient"
        }

    def _same_act(self) -> None:
        """A body's duty that a direction laid on its maker in nearly the same words rests on that direction too."""
        imposed = self._direction_duties()
        for s in self.d.said:
            if not isinstance(s.fact, Obligation) or not re.match(
                r"terms of reference", s.fact.mandated_by or "", re.IGNORECASE
            ):
                continue
            act, to = stems(s.fact.action), self._recipients(s)
            for by, other, recipients, source in imposed:
                alike = len(act & other) / max(1, min(len(act), len(other)))
                ministry = any("report" in act and "report" in other for _ in (0,)) and self._same_house(to, recipients)
                if source.collection == s.collection and (
                    (alike >= _ALIKE and (not to or to & recipients)) or ministry
                ):
                    for thing in self.obligations.get(s.iri, ()):
                        link(
                            self.d,
                            thing,
                            by,
                            "inferred",
                            "same act, same recipient",
                            "a direction requires nearly the same of the body's maker, to the same recipient",
                            s.iri,
                            source.iri,
                        )

    def _same_house(self, one: set[str], other: set[str]) -> bool:
        """Whether a ministry is among one set of recipients and its minister among the other."""
        names = [
            {key(t) for i in ids for n, t in self.d.drafts.at(i).texts if n == "skos:prefLabel"}
            | {key(self._name(i)) for i in ids}
            for ids in (one, other)
        ]
        strip = [{re.sub(r"^(?:secretary state|department|ministry) ", "", n) for n in group} for group in names]
        return bool(strip[0] & strip[1])

    def _name(self, address: str) -> str:
        entity = self.d.entity_at(address)
        return entity.name if entity else ""

    def _set_up(self) -> None:
        """A decision to set a body up, or on its terms of reference, rests on what requires the body."""
        bodies = {
            t: n.id
            for n in list(self.d.drafts.nodes.values())
            if "Establishment" in n.kinds
            for name, t in n.links
            if name == "established"
        }
        for s in self.d.said:
            if not isinstance(s.fact, Decision) or not _SET_UP.search(s.fact.evidence.quote):
                continue
            said = key(s.fact.evidence.quote)
            fits = [
                (len(n), b)
                for b in sorted(bodies)
                if (e := self.d.entity_at(b)) and e.collection == s.collection
                for n in e.names
                if len(key(n).split()) > 1 and key(n) in said
            ]
            if not fits:
                continue
            body = max(fits)[1]
            for by in sorted(self.mandated.get(bodies[body], ())):
                for thing in self.decisions.get(s.iri, ()):
                    link(
                        self.d,
                        thing,
                        by,
                        "inferred",
                        "sets up a body required by it",
                        f"it decides on {self._name(body)}, which this requires",
                        s.iri,
                    )

    def _reported(self) -> None:
        """A decision on a report to somebody rests on what requires reports to them from that body or its maker."""
        for s in self.d.said:
            if not isinstance(s.fact, Decision) or not _REPORTED.search(s.fact.evidence.quote):
                continue
            said = f" {key(s.fact.evidence.quote)} "
            for other in self.d.said:
                if (
                    not isinstance(other.fact, Obligation)
                    or other.collection != s.collection
                    or not other.fact.recipient
                ):
                    continue
                if not _REPORTED.search(other.fact.action):
                    continue
                names = {
                    n
                    for r in self._recipients(other)
                    if (e := self.d.entity_at(r))
                    for n in (*e.names, *self.d.short_names(e))
                }
                if not any(f" {key(n)} " in said for n in names if len(n) > 2):
                    continue
                for duty in self.obligations.get(other.iri, ()):
                    for by in sorted(self.mandated.get(duty, ())):
                        for thing in self.decisions.get(s.iri, ()):
                            link(
                                self.d,
                                thing,
                                by,
                                "inferred",
                                "a report to the same recipient",
                                "it decides on a report to the recipient of a duty under this",
                                s.iri,
                                other.iri,
                            )
