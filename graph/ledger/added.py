"""The quads of the facts that the ledger adds, among those of the documents that they are quoted from.

Invariant: a document's graph holds an added fact exactly while a standing decision adds it, and its passage only while
some fact is quoted from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pyoxigraph as ox

from ...ontology.terms import iri
from ..statements import Statement
from ..write import statement_quads
from .rulings import ADDED

_RULE, _EVIDENCE = ox.NamedNode(iri("rule")), ox.NamedNode(iri("evidence"))


def added_quads(added: Iterable[Statement]) -> Iterator[ox.Quad]:
    """The quads of added statements with their passages."""
    for s in added:
        yield from statement_quads(s.document, s.iri, s.fact, s.fact.evidence)


def held_added(store: Any) -> Iterator[ox.Quad]:
    """The quads of the added statements that a store holds, with the passages that no other statement is quoted from."""
    mine = {q.subject: q.graph_name for q in store.quads_for_pattern(None, _RULE, ox.Literal(ADDED), None)}
    for node, graph in mine.items():
        about = list(store.quads_for_pattern(node, None, None, graph))
        yield from about
        for passage in (q.object for q in about if q.predicate == _EVIDENCE):
            users = {q.subject for q in store.quads_for_pattern(None, _EVIDENCE, passage, graph)}
            if users <= mine.keys():
                yield from store.quads_for_pattern(passage, None, None, graph)
