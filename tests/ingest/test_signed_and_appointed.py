"""Signatures, appointments in a row, posts before names, stems that end in a dash, duties with words before their verb."""

from __future__ import annotations

import pytest

from remit.ingest.pipeline import facts_of
from remit.ingest.structure import build


def of(text: str, kind: str) -> list:
    """The facts of a kind in a text."""
    return [fact for fact in facts_of(build("x.txt", text)).facts if kind == type(fact).TYPE]


def held(sentence: str) -> set[tuple[str, str, str | None]]:
    """(person, role, body) of the posts that a sentence gives."""
    return {(h.person, h.role, h.body) for h in of(f"A PAPER OF NOTE\n\n{sentence}\n", "holds")}


def test_appointments_in_a_row():
    """`A as R, B and C as Rs, and D as R for F`: each has the post that follows, the shared one in the singular."""
    assert held(
        "I am appointing Lesley Seabright as Lead Commissioner, Deborah Madders and Peter Roband as Commissioners, and "
        "Mervyn Greenow as Commissioner for Financial Sustainability."
    ) == {
        ("Lesley Seabright", "Lead Commissioner", None),
        ("Deborah Madders", "Commissioner", None),
        ("Peter Roband", "Commissioner", None),
        ("Mervyn Greenow", "Commissioner for Financial Sustainability", None),
    }


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The lead Commissioner, Tony McTaggart, wrote to us.", ("Tony McTaggart", "lead Commissioner", None)),
        (
            "The appointment of a head of safeguarding, Jo Whitbread, helped.",
            ("Jo Whitbread", "head of safeguarding", None),
        ),
        (
            "We spoke to the Monitoring Officer, Jaswinder Harmon, as she asked.",
            ("Jaswinder Harmon", "Monitoring Officer", None),
        ),
        (
            "The Minister of State for Quays and Valley Devolution (Gawain Ferris) spoke.",
            ("Gawain Ferris", "Minister of State for Quays and Valley Devolution", None),
        ),
        (
            "Councillor Bryn Askew, chairs the Member Development Panel.",
            ("Councillor Bryn Askew", "Chair", "Member Development Panel"),
        ),
        (
            "Signed on behalf of the Valley Government: Morag Fairley, Deputy Director",
            ("Morag Fairley", "Deputy Director", "Valley Government"),
        ),
    ],
)
def test_posts_told(sentence, wanted):
    """Posts with a rank in lower case, with a field, in capitals that open no sentence, before brackets, by verb, on behalf."""
    assert wanted in held(sentence)


def test_a_heading_over_a_sentence_names_nobody():
    """A short heading is no person because the sentence under it begins with a post."""
    assert held("Next Steps\n\nCommissioners must report to the Board by 4 May 2021.") == set()


def test_a_stem_that_ends_in_a_dash():
    """The items under `The X shall—` are duties of X, and their time may stand before the verb."""
    text = (
        "VALLEY DIRECTIONS\n\nThe Secretary of State for Quays gives the following Directions under section 4 of the Valley Act "
        "1999.\n\nDuties\n\n7.—(1) The Quay Executive shall—\n(a) prepare an Implementation Plan;\n(b) by 30 September 2008, "
        "publish a summary; and\n(c) thereafter provide the Minister with a progress report at intervals of not more than two "
        "months.\n\nMade on 4 May 2008\n"
    )
    duties = {d.action: d for d in of(text, "obligation")}
    assert {d.bearer for d in duties.values()} == {"Quay Executive"}
    assert duties["publish a summary"].deadline == "2008-09-30"
    report = next(d for action, d in duties.items() if action.startswith("provide the Minister"))
    assert (report.recipient, report.frequency) == (("Minister",), "P2M")


def test_what_one_is_required_to_do_by_a_section_is_no_act():
    """`as she is required to do by section 4` lays on nothing; `will be required to` does."""
    text = "A PAPER\n\nThe Clerk spoke, as he is required to do by section 4.\n\nThe Quay Trust will be required to submit quarterly reports to the Harbour Board.\n"
    assert [(d.bearer, d.recipient) for d in of(text, "obligation")] == [("Quay Trust", ("Harbour Board",))]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "The Council is led by Councillor Kit Redferne, who succeeded Councillor Paul Lakes as Leader.",
            ("Councillor Kit Redferne", "Leader", None),
        ),
        (
            "Sharon Kemble took up her post as Chief Executive in January 2016.",
            ("Sharon Kemble", "Chief Executive", None),
        ),
        (
            "The Quay Safeguarding Board, whose independent chair is Christine Castle, met.",
            ("Christine Castle", "independent chair", "Quay Safeguarding Board"),
        ),
        (
            "The Joint Board, chaired by Lead Commissioner Sir Derek Mycroft, met.",
            ("Sir Derek Mycroft", "Chair", "Joint Board"),
        ),
    ],
)
def test_posts_told_otherwise(sentence, wanted):
    """The heir and not the one succeeded, who took up a post, whose chair is whom, a chair named by another office."""
    assert wanted in held(sentence)


def test_a_notice_binds_like_directions():
    """In an improvement notice `will` binds, the day given is its own, and a date in a stem is due for its items."""
    text = (
        "IMPROVEMENT NOTICE\n\nTo: Lindley Borough Council (the 'Council')\n\n1. This Improvement Notice is given to the Council on 22 May 2012 by "
        "the Minister for Quays, after an inspection of its services that found them wanting.\n\n2. By 31 December 2012 the Council "
        "must:\n- recruit to all vacant manager posts; and\n- review its thresholds.\n\n3. The Council will work with the Quay Board.\n"
    )
    duties = of(text, "obligation")
    assert {d.mandated_by for d in duties} == {"Improvement Notice"}
    assert [d.deadline for d in duties] == ["2012-12-31", "2012-12-31", None]


def test_recommendations_to_ministers_and_policy_committees():
    """A letter may recommend to the Secretaries of State; a committee's name may begin with Policy."""
    text = (
        "26 August 2016\n\nDear Secretaries of State\n\nWe recommend that the Secretaries of State:\n1. return the functions;\n2. amend "
        "the Directions.\n\nYours sincerely\n\nMary Neave, Commissioner\n"
    )
    assert [(d.number, d.body) for d in of(text, "decision")] == [
        ("1", "Secretaries of State"),
        ("2", "Secretaries of State"),
    ]
    report = "Report to: Policy and Resources Committee\n\nDate: 16 March 2021\n\nMembers are recommended to:\n\n1. note the report.\n"
    assert facts_of(build("x.txt", report)).head.body == "Policy and Resources Committee"
