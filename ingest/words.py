"""The vocabularies that the rules for names read: honorifics, role words, nouns of bodies and papers.

Each is a data file in `vocabulary/`, one entry a line, `#` opening a comment. Invariant: entries are lower case with
plain quotes (but for lists that say otherwise), and a list is the same object however often it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "vocabulary"


@cache
def entries(name: str) -> tuple[str, ...]:
    """The entries of the vocabulary `name`, in the order of its file."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    found = (line.split("#", 1)[0].strip().replace("’", "'") for line in lines)
    return tuple(dict.fromkeys(entry for entry in found if entry))


@cache
def words(name: str) -> frozenset[str]:
    """The entries of a vocabulary as a set."""
    return frozenset(entries(name))


@cache
def phrases(name: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The entries of a vocabulary by their first word, split into words, the longest first (marks left off)."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries(name):
        parts = tuple(entry.lstrip("~").lower().split())
        table.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in table.items()}


@cache
def weak(name: str) -> frozenset[str]:
    """The entries of a vocabulary that carry the mark `~`, without it."""
    return frozenset(entry[1:] for entry in entries(name) if entry.startswith("~"))


@cache
def table(name: str) -> Mapping[str, tuple[str, ...]]:
    """A vocabulary of `word: other, other` lines: each word with the words it can stand for (itself if none is given)."""
    out = {}
    for entry in entries(name):
        word, _, rest = entry.partition(":")
        out[word.strip()] = tuple(part.strip() for part in rest.split(",") if part.strip()) or (word.strip(),)
    return out
