"""A small store of knowledge built by hand, for the questions."""

from __future__ import annotations

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from remit.graph.questions.reading import TYPE, Look, term


class Known:
    """Writes knowledge, and the statements that support it, into a store in memory."""

    def __init__(self):
        self.store = Store()
        self.count = 0

    def add(self, subject, name, value, graph=None):
        """One quad; a value that is no node becomes a string."""
        value = value if isinstance(value, NamedNode) else Literal(value)
        predicate = TYPE if name == "a" else term(name)
        self.store.add(Quad(subject, predicate, value, graph or DefaultGraph()))

    def document(self, path, date=None):
        """A document with its own graph."""
        node = NamedNode(f"urn:remit:document/papers/{path}")
        self.add(node, "path", path, node)
        if date:
            self.add(node, "dcterms:date", date, node)
        return node

    def thing(self, kind, name, *aliases):
        """A person, body, post or instrument."""
        node = NamedNode(f"urn:remit:{kind.lower()}/papers/{name.replace(' ', '-').lower()}")
        self.add(node, "a", term(kind))
        self.add(node, "skos:prefLabel", name)
        self.add(node, "collection", "papers")
        for alias in aliases:
            self.add(node, "skos:altLabel", alias)
        return node

    def relation(self, kind, quote=None, document=None, **values):
        """A relation node with its values; several values of one name as a list."""
        self.count += 1
        node = NamedNode(f"urn:remit:{kind.lower()}/{self.count:04}")
        self.add(node, "a", term(kind))
        for name, value in values.items():
            for one in value if isinstance(value, list) else [value]:
                self.add(node, name.replace("__", ":"), one)
        if quote:
            self.support(node, quote, document)
        return node

    def support(self, node, quote, document):
        """A statement with its evidence that supports a node."""
        self.count += 1
        statement = NamedNode(f"{document.value}/statement/x-{self.count:04}")
        evidence = NamedNode(f"{document.value}/evidence/{self.count}-{self.count + len(quote)}")
        self.add(node, "supportedBy", statement)
        self.add(statement, "evidence", evidence, document)
        self.add(statement, "rule", "given", document)
        self.add(statement, "certainty", "explicit", document)
        self.add(evidence, "oa:exact", quote, document)
        self.add(evidence, "oa:start", str(self.count), document)
        self.add(evidence, "oa:end", str(self.count + len(quote)), document)

    @property
    def look(self):
        """The store as the questions see it."""
        return Look(self.store)


@pytest.fixture
def known():
    """An empty store to write knowledge into."""
    return Known()
