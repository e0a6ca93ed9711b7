"""Proofs name every statement, its words, its rule and the reasons behind what is concluded."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Quad

from remit.errors import AmbiguousName, NothingFound
from remit.graph.checks import findings
from remit.graph.facts import Alias, Attendance, Direction, Establishes, Meeting, Obligation, ReportsTo
from remit.graph.questions.mandate import all_mandates
from remit.graph.questions.naming import find
from remit.graph.questions.reading import TYPE, term
from remit.graph.questions.reporting import reporting_lines
from remit.graph.questions.why import why

DAY = "2024-06-20"
BODY = "Harbour Improvement Board"


def story(papers):
    """A line said twice, a duty under a direction, a name with its short form, a contradiction."""
    line = {"subject": "Quay Group", "object": BODY}
    papers.add(
        "a.txt",
        DAY,
        (ReportsTo, "The Quay Group reports to the Board.", line),
        (Alias, "Harbour Improvement Board (HIB)", {"name": BODY, "alias": "HIB"}),
    )
    papers.add(
        "b.txt",
        "2024-07-01",
        (ReportsTo, "the Quay Group, which reports to the HIB", line | {"object": "HIB"}),
        (Alias, "Harbour Improvement Board (HIB)", {"name": BODY, "alias": "HIB"}),
    )
    papers.add(
        "d.txt", "2024-01-10",
        (Direction, "Directions of 10 January 2024", {"date": "2024-01-10", "status": "made"}),
        (Obligation, "The Directions require the Council to audit its quays.", {"bearer": "Saltmarsh Council", "action": "audit its quays", "mandated_by": "Directions 2024-01-10"}),
    )  # fmt: skip
    papers.add(
        "m.txt", DAY,
        (Meeting, f"Minutes of the {BODY}", {"body": BODY, "date": DAY}),
        (Attendance, "Ada Quill (Member)", {"person": "Ada Quill", "capacity": "member", "body": BODY, "date": DAY}),
        (Attendance, "Apologies: Ada Quill", {"person": "Ada Quill", "capacity": "apologies", "body": BODY, "date": DAY}),
        kind="minutes",
    )  # fmt: skip
    return papers.look


def test_a_line_is_proved_by_all_statements_of_it(papers):
    """Two papers say it, so two statements prove it, each with its words, rule and date."""
    look = story(papers)
    (line,) = reporting_lines(look, find(look, "Quay Group"), depth=1)
    (proof,) = why(look, line.id)
    assert [(s.document, s.date, s.rule, s.evidence[0].quote) for s in proof.statements] == [
        ("a.txt", DAY, "reports_to.given", "The Quay Group reports to the Board."),
        ("b.txt", "2024-07-01", "reports_to.given", "the Quay Group, which reports to the HIB"),
    ]
    assert proof.name == f"Quay Group reports to {BODY}"


def test_short_forms_of_an_identifier_prove_the_same(papers):
    """The kind with the characters, and the first of the characters alone, mean the whole."""
    look = story(papers)
    (line,) = reporting_lines(look, find(look, "Quay Group"), depth=1)
    digits = line.id.rpartition("/")[2]
    assert why(look, f"reporting/{digits}") == why(look, digits[:8]) == why(look, line.id)


def test_a_duty_is_followed_by_what_mandates_it(papers):
    """The mandate comes with its own statement and rule."""
    look = story(papers)
    duty = next(c for c in all_mandates(look) if c.type == "obligation")
    own, mandate = why(look, duty.id)
    assert own.kind == "obligation"
    assert mandate.certainty == "stated"
    assert mandate.statements[0].evidence[0].quote == "The Directions require the Council to audit its quays."


def test_a_merge_is_proved_by_the_statement_of_the_short_form(papers):
    """A name leads to the body, and the words that give it its short form are shown."""
    (proof,) = why(story(papers), "HIB")
    assert any(reason.rule == "merged" for reason in proof.reasons)
    assert any(s.type == "Alias" and s.evidence[0].quote == "Harbour Improvement Board (HIB)" for s in proof.statements)


def test_a_finding_is_proved_by_its_rule_and_both_sides(papers):
    """The identifier that check prints leads to both statements."""
    look = story(papers)
    one = next(f for f in findings(look) if f.rule == "present-and-absent")
    (proof,) = why(look, one.id)
    assert (proof.id, proof.reasons[0].rule) == (one.id, "present-and-absent")
    assert {s.evidence[0].quote for s in proof.statements} == {"Ada Quill (Member)", "Apologies: Ada Quill"}


def test_a_statement_is_proved_by_its_passage_and_tells_what_rests_on_it(papers):
    """From the words to what they support."""
    look = story(papers)
    (line,) = reporting_lines(look, find(look, "Quay Group"), depth=1)
    (proof,) = why(look, line.evidence[0].statement)
    assert any(line.id in fact.value for fact in proof.facts if fact.name == "supports")


@pytest.mark.parametrize(
    "text",
    ["urn:remit:reporting/000000000000", "beef00", "urn:remit:finding/000000000000", "nobody at all", "urn:%zz <>"],
)
def test_what_is_not_there_is_told_in_one_line(papers, text):
    """An identifier of nothing, and a name of nobody, are not found."""
    with pytest.raises(NothingFound) as error:
        why(story(papers), text)
    assert "\n" not in str(error.value)


def test_an_identifier_that_fits_several_lists_them(papers):
    """A beginning that several have is not chosen among."""
    look = papers.look
    for digits in ("abcd11112222", "abcd33334444"):
        papers.store.apply([], [Quad(NamedNode(f"urn:remit:tenure/{digits}"), TYPE, term("Tenure"))])
    with pytest.raises(AmbiguousName) as error:
        why(look, "abcd")
    assert len(error.value.candidates) == 2


def test_a_body_set_up_is_proved_with_its_mandate(papers):
    """The setting up of a body leads on to the direction that requires it."""
    story(papers)
    papers.add(
        "e.txt",
        DAY,
        (
            Establishes,
            "The Directions of 10 January 2024 require a Tide Panel",
            {"body": "Tide Panel", "by": ("Directions 2024-01-10",)},
        ),
    )
    look = papers.look
    chain = next(c for c in all_mandates(look) if c.type == "establishment")
    assert [one.kind for one in why(look, chain.id)] == ["establishment", "Mandate"]
