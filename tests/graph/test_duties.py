"""One duty, many sayings; and what shows one done."""

from __future__ import annotations

import pytest

from remit.graph.facts import Delivery, Direction, Establishes, Meeting, Obligation, Term
from remit.graph.questions.obligations import Wanted, obligations

COUNCIL, MINISTER, BY = "Saltby Council", "Secretary of State for Coasts", "Directions 2024-03-01"
MADE = (Direction, "Directions of 1 March 2024", {"date": "2024-03-01", "status": "made", "issuer": MINISTER})


def duty(action, by=BY, bearer=COUNCIL, **values):
    """A duty with its quote."""
    return (Obligation, f"{bearer} must {action}", {"bearer": bearer, "action": action, "mandated_by": by, **values})


def register(papers, on=None, **wanted):
    """The register."""
    return obligations(papers.look, Wanted(**wanted), on)


def test_sayings_of_two_papers_are_one_duty_with_its_values_gathered(papers):
    """The instrument from one, the day from the other; two supports."""
    report = "submit quarterly reports on the Harbour Plan"
    papers.add("a.txt", "2024-03-01", MADE, duty(f"{report} and its costs", recipient=(MINISTER,), frequency="P3M"))
    papers.add("b.txt", "2024-04-01", duty(report, by=None, recipient=(MINISTER,), deadline="2024-06-30"))
    (one,) = register(papers)
    assert (one.frequency, one.deadline, one.mandates) == ("P3M", "2024-06-30", ("Directions of 2024-03-01",))
    assert {proof.document for proof in one.evidence} == {"a.txt", "b.txt"}


def test_a_saying_that_tells_no_matter_joins_the_only_duty_it_can_be_of(papers):
    """`report to the Secretary of State every three months` is the report on the plan, unless there are two reports."""
    plan = duty(
        "report to the Secretary of State on the Harbour Recovery Plan every three months",
        recipient=(MINISTER,),
        frequency="P3M",
    )
    bare = duty("report to the Secretary of State every three months", recipient=(MINISTER,), frequency="P3M")
    papers.add("a.txt", "2024-03-01", MADE, plan)
    papers.add("b.txt", "2024-04-01", bare)
    assert len(register(papers)) == 1
    papers.add("c.txt", "2024-03-02", duty("report to the Secretary of State on pilot training costs every three months", recipient=(MINISTER,), frequency="P3M"))  # fmt: skip
    assert len(register(papers)) == 3


def test_papers_that_differ_in_the_day_alone_disagree_on_one_duty(papers):
    """Both days are shown, each with its paper; two days in one paper are two duties."""
    papers.add("a.txt", "2024-03-01", MADE, duty("publish the dredging accounts", deadline="2024-06-30"))
    papers.add("b.txt", "2024-04-01", duty("publish the dredging accounts", deadline="2024-07-31"))
    (one,) = register(papers)
    assert one.differs == ("deadline: 2024-06-30 (a.txt); 2024-07-31 (b.txt)",)
    papers.add("c.txt", "2024-03-01", duty("send the first pilot list", by="Directions 2024-03-01", deadline="2024-05-01"), duty("send the second pilot list", deadline="2024-06-01"))  # fmt: skip
    assert len(register(papers)) == 3


@pytest.mark.parametrize(
    ("other", "several"),
    [
        ({"recipient": ("Harbour Board",)}, 2), ({"frequency": "P1M"}, 2), ({"mandated_by": "Directions 2025-01-01"}, 2),
        ({"bearer": "Quay Panel"}, 2), ({}, 1),
    ],
)  # fmt: skip
def test_another_bearer_instrument_recipient_or_frequency_makes_another_duty(papers, other, several):
    """What speaks against one duty keeps two apart."""
    values = {"bearer": COUNCIL, "action": "submit reports on the Harbour Plan", "mandated_by": BY, "recipient": (MINISTER,), "frequency": "P3M"}  # fmt: skip
    later = (Direction, "Directions of 1 January 2025", {"date": "2025-01-01", "status": "made"})
    papers.add("a.txt", "2024-03-01", MADE, later, (Obligation, "one", values))
    papers.add("b.txt", "2024-04-01", (Obligation, "two", values | other))
    assert len(register(papers)) == several


