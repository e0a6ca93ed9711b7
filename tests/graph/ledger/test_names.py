"""Decisions on names: merged, parted, called otherwise, across collections, with old addresses that still lead somewhere."""

from __future__ import annotations

import pytest

from remit.errors import UsageError
from remit.graph.facts import Attendance, Direction, Holds, Obligation
from remit.graph.ledger.keeping import decided
from remit.graph.questions.naming import find
from remit.graph.questions.review import waiting
from remit.graph.questions.why import why
from remit.graph.write import withdraw

from .conftest import MINUTES, fact

NOTE = "Ann Marsh spoke. Annabel Marsh-Reeve, Pilot. J Reeve, Diver. Sir John Reeve, Warden."


def note(case):
    """A second paper of another collection, with names like those of the first."""
    facts = [
        fact(
            Attendance, NOTE, "Ann Marsh", person="Ann Marsh", capacity="member", body="Quay Board", date="2023-07-01"
        ),
        fact(Holds, NOTE, "Annabel Marsh-Reeve, Pilot", person="Annabel Marsh-Reeve", role="Pilot"),
        fact(Holds, NOTE, "J Reeve, Diver", person="J Reeve", role="Diver"),
        fact(Holds, NOTE, "Sir John Reeve, Warden", person="Sir John Reeve", role="Warden"),
    ]
    case.put(NOTE, "note.txt", "quay", facts)


def people(case):
    """The people by name, with collections."""
    return {case.look.ref(p).name for p in case.look.members("Person")}


def test_same_joins_across_collections_and_undo_parts_again(case):
    """One woman in two collections: one entity with both papers' support, its old address leading to it."""
    note(case)
    before = case.dump()
    old = find(case.look, "Ann Marsh [quay]", "Person").value
    (made,) = case.decide("same", ["Cllr Ann Marsh", "Ann Marsh [quay]"], why="seen at both")
    one = find(case.look, old)
    assert one == find(case.look, "Cllr Ann Marsh")
    assert set(case.look.texts(one, "collection")) == {"harbour", "quay"}
    told = why(case.look, "Cllr Ann Marsh")[0]
    assert "seen at both" in told.decisions[0]
    assert any("decided by Pat" in reason.because for reason in told.reasons)
    case.decide("undo", [made.id])
    assert case.dump() == before


def test_different_parts_what_titles_had_joined(case):
    """`John Reeve` and `Sir John Reeve` of one collection are one by their words; the ledger knows better."""
    text = MINUTES + "Sir John Reeve, Warden\n"
    held = fact(Holds, text, "Sir John Reeve, Warden", person="Sir John Reeve", role="Warden")
    also = fact(Attendance, text, "John Reeve", person="John Reeve", capacity="member", body="Harbour Board", date="2023-06-14")  # fmt: skip
    case.put(text, facts=[held, also])
    assert people(case) == {"Sir John Reeve"}
    case.decide("different", ["John Reeve", "Sir John Reeve"])
    assert people(case) == {"John Reeve", "Sir John Reeve"}
    assert len(case.look.members("Tenure")) == 1
    with pytest.raises(UsageError, match="contradicts"):
        case.decide("same", ["John Reeve", "Sir John Reeve"])


def test_an_open_proposal_is_settled_by_a_decision(case):
    """`J Reeve` may be Sir John Reeve: open until somebody says so, and gone from the review then."""
    note(case)
    (open_,) = [w for w in waiting(case.look, ["identity"]) if "J Reeve" in w.says]
    assert "initials" in " ".join(open_.because)
    assert {p.document for p in open_.evidence} == {"note.txt"}
    case.decide("different", ["J Reeve", "Sir John Reeve"])
    assert not [w for w in waiting(case.look, ["identity"]) if "J Reeve" in w.says]


def test_a_decision_about_a_paper_that_goes_is_kept_and_holds_again(case):
    """Withdrawn, the decision decides nothing; read again, it holds as before."""
    note(case)
    (made,) = case.decide("same", ["Cllr Ann Marsh", "Ann Marsh [quay]"])
    after = case.dump()
    withdraw(case.store, "urn:remit:document/quay/note.txt")
    case.put()
    assert decided(case.store) == {made.id: ()}
    note(case)
    assert case.dump() == after


def test_a_renamed_thing_is_found_by_both_names(case):
    """The keeper's name is shown, the papers' names stay as other names."""
    case.decide("rename", "Harbour Board", "The Board of the Harbour")
    node = find(case.look, "The Board of the Harbour")
    assert case.look.ref(node).name == "The Board of the Harbour"
    assert find(case.look, "Harbour Board", "Body") == node
    case.decide("rename", "Harbour Board", "Harbour Board (statutory)")
    assert case.look.ref(node).name == "Harbour Board (statutory)"


@pytest.mark.parametrize(
    ("verb", "names", "said"),
    [
        ("same", ["John Reeve", "Harbour Board"], "cannot be one"),
        ("same", ["John Reeve", "John Reeve"], "named twice"),
        ("different", ["John Reeve", "John Reeve"], "remit correct"),
    ],
)
def test_what_cannot_be_is_refused(case, verb, names, said):
    """A person is no body, and one name is not two by saying it twice."""
    with pytest.raises(UsageError, match=said):
        case.decide(verb, names)


def test_directions_and_plans_are_joined_and_renamed_too(case):
    """A direction given by its year alone is one with that of a day, once somebody says so; a plan has one name."""
    text = "Directions of 2022. Directions of 1 May 2022. The Tide Plan. The Plan for Tides."
    facts = [
        fact(Direction, text, "Directions of 2022", date="2022", status="made"),
        fact(Direction, text, "Directions of 1 May 2022", date="2022-05-01", status="made", until="2023-05-01"),
        fact(Direction, text, "Directions of 1 May 2022.", date="2022-06-01", status="made"),
        fact(
            Obligation, text, "The Tide Plan", bearer="Harbour Board", action="dredge", mandated_by="Tide Scheme 2020"
        ),
        fact(
            Obligation,
            text,
            "The Plan for Tides",
            bearer="Harbour Board",
            action="chart",
            mandated_by="Scheme for Tides",
        ),
    ]
    case.put(text, "notes.txt", facts=facts)
    before = case.dump()
    old = find(case.look, "Directions of 2022", "Direction").value
    made = case.decide("same", ["Directions of 2022", "Directions of 2022-05-01"])
    made += case.decide("same", ["Tide Scheme 2020", "Scheme for Tides"])
    made += case.decide("rename", "Tide Scheme 2020", "The Tide Scheme")
    names = {case.look.ref(d).name for d in case.look.members("Direction")}
    assert names == {"Directions of 2022-05-01", "Directions of 2022-06-01"}
    assert find(case.look, old) == find(case.look, "Directions of 2022-05-01")
    assert {case.look.ref(p).name for p in case.look.members("Plan")} == {"The Tide Scheme"}
    assert all(decided(case.store)[one.id] for one in made)
    case.decide("undo", [one.id for one in made])
    assert case.dump() == before
