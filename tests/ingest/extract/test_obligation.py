"""Obligations of prose, lists, terms of reference, tasks and resolutions."""

from __future__ import annotations

import pytest

from remit.ingest.context import Context
from remit.ingest.extract import obligation, open_duty
from remit.ingest.head import find_head
from remit.ingest.names import Names
from remit.ingest.structure import build


def read(text):
    document = build("paper.txt", text)
    head = find_head(document, None)
    return Context(document, head, Names.build(document, head))


def found(text):
    context = read(text)
    facts = sorted(obligation.extract(context), key=lambda fact: fact.evidence.start)
    for fact in facts:
        assert context.document.text[fact.evidence.start : fact.evidence.end] == fact.evidence.quote
    return facts


TERMS = "HAZELBECK HOUSING PANEL\n\nTERMS OF REFERENCE\n\n"


def test_modal_with_its_values():
    """Bearer, recipient, deadline and frequency come from the clause."""
    (one,) = found("The Head of Audit must submit a quarterly report to the Finance Committee by 30 June 2024.")
    assert (one.bearer, one.recipient, one.deadline, one.frequency) == (
        "Head of Audit", ("Finance Committee",), "2024-06-30", "P3M",
    )  # fmt: skip


def test_one_duty_a_verb():
    """Verbs with objects of their own are duties of their own, with the same bearer."""
    facts = found("The Clerk shall take the minutes and send out the papers.")
    assert [(f.bearer, f.action) for f in facts] == [("Clerk", "take the minutes"), ("Clerk", "send out the papers")]


def test_subject_carried_over():
    """A verb joined by `and` has the subject of the verb before it, whatever that verb is."""
    facts = found("The Treasurer is elected each year and shall keep the accounts.")
    assert [(f.bearer, f.action) for f in facts] == [("Treasurer", "keep the accounts")]


def test_list_inherits_from_its_stem():
    """Each limb of a list is a duty of the one whom the stem names."""
    facts = found(
        "The Authority must:\n\n(a) prepare a plan;\n(b) publish it within 14 days; and\n(c) appoint an auditor.\n"
    )
    assert [f.action for f in facts] == ["prepare a plan", "publish it within 14 days", "appoint an auditor"]
    assert {f.bearer for f in facts} == {"Authority"}
    assert facts[1].deadline == "within 14 days"


def test_items_that_are_objects():
    """Items that are only objects of the stem's verb take it along."""
    facts = found("The Trust must consult:\n\n(a) local authorities;\n(b) patients and carers.\n")
    assert [f.action for f in facts] == ["consult local authorities", "consult patients and carers"]


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("The 2031 Directions require the Council to publish a plan.", "Council"),
        ("Section 28 of the Harbours Act 2003 puts the Port Authority under a duty to review its budget.", "Port Authority"),
        ("It is the duty of the Town Clerk to advise Members on this Code.", "Town Clerk"),
        ("Both Councils have commissioned Brackley to produce a design.", "Brackley"),
        ("The minutes must be kept by the Secretary.", "Secretary"),
        ("The Warden has been tasked with rewriting the rota.", "Warden"),
    ],
)  # fmt: skip
def test_who_is_required(text, bearer):
    """Whoever is required, put under a duty, tasked, or named as the agent of a passive bears the duty."""
    assert [f.bearer for f in found(text)] == [bearer]


@pytest.mark.parametrize(
    "text",
    [
        "The Council should publish a plan.",
        "The Board needs to consider this.",
        "The Minister may seek an order requiring the Council to remedy any breach.",
        "The budget will pay for two posts.",
        "Members may not use Council property.",
        "The scheme must be simple.",
        "Progress would continue.",
    ],
)
def test_no_duties(text):
    """Wishes, powers, threats, forecasts and qualities of things are no duties."""
    assert not found(text)


def test_will_binds_in_terms_of_reference_alone():
    """`will` is a duty in terms of reference, a forecast in a report."""
    line = "The Panel will meet every two months.\n"
    (one,) = found(TERMS + line)
    assert (one.bearer.casefold(), one.frequency, one.mandated_by) == (
        "hazelbeck housing panel", "P2M", "Terms of Reference",
    )  # fmt: skip
    assert not found(
        "Report of the Treasurer\n\nExecutive summary\n\nThe Panel will publish a leaflet every two months.\n"
    )


def test_open_duty():
    """A passive that names nobody is an open duty and no obligation."""
    text = "Every claim for expenses must be made in writing within a month."
    assert not found(text)
    assert [f.action for f in open_duty.extract(read(text))] == [
        "Every claim for expenses be made in writing within a month"
    ]


MINUTES = "Minutes of a meeting of Oakmere Parish Council held on 12 March 2024\n\nPresent: Cllr D Ash, Cllr E Bay\n\n"


def test_tasks_and_limbs_of_minutes():
    """Action lines and limbs that name who is to act are duties; the latter rest on the resolution."""
    facts = found(
        MINUTES + "1. Bench\n\nACTION: Clerk to order a bench by 30 April 2024.\n\nRESOLVED\n\n"
        "(i) That the Chair write to the County Council.\n(ii) That the report be noted.\n"
    )
    assert [(f.bearer, f.mandated_by) for f in facts] == [("Clerk", None), ("Chair", "Resolution")]
    assert facts[0].deadline == "2024-04-30"