def test_the_first_of_a_duty_that_comes_again_is_done_by_the_words_after_it(papers):
    """`The first report was sent in June` meets the first day; the next day is due, then overdue."""
    report = duty(
        "submit quarterly reports on the Harbour Plan", recipient=(MINISTER,), frequency="P3M", deadline="2024-06-30"
    )
    sent = (
        Delivery,
        "The first report was sent in June 2024",
        {"action": "The first report was sent in June 2024", "date": "2024-06"},
    )
    papers.add("a.txt", "2024-03-01", MADE)
    papers.add("b.txt", None, report, sent)
    (first,) = register(papers, "2024-07-15", due_before="2024-08-01")
    assert (first.status, first.due, first.done_for) == ("done", "2024-06-30", ("2024-06-30",))
    assert first.done[0].quote == "The first report was sent in June 2024"
    (then,) = register(papers, "2024-07-15")
    assert (then.status, then.due) == ("due", "2024-09-30")
    (later,) = register(papers, "2024-10-10", due_before="2024-10-01")
    assert (later.status, later.overdue) == ("overdue", 10)
    (before,) = register(papers, "2024-06-15", due_before="2024-08-01")
    assert before.status == "due"


def test_a_plan_that_a_paper_says_was_submitted_is_done_from_that_day(papers):
    """About the same thing, to the same house; another thing, or to another, shows nothing."""
    papers.add("a.txt", "2024-03-01", MADE, duty("submit the Harbour Recovery Plan to the Minister", recipient=(MINISTER,), deadline="2024-06-30"))  # fmt: skip
    for path, what, to in (
        ("b.txt", "The Harbour Recovery Plan was submitted", "Quay Panel"),
        ("c.txt", "The Pilot Training Plan was submitted", "Department for Coasts"),
    ):
        papers.add(path, "2024-06-28", (Delivery, what, {"action": what, "recipient": (to,), "date": "2024-06-28"}))
    assert [one.status for one in register(papers, "2024-07-05")] == ["overdue"]
    done = "The Harbour Recovery Plan was submitted to the Department for Coasts"
    papers.add(
        "d.txt",
        "2024-07-01",
        (Delivery, done, {"action": done, "recipient": ("Department for Coasts",), "date": "2024-06-28"}),
    )
    assert [one.status for one in register(papers, "2024-07-05")] == ["done"]
    assert [one.status for one in register(papers, "2024-06-20")] == ["due"]


def test_a_body_that_has_met_has_been_set_up(papers):
    """A recorded meeting, or one told of, shows the duty to set it up done, once it has met."""
    board = "Harbour Board"
    papers.add("a.txt", "2024-03-01", MADE, duty(f"set up a {board} by 31 May 2024", deadline="2024-05-31"), (Establishes, f"a {board}", {"body": board}))  # fmt: skip
    assert [one.status for one in register(papers, "2024-06-30")] == ["overdue"]
    papers.add("b.txt", "2024-09-01", (Term, "The Harbour Board met in May 2024", {"name": board, "met": "2024-05"}))
    assert [one.status for one in register(papers, "2024-06-30")] == ["done"]
    papers.add("c.txt", "2024-04-30", (Meeting, "Meeting of 30 April 2024", {"body": board, "date": "2024-04-30"}))
    (one,) = register(papers, "2024-05-02")
    assert (one.status, [proof.document for proof in one.done]) == ("done", ["c.txt"])


def test_a_duty_of_terms_or_of_a_draft_alone_is_never_overdue(papers):
    """Nothing shows that it binds."""
    papers.add("a.txt", "2024-03-01", duty("publish the tide tables", by="Terms of Reference", bearer="Harbour Board", deadline="2024-05-31", stands_in="Terms of Reference"))  # fmt: skip
    assert [one.status for one in register(papers, "2024-06-30")] == ["unknown"]


def test_what_a_later_paper_lays_on_somebody_is_not_there_before(papers):
    """Neither under a later direction nor by a later action line."""
    papers.add("a.txt", "2024-03-01", MADE, duty("publish the dredging accounts"))
    papers.add("b.txt", "2024-04-01", duty("draft the notice", by=None, bearer="Ada Quill"))
    assert register(papers, "2024-02-01") == []
    assert len(register(papers, "2024-03-15")) == 1
    assert len(register(papers, "2024-04-15")) == 2


def test_the_first_report_under_a_direction_is_the_first_that_it_requires(papers):
    """Though its sentence tells no matter: the instrument, the recipient and the interval do."""
    papers.add("a.txt", "2024-03-01", MADE, duty("provide a report on the Harbour Plan every six months", recipient=(MINISTER,), frequency="P6M", deadline="2024-10-31"))  # fmt: skip
    sent = "The first report was sent to the Secretary of State for Coasts on 27 October 2024"
    papers.add(
        "b.txt",
        "2025-03-01",
        (Delivery, sent, {"action": sent, "recipient": (MINISTER,), "date": "2024-10-27", "under": BY}),
    )
    (one,) = register(papers, "2024-11-15", due_before="2024-11-10")
    assert (one.status, one.done_for) == ("done", ("2024-10-31",))
