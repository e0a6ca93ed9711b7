"""The commands of the ledger and of the review, as a user runs them."""

from __future__ import annotations

import csv
import json

import openpyxl
import pytest
from click.testing import CliRunner

from remit.cli import COMMANDS
from remit.cli import remit as group

MINUTES = """SALTMARSH BOROUGH COUNCIL

HARBOUR IMPROVEMENT BOARD

Minutes of the meeting held on Wednesday, 14 June 2023

Present:
Cllr Ann Marsh (Chair)
Petra Vane, Head of Quays

1. The Harbour Improvement Board reports to the Cabinet every three months.
2. The Head of Quays must publish the tide tables by 30 September 2023.
3. What is owed to the pilots must in any case be looked into.
"""
LETTER = """SALTMARSH BOROUGH COUNCIL

Ferry Panel

Minutes of the meeting held on Friday, 16 June 2023

Present:
Cllr Bea Tarn (Chair)
P Vane

1. The Ferry Panel reports to the Cabinet.
"""


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """Two papers in a store; runs a command line there and gives what it printed, what it said of errors, and its code."""
    (tmp_path / "minutes.txt").write_text(MINUTES)
    (tmp_path / "ferry.txt").write_text(LETTER)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REMIT_WHO", "Pat Reviewer")
    monkeypatch.delenv("REMIT_STORE", raising=False)

    def run(*words):
        got = CliRunner().invoke(group, [str(w) for w in words])
        assert "Traceback" not in got.output
        return got.stdout, got.stderr, got.exit_code

    out, err, code = run("ingest", "minutes.txt", "ferry.txt", "--collection", "coast")
    assert code == 0, out + err
    return run


def told(desk, *words):
    """The results of a command as JSON."""
    out, err, code = desk(*words, "--format", "json")
    assert code == 0, err
    return json.loads(out)["results"]


def dump(desk):
    """The store as N-Quads."""
    return sorted(desk("export", "nquads")[0].splitlines())


def test_open_names_are_listed_with_reasons_and_words(desk):
    """`P Vane` may be Petra Vane: the review says why, and quotes both."""
    (one,) = told(desk, "review", "--names")
    assert {ref["name"] for ref in one["about"]} == {"P Vane", "Petra Vane"}
    assert one["because"]
    assert {p["document"] for p in one["evidence"]} == {"minutes.txt", "ferry.txt"}


def test_a_decision_is_told_kept_and_undone(desk):
    """Merging by name, the proof with the decision, and the way back, byte for byte."""
    before = dump(desk)
    (made,) = told(desk, "same", "P Vane", "Petra Vane", "--why", "one signature")
    assert (made["verb"], made["who"], made["why"]) == ("same", "Pat Reviewer", "one signature")
    assert "one signature" in desk("why", "Petra Vane")[0]
    assert told(desk, "review", "--decisions")[0]["state"] == "stands"
    assert "1 standing" in desk("status")[0]
    _, err, code = desk("different", "P Vane", "Petra Vane")
    assert (code, err.count("\n")) == (2, 1)
    assert f"remit undo {made['id']}" in err
    assert desk("undo", made["id"][:6])[2] == 0
    assert dump(desk) == before
    assert told(desk, "review", "--decisions")[0]["state"] == "undone"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_sheet_goes_out_is_filled_in_and_comes_back(desk, form, tmp_path):
    """Filled-in rows become decisions, blank ones none, bad ones a line each with their number and exit code 3."""
    sheet = tmp_path / f"review.{form}"
    assert desk("review", "-o", sheet)[2] == 0
    rows = read(sheet)
    head = rows[0]
    kinds = [row[head.index("kind")] for row in rows[1:]]
    at = 1 + kinds.index("identity")
    rows[at][head.index("decision")] = "same"
    rows[at][head.index("why")] = "=HYPERLINK(1)"
    rows.append(["urn:remit:person/coast/nobody", "fact", *[""] * (len(head) - 3)])
    rows[-1] += [""] * (len(head) - len(rows[-1]))
    rows[-1][head.index("decision")] = "perhaps"
    write(sheet, rows)
    out, err, code = desk("review", "--read", sheet)
    assert code == 3
    assert "1 decision taken" in out
    assert f"row {len(rows)}: 'perhaps' is no decision on a fact" in err
    assert err.count("\n") == 1
    (made,) = told(desk, "review", "--decisions")
    assert (made["verb"], made["why"]) == ("same", "=HYPERLINK(1)")
    assert ",'=HYPERLINK(1)" in (tmp_path / ".remit" / "decisions.csv").read_text()
    assert desk("review", "--names")[2] == 1


