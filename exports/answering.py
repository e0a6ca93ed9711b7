"""One SPARQL query over a store, answered in a process of its own, so that one that takes too long can be ended.

Run as a module with the store's folder and the media types that are welcome; the query comes in as JSON on standard input,
the answer goes out on standard output, its media type on the first line. Invariant: the store is opened for reading only,
and nothing outside it is reached.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

import pyoxigraph as ox

from ..errors import QueryError
from ..graph.questions.sparql import refuse
from ..graph.store import Store
from ..ontology.terms import PREFIXES

RESULTS: Mapping[str, Any] = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
"""Media types of rows and of yes or no, the one that is given where all are welcome first."""
GRAPHS: Mapping[str, Any] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
"""Media types of triples."""
SHORT: Mapping[str, str] = {
    "json": "application/sparql-results+json", "xml": "application/sparql-results+xml", "csv": "text/csv",
    "tsv": "text/tab-separated-values", "turtle": "text/turtle", "ntriples": "application/n-triples",
}  # fmt: skip
"""Names of media types for those who cannot set a header."""
REFUSED, UNACCEPTABLE = 2, 4
"""Exit codes: a query that cannot be run; an answer for which no welcome media type is known."""


def welcome(accept: str) -> list[str]:
    """The media types of an Accept header, the most welcome first; empty for all."""
    found = []
    for place, part in enumerate(accept.split(",")):
        name, _, rest = part.strip().partition(";")
        weight = next((w[2:] for w in (p.strip() for p in rest.split(";")) if w.startswith("q=")), "1")
        try:
            quality = float(weight)
        except ValueError:
            quality = 0.0
        if name and quality > 0:
            found.append((-quality, place, name.strip().lower()))
    return [name for _, _, name in sorted(found)]


def chosen(types: Iterable[str], known: Mapping[str, Any]) -> str | None:
    """The media type to answer in: the first welcome one that is known; None if none is."""
    wanted = list(types)
    for name in wanted or ["*/*"]:
        if name in known:
            return name
        family = name.partition("/")[0]
        if name == "*/*":
            return next(iter(known))
        if name.endswith("/*"):
            if fits := next((one for one in known if one.startswith(f"{family}/")), None):
                return fits
    return None


def answer(folder: str, asked: Mapping[str, Any], types: Iterable[str]) -> tuple[str, bytes] | None:
    """The media type and bytes of a query's answer; None if no welcome type fits. Raises QueryError."""
    refuse(str(asked["query"]))
    store = Store.read(folder)
    try:
        result = store.query(
            str(asked["query"]),
            prefixes=dict(PREFIXES),
            default_graph=[ox.NamedNode(name) for name in asked.get("default", ())] or None,
            named_graphs=[ox.NamedNode(name) for name in asked.get("named", ())] or None,
        )
        triples = isinstance(result, ox.QueryTriples)
        known = GRAPHS if triples else RESULTS
        name = chosen(types, known)
        if name is None or (isinstance(result, ox.QueryBoolean) and known[name] not in {RESULTS["application/json"], RESULTS["application/xml"]}):  # fmt: skip
            return None
        made = result.serialize(format=known[name])
    except (SyntaxError, ValueError, RuntimeError) as error:
        raise QueryError(f"the query cannot be run: {' '.join(str(error).split())[:300]}") from error
    return name, bytes(made or b"")


def main() -> int:
    """Answer the query on standard input."""
    folder, accept = sys.argv[1], sys.argv[2]
    try:
        given = answer(folder, json.load(sys.stdin), welcome(accept))
    except QueryError as error:
        sys.stderr.write(str(error))
        return REFUSED
    if given is None:
        return UNACCEPTABLE
    sys.stdout.buffer.write(given[0].encode() + b"\n" + given[1])
    return 0


if __name__ == "__main__":
    sys.exit(main())
