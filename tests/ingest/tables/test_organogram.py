"""Organograms: posts, holders and lines, with the row and column of each."""

from __future__ import annotations

import random

import networkx as nx
import openpyxl
import pytest

from remit.graph.facts import Holds, Post, ReportsTo
from remit.ingest.pipeline import extract


def of(found, kind):
    """The facts of a kind."""
    return [fact for fact in found.facts if isinstance(fact, kind)]


def lines(found):
    """The lines of reporting by the names of both ends."""
    return {(line.subject, line.object) for line in of(found, ReportsTo)}


def test_each_row_is_a_post_with_its_place_in_the_file(senior):
    """A row gives the post, its holder and its line, each quoted from the row and found by row and column."""
    found = senior(
        ("1", "Ann Alder", "Chief Engineer", "Board", "XX"), ("2", "Ben Birch", "Head of Bridges", "Works", "1")
    )
    assert found.head.kind == "table"
    assert found.head.date == "2024-03-31"
    assert [(p.name, p.reference, p.superior, p.body, p.unit, p.status, p.as_of) for p in of(found, Post)] == [
        ("Chief Engineer", "1", None, "Roads Agency", "Board", "filled", "2024-03-31"),
        ("Head of Bridges", "2", "1", "Roads Agency", "Works", "filled", "2024-03-31"),
    ]
    assert [(h.person, h.role, h.body) for h in of(found, Holds)] == [
        ("Ann Alder", "Chief Engineer", "Roads Agency"),
        ("Ben Birch", "Head of Bridges", "Roads Agency"),
    ]
    (line,) = of(found, ReportsTo)
    assert line.evidence.locator == "row 3, Reports to Senior Post"
    assert found.document.text[line.evidence.start : line.evidence.end] == line.evidence.quote
    assert line.evidence.quote.startswith("2\tBen Birch")
    assert line.evidence.quote.endswith("\t1")


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("Vacant", "vacant"), ("VACANT POST", "vacant"), ("'Vacant'", "vacant"), ("Gapped", "vacant"), ("Awaiting recruitment", "vacant"),
        ("N/D", "undisclosed"), ("n/a", "undisclosed"), ("Not disclosed", "undisclosed"), ("Acting Deputy Director", "undisclosed"),
        ("Eliminated", "eliminated"), ("Post deleted", "eliminated"), ("", None),
    ],
)  # fmt: skip
def test_a_post_without_a_named_holder_is_a_post(senior, cell, status):
    """Vacant, undisclosed, eliminated and blank posts are listed, and nobody holds them."""
    found = senior(("1", "Ann Alder", "Chief Engineer", "Board", "XX"), ("2", cell, "Head of Bridges", "Works", "1"))
    assert [(p.name, p.status) for p in of(found, Post)][1] == ("Head of Bridges", status)
    assert [h.person for h in of(found, Holds)] == ["Ann Alder"]
    assert lines(found) == (set() if status == "eliminated" else {("Head of Bridges", "Chief Engineer")})


def test_posts_of_one_title_are_told_apart(senior):
    """By their unit where that is enough, else by their reference."""
    found = senior(
        ("1", "N/D", "Director", "Board", "XX"),
        ("2", "N/D", "Deputy Director", "Works", "1"),
        ("3", "N/D", "Deputy Director", "Money", "1"),
        ("4", "N/D", "Planner", "Works", "2"),
        ("5", "N/D", "Planner", "Works", "3"),
    )
    assert [p.name for p in of(found, Post)] == ["Director", "Deputy Director, Works", "Deputy Director, Money", "Planner (post 4)", "Planner (post 5)"]  # fmt: skip
    assert ("Planner (post 5)", "Deputy Director, Money") in lines(found)


def test_a_job_share_is_one_post_with_two_holders(senior):
    """Two rows with one reference and title, but two names, are one post."""
    found = senior(("1", "Ann Alder", "Director", "Board", "XX"), ("2", "Ben Birch", "Head of Law", "Law", "1"), ("2", "Cy Cedar", "Head of Law", "Law", "1"))  # fmt: skip
    assert {p.name for p in of(found, Post)} == {"Director", "Head of Law"}
    assert {(h.person, h.role) for h in of(found, Holds)} >= {("Ben Birch", "Head of Law"), ("Cy Cedar", "Head of Law")}
    assert len(of(found, ReportsTo)) == 1


def test_two_titles_under_one_reference_are_two_posts_and_nobody_is_put_under_either(senior):
    """What a reference means that two posts share is not guessed."""
    found = senior(("1", "N/D", "Director", "A", "XX"), ("1", "N/D", "Registrar", "B", "XX"), ("2", "N/D", "Clerk to the Board", "B", "1"))  # fmt: skip
    assert len({p.name for p in of(found, Post)}) == 3
    assert lines(found) == set()


def test_an_unknown_superior_is_kept_as_printed(senior):
    """A reference that the table does not list makes no line, and is not lost."""
    found = senior(("1", "N/D", "Director", "A", "XX"), ("2", "N/D", "Registrar", "B", "77"))
    assert lines(found) == set()
    assert [p.superior for p in of(found, Post)] == [None, "77"]


def test_people_without_a_post_give_none(senior):
    """Reference 0 and `Not in post` stand for people on leave, not for posts."""
    found = senior(("0", "Ann Alder", "Not in post", "A", "1"), ("1", "Ben Birch", "Director", "A", "xx"))
    assert [p.name for p in of(found, Post)] == ["Director"]


