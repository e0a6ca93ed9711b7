"""The verbs of a predicate, and what a clause says of time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.ingest.clauses import is_gerund, is_verb, slots, verbs


def split(text):
    return [text[a:b] for a, b in verbs(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("review and update the code", ["review and update the code"]),
        ("take the minutes and send out the papers", ["take the minutes", "send out the papers"]),
        ("publish a plan by May and report progress to the Minister", ["publish a plan by May", "report progress to the Minister"]),
        ("meet monthly and will publish a summary", ["meet monthly", "publish a summary"]),
        ("consider the audit and inspection report", ["consider the audit and inspection report"]),
        ("meet in March to debate issues and review progress", ["meet in March to debate issues and review progress"]),
        ("setting the budget, monitoring spending and reporting to Council", ["setting the budget", "monitoring spending", "reporting to Council"]),
        ("organising and hosting meetings", ["organising and hosting meetings"]),
        ("co-operate with the Adviser; and provide the Adviser with data", ["co-operate with the Adviser", "provide the Adviser with data"]),
    ],
)  # fmt: skip
def test_one_duty_a_verb_with_its_object(text, parts):
    """Verbs with objects of their own are parted, those that share one are not."""
    assert split(text) == parts


@given(
    st.lists(
        st.sampled_from(["report", "send", "the", "papers", ",", "and", "to", "will", "reviewing", ";", "(", ")"]),
        max_size=15,
    )
)
def test_parts_stand_in_order(words):
    """The parts of a predicate are stretches of it, in order, that begin at its beginning and end at its end."""
    text = " ".join(words)
    spans = verbs(text)
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(a <= b for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "deadline", "start", "frequency"),
    [
        ("submit the plan by 30 June 2024", "2024-06-30", None, None),
        ("publish it no later than 1 October 2022", "2022-10-01", None, None),
        ("reply within ten working days", "within ten working days", None, None),
        ("report quarterly from 1 April 2023", None, "2023-04-01", "P3M"),
        ("sign the book before the end of the meeting", "before the end of the meeting", None, None),
        ("attend before the Panel to answer questions", None, None, None),
        ("send out papers five clear days before each meeting", "five clear days before each meeting", None, None),
    ],
)
def test_slots(text, deadline, start, frequency):
    """Deadlines are dates, or the words where there is no date; `before the Panel` is a place."""
    said = slots(text)
    assert (said.deadline, said.from_, said.frequency) == (deadline, start, frequency)


def test_verbs_known():
    """Base forms and their -ing are told apart."""
    assert is_verb("Submit")
    assert is_gerund("submitting")
    assert is_gerund("providing")
    assert not is_gerund("meetings")
    assert not is_verb("table")
