"""A store of plain papers, and decisions about them."""

from __future__ import annotations

import pytest

from remit.graph.facts import Attendance, Evidence, Holds, ReportsTo
from remit.graph.knowledge import rebuild
from remit.graph.ledger.deciding import Deciding
from remit.graph.ledger.keeping import ledger_of, record
from remit.graph.questions.reading import Look
from remit.graph.store import Store
from remit.graph.write import DocumentRecord, put_document

MINUTES = """Minutes of the Harbour Board, 14 June 2023
Present: Cllr Ann Marsh (Chair), Cllr A Marsh, John Reeve
Jo Vane, Clerk
The Harbour Board reports to the Council every month.
The Clerk also sits on the Ferry Panel and
will answer to the Harbour Board.
"""


def fact(kind, text, quote, **values):
    """A fact whose quote stands in a text."""
    return kind(evidence=Evidence(text.index(quote), text.index(quote) + len(quote), quote, f"{kind.TYPE}.given"), **values)  # fmt: skip


class Case:
    """A store, the minutes in it, and a keeper of its ledger."""

    def __init__(self, folder):
        self.store = Store.open(folder, create=True)
        self.count = 0
        self.put()

    def put(self, text=MINUTES, path="minutes.txt", collection="harbour", facts=None):
        """The minutes, or another paper, with their facts; what is known derived."""
        about = {"body": "Harbour Board", "date": "2023-06-14"}
        given = facts or [
            fact(Attendance, text, "Cllr Ann Marsh", person="Cllr Ann Marsh", capacity="chair", **about),
            fact(Attendance, text, "John Reeve", person="John Reeve", capacity="member", **about),
            fact(Holds, text, "Jo Vane, Clerk", person="Jo Vane", role="Clerk", body="Harbour Board"),
            fact(ReportsTo, text, "The Harbour Board reports to the Council", subject="Harbour Board", object="Merebrook Council", frequency="P1M"),
        ]  # fmt: skip
        put_document(self.store, DocumentRecord(collection, path, text, path, date="2023-06-14"), given)
        rebuild(self.store)

    def decide(self, verb, *given, **more):
        """A decision taken and applied; its lines."""
        self.count += 1
        when = f"2024-01-01T00:00:{self.count:02}Z"
        maker = Deciding(self.store, ledger_of(self.store), when=when, who="Pat", why=more.pop("why", ""))
        made = getattr(maker, verb)(*given, **more)
        record(self.store, made)
        return made

    def dump(self):
        """All quads of the store, in order."""
        return sorted(map(str, self.store.quads_for_pattern(None, None, None, None)))

    @property
    def look(self):
        """The store as the questions see it."""
        return Look(self.store)

    def statement(self, kind):
        """The identifier of the one statement of a type."""
        from remit.graph.statements import statements

        (one,) = [s.iri for s in statements(self.store) if kind == s.fact.TYPE]
        return one


@pytest.fixture
def case(tmp_path):
    """A store of one paper."""
    return Case(tmp_path / "store")
