"""The lines of a roll: where one ends on purpose, which begin with a person, which are prose, which are a roll called.

Invariant: what a line is follows from its form and its neighbours, never from whose name stands on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..graph.facts import Capacity
from .document import Document, Text
from .names_persons import honorifics_end, name_word, person_at
from .names_phrases import body_end, no_surnames, role_end
from .names_tokens import tokens_of
from .roll_labels import APOLOGY
from .sought import Sought
from .words import words

_WIDEST = 100
_MOST_CALLED = 45
_UNFINISHED = re.compile(r"(?:[,;&(/-]|\b(?:and|of|for|the))$")
_ATTENDED = re.compile(
    r",?\s+(?:was|were)\s+(?:also\s+)?(?:in\s+attendance|also\s+present)\b[^.]{0,30}\.?\s*$", re.IGNORECASE
)
_THE_POST = re.compile(r"\s*The\s+(?:[A-Z][\w'-]*\s*){1,5},\s+(?=[A-Z])")
_SET_IN = re.compile(r"(?:[•·*▪●-]\s+| {2,}\S|\t)")
_BY_INITIALS = re.compile(r"\s*(?:[A-Z]\.? ?){1,3} [A-Z][a-z]+(?!\w)")
_IN_CHAIR = Sought(
    re.compile(
        r",?\s+(?:was\s+|being\s+)?(?:in\s+the\s+chair|presid(?:ed|ing)|took\s+the\s+chair|chaired\s+the\s+meeting)\b\W*$",
        re.IGNORECASE,
    ),
    "chair",
    "presid",
)
_CHAIR = re.compile(r"\((?:[\w ]+ )?(?:chair\w*|secretary|clerk)\)", re.IGNORECASE)
_PROSE = re.compile(
    r"\b(?:was|were|had|has|is|are|will|would|welcomed|opened|noted|explained|thanked|asked|outlined|reported|met|took|said|clarified|introduced|declared|advised)\b"
)


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """A group of a roll: what its label makes of those in it, and its entries' texts; `inline` if they share lines."""

    capacity: Capacity
    label: str
    parts: tuple[Text, ...]
    inline: bool = False


def begins_person(text: str) -> bool:
    """Whether a line begins with a person: a name that the grammar knows, or two to four words that could be one."""
    tokens = tokens_of(text.strip(" \t|*•·-"))
    return len(tokens) > 0 and (person_at(tokens, 0) is not None or named(text))


def named(text: str) -> bool:
    """Whether what a line holds before any comma, dash, bracket or gap has the shape of a person's name and no more."""
    lead = re.split(r"[,(:;|\t]|\s[-–]\s|\s{3,}", text.strip(" \t|*•·-"))[0]
    tokens = tokens_of(lead)
    start = honorifics_end(tokens, 0) if len(tokens) else 0
    count = len(tokens) - start
    if not (1 if start else 2) <= count <= 4 or (
        not start and not tokens.opens[0] and len(tokens.words[0].rstrip(".")) > 1
    ):
        return False
    never = words("surname_particles")
    for at in range(start, len(tokens)):
        word, low = tokens.words[at], tokens.lower[at]
        if low in never or (len(low.rstrip(".")) == 1 and word[0].isupper()):
            continue
        shouted = word.isupper() and word.replace("-", "").replace("'", "").isalpha()
        if (
            not (name_word(tokens, at) or shouted)
            or low in no_surnames()
            or body_end(tokens, at)
            or role_end(tokens, at)
        ):
            return False
    return len(tokens.words[-1]) > 1 and bool(re.match(r"[A-Z]", lead))


def post_first(text: str) -> bool:
    """Whether a line is a post, a dash and a person (`Director of Finance - J Keel`)."""
    found = re.match(r"(.{4,90}?)\s+[-–]\s+(\S.*)$", text.strip(" \t|*"))
    if not found or begins_person(found[1]):
        return False
    tokens = tokens_of(found[1])
    return any(role_end(tokens, at) for at in range(len(tokens))) and begins_person(found[2])


def prose(text: str) -> bool:
    """Whether a line tells of something rather than naming people."""
    said = text.split()
    return len(said) >= 8 and bool(_PROSE.search(text)) and not APOLOGY.search(text)