def test_interim_holders_hold_the_post_in_that_form(senior):
    """The form beside the name goes to the role, not to the name or the post."""
    (held,) = of(senior(("1", "Ann Alder (Interim)", "Director of Works", "A", "XX")), Holds)
    assert (held.person, held.role) == ("Ann Alder", "Director of Works (interim)")


def test_references_of_spreadsheets_are_compared_without_zeros_and_points(senior):
    """`0012` and `12.0` mean post 12."""
    found = senior(("12", "N/D", "Director", "A", "XX"), ("13", "N/D", "Registrar", "A", "0012"), ("14", "N/D", "Clerk to the Board", "A", "12.0"))  # fmt: skip
    assert lines(found) == {("Registrar", "Director"), ("Clerk to the Board", "Director")}


def test_the_older_and_junior_headings_are_read(table):
    """`Grade` alone, an unnamed first column, and posts of one kind a row."""
    old = table(
        [["", "Post Unique Reference", "Name", "Grade", "Job Title", "Organisation", "Reports to Senior Post"], ["0", "A1", "Ann Alder", "SCS2", "Director", "Roads Agency", "XX"]],
        "300913-roads-senior.csv",
    )  # fmt: skip
    assert [(p.name, p.grade, p.as_of) for p in of(old, Post)] == [("Director", "SCS2", "2013-09-30")]
    junior = table(
        [
            ["Parent Department", "Organisation", "Unit", "Reporting Senior Post", "Grade", "Payscale Minimum (£)", "Payscale Maximum (£)", "Generic Job Title", "Number of Posts in FTE", "Professional/Occupational Group"],
            ["Ministry of Works", "Roads Agency", "Works", "A1", "AO", "1", "2", "Administrative Officer", "4.50", "Other"],
            ["Ministry of Works", "Roads Agency", "Money", "A1", "AO", "1", "2", "Administrative Officer", "2.00", "Other"],
        ],
        "300913-roads-junior.csv",
    )  # fmt: skip
    assert [(p.name, p.number, p.superior) for p in of(junior, Post)] == [
        ("Administrative Officer, Works", "4.50", "A1"),
        ("Administrative Officer, Money", "2.00", "A1"),
    ]


def test_structure_charts_name_the_superior_by_title(table):
    """A chart without references, as councils publish them."""
    found = table([["Job title", "Name", "Reports to", "Service"], ["Chief Executive", "Ann Alder", "", "Corporate"], ["Head of Parks", "Vacant", "Chief Executive", "Parks"]])  # fmt: skip
    assert lines(found) == {("Head of Parks", "Chief Executive")}


def test_other_tables_are_no_organogram(table):
    """Attendance lists, contacts and project tables have neither posts nor lines."""
    for head in (
        ["Name", "Role", "E-mail"],
        ["Title", "Manager", "Reference"],
        ["Ref", "Action", "Owner", "Due", "Status"],
    ):
        found = table([head, *[["Ann Alder", "Chair of the Board", "x"]] * 3])
        assert of(found, Post) == []
        assert of(found, ReportsTo) == []


def test_workbooks_are_read_sheet_by_sheet(tmp_path):
    """The sheet and its own row number are told; titles above the headings give the day."""
    book = openpyxl.Workbook()
    book.active.title = "Guide"
    book.active.append(["How to read this workbook"])
    sheet = book.create_sheet("Senior posts")
    for row in (["Roads Agency: organogram as at 31 March 2024"], [], [], ["Post Unique Reference", "Name", "Job Title", "Reports to Senior Post"], [1, "Ann Alder", "Director", "XX"], [], [2, "Ben Birch", "Registrar", 1]):  # fmt: skip
        sheet.append(row)
    book.save(tmp_path / "posts.xlsx")
    found = extract(tmp_path / "posts.xlsx")
    (line,) = of(found, ReportsTo)
    assert line.evidence.locator == "sheet Senior posts, row 7, Reports to Senior Post"
    assert found.head.date == "2024-03-31"
    assert {p.body for p in of(found, Post)} == {"Roads Agency"}


def made(count, seed=7):
    """Rows of an organogram of many posts, with all that real ones have."""
    pick = random.Random(seed)
    for number in range(1, count + 1):
        who = "Vacant" if number % 17 == 0 else "N/D" if number % 5 == 0 else f"{pick.choice(['Ann', 'Ben', 'Cy'])} {pick.choice('ABCDE')} {pick.choice(['Alder', 'Birch', 'Cedar'])}"  # fmt: skip
        title = pick.choice(["Deputy Director", "Head of Roads", "Bridge Manager", "Senior Adviser"])
        yield (
            f"P{number:04}",
            who,
            title,
            f"Group {number % 40}",
            "XX" if number == 1 else f"P{pick.randint(1, number - 1):04}",
        )


@pytest.mark.parametrize("count", [200, pytest.param(2000, marks=pytest.mark.slow)])
def test_every_line_is_that_of_the_table(senior, count):
    """The lines up from every post are those that networkx finds over the references of the same rows."""
    rows = list(made(count))
    graph = nx.DiGraph((ref, above) for ref, *_, above in rows if above != "XX")
    found = senior(*rows)
    reference = {post.name: post.reference for post in of(found, Post)}
    assert len(reference) == count
    mine = nx.DiGraph((reference[low], reference[high]) for low, high in lines(found))
    for ref, *_ in rows[1:]:
        assert nx.shortest_path(mine, ref, "P0001") == nx.shortest_path(graph, ref, "P0001")
    assert set(mine.edges) == set(graph.edges)
