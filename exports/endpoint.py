"""`remit serve`: the store as a read-only SPARQL endpoint on this machine, by the SPARQL 1.1 Protocol.

GET and POST at `/sparql` answer queries as JSON, XML, CSV or TSV, triples as Turtle, N-Triples or RDF/XML; `/` is a page to ask
from, `/explorer` the explorer page. Invariant: it listens on the loopback address alone, answers only requests made to it by
that name (so that no web page can reach it through a name of its own), changes nothing, and ends what takes too long.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import BoundedSemaphore, Lock
from typing import Any
from urllib.parse import parse_qs, urlsplit

from .answering import REFUSED, SHORT, UNACCEPTABLE
from .asking import asking_page, described

MOST_BYTES = 1 << 20
"""Bytes of the longest query that is read."""
AT_ONCE = 4
"""Queries that run at one time; more wait."""
_LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]", "::1"})
_MODULE = f"{__package__}.answering"
_PLAIN = "text/plain; charset=utf-8"


class RefusedRequestError(Exception):
    """A request that is not answered: its HTTP status, why, and headers that go with it."""

    def __init__(self, status: int, why: str, **headers: str) -> None:
        super().__init__(why)
        self.status, self.headers = status, headers


class Endpoint(ThreadingHTTPServer):
    """The endpoint of a store's folder on a port of the loopback address (0: any that is free).

    `seconds` is the time that a query may take.
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, folder: str, port: int, seconds: float) -> None:
        self.folder, self.seconds = folder, seconds
        self.running = BoundedSemaphore(AT_ONCE)
        self.making, self._explorer = Lock(), b""
        super().__init__(("127.0.0.1", port), Handler)

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def ask(self, asked: Mapping[str, Any], accept: str) -> tuple[str, bytes]:
        """The media type and bytes of a query's answer; raises RefusedRequestError."""
        with self.running:
            try:
                done = subprocess.run(  # noqa: S603  # our own module, the store, a header; no shell
                    [sys.executable, "-m", _MODULE, self.folder, accept],
                    input=json.dumps(asked).encode(), capture_output=True, timeout=self.seconds, check=False,
                )  # fmt: skip
            except subprocess.TimeoutExpired:
                raise RefusedRequestError(503, f"the query was given up after {self.seconds:g} s; narrow it") from None
        if done.returncode == REFUSED:
            raise RefusedRequestError(400, done.stderr.decode("utf-8", "replace"))
        if done.returncode == UNACCEPTABLE:
            raise RefusedRequestError(406, "no media type that is welcome can carry this answer")
        if done.returncode:
            raise RefusedRequestError(500, "the store could not be read")
        name, _, body = done.stdout.partition(b"\n")
        return name.decode(), body

    def explorer(self) -> bytes:
        """The explorer page, made once."""
        with self.making:
            if not self._explorer:
                from ..graph.checks import findings
                from ..graph.store import Store
                from .explorer import explorer

                store = Store.read(self.folder)
                found = [one for one in findings(store) if one.accepted is None]
                self._explorer = explorer(store, findings=found).encode("utf-8", "replace")
        return self._explorer


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Endpoint
    timeout = 15
    server_version = "remit"
    sys_version = ""
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer a GET."""
        self._guard(self._get)

    def do_HEAD(self) -> None:
        """Answer a HEAD: as a GET, without the body."""
        self._guard(self._get)

    def do_POST(self) -> None:
        """Answer a POST."""
        self._guard(self._post)

    def __getattr__(self, name: str) -> Any:
        """Every other method is refused."""
        if name.startswith("do_"):
            return lambda: self._guard(self._other)
        raise AttributeError(name)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name of the base class
        """Nothing is logged: a query can be confidential."""

    def _guard(self, act: Any) -> None:
        """Answer, or tell in one line why not."""
        try:
            self._check()
            act()
        except RefusedRequestError as refusal:
            self.close_connection = True
            self._send(refusal.status, _PLAIN, f"{refusal}\n".encode("utf-8", "replace"), refusal.headers)

    def _check(self) -> None:
        """Raise RefusedRequestError unless the request is made to the loopback address, and by no other site's page."""
        port = str(self.server.server_address[1])
        hosts = self.headers.get_all("Host") or [""]
        name, _, told = hosts[0].rpartition(":") if hosts[0].rpartition(":")[2].isdigit() else (hosts[0], "", "")
        if len(hosts) != 1 or name.lower() not in _LOCAL or told not in {port, ""} or (not told and port != "80"):
            raise RefusedRequestError(403, "this endpoint answers only to its loopback address")
        origin = self.headers.get("Origin")
        if origin and origin != f"http://{hosts[0]}":
            raise RefusedRequestError(403, "this endpoint answers no other site's pages")

    def _other(self) -> None:
        raise RefusedRequestError(405, "only GET, HEAD and POST are answered", Allow="GET, HEAD, POST")

    def _get(self) -> None:
        where = urlsplit(self.path)
        given = _fields(where.query)
        if where.path == "/sparql":
            if "update" in given:
                raise RefusedRequestError(403, "this endpoint is read-only")
            if "query" not in given:
                self._send(200, "text/turtle; charset=utf-8", described(self.server.address).encode())
                return
            self._answer(given)
        elif where.path == "/explorer":
            self._send(200, "text/html; charset=utf-8", self.server.explorer())
        elif where.path == "/":
            self._page(given)
        else:
            raise RefusedRequestError(404, "there is /, /sparql and /explorer")

    def _post(self) -> None:
        where = urlsplit(self.path)
        if where.path != "/sparql":
            raise RefusedRequestError(404, "queries are posted to /sparql")
        kind = (self.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
        text = self._body()
        given = _fields(where.query)
        if kind == "application/sparql-query":
            given["query"] = [text]
        elif kind == "application/x-www-form-urlencoded":
            for name, values in _fields(text).items():
                given[name] = [*given.get(name, []), *values]
        elif kind == "application/sparql-update":
            raise RefusedRequestError(403, "this endpoint is read-only")
        else:
            raise RefusedRequestError(415, "post application/sparql-query or application/x-www-form-urlencoded")
        if "update" in given:
            raise RefusedRequestError(403, "this endpoint is read-only")
        self._answer(given)

    def _body(self) -> str:
        """The body of a request."""
        length = self.headers.get("Content-Length") or ""
        if not length.isdigit():
            raise RefusedRequestError(411, "a request with a body needs its length")
        if int(length) > MOST_BYTES:
            raise RefusedRequestError(413, f"a query may have {MOST_BYTES} bytes at most")
        try:
            return self.rfile.read(int(length)).decode("utf-8")
        except UnicodeDecodeError:
            raise RefusedRequestError(400, "a query must be UTF-8") from None

    def _answer(self, given: Mapping[str, list[str]]) -> None:
        """Answer a query."""
        accept = self.headers.get("Accept") or "*/*"
        if form := given.get("format", [""])[0]:
            accept = SHORT.get(form, form)
        name, body = self.server.ask(_asked(given), accept)
        self._send(200, f"{name}; charset=utf-8", body)

    def _page(self, given: Mapping[str, list[str]]) -> None:
        """The page to ask from, with the rows of the query asked, if one is."""
        text, rows, wrong = given.get("query", [""])[0], None, ""
        if text.strip():
            try:
                _, body = self.server.ask(_asked(given), SHORT["csv"])
                rows = body.decode("utf-8", "replace")
            except RefusedRequestError as refusal:
                wrong = str(refusal)
        page, policy = asking_page(text, rows, wrong)
        self._send(
            200, "text/html; charset=utf-8", page.encode("utf-8", "replace"), {"Content-Security-Policy": policy}
        )

    def _send(self, status: int, kind: str, body: bytes, headers: Mapping[str, str] | None = None) -> None:
        """Send an answer."""
        self.send_response(status)
        for name, value in {
            "Content-Type": kind, "Content-Length": str(len(body)), "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store", "Referrer-Policy": "no-referrer", **(headers or {}),
        }.items():  # fmt: skip
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _fields(text: str) -> dict[str, list[str]]:
    """The fields of a query string or form; raises RefusedRequestError where it is none."""
    try:
        return parse_qs(text, keep_blank_values=True, errors="strict", max_num_fields=64)
    except ValueError:
        raise RefusedRequestError(400, "the fields of the request cannot be read") from None


def _asked(given: Mapping[str, list[str]]) -> dict[str, Any]:
    """What a request asks: exactly one query, and the graphs it is to be asked of."""
    if len(given.get("query", ())) != 1:
        raise RefusedRequestError(400, "give one query")
    return {
        "query": given["query"][0],
        "default": given.get("default-graph-uri", []),
        "named": given.get("named-graph-uri", []),
    }
