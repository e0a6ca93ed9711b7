"""Timelines tell what papers date, and mark what is inferred, proposed or undated."""

from __future__ import annotations

from pyoxigraph import NamedNode

from remit.graph.facts import Attendance, Direction, Establishes, Holds, Meeting, Succeeds, Term
from remit.graph.questions.naming import find
from remit.graph.questions.timeline import timeline

BODY = "Harbour Improvement Board"
DAY = "2024-06-20"


def told(papers, name, on=None):
    """The events of a thing."""
    look = papers.look
    return timeline(look, find(look, name), on)


def story(papers):
    """A board under directions, after a review board, before a quay board."""
    papers.add(
        "a.txt", "2024-01-10",
        (Direction, "Directions of 10 January 2024 until 31 March 2025", {"date": "2024-01-10", "until": "2025-03-31", "status": "made"}),
        (Establishes, f"The Directions require the Council to set up the {BODY}.", {"body": BODY, "by": ("Directions 2024-01-10",)}),
    )  # fmt: skip
    papers.add(
        "m.txt", DAY,
        (Meeting, f"Minutes of the {BODY}, 20 June 2024", {"body": BODY, "date": DAY}),
        (Attendance, "Ada Quill (Chair)", {"person": "Ada Quill", "capacity": "chair", "body": BODY, "date": DAY}),
        kind="minutes",
    )  # fmt: skip
    papers.add(
        "r.txt", "2024-12-01",
        (Succeeds, "the Quay Board, which will continue the work of the Harbour Improvement Board", {"new": "Quay Board", "old": BODY}),
        (Establishes, "it is proposed to set up a Quay Board", {"body": "Quay Board"}),
    )  # fmt: skip


def test_a_body_is_told_from_its_direction_to_its_proposed_successor(papers):
    """The direction comes first, the successor is marked as proposed, the end of the mandate closes the account."""
    story(papers)
    events = [(e.date, e.event, e.how) for e in told(papers, BODY)]
    assert events == [
        ("2024-01-10", "required", "stated"),
        ("2024-06-20", "meeting", "observed"),
        ("2024-12-01", "successor", "proposed"),
        ("2025-03-31", "mandate ends", "stated"),
    ]


def test_every_event_carries_its_words(papers):
    """No event without a passage."""
    story(papers)
    assert all(event.evidence for event in told(papers, BODY))


def test_what_happens_after_the_day_asked_for_is_left_out(papers):
    """As of a day, nothing of a later day is told."""
    story(papers)
    assert [e.event for e in told(papers, BODY, "2024-06-20")] == ["required", "meeting"]


def test_a_board_whose_minutes_the_first_record_took_up_is_an_inferred_predecessor(papers):
    """A like-named board that met before, whose minutes the record approves, comes before, as inferred."""
    story(papers)
    passage = "The minutes of the Harbour Review Board of 9 April 2024 were approved."
    told_of = (Term, passage, {"name": "Harbour Review Board", "met": "2024-04-09"})
    papers.add(
        "n.txt",
        "2024-09-20",
        (Meeting, f"Minutes of the {BODY}, 20 September 2024", {"body": BODY, "date": "2024-09-20"}),
        told_of,
        kind="minutes",
        rule="term.minutes-of",
    )
    found = [e for e in told(papers, BODY) if e.event == "predecessor"]
    assert [(e.date, e.how, e.with_.name) for e in found] == [("2024-04-09", "inferred", "Harbour Review Board")]


def test_undated_holdings_come_last(papers):
    """A post that only an undated paper shows has no day."""
    papers.add("u.txt", None, (Holds, "Ada Quill, Head of Quays", {"person": "Ada Quill", "role": "Head of Quays"}))
    papers.add(
        "d.txt", "2024-02-02", (Holds, "Ada Quill, Head of Docks", {"person": "Ada Quill", "role": "Head of Docks"})
    )
    assert [(e.date, e.how) for e in told(papers, "Ada Quill")] == [("2024-02-02", "observed"), (None, "undated")]


def test_a_post_and_a_direction_have_their_events_too(papers):
    """Holders of a post, and the making and end of a direction."""
    story(papers)
    papers.add(
        "d.txt",
        "2024-02-02",
        (
            Holds,
            "Ada Quill, Head of Docks from 1 May 2023",
            {"person": "Ada Quill", "role": "Head of Docks", "from_": "2023-05-01"},
        ),
    )
    assert [(e.date, e.event, e.how) for e in told(papers, "Head of Docks")] == [("2023-05-01", "holder", "stated")]
    look = papers.look
    direction = next(n for n in look.members("Direction") if isinstance(n, NamedNode))
    assert [e.event for e in timeline(look, direction)] == ["made", "ends"]
