"""Completion in shells."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from remit.cli import remit


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(shell):
    """The script names the program and the variable by which it asks."""
    got = CliRunner().invoke(remit, ["completion", shell])
    assert got.exit_code == 0
    assert "_REMIT_COMPLETE" in got.output
    assert f"{shell}_complete" in got.output


def test_a_shell_is_told_the_commands():
    """Asked as the script of bash asks, remit names the commands that begin so."""
    env = {**os.environ, "_REMIT_COMPLETE": "bash_complete", "COMP_WORDS": "remit rep", "COMP_CWORD": "1"}
    code = "from remit.cli import remit; remit.main(prog_name='remit')"
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    assert "plain,reports-to" in done.stdout.split()


def test_an_unknown_shell_is_one_line():
    """Another shell is refused with those there are."""
    got = CliRunner().invoke(remit, ["completion", "tcsh"])
    assert got.exit_code == 2
    assert "bash" in got.output
