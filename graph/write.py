"""Writing documents: each whole, in its own graph, in one atomic write.

Invariant: after a crash at any point the store holds either what it held before or what it was to hold; the text of a
document is kept before its quads, and swept only after. A document's graph is a function of its record and facts alone.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pyoxigraph as ox

from ..ontology.terms import INTEGER, TYPE, iri, statement_class, value_property
from .facts import Evidence, Fact, in_order, values
from .ids import digest, document_id
from .store import AnyStore
from .texts import hash_of

_TYPE = ox.NamedNode(TYPE)
_TEXT_SHA256 = ox.NamedNode(iri("textSha256"))
_INTEGER = ox.NamedNode(INTEGER)
STALE = ox.Quad(ox.NamedNode("urn:remit:store"), ox.NamedNode(iri("stale")), ox.Literal("true"))
"""Stands in the default graph while documents have been written that knowledge has not been derived from yet."""


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document as it is kept: whose it is, where it was, its text, the hash of its bytes, what its head says.

    `extractor` names the version of the rules that read it.
    """

    collection: str
    path: str
    text: str
    sha256: str
    title: str | None = None
    date: str | None = None
    kind: str | None = None
    body: str | None = None
    organisation: str | None = None
    extractor: str | None = None


def put_document(store: AnyStore, record: DocumentRecord, facts: Sequence[Fact]) -> str:
    """Keep a document with its facts, in place of what was kept under the same collection and path; its address.

    Writes the difference alone, in one atomic write; nothing at all where nothing differs. A fact that lacks a value
    its type needs states nothing and is left out.
    """
    document = document_id(store.base, record.collection, record.path)
    store.keep_text(record.text)
    wanted = set(document_quads(document, record, facts))
    held = set(store.quads_for_pattern(None, None, None, ox.NamedNode(document)))
    if wanted != held:
        store.apply(held - wanted, (wanted - held) | {STALE})
        store.drop_texts(_texts(held) - _texts(wanted) - _referred(store, _texts(held)))
    return document


def is_unchanged(store: AnyStore, record_of: tuple[str, str], sha256: str, extractor: str | None = None) -> bool:
    """Whether the store holds a document (by collection and path) of the same bytes, as read by the same rules."""
    graph = ox.NamedNode(document_id(store.base, *record_of))
    said = {q.predicate.value: q.object.value for q in store.quads_for_pattern(graph, None, None, graph)}
    return said.get(iri("sha256")) == sha256 and said.get(iri("extractor")) == extractor


def withdraw(store: AnyStore, document: str) -> None:
    """Take a document (by its address) out, with all that it alone stated; its text goes if no other has the same."""
    held = list(store.quads_for_pattern(None, None, None, ox.NamedNode(document)))
    if not held:
        return
    store.apply(held, [STALE])
    store.flush()
    kept = {q.object.value for q in store.quads_for_pattern(None, _TEXT_SHA256, None, None)}
    store.sweep_texts(kept)


def _texts(quads: Iterable[Any]) -> set[str]:
    return {q.object.value for q in quads if q.predicate == _TEXT_SHA256}


def _referred(store: AnyStore, hashes: Iterable[str]) -> set[str]:
    """Those of some hashes that a document in the store has."""
    return {h for h in hashes if next(iter(store.quads_for_pattern(None, _TEXT_SHA256, ox.Literal(h), None)), None)}


def missing(fact: Fact) -> tuple[str, ...]:
    """The values that a fact's type needs and the fact does not give; a fact with some states nothing."""
    return tuple(
        field.name
        for field in dataclasses.fields(fact)
        if field.default is dataclasses.MISSING and field.name != "evidence" and not getattr(fact, field.name)
    )


def document_quads(document: str, record: DocumentRecord, facts: Iterable[Fact]) -> Iterator[ox.Quad]:
    """All quads of a document's graph."""
    graph = ox.NamedNode(document)
    yield ox.Quad(graph, _TYPE, _term("Document"), graph)
    about = {
        "dcterms:title": record.title,
        "dcterms:date": record.date,
        "collection": record.collection,
        "path": record.path,
        "sha256": record.sha256,
        "textSha256": hash_of(record.text),
        "documentKind": record.kind,
        "ofBodyText": record.body,
        "organisationText": record.organisation,
        "extractor": record.extractor,
    }
    for name, value in about.items():
        if value:
            yield ox.Quad(graph, _term(name), _text(value), graph)
    passages: dict[tuple[int, int], Evidence] = {}
    seen: set[str] = set()
    for fact in in_order(fact for fact in facts if not missing(fact)):
        address = statement_id(document, fact)
        place = (fact.evidence.start, fact.evidence.end)
        if address not in seen:  # what two rules find is one statement, under the first rule's name
            seen.add(address)
            yield from statement_quads(document, address, fact, passages.setdefault(place, fact.evidence))


def statement_id(document: str, fact: Fact) -> str:
    """The address of a statement: its document, type, and a digest of its values and place."""
    said = json.dumps(values(fact), sort_keys=True, ensure_ascii=True)
    return f"{document}/statement/{fact.TYPE}-{digest(said, str(fact.evidence.start), str(fact.evidence.end))}"


def statement_quads(document: str, address: str, fact: Fact, shared: Evidence) -> Iterator[ox.Quad]:
    """The quads of one statement and of its passage; `shared` is the evidence whose page and locator the passage has."""
    graph, node = ox.NamedNode(document), ox.NamedNode(address)
    evidence = fact.evidence
    passage = ox.NamedNode(f"{document}/evidence/{evidence.start}-{evidence.end}")
    for kind in ("Statement", statement_class(fact.TYPE)):
        yield ox.Quad(node, _TYPE, _term(kind), graph)
    for name, value in values(fact).items():
        for one in value if isinstance(value, tuple) else (value,):
            yield ox.Quad(node, _term(value_property(name)), _text(one), graph)
    yield ox.Quad(node, _term("evidence"), passage, graph)
    yield ox.Quad(node, _term("rule"), _text(evidence.rule), graph)
    yield ox.Quad(node, _term("certainty"), _text(evidence.certainty), graph)
    for kind in ("prov:Quotation", "oa:TextQuoteSelector", "oa:TextPositionSelector"):
        yield ox.Quad(passage, _TYPE, _term(kind), graph)
    yield ox.Quad(passage, _term("prov:wasQuotedFrom"), graph, graph)
    yield ox.Quad(passage, _term("oa:exact"), _text(shared.quote), graph)
    yield ox.Quad(passage, _term("oa:start"), ox.Literal(str(evidence.start), datatype=_INTEGER), graph)
    yield ox.Quad(passage, _term("oa:end"), ox.Literal(str(evidence.end), datatype=_INTEGER), graph)
    if shared.page is not None:
        yield ox.Quad(passage, _term("page"), ox.Literal(str(shared.page), datatype=_INTEGER), graph)
    if shared.locator:
        yield ox.Quad(passage, _term("locator"), _text(shared.locator), graph)


@cache
def _term(name: str) -> ox.NamedNode:
    """A term, made once."""
    return ox.NamedNode(iri(name))


def _text(value: str) -> ox.Literal:
    """A plain string; a lone surrogate, which RDF cannot hold, becomes a question mark."""
    return ox.Literal(value.encode("utf-8", "replace").decode("utf-8"))
