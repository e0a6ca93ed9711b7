"""Small stores of stated facts, and what the checks find in them."""

from __future__ import annotations

import pytest

from remit.graph.checks import findings
from remit.graph.facts import Evidence
from remit.graph.knowledge import rebuild
from remit.graph.questions.reading import Look
from remit.graph.store import Store
from remit.graph.write import DocumentRecord, put_document


class Papers:
    """Writes papers of stated facts into a store, each quote a line of its paper."""

    def __init__(self, folder):
        self.store = Store.open(folder, create=True)

    def add(self, path, date, *facts, kind="report", more="", rule=None, certainty="explicit"):
        """One paper: (fact class, quote, values) each; `more` is text that states no fact, `rule` the rule of all, and how certain."""
        text = "\n".join([*(quote for _, quote, _ in facts), more])
        made = [
            cls(
                evidence=Evidence(text.index(q), text.index(q) + len(q), q, rule or f"{cls.TYPE}.given", certainty),
                **values,
            )
            for cls, q, values in facts
        ]
        record = DocumentRecord("papers", path, text, path, title=path, date=date, kind=kind)
        put_document(self.store, record, made)

    @property
    def look(self):
        """The store as the questions see it, what is known derived."""
        rebuild(self.store)
        return Look(self.store)

    def found(self, *rules, as_of=None):
        """What the checks named find."""
        return findings(self.look, as_of, rules=set(rules) or None)


@pytest.fixture
def papers(tmp_path):
    """An empty store to write papers into."""
    return Papers(tmp_path / "store")
