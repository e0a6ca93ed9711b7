"""First names and what they are cut down to: the families of `vocabulary/nicknames.txt`.

Invariant: a name is in the family of each name that it can stand for, and never in that of a name it cannot.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).parent / "vocabulary" / "nicknames.txt"


@lru_cache(maxsize=1)
def nicknames() -> Mapping[str, frozenset[str]]:
    """Each first name, in lower case, with those it can stand for or be shortened to."""
    table: dict[str, frozenset[str]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        family = [name for part in line.split("#", 1)[0].split(",") if (name := part.strip())]
        for name in family:
            table[name] = table.get(name, frozenset()) | frozenset(family)
    return table
