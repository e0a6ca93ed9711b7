"""Time and contradictions in real papers: holders, what happened, what changed, what cannot be."""

from __future__ import annotations

import pytest

from remit.graph.checks import findings
from remit.graph.questions.diff import diff
from remit.graph.questions.members import holders
from remit.graph.questions.naming import find
from remit.graph.questions.reading import Look
from remit.graph.questions.timeline import timeline
from remit.graph.store import Store

RESOURCES = "Cabinet Member for Resources"


@pytest.fixture(scope="module")
def look(five):
    """The store of the first five papers."""
    with Store.open(five) as store:
        yield Look(store)


def test_two_titles_of_one_post_are_told_as_printed(look):
    """Each holder with the title of the paper that shows it."""
    found = holders(look, find(look, RESOURCES, "Post"))
    assert [(h.person.name, h.role) for h in found] == [
        ("Councillor David Edgar", RESOURCES),
        ("Councillor Candida Ronald", f"{RESOURCES} and the Voluntary Sector"),
    ]


def test_between_two_records_the_last_holder_is_last_known_and_the_next_not_yet_seen(look):
    """Nothing is said of the days that no paper shows."""
    found = holders(look, find(look, RESOURCES, "Post"), "2017-12-01")
    assert [(h.person.name.split()[-1], h.known) for h in found] == [
        ("Edgar", "last known"),
        ("Ronald", "not yet seen"),
    ]


def test_the_timeline_of_the_board(look):
    """From the directions that require it, after its predecessor, to the board proposed to follow it; nothing of the draft."""
    events = timeline(look, find(look, "BVIB", "Body"))
    told = [(e.date, e.event, e.how) for e in events]
    assert told[0] == ("2017-03-28", "required", "stated")
    assert ("2017-04-10", "predecessor", "inferred") in told
    assert ("2018-09-17", "successor", "proposed") in told
    assert [(e.date, e.event) for e in events if e.event == "meeting"] == [("2017-06-14", "meeting"), ("2018-06-11", "meeting")]  # fmt: skip
    assert ("2018-09-30", "mandate ends", "stated") in told
    assert ("2019-03", "term ends", "stated") in told
    assert not [e for e in events if e.date == "2017-04-07"]
    predecessor = next(e for e in events if e.event == "predecessor")
    assert predecessor.with_.name == "Best Value Review Board"
    ends = next(e for e in events if e.event == "mandate ends")
    assert any("30" in p.quote and "2018" in p.quote for p in ends.evidence)
    assert all(e.evidence for e in events)


def test_what_changed_between_the_two_meetings(look):
    """Who joined and left; officers, observers and substitutes did neither."""
    changes = diff(look, "2017-06-14", "2018-06-11", find(look, "BVIB", "Body"))

    def who(kind):
        return sorted(c.who.name.split(maxsplit=1)[-1] if "Councillor" in c.who.name else c.who.name for c in changes if c.change == kind)  # fmt: skip

    assert who("joined") == ["Abdal Ullah", "Alan Finch", "Candida Ronald", "Danny Hassell"]
    assert who("left") == ["Amy Whitelock Gibbs", "David Edgar", "Denise Jones", "Heather Wills"]
    assert who("only substituted") == ["Andrew Wood"]
    named = {c.who.name for c in changes if c.who}
    assert not any(name in str(named) for name in ("Golds", "Godman", "Alan Wood"))


def test_the_contradictions_of_the_papers_and_no_others(look):
    """Five that the papers hold, each with words on both sides."""
    found = [f for f in findings(look) if f.group == "contradiction"]
    assert [f.rule for f in found] == ["present-and-absent", "two-frequencies", "two-dates", "two-forms", "term-beyond-mandate"]  # fmt: skip
    present, often, first, forms, term = found
    assert "Sirajul Islam" in present.text
    assert "2017-06-14" in present.text
    assert "monthly" in often.text
    assert "six-weekly" in often.text
    assert "Children's Services Improvement Board" in often.text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    assert all(part in first.text for part in ("2017-04", "2017-06", "Best Value Review Board", "2017-04-10"))
    assert "Hoque is acting and interim Service Manager" in forms.text
    assert "2018-06-11" in forms.text
    assert "2019-03" in term.text
    assert "2018-09-30" in term.text
    for one in found:
        assert all(side.evidence for side in one.sides)
