"""Meetings that a paper tells of without being their record: the last one's minutes, a first meeting held or planned.

Sources of the forms: minutes approve `the minutes of the meeting held on …`; reports say that a new body `met in …`, or
what is left to `the first meeting of the Board in …`. Invariant: the day stands beside the body, in the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .context import Context
from .dates import DateMention, find_dates
from .document import Block

_FIRST = re.compile(
    r"\b(?:first|inaugural)\s+(?:ever\s+|formal\s+)?meetings?\s+of\s+(?:the\s+)?(?:new\s+)?$", re.IGNORECASE
)
_OWN_FIRST = re.compile(
    r"^(?:['\N{RIGHT SINGLE QUOTATION MARK}]s?)?\s+(?:(?:held|had|will\s+(?:hold|have)|is\s+to\s+hold)\s+its\s+)?"
    r"(?:first|inaugural)\s+(?:meeting\s+|met\s+|meets\s+|sat\s+)",
    re.IGNORECASE,
)
_MET = re.compile(r"^(?:\.\s+(?:This|It)|,?\s+which)?\s+(?:has\s+|had\s+|last\s+)?met\s+(?:on|in)\s+$")
_TOOK_PLACE = re.compile(
    r"\bmeeting\s+of\s+(?:the\s+)?$|\bminutes\s+of\s+(?:the\s+)?(?:(?:last|previous|ordinary|extraordinary)\s+)?(?:meetings?\s+of\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"^(?:\s+(?:quarterly|monthly|annual|ordinary|extraordinary|special))?(?:\s+meeting)?,?"
    r"(?:\s+(?:(?:had|has|was)\s+)?(?:been\s+)?(?:taken\s+place|took\s+place|held))?\s+(?:on|in)\s+(?:the\s+)?$|^\s+(?:meeting\s+)?of\s+$",
    re.IGNORECASE,
)  # fmt: skip
_OWN_MINUTES = re.compile(
    r"\bminutes\s+of\s+(?:the\s+|its\s+|our\s+)?(?:(?:last|previous|ordinary|extraordinary|board|committee)\s+)*meeting,?\s+(?:held\s+)?(?:on|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PERIODIC = re.compile(r"\b(?:year|cycle|term|session|after|since|following|each|every|next)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A meeting told of: whose, when, whether the first, where the words stand, by which rule."""

    body: str
    day: str
    first: bool
    start: int
    end: int
    rule: str


def told_meetings(context: Context, block: Block) -> Iterator[Told]:
    """The meetings that a block tells of, each once, in order."""
    text = block.clean
    if "meeting" not in text and "met " not in text:
        return
    dates = [d for d in find_dates(text) if len(d.iso) >= 7]
    bodies = [m for m in context.names.mentions(block) if m.kind == "body"]
    for date in dates:
        yield from _own_minutes(context, text, date)
        before = [m for m in bodies if m.end <= date.start and date.start - m.end < 90]
        if before and (told := _told(text, before[-1].start, before[-1].end, date)):
            first, start, rule = told
            yield Told(before[-1].name, date.iso, first, start, date.end, rule)


def _told(text: str, start: int, end: int, date: DateMention) -> tuple[bool, int, str] | None:
    """Whether words round a body and a day make a meeting: if its first, where they begin, by which rule."""
    between = _WEEKDAY.sub("", text[end : date.start])
    lead = text[:start]
    if (opening := _FIRST.search(lead)) and not re.search(r"[.;]", between) and not _PERIODIC.search(between):
        return True, opening.start(), "first-meeting"
    if _OWN_FIRST.match(between) and not re.search(r"[.;]", between) and not _PERIODIC.search(between):
        return True, start, "first-met"
    if _MET.match(between):
        return False, start, "met"
    if (opening := _TOOK_PLACE.search(lead)) and _HELD.match(between):
        return False, opening.start(), "minutes-of" if "inutes" in opening[0] else "meeting-of"
    return None


def _own_minutes(context: Context, text: str, date: DateMention) -> Iterator[Told]:
    """The minutes of a body's own earlier meeting, in the record of a later one."""
    if context.head.kind != "minutes" or not context.head.body or date.iso == context.head.date:
        return
    lead = _WEEKDAY.sub("", text[: date.start])
    if opening := _OWN_MINUTES.search(lead):
        yield Told(context.head.body, date.iso, first=False, start=opening.start(), end=date.end, rule="own-minutes")