def listing(text: str) -> bool:
    """Whether a long line is a list of people: parts between semicolons or commas, most of which begin with a person."""
    for sign, least, share in ((";", 3, 0.6), (",", 4, 0.75)):
        places = [place for place in re.sub(r"\([^()]*\)", "", text).split(sign) if place.strip()]
        if len(places) >= least and sum(map(begins_person, places)) > share * len(places):
            return True
    return False


def several(text: str) -> bool:
    """Whether a line names more than one person between its commas."""
    places = re.sub(r"\([^()]*\)", "", text).split(",")
    places = [place for place in places if place.strip(" .)")]
    people = sum(begins_person(place) or bool(_BY_INITIALS.match(place)) for place in places)
    return len(places) > 2 and people > 0.6 * len(places)


def over_bullets(lines: list[Text], at: int) -> bool:
    """Whether a short line that names nobody stands at the margin over lines set in, or over bullets."""
    line, below = lines[at].clean, lines[at + 1].clean if at + 1 < len(lines) else ""
    return (
        bool(_SET_IN.match(below))
        and not _SET_IN.match(line)
        and len(line.split()) <= 8
        and "," not in line
        and is_group(line)
    )


def is_group(line: str) -> bool:
    """Whether a line is a heading for people rather than a person: its last word is a plural that is no name."""
    last = line.rsplit(maxsplit=1)[-1] if line.split() else ""
    return bool(re.fullmatch(r"(?:[a-z]+|[A-Z][a-z]+)[^s\W]s:?", last)) and (
        last[0].islower() or last.rstrip(":").casefold() in words("role_heads")
    )


def mixed(parts: tuple[Text, ...], first: Capacity, second: Capacity, printed: str) -> list[Group]:
    """The groups of two columns that came out as one, both labels first: who is of which, a bracket may tell.

    Under `Members` and `Officials` those with an organisation in brackets are officials if others have none; where
    nothing tells them apart all are of the first column.
    """
    told = [bool(re.search(r"\([A-Z][^()]{3,}\)\s*$", p.clean) and not _CHAIR.search(p.clean)) for p in parts]
    if second != "officer" or all(told) or not any(told):
        return [Group(first, printed, parts)]
    return [
        Group(first, printed, tuple(p for p, mark in zip(parts, told, strict=True) if not mark)),
        Group(second, printed, tuple(p for p, mark in zip(parts, told, strict=True) if mark)),
    ]


def broken(document: Document, lines: list[Text], at: int) -> bool:
    """Whether the line before `at` ended on purpose: its list is not merely wrapped on to line `at`."""
    before, line = lines[at - 1], lines[at]
    text = line.clean.strip()
    last = before.clean.rstrip()
    if _UNFINISHED.search(last) or last.count("(") > last.count(")"):
        return False
    between = document.text[before.span()[1] : line.span()[0]]
    if between.count("\n") > 1 or not text:
        return True
    if text[0].islower() or text[0] == "(":
        return False
    lengths = [len(other.clean.rstrip()) for other in lines[:80]]
    longest = max(lengths)
    if longest > _WIDEST * 1.6:
        return True
    return len(last) + 1 + len(text.split()[0]) < min(longest, _WIDEST) * 0.85


def chaired(line: Text) -> Group | None:
    """The person whom a line of its own puts in the chair (`Mr A Name in the Chair`, `Cllr A Name, Convener, presided`)."""
    found = _IN_CHAIR.search(line.clean)
    if found and len(line.clean.split()) < 14 and begins_person(line.clean):
        return Group("chair", "chair", (line.part(0, found.start()),), inline=True)
    return None


def attended(line: Text) -> Group | None:
    """Those of whom a line of its own says that they were in attendance (`Mr A Name, Surveyor, was in attendance.`)."""
    found = _ATTENDED.search(line.clean)
    if found and len(line.clean.split()) < 40 and (begins_person(line.clean) or _THE_POST.match(line.clean)):
        return Group("officer", "in attendance", (line.part(0, found.start()),), inline=True)
    return None


def called(lines: list[Text]) -> Iterator[Group]:
    """The roll that is called without a label: a line near the top that lists four people or more and nothing else."""
    for line in lines[:_MOST_CALLED]:
        places = re.split(r",|;|\band\b", re.sub(r"\([^()]*\)", "", line.clean))
        people = sum(begins_person(place) for place in places if place.strip())
        if people >= 4 and people >= 0.8 * len([p for p in places if p.strip()]):
            yield Group("member", "", (line,), inline=True)
            return
