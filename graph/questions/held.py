"""The documents that a store holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..statements import StoredDocument
    from .reading import Quads


@dataclass(frozen=True, slots=True)
class Held:
    """A document in the store: its path, its own date and kind, and how many statements it makes."""

    document: str
    collection: str
    date: str | None
    kind: str | None
    title: str | None
    statements: int
    id: str


def held(store: Quads) -> list[Held]:
    """The documents of a store, by collection and path; date, kind and title as the ledger corrects them."""
    from pyoxigraph import NamedNode

    from ..statements import documents, statements
    from .reading import Look

    counts = Counter(statement.document for statement in statements(store))
    look = Look(store)

    def told(d: StoredDocument, name: str, stated: str | None) -> str | None:
        return look.decided(NamedNode(d.iri), name, stated)

    return [
        Held(
            d.path,
            d.collection,
            told(d, "date", d.date),
            told(d, "kind", d.kind),
            told(d, "title", d.title),
            counts[d.iri],
            d.iri,
        )
        for d in sorted(documents(store), key=lambda d: (d.collection, d.path))
    ]
