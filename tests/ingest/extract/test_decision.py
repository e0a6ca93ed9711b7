"""Decisions of minutes, recommendations of reports, and what a letter says was decided."""

from __future__ import annotations

import pytest

from remit.ingest.context import Context
from remit.ingest.extract import decision
from remit.ingest.head import find_head
from remit.ingest.names import Names
from remit.ingest.structure import build

MINUTES = "Minutes of a meeting of Oakmere Parish Council held on 12 March 2024\n\nPresent: Cllr D Ash, Cllr E Bay\n\n"


def found(text):
    document = build("paper.txt", text)
    head = find_head(document, None)
    facts = list(decision.extract(Context(document, head, Names.build(document, head))))
    for fact in facts:
        assert document.text[fact.evidence.start : fact.evidence.end] == fact.evidence.quote
    return sorted(facts, key=lambda fact: fact.evidence.start)


def quotes(text):
    return [" ".join(fact.evidence.quote.split()) for fact in found(MINUTES + text)]


def test_limbs_with_their_numbers():
    """Each limb of a resolution is a decision, with item, number, body and date."""
    facts = found(MINUTES + "5. ROADS\n\nRESOLVED\n\n1. That the plan be approved.\n2. That the cost be noted.\n")
    assert [(f.item, f.number, f.date) for f in facts] == [("5", "1", "2024-03-12"), ("5", "2", "2024-03-12")]
    assert {f.body for f in facts} == {"Oakmere Parish Council"}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("RESOLVED - That the policy be adopted.", "That the policy be adopted."),
        ("Resolved: to accept the quotation. Proposed Cllr Ash, seconded Cllr Bay. All in favour.", "to accept the quotation."),
        ("It was agreed that the hall be hired.", "It was agreed that the hall be hired."),
        ("The minutes of 2 May were approved and signed.", "The minutes of 2 May were approved and signed."),
        ("The Committee approved the budget.", "The Committee approved the budget."),
        ("Ms Ferris was duly elected Vice Chair.", "Ms Ferris was duly elected Vice Chair."),
        ("Cllr Ash proposed that a working party be formed. This was seconded by Cllr Bay and carried.",
         "Cllr Ash proposed that a working party be formed. This was seconded by Cllr Bay and carried."),
        ("Payment proposed by Cllr Ash, seconded by Cllr Bay", "Payment proposed by Cllr Ash, seconded by Cllr Bay"),
        ("The minutes of the meeting held on 04.03.19 were confirmed as a true record.",
         "The minutes of the meeting held on 04.03.19 were confirmed as a true record."),
        ("4. Minutes of the last meeting were adopted and signed", "Minutes of the last meeting were adopted and signed"),
        ("It was agreed a decision will be made at the next meeting of the Council.",
         "It was agreed a decision will be made at the next meeting of the Council."),
        ("The council considered application 43/07. RESOLVED to raise no objection.", "to raise no objection."),
        ("It was agreed by the Board that it would adopt the standard.", "It was agreed by the Board that it would adopt the standard."),
        ("The Board discussed the letter, but agreed that it would be signed off later.",
         "The Board discussed the letter, but agreed that it would be signed off later."),
        ("The following policies were ratified: Lettings, Charging.", "The following policies were ratified: Lettings, Charging."),
    ],
)  # fmt: skip
def test_ways_to_decide(text, quote):
    """Resolutions on the same line, agreements, approvals, elections, and motions carried."""
    assert quotes(text + "\n") == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "The Committee noted the report.",
        "The Panel agreed that the strategy placed too much emphasis on councils.",
        "(These minutes are published subject to approval and to amendments made when they are approved)",
        "At its last meeting the Committee agreed to close the path.",
        "The plan would be approved in June.",
        "Mr Vale suggested that the policy be reviewed before it was adopted.",
        "The application has since been approved.",
    ],
)
def test_no_decisions(text):
    """What is noted, recited, foreseen or suggested is no decision of this meeting."""
    assert not quotes(text + "\n")


def test_verbs_of_a_list():
    """Under `The Board:` what was approved is a decision, what was noted is none."""
    assert quotes("The Council:\n\n- NOTED the report;\n- APPROVED the scheme of delegation.\n") == [
        "APPROVED the scheme of delegation."
    ]


def test_recommendations_of_a_report():
    """Numbered recommendations are decisions of the body that is asked."""
    facts = found(
        "Estates Committee\n\nReport of the Surveyor\n\nRecommendations\n\nThe Committee is recommended to:\n"
        "(a) note the survey;\n(b) approve the repairs.\n"
    )
    assert [f.number for f in facts] == ["a", "b"]
    assert {f.body for f in facts} == {"Estates Committee"}


def test_decision_letter():
    """A letter that says what a Secretary of State has decided states a decision."""
    (one,) = found("Dear Sir,\n\nThe Secretary of State has therefore decided to confirm the Order.\n")
    assert one.body.startswith("Secretary of State")


def test_stem_without_a_colon():
    """`The Council RESOLVED` opens the list under it."""
    assert quotes("The Council RESOLVED\n\na) to buy two grit bins\nb) that the Clerk write to the County.\n") == [
        "to buy two grit bins",
        "that the Clerk write to the County.",
    ]


def test_election_told_and_resolved():
    """An election that is told and then resolved in so many words is one decision."""
    told = (
        "As there were no others, Cllr Ash was duly elected as Chair.\n\nRESOLVED:\n\nThat Cllr Ash be elected Chair.\n"
    )
    assert quotes(told) == ["That Cllr Ash be elected Chair."]


def test_numbers_of_minutes():
    """A reference on its own line, or with a colon, numbers the business under it."""
    text = "23-24/FRA/1\n\nMinutes\n\nRESOLVED: That the minutes be confirmed.\n"
    assert [fact.item for fact in found(MINUTES + text)] == ["23-24/FRA/1"]
    text = "F02:04/24 To agree dates for meetings of the council.\nRESOLVED: That the dates be agreed.\n"
    assert [fact.item for fact in found(MINUTES + text)] == ["F02:04/24"]


def test_decision_over_agreed():
    """Of `DECISION` over `AGREED:-` the limbs below both are the decisions; the number of a resolution's record is none."""
    text = (
        "5.1     Mr Ash explained the plan.\n\n        DECISION\n        AGREED:-\n"
        "        (a)  to recommend a plan; and\n        (b)  that Mr Ash circulate it.\n"
    )
    assert quotes(text) == ["to recommend a plan; and", "that Mr Ash circulate it."]
    assert not quotes("Resolution Record No. BTC/33/01/Sept/08\n")
