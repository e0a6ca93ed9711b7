"""Registers of members: memberships and offices, with their terms."""

from __future__ import annotations

import pytest

from remit.graph.facts import Holds, Member


def members(found):
    """The memberships that a table lists."""
    return [(m.person, m.body, m.capacity, m.from_, m.to) for m in found.facts if isinstance(m, Member)]


def test_a_register_lists_memberships_with_their_terms(table):
    """Name, committee, role and dates, open ends left open; an office is a post as well."""
    found = table(
        [
            ["Councillor", "Party", "Ward", "Committee", "Role", "From", "To"],
            ["Cllr Ann Alder", "Green", "North", "Audit Committee", "Chair", "21/05/2023", ""],
            ["Cllr Ben Birch", "Independent", "South", "Audit Committee", "Member", "21/05/2023", "14 May 2024"],
            ["Cllr Cy Cedar", "Green", "East", "Audit Committee", "Substitute", "", "present"],
            ["Vacancy", "", "West", "Audit Committee", "Member", "", ""],
        ],
        "members-2024.csv",
    )
    assert members(found) == [
        ("Cllr Ann Alder", "Audit Committee", "chair", "2023-05-21", None),
        ("Cllr Ben Birch", "Audit Committee", "member", "2023-05-21", "2024-05-14"),
        ("Cllr Cy Cedar", "Audit Committee", "substitute", None, None),
    ]
    assert [(h.person, h.role, h.body, h.from_) for h in found.facts if isinstance(h, Holds)] == [("Cllr Ann Alder", "Chair", "Audit Committee", "2023-05-21")]  # fmt: skip
    first = next(m for m in found.facts if isinstance(m, Member))
    assert (first.party, first.ward, first.evidence.locator) == ("Green", "North", "row 2, Councillor")
    assert first.evidence.quote == "Cllr Ann Alder\tGreen\tNorth\tAudit Committee\tChair\t21/05/2023"


def test_the_body_may_stand_above_the_rows(table):
    """A title above the headings names the body and the day."""
    found = table([["Members of Ashmere Town Council as at 1 June 2024"], ["Forename", "Surname", "Party", "Ward"], ["Ann", "Alder", "Green", "North"]])  # fmt: skip
    assert members(found) == [("Ann Alder", "Ashmere Town Council", "member", None, None)]
    assert found.head.date == "2024-06-01"


@pytest.mark.parametrize(
    "head", [["Name", "Organisation", "Role"], ["Name", "E-mail"], ["Name", "Organisation", "Attended"]]
)
def test_attendance_and_contacts_are_no_register(table, head):
    """Names beside organisations say nothing of membership."""
    assert members(table([head, ["Ann Alder", "Parish Council", "Clerk"]])) == []


def test_a_register_without_a_body_says_nothing_of_membership(table):
    """Whose members they are is not guessed."""
    assert members(table([["Name", "Party", "Ward"], ["Ann Alder", "Green", "North"]], "list.csv")) == []


def test_former_members_are_not_members(table):
    """A role that says so ends the matter where no dates are given."""
    found = table([["Name", "Committee", "Role", "From"], ["Ann Alder", "Audit Committee", "Former member", ""]])
    assert members(found) == []
