"""Directions, terms of reference, resolutions and Acts: what imposes duties, and how it stands on a day.

Invariant: a status is what the documents state, seen from the day: a draft is only proposed, an instrument whose end is
not stated is not said to lapse, one that is called revoked without a day is revoked on any day asked for after it was
made.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import Literal

from pyoxigraph import NamedNode

from ...errors import AmbiguousName
from .asof import earliest, is_date, latest
from .reading import TYPE, Look, Proof, Ref, term
from .successors import Successor, successors

ENDED = frozenset({"lapsed", "revoked", "superseded"})
"""The standings of an instrument that no longer binds."""
INSTRUMENTS = frozenset({"Direction", "TermsOfReference", "Resolution"})
"""The classes of things that rest on an instrument and impose others in turn."""
Status = Literal["proposed", "in force", "lapsed", "revoked", "superseded", "not yet made", "made", "unknown"]


@dataclass(frozen=True, slots=True)
class Carried:
    """Something that rests on an instrument: a duty, decision, action or body.

    `through` is the instrument between, such as the terms of reference of a body; `also` names what else imposes it, as
    stated and not known to have ended: where there is none, it stands and falls with the instrument.
    """

    instrument: str
    how: str
    type: str
    text: str
    bearer: Ref | None
    mandate: str
    evidence: tuple[Proof, ...]
    id: str
    through: Ref | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument:
    """Something that imposes duties, with its marks and its standing on the day asked for.

    `basis` are the provisions it is made under, at their public identifiers where these are known; `carries` what rests on
    it, `successors` the bodies that come after it and those that rest on it; both are left empty where an instrument is
    only a link of a chain.
    """

    id: str
    name: str
    kind: str
    date: str | None
    issuer: Ref | None
    addressee: tuple[Ref, ...]
    status: Status
    in_force_from: str | None
    in_force_until: str | None
    condition: str | None
    basis: tuple[Ref, ...]
    replaces: tuple[Ref, ...]
    replaced_by: tuple[Ref, ...]
    carries: tuple[Carried, ...]
    evidence: tuple[Proof, ...]
    successors: tuple[Successor, ...] = ()


@dataclass(frozen=True, slots=True)
class Resting:
    """Something that rests on a provision, directly or through an instrument made under it, whose status is told."""

    provision: Ref
    type: str
    how: str
    bearer: Ref | None
    text: str
    through: Ref | None
    status: Status | None
    evidence: tuple[Proof, ...]
    id: str


def instrument(look: Look, node: NamedNode, on: str | None = None, *, whole: bool = True) -> Instrument:
    """An instrument as it stands on a day; what it carries is left out unless the whole is asked for."""
    ref = look.ref(node)
    issuer = look.one(node, "issuer") or look.one(node, "resolvedBy") or look.one(node, "ofBody")
    return Instrument(
        id=node.value,
        name=ref.name,
        kind=ref.kind,
        date=look.text(node, "dcterms:date"),
        issuer=issuer,
        addressee=look.refs(node, "addressee"),
        status=status(look, node, on),
        in_force_from=look.text(node, "inForceFrom"),
        in_force_until=look.text(node, "inForceUntil"),
        condition=look.text(node, "condition"),
        basis=look.refs(node, "eli:based_on"),
        replaces=look.refs(node, "revokes"),
        replaced_by=tuple(look.ref(other) for other in look.sources("revokes", node)),
        carries=tuple(carried_at_last(look, node, on)) if whole else (),
        evidence=look.proofs(node),
        successors=tuple(successors(look, node)) if whole and ref.kind == "direction" else (),
    )


def end_conditions(look: Look) -> list[tuple[str, str]]:
    """(name, words) of each direction whose end is said to depend on something, by name."""
    found = [(look.ref(node).name, look.text(node, "condition")) for node in look.members("Direction")]
    return sorted((name, text) for name, text in found if text)


def status(look: Look, node: NamedNode, on: str | None = None) -> Status:
    """How an instrument stands on a day; without a day, what the documents last say of it."""
    stated = look.text(node, "directionStatus")
    if stated == "draft":
        return "proposed"
    made = look.text(node, "inForceFrom") or look.text(node, "dcterms:date")
    if on and is_date(made) and on < earliest(made or ""):
        return "not yet made"
    ends = [look.text(other, "dcterms:date") for other in look.sources("revokes", node)]
    days = [latest(day) for day in ends if day and is_date(day)]
    if on and days:
        return "revoked" if on >= min(days) else "in force"
    if days or stated == "revoked":
        return "revoked"
    until = look.text(node, "inForceUntil")
    if on and until and is_date(until):
        return "lapsed" if on > latest(until) else "in force"
    if on:
        return "in force" if stated == "made" else "unknown"
    return "made" if stated == "made" else "unknown"


def directions(look: Look, on: str | None = None, *, lapsed: bool = False) -> list[Instrument]:
    """All directions in the order of their dates; with `lapsed` those that no longer bind on the day."""
    every = [instrument(look, node, on) for node in look.members("Direction")]
    kept = [one for one in every if not lapsed or one.status in ENDED]
    return sorted(kept, key=lambda one: (one.date or "", one.name, one.id))


def carried_at_last(look: Look, node: NamedNode, on: str | None = None) -> list[Carried]:
    """What rests on an instrument, directly and through the instruments that rest on it, each thing once."""
    out = carried(look, node, on)
    seen = {node.value, *(one.id for one in out)}
    at = 0
    while at < len(out):
        thing = NamedNode(out[at].id)
        at += 1
        if not INSTRUMENTS & set(look.kinds(thing)):
            continue
        for one in carried(look, thing, on):
            if one.id not in seen:
                seen.add(one.id)
                out.append(dataclasses.replace(one, through=look.ref(thing)))
    return out


def _also(look: Look, thing: NamedNode, node: NamedNode, on: str | None) -> tuple[str, ...]:
    """What else imposes a thing, as stated and not known to have ended."""
    others = {
        by
        for mandate in look.sources("mandated", thing)
        if look.text(mandate, "how") == "stated"
        for by in look.nodes(mandate, "mandatedBy")
        if by != node and status(look, by, on) not in ENDED
    }
    return tuple(sorted(look.ref(by).name for by in others))


def carried(look: Look, node: NamedNode, on: str | None = None) -> list[Carried]:
    """What rests on an instrument, directly."""
    found = []
    for mandate in look.sources("mandatedBy", node):
        for thing in look.nodes(mandate, "mandated"):
            ref = look.ref(thing)
            found.append(
                Carried(
                    instrument=look.ref(node).name,
                    how=look.text(mandate, "how") or "stated",
                    type=ref.kind,
                    text=described(look, thing),
                    bearer=bearer(look, thing),
                    mandate=mandate.value,
                    evidence=look.proofs(mandate) or look.proofs(thing),
                    id=thing.value,
                    also=_also(look, thing, node, on),
                )
            )
    return sorted(found, key=lambda c: (c.how != "stated", c.type, str(c.bearer), c.text, c.id))


def act_named(look: Look, title: str) -> tuple[NamedNode, str]:
    """The Act or provision of a name, with the name; a section that papers cite only in parts counts as one."""
    from ...ontology.legislation import identify
    from .naming import find

    try:
        node = find(look, title, "Act", "Provision")
    except AmbiguousName:
        cut = re.match(r"(.*?\d{4})\s*,?\s+((?:sections?|ss?\.?|regulations?|schedule|part)\b.*)", title, re.IGNORECASE)
        found = identify(cut[1], cut[2]).iris if cut else ()
        whole = NamedNode(found[0]) if len(found) == 1 else None
        if whole is None or len(under(look, whole)) < 2:
            raise
        return whole, title
    return node, look.ref(node).name


def under(look: Look, act: NamedNode) -> list[NamedNode]:
    """An Act or provision, and the provisions below it: of the Act, or of the section."""
    kinds = look.kinds(act)
    if "Act" in kinds:
        return [act, *look.sources("ofAct", act)]
    inside = f"{act.value}/"
    every = (q.subject for q in look.store.quads_for_pattern(None, TYPE, term("Provision"), None))
    return [act, *sorted((n for n in set(every) if n.value.startswith(inside)), key=lambda n: str(n.value))]


def resting_on(look: Look, act: NamedNode, on: str | None = None) -> list[Resting]:
    """What rests on an Act, a section, or anything below it: the instruments made under it and what these carry."""
    out: list[Resting] = []
    for provision in under(look, act):
        ref = look.ref(provision)
        out.extend(
            Resting(ref, c.type, c.how, c.bearer, c.text, None, None, c.evidence, c.id)
            for c in carried(look, provision)
            if c.type != "direction"
        )
        for node in look.sources("eli:based_on", provision):
            one = instrument(look, node, on)
            out.append(Resting(ref, one.kind, "stated", one.issuer, one.name, None, one.status, one.evidence, one.id))
            by = look.ref(node)
            out.extend(
                Resting(ref, c.type, c.how, c.bearer, c.text, by, one.status, c.evidence, c.id) for c in one.carries
            )
    return out


def described(look: Look, thing: NamedNode) -> str:
    """What a duty, decision, action or establishment is, in a few words."""
    text = look.text(thing, "action") or look.text(thing, "text")
    if text:
        return text
    body = look.one(thing, "established")
    return f"establishment of {body}" if body else look.ref(thing).name


def bearer(look: Look, thing: NamedNode) -> Ref | None:
    """On whom a duty or action falls, or whose decision it is."""
    return look.one(thing, "bearer") or look.one(thing, "owner") or look.one(thing, "decidedBy")
