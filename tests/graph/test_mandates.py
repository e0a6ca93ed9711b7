"""Mandates, as stated and as inferred, from papers of stated facts."""

from __future__ import annotations

import pytest

from remit.graph.facts import (
    Action,
    Alias,
    Cites,
    Decision,
    Delivery,
    Direction,
    Establishes,
    Meeting,
    Obligation,
    Term,
)
from remit.graph.questions.instruments import directions
from remit.graph.questions.mandate import all_mandates

BOARD, COUNCIL, MINISTER = "Harbour Improvement Board", "Saltby Council", "Secretary of State for Coasts"
MADE = (Direction, "Directions of 1 March 2024 in force until 30 September 2025", {
    "date": "2024-03-01", "until": "2025-09-30", "issuer": MINISTER, "addressee": COUNCIL, "status": "made",
    "basis": ("Coasts Act 2001 section 4(2)",),
})  # fmt: skip
BY, TERMS = "Directions 2024-03-01", "Terms of Reference"
REPORTS = "submit quarterly reports on the Harbour Recovery Plan to the Secretary of State for Coasts"


def duty(action, bearer=COUNCIL, by=BY, quote=None, **values):
    """A duty with its quote."""
    return (
        Obligation,
        quote or f"{bearer} must {action}",
        {"bearer": bearer, "action": action, "mandated_by": by, **values},
    )


def decided(quote, body=BOARD, date="2024-06-11", item="4", **values):
    """A limb of a decision."""
    return (Decision, quote, {"body": body, "date": date, "item": item, **values})


@pytest.fixture
def harbour(papers):
    """Directions that require a report and a board, and terms of reference of that board."""
    papers.add(
        "directions.txt", "2024-03-01", MADE,
        duty(REPORTS, recipient=(MINISTER,), frequency="P3M", deadline="2024-06-30"),
        duty(f"set up a {BOARD}, chaired by the Leader"),
        (Establishes, f"a new {BOARD}", {"body": BOARD, "by": (BY,)}),
        kind="directions",
    )  # fmt: skip
    papers.add(
        "terms.txt", "2024-04-02",
        duty("Submitting a progress report quarterly to the Department for Coasts", BOARD, TERMS,
             recipient=("Department for Coasts",), frequency="P3M", stands_in=TERMS),
        duty("meet in public", BOARD, TERMS, stands_in=TERMS),
        (Term, "FREQUENCY Quarterly", {"name": BOARD, "meets": "P3M"}),
        kind="terms", rule="term.row",
    )  # fmt: skip
    return papers


def links(papers, words):
    """Instrument, how, rule of the direct links of the chains whose words hold some."""
    found = [
        chain for chain in all_mandates(papers.look) if words in f"{chain.text} {[p.quote for p in chain.evidence]}"
    ]
    assert found, words
    return {
        (link.instrument.name, link.how, link.rule) for chain in found for link in chain.mandates if link.level == 1
    }


def test_a_duty_climbs_to_the_provision_through_what_it_names(harbour):
    """Direction by name, its basis above it at its identifier, every link with words."""
    (chain,) = [c for c in all_mandates(harbour.look) if c.text == REPORTS]
    assert [(x.level, x.instrument.name, x.how) for x in chain.mandates] == [
        (1, "Directions of 2024-03-01", "stated"), (2, "Coasts Act 2001 section 4(2)", "stated"),
    ]  # fmt: skip
    assert all(link.evidence for link in chain.mandates)


def test_a_duty_to_set_a_body_up_says_that_it_is_to_be_set_up(harbour):
    """The passage of the duty supports the establishment, and its direction mandates it."""
    (chain,) = [c for c in all_mandates(harbour.look) if c.type == "establishment"]
    assert any("must set up" in proof.quote for proof in chain.evidence)
    assert chain.mandates[0].how == "stated"


def test_a_report_under_terms_that_a_direction_requires_of_the_maker_rests_on_both(harbour):
    """The same act to the ministry and its minister at the same interval is one act; meeting in public is another."""
    assert ("Directions of 2024-03-01", "inferred", "same act, same recipient") in links(harbour, "progress report")
    assert links(harbour, "meet in public") == {(f"Terms of Reference of {BOARD}", "stated", "named by the text")}


def test_terms_rest_on_what_requires_their_body_and_fall_with_it(harbour):
    """What stands in the terms is carried by the direction through them."""
    (one,) = directions(harbour.look, "2025-10-01", lapsed=True)
    through = {c.text: str(c.through) for c in one.carries if c.through}
    assert through["meet in public"] == f"Terms of Reference of {BOARD}"


