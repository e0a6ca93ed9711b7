"""Statutory directions that a document is or tells of."""

from __future__ import annotations

import pytest

from remit.graph.facts import values
from remit.graph.facts_lines import once
from remit.ingest.context import Context
from remit.ingest.directions_grammar import read, speaks
from remit.ingest.extract import direction
from remit.ingest.head import find_head
from remit.ingest.names import Names
from remit.ingest.structure import build


def found(text):
    document = build("paper.txt", text)
    head = find_head(document, None)
    facts = list(direction.extract(Context(document, head, Names.build(document, head))))
    for fact in facts:
        assert document.text[fact.evidence.start : fact.evidence.end] == fact.evidence.quote
    return {fact.date: values(fact) for fact in once(facts)}


def test_recited_with_its_values():
    """Issuer, addressee, basis and end are gathered from the sentence and from those after it."""
    (one,) = found(
        "On 6 June 2019 the Secretary of State for Education gave directions to the Council under section 15(5) of the\n"
        "Local Government Act 1999. They will end on 31 March 2021."
    ).values()
    assert one == {
        "date": "2019-06-06", "issuer": "Secretary of State for Education", "addressee": "Council", "status": "made",
        "until": "2021-03-31", "basis": ("Local Government Act 1999 section 15(5)",),
    }  # fmt: skip


def test_newer_ones_replace_older():
    """Those said to be revoked are, and the newest in force replaces them."""
    got = found(
        "The Secretary of State previously gave directions to the Council on 3 May 2014 and 4 June 2015.\n\n"
        "Those directions have now been revoked, and fresh Directions were issued on 7 July 2017."
    )
    assert {date: one["status"] for date, one in got.items()} == {
        "2014-05-03": "revoked",
        "2015-06-04": "revoked",
        "2017-07-07": "made",
    }
    assert got["2017-07-07"]["revokes"] == ("2014-05-03", "2015-06-04")


def test_expired_before_are_not_revoked_by_the_new():
    """Directions that had ended before the new ones were made are not what those revoke."""
    got = found(
        "Directions were issued to the Council by the Secretary of State on 10 June 2021.\n"
        "The 28 March 2018 Directions had expired on 31 March 2020."
    )
    assert got["2018-03-28"]["status"] == "revoked"
    assert got["2018-03-28"]["until"] == "2020-03-31"
    assert "revokes" not in got["2021-06-10"]


def test_draft_direction():
    """A draft is a draft, whoever else has directions in force."""
    got = found(
        "The Secretary of State for Education has sent the Trust a draft direction dated 21 August 2023 under section 497A of the Education Act 1996."
    )
    assert got["2023-08-21"]["status"] == "draft"
    assert got["2023-08-21"]["addressee"] == "Trust"


def test_month_is_the_day_named_elsewhere():
    """A direction given by its month only is the one of that month that is dated elsewhere."""
    got = found(
        "In March 2017 the Secretary of State issued new Directions to the Council.\n\n"
        "The Secretary of State issued fresh directions on 28th March 2017 to the Council."
    )
    assert list(got) == ["2017-03-28"]


_INSTRUMENT = """RIVERS ACT 1999

DIRECTIONS UNDER SECTION 15(5)

To: Weldon District Council ("the Authority")

WHEREAS

(A) On 2 February 2020 the then Secretary of State gave to the Authority, under section 15(5) of the Rivers Act 1999,
the Weldon (Quays) Directions 2020 ("the 2020 Directions").

NOW THEREFORE the Secretary of State for Rivers, in exercise of the powers conferred by section 15(5) and (6) of the
Rivers Act 1999, directs as follows.

1. These Directions have effect from 9 May 2023 and remain in force until 8 May 2025.

2. The 2020 Directions are revoked with effect from 9 May 2023.

3. The Authority must publish its plan by 30 June 2023.

Signed on behalf of the Secretary of State for Rivers

Dated: 4 May 2023
"""


def test_the_instrument_itself():
    """An instrument is dated by its signature, addressed by its short name, and based on the powers it exercises."""
    got = found(_INSTRUMENT)
    assert got["2023-05-04"] == {
        "date": "2023-05-04", "issuer": "Secretary of State for Rivers", "addressee": "Authority", "status": "made", "until": "2025-05-08",
        "revokes": ("2020-02-02",), "basis": ("Rivers Act 1999 section 15(5)", "Rivers Act 1999 section 15(6)"),
    }  # fmt: skip
    assert got["2020-02-02"]["status"] == "revoked"
    assert got["2020-02-02"]["until"] == "2023-05-09"


@pytest.mark.parametrize(
    "text",
    [
        "A direction of travel was agreed on 3 June 2018.",
        "The Clerk gave directions to the new playing field on 4 June 2021.",
        "The Tribunal issued Directions on 6 June 2021 for the hearing.",
        "The strategic direction was reviewed on 5 May 2019.",
        "The Home Secretary has power to give directions under section 40 of the Police Act 1996. The Panel met on 4 May 2020.",
        "The Council must report under the Directions by 4 June 2021.",
    ],
)
def test_no_direction(text):
    """Other senses of the word, powers not used and days on which something else happens are no directions."""
    assert found(text) == {}


def test_revoked_in_the_passive_and_by_month():
    """Directions that `are hereby revoked` are, and those `of May 2019` or `imposed in May 2019` are dated by the month."""
    got = found(
        "The Directions given to the Council on 5 May 2020 and 6 June 2020 were revoked on 7 July 2021.\n\n"
        "Statutory Directions were imposed in September 2022. Since the Directions of May 2019 much has changed."
    )
    assert {date: one["status"] for date, one in got.items()} == {
        "2020-05-05": "revoked", "2020-06-06": "revoked", "2022-09": "made", "2019-05": "made",
    }  # fmt: skip
    assert got["2020-06-06"]["until"] == "2021-07-07"


def test_each_date_by_its_part():
    """In one sentence the day of making, of effect and of ending are told apart."""
    said = read(
        "Directions made by the Welsh Ministers on 1 May 2018, with effect from 3 May 2018, which expire on 30 April 2020"
    )
    assert [told.date for told in said.told] == ["2018-05-01"]
    assert said.ends == (("2020-04-30", False),)
    assert said.issuer == "Welsh Ministers"
    assert not speaks("under the direction of the Chair")


def test_the_passage_of_an_end_is_told_beside_that_of_the_direction():
    """Where the end stands in another sentence, that sentence is evidence as well, and the fact is still one."""
    from remit.graph.facts import Direction
    from remit.graph.facts_lines import once
    from remit.ingest.pipeline import facts_of
    from remit.ingest.structure import build

    text = (
        "Report to Cabinet\n\nThe Secretary of State for Towns gave directions to the Council on 12 June 2023 under section 15 of the "
        "Local Government Act 1999.\n\nThe period of the Secretary of State's directions would conclude on 30 June 2025.\n"
    )
    found = [f for f in facts_of(build("r.txt", text)).facts if isinstance(f, Direction)]
    assert [(f.date, f.until) for f in once(found)] == [("2023-06-12", "2025-06-30")]
    assert [f.evidence.quote for f in found if f.evidence.rule == "direction.until.again"] == [
        "The period of the Secretary of State's directions would conclude on 30 June 2025."
    ]
