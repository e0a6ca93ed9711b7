"""What is to come after directions."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from remit.graph.facts import Direction, Establishes, Evidence, Meeting, Obligation, Succeeds
from remit.graph.knowledge import rebuild
from remit.graph.questions.reading import Look
from remit.graph.questions.successors import successors
from remit.graph.store import Store
from remit.graph.write import DocumentRecord, put_document

BOARD = "Harbour Board"


@pytest.fixture
def add(tmp_path):
    """Puts papers of stated facts into a store."""
    store = Store.open(tmp_path / "store", create=True)

    def put(path, date, text, *facts):
        made = [
            kind(evidence=Evidence(text.index(q), text.index(q) + len(q), q, f"{kind.TYPE}.given"), **v)
            for kind, q, v in facts
        ]
        put_document(store, DocumentRecord("papers", path, text, path, title=path, date=date, kind="report"), made)
        rebuild(store)
        look = Look(store)
        return [
            (one.body.name, str(one.in_place_of or ""), one.proposed)
            for node in look.members("Direction")
            for one in successors(look, NamedNode(node.value))
        ]

    put("d.txt", "2024-03-01", "Directions of 1 March 2024: the Council must set up a Harbour Board.",
        (Direction, "Directions of 1 March 2024", {"date": "2024-03-01", "until": "2025-09-30", "status": "made"}),
        (Obligation, "the Council must set up a Harbour Board", {"bearer": "Saltby Council", "action": "set up a Harbour Board", "mandated_by": "Directions 2024-03-01"}),
        (Establishes, "a Harbour Board", {"body": BOARD, "by": ("Directions 2024-03-01",)}))  # fmt: skip
    return put


def test_a_body_that_continues_one_that_rests_on_them_comes_after(add):
    """In its place; proposed as long as no paper says that it came to be."""
    text = "It is proposed to create a Quay Board, which will continue the work of the Harbour Board."
    fact = (
        Succeeds,
        "Quay Board, which will continue the work of the Harbour Board",
        {"new": "Quay Board", "old": BOARD},
    )
    assert add("r.txt", "2025-09-01", text, fact, (Establishes, "create a Quay Board", {"body": "Quay Board"})) == [
        ("Quay Board", BOARD, True)
    ]
    assert add(
        "m.txt",
        "2025-12-01",
        "Minutes of the Quay Board",
        (Meeting, "Minutes of the Quay Board", {"body": "Quay Board", "date": "2025-12-01"}),
    ) == [("Quay Board", BOARD, False)]


@pytest.mark.parametrize(
    ("date", "text", "found"),
    [
        ("2025-06-11", "The Mayor is keen to establish a Tide Panel following the conclusion of the directions.", [("Tide Panel", "", True)]),
        ("2025-06-11", "Should the Minister lift the Directions, it is proposed to establish a Tide Panel.", [("Tide Panel", "", True)]),
        ("2025-06-11", "It is proposed to establish a Tide Panel to advise on tides.", []),
        ("2026-06-11", "It is proposed to establish a Tide Panel now that the directions have ended.", []),
    ],
)  # fmt: skip
def test_a_body_put_forward_in_a_sentence_about_their_end_comes_after(add, date, text, found):
    """By a paper of their time; a body put forward for something else, or later, does not."""
    assert add("r.txt", date, text, (Establishes, "establish a Tide Panel", {"body": "Tide Panel"})) == found
