"""The endpoint, over a real socket."""

from __future__ import annotations

import csv
import http.client
import io
import json
import threading
from urllib.parse import urlencode

import pytest

from remit.exports.answering import RESULTS, chosen, welcome
from remit.exports.endpoint import Endpoint

BODIES = "SELECT DISTINCT ?name { ?b a remit:Body ; skos:prefLabel ?name } ORDER BY ?name"


@pytest.fixture(scope="module")
def endpoint(case):
    """The example case, served on a free port of the loopback address."""
    with Endpoint(str(case), 0, 20.0) as served:
        thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield served
        served.shutdown()
        thread.join()


def call(endpoint, method, path, body=None, **headers):
    """One request: status, media type, body."""
    link = http.client.HTTPConnection("127.0.0.1", endpoint.server_address[1], timeout=30)
    link.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    answer = link.getresponse()
    got = answer.read()
    link.close()
    return answer.status, (answer.getheader("Content-Type") or "").partition(";")[0], got


def test_a_query_by_get_answers_in_the_form_that_is_welcome(endpoint):
    """JSON unless told otherwise; XML, CSV and TSV by the Accept header or by name."""
    path = f"/sparql?{urlencode({'query': BODIES})}"
    status, kind, body = call(endpoint, "GET", path)
    assert (status, kind) == (200, "application/sparql-results+json")
    names = [row["name"]["value"] for row in json.loads(body)["results"]["bindings"]]
    assert "Recovery and Improvement Board" in names
    _, kind, body = call(endpoint, "GET", path, Accept="text/csv")
    assert kind == "text/csv"
    assert [row[0] for row in csv.reader(io.StringIO(body.decode()))] == ["name", *names]
    assert call(endpoint, "GET", path, Accept="application/sparql-results+xml;q=0.9, text/csv;q=0.1")[1].endswith(
        "+xml"
    )
    assert call(endpoint, "GET", f"{path}&format=tsv")[1] == "text/tab-separated-values"
    assert call(endpoint, "GET", path, Accept="image/png")[0] == 406


def test_a_query_by_post_is_the_same_in_both_forms(endpoint):
    """The query as the body, or as a field of a form."""
    plain = call(endpoint, "POST", "/sparql", BODIES, Content_Type="application/sparql-query")
    form = call(endpoint, "POST", "/sparql", urlencode({"query": BODIES}), Content_Type="application/x-www-form-urlencoded")  # fmt: skip
    assert plain == form == call(endpoint, "GET", f"/sparql?{urlencode({'query': BODIES})}")
    assert call(endpoint, "POST", "/sparql", BODIES, Content_Type="text/plain")[0] == 415


def test_yes_or_no_and_triples_have_forms_of_their_own(endpoint):
    """ASK as JSON, CONSTRUCT as Turtle or N-Triples."""
    status, _, body = call(endpoint, "GET", f"/sparql?{urlencode({'query': 'ASK { ?d a remit:Direction }'})}")
    assert (status, json.loads(body)["boolean"]) == (200, True)
    triples = urlencode({"query": "CONSTRUCT { ?b a remit:Body } { ?b a remit:Body }"})
    assert call(endpoint, "GET", f"/sparql?{triples}")[1] == "text/turtle"
    plain = call(endpoint, "GET", f"/sparql?{triples}", Accept="application/n-triples")[2].decode()
    assert {line.endswith(" .") for line in plain.splitlines()} == {True}


