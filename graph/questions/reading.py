"""How the questions read a store: nodes and texts by name of property, references to things, proofs.

Invariant: everything handed out is in one order that depends on the store's content alone, and nothing is written. Names
of properties are those of the ontology (`bearer`) or of a standard one with its prefix (`skos:prefLabel`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol, TypeVar

from pyoxigraph import DefaultGraph, Literal, NamedNode

from ...ontology.terms import PREFIXES, value_property
from ..ids import BASE

TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
KNOWN = DefaultGraph()
KINDS = {
    "Person": "person", "Body": "body", "Post": "post", "Direction": "direction", "TermsOfReference": "terms of reference",
    "Resolution": "resolution", "Plan": "plan", "Act": "act", "Provision": "provision", "Meeting": "meeting",
    "Document": "document", "Obligation": "obligation", "Decision": "decision", "ActionTask": "action",
    "Establishment": "establishment",
}  # fmt: skip
"""The classes whose members can stand in an answer, and how an answer calls them."""

T = TypeVar("T")


class Quads(Protocol):
    """What of a store the questions use."""

    def quads_for_pattern(self, s: Any, p: Any, o: Any, g: Any = None) -> Iterator[Any]:
        """The quads that fit; None fits all."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Something in the store that an answer speaks of."""

    id: str
    name: str
    kind: str = ""

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, order=True)
class Proof:
    """The words of a document that support an answer: `quote` stands verbatim at `start` to `end` of its text."""

    document: str
    start: int
    end: int
    quote: str
    page: int | None = None
    locator: str | None = None
    rule: str = ""
    certainty: str = ""
    date: str | None = None
    statement: str = ""


@cache
def term(name: str) -> NamedNode:
    """The term of a name: `bearer` of remit's own, `skos:prefLabel` of another vocabulary."""
    prefix, _, local = name.rpartition(":")
    return NamedNode(PREFIXES[prefix or "remit"] + local)


