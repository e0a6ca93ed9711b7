"""Reading what documents say back from the store, as the facts that were written.

Invariant: documents and statements come in the order of their addresses, whatever the order of writing.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol, get_type_hints

import pyoxigraph as ox

from ..ontology.terms import TYPE, iri, statement_class, value_property
from .facts import FACT_TYPES, Evidence, Fact

_TYPE = ox.NamedNode(TYPE)


class Quads(Protocol):
    """What of a store is read here."""

    def quads_for_pattern(self, s: Any, p: Any, o: Any, g: Any = None) -> Iterator[Any]:
        """The quads that fit; None fits all."""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document in the store."""

    iri: str
    collection: str
    path: str
    sha256: str
    text_sha256: str
    title: str | None = None
    date: str | None = None
    kind: str | None = None
    body: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact as a document in the store states it."""

    iri: str
    document: str
    collection: str
    date: str | None
    fact: Fact


def documents(store: Quads) -> list[StoredDocument]:
    """The documents of a store, by address."""
    found = {q.subject.value for q in store.quads_for_pattern(None, _TYPE, ox.NamedNode(iri("Document")), None)}
    return [_document(store, address) for address in sorted(found)]


def _document(store: Quads, address: str) -> StoredDocument:
    node = ox.NamedNode(address)
    said = {q.predicate.value: q.object.value for q in store.quads_for_pattern(node, None, None, node)}

    def get(name: str) -> str | None:
        return said.get(iri(name))

    return StoredDocument(
        iri=address,
        collection=get("collection") or "",
        path=get("path") or address,
        sha256=get("sha256") or "",
        text_sha256=get("textSha256") or "",
        title=get("dcterms:title"),
        date=get("dcterms:date"),
        kind=get("documentKind"),
        body=get("ofBodyText"),
        organisation=get("organisationText"),
    )


def statements(store: Quads, document: str | None = None) -> Iterator[Statement]:
    """The statements of one document (by address) or of all, by address."""
    held = [d for d in documents(store) if document in (None, d.iri)]
    for one in held:
        graph = ox.NamedNode(one.iri)
        about: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for quad in store.quads_for_pattern(None, None, None, graph):
            about[quad.subject.value][quad.predicate.value].append(quad.object.value)
        for address in sorted(about):
            kind = next((k for t in about[address][TYPE] if (k := _kinds().get(t))), None)
            if kind is not None:
                yield Statement(address, one.iri, one.collection, one.date, _fact(kind, about[address], about))


@cache
def _kinds() -> dict[str, type[Fact]]:
    return {iri(statement_class(kind.TYPE)): kind for kind in FACT_TYPES}


@cache
def _fields(kind: type[Fact]) -> tuple[tuple[str, str, bool], ...]:
    """(name, address of its property, whether it can have several values) of a fact type's own values."""
    hints = get_type_hints(kind)
    return tuple(
        (field.name, iri(value_property(field.name.rstrip("_"))), hints[field.name] == tuple[str, ...])
        for field in dataclasses.fields(kind)
        if field.name != "evidence"
    )


def _fact(kind: type[Fact], said: dict[str, list[str]], about: dict[str, dict[str, list[str]]]) -> Fact:
    given: dict[str, Any] = {}
    for name, address, several in _fields(kind):
        found = sorted(said.get(address, ()))
        if several:
            given[name] = tuple(found)
        elif found:
            given[name] = found[0]
    passage = about[said[iri("evidence")][0]]
    page = passage.get(iri("page"))
    locator = passage.get(iri("locator"))
    evidence = Evidence(
        start=int(passage[iri("oa:start")][0]),
        end=int(passage[iri("oa:end")][0]),
        quote=passage[iri("oa:exact")][0],
        rule=said[iri("rule")][0],
        certainty=said[iri("certainty")][0],  # type: ignore[arg-type]  # one of the three, by the shapes
        page=int(page[0]) if page else None,
        locator=locator[0] if locator else None,
    )
    return kind(evidence=evidence, **given)
