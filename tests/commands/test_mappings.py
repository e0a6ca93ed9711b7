"""Mappings on the command line."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from remit.cli import remit

TABLE = "Who,Board,Since\nAnn Alder,Roads Board,1 May 2023\n"
MAPPING = 'facts:\n  - type: member\n    person: "{Who}"\n    body: "{Board}"\n    from: "{Since}"\n'


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder with a table and a mapping of it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "m.yaml").write_text(MAPPING, encoding="utf-8")
    return tmp_path


def run(*argv):
    """A command line."""
    return CliRunner().invoke(remit, [*argv])


def test_a_named_mapping_is_used():
    """`ingest` and `facts` read the table by it, and the answer says since when."""
    assert run("ingest", "t.csv", "--mapping", "m.yaml").exit_code == 0
    found = json.loads(run("members", "Roads Board", "--as-of", "2023-06-01", "--format", "json").stdout)
    assert [(m["who"]["name"], m["known"]) for m in found["results"]] == [("Ann Alder", "last known")]
    (line,) = run("facts", "t.csv", "--mapping", "m.yaml").stdout.splitlines()
    assert json.loads(line)["locator"] == "row 2, Who"


def test_a_mapping_beside_the_table_is_used_and_a_changed_one_read_again(folder):
    """`t.csv.yaml` needs no option; the unchanged table is read again once its mapping changes."""
    beside = folder / "t.csv.yaml"
    beside.write_text(MAPPING, encoding="utf-8")
    assert "1 document read, 1 facts" in run("ingest", ".").stdout
    assert "1 unchanged" in run("ingest", ".").stdout
    beside.write_text(MAPPING.replace("member", "member # changed"), encoding="utf-8")
    assert "1 document read" in run("ingest", ".").stdout


def test_a_mapping_that_makes_no_sense_stops_the_command(folder):
    """Exit 2, one line with file, line and key."""
    (folder / "m.yaml").write_text("facts:\n  - type: membr\n", encoding="utf-8")
    out = run("ingest", "t.csv", "--mapping", "m.yaml")
    assert out.exit_code == 2
    assert out.stderr.startswith("remit: m.yaml, line 2: type: 'membr' is none of:")
    assert out.stderr.count("\n") == 1
    assert run("ingest", "t.csv", "--mapping", "none.yaml").exit_code == 3


def test_a_mapping_that_does_not_fit_costs_its_table_alone(folder):
    """The other files are kept; exit 3."""
    (folder / "u.csv").write_text("A,B\n1,2\n", encoding="utf-8")
    out = run("ingest", "t.csv", "u.csv", "--mapping", "m.yaml")
    assert out.exit_code == 3
    assert "1 document read" in out.stdout
    assert "u.csv: m.yaml, line 3: Who: no such column" in out.stderr
