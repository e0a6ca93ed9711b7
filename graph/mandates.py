"""Mandates that the texts state: what imposes each duty, decision, action and establishment, and what gives it its power.

A link that the text states is `stated`; one that follows from several statements is `inferred` and tells why (module
`inferred`). Invariant: no link without a statement that supports it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .facts import Action, Decision, Direction, Establishes, Obligation
from .ids import relation_id
from .names import key
from .topics import act

if TYPE_CHECKING:
    from .derive import Derivation
    from .resolve import Entity
    from .statements import Statement

TERMS = "Terms of Reference"
SET_UP = re.compile(
    r"\b(?:establish\w*|set(?:ting)?\s+up|creat(?:e|es|ed|ing|ion)|form(?:ed|ation)|constitut\w+)\b", re.IGNORECASE
)
_OF_TERMS = re.compile(r"\bterms\s+of\s+reference\b", re.IGNORECASE)
_AGREES = re.compile(r"\b(?:agree[sd]?|approve[sd]?|adopt(?:s|ed)?|endorse[sd]?|ratif(?:y|ies|ied)|confirm(?:s|ed)?)\b", re.IGNORECASE)  # fmt: skip
_ABOUT = re.compile(r"\b(?:establish\w*|set(?:ting)? up|creat\w+|form(?:ed|ation)|constitut\w+|terms reference)\b")
"""What a decision is about, in a text as it is compared."""
_VERB = re.compile(
    r"^(?:to\s+)?(?:set(?:ting)?\s+up|(?:re-?)?establish\w*|creat\w+|(?:re)?constitut\w+|form|forming|conven\w+)\s+(?:and\s+\w+\s+)?(?:an?|the)?\s*(?:new\s+)?",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(r",|\s+(?:with|by|to|chaired|led|and(?=\s+[a-z])|in|under|that|which)\s")
_DATED = re.compile(r"\d{4}")
_STEP = "a duty to set it up"
_LINE_AFTER = 80
"""Characters, but for blanks, that may stand between a limb and the line that says whose action it is."""


def mandates(d: Derivation) -> None:
    """Draft every stated mandate."""
    _establishments_by_duty(d)
    for s in d.said:
        if isinstance(s.fact, Obligation):
            _of_obligation(d, s, s.fact)
        elif isinstance(s.fact, Establishes):
            _of_establishment(d, s, s.fact)
    known = mandated(d)
    for s in d.said:
        if isinstance(s.fact, Action):
            _of_action(d, s, known)
    _set_up_by_resolution(d)
    _bases(d)
    _one_direction(d)
    known, bodies = mandated(d), establishments(d)
    for s in d.said:
        if isinstance(s.fact, Decision):
            _of_decision(d, s, known, bodies)


def link(d: Derivation, thing: str, by: str, how: str, rule: str, because: str, *support: str) -> None:
    """Draft the mandate of a thing by an instrument; an inferred one stands back where the same is stated."""
    if thing == by or by not in d.drafts.nodes:
        return
    if how == "inferred" and relation_id(d.base, "mandate", thing, by, "stated") in d.drafts.nodes:
        return
    draft = d.drafts.at(relation_id(d.base, "mandate", thing, by, how), "Mandate")
    draft.links |= {("mandated", thing), ("mandatedBy", by)}
    draft.texts |= {("how", how), ("mandateRule", rule)}
    if because:
        draft.texts.add(("because", because))
    draft.support.update(support)


def by_statement(d: Derivation, kind: str) -> dict[str, list[str]]:
    """The addresses of the things of a class that each statement supports."""
    cache: dict[str, dict[str, list[str]]] = d.__dict__.setdefault("_by_statement", {})
    if kind not in cache:
        out: dict[str, list[str]] = {}
        for node in d.drafts.of(kind):
            for statement in node.support:
                out.setdefault(statement, []).append(node.id)
        cache[kind] = out
    return cache[kind]


def mandated(d: Derivation) -> dict[str, dict[str, str]]:
    """What mandates each thing so far: by thing and instrument, the address of the link."""
    out: dict[str, dict[str, str]] = {}
    for node in d.drafts.of("Mandate"):
        of = dict(node.links)
        out.setdefault(of["mandated"], {})[of["mandatedBy"]] = node.id
    return out


def establishments(d: Derivation) -> dict[str, str]:
    """The address of the establishment of each body that is said to be set up, by the body's."""
    return {
        target: node.id for node in d.drafts.of("Establishment") for name, target in node.links if name == "established"
    }


