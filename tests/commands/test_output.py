"""How answers are written."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.commands.output import Answer, Output, as_json, fold, guarded, plain, readable, table, write
from remit.errors import NothingFound
from remit.graph.questions.reading import Proof, Ref


@dataclass(frozen=True)
class Result:
    """A result as questions give it."""

    name: Ref
    from_: str | None
    evidence: tuple[Proof, ...]


HOSTILE = "=HYPERLINK(1)\x1b[31m\u202e<script>"
RESULT = Result(Ref("urn:x", HOSTILE, "person"), None, (Proof("a.txt", 3, 9, "+1 \x9b\nquote", 2, "3.1"),))
COLUMNS = (("Name", "name"), ("From", "from_"))


def written(form, capsys, results=(RESULT,)):
    """What is printed in a form."""
    write(Answer("Q", results, COLUMNS, "nothing", "2017-06-14"), Output(form))
    return capsys.readouterr().out


def test_json_is_one_object_with_query_day_results_and_evidence(capsys):
    """The shape that programs rely on; nothing unprintable is left raw, and nothing of the quote is lost."""
    text = written("json", capsys)
    whole = json.loads(text)
    assert list(whole) == ["query", "as_of", "results"]
    assert whole["results"][0]["from"] is None
    assert whole["results"][0]["name"]["name"] == HOSTILE
    proof = whole["results"][0]["evidence"][0]
    assert list(proof)[:6] == ["document", "start", "end", "quote", "page", "locator"]
    assert proof["quote"] == "+1 \x9b\nquote"
    assert text.replace("\n", "").isprintable()


def test_csv_holds_no_formula_and_no_control_character(capsys):
    """Text that a spreadsheet would run is set behind an apostrophe."""
    rows = list(csv.reader(io.StringIO(written("csv", capsys))))
    assert rows[0] == ["name", "from", "document", "page", "locator", "start", "end", "quote", "proofs"]
    assert rows[1][0].startswith("'=")
    assert rows[1][7].startswith("'+1")
    assert all(cell.isprintable() for cell in rows[1])


def test_a_table_reaches_the_terminal_without_control_sequences(capsys):
    """Escape sequences and marks of direction from a document are replaced."""
    text = written("table", capsys)
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_an_empty_answer_is_still_written_for_programs(capsys):
    """JSON says that there are no results; the error says what was not found."""
    with pytest.raises(NothingFound, match="nothing"):
        written("json", capsys, ())
    assert json.loads(capsys.readouterr().out)["results"] == []


def test_a_file_is_written_whole_and_the_same_as_the_screen(tmp_path, capsys):
    """`-o` gives the bytes that the screen would show."""
    write(Answer("Q", (RESULT,), COLUMNS, "nothing", "2017-06-14"), Output("json", str(tmp_path / "out.json")))
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == written("json", capsys)
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


@given(st.text())
def test_no_text_gets_through_as_a_formula_or_control(text):
    """Whatever the cell, it is plain and does not begin a formula."""
    cell = guarded(text)
    assert cell[:1] not in {"=", "+", "-", "@", "\t", "\r"}
    assert plain(text).isprintable()


@given(st.lists(st.tuples(st.text(), st.text(max_size=300)), max_size=5))
def test_a_table_keeps_to_its_width(rows):
    """Long cells are folded."""
    assert all(len(line) <= 60 for line in table(["One", "Two"], rows, 60))


def test_nested_results_become_plain_json():
    """Dataclasses, tuples and mappings nest; names lose their last underscore."""
    assert as_json({"a": (RESULT,)})["a"][0]["from"] is None
    assert fold("a b", 10) == ["a b"]


def test_quotes_are_shown_without_their_markup():
    """What marks a paper up is left out for people; what only looks like it stays."""
    assert readable("due on 30<sup>th</sup> June</p> <p>by **Audit &amp; Risk**") == "due on 30th June by Audit & Risk"
    assert readable("a < b <script>x</script>") == "a < b <script>x</script>"
