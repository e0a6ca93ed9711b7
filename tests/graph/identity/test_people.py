"""Who is one person and who is not: titles, initials, short first names, misprints, couples, namesakes."""

from __future__ import annotations

import pytest

from remit.graph.facts import Action, Attendance, Holds, Meeting

COUNCIL = "Saltmarsh Borough Council"


def test_titles_make_no_second_person_and_a_surname_makes_no_first(world):
    """A knight is himself without his title; his namesake by surname is another."""
    world.minutes("a.txt", "Harbour Board", ["Sir Alan Wood", "Councillor Andrew Wood"], organisation=COUNCIL)
    world.minutes("b.txt", "Harbour Board", ["Alan Wood"], organisation=COUNCIL)
    assert world.of("a.txt", "Sir Alan Wood") == world.of("b.txt", "Alan Wood")
    assert world.of("a.txt", "Councillor Andrew Wood") != world.of("b.txt", "Alan Wood")


def test_a_couple_on_one_council_stays_two(world):
    """Two of one surname at one table are two, and a surname alone fits neither better."""
    world.minutes("a.txt", "Harbour Board", ["Cllr J Smith", "Cllr L Smith"], (Action, {"owner": "Mrs Smith"}), organisation=COUNCIL)  # fmt: skip
    world.minutes("b.txt", "Harbour Board", ["Cllr John Smith", "Cllr Linda Smith"], organisation=COUNCIL)
    john, linda = world.of("b.txt", "Cllr John Smith"), world.of("b.txt", "Cllr Linda Smith")
    assert world.of("a.txt", "Cllr J Smith") == john
    assert world.of("a.txt", "Cllr L Smith") == linda
    assert world.of("a.txt", "Mrs Smith") not in {john, linda}


def test_initials_that_fit_two_fit_neither(world):
    """`J Smith` may be John or Jane; nobody is chosen."""
    world.minutes("a.txt", "Harbour Board", ["John Smith", "Jane Smith"], organisation=COUNCIL)
    world.minutes("b.txt", "Harbour Board", ["J Smith"], organisation=COUNCIL)
    assert world.of("b.txt", "J Smith") not in {world.of("a.txt", "John Smith"), world.of("a.txt", "Jane Smith")}


def test_initials_join_with_a_shared_office_and_wait_without(world):
    """An officer signs with an initial: the office tells; in a paper that shows nothing else the question stays open."""
    world.minutes("a.txt", "Harbour Board", [("Afia Okoro", "officer", "Service Manager")], organisation=COUNCIL)
    world.minutes("b.txt", "Ferry Panel", [("A Okoro", "officer", "Interim Service Manager")], organisation=COUNCIL)
    world.minutes("c.txt", "Audit Panel", ["P Vane"], organisation=COUNCIL)
    world.minutes("d.txt", "Ferry Panel", ["Petra Vane"], organisation=COUNCIL, date="2024-02-10")
    assert world.of("a.txt", "Afia Okoro") == world.of("b.txt", "A Okoro")
    assert world.of("c.txt", "P Vane") != world.of("d.txt", "Petra Vane")
    assert ("P Vane", "Petra Vane", "open") in world.proposed()


def test_an_initial_of_a_councillor_is_no_officer(world):
    """`Cllr J Reeve` and the officer John Reeve are not taken for one."""
    world.minutes("a.txt", "Harbour Board", ["Cllr J Reeve"], organisation=COUNCIL)
    world.minutes("b.txt", "Harbour Board", [("John Reeve", "officer", "Head of Finance")], organisation=COUNCIL)
    assert world.of("a.txt", "Cllr J Reeve") != world.of("b.txt", "John Reeve")


