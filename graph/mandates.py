"""Mandates: what imposes each duty, decision, action and establishment, and what gives the instrument its power.

A link that the text states is `stated`; one that follows from several statements is `inferred` and tells why. Invariant:
no link without a statement that supports it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .facts import Action, Direction, Establishes, Obligation
from .ids import relation_id

if TYPE_CHECKING:
    from .derive import Derivation
    from .statements import Statement


def mandates(d: Derivation) -> None:
    """Draft every mandate."""
    for s in d.said:
        if isinstance(s.fact, Obligation):
            _of_obligation(d, s, s.fact)
        elif isinstance(s.fact, Establishes):
            _of_establishment(d, s, s.fact)
        elif isinstance(s.fact, Action):
            _of_action(d, s)
    _bases(d)
    _establishments_by_duty(d)
    _one_direction(d)


def link(d: Derivation, thing: str, by: str, how: str, rule: str, because: str, *support: str) -> None:
    """Draft the mandate of a thing by an instrument."""
    if thing == by or by not in d.drafts.nodes:
        return
    stated = d.drafts.nodes.get(relation_id(d.base, "mandate", thing, by, "stated"))
    if how == "inferred" and stated is not None:
        return
    draft = d.drafts.at(relation_id(d.base, "mandate", thing, by, how), "Mandate")
    draft.links |= {("mandated", thing), ("mandatedBy", by)}
    draft.texts |= {("how", how), ("mandateRule", rule)}
    if because:
        draft.texts.add(("because", because))
    draft.support.update(support)


def _index(d: Derivation, kind: str) -> dict[str, list[str]]:
    """The things of a class by the statements that support them."""
    out: dict[str, list[str]] = {}
    for node in d.drafts.nodes.values():
        if kind in node.kinds:
            for statement in node.support:
                out.setdefault(statement, []).append(node.id)
    return out


def _of_obligation(d: Derivation, s: Statement, fact: Obligation) -> None:
    if not fact.mandated_by:
        return
    by = _direction_made_under(d, s, fact) or d.instruments.named(fact.mandated_by, s)
    terms = d.instruments.named("Terms of Reference", s) if fact.evidence.rule.startswith("obligation.remit") else None
    for thing in by_statement(d, "Obligation").get(s.iri, ()):
        if by:
            link(d, thing, by, "stated", "named by the text", "", s.iri)
        if terms:
            link(d, thing, terms, "stated", "stands in the terms of reference", "", s.iri)


def _direction_made_under(d: Derivation, s: Statement, fact: Obligation) -> str | None:
    """The direction that requires a duty, where the text names first the power it is made under."""
    if not re.search(r"\b[Dd]irections?\b", fact.evidence.quote) or "irection" in (fact.mandated_by or ""):
        return None
    for other in d.of_document(s.document):
        if isinstance(other.fact, Direction) and fact.mandated_by in other.fact.basis:
            return d.instruments.direction(other.fact.date, other)
    return None


def _of_establishment(d: Derivation, s: Statement, fact: Establishes) -> None:
    directed = [by for by in fact.by if by.startswith("Direction")]
    for thing in by_statement(d, "Establishment").get(s.iri, ()):
        for by in directed or fact.by:
            instrument = (
                d.instruments.named(by, s) if re.match(r"Directions?\b|Terms|Resolution|.*\bAct\b", by) else None
            )
            if instrument:
                link(d, thing, instrument, "stated", "named by the text", "", s.iri)


def _of_action(d: Derivation, s: Statement) -> None:
    """An action whose line stands under a resolution of the same item is mandated by it."""
    span = (s.fact.evidence.start, s.fact.evidence.end)
    for other in d.of_document(s.document):
        if isinstance(other.fact, Obligation) and other.fact.mandated_by:
            at = other.fact.evidence
            inside = at.start < span[1] and span[0] < at.end
            after = 0 <= span[0] - at.end <= 4 and other.fact.evidence.rule.endswith("action-by")
            if inside or after:
                by = d.instruments.named(other.fact.mandated_by, other)
                for thing in by_statement(d, "ActionTask").get(s.iri, ()):
                    if by:
                        link(d, thing, by, "stated", "the resolution it stands under", "", s.iri, other.iri)


def _bases(d: Derivation) -> None:
    """A direction rests on the provisions that it is made under."""
    for node in [n for n in d.drafts.nodes.values() if "Direction" in n.kinds]:
        for name, target in sorted(node.links):
            if name == "eli:based_on":
                link(d, node.id, target, "stated", "made under", "", *sorted(node.support))


def _establishments_by_duty(d: Derivation) -> None:
    """A body that a duty under an instrument tells somebody to set up is established under that instrument."""
    bodies = {
        t: n
        for n in d.drafts.nodes.values()
        if "Establishment" in n.kinds
        for name, t in n.links
        if name == "established"
    }
    for s in d.said:
        fact = s.fact
        if (
            not isinstance(fact, Obligation)
            or not fact.mandated_by
            or not re.match(r"(?:set\s+up|establish\w*|create|constitute|maintain)\b", fact.action, re.IGNORECASE)
        ):
            continue
        by = d.instruments.named(fact.mandated_by, s)
        named = re.sub(
            r"^(?:set\s+up|establish\w*|create|constitute|maintain)\s+(?:and\s+\w+\s+)?(?:a|an|the)?\s*(?:new\s+)?",
            "",
            fact.action,
            flags=re.IGNORECASE,
        )
        body = d.who.entity(re.split(r",|\s+(?:with|by|to|chaired|and)\s", named)[0], s.collection, s.document, "body")
        if by and body and body.id in bodies:
            link(
                d,
                bodies[body.id].id,
                by,
                "stated",
                "a duty to set it up",
                "",
                s.iri,
            )


def by_statement(d: Derivation, kind: str) -> dict[str, list[str]]:
    """The addresses of the things of a class that each statement supports."""
    cache: dict[str, dict[str, list[str]]] = d.__dict__.setdefault("_by_statement", {})
    if kind not in cache:
        cache[kind] = _index(d, kind)
    return cache[kind]


def _one_direction(d: Derivation) -> None:
    """Of several directions said to set a body up, only those with a duty to set it up stay, if any has one."""
    by_thing: dict[str, list[str]] = {}
    for node in d.drafts.nodes.values():
        of = dict(sorted(node.links))
        if (
            "Mandate" in node.kinds
            and "Establishment" in d.drafts.at(of["mandated"]).kinds
            and "Direction" in d.drafts.at(of["mandatedBy"]).kinds
        ):
            by_thing.setdefault(of["mandated"], []).append(node.id)
    for links in by_thing.values():
        firm = [i for i in links if ("mandateRule", "a duty to set it up") in d.drafts.at(i).texts]
        for other in set(links) - set(firm) if firm else ():
            del d.drafts.nodes[other]
