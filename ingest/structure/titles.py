"""Titles of chapters that governing papers share (Purpose, Membership, Quorum, Reporting), known by their words.

Text that comes from a web page or a word processor often has no blank line about them, or what they head on the same
line (`Quorum: three members`). Invariant: a line is such a title only if it consists of the words of the vocabulary.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ..clean import clean
from ..words import entries, words
from .lines import Line

_SMALL = frozenset({"and", "&", "of", "the", "for", "to", "in", "on", "its", "/"})
_LABEL = re.compile(
    r"\s*(?:\*\*|__)?(?P<title>[A-Z][A-Za-z&/' -]{2,48}?)(?:\*\*|__)?\s*(?::|\s[-–—](?=\s))(?:\*\*|__)?(?:\s*/)?\s+(?=\S)"
)
_OF_BODY = re.compile(r"(?<=[a-z])\s+of\s+(?:the|this)\s+[A-Z][\w'&-]*(?:\s(?:[A-Z][\w'&-]*|and|&|of|for|on))*$")
_ROLLS = frozenset({"attendance", "in attendance", "attendees", "observers", "secretary", "secretariat", "officers", "substitutes", "deputies", "minutes", "name", "chair", "title", "partners", "notice", "status", "agenda", "support", "papers"})  # fmt: skip
"""Titles that also stand before a name in the roll of a meeting: what stands beside them on their line stays there."""


@cache
def _words() -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
    listed = entries("section_titles")
    return (
        frozenset(tuple(e.split()) for e in listed if not e.startswith("~")),
        frozenset(e[1:] for e in listed if e.startswith("~")),
    )


def is_labelled(text: str) -> bool:
    """Whether a line begins with such a title and a colon (`Chair: the Director of …`)."""
    found = _LABEL.match(text) if ":" in text[:52] else None
    return found is not None and is_title(found["title"])


def is_title(text: str) -> bool:
    """Whether a line consists of the words that title a chapter of a governing paper."""
    if not text[:1].isupper() or len(text) > 90:
        return False
    text = _OF_BODY.sub("", text)
    found = text.casefold().rstrip(" :").split()
    if not found or len(found) > 7:
        return False
    whole, weak = _words()
    at, held = 0, False
    while at < len(found):
        size = next((n for n in (3, 2, 1) if tuple(found[at : at + n]) in whole and at + n <= len(found)), 0)
        if size:
            held = True
        elif found[at] not in weak and found[at] not in _SMALL:
            return False
        at += size or 1
    return (held and found[-1] not in _SMALL) or tuple(found) in whole


def begins_act(word: str) -> bool:
    """Whether a word at the head of a paragraph is a verb in its base form or in -ing, or the `To` of one."""
    low = word.casefold().strip(",")
    return low == "to" or low in words("duty_verbs") or (low.endswith("ing") and len(low) > 5)


def parted(text: str, line: Line) -> list[Line]:
    """A line that is a title with what it heads behind a colon, in two; any other as it is."""
    found = _LABEL.match(line.raw) if ":" in line.raw or "-" in line.raw or "–" in line.raw else None
    if not found or not is_title(found["title"]) or found["title"].casefold() in _ROLLS:
        return [line]
    cut, rest = line.start + found.end("title"), line.start + found.end()
    return [
        replace(line, end=cut, raw=line.raw[: found.end("title")], text=clean(text, line.start, cut, columns=True)),
        replace(line, start=rest, raw=line.raw[found.end() :], text=clean(text, rest, line.end, columns=True)),
    ]
