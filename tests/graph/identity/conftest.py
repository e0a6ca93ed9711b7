"""Papers of stated facts, resolved without a store."""

from __future__ import annotations

import pytest

from remit.graph.derive import Derivation
from remit.graph.facts import Alias, Attendance, Evidence, Holds, Meeting
from remit.graph.ledger.entries import Ledger
from remit.graph.statements import Statement, StoredDocument
from remit.graph.write import statement_id


class World:
    """Papers with their facts; `of` asks whom a name means in one, `known` derives what is known."""

    def __init__(self):
        self.said, self.documents, self.ledger = [], {}, Ledger()
        self._known = None

    def paper(self, path, *facts, collection="papers", date="2024-01-10", title=None, body=None):
        """One paper; each fact is (class, values)."""
        iri = f"urn:remit:document/{collection}/{path}"
        self.documents[path] = StoredDocument(iri, collection, path, "", "", title, date, None, body)
        start = len(self.said) * 100
        for at, (kind, values) in enumerate(facts):
            quote = " ".join(str(v) for v in values.values())
            made = kind(evidence=Evidence(start + at, start + at + len(quote), quote, "given"), **values)
            self.said.append(Statement(statement_id(iri, made), iri, collection, date, made))
        self._known = None
        return self

    def minutes(self, path, body, present, *facts, organisation=None, date="2024-01-10", **more):
        """Minutes of a body with those present as (name, capacity, role) or names."""
        told = [(Meeting, {"body": body, "date": date})]
        for one in present:
            name, capacity, role = one if isinstance(one, tuple) else (one, "member", None)
            told.append((Attendance, {"person": name, "capacity": capacity, "role": role, "body": body, "date": date}))
            if role:
                told.append((Holds, {"person": name, "role": role, "as_of": date}))
        if organisation:
            told.append((Alias, {"name": organisation, "alias": "Council"}))
        return self.paper(path, *told, *facts, date=date, title=organisation, body=body, **more)

    @property
    def known(self):
        """What is known of all papers."""
        if self._known is None:
            self._known = Derivation(list(self.said), list(self.documents.values()), "urn:remit:", self.ledger)
            self._known.run()
        return self._known

    def of(self, path, name, kind=None):
        """The address of what a name means in a paper."""
        paper = self.documents[path]
        return self.known.who.entity(name, paper.collection, paper.iri, kind).id

    def post(self, path, role, body=None):
        """The address of a post that a role means in a paper."""
        paper = self.documents[path]
        return self.known.who.post(role, body, paper.collection, paper.iri).id

    def proposed(self):
        """What was left open or refused: two names and the state."""
        return {(*sorted((s.proposal.one, s.proposal.other)), s.proposal.state) for s in self.known.who.suggestions}


@pytest.fixture
def world():
    """No papers yet."""
    return World()
