"""Provisions of legislation and their identifiers at legislation.gov.uk.

The table `acts.csv` gives title, year, chapter and path of Acts. Invariant: a number is never guessed: a title that the
table has not gets no identifier; one that is a letter or two off, in the same year, gets it with a flag. The form of the
identifiers is documented at https://www.legislation.gov.uk/developer/uris.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from . import data_file

ROOT = "http://www.legislation.gov.uk/id/"
_NEAR = 0.95


@dataclass(frozen=True, slots=True)
class Act:
    """An Act as the table lists it; `path` is that of its identifier (`ukpga/1999/27`)."""

    title: str
    year: str
    path: str


@dataclass(frozen=True, slots=True)
class Identified:
    """An instrument or provision: its identifiers (none if the title is not listed; two for the ends of a range)."""

    iris: tuple[str, ...]
    act: str | None = None
    act_iri: str | None = None
    near: bool = False


@lru_cache(maxsize=1)
def _table() -> dict[str, Act]:
    with data_file("acts.csv").open("r", encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {
            _key(row["title"]): Act(
                row["title"], row["year"], row["path"] or f"{row['type']}/{row['year']}/{row['chapter']}"
            )
            for row in rows
        }


def _key(title: str) -> str:
    plain = title.casefold().replace("&", "and").replace("’", "'")
    return re.sub(r"[^a-z0-9]+", " ", plain).strip().removeprefix("the ")


@lru_cache(maxsize=4096)
def find_act(title: str) -> tuple[Act, bool] | None:
    """The listed Act of a title, and whether the title is only near to it; None if there is none."""
    key = _key(title)
    table = _table()
    if key in table:
        return table[key], False
    year = re.search(r"(\d{4})$", key)
    if not year:
        return None
    near = [(SequenceMatcher(None, key, other).ratio(), act) for other, act in table.items() if other.endswith(year[1])]
    ratio, act = max(near, key=lambda pair: (pair[0], pair[1].title), default=(0.0, None))
    return (act, True) if act is not None and ratio >= _NEAR else None


def identify(instrument: str, provision: str | None = None) -> Identified:
    """The identifiers of an instrument, or of a provision of it (`section 15(5)`, `sections 135-142`, `Schedule 2`)."""
    found = find_act(instrument)
    if found is None:
        return Identified(())
    act, near = found
    base = ROOT + act.path
    if not provision:
        return Identified((base,), act.title, base, near)
    paths = provision_paths(provision)
    return Identified(tuple(f"{base}/{path}" for path in paths), act.title, base, near)


def provision_paths(provision: str) -> tuple[str, ...]:
    """The paths of a provision below its instrument: `section 15(5)` gives `section/15/5`; a range gives its two ends."""
    match = re.match(
        r"\s*(sections?|regulations?|articles?|rules?|schedules?|paragraphs?|part|chapter)\s+(.+)$",
        provision,
        re.IGNORECASE,
    )
    if not match:
        return ()
    kind = match[1].casefold()
    kind = "schedule" if kind.startswith("schedule") else kind.rstrip("s")
    numbers = (
        re.split(r"\s*(?:-|–|to)\s*", match[2])
        if match[1].casefold().endswith("s") and "(" not in match[2]
        else [match[2]]
    )
    out = []
    for number in numbers:
        parts = re.findall(r"[0-9A-Za-z]+", number)
        if not parts:
            return ()
        out.append("/".join([kind, *parts]))
    return tuple(out)
