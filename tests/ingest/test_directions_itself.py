"""The directions that a document is: title, making, addressee, basis, annexes of actions and of functions."""

from __future__ import annotations

from remit.ingest.pipeline import facts_of
from remit.ingest.structure import build

_ANNEXED = """DEPARTMENT FOR TOWNS AND VALLEYS

VALLEY GOVERNMENT ACT 2003 SECTION 15(5) and (6)

DIRECTIONS TO MARLEY CITY COUNCIL

WHEREAS

1. The Secretary of State for Towns and Valleys ("the Secretary of State") has considered, in respect of Marley City
Council ("the Authority"), representations made by the Authority on 27 September 2023.

2. The Secretary of State considers it expedient, in exercise of powers under section 15(5) and (6) of the Valley
Government Act 2003, to direct the Authority as set out below.

NOW THEREFORE

3. Pursuant to powers in section 15(5) of the Valley Government Act 2003, the Secretary of State directs the Authority to
take the actions set out in Annex A.

4. The Secretary of State directs pursuant to section 15(6) of the Valley Government Act 2003 that the Authority shall
comply with any instructions of the Commissioners.

5. These Directions shall remain in force until 4 October 2028.

Signed on behalf of the Secretary of State for Towns and Valleys

Ann Orrell
Deputy Director

5 October 2023

ANNEX A

ACTION THE AUTHORITY IS REQUIRED TO TAKE

The actions to be taken by the Authority are:

1. Within six months, to prepare an Improvement Plan to the satisfaction of the Commissioners.

2. To report to the Commissioners on the delivery of the plan at six monthly intervals.

3. To pay the Commissioners' fees, and such expenses as the Secretary of State determines are to be paid to them.

ANNEX B

FUNCTIONS OF THE AUTHORITY TO BE EXERCISED BY THE COMMISSIONERS

The Commissioners shall exercise the following functions of the Authority:

1. All functions associated with the scrutiny of decisions.

2. The appointment of the Chief Executive.
"""


def of(text: str, kind: str) -> list:
    """The facts of a kind in a text."""
    return [fact for fact in facts_of(build("x.txt", text)).facts if kind == type(fact).TYPE]


def test_directions_by_title_annex_and_signature():
    """Directions titled by their addressee are dated by the day under the signature and rest on the powers exercised."""
    made, *again = of(_ANNEXED, "direction")
    assert {d.date for d in again} <= {made.date}
    assert made.date == "2023-10-05"
    assert made.until == "2028-10-04"
    assert made.addressee == "Marley City Council"
    assert made.basis == ("Valley Government Act 2003 section 15(5)", "Valley Government Act 2003 section 15(6)")


def test_an_annex_of_actions_lays_duties_on_whom_it_names():
    """Infinitive items under `The actions to be taken by X are:` are duties of X, the pointer to them is none."""
    duties = {d.action: d for d in of(_ANNEXED, "obligation")}
    assert "take the actions set out in Annex A" not in duties
    assert {d.mandated_by for d in duties.values()} == {"Directions 2023-10-05"}
    assert {d.bearer for d in duties.values()} == {"Marley City Council"}
    report = next(d for a, d in duties.items() if a.startswith("report"))
    assert (report.recipient, report.frequency) == (("Commissioners",), "P6M")
    assert any(a.startswith("prepare an Improvement Plan") for a in duties)
    assert any(a.startswith("comply with any instructions") for a in duties)


def test_functions_to_be_exercised_are_no_duties():
    """The items of `The X shall exercise the following functions:` are functions of X and nothing else."""
    assert [(f.body, f.evidence.quote) for f in of(_ANNEXED, "function")] == [
        ("Commissioners", "All functions associated with the scrutiny of decisions"),
        ("Commissioners", "The appointment of the Chief Executive"),
    ]


_ARTICLES = """DIRECTIONS

HEALTH SERVICE ACT 2006

The Northern Pathology Authority (Committees) Directions 2011

The Secretary of State for Health gives the following Directions in exercise of the powers conferred by sections 7 and
8 of the Health Service Act 2006.

Application

1.—(1) These Directions come into force on 1st November 2011.
(2) These Directions are given to the Northern Pathology Authority.

Committees

2.—(1) The Northern Pathology Authority shall appoint an audit committee.
(2) The audit committee must meet quarterly.

Signed by authority of the Secretary of State for Health

Ivor Strand
Department of Health
27th October 2011
"""


def test_directions_laid_out_like_a_statutory_instrument():
    """Articles marked `2.—(1)` are read whole, and the day of making is the one signed, not that of coming into force."""
    made, *_ = of(_ARTICLES, "direction")
    assert (made.date, made.addressee) == ("2011-10-27", "Northern Pathology Authority")
    duties = {(d.bearer, d.action) for d in of(_ARTICLES, "obligation")}
    assert ("Northern Pathology Authority", "appoint an audit committee") in duties
    assert ("audit committee", "meet quarterly") in duties


def test_directions_signed_on_behalf():
    """The day under a signature on behalf of a minister is the day of making, not the one of taking effect."""
    text = (
        "HOME OFFICE\n\nDirection to the Marl Police Authority under section 40\n\n1. The Secretary of State for Quays hereby directs the Marl "
        "Police Authority to publish a plan. This Direction takes effect on 1 April 2008.\n\n2. The Chief Constable of Marl, Graham Stott, is "
        "required to account to the Marl Police Authority.\n\nAnn Orr\nHead of Unit\nOn behalf of the Secretary of State\n\n20 March 2008\n"
    )
    made, *_ = of(text, "direction")
    assert made.date == "2008-03-20"
    assert "Chief Constable of Marl" in {d.bearer for d in of(text, "obligation")}
