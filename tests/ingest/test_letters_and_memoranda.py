"""Letters, explanatory memoranda and reports: who writes, who is named, what is cited, decided, set up and reported."""

from __future__ import annotations

import pytest

from remit.ingest.citations import find_citations
from remit.ingest.pipeline import facts_of
from remit.ingest.structure import build


def of(text: str, kind: str) -> list:
    """The facts of a kind in a text."""
    return [fact for fact in facts_of(build("x.txt", text)).facts if kind == type(fact).TYPE]


_LETTER = """Ysolde Thorne MP
Minister of State for Valley Government
2 Quay Street
LONDON

Pellmere Borough Council
Civic Offices

3 December 2024

Dear Commissioners,

When the Secretary of State issued Directions to the Council under section 15 of the Valley Act 1999 on 22 November
2022, Pellmere Borough Council ("the Council") was failing.

I have decided to accept that recommendation. The Council has appointed Simon Tarrant as its permanent Section
151 Officer. Mervyn Caulfield stepped down as Finance Commissioner on 30 November. The Council's Assurance Panel,
established in April 2023 and chaired by Dame Ruth Orr, meets monthly. I wrote to the Leader of the Council, Cllr
Anna Petrie, and to its Chief Executive, Duncan Frayne.

Commissioners are required to report to me on the progress of the intervention every six months.

Yours sincerely,

YSOLDE THORNE MP
Minister of State for Valley Government
"""


def test_a_letter_speaks_for_who_signs_it():
    """In a letter `I` decides and `me` receives as the minister who signs; it is a letter though it tells of directions."""
    (decided,) = of(_LETTER, "decision")
    assert (decided.body, decided.date) == ("Minister of State for Valley Government", "2024-12-03")
    line = next(r for r in of(_LETTER, "reports_to") if r.frequency == "P6M")
    assert (line.subject, line.object) == ("Commissioners", "Minister of State for Valley Government")


def test_posts_in_a_letter():
    """A name over its post, an appointment, a departure with its day, the chair of the body named last, `its` post."""
    held = {(h.person, h.role): h for h in of(_LETTER, "holds")}
    assert ("Ysolde Thorne MP", "Minister of State for Valley Government") in held
    assert ("Simon Tarrant", "Section 151 Officer") in held
    left = held["Mervyn Caulfield", "Finance Commissioner"]
    assert (left.as_of, left.to) == (None, "2024-11-30")
    assert held["Dame Ruth Orr", "Chair"].body == "Assurance Panel"
    assert held["Duncan Frayne", "Chief Executive"].body == "Pellmere Borough Council"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Section 105A of the Valley Act 2009 allows it. Section 107D provides for general functions.",
            [("Valley Act 2009", "section 105A"), ("Valley Act 2009", "section 107D")],
        ),
        (
            "Section 105A of the Valley Act 2009 allows it. See section 4 of this report.",
            [("Valley Act 2009", "section 105A")],
        ),
        (
            "Section 105A of the Valley Act 2009 allows it. Section 4.2 sets out the costs.",
            [("Valley Act 2009", "section 105A")],
        ),
        ("The Trust was established by S.I. 2003/1324 and lives on.", [("S.I. 2003/1324", None)]),
        ("The Valley (Fees) Order 2014 (S.I. 2014/863) applies.", [("Valley (Fees) Order 2014", None)]),
    ],
)
def test_citations_that_lean_on_the_one_before(text, wanted):
    """A section alone goes on with the Act before it in the passage; a paper's own section does not; numbers stand alone."""
    assert [(c.instrument, c.provision) for c in find_citations(text)] == wanted


