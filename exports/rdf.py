"""The store as RDF: N-Quads, TriG, Turtle, JSON-LD.

Invariant: the same store gives the same bytes, in whatever order it was filled.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any, TextIO

import pyoxigraph as ox

from ..ontology.terms import PREFIXES, iri

_STALE = iri("stale")


def lines(store: Any, *, known_only: bool = False) -> list[str]:
    """The quads of a store as sorted lines of N-Quads; with `known_only` those of the default graph."""
    graph = ox.DefaultGraph() if known_only else None
    found = store.quads_for_pattern(None, None, None, graph)
    return sorted(f"{q} ." for q in found if q.predicate.value != _STALE)


def nquads(store: Any, out: TextIO) -> None:
    """Everything, a quad a line, sorted."""
    out.writelines(line + "\n" for line in lines(store))


def turtle(store: Any, out: TextIO) -> None:
    """What is known (the default graph), with prefixes, grouped by subject."""
    _grouped(store, out, [None])


def trig(store: Any, out: TextIO) -> None:
    """Everything, with prefixes: what is known, then each document's graph."""
    graphs = sorted(
        {
            q.graph_name.value
            for q in store.quads_for_pattern(None, None, None, None)
            if isinstance(q.graph_name, ox.NamedNode)
        }
    )
    _grouped(store, out, [None, *graphs])


def jsonld(store: Any, out: TextIO) -> None:
    """Everything, as JSON-LD in expanded form with a context, by graph and subject."""
    graphs: dict[str, dict[str, dict[str, Any]]] = {}
    for quad in sorted(store.quads_for_pattern(None, None, None, None), key=str):
        if quad.predicate.value == _STALE:
            continue
        name = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
        node = graphs.setdefault(name, {}).setdefault(quad.subject.value, {"@id": quad.subject.value})
        predicate = _short(quad.predicate.value)
        if predicate == "rdf:type":
            node.setdefault("@type", []).append(_short(quad.object.value))
        else:
            node.setdefault(predicate, []).append(_value(quad.object))
    body: list[Any] = list(graphs.pop("", {}).values())
    body += [{"@id": name, "@graph": list(nodes.values())} for name, nodes in sorted(graphs.items())]
    json.dump({"@context": dict(PREFIXES), "@graph": body}, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _value(term: Any) -> dict[str, str]:
    if isinstance(term, ox.NamedNode):
        return {"@id": term.value}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    kind = term.datatype.value
    return {"@value": term.value} if kind.endswith("#string") else {"@value": term.value, "@type": kind}


def _short(address: str) -> str:
    """An address with the prefix of its vocabulary, where what is left is a plain name."""
    for prefix, base in PREFIXES.items():
        local = address[len(base) :]
        if address.startswith(base) and local.isalnum():
            return f"{prefix}:{local}"
    return address


def _grouped(store: Any, out: TextIO, graphs: list[str | None]) -> None:
    out.writelines(f"@prefix {prefix}: <{base}> .\n" for prefix, base in sorted(PREFIXES.items()))
    for name in graphs:
        graph = ox.NamedNode(name) if name else ox.DefaultGraph()
        quads = sorted(store.quads_for_pattern(None, None, None, graph), key=str)
        quads = [q for q in quads if q.predicate.value != _STALE]
        out.write(f"\n<{name}> {{\n" if name else "\n")
        for subject, said in _by(quads, lambda q: str(q.subject)):
            groups = []
            for predicate, objects in _by(said, lambda q: q.predicate.value):
                short = _short(predicate)
                word = "a" if short == "rdf:type" else short if short != predicate else f"<{predicate}>"
                groups.append(f"    {word} " + ", ".join(_object(q.object) for q in objects))
            out.write(f"{subject}\n" + " ;\n".join(groups) + " .\n")
        if name:
            out.write("}\n")


def _by(quads: list[Any], key: Callable[[Any], str]) -> Iterator[tuple[str, list[Any]]]:
    found: dict[str, list[Any]] = {}
    for quad in quads:
        found.setdefault(key(quad), []).append(quad)
    yield from sorted(found.items())


def _object(term: Any) -> str:
    if isinstance(term, ox.NamedNode):
        short = _short(term.value)
        return short if short != term.value else str(term)
    return str(term)


_WRITERS: dict[str, Callable[[Any, TextIO], None]] = {
    "nquads": nquads,
    "turtle": turtle,
    "trig": trig,
    "jsonld": jsonld,
}


def serialize(store: Any, form: str) -> bytes:
    """The store in one of the forms `nquads`, `turtle`, `trig`, `jsonld`, as UTF-8."""
    out = StringIO()
    _WRITERS[form](store, out)
    return out.getvalue().encode("utf-8")
