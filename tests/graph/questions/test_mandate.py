"""Chains of mandate."""

from __future__ import annotations

import pytest

from remit.graph.questions.mandate import all_mandates, mandates
from remit.graph.questions.wording import stem, words


@pytest.fixture
def rivers(known):
    """A council under a direction that rests on a section of an Act."""
    paper = known.document("report.txt", "2023-05-01")
    council, minister = known.thing("Body", "Council"), known.thing("Post", "Minister for Rivers")
    panel = known.thing("Body", "Water Panel", "WP")
    section = known.thing("Provision", "Rivers Act 1991 section 5(2)")
    direction = known.thing("Direction", "Directions 2023-04-01")
    known.add(direction, "dcterms:date", "2023-04-01")
    known.add(direction, "directionStatus", "made")
    known.add(direction, "inForceUntil", "2024-03-31")
    known.add(direction, "issuer", minister)
    known.add(direction, "eli:based_on", section)
    duty = known.relation(
        "Obligation", "must submit quarterly reports", paper, bearer=council, action="submit reports on flooding",
        recipient=minister, frequency="P3M", deadline="2023-06-30",
    )  # fmt: skip
    known.relation(
        "Mandate", "the Directions require", paper, mandated=duty, mandatedBy=direction, how="stated", mandateRule="x"
    )
    setting_up = known.relation("Establishment", "a Water Panel was set up", paper, established=panel)
    known.relation(
        "Mandate", mandated=setting_up, mandatedBy=direction, how="inferred", because=["same act", "same day"]
    )
    known.relation(
        "Decision", "That the accounts be noted.", paper, decidedBy=council, text="That the accounts be noted."
    )
    return known.look


def test_a_duty_is_found_by_its_words_and_led_up_to_the_provision(rivers):
    """The frequency counts as a word; the link names the instrument, its standing on the day and its basis."""
    (chain,) = mandates(rivers, "quarterly reporting", "2023-07-01")
    assert (chain.bearer.name, chain.recipient[0].name, chain.deadline) == (
        "Council",
        "Minister for Rivers",
        "2023-06-30",
    )
    (link,) = chain.mandates
    assert (link.how, link.instrument.status, link.instrument.basis[0].name) == (
        "stated", "in force", "Rivers Act 1991 section 5(2)",
    )  # fmt: skip
    assert link.evidence[0].quote == "the Directions require"


@pytest.mark.parametrize(
    ("day", "status"), [("2024-03-31", "in force"), ("2024-04-01", "lapsed"), ("2023-03-31", "not yet made")]
)
def test_the_status_is_that_of_the_day(rivers, day, status):
    """The same link is told as it stands on each day."""
    assert mandates(rivers, "reports on flooding", day)[0].mandates[0].instrument.status == status


@pytest.mark.parametrize("text", ["establish the Water Panel", "setting up of the water panel", "Establishment of WP"])
def test_setting_up_is_found_in_any_words(rivers, text):
    """`set up` and `establish` are one, and a body goes by all its names; an inferred link gives its reasons."""
    (chain,) = mandates(rivers, text)
    assert chain.type == "establishment"
    assert chain.mandates[0].because == ("same act", "same day")


def test_where_nothing_leads_up_the_chain_is_empty(rivers):
    """No mandate found is an answer, and comes last."""
    assert [len(chain.mandates) for chain in all_mandates(rivers)] == [1, 1, 0]
    assert mandates(rivers, "no such words at all") == []
    assert mandates(rivers, "the of") == []


@pytest.mark.parametrize("text", ["reports", "reporting", "reported", "report"])
def test_endings_do_not_matter(text):
    """Forms of a word are one."""
    assert stem(text) == "report"
    assert words(f"the {text}") == {"report"}
