"""Mappings: what they state of a table, and what is said of one that makes no sense."""

from __future__ import annotations

import openpyxl
import pytest

from remit.errors import MappingError
from remit.graph.facts import Decision, Holds, Member, Obligation, Post, ReportsTo
from remit.ingest.pipeline import extract
from remit.ingest.tables.mapping import read_mapping

TABLE = [
    ["Register kept by the clerk"],
    ["First name", "Family name", "Sits on", "As", "Since", "State"],
    ["Ann", "Alder", "Audit Committee", "Chair", "05/06/2023", "current"],
    ["Ben", "Birch", "Audit Committee", "Member", "", "Left"],
    ["", "", "Audit Committee", "Member", "", "current"],
]
GOOD = """\
skip:
  State: [left]
facts:
  - type: member
    person: "{First name} {Family name}"
    body: "{Sits on}"
    capacity: "{As}"
    from: "{Since}"
  - type: holds
    person: "{First name} {Family name}"
    role: Chair
    body: "{Sits on}"
    only:
      As: Chair
"""


@pytest.fixture
def mapping(tmp_path):
    """Writes a mapping and reads it."""

    def read(text):
        path = tmp_path / "m.yaml"
        path.write_text(text, encoding="utf-8")
        return read_mapping(path)

    return read


def test_a_mapping_says_what_each_row_states(table, mapping):
    """Templates are filled from the row; conditions, empty rows, dates and capacities are minded."""
    found = table(TABLE, "who.csv", mapping=mapping(GOOD))
    assert [(f.person, f.body, f.capacity, f.from_) for f in found.facts if isinstance(f, Member)] == [("Ann Alder", "Audit Committee", "chair", "2023-06-05")]  # fmt: skip
    (held,) = [f for f in found.facts if isinstance(f, Holds)]
    assert (held.person, held.role, held.evidence.rule) == ("Ann Alder", "Chair", "holds.mapping")
    assert held.evidence.locator == "row 3, First name"
    assert (
        found.document.text[held.evidence.start : held.evidence.end]
        == held.evidence.quote
        == "Ann\tAlder\tAudit Committee"
    )


def test_a_mapping_quotes_the_column_it_names(table, mapping):
    """Decisions and duties are quoted from one column; a month may come first in dates."""
    text = """\
dates: month first
facts:
  - {type: decision, body: Cabinet, quote: What, number: "{No}"}
  - {type: obligation, bearer: "{Who}", action: "{What}", deadline: "{When}", quote: [What, Who]}
"""
    found = table([["No", "What", "Who", "When"], ["7", "Close the depot", "Ann Alder", "03/04/2024"]], "d.csv", mapping=mapping(text))  # fmt: skip
    (decided,) = [f for f in found.facts if isinstance(f, Decision)]
    (duty,) = [f for f in found.facts if isinstance(f, Obligation)]
    assert (decided.evidence.quote, decided.number) == ("Close the depot", "7")
    assert (duty.deadline, duty.evidence.quote) == ("2024-03-04", "Close the depot\tAnn Alder")


def test_an_organogram_with_headings_of_its_own(table, mapping):
    """The columns are named, and references are followed as in a published one."""
    text = "table: organogram\ncolumns: {reference: Key, title: Designation, superior: Boss, holder: Incumbent}\n"
    found = table([["Key", "Designation", "Boss", "Incumbent"], ["a", "Director", "", "Ann Alder"], ["b", "Registrar", "a", "Vacant"]], "o.csv", mapping=mapping(text))  # fmt: skip
    assert [(f.subject, f.object) for f in found.facts if isinstance(f, ReportsTo)] == [("Registrar", "Director")]
    assert [f.status for f in found.facts if isinstance(f, Post)] == ["filled", "vacant"]


