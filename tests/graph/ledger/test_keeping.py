"""Decisions and what is known of them: taken in one step, kept, undone, told when their thing is gone."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from remit.errors import NothingFound, UsageError
from remit.graph.checks import findings
from remit.graph.facts import OpenDuty, ReportsTo
from remit.graph.knowledge import is_stale, rebuild
from remit.graph.ledger import keeping
from remit.graph.ledger.keeping import FILE, decided, ledger_of
from remit.graph.questions.held import held
from remit.graph.questions.why import why
from remit.graph.validate import validate
from remit.graph.write import withdraw

from .conftest import MINUTES, fact


@pytest.mark.parametrize(
    "decision",
    [
        ("rename", "Harbour Board", "The Board of the Harbour"),
        ("reject", "reports_to"),
        ("correct", "holds", "role", "Deputy Clerk"),
        ("correct", "minutes.txt", "date", "2023-06-15"),
        ("add", "minutes.txt", "reports_to", {"subject": "Clerk", "object": "Harbour Board"}, "will answer to the Harbour Board"),
    ],
    ids=lambda d: "-".join(map(str, d[:2])),
)  # fmt: skip
def test_undo_restores_the_store_byte_for_byte(case, decision):
    """Each sort of decision changes the store, and its undoing leaves no trace in it but in the ledger."""
    before = case.dump()
    verb, *given = decision
    if given[0] in {"reports_to", "holds"}:
        given[0] = case.statement(given[0])
    if verb == "reject":
        given[0] = [given[0]]
    made = case.decide(verb, *given)
    assert case.dump() != before
    assert validate(case.store) == []
    rebuild(case.store)
    case.decide("undo", [made[0].id])
    assert case.dump() == before
    assert len(ledger_of(case.store).entries) == 2


def test_a_rejected_fact_supports_nothing_and_comes_back_with_its_paper_still_rejected(case):
    """A rejection survives withdrawal and re-reading of the paper, also where lines above have moved it."""
    case.decide("reject", [case.statement("reports_to")], why="a wish")
    lines = case.look.members("ReportingLine")
    assert lines == []
    withdraw(case.store, "urn:remit:document/harbour/minutes.txt")
    rebuild(case.store)
    (id_,) = decided(case.store)
    assert decided(case.store)[id_] == ()
    case.put("A new head line\n" + MINUTES)
    assert decided(case.store)[id_] == (case.statement("reports_to"),)
    assert case.look.members("ReportingLine") == []


def test_a_corrected_value_is_what_is_known_and_its_paper_keeps_its_words(case):
    """Knowledge has the corrected role, the statement the printed one, and `why` tells who decided."""
    statement = case.statement("holds")
    case.decide("correct", statement, "role", "Deputy Clerk", why="see the letter")
    posts = {case.look.ref(p).name for p in case.look.members("Post")}
    assert posts == {"Deputy Clerk of Harbour Board"}
    told = why(case.look, statement)[0]
    assert {"role": "Clerk"}.items() <= {f.name: f.value for f in told.facts}.items()
    assert "see the letter" in told.decisions[0]
    tenure = why(case.look, case.look.members("Tenure")[0].value)[0]
    assert tenure.decisions == told.decisions


def test_an_added_fact_stands_with_its_words_and_goes_with_them(case):
    """A missed line of reporting is known with its quote, over a line break, and no more once its words are gone."""
    quote = "sits on the Ferry Panel and will answer to the Harbour Board."
    case.decide("add", "minutes.txt", "reports_to", {"subject": "Ferry Panel", "object": "Harbour Board"}, quote)
    assert len(case.look.members("ReportingLine")) == 2
    added = next(s for s in keeping.decided(case.store).values())
    proof = case.look.passages(NamedNode(added[0]))[0]
    assert MINUTES[proof.start : proof.end] == proof.quote
    assert proof.rule == "ledger.add"
    case.put(MINUTES.replace("Ferry", "Tram"))
    assert list(decided(case.store).values()) == [()]
    assert len(case.look.members("ReportingLine")) == 1
    case.put(MINUTES)
    assert len(case.look.members("ReportingLine")) == 2


def test_what_remit_learns_to_read_itself_is_not_there_twice(case):
    """A fact that was added and that a later reading finds has one statement."""
    quote = "will answer to the Harbour Board"
    values = {"subject": "Ferry Panel", "object": "Harbour Board"}
    case.decide("add", "minutes.txt", "reports_to", values, quote)
    case.put(facts=[fact(ReportsTo, MINUTES, quote, **values)])
    assert case.statement("reports_to")
    assert next(iter(case.store.quads_for_pattern(None, None, Literal("ledger.add"), None)), None) is None  # fmt: skip


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("minutes.txt", "reports_to", {"subject": "A", "object": "B"}, "the Board shall answer"), "does not say"),
        (("minutes.txt", "reports_to", {"subject": "A", "object": "B"}, "the"), "quote more of the words"),
        (("minutes.txt", "reports_to", {"subject": "A"}, "John Reeve"), "needs object"),
        (("minutes.txt", "reports_to", {"subject": "A", "object": "B", "kind": "x"}, "John Reeve"), "one of reports, accountable"),
        (("minutes.txt", "marries", {}, "John Reeve"), "no type of fact"),
        (("minutes.txt", "holds", {"person": "A", "role": "B", "from": "May"}, "John Reeve"), "is written as 2017"),
    ],
)  # fmt: skip
def test_a_fact_that_cannot_stand_is_not_added(case, given, said):
    """Words that are not there, or not once, and values that do not fit are refused, and nothing is written."""
    with pytest.raises(UsageError, match=said):
        case.decide("add", *given)
    assert not (case.store.folder / FILE).exists()


def test_a_paper_that_is_not_there_cannot_state_a_fact(case):
    """The document is named first."""
    with pytest.raises(NothingFound, match="no such document"):
        case.decide("add", "other.txt", "reports_to", {"subject": "A", "object": "B"}, "x")


def test_a_crash_leaves_the_state_before_or_after(case, monkeypatch):
    """Killed before knowledge is written, nothing was decided; killed after, the decision is found and kept."""
    before = case.dump()
    with monkeypatch.context() as patch:
        patch.setattr("remit.graph.knowledge.rebuild", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            case.decide("rename", "Harbour Board", "Quay Board")
    assert (case.store.folder / f"{FILE}.new").exists()
    assert ledger_of(case.store).entries == ()
    assert case.dump() == before
    made = case.decide("rename", "Harbour Board", "Quay Board")
    after = case.dump()
    (case.store.folder / FILE).rename(case.store.folder / f"{FILE}.new")
    assert ledger_of(case.store).entries == tuple(made)
    assert (case.store.folder / FILE).exists()
    assert not is_stale(case.store)
    assert case.dump() == after


def test_an_edited_ledger_is_behind_until_knowledge_is_derived(case):
    """A line that came by hand or by merging two files is applied at the next rebuild."""
    case.decide("rename", "Harbour Board", "Quay Board")
    place = case.store.folder / FILE
    place.write_text(place.read_text().replace("Quay Board", "Pier Board"))
    assert is_stale(case.store)
    rebuild(case.store)
    assert not is_stale(case.store)
    assert "Pier Board" in {case.look.ref(b).name for b in case.look.members("Body")}


def test_a_corrected_date_is_the_date_of_all_that_the_paper_shows(case):
    """What is known is observed on the corrected day, and proofs and the list of papers give it."""
    case.decide("correct", "minutes.txt", "date", "2023-07")
    line = case.look.members("ReportingLine")[0]
    assert case.look.texts(line, "observed") == ["2023-07"]
    assert {p.date for p in case.look.proofs(line)} == {"2023-07"}
    assert held(case.store)[0].date == "2023-07"
    with pytest.raises(UsageError, match="no date"):
        case.decide("correct", "minutes.txt", "date", "July")


def test_an_accepted_finding_is_no_longer_open(case):
    """The check tells why and by whom it was accepted."""
    case.put(
        "A review must be held.",
        "note.txt",
        facts=[fact(OpenDuty, "A review must be held.", "A review must be held", action="a review be held")],
    )
    open_ = [one for one in findings(case.look) if one.accepted is None]
    case.decide("accept", [open_[0].id], why="known")
    found = {one.id: one.accepted for one in findings(case.look)}
    assert found[open_[0].id] == "known (Pat, 2024-01-01)"
