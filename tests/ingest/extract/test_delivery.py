"""What papers say has been done, as facts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.ingest.context import Context
from remit.ingest.duties_extent import in_few_words, object_meant, passage_end
from remit.ingest.extract.delivery import extract
from remit.ingest.head import find_head
from remit.ingest.names import Names
from remit.ingest.structure import build

HEAD = "WELDON BOROUGH COUNCIL\n\nProgress report, 4 March 2024\n\n"


def done(text):
    """The deliveries of a report, each quoted verbatim."""
    document = build("paper.txt", HEAD + text)
    head = find_head(document, None)
    found = list(extract(Context(document, head, Names.build(document, head))))
    for fact in found:
        assert document.text[fact.evidence.start : fact.evidence.end] == fact.evidence.quote
    return found


@pytest.mark.parametrize(
    ("text", "by", "to", "date"),
    [
        ("The first report was sent in June 2023.", None, (), "2023-06"),
        ("An improvement plan has been submitted to the Department for Coasts in July 2023.", None, ("Department for Coasts",), "2023-07"),
        ("The Council submitted the Harbour Plan to the Harbour Board on 28 September 2023.", "WELDON BOROUGH COUNCIL", ("Harbour Board",), "2023-09-28"),
        ("In August 2023 the Council published its annual statement.", "WELDON BOROUGH COUNCIL", (), "2023-08"),
        ("The review was carried out by the Harbour Board in May 2023.", "Harbour Board", (), "2023-05"),
    ],
)  # fmt: skip
def test_things_handed_over_or_finished_are_deliveries(text, by, to, date):
    """In the passive and the active, with who, to whom and when."""
    (one,) = done(text)
    assert (one.by, one.recipient, one.date) == (by, to, date)


@pytest.mark.parametrize(
    "text",
    [
        "The report will be sent in June 2024.",
        "The report was not sent.",
        "No report has been submitted to the Board.",
        "If the plan was submitted, it has been lost.",
        "The Council must submit a report by 30 June 2024.",
        "A plan to be submitted to the Board was discussed.",
        "The report provided an update on progress.",
        "The harbour was dredged in May 2023.",
        "The Chief Executive presented the report.",
    ],
)
def test_what_is_to_come_denied_or_only_told_of_is_none(text):
    """Nothing is done by being due, supposed or presented."""
    assert done(text) == []


def test_a_list_of_what_was_done_to_meet_directions_is_under_them():
    """Each item, whatever its verb, with the direction that the stem means."""
    text = (
        "1.1 On 3 March 2023 the Secretary of State for Coasts issued Directions to the Council.\n\n"
        "1.2 In order to meet the Directions, the Council has implemented a number of measures:\n\n"
        "- A new Harbour Board, chaired by the Leader, was established;\n"
        "- Quarterly submissions to the Secretary of State;\n"
        "- The delivery of a Port Peer Review in June 2023. This taught us much.\n"
    )
    found = [fact for fact in done(text) if fact.under]
    assert [(fact.under, fact.date) for fact in found] == [
        ("Directions 2023-03-03", None), ("Directions 2023-03-03", None), ("Directions 2023-03-03", "2023-06"),
    ]  # fmt: skip
    assert found[2].evidence.quote == "The delivery of a Port Peer Review in June 2023"


def test_something_undergone_is_also_what_the_next_sentence_says_it_was_for():
    """`took part in a Port Peer Challenge. The purpose of this review was to receive an independent review of …`."""
    (one,) = done(
        "In June 2023 the Council took part in a Port Peer Challenge. The purpose of this review was to receive an "
        "independent review of its achievement against the Harbour Plan."
    )
    assert one.action == "Port Peer Challenge: an independent review of its achievement against the Harbour Plan"
    assert one.date == "2023-06"


def test_a_paper_that_says_it_was_asked_for_says_by_whom():
    """The recital is kept apart from what was done."""
    (one,) = done(
        "At the first meeting of the Harbour Board it was agreed that a report be developed on the breakwater."
    )
    assert (one.evidence.rule, one.action) == ("delivery.asked", "a report be developed on the breakwater")


@pytest.mark.parametrize(
    ("action", "short"),
    [
        ("meet with the Mayor every six weeks to maintain pace, delivery and unblock issues", "meet with the Mayor every six weeks"),
        ("liaise with Democratic Services in good time to ensure that meetings can be convened", "liaise with Democratic Services in good time"),
        ("set up a board, chaired by the Leader", "set up a board, chaired by the Leader"),
        ("to ensure that it does", "to ensure that it does"),
        ("(1) The Authority shall establish a board", "establish a board"),
        ('"make arrangements', "make arrangements"),
        (
            "Setting up an independent review of achievement against the Savings Plan and the Recovery Plan for the years 2023 to 2025 to be submitted to the Secretary of State by 1 August",
            "set up an independent review of achievement against the Savings Plan and the Recovery Plan for the years 2023 to 2025",
        ),
    ],
)  # fmt: skip
def test_an_act_is_told_in_few_words(action, short):
    """Why it is done is left out; what, for whom and when stay."""
    assert in_few_words(action) == short


def test_a_passage_ends_before_what_only_follows_from_the_duty():
    """`and failure to deliver these may result in …` is no part of it."""
    text = "The Council is required to deliver improvements required by the Directions and failure to deliver these may result in more."
    begins = text.index("deliver")
    assert text[: passage_end(text, begins, len(text))].endswith("by the Directions")


@pytest.mark.parametrize(
    ("before", "action", "meant"),
    [
        ("prepare a Recovery Plan and ", "submit it to the Minister", "submit a Recovery Plan to the Minister"),
        ("The Team will take the minutes and ", "publish them in ten days", "publish the minutes in ten days"),
        ("It is raining and ", "submit it", "submit it"),
        ("", "submit it", "submit it"),
    ],
)
def test_it_and_them_are_what_the_clause_before_acts_on(before, action, meant):
    """Where that is one thing; else the words stay."""
    assert object_meant(before, action) == meant


@given(st.text(max_size=300))
def test_any_act_is_shortened_without_fail(action):
    """To at most about twenty words, from its own words."""
    assert len(in_few_words(action)) <= 140