def body_set_up(d: Derivation, s: Statement, fact: Obligation) -> Entity | None:
    """The body that a duty is to set up; None if the duty is another."""
    if act(fact.action) != "establish" or not _VERB.match(fact.action):
        return None
    named = _NAME_ENDS.split(_VERB.sub("", fact.action))[0]
    found = d.who.known(named, s.collection, s.document, "body")
    return found if found and found.kind == "body" else None


def _of_obligation(d: Derivation, s: Statement, fact: Obligation) -> None:
    things = by_statement(d, "Obligation").get(s.iri, ())
    inside = fact.stands_in == TERMS or fact.evidence.rule.startswith("obligation.remit")
    terms = d.instruments.named(TERMS, s) if inside else None
    by = None
    if fact.mandated_by and not _left_open(fact):
        by = _direction_made_under(d, s, fact) or d.instruments.named(fact.mandated_by, s)
    for thing in things:
        if by:
            link(d, thing, by, "stated", "named by the text", "", s.iri)
        if terms:
            link(d, thing, terms, "stated", "stands in the terms of reference", "", s.iri)


def _left_open(fact: Obligation) -> bool:
    """Whether a duty's text leaves open what imposes it: directions in general, or terms of reference it stands outside."""
    by = fact.mandated_by or ""
    if re.fullmatch(r"Directions?", by):
        return True
    return by == TERMS and is_announced(fact)


def is_announced(fact: Obligation) -> bool:
    """Whether a paper lays a duty on a body by telling how it is to work, outside its terms of reference."""
    remit = fact.evidence.rule.startswith("obligation.remit")
    return fact.stands_in != TERMS and fact.evidence.certainty == "inferred" and not remit


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
            dated = _DATED.search(by) or not by.startswith("Direction")
            instrument = (
                d.instruments.named(by, s)
                if dated and re.match(r"Directions?\b|Terms|Resolution|.*\bAct\b", by)
                else None
            )
            if instrument:
                link(d, thing, instrument, "stated", "named by the text", "", s.iri)


def _set_up_by_resolution(d: Derivation) -> None:
    """A body that a limb of a resolution sets up is set up by that resolution."""
    for s in d.said:
        if not isinstance(s.fact, Decision) or s.fact.evidence.rule == "decision.recommended":
            continue
        at = s.fact.evidence
        for other in d.of_document(s.document):
            if not isinstance(other.fact, Establishes) or not at.start <= other.fact.evidence.start < at.end:
                continue
            for limb in by_statement(d, "Decision").get(s.iri, ()):
                for name, resolution in sorted(d.drafts.at(limb).links):
                    for thing in by_statement(d, "Establishment").get(other.iri, ()) if name == "partOf" else ():
                        link(d, thing, resolution, "stated", "set up by it", "", s.iri, other.iri)


def _of_action(d: Derivation, s: Statement, known: dict[str, dict[str, str]]) -> None:
    """An action rests on what the duty of the same passage rests on, or the resolution whose line it is."""
    span = (s.fact.evidence.start, s.fact.evidence.end)
    duties = by_statement(d, "Obligation")
    for other in d.of_document(s.document):
        if not isinstance(other.fact, Obligation):
            continue
        at = other.fact.evidence
        inside = at.start < span[1] and span[0] < at.end
        after = 0 <= span[0] - at.end <= _LINE_AFTER and other.fact.evidence.rule.endswith("action-by")
        if not inside and not after:
            continue
        for duty in duties.get(other.iri, ()):
            for by in sorted(known.get(duty, ())):
                for thing in by_statement(d, "ActionTask").get(s.iri, ()):
                    link(d, thing, by, "stated", "the duty of the same passage", "", s.iri, other.iri)


