"""Wrong input: one line, the right exit code, nothing lost."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from remit.cli import remit

NOTE = (
    "MEREBROOK BOROUGH COUNCIL\n\nMINUTES OF THE RIVER BOARD HELD ON 14 JUNE 2023\n\n"
    "Present: Councillor Ann Alder (Chair), Councillor Ben Birch\n\n"
    "1. The Water Panel must report to the River Board every three months.\n\n"
    "2. The Roads Panel must report to Cabinet every month.\n"
)


def call(*argv, code, **extra):
    """Run a command line; it must leave with a code and tell of errors in lines of its own."""
    run = CliRunner().invoke(remit, [str(word) for word in argv], **extra)
    assert run.exit_code == code, (run.output, run.stderr)
    assert "Traceback" not in run.stderr
    return run


@pytest.fixture
def store(tmp_path, monkeypatch):
    """A store with one note in it, made where the tests work."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REMIT_STORE", raising=False)
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "note.txt").write_text(NOTE, encoding="utf-8")
    call("ingest", "papers", code=0)
    return tmp_path / ".remit"


def held():
    """The documents in the store."""
    return [line["document"] for line in json.loads(call("documents", "--format", "json", code=0).stdout)["results"]]


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.txt", b""), ("blank.txt", b" \n\n"), ("binary.txt", bytes(range(256)) * 40), ("picture.zip", b"PK\3\4")],
)
@pytest.mark.usefixtures("store")
def test_a_file_that_cannot_be_read_is_told_and_the_rest_kept(tmp_path, name, content):
    """Empty, blank and binary files and unknown formats cost only themselves: exit 3."""
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(NOTE, encoding="utf-8")
    run = call("ingest", name, "good.txt", code=3)
    assert name in run.stderr
    assert run.stderr.count("\n") == 1
    assert held() == ["good.txt", "note.txt"] or held() == ["note.txt", "good.txt"]


@pytest.mark.usefixtures("store")
def test_a_changed_file_that_can_no_longer_be_read_leaves_what_was_there(tmp_path):
    """A document is replaced whole or not at all."""
    (tmp_path / "papers" / "note.txt").write_bytes(b"")
    call("ingest", "papers", code=3)
    assert held() == ["note.txt"]


@pytest.mark.parametrize("argv", [("missing.txt",), ("nothing-here",)])
def test_a_missing_path_makes_no_store(tmp_path, monkeypatch, argv):
    """Nothing is made for nothing: exit 3."""
    monkeypatch.chdir(tmp_path)
    run = call("ingest", *argv, code=3)
    assert "no such file or folder" in run.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_documents_is_told(tmp_path, monkeypatch):
    """The line says what remit reads."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers").mkdir()
    assert ".txt" in call("ingest", "papers", code=3).stderr


@pytest.mark.usefixtures("store")
def test_unchanged_documents_are_skipped():
    """The second run reads nothing."""
    assert "1 unchanged" in call("ingest", "papers", code=0).stdout


@pytest.mark.parametrize(
    "argv", [("reports-to", "Ministry of Nothing"), ("person", "Zz Qq"), ("members", "Ministry of Nothing")]
)
@pytest.mark.usefixtures("store")
def test_an_unknown_name_is_not_found(argv):
    """Exit 1 and one line."""
    assert call(*argv, code=1).stderr.count("\n") == 1


@pytest.mark.usefixtures("store")
def test_an_ambiguous_name_lists_its_candidates():
    """Exit 2, one line, then the candidates."""
    lines = call("reports-to", "Panel", code=2).stderr.splitlines()
    assert "fits 2 entries" in lines[0]
    assert all(line.startswith("  ") for line in lines[1:])


@pytest.mark.parametrize("day", ["14/06/2017", "2017-02-30", "soon", ""])
@pytest.mark.usefixtures("store")
def test_a_malformed_date_is_told(day):
    """Exit 2 and one line that shows how to write it."""
    run = call("reports-to", "River Board", "--as-of", day, code=2)
    assert "2017-06-14" in run.stderr
    assert run.stderr.count("\n") == 1


def test_without_a_store_the_line_says_how_to_make_one(tmp_path, monkeypatch):
    """Exit 3."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REMIT_STORE", raising=False)
    assert "remit ingest" in call("reports-to", "x", code=3).stderr
    assert "remit ingest" in call("status", "--store", tmp_path / "none", code=3).stderr