def test_who_is_set_up_with_whom_and_by_what():
    """Two committees appointed in one breath are two, and a body is set up by the instrument that the text names."""
    text = (
        "TERMS OF THE TRUST\n\nThe Trust shall appoint an audit committee and a clinical standards committee. "
        "The Marl Valley Authority was established on 1 April 2014 by the Marl Valley Order 2014.\n"
    )
    got = {e.body: e.by for e in of(text, "establishes")}
    assert {"audit committee", "clinical standards committee"} <= set(got)
    assert got["Marl Valley Authority"] == ("Marl Valley Order 2014",)


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        (
            "The Marl Authority has agreed to provide the Rivers Department with quarterly monitoring reports.",
            ("Marl Authority", "Rivers Department"),
        ),
        (
            "The Quay Director may also be held to account by the Valley Parliament.",
            ("Quay Director", "Valley Parliament"),
        ),
        (
            "The Quay Director reports audit findings to the Improvement Board on a quarterly basis.",
            ("Quay Director", "Improvement Board"),
        ),
        (
            "The clinical standards committee is to report to the Rivers Board not less than twice in each financial year.",
            ("clinical standards committee", "Rivers Board"),
        ),
    ],
)
def test_lines_of_reporting(sentence, pair):
    """Undertakings to report, being held to account, and reporting something to somebody are lines of reporting."""
    assert [(r.subject, r.object) for r in of(f"A PAPER\n\n{sentence}\n", "reports_to")] == [pair]


def test_a_report_that_speaks_of_terms_of_reference_is_a_report():
    """A report whose recommendations mention terms of reference still gives its recommendations as decisions."""
    text = (
        "CABINET\n\nREPORT OF THE DIRECTOR OF QUAYS\n\nRecommendations\n\n2. The Cabinet is recommended to:\n\n"
        "(a) Approve the setting up of a joint committee;\n\n(b) Agree the draft terms of reference attached;\n"
    )
    assert [d.number for d in of(text, "decision")] == ["a", "b"]


@pytest.mark.parametrize(
    ("clause", "deadline"),
    [
        (
            "The Trust must send a copy to the Board by 31 January before the start of that year.",
            "by 31 January before the start of that year",
        ),
        ("The Trust must send an annual report to the Board by 30 June.", "by 30 June"),
        (
            "The Trust must, in the first six months of the period, adopt a plan.",
            "in the first six months of the period",
        ),
    ],
)
def test_days_that_come_back_stay_words(clause, deadline):
    """A day without a year that comes back every year is given in the words of the text."""
    (duty,) = of(f"4 May 2021\n\nDear Sir\n\n{clause}\n\nYours faithfully\n\nAnn Orr\nClerk\n", "obligation")
    assert duty.deadline == deadline


def test_short_forms_by_definition_and_within_names():
    """`"the 2004 Directions" means …` introduces a short form; the end of a longer name is none."""
    text = (
        'In this paper "the 2004 Directions" means the Directions to the Marl Valley Authority 2004 which were given on 29 '
        "March 2004. The auditor was Harker Wells LLP.\n"
    )
    got = {(a.name, a.alias) for a in of(text, "alias")}
    assert ("Directions to the Marl Valley Authority 2004", "2004 Directions") in got
    assert not any(alias == "Wells LLP" for _, alias in got)


def test_a_title_in_capitals_over_its_sections():
    """An Act in capitals is read whole, and the sections of the line under it, in capitals as well, are its sections."""
    text = "RIVERS AND QUAYS (WALES) ACT 2013\n\nDIRECTION TO MARL COUNCIL UNDER SECTIONS 21 AND 27\n"
    assert {(c.instrument, c.provision) for c in of(text, "cites")} == {
        ("Rivers and Quays (Wales) Act 2013", None),
        ("Rivers and Quays (Wales) Act 2013", "section 21"),
        ("Rivers and Quays (Wales) Act 2013", "section 27"),
    }


def test_the_column_of_references_of_a_letter_head():
    """A name and its post beside a column of references are read down their own column."""
    text = (
        "Quay Department\n\nMiss H Raven                                    Our Ref: NAT/151\nSolicitor to the Council                        "
        "Your Ref: LS/HR\nMarl Borough Council\n\n9 March 2015\n\nDear Madam\n\nThank you.\n\nYours faithfully\n\nAnn Orr\nHead of Unit\n"
    )
    assert ("Miss H Raven", "Solicitor") in {(h.person, h.role.split(" to ")[0]) for h in of(text, "holds")}
