"""A store behind an endpoint gives what a store in a folder gives."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest

from remit.errors import StoreError, UsageError
from remit.exports.rdf import lines
from remit.graph.facts import Evidence, Holds
from remit.graph.remote import RemoteStore
from remit.graph.statements import documents, statements
from remit.graph.store import Store
from remit.graph.write import DocumentRecord, put_document, withdraw

NASTY = 'Ann "Nan" Reed\\u0022 } ; DROP ALL # \n\U0001f6a2'


class Endpoint(BaseHTTPRequestHandler):
    """As much of the SPARQL protocol as the client speaks, over a store in memory."""

    def do_POST(self):
        """Answer a query or run an update; `/away` leads elsewhere."""
        if self.path == "/away/query":
            self.send_response(302)
            self.send_header("Location", "/query")
            self.end_headers()
            return
        form = {k: v[0] for k, v in parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()).items()}
        body, kind, code = b"", "text/plain", 200
        try:
            if self.path == "/update":
                self.server.held.update(form["update"])
                code = 204
            else:
                found = self.server.held.query(form["query"], use_default_graph_as_union="union-default-graph" in form)
                graph = isinstance(found, ox.QueryTriples)
                kind = "application/n-triples" if graph else "application/sparql-results+json"
                form_ = ox.RdfFormat.N_TRIPLES if graph else ox.QueryResultsFormat.JSON
                body = found.serialize(format=form_)
        except SyntaxError as error:
            body, code = str(error).encode(), 400
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Keep quiet."""


@pytest.fixture
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Endpoint) as one:
        one.held = ox.Store()
        threading.Thread(target=one.serve_forever, daemon=True).start()
        yield one
        one.shutdown()


@pytest.fixture
def remote(server):
    return RemoteStore(f"http://127.0.0.1:{server.server_port}")


def fill(store):
    fact = Holds(person=NASTY, role="Clerk", evidence=Evidence(0, 3, "Ann", "r"))
    return [
        put_document(store, DocumentRecord("c", f"{n}.txt", f"Ann {n} {NASTY}", "ab" * 32), [fact]) for n in range(3)
    ]


def test_documents_are_kept_as_in_a_folder(remote, tmp_path):
    """The same quads, statements and texts, hostile ones too; replaced and withdrawn alike."""
    with Store.open(tmp_path / "s", create=True) as local:
        for store in (remote, local):
            first = fill(store)[0]
            fill(store)
            withdraw(store, first)
        assert lines(remote) == lines(local)
        assert list(statements(remote)) == list(statements(local))
        assert [remote.text(d.text_sha256) for d in documents(remote)] == [f"Ann {n} {NASTY}" for n in (1, 2)]
        assert len(remote) == len(local)
    texts = list(remote.quads_for_pattern(None, None, None, ox.NamedNode("urn:remit:texts")))
    assert len(texts) == 2


def test_queries_are_answered(remote):
    """Rows, yes or no, and triples; prefixes and parameters as in a folder."""
    fill(remote)
    text = "SELECT ?g ?p WHERE { GRAPH ?g { ?d remit:path ?p } }"
    wanted = ox.Literal("1.txt")
    (row,) = remote.query(text, prefixes={"remit": "urn:remit:def:"}, substitutions={ox.Variable("p"): wanted})
    assert row["p"] == wanted
    assert bool(remote.query("ASK { ?s ?p ?o }", use_default_graph_as_union=True))
    assert (
        len(list(remote.query("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <urn:remit:document/c/0.txt> { ?s ?p ?o } }"))) > 5
    )
    with pytest.raises(SyntaxError):
        remote.query("SELECT nonsense")


def test_an_address_that_does_not_answer_is_told(server):
    """One line that names the address and what to look at."""
    with pytest.raises(StoreError, match="cannot be reached"):
        len(RemoteStore("http://127.0.0.1:1"))
    address = f"http://127.0.0.1:{server.server_port}"
    with pytest.raises(StoreError, match="refused"):
        RemoteStore(address)._post(f"{address}/update", {"update": "nonsense"}, "*/*")
    with pytest.raises(StoreError, match="refused"):
        len(RemoteStore(f"{address}/away/query"))


@pytest.mark.parametrize("address", ["ftp://x/y", "file:///etc/passwd", "http://", "nonsense"])
def test_only_addresses_of_servers_are_taken(address):
    """A file or another scheme is refused before anything is opened."""
    with pytest.raises(UsageError):
        RemoteStore(address)
