"""How often: frequencies of meetings and reports as ISO 8601 durations.

Invariant: a frequency is given only where the words have one meaning; `bi-monthly` (twice a month, or every two months)
is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .sought import Sought

_COUNT = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "second": 2, "third": 3, "other": 2, "alternate": 2, "once": 1, "twice": 2, "single": 1,
}  # fmt: skip
_N = r"(?:\d{1,2}|" + "|".join(_COUNT) + ")"
_UNIT = {"day": "D", "week": "W", "month": "M", "year": "Y", "quarter": "Q", "fortnight": "F", "annum": "Y"}
_U = r"(?:day|week|month|year|quarter|fortnight|annum)"
_FORMS = Sought(
    re.compile(
        rf"\b(?P<word>quarterly|monthly|weekly|fortnightly|annually|annual|yearly|daily|half[- ]yearly|six[- ]monthly|biannually|bi-annually|biannual|bi-annual|termly|biennially|biennial|triennially|alternate\s+months)\b"
        rf"|\b(?:every|each)\s+(?P<n>{_N})(?:\s*(?:to|or|-)\s*{_N})?[\s-]+(?P<u>{_U})s?\b"
        rf"|\bintervals\s+of\s+(?:not\s+more\s+than\s+|no\s+more\s+than\s+|at\s+most\s+|up\s+to\s+)?(?P<n6>{_N})\s+(?P<u6>{_U})s?\b"
        rf"|\b(?P<n2>{_N})[\s-]+(?P<u2>week|month|year|day)ly\b"
        rf"|\b(?:on\s+an?\s+)?(?P<n3>{_N})[\s-]+(?P<u3>week)(?:ly)?\s+(?:cycle|basis)\b"
        rf"|\b(?:(?:at\s+least|no\s+less\s+than|a\s+minimum\s+of|not\s+less\s+than)\s+)?(?P<times>once|twice|{_N}\s+(?:times|occasions|meetings))\s+(?:a|per|each|every|in\s+(?:a|each|every))\s+(?:calendar\s+|financial\s+|municipal\s+|civic\s+|academic\s+)?(?P<tu>{_U})\b"
        rf"|\b(?:every|each|per)\s+(?:calendar\s+|financial\s+)?(?P<u4>day|week|fortnight|month|quarter|year)\b(?!\s*(?:end|of))"
        r"|\bevery\s+(?P<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
        rf"|\b(?P<n5>\d{{1,2}})\s+(?:times|meetings)\s+(?:yearly|annually)\b",
        re.IGNORECASE,
    ),
    "intervals",
    "terly",
    "thly",
    "kly",
    "htly",
    "ally",
    "arly",
    "aily",
    "rmly",
    "yly",
    "annual",
    "biennial",
    "month",
    "week",
    "every",
    "each",
    "per ",
    "once",
    "twice",
    "times",
    "occasions",
    "meetings",
)
_WORDS = {
    "quarterly": "P3M", "monthly": "P1M", "weekly": "P1W", "fortnightly": "P2W", "annually": "P1Y", "annual": "P1Y", "yearly": "P1Y",
    "daily": "P1D", "biannually": "P6M", "bi-annually": "P6M", "biannual": "P6M", "bi-annual": "P6M", "triennially": "P3Y", "alternate-months": "P2M", "biennially": "P2Y", "biennial": "P2Y",
}  # fmt: skip
_YEARLY = {1: "P1Y", 2: "P6M", 3: "P4M", 4: "P3M", 6: "P2M", 12: "P1M"}


@dataclass(frozen=True, slots=True)
class FrequencyMention:
    """A frequency at `[start:end]` of a text, as an ISO 8601 duration."""

    start: int
    end: int
    iso: str


def find_frequencies(text: str) -> list[FrequencyMention]:
    """The frequencies of a clean text, in order."""
    found = []
    for match in _FORMS.finditer(text):
        if match.start() and text[match.start() - 1] == "-":
            continue
        if iso := _value(match):
            found.append(FrequencyMention(match.start(), match.end(), iso))
    return found


def _value(match: re.Match[str]) -> str | None:
    if match["word"]:
        word = "-".join(match["word"].casefold().split())
        return "P6M" if word in {"half-yearly", "six-monthly"} else _WORDS.get(word)
    for n, u in (("n", "u"), ("n2", "u2"), ("n3", "u3"), ("n6", "u6")):
        if match[n]:
            return _duration(_number(match[n]), match[u])
    if match["times"]:
        return _per(_number(match["times"].split()[0]), match["tu"])
    if match["u4"]:
        return _duration(1, match["u4"])
    if match["day"]:
        return "P1W"
    return _per(int(match["n5"]), "year") if match["n5"] else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _COUNT[word.casefold()]


def _duration(count: int, unit: str) -> str | None:
    letter = _UNIT[unit.casefold()]
    if not count:
        return None
    if letter == "Q":
        return f"P{3 * count}M"
    if letter == "M" and count % 12 == 0:
        return f"P{count // 12}Y"
    return f"P{2 * count}W" if letter == "F" else f"P{count}{letter}"


def _per(times: int, unit: str) -> str | None:
    """A number of times in a unit as the time between."""
    letter = _UNIT[unit.casefold()]
    if letter == "Y":
        return _YEARLY.get(times)
    return _duration(1, unit) if times == 1 else {"M": "P2W", "Q": None, "W": None}.get(letter) if times == 2 else None
