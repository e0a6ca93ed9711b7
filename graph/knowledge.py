"""What is known: the entities and dated relations derived from statements, and their form as quads.

Invariant: knowledge is a function of the statements and the ledger alone, whatever their order; each relation names the
statements that support it. It is the default graph of the store and can be dropped and derived again, byte for byte.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from ..ontology.terms import TYPE, iri
from .ledger.added import added_quads, held_added
from .ledger.entries import Ledger
from .store import AnyStore
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
        self._by_kind: dict[str, dict[str, Draft]] = defaultdict(dict)

    def at(self, address: str, *kinds: str) -> Draft:
        """The draft of an address, made if there is none."""
        draft = self.nodes.setdefault(address, Draft(address))
        for kind in kinds:
            draft.kinds.add(kind)
            self._by_kind[kind][address] = draft
        return draft

    def of(self, kind: str) -> list[Draft]:
        """The drafts of a class, in the order in which they were made so."""
        return list(self._by_kind[kind].values())

    def remove(self, address: str) -> None:
        """Take the draft of an address out, if there is one."""
        if draft := self.nodes.pop(address, None):
            for kind in draft.kinds:
                del self._by_kind[kind][address]

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


def rebuild(store: AnyStore, ledger: Ledger | None = None) -> None:
    """Derive what is known from all that is stated and decided, and put the difference in, in one atomic write.

    `ledger` is the store's own if none is given.
    """
    from .derive import Derivation
    from .ledger.keeping import graph_of, ledger_of
    from .ledger.keeping import quads as ledger_quads
    from .ledger.rulings import ruled
    from .statements import documents, statements

    if ledger is None:
        ledger = ledger_of(store)
    given = ruled(statements(store), documents(store), ledger, store.text)
    derivation = Derivation(given.statements, given.documents, store.base, ledger, given)
    wanted = set(quads(derivation.run()))
    wanted.update(ledger_quads(ledger, derivation.decides, store.base))
    wanted.update(added_quads(given.added))
    held = set(store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    held.update(store.quads_for_pattern(None, None, None, graph_of(store.base)))
    held.update(held_added(store))
    if wanted != held:
        store.apply(held - wanted, wanted - held)


def is_stale(store: AnyStore) -> bool:
    """Whether documents have been written, or decisions taken, that knowledge has not been derived from."""
    from .ledger.keeping import is_behind

    return (
        is_behind(store)
        or next(store.quads_for_pattern(STALE.subject, STALE.predicate, None, ox.DefaultGraph()), None) is not None
    )