def test_directions_in_general_are_each_that_the_paper_tells_of_but_never_stated(harbour):
    """A duty `required by the Directions` of two ministers rests on both, inferred; a revoked one is none."""
    other = (
        Direction,
        "Directions of 5 May 2024",
        {"date": "2024-05-05", "issuer": "Secretary of State for Piers", "status": "draft"},
    )
    old = (Direction, "Directions of 1 May 2020, revoked", {"date": "2020-05-01", "status": "revoked"})
    harbour.add(
        "report.txt", "2024-06-01", MADE, other, old, duty("deliver the improvements required", by="Directions")
    )
    assert {(name, how) for name, how, _ in links(harbour, "deliver the improvements")} == {
        ("Directions of 2024-03-01", "inferred"), ("Directions of 2024-05-05", "inferred"),
    }  # fmt: skip


def test_what_a_report_tells_of_a_body_is_stated_only_where_its_terms_say_the_same(harbour):
    """`The Board will meet quarterly` stands in the terms; of a board whose terms are not there it is inferred."""
    harbour.add(
        "a.txt", "2024-05-01", duty("meet on a quarterly basis", BOARD, TERMS, frequency="P3M"), certainty="inferred"
    )
    harbour.add("b.txt", "2024-05-01", duty("meet monthly", "Quay Board", TERMS, frequency="P1M"), certainty="inferred")
    assert links(harbour, "meet on a quarterly") == {
        (f"Terms of Reference of {BOARD}", "stated", "the terms of reference say the same")
    }
    assert links(harbour, "meet monthly") == {("Terms of Reference of Quay Board", "inferred", "terms announced")}


@pytest.mark.parametrize(
    ("topic", "limb", "rests"),
    [
        ("HARBOUR RECOVERY PLAN QUARTERLY REPORT", "That the update be noted.", True),
        ("REPORT TO THE SECRETARY OF STATE", "That the progress reported be noted.", True),
        ("HARBOUR RECOVERY PLAN QUARTERLY REPORT", "That the comments of the Board be noted.", False),
        ("HARBOUR RECOVERY PLAN QUARTERLY REPORT", "That the Clerk submit a savings plan to the Board.", False),
        ("DREDGING CONTRACT UPDATE", "That the update be noted.", False),
    ],
)
def test_a_decision_on_a_report_rests_on_what_requires_that_report(harbour, topic, limb, rests):
    """By its heading's matter or recipient; not one on something else at the same item."""
    harbour.add("minutes.txt", "2024-06-11", decided(limb, topic=topic), kind="minutes", rule="decision.resolved")
    assert (("Directions of 2024-03-01", "inferred") in {x[:2] for x in links(harbour, limb)}) is rests


def test_a_decision_rests_on_nothing_of_a_later_day_or_ended(harbour):
    """Dates that do not fit make no link."""
    for day in ("2023-06-11", "2026-06-11"):
        harbour.add(f"{day}.txt", day, decided(f"That the report of {day} be noted.", date=day, topic="HARBOUR RECOVERY PLAN QUARTERLY REPORT"), rule="decision.resolved")  # fmt: skip
        assert "Directions of 2024-03-01" not in {name for name, *_ in links(harbour, day)}


def test_business_made_a_standing_item_rests_on_that_resolution(harbour):
    """And so does a paper that was asked for, on the matter that was named."""
    harbour.add("first.txt", "2024-06-11",
        decided("There would be a standing item on this matter.", item="7", topic="PILOTAGE IMPROVEMENT PLAN"),
        decided("That a paper be brought to the Board on the history of the breakwater, with costs.", item="8", topic="BREAKWATER"),
        rule="decision.resolved")  # fmt: skip
    harbour.add("later.txt", "2025-01-14", decided("That the progress made be noted.", date="2025-01-14", item="3", topic="PILOTAGE SERVICES IMPROVEMENT PLAN UPDATE"), rule="decision.resolved")  # fmt: skip
    harbour.add("paper.txt", None, decided("Note the history of the breakwater;", date=None, item=None), rule="decision.recommended")  # fmt: skip
    assert (f"Resolution {BOARD} 2024-06-11 item 7", "inferred", "a standing item") in links(
        harbour, "progress made be noted"
    )
    assert (f"Resolution {BOARD} 2024-06-11 item 8", "inferred", "a paper that was asked for") in links(
        harbour, "Note the history"
    )


