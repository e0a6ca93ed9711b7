"""The labels of rolls: what is printed above or before the names of those at a meeting, and what ends a roll.

Invariant: a label is the whole of its cell but for a colon; what it makes of those under it is its capacity.
"""

from __future__ import annotations

import re

from ..graph.facts import Capacity

_G: tuple[tuple[Capacity, str], ...] = (
    ("apologies", r"apologies(?:\s+(?:for|of)\s+(?:absence|non-?attendance))?(?:\s+(?:were\s+|was\s+)?received)?(?:\s+from)?|absent(?:\s+without\s+apolog(?:y|ies))?|absences?|absentees|not\s+present|unable\s+to\s+attend"),
    ("substitute", r"substitutes?|substitute\s+members?(?:\s+present)?|deputies|deputising"),
    ("guest", r"observers?(?:\s+(?:present|(?:and|&)\s+(?:guests|speakers|visitors|presenters)))?|guests?(?:\s+speakers?)?|presenters?|visitors?|(?:members\s+of\s+the\s+)?public(?:\s+present)?|press|residents?|invitees|by\s+invitation|external\s+attendees|speakers?|advis[eo]rs?"),
    ("officer", r"(?:also\s+|others?\s+)?in[\s-]attendance(?:\s+\((?:non-voting|officers)\))?|(?:council\s+|supporting\s+|other\s+)?(?:officers?|officials?|staff)(?:\s+(?:present|in\s+attendance|attending|also\s+present))?|officers?\s+and\s+others?\s+present|also\s+(?:present|attending)|others?\s+(?:present|in\s+attendance)|secretariat|clerk(?:\s+to\s+the\s+\w+)?|clerked\s+by|minutes\s+(?:taken\s+)?by|minutes(?=:)|notes?(?:\s+of\s+(?:the\s+)?meeting)?\s+(?:taken\s+)?by|notes\s+of\s+(?:the\s+)?meeting(?=:)|minute[\s-]taker|note[\s-]taker|secretary"),
    ("chair", r"chair(?:man|woman|person|ed\s+by)?(?:\s+person)?|presiding|in\s+the\s+chair"),
    ("member", r"(?:(?:members?|councillors|cllrs|governors?|trustees?|directors|commissioners|board(?=\s+present)|(?:board|panel|committee|council|cabinet|group|forum)\s+members|(?:non-)?voting\s+members|(?:non-?)?executive\s+directors|executives|non-?executives|partners|representatives|core\s+members|standing\s+members|attendees|those)(?:\s+(?:of\s+the\s+\w+\s+)?(?:present|attending|in\s+attendance|\(voting\)))?)|present|attendance|attended(?:\s+by)?|attendees|attending|panel|membership|delegates|participants|ex[\s-]officio"),
)  # fmt: skip
_LABEL = "|".join(f"(?P<{name}>{form})" for name, form in _G)
START = re.compile(
    rf"^(?:\d{{1,4}}\.?\s+)?(?:{_LABEL})\s*(?P<close>:|[-–]\s|$|\.\s*$|\s{{3,}}|\t|(?=\s*\|)|(?=\s(?:were\s+|was\s+)?(?:received|from)\b))",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"^(?:role|post|position|title|job\s+title|organisation|representing|designation|initials|name|office|capacity|body|department)s?$",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"^(?:agenda\b|item\b|action|minutes?\s+of\s+the\s+(?:last|previous)|declarations?\b|matters\s+arising|welcome|introductions?\b|summary\b|background\b|public\s+forum|questions\b|#{1,6}\s+\d|resolved\b)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:(?:item\s+)?\d{1,4}(?:\.\d+)?[.:)]?|[A-Z]{1,5}\s?\d*[/.]\d+)\s+\S", re.IGNORECASE)
APOLOGY = re.compile(
    r"\bapolog(?:y|ies)\b(?:\s+(?:for|of)\s+(?:absence|lateness|non-attendance))?(?:\s+(?:had\s+been|have\s+been|were|was))?(?:\s+(?:received|noted|given|accepted|submitted|tendered|sent))?(?:\s+and\s+(?:accepted|noted|sanctioned))?\s*(?:from\b|:)\s*",
    re.IGNORECASE,
)


def label_of(cell: str) -> re.Match[str] | None:
    """The label that a cell, or a line, begins with."""
    return START.match(cell.strip().strip("*"))


def is_label(cell: str) -> bool:
    """Whether a cell is a label and nothing else."""
    words = cell.strip().strip("*").strip().rstrip(":").rstrip()
    return bool(words) and START.fullmatch(words) is not None


def is_title(cell: str) -> bool:
    """Whether a cell is the title of a column beside a label (`Role`, `Organisation`)."""
    return bool(_TITLES.match(cell.strip().strip("*:").strip()))


def capacity_of(label: re.Match[str]) -> Capacity:
    """What a label makes of those under it."""
    return next((name for name, _form in _G if label[name]), "member")


def ends_roll(text: str) -> bool:
    """Whether a line after the roll begins the business of the meeting."""
    words = text.strip().strip("*").strip()
    return not label_of(words) and bool(_STOP.match(words) or _NUMBERED.match(words))
