"""The group, its help and its errors."""

from __future__ import annotations

import os
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from remit.cli import COMMANDS, remit
from remit.errors import AmbiguousName, NothingFound, ReadError


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name):
    """The help of each command says what it does and shows how."""
    run = CliRunner().invoke(remit, [name, "--help"])
    assert run.exit_code == 0, run.output
    assert "Example:" in run.output
    assert f"remit {name}" in run.output


def test_the_help_lists_every_command():
    """`remit --help` names them all, with a line each."""
    text = CliRunner().invoke(remit, ["--help"]).output
    assert all(f"  {name} " in text for name in COMMANDS)


def test_the_version_names_what_matters():
    """`--version` gives remit's own, Python's and the store's."""
    run = CliRunner().invoke(remit, ["--version"])
    assert run.exit_code == 0
    assert run.output.startswith("remit ")
    assert "pyoxigraph" in run.output


@pytest.mark.parametrize(
    "argv", [["reports"], ["reports-to"], ["reports-to", "x", "--format", "xml"], ["mandate", "--depth"]]
)
def test_a_command_line_that_is_not_well_put_is_told_in_one_line(argv):
    """Usage errors are one line on standard error and exit 2."""
    run = CliRunner().invoke(remit, argv)
    assert run.exit_code == 2
    assert run.stderr.startswith("remit: ")
    assert run.stderr.count("\n") == 1


def test_an_unknown_command_is_answered_with_the_nearest():
    """A slip of the finger costs one look."""
    assert "did you mean reports-to?" in CliRunner().invoke(remit, ["report-to"]).stderr


@pytest.mark.parametrize(
    ("error", "code", "text"),
    [
        (NothingFound("no such thing"), 1, "remit: no such thing\n"),
        (ReadError("a.txt", "bad\nthing"), 3, "remit: a.txt: bad thing\n"),
        (AmbiguousName("B", ("B one", "B two")), 2, "remit: 'B' fits 2 entries; say which:\n  B one\n  B two\n"),
        (
            PermissionError(13, "Permission denied", "store"),
            3,
            "remit: store: Permission denied; check the path and what may be written there\n",
        ),
        (KeyboardInterrupt(), 130, "remit: interrupted; what was finished is kept\n"),
    ],
)
def test_every_error_is_one_line_and_an_exit_code(monkeypatch, error, code, text):
    """No traceback; only an ambiguous name goes on with its candidates."""

    @click.command()
    def failing():
        raise error

    monkeypatch.setattr(type(remit), "get_command", lambda *_: failing)
    run = CliRunner().invoke(remit, ["status"])
    assert (run.exit_code, run.stderr.lstrip("\n")) == (code, text)


def test_a_fault_of_our_own_is_told_without_traceback(monkeypatch):
    """Even a bug ends in one line, which says how to see more."""

    @click.command()
    def failing():
        raise ZeroDivisionError("x")

    monkeypatch.setattr(type(remit), "get_command", lambda *_: failing)
    monkeypatch.delenv("REMIT_DEBUG", raising=False)
    run = CliRunner().invoke(remit, ["status"])
    assert run.exit_code == 3
    assert "REMIT_DEBUG" in run.stderr
    assert run.stderr.count("\n") == 1


def test_a_reading_line_imports_no_more_than_it_needs(tmp_path):
    """A cold `reports-to` loads neither rdflib nor rich nor the readers nor the network libraries."""
    code = (
        "import sys, atexit\n"
        "atexit.register(lambda: print(sorted(sys.modules)))\n"
        "from remit.cli import remit\n"
        "remit.main(['reports-to', 'x', '--store', sys.argv[1]])\n"
    )
    from remit.graph.store import Store

    Store.open(tmp_path / "s", create=True)
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "s")], capture_output=True, text=True, check=False, env=os.environ
    )
    assert run.returncode == 1, run.stderr
    loaded = run.stdout
    for name in (
        "rdflib",
        "networkx",
        "rich",
        "pyshacl",
        "pypdfium2",
        "remit.ingest",
        "remit.exports",
        "remit.graph.facts",
        "asyncio",
    ):
        assert f"'{name}'" not in loaded, name


def test_of_many_entries_that_a_name_fits_some_are_printed(capsys):
    """Twenty, and how many more there are."""
    from remit.cli import _guarded
    from remit.errors import AmbiguousName

    def ask():
        raise AmbiguousName("Board", tuple(f"Board {n} (body)" for n in range(50)))

    assert _guarded(ask) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "remit: 'Board' fits 50 entries; say which:"
    assert len(lines) == 22
    assert lines[-1] == "  and 30 more; a longer part of the name fits fewer"