def test_a_decision_on_what_was_done_to_meet_a_direction_rests_on_it(harbour):
    """`In order to meet the Directions … a Port Peer Review`: a decision on the Port Peer Review."""
    harbour.add("account.txt", "2024-12-01", (Delivery, "The delivery of a Port Peer Review in May 2024", {"action": "The delivery of a Port Peer Review in May 2024", "under": BY}))  # fmt: skip
    harbour.add("m.txt", "2024-12-09", decided("That the progress of the review be noted.", date="2024-12-09", topic="PORT PEER REVIEW"), rule="decision.resolved")  # fmt: skip
    assert ("Directions of 2024-03-01", "inferred", "on what was done to meet it") in links(
        harbour, "progress of the review"
    )


def test_a_body_set_up_by_a_resolution_rests_on_it_and_actions_on_the_body_carry_it_out(harbour):
    """The limb, the body, and the action line that calls the body by its last word."""
    limb = "That a Dredging Sub-Group be set up."
    harbour.add("m.txt", "2024-06-11", decided(limb, item="6"),
        (Establishes, "a Dredging Sub-Group be set up", {"body": "Dredging Sub-Group"}), rule="decision.resolved")  # fmt: skip
    store = harbour
    assert (f"Resolution {BOARD} 2024-06-11 item 6", "stated", "set up by it") in links(
        store, "Dredging Sub-Group be set up"
    )


def test_a_duty_that_names_nothing_rests_on_what_its_passage_cites(harbour):
    """The citation inside the passage, as inferred."""
    quote = "the Council must keep the light, under the Lights Act 1998"
    harbour.add("r.txt", "2024-05-05", duty("keep the light", by=None, quote=quote), (Cites, "Lights Act 1998", {"instrument": "Lights Act 1998"}))  # fmt: skip
    assert ("Lights Act 1998", "inferred", "cited in the duty") in links(harbour, "keep the light")


def test_an_action_line_rests_on_the_resolution_that_it_follows(harbour):
    """`Action by` under a limb."""
    harbour.add("m.txt", "2024-06-11", (Obligation, "That the statement be shared", {"bearer": "Ada Quill", "action": "statement be shared", "mandated_by": "Resolution"}),
        (Action, "Action by: Ada Quill", {"owner": "Ada Quill"}), (Meeting, "Meeting of 11 June 2024", {"body": BOARD, "date": "2024-06-11"}),
        kind="minutes", rule="obligation.action-by")  # fmt: skip
    found = [
        c
        for c in all_mandates(harbour.look)
        if c.type in {"action", "obligation"} and c.bearer and c.bearer.name == "Ada Quill"
    ]
    assert {c.type for c in found} == {"action", "obligation"}


def test_a_short_form_counts_as_the_words_it_stands_for(harbour):
    """HRP is the Harbour Recovery Plan where a paper says so."""
    harbour.add(
        "alias.txt",
        "2024-04-01",
        (Alias, "Harbour Recovery Plan (HRP)", {"name": "Harbour Recovery Plan", "alias": "HRP"}),
    )
    harbour.add(
        "m.txt",
        "2024-06-11",
        decided("That the update be noted.", topic="HRP QUARTERLY REPORT"),
        rule="decision.resolved",
    )
    assert ("Directions of 2024-03-01", "inferred") in {x[:2] for x in links(harbour, "That the update be noted.")}


@pytest.mark.parametrize(
    ("limb", "rests"),
    [
        ("It was agreed that the pilotage review be a standing item.", True),
        ("That there be a standing item on the pilotage review at each meeting.", True),
        ("That dredging be a standing item.", False),
    ],
)
def test_the_business_of_a_standing_item_is_what_its_limb_names(harbour, limb, rests):
    """Where the limb names it; else the heading it stands under."""
    harbour.add("first.txt", "2024-06-11", decided(limb, item="9", topic="ANY OTHER BUSINESS"), rule="decision.agreed")
    harbour.add("later.txt", "2025-01-14", decided("That the progress be noted.", date="2025-01-14", topic="PILOTAGE REVIEW UPDATE"), rule="decision.resolved")  # fmt: skip
    assert (
        (f"Resolution {BOARD} 2024-06-11 item 9", "inferred", "a standing item") in links(harbour, "progress be noted")
    ) is rests


def test_a_body_is_called_by_its_last_words(harbour):
    """`the Working Group` at the item that sets the Contracts Working Group up."""
    harbour.add("m.txt", "2024-06-11", decided("That a Contracts Working Group be established.", item="6"),
        (Establishes, "a Contracts Working Group be established", {"body": "Contracts Working Group"}), rule="decision.resolved")  # fmt: skip
    look = harbour.look
    assert [c.type for c in all_mandates(look) if c.text.endswith("Contracts Working Group")] == ["establishment"]
