"""A small world of knowledge with hostile names, and a real browser with the network off."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

_BASES = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "org": "http://www.w3.org/ns/org#",
}
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
HOSTILE = (
    "<script>window.__xss=1;alert(1)</script>",
    '"><img src=x onerror="window.__xss=2;alert(2)">',
    "</script><script>window.__xss=3;alert(3)</script>",
    "see href=javascript:alert(4) \N{LINE SEPARATOR}next</template><b>bold",
    "=cmd|' /C calc'!A0 \N{RIGHT-TO-LEFT OVERRIDE}txt.exe \x0b {{data}} --> ]]>",
)


class World:
    """Writes knowledge, and the statements that support it, into a store in memory."""

    def __init__(self):
        self.store = Store()
        self.count = 0

    def add(self, subject, name, value, graph=None):
        """One quad; a value that is no node becomes a string."""
        prefix, _, local = name.rpartition(":")
        predicate = _TYPE if name == "a" else NamedNode((_BASES[prefix] if prefix else "urn:remit:def:") + local)
        value = value if isinstance(value, NamedNode) else Literal(value)
        self.store.add(Quad(subject, predicate, value, graph or DefaultGraph()))

    def document(self, path, title, date=None):
        """A document with its own graph."""
        node = NamedNode(f"urn:remit:document/papers/{path}")
        self.add(node, "path", path, node)
        self.add(node, "dcterms:title", title, node)
        if date:
            self.add(node, "dcterms:date", date, node)
        return node

    def thing(self, kind, name, *aliases, iri=None, **values):
        """A person, body, post or instrument."""
        self.count += 1
        node = NamedNode(iri or f"urn:remit:{kind.lower()}/papers/{self.count:05}")
        self.add(node, "a", NamedNode(f"urn:remit:def:{kind}"))
        self.add(node, "skos:prefLabel", name)
        for alias in aliases:
            self.add(node, "skos:altLabel", alias)
        return self._values(node, values)

    def relation(self, kind, quote=None, document=None, **values):
        """A relation node with its values; several values of one name as a list."""
        self.count += 1
        node = NamedNode(f"urn:remit:{kind.lower()}/{self.count:05}")
        self.add(node, "a", NamedNode(f"urn:remit:def:{kind}"))
        if quote:
            self.support(node, quote, document)
        return self._values(node, values)

    def support(self, node, quote, document):
        """A statement with its evidence that supports a node."""
        self.count += 1
        statement = NamedNode(f"{document.value}/statement/x-{self.count:05}")
        evidence = NamedNode(f"{document.value}/evidence/{self.count}-{self.count + len(quote)}")
        self.add(node, "supportedBy", statement)
        self.add(statement, "evidence", evidence, document)
        self.add(statement, "rule", "given", document)
        self.add(statement, "certainty", "explicit", document)
        self.add(evidence, "oa:exact", quote, document)
        self.add(evidence, "oa:start", str(self.count), document)
        self.add(evidence, "oa:end", str(self.count + len(quote)), document)
        self.add(evidence, "locator", "2.1", document)

    def _values(self, node, values):
        """Add values to a node."""
        for name, value in values.items():
            for one in value if isinstance(value, list) else [value]:
                self.add(node, name.replace("__", ":"), one)
        return node


def ashmere(hostile=()):
    """A direction, two boards, a post with its holder, duties and minutes of an invented council."""
    w = World()
    minutes = w.document("minutes.txt", "Minutes of 11 October 2023", "2023-10-11")
    order = w.document("directions.txt", "Directions 2023", "2023-06-12")
    act = w.thing("Act", "Local Government Act 1999", iri="http://www.legislation.gov.uk/id/ukpga/1999/27")
    section = w.thing(
        "Provision", "Local Government Act 1999 section 15(5)", ofAct=act,
        iri="http://www.legislation.gov.uk/id/ukpga/1999/27/section/15/5",
    )  # fmt: skip
    minister = w.thing("Post", "Secretary of State for Towns")
    council = w.thing("Body", "Ashmere Borough Council", "Council", "the Authority")
    board = w.thing("Body", "Recovery and Improvement Board", "RIB")
    group = w.thing("Body", "Procurement Working Group")
    chair = w.thing("Post", "Chair of the Recovery and Improvement Board", org__postIn=board)
    old = w.thing("Direction", "Directions of 2021-03-03", dcterms__date="2021-03-03", issuer=minister)
    new = w.thing(
        "Direction", "Directions of 2023-06-12", dcterms__date="2023-06-12", issuer=minister, addressee=council,
        inForceUntil="2025-06-30", directionStatus="made", revokes=old, eli__based_on=section,
    )  # fmt: skip
    w.support(new, "These Directions have effect from 12 June 2023 and remain in force until 30 June 2025.", order)
    person = w.thing("Person", "Dr Ines Varga", "Ines Varga")
    w.relation("Tenure", "Dr Ines Varga (Chair)", minutes, holder=person, heldPost=chair, observed="2023-10-11")
    w.relation("Membership", "Dr Ines Varga (Chair)", minutes, org__member=person, org__organization=board,
               capacity="chair", observed="2023-10-11")  # fmt: skip
    w.relation("Seat", "with an independent chair", order, seatPost=chair, seatOn=board, capacity="chair")
    w.relation("ReportingLine", "The Board reports every quarter to the Secretary of State.", minutes,
               reporter=board, superior=minister, lineKind="reports", frequency="P3M", observed="2023-10-11")  # fmt: skip
    w.relation("ReportingLine", "The group will report to the Board.", minutes,
               reporter=group, superior=board, lineKind="reports", observed="2023-10-11")  # fmt: skip
    duties = (
        ("prepare a Recovery Plan and submit it", "2023-09-30", None),
        ("report on the delivery of the Recovery Plan", "2023-10-31", "P3M"),
    )
    for text, deadline, often in duties:
        duty = w.relation("Obligation", f"The Authority must {text}", order, bearer=council, recipient=minister,
                          action=text, deadline=deadline, **({"frequency": often} if often else {}))  # fmt: skip
        w.relation("Mandate", f"The Authority must {text}", order, mandated=duty, mandatedBy=new, how="stated")
    made = w.relation("Establishment", "establish a Recovery and Improvement Board", order, established=board)
    w.relation("Mandate", "establish a Recovery and Improvement Board", order, mandated=made, mandatedBy=new,
               how="inferred", because="same body, same document")  # fmt: skip
    meeting = w.thing(
        "Meeting", "Recovery and Improvement Board, 2023-10-11", meetingOf=board, dcterms__date="2023-10-11"
    )
    w.relation("Attendance", "Dr Ines Varga (Chair)", minutes, attendee=person, atMeeting=meeting, capacity="chair")
    for name in hostile:
        bad = w.thing("Body", name, f"{name} alias")
        w.relation("ReportingLine", f"{name} reports to the Board", minutes, reporter=bad, superior=board,
                   lineKind="reports", what=name)  # fmt: skip
    return w


@pytest.fixture
def world():
    """The invented council."""
    return ashmere()


@pytest.fixture
def crowd():
    """A department: a head, directors, managers under each, officers under each of those; one manager has two heads."""
    w = World()
    paper = w.document("organogram.csv", "Organogram", "2024-03-31")
    posts = [w.thing("Post", f"Post number {n}", observed="2024-03-31") for n in range(60)]
    for n in range(1, 60):
        w.relation("ReportingLine", f"Post {n} reports to {(n - 1) // 4}", paper, reporter=posts[n],
                   superior=posts[(n - 1) // 4], lineKind="reports", observed="2024-03-31")  # fmt: skip
    w.relation("ReportingLine", "Post 9 also reports to 1", paper, reporter=posts[9], superior=posts[1],
               lineKind="reports", frequency="P3M")  # fmt: skip
    for n in range(0, 60, 3):
        person = w.thing("Person", f"Officer {n}")
        w.relation("Tenure", f"Officer {n}", paper, holder=person, heldPost=posts[n], observed="2024-03-31")
    return w


@pytest.fixture
def empty_world():
    """Nothing known yet."""
    return World()


@pytest.fixture
def hostile_world():
    """The invented council with names that would run if they could."""
    return ashmere(HOSTILE)


@dataclass
class Opened:
    """A page in a browser, and everything it did that it should not."""

    page: Any
    trouble: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium with nothing kept from before; the test is skipped where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not program:
        pytest.skip("no Chromium on this machine")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]  # fmt: skip
    with playwright.sync_playwright() as play:
        started = play.chromium.launch(executable_path=program, headless=True, args=flags)
        yield started
        started.close()


@pytest.fixture
def opened(browser):
    """Opens a page's text, offline: a function from HTML, and an address's fragment, to what was opened."""
    contexts, folder = [], Path(tempfile.mkdtemp())

    def start(html, fragment="", **options):
        context = browser.new_context(offline=True, **{"viewport": {"width": 1400, "height": 800}, **options})
        contexts.append(context)
        file = folder / f"{len(contexts)}.html"
        file.write_text(html, encoding="utf-8")
        page = context.new_page()
        page.set_default_timeout(8000)
        got = Opened(page)
        page.on("request", lambda r: r.url.startswith("file:") or got.trouble.append(f"request {r.url}"))
        page.on("console", lambda m: m.type in {"error", "warning"} and got.trouble.append(f"{m.type} {m.text}"))
        page.on("pageerror", lambda e: got.trouble.append(f"fault {e}"))
        page.on("dialog", lambda d: (got.trouble.append(f"dialog {d.message}"), d.dismiss()))
        page.add_init_script(
            "addEventListener('securitypolicyviolation', e => console.error('policy ' + e.violatedDirective))"
        )
        page.goto(f"{file.as_uri()}{fragment}")
        return got

    yield start
    for context in contexts:
        context.close()
    shutil.rmtree(folder)
