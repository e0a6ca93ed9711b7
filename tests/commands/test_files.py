"""The files that commands are given."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from remit.commands.files import each, find_files, left_out, one
from remit.errors import EmptyDocument

SUFFIXES = frozenset({".txt", ".md"})


def shout(path):
    """Work for the tests: text in capitals; some names fail."""
    if "empty" in path:
        raise EmptyDocument(path, "nothing in it")
    if "bug" in path:
        raise ZeroDivisionError("x")
    if "kill" in path:
        os._exit(1)
    return path.upper()


def test_files_and_folders_are_found_once_and_in_order(tmp_path, monkeypatch):
    """A folder gives its documents, hidden ones left out; a file given twice counts once; what is missing is told."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "in/b.txt",
        "in/deep/a.md",
        "in/c.zip",
        "in/.hidden.txt",
        "in/.git/x.txt",
        "in/~$b.txt",
        "empty/x.zip",
        "one.zip",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    files, failures = find_files(["in", "in/b.txt", "one.zip", "empty", "missing"], SUFFIXES)
    assert [(file.name, file.collection) for file in files] == [
        ("one.zip", tmp_path.name),
        ("b.txt", "in"),
        ("deep/a.md", "in"),
    ]
    assert [line.split(":")[0] for line in failures] == ["empty", "missing"]


def test_what_no_reader_knows_is_told(tmp_path):
    """Files of other endings in a folder are named; what systems leave there, and stores, are not."""
    for name in (
        "a.txt",
        "deep/slides.pptx",
        "old.xls",
        "Thumbs.db",
        ".DS_Store",
        "a.yaml",
        "kept/store.json",
        "kept/x.bin",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    told = left_out([str(tmp_path), str(tmp_path / "a.txt")], SUFFIXES)
    assert [line.removeprefix(f"{tmp_path}{os.sep}") for line in told] == [
        "old.xls",
        str(Path("deep", "slides.pptx")),
    ]


def test_every_failure_becomes_an_outcome():
    """Our own errors give their reason; a bug is told as one."""
    assert one(shout, "empty").error == "nothing in it"
    assert "ZeroDivisionError" in (one(shout, "bug").error or "")
    assert one(shout, "a").result == "A"


@pytest.fixture
def importable(monkeypatch, pytestconfig):
    """Fresh processes find this module under its name, whichever way the tests were started."""
    monkeypatch.syspath_prepend(str(pytestconfig.rootpath))


@pytest.mark.usefixtures("importable")
def test_several_processes_give_the_same_in_the_same_order():
    """The number of processes changes nothing."""
    given = [f"doc{i}" for i in range(9)] + ["empty", "z"]
    assert list(each(shout, given, 2)) == list(each(shout, given, 1))


@pytest.mark.usefixtures("importable")
def test_a_process_that_dies_costs_only_its_file():
    """The file that brings its process down is reported; all others are read."""
    got = list(each(shout, ["a", "kill", "b", "c"], 2))
    assert [outcome.result for outcome in got] == ["A", None, "B", "C"]
    assert "brought down" in (got[1].error or "")
