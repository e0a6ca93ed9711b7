"""Copies of the store, and what is read again, from the command line."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from remit.cli import remit

TEXT = "ELMSTEAD TOWN COUNCIL\n\nThe Paths Panel must report to the Works Committee every three months.\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """A function that runs a command line in a folder with one paper that has been read."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REMIT_STORE", raising=False)
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")

    def one(*words):
        return CliRunner().invoke(remit, list(words))

    assert one("ingest", "note.txt", "--collection", "Elmstead").exit_code == 0
    return one


def test_a_copy_answers_and_is_put_back(run):
    """What was withdrawn after the copy is there again once the copy is put back, which must be asked for."""
    asked = run("reports-to", "Paths Panel").output
    assert run("backup", "copies/one").exit_code == 0
    assert run("reports-to", "Paths Panel", "--store", "copies/one").output == asked
    assert run("backup", "copies/one").exit_code == 3
    assert run("withdraw", "note.txt").exit_code == 0
    assert run("reports-to", "Paths Panel").exit_code == 1
    refused = run("restore", "copies/one")
    assert (refused.exit_code, "--replace" in refused.stderr) == (3, True)
    assert run("restore", "copies/one", "--replace").exit_code == 0
    assert run("reports-to", "Paths Panel").output == asked


def test_a_paper_is_read_again_when_it_or_the_rules_have_changed(run, tmp_path, monkeypatch):
    """The same bytes under the same rules are skipped, under other rules read again."""
    assert "0 documents read, 0 facts; 1 unchanged" in run("ingest", "note.txt", "--collection", "Elmstead").output
    monkeypatch.setattr("remit.ingest.version.version", lambda: "other")
    assert run("ingest", "note.txt", "--collection", "Elmstead").output.startswith("1 document read")
    assert "1 unchanged" in run("ingest", "note.txt", "--collection", "Elmstead").output
    (tmp_path / "note.txt").write_text(TEXT + "\n", encoding="utf-8")
    assert run("ingest", "note.txt", "--collection", "Elmstead").output.startswith("1 document read")


@pytest.mark.parametrize("words", [("ingest", "note.txt"), ("withdraw", "note.txt"), ("backup", "c")])
def test_a_store_behind_an_address_is_not_changed(run, words, tmp_path):
    """Commands that write refuse an address, and make no folder of its name."""
    refused = run(*words, "--store", "http://127.0.0.1:9")
    assert refused.exit_code == 2
    assert "can be asked, not changed" in refused.stderr
    assert not (tmp_path / "http:").exists()
