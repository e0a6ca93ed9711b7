"""Writing documents: each whole, in its own graph, in one atomic write.

Invariant: after a crash at any point the store holds either what it held before or what it was to hold; the text of a
document is kept before its quads, and swept only after. A document's graph is a function of its record and facts alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from ..ontology.terms import INTEGER, TYPE, iri, statement_class, value_property
from .facts import Fact, values
from .ids import digest, document_id
from .store import Store
from .texts import hash_of, keep, sweep

_TYPE = ox.NamedNode(TYPE)
_INTEGER = ox.NamedNode(INTEGER)
STALE = ox.Quad(ox.NamedNode("urn:remit:store"), ox.NamedNode(iri("stale")), ox.Literal("true"))
"""Stands in the default graph while documents have been written that knowledge has not been derived from yet."""


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document as it is kept: whose it is, where it was, its text, the hash of its bytes, what its head says."""

    collection: str
    path: str
    text: str
    sha256: str
    title: str | None = None
    date: str | None = None
    kind: str | None = None
    body: str | None = None
    organisation: str | None = None
    pages: tuple[int, ...] = ()


def put_document(store: Store, record: DocumentRecord, facts: Sequence[Fact]) -> str:
    """Keep a document with its facts, in place of what was kept under the same collection and path; its address.

    Writes the difference alone, in one atomic write.
    """
    document = document_id(store.base, record.collection, record.path)
    keep(store.folder, record.text)
    wanted = set(document_quads(document, record, facts))
    held = set(store.quads_for_pattern(None, None, None, ox.NamedNode(document)))
    if wanted != held:
        store.apply(held - wanted, (wanted - held) | {STALE})
    return document


def withdraw(store: Store, document: str) -> None:
    """Take a document (by its address) out, with all that it alone stated; its text goes if no other has the same."""
    held = list(store.quads_for_pattern(None, None, None, ox.NamedNode(document)))
    store.apply(held, [STALE])
    store.flush()
    kept = store.quads_for_pattern(None, ox.NamedNode(iri("textSha256")), None, None)
    sweep(store.folder, {q.object.value for q in kept if isinstance(q.object, ox.Literal)})


def document_quads(document: str, record: DocumentRecord, facts: Iterable[Fact]) -> Iterator[ox.Quad]:
    """All quads of a document's graph."""
    graph = ox.NamedNode(document)
    yield ox.Quad(graph, _TYPE, ox.NamedNode(iri("Document")), graph)
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
    }
    for name, value in about.items():
        if value:
            yield ox.Quad(graph, ox.NamedNode(iri(name)), _text(value), graph)
    for fact in facts:
        yield from statement_quads(document, fact)


def statement_id(document: str, fact: Fact) -> str:
    """The address of a statement: its document, type, and a digest of its values and place."""
    said = json.dumps(values(fact), sort_keys=True, ensure_ascii=True)
    return f"{document}/statement/{fact.TYPE}-{digest(said, str(fact.evidence.start), str(fact.evidence.end))}"


def statement_quads(document: str, fact: Fact) -> Iterator[ox.Quad]:
    """The quads of one statement and of its evidence."""
    graph, node = ox.NamedNode(document), ox.NamedNode(statement_id(document, fact))
    evidence = fact.evidence
    passage = ox.NamedNode(f"{document}/evidence/{evidence.start}-{evidence.end}")
    for kind in ("Statement", statement_class(fact.TYPE)):
        yield ox.Quad(node, _TYPE, ox.NamedNode(iri(kind)), graph)
    for name, value in values(fact).items():
        for one in value if isinstance(value, tuple) else (value,):
            yield ox.Quad(node, ox.NamedNode(iri(value_property(name))), _text(one), graph)
    yield ox.Quad(node, ox.NamedNode(iri("evidence")), passage, graph)
    yield ox.Quad(node, ox.NamedNode(iri("rule")), _text(evidence.rule), graph)
    yield ox.Quad(node, ox.NamedNode(iri("certainty")), _text(evidence.certainty), graph)
    for kind in ("prov:Quotation", "oa:TextQuoteSelector", "oa:TextPositionSelector"):
        yield ox.Quad(passage, _TYPE, ox.NamedNode(iri(kind)), graph)
    yield ox.Quad(passage, ox.NamedNode(iri("prov:wasQuotedFrom")), graph, graph)
    yield ox.Quad(passage, ox.NamedNode(iri("oa:exact")), _text(evidence.quote), graph)
    yield ox.Quad(passage, ox.NamedNode(iri("oa:start")), ox.Literal(str(evidence.start), datatype=_INTEGER), graph)
    yield ox.Quad(passage, ox.NamedNode(iri("oa:end")), ox.Literal(str(evidence.end), datatype=_INTEGER), graph)
    if evidence.page is not None:
        yield ox.Quad(passage, ox.NamedNode(iri("page")), ox.Literal(str(evidence.page), datatype=_INTEGER), graph)
    if evidence.locator:
        yield ox.Quad(passage, ox.NamedNode(iri("locator")), _text(evidence.locator), graph)


def _text(value: str) -> ox.Literal:
    """A plain string; a lone surrogate, which RDF cannot hold, becomes the replacement character."""
    return ox.Literal(value.encode("utf-8", "replace").decode("utf-8"))