def read(path):
    """The rows of a sheet."""
    if path.suffix == ".csv":
        return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    return [["" if c is None else c for c in row] for row in openpyxl.load_workbook(path).active.iter_rows(values_only=True)]  # fmt: skip


def write(path, rows):
    """The rows back as a user's program saves them."""
    if path.suffix == ".csv":
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, delimiter=";").writerows(rows)
        return
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
        for cell in book.active[book.active.max_row]:
            cell.data_type = "s"
    book.save(path)


def test_unread_sentences_are_listed_and_can_be_added(desk, tmp_path):
    """A sentence with `must` that gave no fact is told, and added from the sheet with its words."""
    found = told(desk, "review", "--unread")
    assert [one["quote"] for one in found] == ["What is owed to the pilots must in any case be looked into."]
    sheet = tmp_path / "unread.csv"
    desk("review", "--unread", "-o", sheet)
    rows = read(sheet)
    head = rows[0]
    rows[1][head.index("decision")] = "add obligation"
    rows[1][head.index("value")] = "bearer=Head of Quays; action=look into what is owed to the pilots"
    write(sheet, rows)
    _, err, code = desk("review", "--read", sheet)
    assert code == 0, err
    assert any("owed to the pilots" in duty["action"] for duty in told(desk, "obligations"))
    assert desk("review", "--unread")[2] == 1
    assert desk("validate")[2] == 0


def test_facts_are_rejected_corrected_and_accepted_by_their_identifiers(desk):
    """What `why` prints is what the other commands take."""
    duty = next(d for d in told(desk, "obligations") if "tide tables" in d["action"])
    statement = duty["evidence"][0]["statement"]
    tail = statement.rpartition("/")[2]
    assert desk("correct", tail, "deadline", "2023-10-31")[2] == 0
    assert next(d for d in told(desk, "obligations") if "tide tables" in d["action"])["deadline"] == "2023-10-31"
    assert desk("reject", statement, "--why", "superseded")[2] == 0
    assert "tide tables" not in desk("obligations", "--format", "json")[0]
    assert "superseded" in desk("why", statement)[0]
    _, err, code = desk("correct", tail, "deadline", "2023-11-30")
    assert (code, err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    "verb", ["same", "different", "rename", "reject", "correct", "add", "accept", "undo", "review"]
)
def test_each_command_explains_itself_with_an_example(desk, verb):
    """The help shows a command line to copy."""
    assert verb in COMMANDS
    assert f"remit {verb} " in desk(verb, "--help")[0].partition("Example:")[2]


@pytest.mark.parametrize(
    "words",
    [
        ("same", "A", "B"), ("rename", "A", "B"), ("undo", "d1"), ("review", "--read", "x.csv"),
    ],
)  # fmt: skip
def test_a_store_behind_an_address_is_asked_not_decided_on(desk, words, tmp_path):
    """One line says what is possible."""
    (tmp_path / "x.csv").write_text("item,decision\nx,same\n")
    _, err, code = desk(*words, "--store", "http://localhost:1")
    assert (code, err.count("\n")) == (2, 1)
    assert "can be asked, not changed" in err


def test_a_ledger_that_makes_no_sense_stops_writing_not_asking(desk, tmp_path):
    """The line is named; questions still answer."""
    (tmp_path / ".remit" / "decisions.csv").write_text("when,who,verb,subject\n2024-01-01,Pat,marry,x\n")
    _, err, code = desk("ingest", "minutes.txt", "--collection", "coast", "--again")
    assert (code, err.count("\n")) == (3, 1)
    assert "line 2 decides 'marry'" in err
    assert desk("reports-to", "Ferry Panel")[2] == 0
