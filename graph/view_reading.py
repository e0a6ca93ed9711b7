"""Reading a whole store into memory for a view: what is known of each thing, and the passages behind it.

Invariant: one pass over the default graph; named graphs are only read for the statements that are referred to. Values
are given sorted, properties and classes by the last part of their identifiers, which no two in use share.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Protocol

from pyoxigraph import DefaultGraph, NamedNode


class Source(Protocol):
    """What of a store a view reads."""

    def quads_for_pattern(self, s: Any, p: Any, o: Any, g: Any = None) -> Iterator[Any]:
        """The quads that fit; None fits all."""


class Said:
    """What is said of one thing."""

    __slots__ = ("values",)

    def __init__(self) -> None:
        self.values: dict[str, list[str]] = {}

    def texts(self, name: str) -> tuple[str, ...]:
        """The values of a property, in order, each once."""
        return tuple(sorted(set(self.values.get(name, ()))))

    def text(self, name: str) -> str | None:
        """The first value of a property."""
        return min(self.values.get(name, ()), default=None)


_NOTHING = Said()
Row = tuple[str, int, int, str, str, str, int | None, str | None]
PaperRow = tuple[str, str, str, str | None, str, str | None]


class Knowledge:
    """The default graph of a store in memory, and the passages of its statements."""

    def __init__(self, store: Source) -> None:
        self._store = store
        self._said: dict[str, Said] = defaultdict(Said)
        self._members: dict[str, list[str]] = defaultdict(list)
        self._rows: dict[str, tuple[Row, ...]] = {}
        self._papers: dict[str, PaperRow] = {}
        names: dict[str, str] = {}
        for quad in store.quads_for_pattern(None, None, None, DefaultGraph()):
            predicate = quad.predicate.value
            name = names.get(predicate) or names.setdefault(predicate, local(predicate))
            if name == "type":
                self._members[local(quad.object.value)].append(quad.subject.value)
            else:
                self._said[quad.subject.value].values.setdefault(name, []).append(quad.object.value)

    def members(self, cls: str) -> list[str]:
        """The things of a class, in order."""
        return sorted(self._members.get(cls, ()))

    def said(self, iri: str) -> Said:
        """What is said of a thing."""
        return self._said.get(iri, _NOTHING)

    def evidence(self, iri: str) -> list[Row]:
        """The passages that support a thing, each once, in the order of documents and text."""
        found: dict[tuple[str, int, int], Row] = {}
        for statement in self.said(iri).texts("supportedBy"):
            for row in self._of_statement(statement):
                found.setdefault(row[:3], row)
        return [found[place] for place in sorted(found)]

    def papers(self) -> list[PaperRow]:
        """The documents that passages were taken from so far."""
        return [self._papers[iri] for iri in sorted(self._papers)]

    def _of_statement(self, statement: str) -> tuple[Row, ...]:
        """The passages of one statement."""
        if (kept := self._rows.get(statement)) is None:
            said: dict[str, str] = {}
            marks = []
            for quad in self._store.quads_for_pattern(NamedNode(statement), None, None, None):
                name = local(quad.predicate.value)
                if name == "evidence":
                    marks.append((quad.object, quad.graph_name))
                elif name in {"rule", "certainty"}:
                    said[name] = quad.object.value
            rows = (self._passage(o, g, said) for o, g in marks if isinstance(g, NamedNode))
            kept = self._rows[statement] = tuple(sorted(rows, key=lambda row: row[:3]))
        return kept

    def _passage(self, node: Any, graph: NamedNode, statement: dict[str, str]) -> Row:
        """One passage."""
        said = {
            local(q.predicate.value): q.object.value for q in self._store.quads_for_pattern(node, None, None, graph)
        }
        self._paper(graph)
        page = said.get("page")
        return (
            graph.value,
            int(said.get("start", 0)),
            int(said.get("end", 0)),
            said.get("exact", ""),
            statement.get("rule", ""),
            statement.get("certainty", ""),
            int(page) if page else None,
            said.get("locator"),
        )

    def _paper(self, graph: NamedNode) -> None:
        """Note a document."""
        if graph.value in self._papers:
            return
        said = {
            local(q.predicate.value): q.object.value for q in self._store.quads_for_pattern(graph, None, None, graph)
        }
        path = said.get("path") or graph.value
        title = said.get("title") or path
        self._papers[graph.value] = (
            graph.value, path, title, said.get("date"), said.get("collection", ""), said.get("textSha256"),
        )  # fmt: skip


def local(iri: str) -> str:
    """The last part of an identifier of a term."""
    for mark in ("#", "/", ":"):
        if mark in iri:
            iri = iri.rpartition(mark)[2]
    return iri