def test_a_sheet_and_the_row_of_its_headings_can_be_named(tmp_path, mapping):
    """Other sheets are read as they would be without the mapping's facts."""
    book = openpyxl.Workbook()
    book.active.title = "Members"
    for row in (["Who", "x"], ["Who", "Board"], ["Ann Alder", "Roads Board"]):
        book.active.append(row)
    book.save(tmp_path / "b.xlsx")
    text = (
        'sheet: Members\nheading row: 2\ndate: 2024-05-01\nfacts: [{type: member, person: "{Who}", body: "{Board}"}]\n'
    )
    found = extract(tmp_path / "b.xlsx", mapping=mapping(text))
    assert [(f.person, f.as_of, f.evidence.locator) for f in found.facts if isinstance(f, Member)] == [("Ann Alder", "2024-05-01", "sheet Members, row 3, Who")]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "key", "said"),
    [
        ("facts:\n  - type: membr\n    person: x\n", 2, "type", "'membr' is none of"),
        ("facts:\n  - person: x\n", 2, "type", "needs one of"),
        ('facts:\n  - type: member\n    person: "{A}"\n', 2, "body", "needs it"),
        (
            'facts:\n  - type: member\n    person: "{A}"\n    body: "{B}"\n    wardd: "{C}"\n',
            5,
            "wardd",
            "has: person, body",
        ),
        ("facts:\n  - type: member\n    person: {A}\n    body: B\n", 3, "person", "quotes"),
        ('facts:\n  - {type: decision, body: "{A}"}\n', 2, "quote", "whose words"),
        ("facts:\n  - {type: member, person: Ann, body: Board}\n", 2, "type", "braces"),
        ("fact: []\n", 1, "fact", "did you mean 'facts'"),
        ("table: register\nfacts: []\n", 1, "table", "either"),
        ("table: organogram\ncolumns: {title: T}\n", 2, "superior", "needs this column"),
        ("table: organogram\ncolumns: {title: T, boss: B}\n", 2, "boss", "no such key"),
        ("facts: []\n", 1, "facts", "lists no fact"),
        ("date: 31/3/2024\nfacts: []\n", 2, "facts", "lists no fact"),
        ('date: soon\nfacts: [{type: member, person: "{A}", body: B}]\n', 1, "date", "no date"),
        ('heading row: 0\nfacts: [{type: member, person: "{A}", body: B}]\n', 1, "heading row", "whole number"),
        ("facts: [\n", 2, "file", "no YAML"),
        ("", 1, "file", "empty"),
        ("- a\n", 1, "file", "keys with values"),
        ("facts: 1\nfacts: 2\n", 2, "facts", "twice"),
    ],
)
def test_what_is_wrong_in_a_mapping_is_told_by_line_and_key(mapping, text, line, key, said):
    """One line that names the file, the line, the key, and what to do."""
    with pytest.raises(MappingError) as caught:
        mapping(text)
    assert (caught.value.line, caught.value.key) == (line, key)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "key", "said"),
    [
        ('facts:\n  - type: member\n    person: "{Frist name}"\n    body: B\n', 3, "Frist name", "did you mean 'First name'"),
        ('skip: {Zustand: [x]}\nfacts: [{type: member, person: "{First name}", body: B}]\n', 1, "Zustand", "row 2 has: First name"),
        ('sheet: Posts\nfacts: [{type: member, person: "{First name}", body: B}]\n', 1, "sheet", "no sheet 'Posts'"),
        ('heading row: 99\nfacts: [{type: member, person: "{First name}", body: B}]\n', 1, "heading row", "no row 99"),
    ],
)  # fmt: skip
def test_a_mapping_that_does_not_fit_a_table_says_where(table, mapping, text, line, key, said):
    """The line of the mapping, and what the table has instead."""
    with pytest.raises(MappingError) as caught:
        table(TABLE, "who.csv", mapping=mapping(text))
    assert (caught.value.line, caught.value.key) == (line, key)
    assert said in str(caught.value)


def test_cells_are_text_alone(table, mapping):
    """Braces, tags and formulas in a cell stay what they are."""
    hostile = "{Family name}<script>=cmd()"
    found = table([*TABLE[:2], [hostile, "Alder", "B", "Chair", "", "current"]], "who.csv", mapping=mapping(GOOD))
    (held,) = [f for f in found.facts if isinstance(f, Holds)]
    assert held.person == f"{hostile} Alder"
