"""Whether a store keeps its own rules: the SHACL shapes, and every quote against the text of its document.

Invariant: a finding names the document, the statement or passage, and what is wrong; findings come in one order. The work
is done in parts of bounded size (documents together, then relations with the classes of what they name), so that a
large store is never in memory as a whole.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from ..errors import StoreError
from ..ontology import SHAPES, data_file
from ..ontology.terms import PREFIXES, TYPE, iri
from .statements import StoredDocument, documents
from .store import AnyStore, Store
from .texts import hash_of

if TYPE_CHECKING:
    from rdflib import Graph

_PART = 20_000
_TYPE = ox.NamedNode(TYPE)
_KNOWN = ox.DefaultGraph()
_SH = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong: in which document (or `what is known`), where in it, and what."""

    document: str
    focus: str
    message: str


def validate(store: AnyStore) -> list[Finding]:
    """All that is wrong with a store, in order; nothing if it is sound."""
    held = documents(store)
    found = set(_quotes(store, held))
    names = {one.iri: one.path for one in held}
    shapes = _graph(ox.parse(data_file(SHAPES).read_bytes(), format=ox.RdfFormat.TURTLE))
    for part in _parts(store, held):
        focus = {quad.subject.value for quad in part}
        found |= set(_violations(_graph([*part, *_classes(store, part)]), shapes, names, focus))
    return sorted(found)


def _quotes(store: AnyStore, held: Iterable[StoredDocument]) -> Iterator[Finding]:
    """The quotes that do not stand in the text of their document, and the texts that are not as they were."""
    exact, start, end = (ox.NamedNode(iri(name)) for name in ("oa:exact", "oa:start", "oa:end"))
    for document in held:
        text = store.text(document.text_sha256)
        if text is None or hash_of(text) != document.text_sha256:
            state = "is missing from the store" if text is None else "was altered in the store"
            yield Finding(document.path, "text", f"the text of the document {state}; ingest it again")
            continue
        graph = ox.NamedNode(document.iri)
        for quad in store.quads_for_pattern(None, exact, None, graph):
            said = quad.object.value
            first, last = (_number(store, quad.subject, name, graph) for name in (start, end))
            if first is None or last is None:
                continue  # the shapes tell
            if _kept(text[first:last]) != said:
                there = f"the text has {_short(text[first:last])}" if text[first:last] else "the text is shorter"
                message = f"the quote {_short(said)} does not stand at {first}-{last}; {there}"
                yield Finding(document.path, _tail(quad.subject.value, document.iri), message)


def _number(store: AnyStore, node: Any, name: ox.NamedNode, graph: ox.NamedNode) -> int | None:
    """The one whole number that a property gives; None if there is none, or several."""
    found = {quad.object.value for quad in store.quads_for_pattern(node, name, None, graph)}
    only = found.pop() if len(found) == 1 else ""
    return int(only) if only.isdecimal() else None


def _kept(text: str) -> str:
    """A text as a literal keeps it: a lone surrogate becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return repr(folded if len(folded) <= 120 else folded[:117] + "...")


def _tail(address: str, document: str) -> str:
    return address.removeprefix(document + "/")


def _parts(store: AnyStore, held: Iterable[StoredDocument]) -> Iterator[list[Any]]:
    """The quads of the store in parts that can each be checked on their own; a subject is never divided."""
    part: list[Any] = []
    for document in held:
        part += store.quads_for_pattern(None, None, None, ox.NamedNode(document.iri))
        if len(part) >= _PART:
            yield part
            part = []
    if part:
        yield part
    part, subject = [], None
    known = store.quads_for_pattern(None, None, None, _KNOWN)  # the index of a folder gives them by subject
    for quad in known if isinstance(store, Store) else sorted(known, key=str):
        if quad.subject != subject and len(part) >= _PART:
            yield part
            part = []
        subject = quad.subject
        part.append(quad)
    if part:
        yield part


def _classes(store: AnyStore, part: Iterable[Any]) -> list[Any]:
    """The classes of what quads of what is known refer to outside themselves."""
    known = [quad for quad in part if quad.graph_name == _KNOWN]
    near = {quad.object for quad in known if isinstance(quad.object, ox.NamedNode) and quad.predicate != _TYPE}
    near -= {quad.subject for quad in known}
    return [quad for node in near for quad in store.quads_for_pattern(node, _TYPE, None, None)]


def _graph(quads: Iterable[Any]) -> Graph:
    """Quads as an rdflib graph, which is what pySHACL reads; the names of graphs are left out."""
    from rdflib import BNode, Graph, Literal, URIRef

    def term(given: Any) -> URIRef | BNode | Literal:
        if isinstance(given, ox.NamedNode):
            return URIRef(given.value)
        if isinstance(given, ox.BlankNode):
            return BNode(given.value)
        datatype = None if given.language else URIRef(given.datatype.value)
        return Literal(given.value, lang=given.language, datatype=datatype, normalize=False)

    graph = Graph()
    for quad in quads:
        graph.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return graph


def _violations(data: Graph, shapes: Graph, names: Mapping[str, str], focus: Container[str]) -> Iterator[Finding]:
    """What the shapes refuse of the nodes in focus."""
    from pyshacl import validate as check
    from rdflib import URIRef

    conforms, report, text = check(data, shacl_graph=shapes, inference="none", advanced=False, meta_shacl=False)
    if conforms:
        return
    if not hasattr(report, "subjects"):
        raise StoreError(f"the shapes could not be checked ({text})")
    for result in report.objects(None, URIRef(_SH + "result")):
        node = str(report.value(result, URIRef(_SH + "focusNode")))
        if node not in focus:
            continue
        messages = sorted(str(m) for m in report.objects(result, URIRef(_SH + "resultMessage")))
        path = report.value(result, URIRef(_SH + "resultPath"))
        value = report.value(result, URIRef(_SH + "value"))
        message = "; ".join(messages)
        if path is not None:
            message += f" ({_name(str(path))})"
        if value is not None and str(value) != node:
            message += f", not {_short(str(value))}"
        document = max((one for one in names if node == one or node.startswith(one + "/")), key=len, default="")
        where = _tail(node, document) if document else node
        yield Finding(names.get(document, "what is known"), where, message)


def _name(address: str) -> str:
    """A term by its prefix."""
    for prefix, base in PREFIXES.items():
        if address.startswith(base):
            return f"{prefix}:{address.removeprefix(base)}"
    return address
