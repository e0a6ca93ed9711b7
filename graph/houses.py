"""Ministries and their ministers: which names are of one house (`DCLG`, `Secretary of State for Communities …`).

Invariant: a house is what a ministry and its minister are both called after, in full or by initials; nobody else has one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .names import initials, key

_MINISTRY = re.compile(r"^(?:department|ministry) ")
_MINISTER = re.compile(r"^(?:secretary state|minister) ")
_SHORTEST = 3


@lru_cache(maxsize=4096)
def houses(name: str) -> frozenset[str]:
    """What a ministry or minister is called after, as names are compared, with its initials; empty for anybody else."""
    plain = key(name)
    if found := _MINISTER.match(plain):
        whose = plain[found.end() :]
        short = (
            {i for word in ("department", "ministry") for i in initials(f"{word} {whose}")} if " " in whose else set()
        )
        return frozenset({whose, *short})
    if found := _MINISTRY.match(plain):
        return frozenset({plain[found.end() :], *(i for i in initials(plain) if len(i) >= _SHORTEST)})
    return frozenset()
