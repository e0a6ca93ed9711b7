"""What is known: the entities and dated relations derived from statements, and their form as quads.

Invariant: knowledge is a function of the statements and the ledger alone, whatever their order; each relation names the
statements that support it. It is the default graph of the store and can be dropped and derived again, byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from ..ontology.terms import TYPE, iri
from .store import Store
from .write import STALE

Value = str
Values = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Node:
    """An entity or relation: its address, classes, texts and links by name of property, and what supports it.

    `texts` and `links` are (property, value) pairs; a link's value is an address.
    """

    id: str
    kinds: tuple[str, ...]
    texts: Values = ()
    links: Values = ()
    support: tuple[str, ...] = ()
    observed: tuple[str, ...] = ()


@dataclass(slots=True)
class Draft:
    """A node in the making; sets, so that the order of statements leaves no trace."""

    id: str
    kinds: set[str] = field(default_factory=set)
    texts: set[tuple[str, str]] = field(default_factory=set)
    links: set[tuple[str, str]] = field(default_factory=set)
    support: set[str] = field(default_factory=set)
    observed: set[str] = field(default_factory=set)

    def done(self) -> Node:
        """The node as it is kept."""
        return Node(
            self.id,
            tuple(sorted(self.kinds)),
            tuple(sorted(self.texts)),
            tuple(sorted(self.links)),
            tuple(sorted(self.support)),
            tuple(sorted(self.observed)),
        )


class Drafts:
    """All nodes in the making, by address."""

    def __init__(self) -> None:
        self.nodes: dict[str, Draft] = {}

    def at(self, address: str, *kinds: str) -> Draft:
        """The draft of an address, made if there is none."""
        draft = self.nodes.setdefault(address, Draft(address))
        draft.kinds.update(kinds)
        return draft

    def done(self) -> list[Node]:
        """The nodes, by address."""
        return [self.nodes[address].done() for address in sorted(self.nodes)]


def quads(nodes: Iterable[Node]) -> Iterator[ox.Quad]:
    """The quads of nodes, in the default graph."""
    for node in nodes:
        subject = ox.NamedNode(node.id)
        for kind in node.kinds:
            yield ox.Quad(subject, ox.NamedNode(TYPE), ox.NamedNode(iri(kind)))
        for name, text in node.texts:
            yield ox.Quad(subject, ox.NamedNode(iri(name)), ox.Literal(text))
        for name, target in node.links:
            yield ox.Quad(subject, ox.NamedNode(iri(name)), ox.NamedNode(target))
        for statement in node.support:
            yield ox.Quad(subject, ox.NamedNode(iri("supportedBy")), ox.NamedNode(statement))
        for day in node.observed:
            yield ox.Quad(subject, ox.NamedNode(iri("observed")), ox.Literal(day))


def rebuild(store: Store) -> None:
    """Derive what is known from all that is stated, and put the difference into the store, in one atomic write."""
    from .derive import derive
    from .statements import documents, statements

    wanted = set(quads(derive(statements(store), documents(store), base=store.base)))
    held = set(store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    if wanted != held:
        store.apply(held - wanted, wanted - held)


def is_stale(store: Store) -> bool:
    """Whether documents have been written that knowledge has not been derived from."""
    return next(store.quads_for_pattern(STALE.subject, STALE.predicate, None, ox.DefaultGraph()), None) is not None