def _of_decision(d: Derivation, s: Statement, known: dict[str, dict[str, str]], bodies: dict[str, str]) -> None:
    """A decision to set up a body that its own paper says an instrument requires rests on that; terms rest on what agrees them."""
    said = s.fact.evidence.quote
    if not SET_UP.search(said) and not _OF_TERMS.search(said):
        return
    body = named_body(d, s, bodies)
    if body is None:
        return
    things = by_statement(d, "Decision").get(s.iri, ())
    if not _OF_TERMS.search(said):
        here = {o.iri for o in d.of_document(s.document)}
        for by, address in sorted(known.get(bodies[body], {}).items()):
            node = d.drafts.at(address)
            shared = sorted(node.support & here)
            if ("how", "stated") in node.texts and shared:
                for thing in things:
                    link(d, thing, by, "stated", "sets up a body required by it", "", s.iri, *shared)
    elif _AGREES.search(said) and s.fact.evidence.rule != "decision.recommended":
        terms = [n.id for n in d.drafts.of("TermsOfReference") if ("ofBody", body) in n.links]
        for thing in things:
            for name, resolution in sorted(d.drafts.at(thing).links):
                if name == "partOf":
                    for one in terms:
                        link(d, one, resolution, "stated", "agreed by it", "", s.iri)


def named_body(d: Derivation, s: Statement, bodies: dict[str, str]) -> str | None:
    """The body of some that a decision is to set up, or whose terms it is on: the one named next after those words."""
    said = f" {key(s.fact.evidence.quote)} "
    verb = _ABOUT.search(said)
    begins = verb.start() if verb else 0
    fits = [
        (at, -len(n), b)
        for b in sorted(bodies)
        if (e := d.entity_at(b)) and e.collection == s.collection
        for n in (*e.names, *d.short_names(e))
        if (len(key(n).split()) > 1 or n.isupper()) and (at := said.find(f" {key(n)} ", begins)) >= 0
    ]
    return min(fits)[2] if fits else None


def _bases(d: Derivation) -> None:
    """A direction rests on the provisions that it is made under."""
    for node in d.drafts.of("Direction"):
        for name, target in sorted(node.links):
            if name == "eli:based_on":
                link(d, node.id, target, "stated", "made under", "", *sorted(node.support))


def _establishments_by_duty(d: Derivation) -> None:
    """A body that a duty under an instrument tells somebody to set up is established under that instrument.

    Such a duty says, too, that the body is to be set up, and so supports its establishment.
    """
    bodies = establishments(d)
    for s in d.said:
        fact = s.fact
        if not isinstance(fact, Obligation) or (body := body_set_up(d, s, fact)) is None or body.id not in bodies:
            continue
        d.drafts.at(bodies[body.id]).support.add(s.iri)
        if fact.mandated_by and not _left_open(fact) and (by := d.instruments.named(fact.mandated_by, s)):
            link(d, bodies[body.id], by, "stated", _STEP, "", s.iri)


def _one_direction(d: Derivation) -> None:
    """Of several directions said to set a body up, only those with a duty to set it up stay, if any has one."""
    by_thing: dict[str, list[str]] = {}
    for node in d.drafts.of("Mandate"):
        of = dict(sorted(node.links))
        if "Establishment" in d.drafts.at(of["mandated"]).kinds and "Direction" in d.drafts.at(of["mandatedBy"]).kinds:
            by_thing.setdefault(of["mandated"], []).append(node.id)
    for links in by_thing.values():
        firm = [i for i in links if ("mandateRule", _STEP) in d.drafts.at(i).texts]
        for other in set(links) - set(firm) if firm else ():
            d.drafts.remove(other)
