"""The vocabularies."""

from __future__ import annotations

from pathlib import Path

import pytest

import remit
from remit.ingest.words import entries, phrases, table, weak, words

NAMES = sorted(path.stem for path in (Path(remit.__file__).parent / "ingest" / "vocabulary").glob("*.txt"))
AS_PRINTED = {"national_bodies"}


@pytest.mark.parametrize("name", NAMES)
def test_a_vocabulary_has_a_header_and_no_entry_twice(name):
    """Each file says what it holds, and its entries are lower case, single and not empty."""
    text = (Path(remit.__file__).parent / "ingest" / "vocabulary" / f"{name}.txt").read_text(encoding="utf-8")
    assert text.startswith("#")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert len(entries(name)) > 3
    assert all(line == line.strip() for line in lines)
    if name not in AS_PRINTED:
        assert all(entry == entry.lower() for entry in entries(name))


def test_phrases_are_tried_longest_first():
    """A phrase of more words comes before one of fewer."""
    for group in phrases("role_heads").values():
        assert list(map(len, group)) == sorted(map(len, group), reverse=True)


def test_tables_and_marks():
    """A word of a table stands for itself if nothing else is given; marks are left off."""
    assert table("body_generics")["board"] == ("board",)
    assert "council" in table("body_generics")["authority"]
    assert "team" in weak("body_heads")
    assert words("honorifics") is words("honorifics")
