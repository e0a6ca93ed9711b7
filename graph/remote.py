"""A store behind a SPARQL 1.1 endpoint, in place of one in a folder; Oxigraph's server is the reference.

Invariant: nothing is asked of any address but the one that the user named; terms are written by pyoxigraph, so that what
documents say is never part of a query. Updates are one request, which the reference server runs as one transaction.
The texts of documents stand in a graph of their own, which patterns without a graph pass over. The server's default
graph must not be the union of the others.
"""

from __future__ import annotations

import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Container, Iterable, Iterator, Mapping
from types import TracebackType
from typing import Any, Self

import pyoxigraph as ox

from ..errors import StoreError, UsageError
from ..ontology.terms import iri
from .ids import BASE
from .store import as_update
from .texts import hash_of

_SECONDS = 300
_RESULTS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
_TEXT = ox.NamedNode(iri("text"))


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirection: what is asked goes to the address that was named, or nowhere."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Nothing, which makes the redirection an error."""


_OPENER = urllib.request.build_opener(_Stay)


class RemoteStore:
    """A store at an address: `http://host:7878`, its `/query`, or an endpoint that takes queries and updates both."""

    writable = True

    def __init__(self, address: str, *, base: str = BASE) -> None:
        parts = urllib.parse.urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise UsageError(f"{address}: is no address of a store; write it as http://localhost:7878")
        path = parts.path.rstrip("/")
        self.address, self.base = address, base
        if path.endswith(("/query", "/update")) or not path:
            root = path.removesuffix("/query").removesuffix("/update")
            query, update = f"{root}/query", f"{root}/update"
        else:
            query = update = path
        self._query, self._update = (parts._replace(path=p).geturl() for p in (query, update))
        self._texts = ox.NamedNode(f"{base}texts")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Nothing is held open."""

    def flush(self) -> None:
        """The server's own affair."""

    def quads_for_pattern(self, s: Any, p: Any, o: Any, g: Any = None) -> Iterator[Any]:
        """The quads that fit; None fits all."""
        given = {"s": s, "p": p, "o": o}
        triple = " ".join(str(term) if term is not None else f"?{name}" for name, term in given.items())
        named = f"GRAPH ?g {{ {triple} }} FILTER(?g != {self._texts})"
        if isinstance(g, ox.DefaultGraph):
            where = triple
        elif g is not None:
            where = f"GRAPH {g} {{ {triple} }}"
        else:
            where = f"{{ {triple} }} UNION {{ {named} }}"
        for row in self.query(f"SELECT * WHERE {{ {where} }}"):
            found = {name: term if term is not None else row[name] for name, term in given.items()}
            graph = g if g is not None else _or_default(row)
            yield ox.Quad(found["s"], found["p"], found["o"], graph)

    def query(
        self,
        text: str,
        *,
        prefixes: Mapping[str, str] | None = None,
        substitutions: Mapping[ox.Variable, Any] | None = None,
        use_default_graph_as_union: bool = False,
    ) -> Any:
        """The answer to a SPARQL query, as pyoxigraph gives it; SyntaxError if it is none."""
        head = "".join(f"PREFIX {name}: <{address}>\n" for name, address in sorted((prefixes or {}).items()))
        tail = "".join(f"\nVALUES {variable} {{ {term} }}" for variable, term in (substitutions or {}).items())
        form = {"query": head + text + tail}
        if use_default_graph_as_union:
            form["union-default-graph"] = "true"
        kind, body = self._post(self._query, form, f"{_RESULTS}, {_TRIPLES};q=0.9")
        if kind == _TRIPLES:
            return ox.parse(body, format=ox.RdfFormat.N_TRIPLES)
        return ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)

    def apply(self, remove: Iterable[ox.Quad], add: Iterable[ox.Quad]) -> None:
        """Take quads out and put others in, in one request."""
        if update := as_update(remove, add):
            self._post(self._update, {"update": update}, "*/*")

    def text(self, name: str) -> str | None:
        """The text of a hash; None if it is not kept."""
        held = self.quads_for_pattern(self._text_node(name), _TEXT, None, self._texts)
        return next((quad.object.value for quad in held), None)

    def keep_text(self, text: str) -> str:
        """Keep a text; its hash."""
        name = hash_of(text)
        self.apply([], [ox.Quad(self._text_node(name), _TEXT, ox.Literal(text), self._texts)])
        return name

    def drop_texts(self, names: Iterable[str]) -> None:
        """Remove the texts of some hashes."""
        for name in sorted(names):
            self.apply(list(self.quads_for_pattern(self._text_node(name), _TEXT, None, self._texts)), [])

    def sweep_texts(self, wanted: Container[str]) -> None:
        """Remove all texts but those of the wanted hashes."""
        rows = self.query(f"SELECT ?s WHERE {{ GRAPH {self._texts} {{ ?s {_TEXT} ?o }} }}")
        self.drop_texts({name for row in rows if (name := row["s"].value.rpartition(":")[2]) not in wanted})

    def __len__(self) -> int:
        return sum(1 for _ in self.quads_for_pattern(None, None, None))

    def _text_node(self, name: str) -> ox.NamedNode:
        return ox.NamedNode(f"urn:remit:text:{name}")

    def _post(self, address: str, form: Mapping[str, str], accept: str) -> tuple[str, bytes]:
        """Send a form; the kind and bytes of the answer."""
        data = urllib.parse.urlencode(form).encode("ascii")
        request = urllib.request.Request(address, data, {"Accept": accept})  # noqa: S310 - http and https alone, by __init__
        try:
            with _OPENER.open(request, timeout=_SECONDS) as answer:
                return answer.headers.get_content_type(), answer.read()
        except urllib.error.HTTPError as error:
            said = " ".join(error.read(400).decode("utf-8", "replace").split()) or error.reason
            if error.code == 400 and "query" in form:
                raise SyntaxError(said) from error
            raise StoreError(f"{self.address}: the server refused ({error.code}: {said})") from error
        except (OSError, ValueError) as error:
            reason = getattr(error, "reason", error)
            raise StoreError(f"{self.address}: cannot be reached ({reason}); is the server running?") from error


def _or_default(row: Any) -> Any:
    """The graph of a row; the default graph where none is bound."""
    try:
        return row["g"] or ox.DefaultGraph()
    except KeyError:
        return ox.DefaultGraph()