def test_short_first_names_join_only_in_one_company(world):
    """Bob is Robert on one board; on another nothing says so."""
    world.minutes("a.txt", "Harbour Board", ["Robert Quill"], organisation=COUNCIL)
    world.minutes("b.txt", "Harbour Board", ["Bob Quill"], organisation=COUNCIL)
    world.minutes("c.txt", "Ferry Panel", ["Deborah Tarn"], organisation=COUNCIL)
    world.minutes("d.txt", "Audit Panel", ["Debbie Tarn"], organisation=COUNCIL)
    assert world.of("a.txt", "Robert Quill") == world.of("b.txt", "Bob Quill")
    assert world.of("c.txt", "Deborah Tarn") != world.of("d.txt", "Debbie Tarn")
    assert ("Debbie Tarn", "Deborah Tarn", "open") in world.proposed()


def test_a_misprint_in_one_paper_is_joined_with_a_flag_and_elsewhere_left_open(world):
    """One letter of a surname differs: within a paper it is a misprint, and the reason says so; never for two at one table."""
    world.minutes("a.txt", "Harbour Board", ["Nell Harwick"], (Action, {"owner": "Nell Hardwick"}), (Holds, {"person": "Nell Hardwick", "role": "Pilot"}), organisation=COUNCIL)  # fmt: skip
    world.minutes("b.txt", "Ferry Panel", ["Tom Mackenzie"], organisation=COUNCIL)
    world.minutes("c.txt", "Audit Panel", ["Tom McKenzie"], organisation=COUNCIL)
    world.minutes("d.txt", "Ferry Panel", ["Ann Marsh", "Ann March"], organisation=COUNCIL)
    assert world.of("a.txt", "Nell Harwick") == world.of("a.txt", "Nell Hardwick")
    nell = world.known.who.entity("Nell Harwick", "papers", world.documents["a.txt"].iri)
    assert "misprint" in " ".join(nell.reasons)
    assert world.of("b.txt", "Tom Mackenzie") != world.of("c.txt", "Tom McKenzie")
    assert world.of("d.txt", "Ann Marsh") != world.of("d.txt", "Ann March")
    assert ("Ann March", "Ann Marsh", "refused") in world.proposed()


def test_a_lost_possessive_is_a_misprint_of_the_one_who_holds_the_office(world):
    """`Mayor John Bigg's letter` is the letter of Mayor John Biggs, also in another paper."""
    world.minutes("a.txt", "Harbour Board", ["Mayor Joan Dibbs"], organisation=COUNCIL)
    world.minutes("b.txt", "Ferry Panel", ["Mayor Joan Dibb"], organisation=COUNCIL)
    assert world.of("a.txt", "Mayor Joan Dibbs") == world.of("b.txt", "Mayor Joan Dibb")


def test_a_man_and_a_woman_of_one_name_are_two(world):
    """Titles part what words do not, and a name without title stays with neither."""
    world.minutes("a.txt", "Harbour Board", ["Mr Sam Tarn"], organisation=COUNCIL)
    world.minutes("b.txt", "Harbour Board", ["Mrs Sam Tarn"], organisation=COUNCIL)
    assert world.of("a.txt", "Mr Sam Tarn") != world.of("b.txt", "Mrs Sam Tarn")


@pytest.mark.parametrize(("one", "other"), [("John A Smith", "John B Smith"), ("John Smith", "Joan Smith")])
def test_other_first_or_middle_names_are_other_people(world, one, other):
    """A different name before the surname is a different person."""
    world.minutes("a.txt", "Harbour Board", [one], organisation=COUNCIL)
    world.minutes("b.txt", "Harbour Board", [other], organisation=COUNCIL)
    assert world.of("a.txt", one) != world.of("b.txt", other)


def test_present_and_absent_is_one_person_twice(world):
    """Somebody on the roll and among the apologies is not made two by it."""
    world.paper(
        "a.txt",
        (Meeting, {"body": "Harbour Board", "date": "2024-01-10"}),
        (Attendance, {"person": "Cllr Ann Marsh", "capacity": "member", "body": "Harbour Board", "date": "2024-01-10"}),
        (Attendance, {"person": "Councillor Ann Marsh", "capacity": "apologies", "body": "Harbour Board", "date": "2024-01-10"}),
    )  # fmt: skip
    assert world.of("a.txt", "Cllr Ann Marsh") == world.of("a.txt", "Councillor Ann Marsh")
