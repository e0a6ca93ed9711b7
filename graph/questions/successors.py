"""What is to come after directions and what rested on them: the bodies that continue theirs, or are put forward for after.

Invariant: a successor is one that a paper says takes another's place, or that a paper of the time of the directions puts
forward in a sentence about their end; it is called proposed where no paper says that it came to be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .asof import earliest, is_date, latest
from .proposed import is_proposed
from .reading import Look, Proof, Ref

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

_AFTER = re.compile(
    r"\b(?:conclu\w+|end(?:s|ed|ing)?|expir\w+|laps\w+|lift\w*|withdr\w+|revo\w+|cease\w*|come\s+to\s+an\s+end)\b[^.;]{0,60}?\b[Dd]irections?\b"
    r"|\b[Dd]irections?\b[^.;]{0,60}?\b(?:conclu\w+|end(?:s|ed|ing)?|expir\w+|laps\w+|lift\w*|withdr\w+|revo\w+|cease\w*|com(?:e|es|ing)\s+to\s+an\s+end)\b"
)


@dataclass(frozen=True, slots=True)
class Successor:
    """A body that comes after directions: in place of which body, if one is named; whether it is only proposed."""

    body: Ref
    in_place_of: Ref | None
    proposed: bool
    rule: str
    evidence: tuple[Proof, ...]
    id: str


def successors(look: Look, direction: NamedNode) -> list[Successor]:
    """The bodies that come after a direction and the bodies that rest on it, by name."""
    resting = bodies_under(look, direction)
    found: dict[str, Successor] = {}
    for body in resting:
        for change in look.sources("org:originalOrganization", body):
            for after in look.nodes(change, "org:resultingOrganization"):
                if after not in resting:
                    found[after.value] = Successor(
                        look.ref(after), look.ref(body), is_proposed(look, after), "continues a body that rests on them",
                        look.proofs(change), change.value,
                    )  # fmt: skip
    for node in look.members("Establishment"):
        new = look.node(node, "established")
        if new is None or new in resting or new.value in found or not _alike(look, new, resting):
            continue
        proofs = tuple(proof for proof in look.proofs(node) if _of_the_time(look, direction, proof) and _after(look, proof))  # fmt: skip
        if proofs:
            found[new.value] = Successor(look.ref(new), None, is_proposed(look, new), "put forward for after their end", proofs, node.value)  # fmt: skip
    return sorted(found.values(), key=lambda one: (one.body.name, one.id))


def bodies_under(look: Look, instrument: NamedNode) -> list[NamedNode]:
    """The bodies whose setting up rests on an instrument, as stated."""
    found = {
        body
        for mandate in look.sources("mandatedBy", instrument)
        if look.text(mandate, "how") == "stated"
        for thing in look.nodes(mandate, "mandated")
        for body in look.nodes(thing, "established")
    }
    return sorted(found, key=lambda node: str(node.value))


def _alike(look: Look, new: NamedNode, resting: list[NamedNode]) -> bool:
    """Whether a body is of the collection of those that rest on the direction."""
    mine = set(look.texts(new, "collection"))
    return not resting or any(mine & set(look.texts(body, "collection")) for body in resting)


def _of_the_time(look: Look, direction: NamedNode, proof: Proof) -> bool:
    """Whether a paper is of a day on which a direction, no draft, was in force; a paper without a day may be."""
    if look.text(direction, "directionStatus") == "draft":
        return False
    made, until = look.text(direction, "dcterms:date"), look.text(direction, "inForceUntil")
    if not proof.date or not is_date(proof.date):
        return True
    revoked = [
        day
        for other in look.sources("revokes", direction)
        if (day := look.text(other, "dcterms:date")) and is_date(day)
    ]
    until = min([day for day in (until, *revoked) if day and is_date(day)], default=None)
    began = not (made and is_date(made)) or earliest(made) <= latest(proof.date)
    return began and not (until and earliest(proof.date) > latest(until))


def _after(look: Look, proof: Proof) -> bool:
    """Whether the sentence of a passage is about the end of directions."""
    before, after = look.around(proof, 220, 220)
    lead = re.split(r"[.;:]\s", before)[-1]
    rest = re.split(r"[.;](?:\s|$)", after)[0]
    return _AFTER.search(f"{lead} {proof.quote} {rest}") is not None