class Look:
    """A store as the questions see it; what has been read once is kept while the questions last."""

    def __init__(self, store: Quads) -> None:
        self.store = store
        self._refs: dict[NamedNode, Ref] = {}
        self._proofs: dict[NamedNode, tuple[Proof, ...]] = {}
        self._documents: dict[NamedNode, tuple[str, str | None]] = {}
        self._kept: dict[object, Any] = {}

    def once(self, key: object, make: Callable[[], T]) -> T:
        """What `make` gives, made once for each key while the questions last."""
        if key not in self._kept:
            self._kept[key] = make()
        made: T = self._kept[key]
        return made

    def nodes(self, subject: NamedNode, name: str) -> list[NamedNode]:
        """The things that a property leads to, in order."""
        found = (q.object for q in self.store.quads_for_pattern(subject, term(name), None, KNOWN))
        return sorted((o for o in found if isinstance(o, NamedNode)), key=_iri)

    def node(self, subject: NamedNode, name: str) -> NamedNode | None:
        """The first thing that a property leads to."""
        return next(iter(self.nodes(subject, name)), None)

    def texts(self, subject: NamedNode, name: str) -> list[str]:
        """The texts that a property gives, in order."""
        found = (q.object for q in self.store.quads_for_pattern(subject, term(name), None, KNOWN))
        return sorted(o.value for o in found if isinstance(o, Literal))

    def text(self, subject: NamedNode, name: str) -> str | None:
        """The first text that a property gives."""
        return next(iter(self.texts(subject, name)), None)

    def sources(self, name: str, target: NamedNode) -> list[NamedNode]:
        """The things from which a property leads to a target, in order."""
        return sorted((q.subject for q in self.store.quads_for_pattern(None, term(name), target, KNOWN)), key=_iri)

    def members(self, kind: str) -> list[NamedNode]:
        """All things of a class, in order."""
        return self.sources_of(TYPE, term(kind))

    def sources_of(self, predicate: NamedNode, target: NamedNode) -> list[NamedNode]:
        """The subjects of a predicate and an object, in order."""
        return sorted((q.subject for q in self.store.quads_for_pattern(None, predicate, target, KNOWN)), key=_iri)

    def kinds(self, node: NamedNode) -> list[str]:
        """The classes of a thing, by their own names, the ones that answers speak of first."""
        held = {_local(q.object.value) for q in self.store.quads_for_pattern(node, TYPE, None, KNOWN)}
        return [k for k in KINDS if k in held] + sorted(held - KINDS.keys())

    def ref(self, node: NamedNode) -> Ref:
        """A thing by identifier, name and kind."""
        if (kept := self._refs.get(node)) is None:
            kinds = self.kinds(node)
            name = self.text(node, "skos:prefLabel") or self.text(node, "text") or node.value
            kept = Ref(node.value, name, KINDS.get(kinds[0], kinds[0]) if kinds else "")
            self._refs[node] = kept
        return kept

    def refs(self, subject: NamedNode, name: str) -> tuple[Ref, ...]:
        """The things that a property leads to, by name."""
        return tuple(sorted((self.ref(node) for node in self.nodes(subject, name)), key=lambda r: (r.name, r.id)))

    def one(self, subject: NamedNode, name: str) -> Ref | None:
        """The first thing that a property leads to, as a reference."""
        node = self.node(subject, name)
        return self.ref(node) if node else None

    def proofs(self, *nodes: NamedNode) -> tuple[Proof, ...]:
        """The words that support things: each passage once, in the order of documents and of the text."""
        found: dict[tuple[str, int, int], Proof] = {}
        for node in nodes:
            for statement in self.nodes(node, "supportedBy"):
                for proof in self.passages(statement):
                    found.setdefault((proof.document, proof.start, proof.end), proof)
        return tuple(sorted(found.values(), key=lambda p: (p.document, p.start, p.end)))

    def stated(self, node: NamedNode, name: str, key: str | None = None) -> list[tuple[str, Proof]]:
        """Each value of a property with the passage that states it; `key` names the value in the facts, if differently.

        A value that no statement has (the ledger's) comes with every passage of the node. Of the passages of one document
        those count whose rule says that they were read for this value (`direction.until.again`), if there are any.
        """
        known = self.texts(node, name)
        out, found = [], set()
        for statement in self.nodes(node, "supportedBy"):
            texts = {
                o.value
                for o in (
                    q.object
                    for q in self.store.quads_for_pattern(statement, term(value_property(key or name)), None, None)
                )
            }
            for value in known:
                if value in texts:
                    out += [(value, proof) for proof in self.passages(statement)]
                    found.add(value)
        out += [(value, proof) for value in known if value not in found for proof in self.proofs(node)]
        own = {(value, p.document) for value, p in out if p.rule.endswith(f".{key or name}.again")}
        return sorted((v, p) for v, p in out if (v, p.document) not in own or p.rule.endswith(f".{key or name}.again"))

    def passages(self, statement: NamedNode) -> tuple[Proof, ...]:
        """The passages of one statement."""
        if (kept := self._proofs.get(statement)) is None:
            said = {(q.predicate.value, q.object, q.graph_name) for q in self._about(statement)}
            one = {p: o.value for p, o, _ in said if isinstance(o, Literal)}
            rule = one.get(term("rule").value, "")
            certainty = one.get(term("certainty").value, "")
            kept = tuple(
                self._passage(o, g, rule, certainty, statement.value)
                for p, o, g in said
                if p == term("evidence").value and isinstance(g, NamedNode)
            )
            self._proofs[statement] = kept
        return kept

    def _passage(self, node: NamedNode, graph: NamedNode, rule: str, certainty: str, statement: str) -> Proof:
        """A passage as a proof."""
        said = {q.predicate.value: q.object.value for q in self.store.quads_for_pattern(node, None, None, graph)}
        document, date = self.document(graph)
        page = said.get(term("page").value)
        return Proof(
            document=document,
            start=int(said.get(term("oa:start").value, 0)),
            end=int(said.get(term("oa:end").value, 0)),
            quote=said.get(term("oa:exact").value, ""),
            page=int(page) if page else None,
            locator=said.get(term("locator").value),
            rule=rule,
            certainty=certainty,
            date=date,
            statement=statement,
        )

    def document(self, graph: NamedNode) -> tuple[str, str | None]:
        """A document's path and its own date."""
        if (kept := self._documents.get(graph)) is None:
            said = {q.predicate.value: q.object.value for q in self.store.quads_for_pattern(graph, None, None, graph)}
            date = self.decided(graph, "date", said.get(term("dcterms:date").value))
            kept = said.get(term("path").value, graph.value), date
            self._documents[graph] = kept
        return kept

    def decided(self, graph: NamedNode, name: str, stated: str | None) -> str | None:
        """A value of a document as the ledger corrects it; as stated where it does not."""
        ledger = NamedNode(f"{getattr(self.store, 'base', BASE)}ledger")
        found = []
        for quad in self.store.quads_for_pattern(None, term("decides"), graph, ledger):
            said = {q.predicate: q.object.value for q in self.store.quads_for_pattern(quad.subject, None, None, ledger)}
            if said.get(term("ledgerVerb")) == "correct" and said.get(term("ledgerObject")) == name:
                found.append((int(said[term("ledgerLine")]), said.get(term("ledgerValue"))))
        return max(found)[1] if found else stated

    def around(self, proof: Proof, before: int, after: int) -> tuple[str, str]:
        """What stands before and after a passage in its paper, each on one line; empty where the text is not kept."""
        graph = NamedNode(proof.statement.partition("/statement/")[0])
        name = next((q.object.value for q in self.store.quads_for_pattern(graph, term("textSha256"), None, graph)), "")
        text = str(getattr(self.store, "text", lambda _: "")(name) or "")
        if text[proof.start : proof.end] != proof.quote:
            return "", ""
        lead, rest = text[max(0, proof.start - before) : proof.start], text[proof.end : proof.end + after]
        return " ".join(lead.split()), " ".join(rest.split())

    def _about(self, subject: NamedNode) -> Iterator[Any]:
        """All that is said of a subject, in whatever graph."""
        return self.store.quads_for_pattern(subject, None, None, None)


def _iri(node: NamedNode) -> str:
    """What nodes are ordered by."""
    return str(node.value)


def _local(iri: str) -> str:
    """The last part of an identifier of a term."""
    return iri.rpartition("#")[2].rpartition("/")[2].rpartition(":")[2]
