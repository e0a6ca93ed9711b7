"""The labels of rolls: what is printed above or before the names of those at a meeting, and what ends a roll.

Invariant: a label is the whole of its cell but for a colon; what it makes of those under it is its capacity.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..graph.facts import Capacity
from .words import words as words_of

_G: tuple[tuple[Capacity, str], ...] = (
    ("apologies", r"ymddiheuriadau|apologies(?:\s+(?:for|of)\s+(?:absence|non-?attendance))?(?:\s+(?:were\s+|was\s+)?received)?(?:\s+from)?|absent(?:\s+without\s+apolog(?:y|ies))?|absences?|absentees|not\s+present|unable\s+to\s+attend"),
    ("substitute", r"substitutes?|substitute\s+members?(?:\s+present)?|deputies|deputising"),
    ("guest", r"observers?(?:\s+(?:present|(?:and|&)\s+(?:guests|speakers|visitors|presenters)))?|guests?(?:\s+speakers?)?|presenters?|visitors?|(?:members\s+of\s+the\s+)?public(?:\s+present)?|press|residents?|invitees|by\s+invitation|external\s+attendees|speakers?|advis[eo]rs?"),
    ("officer", r"(?:also\s+|others?\s+)?in[\s-]attendance(?:\s+\((?:non-voting|officers)\))?|(?:council\s+|supporting\s+|other\s+)?(?:officers?|officials?|staff)(?:\s+(?:present|in\s+attendance|attending|also\s+present))?|officers?\s+and\s+others?\s+present|also\s+(?:present|attending)|also(?=:)|others?\s+(?:present|in\s+attendance)|secretariat|clerk(?:\s+to\s+the\s+\w+)?|clerked\s+by|minutes\s+(?:taken\s+)?by|minutes(?=:)|notes?(?:\s+of\s+(?:the\s+)?meeting)?\s+(?:taken\s+)?by|notes\s+of\s+(?:the\s+)?meeting(?=:)|minute[\s-]taker|note[\s-]taker|secretary|(?:senior\s+)?(?:executive|management)(?:\s+team)?(?=\s*$)"),
    ("chair", r"chair(?:man|woman|person|ed\s+by)?(?:\s+person)?|presiding|in\s+the\s+chair"),
    ("member", r"(?:(?:members?|councillors|cllrs|governors?|trustees?|directors|commissioners|board(?=\s+present)|(?:board|panel|committee|council|cabinet|group|forum)\s+members|(?:non-)?voting\s+members|(?:non-?)?executive\s+directors|executives|non-?executives|partners|representatives|core\s+members|standing\s+members|attendees|those)(?:\s+(?:of\s+the\s+\w+\s+)?(?:present|attending|in\s+attendance|\(voting\)))?)|present|attendance|attended(?:\s+by)?|attendees|attending|panel|membership|delegates|participants|ex[\s-]officio|sederunt|(?:yn\s+)?bresennol|presennol"),
)  # fmt: skip
_LABEL = "|".join(f"(?P<{name}>{form})" for name, form in _G)
_NUMBER = r"(?:(?:\d{1,4}(?:\.\d{1,2})?|[ivxIVX]{1,4})[.)]?\s+)?"
START = re.compile(
    rf"^{_NUMBER}(?:{_LABEL})\s*(?P<close>:-?|[-–]\s|$|\.\s*$|\s{{3,}}|\t|(?=\s*\|)|(?=\s(?:were\s+|was\s+)?(?:received|from)\b))",
    re.IGNORECASE,
)
_WORDED = re.compile(
    rf"^{_NUMBER}(?P<words>[A-Za-z][A-Za-z'/&,-]*(?:[ /&,]+[A-Za-z][A-Za-z'-]*){{0,11}}(?:\s+\([^()]{{2,40}}\))?)\s*(?P<close>:-?|\s[-–]\s*$|\s*$|\s{{3,}}|\t|(?=\s*\|))"
)
_CORES: tuple[tuple[Capacity, re.Pattern[str]], ...] = (
    ("apologies", re.compile(r"\b(?:apolog(?:y|ies)|absent|absences?|not\s+present)\b")),
    ("guest", re.compile(r"\b(?:observers?|guests|visitors|public|press|residents|speakers|advis[eo]rs)\b")),
    ("officer", re.compile(r"\b(?:officers|officials|employees|staff(?!\s+governors)|secretariat|clerks?|secretary|non-members|non\s+members|other\s+(?:bodies|organisations))\b|^(?:by|requested)\b")),
    ("chair", re.compile(r"\b(?:chair|chairman|chairperson|presiding)\b")),
    ("member", re.compile(r"\b(?:members|councillors|cllrs|governors|trustees|directors|commissioners|representatives|partners)\b")),
    ("officer", re.compile(r"\b(?:others?\s+(?:\w+\s+)?(?:present|in|attend\w+)|also\s+(?:present|attend\w*|in))\b|^in\s+attendance\b")),
    ("member", re.compile(r"\b(?:present|attendance|attending|attended|attendees)\b")),
)  # fmt: skip
_CAME = re.compile(r"(?:present|attendance|attendees|attending|members\s+present)\b")


class Label(NamedTuple):
    """A label as printed, where it ends in its cell, what closes it, and what it makes of those under it."""

    printed: str
    end: int
    close: str
    capacity: Capacity


_TITLES = re.compile(
    r"^(?:role|post|position|title|job\s+title|organisation|representing|designation|initials|name|office|capacity|body|department)s?$",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"^(?:agenda\b|item\b|action|minutes?\s+of\s+the\s+(?:last|previous)|declarations?\b|matters\s+arising|welcome|introductions?\b|summary\b|background\b|public\s+forum|questions\b|#{1,6}\s+\d|resolved\b)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^(?:item\s+\d{1,4}\b|\d{1,4}(?:\.\d+)?(?:[.:)]\s+\S|\s+(?-i:[A-Z]))|[A-Z]{1,5}\s?\d*[/.]\d+\s+\S|\d{1,4}/\d{2,4}\s+(?-i:[A-Z]))",
    re.IGNORECASE,
)
APOLOGY = re.compile(
    r"\bapolog(?:y|ies)\b(?:\s+(?:for|of)\s+(?:absence|lateness|non-attendance))?(?:\s+at\s+(?:the|this)\s+meeting)?(?:\s+(?:had\s+been|have\s+been|has\s+been|were|was))?(?:\s+(?:received|noted|given|accepted|submitted|tendered|sent|intimated|made|recorded))?(?:\s+and\s+(?:accepted|noted|sanctioned|approved))?\s*(?:from\b|by\b|on\s+behalf\s+of\b|:|\s[-–]\s(?=[A-Z]))[\s:-]*",
    re.IGNORECASE,
)


def label_of(cell: str) -> Label | None:
    """The label that a cell, or a line, begins with: one of the usual ones, or one made of their words alone."""
    words = cell.strip().strip("*")
    if found := START.match(words):
        capacity: Capacity = next((name for name, _form in _G if found[name]), "member")
        return Label(found[0], found.end(), found["close"], capacity)
    if told := APOLOGY.match(words):
        return Label(told[0], told.end(), ":", "apologies")
    worded = _WORDED.match(words)
    if not worded:
        return None
    said = re.sub(r"\([^()]*\)|^[A-Z]{2,6}\s+", "", worded["words"]).casefold().strip()
    if not words_of("roll_label_words").issuperset(re.split(r"[ /&,]+", said)):
        return None
    both = _CORES[0][1].search(said) and _CAME.match(said)
    found_capacity = "member" if both else next((name for name, core in _CORES if core.search(said)), None)
    return Label(worded[0], worded.end(), worded["close"].strip()[:1], found_capacity) if found_capacity else None


def called_for(words: str) -> Capacity:
    """What a heading within a roll makes of those under it: members, unless it names officers, guests or the like."""
    return next((name for name, core in _CORES if name != "chair" and core.search(words.casefold())), "member")


def is_label(cell: str) -> bool:
    """Whether a cell is a label and nothing else."""
    words = re.sub(r":-?$", "", cell.strip().strip("*").strip()).rstrip()
    label = label_of(words) if words else None
    return label is not None and label.end == len(words)


def is_title(cell: str) -> bool:
    """Whether a cell is the title of a column beside a label (`Role`, `Organisation`)."""
    return bool(_TITLES.match(cell.strip().strip("*:").strip()))


def ends_roll(text: str) -> bool:
    """Whether a line after the roll begins the business of the meeting."""
    words = text.strip().strip("*").strip()
    bare = re.sub(r"^[IVX]{1,4}[.)]?\s+", "", words)
    return not label_of(words) and bool(_STOP.match(bare) or _NUMBERED.match(words))
