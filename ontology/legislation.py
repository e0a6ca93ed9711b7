"""Provisions of legislation and their identifiers at legislation.gov.uk.

The table `acts.csv` gives title, year, chapter and path of Acts. Invariant: a number is never guessed: a title that the
table has not gets no identifier; one that is a letter or two off, in the same year, gets it with a flag; a provision that
cannot be read to its end gets none. The form of the identifiers is documented at
https://www.legislation.gov.uk/developer/uris.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from io import StringIO

from . import data_file

ROOT = "http://www.legislation.gov.uk/id/"
_NEAR = 0.95
_ARABIC_PARTS = 2001
"""From this year on Acts number their Parts and Chapters 1, 2, 3; before it I, II, III, and so do the identifiers."""


@dataclass(frozen=True, slots=True)
class Act:
    """An Act as the table lists it; `path` is that of its identifier (`ukpga/1999/27`)."""

    title: str
    year: int
    path: str


@dataclass(frozen=True, slots=True)
class Identified:
    """An instrument or provision: its identifiers (none if the title is not listed; two for the ends of a range).

    `act` and `act_iri` are the listed title and identifier of the instrument; `near` says that the title as given is only
    near to the listed one.
    """

    iris: tuple[str, ...]
    act: str | None = None
    act_iri: str | None = None
    near: bool = False


@lru_cache(maxsize=1)
def _table() -> dict[str, Act]:
    rows = csv.DictReader(StringIO(data_file("acts.csv").read_text(encoding="utf-8")))
    return {_key(row["title"]): Act(row["title"], int(row["year"]), row["path"]) for row in rows}


def _key(title: str) -> str:
    """A title for comparison: case, punctuation, `&` and a leading article make no difference."""
    plain = title.casefold().replace("&", " and ").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("'", "")
    return re.sub(r"[^a-z0-9]+", " ", plain).strip().removeprefix("the ")


@lru_cache(maxsize=4096)
def find_act(title: str) -> tuple[Act, bool] | None:
    """The listed Act of a title, and whether the title is only near to it; None if there is none."""
    key, table = _key(title), _table()
    if key in table:
        return table[key], False
    if not re.search(r"\d{4}$", key):
        return None
    year = key[-4:]
    near = ((SequenceMatcher(None, key, other, autojunk=False).ratio(), other) for other in table if other[-4:] == year)
    ratio, other = max(near, default=(0.0, ""))
    return (table[other], True) if ratio >= _NEAR else None


def identify(instrument: str, provision: str | None = None) -> Identified:
    """The identifiers of an instrument, or of a provision of it (`section 15(5)`, `sections 135-142`, `Schedule 2`)."""
    found = find_act(instrument)
    if found is None:
        return Identified(())
    act, near = found
    base = ROOT + act.path
    if not provision:
        return Identified((base,), act.title, base, near)
    paths = provision_paths(provision, roman=act.year < _ARABIC_PARTS)
    return Identified(tuple(f"{base}/{path}" for path in paths), act.title, base, near)


_KINDS = {
    "section": "section", "s": "section", "ss": "section", "regulation": "regulation", "reg": "regulation", "article": "article",
    "art": "article", "rule": "rule", "schedule": "schedule", "sch": "schedule", "paragraph": "paragraph", "para": "paragraph",
    "part": "part", "chapter": "chapter", "subsection": "subsection", "sub-section": "subsection",
}  # fmt: skip
_RANK = ("schedule", "part", "chapter", "section", "regulation", "article", "rule", "paragraph", "subsection")
"""From the outermost division to the innermost."""
_OUTSIDE = frozenset({"section", "regulation", "article", "rule"})
"""Divisions numbered through the whole instrument, whichever Part they stand in."""
_NUMBER = r"(?:[0-9]{1,4}[A-Za-z]{0,3}|[IVXLC]{1,7}[A-Z]?)?(?:\s?\([0-9A-Za-z]{1,5}\))*"
_RANGE = r"\s*(?:-|\N{EN DASH}|\bto\b)\s*"
_DIVISION = re.compile(
    rf"(?:the\s+)?(?P<kind>[A-Za-z-]+)\.?\s*(?P<first>{_NUMBER})(?:{_RANGE}(?P<last>{_NUMBER}))?", re.IGNORECASE
)
_JOINT = re.compile(r"\s*,?\s*(?:(?:of|to|in)\s+(?:the\s+)?)?", re.IGNORECASE)


def provision_paths(provision: str, *, roman: bool = False) -> tuple[str, ...]:
    """The paths of a provision below its instrument: `section 15(5)` gives `section/15/5`; a range gives its two ends.

    `roman` says that the instrument numbers its Parts and Chapters in Roman numerals. Empty where the provision is not
    one that identifiers have (`Category 3A`).
    """
    divisions = _divisions(provision.strip())
    if not divisions:
        return ()
    kinds = [kind for kind, _, _ in divisions]
    if len(set(kinds)) != len(kinds) or ("paragraph" in kinds and "schedule" not in kinds):
        return ()
    divisions.sort(key=lambda division: _RANK.index(division[0]))
    innermost = divisions[-1][0]
    ends = []
    for end in (1, 2):
        path: list[str] = []
        for division in divisions:
            kind, numbers = division[0], division[end] or division[1]
            if innermost in _OUTSIDE | {"subsection"} and kind in {"part", "chapter"}:
                continue
            if kind == "part" and innermost == "paragraph" and "schedule" in kinds:
                continue  # paragraphs are numbered through the schedule
            if kind != "subsection":
                path.append(kind)
            elif "section" not in kinds:
                return ()
            path += [_numeral(n, roman) for n in numbers] if kind in {"part", "chapter"} else numbers
        ends.append("/".join(path))
    return tuple(dict.fromkeys(ends))


def _divisions(text: str) -> list[tuple[str, list[str], list[str]]]:
    """(kind, number, last number of a range) of each division that a provision names; empty if any part is not read."""
    found: list[tuple[str, list[str], list[str]]] = []
    place = 0
    while place < len(text):
        match = _DIVISION.match(text, place)
        kind = _kind(match["kind"]) if match else None
        if match is None or kind is None:
            return []
        first: list[str] = re.findall(r"[0-9A-Za-z]+", match["first"])
        last: list[str] = re.findall(r"[0-9A-Za-z]+", match["last"] or "")
        if not first and kind != "schedule":
            return []
        if last and (match["last"] or "").lstrip().startswith(
            "("
        ):  # `15(5)-(9)`: the last shares what it does not repeat
            last = first[: -len(last)] + last if len(first) > len(last) else []
        found.append((kind, first, last))
        joint = _JOINT.match(text, match.end())
        place = joint.end() if joint else match.end()
    return found


def _kind(word: str) -> str | None:
    plain = word.casefold()
    return _KINDS.get(plain) or (_KINDS.get(plain[:-1]) if plain.endswith("s") else None)


def _numeral(number: str, roman: bool) -> str:
    """A number of a Part as its instrument writes it."""
    if not number.isdecimal():
        return number.upper() if roman else number
    if not roman:
        return number
    rest, out = int(number), ""
    for value, letters in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        out += letters * (rest // value)
        rest %= value
    return out