def test_what_is_no_store_is_told(tmp_path):
    """A folder of something else: exit 3, and it is left as it is."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "x").write_text("x", encoding="utf-8")
    assert call("documents", "--store", tmp_path / "other", code=3).stderr.count("\n") == 1
    assert [path.name for path in (tmp_path / "other").iterdir()] == ["x"]


@pytest.mark.usefixtures("store")
def test_withdrawing_takes_out_one_document_and_names_the_nearest_for_a_slip():
    """What only it supported is gone; a wrong name changes nothing."""
    assert "note.txt" in call("withdraw", "nots.txt", code=1).stderr
    assert held() == ["note.txt"]
    call("withdraw", "note.txt", code=0)
    call("documents", code=1)
    call("reports-to", "Water Panel", code=1)


@pytest.mark.usefixtures("store")
def test_a_file_that_cannot_be_written_is_told():
    """Exit 3, and the answer's place is named."""
    assert "nowhere" in call("documents", "-o", "nowhere/x.json", "--format", "json", code=3).stderr


@pytest.mark.usefixtures("store")
def test_an_empty_answer_for_programs_is_still_an_object():
    """JSON on standard output, the word on standard error, exit 1."""
    run = call("mandate", "build a bridge", "--format", "json", code=1)
    assert json.loads(run.stdout)["results"] == []


@pytest.mark.usefixtures("store")
def test_facts_are_json_lines_and_failures_exit_3(tmp_path):
    """Good files are given, bad ones told."""
    (tmp_path / "empty.txt").write_bytes(b"")
    run = call("facts", "papers", "empty.txt", code=3)
    assert all(json.loads(line)["document"] == "note.txt" for line in run.stdout.splitlines())
    assert "empty.txt" in run.stderr


@pytest.mark.parametrize("text", ["SELECT ?x {", "SELECT * { SERVICE <http://x> { ?s ?p ?o } }"])
@pytest.mark.usefixtures("store")
def test_a_query_that_cannot_be_run_is_told(text):
    """Exit 2 and one line."""
    assert call("query", "-", code=2, input=text).stderr.count("\n") == 1


@pytest.mark.usefixtures("store")
def test_a_query_answers_from_standard_input_and_by_name():
    """Rows come as a table; a parameter that is missing is named."""
    assert "River Board" in call("query", "-", code=0, input="SELECT ?n { ?b a remit:Body ; skos:prefLabel ?n }").stdout
    assert "superiors-of" in call("query", "--list", code=0).stdout
    assert "-p who=" in call("query", "superiors-of", code=2).stderr
    assert "River Board" in call("query", "superiors-of", "-p", "who=water panel", code=0).stdout
    call("query", "no-such-question", code=3)


def test_bare_remit_prints_the_help():
    """Without a command the help is shown as it is, and that is no error."""
    run = call(code=0)
    assert run.output.startswith("Usage: remit")
    assert "\n  reports-to" in run.output


def test_an_empty_path_is_no_folder(tmp_path, monkeypatch):
    """An empty argument does not read the working folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(NOTE, encoding="utf-8")
    assert "names no file" in call("ingest", "", code=3).stderr
    assert not (tmp_path / ".remit").exists()


def test_a_demonstration_that_cannot_be_written_says_so(tmp_path):
    """Where the folder cannot be made the tour ends at once, with that exit code."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    run = call("demo", tmp_path / "file", code=3)
    assert "Who reports to whom?" not in run.output


def test_a_file_that_cannot_be_written_is_named_as_given(store):
    """The name of a file in the making is not shown."""
    del store
    run = call("documents", "--format", "json", "-o", "nowhere/x.json", code=3)
    assert "nowhere/x.json: " in run.stderr
    assert ".part" not in run.stderr
