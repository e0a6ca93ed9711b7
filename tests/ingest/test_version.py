"""The mark of the rules."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import remit
from remit.ingest.version import version

ROOT = Path(remit.__file__).parent


def mark(place: Path) -> str:
    """The mark of a copy of the rules."""
    code = "import sys; sys.path.insert(0, sys.argv[1]); from remit.ingest.version import version; print(version())"
    run = subprocess.run([sys.executable, "-c", code, str(place)], capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_a_changed_rule_or_vocabulary_changes_the_mark_and_line_ends_do_not(tmp_path):
    """A copy has the same mark wherever it stands, until a word of it changes."""
    shutil.copytree(ROOT / "ingest", tmp_path / "remit" / "ingest", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("errors.py",):
        shutil.copy(ROOT / name, tmp_path / "remit" / name)
    (tmp_path / "remit" / "__init__.py").touch()
    assert mark(tmp_path) == version()
    words = tmp_path / "remit" / "ingest" / "vocabulary" / "honorifics.txt"
    words.write_bytes(words.read_bytes().replace(b"\n", b"\r\n"))
    assert mark(tmp_path) == version()
    words.write_bytes(words.read_bytes() + b"Sachem\r\n")
    assert mark(tmp_path) != version()
