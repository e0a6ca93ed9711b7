"""Which decisions stand, and which cannot stand together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.errors import UsageError
from remit.graph.ledger.entries import Ledger, apart_and_joined, entry


def line(verb, *rest, day=1):
    """A decision of a day in June."""
    return entry(f"2024-06-{day:02}", "Pat", verb, *rest)


def test_an_undone_decision_does_not_stand_and_stands_again_when_that_is_undone():
    """Undoing is itself a decision, so it can be undone."""
    same = line("same", "a", "b")
    undo = line("undo", same.id, day=2)
    again = line("undo", undo.id, day=3)
    assert Ledger([same]).standing == (same,)
    assert Ledger([same, undo]).standing == ()
    assert Ledger([same, undo, again]).standing == (same,)


def test_same_and_different_of_one_pair_is_refused_with_what_to_undo():
    """The message names the decision in the way and how to take it back."""
    same = line("same", "a", "b")
    with pytest.raises(UsageError, match=f"remit undo {same.id}"):
        Ledger([same]).with_([line("different", "b", "a", day=2)])


def test_a_chain_of_sames_cannot_join_what_is_kept_apart():
    """The contradiction is found though no single decision contradicts another."""
    ledger = Ledger([line("different", "a", "c"), line("same", "a", "b")])
    with pytest.raises(UsageError, match=r"contradicts .*different a c"):
        ledger.with_([line("same", "b", "c", day=2)])


def test_undoing_an_undoing_cannot_bring_a_contradiction_back():
    """What stands is looked at, not what is written."""
    same = line("same", "a", "b")
    undo = line("undo", same.id, day=2)
    ledger = Ledger([same, undo, line("different", "a", "b", day=3)])
    with pytest.raises(UsageError, match="brings it back"):
        ledger.with_([line("undo", undo.id, day=4)])


@pytest.mark.parametrize(
    "again", [("same", "b", "a"), ("rename", "a", "", "Name"), ("accept", "f"), ("correct", "s", "role", "Clerk")]
)
def test_a_decision_is_not_taken_twice(again):
    """The same decision again, by whomever, is refused with the one that stands."""
    ledger = Ledger([line("same", "a", "b"), line("rename", "a", "", "Name"), line("accept", "f"), line("correct", "s", "role", "Clerk")])  # fmt: skip
    with pytest.raises(UsageError, match="decided already"):
        ledger.with_([line(*again, day=2)])


def test_a_later_correction_holds_and_the_first_can_be_taken_again():
    """Two corrections of one value are no contradiction; going back to the first is a new decision."""
    ledger = Ledger([line("correct", "s", "role", "Clerk")]).with_([line("correct", "s", "role", "Chair", day=2)])
    assert len(ledger.with_([line("correct", "s", "role", "Clerk", day=3)]).standing) == 3


def test_undoing_twice_is_refused():
    """A decision that is undone is told as such, and so is one that never was."""
    same = line("same", "a", "b")
    ledger = Ledger([same, line("undo", same.id, day=2)])
    with pytest.raises(UsageError, match="undone already"):
        ledger.with_([line("undo", same.id, day=3)])
    with pytest.raises(UsageError, match="no decision of that identifier"):
        ledger.with_([line("undo", "d0", day=3)])


moves = st.tuples(st.sampled_from(["same", "different"]), st.sampled_from("abcd"), st.sampled_from("abcd"))


@given(st.lists(moves, max_size=12), st.lists(st.integers(0, 30), max_size=6))
def test_a_ledger_that_grows_by_accepted_decisions_never_contradicts_itself(taken, undone):
    """Whatever is decided and undone, in whatever order, nothing kept apart is joined."""
    ledger = Ledger()
    lines = [line(verb, a, b, day=1 + i % 28) for i, (verb, a, b) in enumerate(taken) if a != b]
    for at, wanted in enumerate([*lines, *undone]):
        if isinstance(wanted, int) and not ledger.entries:
            continue
        one = (
            entry(f"2024-07-{at + 1:02}", "Pat", "undo", ledger.entries[wanted % len(ledger.entries)].id)
            if isinstance(wanted, int)
            else wanted
        )
        try:
            ledger = ledger.with_([one])
        except UsageError:
            continue
        assert list(apart_and_joined(ledger)) == []
