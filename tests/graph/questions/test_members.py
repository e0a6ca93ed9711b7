"""People of bodies and posts."""

from __future__ import annotations

import pytest

from remit.graph.questions.entities import body, person
from remit.graph.questions.members import holders, members


@pytest.fixture
def board(known):
    """A board with two recorded meetings and a seat."""
    paper = known.document("minutes.txt", "2023-06-14")
    known.board = known.thing("Body", "River Board")
    known.people = {name: known.thing("Person", name) for name in ("Ann Alder", "Ben Birch", "Cy Cedar")}
    for day, there in (
        ("2023-06-14", {"Ann Alder": "chair", "Ben Birch": "member"}),
        ("2024-06-11", {"Ann Alder": "chair", "Cy Cedar": "member"}),
    ):
        meeting = known.thing("Meeting", f"River Board {day}")
        known.add(meeting, "meetingOf", known.board)
        known.add(meeting, "dcterms:date", day)
        for name, capacity in there.items():
            known.relation("Attendance", name, paper, attendee=known.people[name], atMeeting=meeting, capacity=capacity)
            known.relation(
                "Membership",
                name,
                paper,
                org__member=known.people[name],
                org__organization=known.board,
                capacity=capacity,
                observed=day,
            )
    post = known.thing("Post", "Chief Executive")
    known.relation(
        "Seat",
        "Members: Chief Executive",
        paper,
        seatPost=post,
        seatOn=known.board,
        capacity="member",
        observed="2023-06-14",
    )
    return known


def names(found):
    """People and seats with how they are known."""
    return [(p.type, p.capacity, p.who.name, p.known) for p in found]


def test_as_of_a_day_the_people_are_those_of_the_last_record(board):
    """On the day of a record its people, between two records those of the first, framed by the second where it shows them."""
    seat = ("seat", "member", "Chief Executive")
    assert names(members(board.look, board.board, "2023-06-14")) == [
        ("person", "chair", "Ann Alder", "observed"), ("person", "member", "Ben Birch", "observed"), (*seat, "observed"),
    ]  # fmt: skip
    assert names(members(board.look, board.board, "2023-12-01")) == [
        ("person", "chair", "Ann Alder", "between"), ("person", "member", "Ben Birch", "last known"), (*seat, "last known"),
    ]  # fmt: skip
    assert names(members(board.look, board.board, "2024-06-11"))[:2] == [
        ("person", "chair", "Ann Alder", "observed"), ("person", "member", "Cy Cedar", "observed"),
    ]  # fmt: skip


def test_the_history_keeps_everybody(board):
    """Without a day everybody recorded stands with the days; with `history` also those no longer recorded."""
    assert next((p.who.name, p.seen) for p in members(board.look, board.board)) == (
        "Ann Alder",
        ("2023-06-14", "2024-06-11"),
    )
    assert ("person", "member", "Ben Birch", "ended") in names(
        members(board.look, board.board, "2024-06-11", history=True)
    )


def test_a_post_tells_its_holders_and_who_is_not_yet_seen(known):
    """Between two holders the first is last known, the second not yet seen; longer titles count."""
    ann, ben = known.thing("Person", "Ann Alder"), known.thing("Person", "Ben Birch")
    post, longer = (
        known.thing("Post", "Cabinet Member for Rivers"),
        known.thing("Post", "Cabinet Member for Rivers and Roads"),
    )
    known.relation("Tenure", holder=ann, heldPost=post, observed="2023-06-14")
    known.relation("Tenure", holder=ben, heldPost=longer, observed="2024-06-11")
    assert [(h.person.name, h.known) for h in holders(known.look, post, "2023-12-01")] == [
        ("Ann Alder", "last known"), ("Ben Birch", "not yet seen"),
    ]  # fmt: skip


def test_somebody_else_in_the_post_ends_what_was_last_known(known):
    """A later holder of the same post ends an earlier one, and breaks a span between two signs."""
    ann, ben, post = (
        known.thing("Person", "Ann Alder"),
        known.thing("Person", "Ben Birch"),
        known.thing("Post", "Clerk"),
    )
    known.relation("Tenure", holder=ann, heldPost=post, observed=["2022-01-01", "2024-01-01"])
    known.relation("Tenure", holder=ben, heldPost=post, observed="2023-01-01")
    assert [(h.person.name, h.known) for h in holders(known.look, post, "2022-06-01")] == [
        ("Ann Alder", "last known"), ("Ben Birch", "not yet seen"),
    ]  # fmt: skip
    assert [h.known for h in holders(known.look, post, "2023-06-01")] == ["ended", "last known"]


def test_all_that_is_known_of_a_person_and_a_body_is_told_entry_by_entry(board):
    """Places, meetings and seats are entries, each with its words."""
    found = person(board.look, board.people["Ann Alder"])
    assert [entry.about for entry in found] == ["name", "sits on", "sits on", "was at", "was at"]
    assert {entry.about for entry in body(board.look, board.board)} == {"name", "chair", "member", "has a seat", "met"}
