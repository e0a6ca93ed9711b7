"""Members of bodies by registers, beside the records of meetings."""

from __future__ import annotations

import pytest

from remit.commands.ingest import run
from remit.graph.questions.members import members
from remit.graph.questions.naming import find
from remit.graph.questions.reading import Look
from remit.graph.store import Store

HEAD = "Member,Committee,Role,From,To\n"
MINUTES = "Minutes of the Audit Committee held on {day}\n\nPresent: Cllr Ann Alder (Chair), Cllr Ben Birch\n\n1. Apologies\n\nNone.\n"


@pytest.fixture
def people(tmp_path):
    """Reads papers given by name and tells the members of the committee on a day: (name, capacity, how known)."""
    folder = tmp_path / "papers"
    folder.mkdir()

    def tell(on, **papers):
        for name, text in papers.items():
            suffix = ".txt" if text.startswith("Minutes") else ".csv"
            (folder / f"{name.replace('_', '-')}{suffix}").write_text(text, encoding="utf-8")
        if papers:
            run([str(folder)], str(tmp_path / "store"), collection=None, date=None, again=False)
        with Store.open(tmp_path / "store") as store:
            look = Look(store)
            found = members(look, find(look, "Audit Committee", "Body"), on)
            return [(p.who.name.removeprefix("Cllr "), p.capacity, p.known) for p in found]

    return tell


def test_a_stated_term_settles_its_days(people):
    """Within it the membership is stated, before it not yet, after it ended, whatever meetings show."""
    register = (
        HEAD
        + "Cllr Ann Alder,Audit Committee,Chair,21/05/2023,14/05/2024\nCllr Cy Cedar,Audit Committee,Member,15/05/2024,\n"
    )
    assert people("2023-06-01", members_2024_06_01=register) == [("Ann Alder", "chair", "stated")]
    assert people("2024-06-10") == [("Cy Cedar", "member", "last known")]
    assert people("2023-01-01") == []


def test_a_register_and_minutes_are_read_together(people):
    """Whom a later register no longer lists has left; whom it lists stays, at the meeting or not."""
    register = HEAD + "Cllr Ann Alder,Audit Committee,Chair,,\nCllr Cy Cedar,Audit Committee,Member,,\n"
    papers = {"a": MINUTES.format(day="1 June 2023"), "members_2023_12_01": register, "b": MINUTES.format(day="1 March 2024").replace(", Cllr Ben Birch", "")}  # fmt: skip
    assert people("2023-07-01", **papers) == [("Ann Alder", "chair", "between"), ("Ben Birch", "member", "last known")]
    assert people("2024-04-01") == [("Ann Alder", "chair", "last known"), ("Cy Cedar", "member", "last known")]


def test_two_terms_of_one_person_are_two(people):
    """A gap between two terms is a gap."""
    register = (
        HEAD
        + "Cllr Ann Alder,Audit Committee,Member,01/05/2015,01/05/2019\nCllr Ann Alder,Audit Committee,Member,01/05/2021,\n"
    )
    assert people("2018-01-01", members_2022_06_01=register) == [("Ann Alder", "member", "stated")]
    assert people("2020-01-01") == []
    assert people("2021-06-01") == [("Ann Alder", "member", "between")]
