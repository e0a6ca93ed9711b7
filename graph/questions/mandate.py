"""Which direction, resolution or Act mandates an action: the chain up from it, link by link.

Invariant: every link is one that the store holds, told as `stated` or `inferred`, the inferred with its rule and reasons;
where nothing leads up, the chain is empty, which is itself the answer: no mandate found.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from .instruments import Instrument, bearer, described, instrument
from .reading import Look, Proof, Ref
from .wording import SOUGHT, matching

if TYPE_CHECKING:
    from pyoxigraph import NamedNode


@dataclass(frozen=True, slots=True)
class Link:
    """A step of a chain: what imposes the thing below it, how that is known, and in which words.

    `level` counts the steps from the action; `because` gives the reasons of an inferred link.
    """

    level: int
    instrument: Instrument
    how: str
    rule: str | None
    because: tuple[str, ...]
    evidence: tuple[Proof, ...]
    id: str


@dataclass(frozen=True, slots=True)
class Chain:
    """An action, decision, duty or establishment, and what mandates it; `mandates` is empty where nothing was found."""

    type: str
    text: str
    bearer: Ref | None
    recipient: tuple[Ref, ...]
    frequency: str | None
    deadline: str | None
    from_: str | None
    condition: str | None
    date: str | None
    mandates: tuple[Link, ...]
    evidence: tuple[Proof, ...]
    id: str


def mandates(look: Look, text: str, on: str | None = None) -> list[Chain]:
    """The chains of everything that a text describes."""
    return in_order(chain(look, node, on) for node in matching(look, text))


def all_mandates(look: Look, on: str | None = None) -> list[Chain]:
    """The chains of every duty, decision, action and establishment of the store."""
    return in_order(chain(look, node, on) for kind in SOUGHT for node in look.members(kind))


def in_order(chains: Iterable[Chain]) -> list[Chain]:
    """Chains with the firmest mandate first, then by bearer and words."""
    return sorted(chains, key=_place)


def chain(look: Look, node: NamedNode, on: str | None = None) -> Chain:
    """The chain of one thing, as it stands on a day."""
    return Chain(
        type=look.ref(node).kind,
        text=described(look, node),
        bearer=bearer(look, node),
        recipient=look.refs(node, "recipient"),
        frequency=look.text(node, "frequency"),
        deadline=look.text(node, "deadline"),
        from_=look.text(node, "validFrom"),
        condition=look.text(node, "condition"),
        date=look.text(node, "dcterms:date"),
        mandates=tuple(links(look, node, on)),
        evidence=look.proofs(node),
        id=node.value,
    )


def links(look: Look, node: NamedNode, on: str | None = None) -> list[Link]:
    """The links up from a thing: each that mandates it, followed by what mandates that."""
    out: list[Link] = []
    seen = {node}

    def climb(thing: NamedNode, level: int) -> None:
        steps = [
            (look.text(mandate, "how") or "stated", look.ref(by).name, by, mandate)
            for mandate in look.sources("mandated", thing)
            for by in look.nodes(mandate, "mandatedBy")
        ]
        for how, _, by, mandate in sorted(steps, key=lambda s: (s[0] != "stated", s[1], s[2].value, s[3].value)):
            out.append(
                Link(
                    level=level,
                    instrument=look.once((by, on), partial(instrument, look, by, on, whole=False)),
                    how=how,
                    rule=look.text(mandate, "mandateRule"),
                    because=tuple(look.texts(mandate, "because")),
                    evidence=look.proofs(mandate),
                    id=mandate.value,
                )
            )
            if by not in seen:
                seen.add(by)
                climb(by, level + 1)

    climb(node, 1)
    return out


def _place(one: Chain) -> tuple[object, ...]:
    """What chains are ordered by."""
    best = min((("stated", "inferred").index(link.how) for link in one.mandates), default=2)
    first = one.evidence[0] if one.evidence else None
    return (
        best,
        one.type,
        str(one.bearer),
        first.document if first else "",
        first.start if first else 0,
        one.text,
        one.id,
    )
