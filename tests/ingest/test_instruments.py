"""What imposes the duty of a passage."""

from __future__ import annotations

import pytest

from remit.ingest.context import Context
from remit.ingest.head import find_head
from remit.ingest.instruments import direction_at, in_terms, mandate_at
from remit.ingest.names import Names
from remit.ingest.pipeline import extract
from remit.ingest.structure import build

_GIVEN = "The Secretary of State gave directions to the Council on 9 October 2024 under section 15(5) of the Rivers Act 1999.\n\n"


def mandate(text, words):
    """What imposes the duty that begins with the words given."""
    document = build("paper.txt", text)
    head = find_head(document, None)
    context = Context(document, head, Names.build(document, head))
    block = next(b for b in document.blocks if words in b.clean)
    return mandate_at(context, block, block.clean.index(words))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Council has an obligation under section 3 of the Rivers Act 1999 to clear the weirs.", "Rivers Act 1999 section 3"),
        ("Section 28 of the Rivers Act 2003 requires the Council to clear the weirs.", "Rivers Act 2003 section 28"),
        ("The Council is obliged by the Rivers Act 1999 to clear the weirs.", "Rivers Act 1999"),
        ("The Council must clear the weirs each year, as required by the Weirs Regulations 2015.", "Weirs Regulations 2015"),
        ("The Council must clear the weirs. This duty arises under section 4 of the Rivers Act 1999.", "Rivers Act 1999 section 4"),
        ("The Members' Code of Conduct requires members to clear the weirs.", "Code of Conduct"),
        ("Under its terms of reference the Board must clear the weirs.", "Terms of Reference"),
        ("The adviser appointed under section 3 of the Rivers Act 1999 must clear the weirs.", None),
        ("The Council must clear the weirs.", None),
    ],
)  # fmt: skip
def test_named_in_the_sentence(text, name):
    """A provision imposes a duty if the sentence ties it to the duty, not if something else was done under it."""
    assert mandate(text, "clear the weirs") == name


@pytest.mark.parametrize(
    "sentence",
    [
        "The Directions require the Council to clear the weirs.",
        "Direction 3 required the Council to clear the weirs.",
        "Under the Directions the Council must clear the weirs.",
        "By virtue of the Direction the Council is to clear the weirs.",
        "They also require it to clear the weirs.",
        "It is to:\n\n(a) meet, as the Directions require, once a month; and\n\n(b) publish its plan.\n\nThe Directions require the Council to do the following:\n\n- clear the weirs\n- publish a plan",
    ],
)
def test_directions(sentence):
    """Duties that directions impose are theirs: by the sentence, by the one before it, by the stem of the list."""
    assert (
        mandate(_GIVEN.strip() + (" " if sentence.startswith("They") else "\n\n") + sentence, "clear the weirs")
        == "Directions 2024-10-09"
    )


def test_directions_made_under_an_act():
    """Where directions made under an Act impose a duty, it is the directions that do."""
    text = "Under the Weldon (Quays) Directions, made on 30 May 2021 under section 15(5) of the Rivers Act 1999, the Commissioners must clear the weirs."
    assert mandate(text, "clear the weirs") == "Directions 2021-05-30"


def test_terms_of_reference():
    """What stands under terms of reference is theirs."""
    before = "".join(f"{n}. Matter {n}\n\n{n}.1 Members heard of the weirs at length.\n\n" for n in range(1, 9))
    text = (
        f"Weldon Council\n\nReport to Cabinet\n\n{before}9. Terms of reference of the Weirs Board\n\n"
        "9.1 The Board will clear the weirs.\n\n10. Costs\n\n10.1 The Council must pay the fees."
    )
    assert mandate(text, "clear the weirs") == "Terms of Reference"
    assert mandate(text, "pay the fees") is None


def test_direction_by_year_and_draft():
    """`the 2019 Directions` and `the draft` mean the direction of that year and the one in draft."""
    text = (
        "The Secretary of State gave directions to the Council on 6 June 2019. The Secretary of State for Quays sent a draft\n"
        "direction dated 21 August 2023.\n\nAbout both."
    )
    document = build("paper.txt", text)
    head = find_head(document, None)
    context = Context(document, head, Names.build(document, head))
    block = document.blocks[-1]
    for phrase, date in (
        ("the 2019 Directions", "2019-06-06"),
        ("the draft", "2023-08-21"),
        ("directions of 6 June 2019", "2019-06-06"),
    ):
        item = direction_at(context, block, phrase)
        assert item
        assert item.date == date
    assert not in_terms(context, block)


def test_a_duty_told_with_its_law_is_not_imposed_by_the_directions_that_recite_it(tmp_path):
    """A recital's `its duty under section 3` rests on the section, what the directions then require on the directions."""
    paper = tmp_path / "directions.txt"
    paper.write_text(
        'DIRECTIONS UNDER SECTION 15(5)\n\nTo: Saltby Borough Council ("the Authority")\n\nWHEREAS -\n\n(A) The Secretary of State'
        " is satisfied that the Authority is failing to comply with its duty under section 3 of the Local Government Act 1999 to"
        " make arrangements to secure continuous improvement.\n\nNOW THEREFORE the Secretary of State directs as follows.\n\n"
        "1. The Authority must -\n\n  (a) appoint an independent adviser.\n\nDated: 12 June 2023\n",
        encoding="utf-8",
    )
    duties = [f for f in extract(paper).facts if f.TYPE == "obligation"]
    assert [(d.action.split()[0], d.mandated_by) for d in duties] == [
        ("make", "Local Government Act 1999 section 3"),
        ("appoint", "Directions 2023-06-12"),
    ]
