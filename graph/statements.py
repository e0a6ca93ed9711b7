"""Reading what documents say back from the store, as the facts that were written.

Invariant: documents and statements come in the order of their addresses, whatever the order of writing.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol, cast, get_type_hints

import pyoxigraph as ox

from ..errors import StoreError
from ..ontology.terms import TYPE, iri, statement_class, value_property
from .facts import FACT_TYPES, Certainty, Evidence, Fact

_TYPE = ox.NamedNode(TYPE)
_EVIDENCE, _RULE, _CERTAINTY, _PAGE, _LOCATOR = map(iri, ("evidence", "rule", "certainty", "page", "locator"))
_EXACT, _START, _END = map(iri, ("oa:exact", "oa:start", "oa:end"))


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
    extractor: str | None = None


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
    found = sorted((q.predicate.value, q.object.value) for q in store.quads_for_pattern(node, None, None, node))
    said = dict(reversed(found))  # the first of several, whatever the order of the index

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
        extractor=get("extractor"),
    )


def statements(store: Quads, document: str | None = None) -> Iterator[Statement]:
    """The statements of one document (by address) or of all, by address."""
    for one in documents(store) if document is None else [_document(store, document)]:
        graph = ox.NamedNode(one.iri)
        whole: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for quad in store.quads_for_pattern(None, None, None, graph):
            whole[quad.subject.value][quad.predicate.value].append(quad.object.value)
        for address in sorted(whole):
            kind = next((k for t in sorted(whole[address][TYPE]) if (k := _kinds().get(t))), None)
            if kind is not None:
                yield Statement(address, one.iri, one.collection, one.date, _fact(kind, address, whole))


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


def _fact(kind: type[Fact], address: str, about: Mapping[str, Mapping[str, list[str]]]) -> Fact:
    """The fact of a statement; StoreError if the store does not hold the whole of it."""
    said = about[address]
    given: dict[str, Any] = {}
    for name, term, several in _fields(kind):  # type: ignore[arg-type]  # a class is hashable, whatever its instances are
        found = sorted(said.get(term, ()))
        if several:
            given[name] = tuple(found)
        elif found:
            given[name] = found[0]
    try:
        passage = about[min(said[_EVIDENCE])]
        evidence = Evidence(
            start=int(min(passage[_START])),
            end=int(min(passage[_END])),
            quote=min(passage[_EXACT]),
            rule=min(said[_RULE]),
            certainty=cast("Certainty", min(said[_CERTAINTY])),
            page=int(min(passage[_PAGE])) if _PAGE in passage else None,
            locator=min(passage[_LOCATOR]) if _LOCATOR in passage else None,
        )
        return kind(evidence=evidence, **given)
    except (KeyError, TypeError, ValueError) as error:
        raise StoreError(f"{address}: is not whole in the store; ingest its document again") from error
