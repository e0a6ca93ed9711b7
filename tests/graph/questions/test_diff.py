"""What changed between two days is told only where both sides are known."""

from __future__ import annotations

import pytest

from remit.graph.facts import Attendance, Direction, Establishes, Holds, Meeting, ReportsTo
from remit.graph.questions.diff import diff
from remit.graph.questions.naming import find

BODY = "Harbour Improvement Board"
FIRST, SECOND = "2024-06-14", "2025-06-11"


def record(papers, day, **people):
    """The record of a meeting; `people` maps capacities to entries as printed."""
    entries = [(Meeting, f"Minutes of the {BODY}, {day}", {"body": BODY, "date": day})]
    for capacity, names in people.items():
        for name in names:
            person, _, role = name.partition(", ")
            values = {"person": person, "capacity": capacity, "body": BODY, "date": day, "role": role or None}
            entries.append((Attendance, f"{name} ({capacity})", values))
    papers.add(f"{day}.txt", day, *entries, kind="minutes")


def changes(papers, name=BODY, first=FIRST, second=SECOND):
    """The changes as (change, who) pairs."""
    look = papers.look
    return [(c.change, c.who.name) for c in diff(look, first, second, find(look, name) if name else None)]


def test_members_of_one_record_only_joined_or_left(papers):
    """Who stands in the later record alone has joined, who in the earlier alone has left."""
    record(papers, FIRST, chair=["Ada Quill"], member=["Bo Lunt"])
    record(papers, SECOND, chair=["Ada Quill"], member=["Cy Orde"])
    assert changes(papers) == [("joined", "Cy Orde"), ("left", "Bo Lunt")]


def test_a_member_who_sent_apologies_has_neither_joined_nor_left(papers):
    """Apologies of somebody who is a member by another record are a member's."""
    record(papers, FIRST, member=["Ada Quill", "Bo Lunt"], apologies=["Cy Orde"])
    record(papers, SECOND, member=["Ada Quill", "Cy Orde"], apologies=["Bo Lunt"])
    assert changes(papers) == []


def test_a_substitute_only_substituted_and_keeps_the_seat_of_whom_he_stands_for(papers):
    """The substitute has not joined; the member stood in for has not left."""
    record(papers, FIRST, member=["Ada Quill"], substitute=["Di Penn, Substitute for Cllr Bo Lunt"])
    record(papers, SECOND, member=["Ada Quill", "Bo Lunt"])
    assert changes(papers) == [("only substituted", "Di Penn")]


def test_officers_in_attendance_do_not_join(papers):
    """An officer who attends is no member."""
    record(papers, FIRST, member=["Ada Quill"])
    record(papers, SECOND, member=["Ada Quill"], officer=["Ed Marl"], guest=["Flo Tarn"])
    assert changes(papers) == []


def test_the_days_may_be_given_in_either_order(papers):
    """A change is a change from the earlier day to the later."""
    record(papers, FIRST, member=["Ada Quill"])
    record(papers, SECOND, member=["Ada Quill", "Cy Orde"])
    assert changes(papers, first=SECOND, second=FIRST) == [("joined", "Cy Orde")]


def test_one_record_alone_shows_no_change(papers):
    """Before the first record nothing is known, so nobody has joined."""
    record(papers, SECOND, member=["Ada Quill"])
    assert changes(papers) == []


@pytest.mark.parametrize(("until", "change"), [("2025-03-31", "lapsed"), ("2026-03-31", None)])
def test_a_direction_that_ends_between_the_days_has_lapsed(papers, until, change):
    """A direction's end changes its status once it has passed."""
    papers.add(
        "a.txt",
        "2024-01-10",
        (
            Direction,
            f"Directions of 10 January 2024 until {until}",
            {"date": "2024-01-10", "until": until, "status": "made"},
        ),
    )
    assert changes(papers, None) == ([(change, "Directions of 2024-01-10")] if change else [])


def test_a_post_first_seen_is_told_as_such_and_a_misprinted_title_is_not_new(papers):
    """No taking up is claimed; a title that was printed before with a slip is not first seen."""
    record(papers, FIRST, member=["Ada Quill, External Reporesentative - HIB", "Bo Lunt"])
    papers.add(
        "d.txt",
        SECOND,
        (Holds, "Ada Quill, External Representative", {"person": "Ada Quill", "role": "External Representative"}),
        (Holds, "Bo Lunt, Head of Docks", {"person": "Bo Lunt", "role": "Head of Docks"}),
    )
    assert changes(papers, None) == [("first seen in post", "Bo Lunt")]


def test_a_line_that_an_undated_paper_states_too_is_not_first_stated(papers):
    """What may be older than its first dated sign is not told as new."""
    line = {"subject": "Quay Group", "object": BODY}
    papers.add("a.txt", SECOND, (ReportsTo, "The Quay Group reports to the Board.", line))
    assert changes(papers, None) == [("line first stated", "Quay Group")]
    papers.add("b.txt", None, (ReportsTo, "The Quay Group reports to the Board each month.", line))
    assert changes(papers, None) == []


def test_a_body_is_set_up_or_proposed_by_papers_of_the_time(papers):
    """What is only to come is proposed."""
    papers.add(
        "a.txt",
        SECOND,
        (Establishes, "The Council has established a Tide Panel.", {"body": "Tide Panel"}),
        (Establishes, "It is proposed to establish a Sluice Panel", {"body": "Sluice Panel"}),
    )
    assert changes(papers, None) == [("set up", "Tide Panel"), ("proposed", "Sluice Panel")]