def test_a_paper_can_be_asked_alone(endpoint):
    """The graphs of the protocol choose what the default graph is."""
    found = call(endpoint, "GET", f"/sparql?{urlencode({'query': 'SELECT DISTINCT ?g { GRAPH ?g { ?g remit:path ?p } } ORDER BY ?g', 'format': 'csv'})}")  # fmt: skip
    graph = found[2].decode().splitlines()[1]
    asked = {"query": "SELECT ?p { ?d remit:path ?p }", "default-graph-uri": graph, "format": "csv"}
    assert len(call(endpoint, "GET", f"/sparql?{urlencode(asked)}")[2].decode().splitlines()) == 2


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status"),
    [
        ("GET", "/sparql?query=SELECT", None, {}, 400),
        ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", None, {}, 400),
        ("GET", "/sparql?update=CLEAR+ALL", None, {}, 403),
        ("GET", "/sparql?query=DROP+ALL", None, {}, 400),
        ("GET", "/sparql?query=SELECT+%2A+%7BSERVICE+%3Chttp%3A%2F%2Fx%3E+%7B%3Fs+%3Fp+%3Fo%7D%7D", None, {}, 400),
        ("POST", "/sparql", "CLEAR ALL", {"Content_Type": "application/sparql-update"}, 403),
        ("POST", "/sparql", "update=CLEAR+ALL", {"Content_Type": "application/x-www-form-urlencoded"}, 403),
        ("POST", "/", "x", {}, 404),
        ("PUT", "/sparql", "x", {}, 405),
        ("DELETE", "/sparql", None, {}, 405),
        ("GET", "/etc/passwd", None, {}, 404),
        ("GET", "/", None, {"Host": "evil.example"}, 403),
        ("GET", "/", None, {"Host": "127.0.0.1:1"}, 403),
        ("GET", "/", None, {"Origin": "http://evil.example"}, 403),
        ("POST", "/sparql", b"\xff", {"Content_Type": "application/sparql-query"}, 400),
    ],
)
def test_what_is_not_a_question_from_here_is_refused_in_one_line(endpoint, method, path, body, headers, status):
    """Writing, other methods, other places, other names of the machine, other sites' pages, broken queries."""
    got, kind, said = call(endpoint, method, path, body, **headers)
    assert (got, kind, said.count(b"\n")) == (status, "text/plain", 1)


def test_a_query_too_long_is_not_read(endpoint):
    """The length is looked at before the body."""
    link = http.client.HTTPConnection("127.0.0.1", endpoint.server_address[1], timeout=30)
    link.putrequest("POST", "/sparql")
    link.putheader("Content-Type", "application/sparql-query")
    link.putheader("Content-Length", str(2 << 20))
    link.endheaders()
    answer = link.getresponse()
    assert (answer.status, b"bytes at most" in answer.read()) == (413, True)
    link.close()


def test_a_query_that_takes_too_long_is_ended(case):
    """Its process is ended, and the endpoint answers on."""
    with Endpoint(str(case), 0, 0.5) as served:
        threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        heavy = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?i) }"
        status, _, said = call(served, "GET", f"/sparql?{urlencode({'query': heavy})}")
        assert (status, b"given up after 0.5 s" in said) == (503, True)
        served.seconds = 20.0
        assert call(served, "GET", f"/sparql?{urlencode({'query': BODIES})}")[0] == 200
        served.shutdown()


def test_the_page_asks_without_a_script_and_escapes_what_it_shows(endpoint):
    """The query comes back in its box, its rows in a table; nothing of either is markup."""
    text = "SELECT ('<img src=x>' AS ?mark) {} # </textarea><script>"
    link = http.client.HTTPConnection("127.0.0.1", endpoint.server_address[1], timeout=30)
    link.request("GET", f"/?{urlencode({'query': text})}")
    answer = link.getresponse()
    page = answer.read().decode()
    assert "<script" not in page
    assert "&lt;/textarea&gt;" in page
    assert "<td>&lt;img src=x&gt;</td>" in page
    allowed = answer.getheader("Content-Security-Policy")
    assert "default-src 'none'" in allowed
    assert "unsafe" not in allowed
    link.close()


def test_the_endpoint_describes_itself_and_answers_head(endpoint):
    """Without a query, /sparql gives its description; HEAD gives headers alone."""
    import pyoxigraph as ox

    status, kind, body = call(endpoint, "GET", "/sparql")
    assert (status, kind) == (200, "text/turtle")
    assert any("Service" in str(t.object) for t in ox.parse(body, format=ox.RdfFormat.TURTLE))
    assert call(endpoint, "HEAD", "/sparql") == (200, "text/turtle", b"")


def test_the_explorer_page_is_served(endpoint):
    """The page of the export, with its own content policy."""
    status, kind, body = call(endpoint, "GET", "/explorer")
    assert (status, kind) == (200, "text/html")
    assert b"Content-Security-Policy" in body


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "application/sparql-results+json"),
        ("text/*", "text/csv"),
        ("text/csv;q=0, application/xml", "application/xml"),
        ("text/html, */*;q=0.1", "application/sparql-results+json"),
        ("image/png", None),
        ("text/csv;q=nonsense", "application/sparql-results+json"),
    ],
)
def test_the_most_welcome_known_form_is_chosen(accept, kind):
    """Weights count, families fit, what is unwelcome is passed over."""
    assert chosen(welcome(accept), RESULTS) == kind
