"""Statutory instruments and what explains them, decision notices, short forms in quotes, seats with a number before them."""

from __future__ import annotations

import pytest

from remit.ingest.pipeline import facts_of
from remit.ingest.structure import build


def of(text: str, kind: str) -> list:
    """The facts of a kind in a text."""
    return [fact for fact in facts_of(build("x.txt", text)).facts if kind == type(fact).TYPE]


_ORDER = """STATUTORY INSTRUMENTS

The Marlshire (Structural Changes) Order 2008

Made    11th June 2008

The Secretary of State for Quays makes this Order in exercise of the powers conferred by section 7 of the Valley Act 2007.

6.—(1) In this Order "the 1972 Act" means the Valley Act 1972 and "the county council" means Marlshire County Council.

(2) The county council must establish a committee to be known as the Marlshire Implementation Executive.
"""


def test_an_order_mandates_what_it_lays_down():
    """Duties in an Order are mandated by the Order, and `this Order` is its short form among several."""
    (duty,) = of(_ORDER, "obligation")
    assert (duty.bearer, duty.mandated_by) == ("Marlshire County Council", "Marlshire (Structural Changes) Order 2008")
    assert ("Marlshire (Structural Changes) Order 2008", "Order") in {(a.name, a.alias) for a in of(_ORDER, "alias")}


def test_a_memorandum_names_the_order_that_it_explains():
    """`Under the Order` in a memorandum is the Order of its title, though it names another."""
    text = (
        "EXPLANATORY MEMORANDUM TO\n\nTHE MARLSHIRE (FUNCTIONS) ORDER 2018\n\n2018 No. 1042\n\n1. The Marlshire Order 2014 is amended."
        "\n\n2. Under the Order the Mayor is required to consult the councils.\n"
    )
    (duty,) = of(text, "obligation")
    assert duty.mandated_by == "Marlshire (Functions) Order 2018"


def test_a_decision_notice():
    """The items under `DECISION` in a notice are decisions of the post that made them, on its day."""
    text = (
        "Marl District Council\n\nRECORD OF EXECUTIVE DECISION TAKEN BY AN OFFICER\n\nDecision maker: Gemma Staines, Assistant Director "
        "(Communities)\n\nDate of decision: 14 July 2022\n\nDECISION\n\n1. To award the contract to Vale Trust.\n\n2. To instruct the Head of "
        "Legal Services to complete it.\n\nREASONS FOR THE DECISION\n\n1. The current contract ends.\n"
    )
    assert [(d.number, d.body, d.date) for d in of(text, "decision")] == [
        ("1", "Assistant Director (Communities)", "2022-07-14"),
        ("2", "Assistant Director (Communities)", "2022-07-14"),
    ]


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        ('Marl County Council ("the council") met.', ("Marl County Council", "council")),
        ("A Report in the Public Interest (RIPI) was made.", ("Report in the Public Interest", "RIPI")),
        ("The company is Brick by Marlstow Ltd (BBM).", ("Brick by Marlstow Ltd", "BBM")),
        ("It goes through the multi-agency safeguarding hub (MASH).", ("multi-agency safeguarding hub", "MASH")),
        ('The above Compulsory Purchase Order ("the CPO") was confirmed.', ("Compulsory Purchase Order", "CPO")),
    ],
)
def test_short_forms(sentence, pair):
    """Lower-case words in quotes, reports, companies without their ending, hubs, initials in quotes are short forms."""
    assert pair in {(a.name, a.alias) for a in of(f"A PAPER\n\n{sentence}\n", "alias")}


def test_directions_made_today_and_of_a_day():
    """`Today I issued Directions under …` are of the paper's day; a `statutory direction of` a day is of that day."""
    today = "Quay Department written statement - made on 8 May 2025.\n\nToday, I issued Directions under section 15 of the Valley Act 1999.\n"
    assert [d.date for d in of(today, "direction")][:1] == ["2025-05-08"]
    past = "A PAPER\n\nIt was set up following the Secretary of State's statutory direction of 24 June 2016.\n"
    assert [d.date for d in of(past, "direction")][:1] == ["2016-06-24"]


def test_seats_keep_their_portfolio():
    """A portfolio with commas in it is one seat, and its `(Chair)` goes with it."""
    text = (
        "A PAPER\n\nThe Leisure Partnership Board will comprise the Portfolio Holder for Health, Leisure and Culture (Chair), the "
        "Assistant Director (Communities) and two representatives of the contractor.\n"
    )
    assert next((s.role, s.capacity) for s in of(text, "ex_officio")) == (
        "Portfolio Holder for Health, Leisure and Culture",
        "chair",
    )
