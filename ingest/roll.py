"""Rolls: the lists of people at the head of minutes, whatever their layout, as entries.

A roll is a run of groups (`Members present:`, `In attendance`, `Apologies`), each an inline list, a list of lines, a
column of a page or rows of a table. Invariant: an entry's name is a stretch of the document, and its group's label
decides its capacity unless the entry itself is marked otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..graph.facts import Capacity
from .document import Document, Text, join

_G: tuple[tuple[Capacity, str], ...] = (
    ("apologies", r"apologies(?:\s+for\s+(?:absence|non-?attendance))?(?:\s+(?:were\s+|was\s+)?received)?(?:\s+from)?|absent|absences?|not\s+present"),
    ("substitute", r"substitutes?|substitute\s+members?(?:\s+present)?|deputies|deputising"),
    ("guest", r"observers?|guests?(?:\s+speakers?)?|visitors?|(?:members\s+of\s+the\s+)?public(?:\s+present)?|press|residents?|invitees|by\s+invitation|external\s+attendees|speakers?|advis[eo]rs?"),
    ("officer", r"(?:also\s+|others?\s+)?in[\s-]attendance(?:\s+\((?:non-voting|officers)\))?|(?:officers?|officials?|staff)(?:\s+(?:present|in\s+attendance|attending|also\s+present))?|officers?\s+and\s+others?\s+present|also\s+(?:present|attending)|others?\s+(?:present|in\s+attendance)|secretariat|clerk(?:\s+to\s+the\s+\w+)?|clerked\s+by|minutes\s+(?:taken\s+)?by|minutes(?=:)|notes?(?:\s+of\s+(?:the\s+)?meeting)?\s+(?:taken\s+)?by|notes\s+of\s+(?:the\s+)?meeting(?=:)|minute[\s-]taker|note[\s-]taker|secretary"),
    ("chair", r"chair(?:man|woman|person|ed\s+by)?(?:\s+person)?|presiding|in\s+the\s+chair"),
    ("member", r"(?:(?:members?|councillors|cllrs|governors?|trustees?|directors|commissioners|board\s+members|panel\s+members|committee\s+members|(?:non-)?voting\s+members|(?:non-?)?executive\s+directors|partners|representatives|core\s+members|standing\s+members|attendees|those)(?:\s+(?:of\s+the\s+\w+\s+)?(?:present|attending|in\s+attendance|\(voting\)))?)|present|attendance|attended(?:\s+by)?|attendees|attending|panel|membership|delegates|participants|ex[\s-]officio"),
)  # fmt: skip
_LABEL = re.compile("|".join(f"(?P<{name}>{form})" for name, form in _G), re.IGNORECASE)
_START = re.compile(
    rf"^(?:\d{{1,4}}\.?\s+)?(?:{_LABEL.pattern.replace('?P<', '?P<s_')})\s*(?P<end>:|-\s|$|\.\s*$|\s{{3,}}|\t|(?=\s(?:were\s+)?(?:received|from)\b))",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"^\s*(?:agenda\b|item\b|action|minutes?\s+of\s+the\s+(?:last|previous)|declarations?\b|matters\s+arising|welcome|introductions?\b|summary\b|background\b|public\s+forum|questions\b)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\s*(?:(?:item\s+)?\d{1,4}(?:\.\d+)?[.:)]?|[A-Z]{1,5}\s?\d*[/.]\d+)\s+\S", re.IGNORECASE)
APOLOGY = re.compile(
    r"\bapolog(?:y|ies)\b(?:\s+(?:for|of)\s+(?:absence|lateness|non-attendance))?(?:\s+(?:had\s+been|have\s+been|were|was))?(?:\s+(?:received|noted|given|accepted|submitted))?\s*(?:from\b|:)\s*",
    re.IGNORECASE,
)
_MOST_LINES = 110


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """A group of a roll: what its label makes of those in it, and its entries' texts; `inline` if they share lines."""

    capacity: Capacity
    label: str
    parts: tuple[Text, ...]
    inline: bool = False


def groups(document: Document) -> Iterator[Group]:
    """The groups of the roll at the head of a document, in order."""
    lines = list(document.lines[:_MOST_LINES])
    at = 0
    began = False
    while at < len(lines):
        line = lines[at]
        columns = _columns(line.clean)
        if columns:
            stop, found = _side_by_side(lines, at, columns)
            yield from found
            began, at = True, stop
            continue
        start = _START.match(line.clean.strip())
        if start:
            began = True
            stop, group = _group(lines, at, document)
            if group:
                yield group
            at = max(stop, at + 1)
            continue
        yield from _beside(line)
        if began and _ends(line.clean):
            break
        at += 1
    yield from _later_apologies(document, lines[at - 1] if 0 < at <= len(lines) else None)


def _beside(line: Text) -> Iterator[Group]:
    """Labelled names that stand on a line beside other things (`Date: …      Chair: A Name`)."""
    for cell in re.finditer(r"\S(?:.*?\S)?(?=\s{3,}|\t|\s*$)", line.clean):
        label = _START.match(cell[0])
        if label and label["end"] == ":" and cell.start() and cell[0][label.end() :].strip():
            yield Group(_capacity(label), label[0], (line.part(cell.start() + label.end(), cell.end()),), inline=True)


def _later_apologies(document: Document, last: Text | None) -> Iterator[Group]:
    """Apologies told under a heading of their own, after the roll."""
    after = last.span()[0] if last is not None else 0
    for block in document.blocks:
        found = APOLOGY.search(block.clean[:200])
        if not found or block.text.span()[0] < after:
            continue
        yield Group("apologies", "apologies", (block.text.part(found.end(), len(block.clean)),), inline=True)


def _capacity(label: re.Match[str]) -> Capacity:
    for name, _form in _G:
        if label.groupdict().get(f"s_{name}") or label.groupdict().get(name):
            return name
    return "member"


def _ends(text: str) -> bool:
    """Whether a line after the roll begins the business of the meeting."""
    stripped = text.strip()
    return bool(_STOP.match(stripped)) or (bool(_NUMBERED.match(stripped)) and not _START.match(stripped))


def _group(lines: list[Text], at: int, document: Document) -> tuple[int, Group | None]:
    line = lines[at]
    lead = len(line.clean) - len(line.clean.lstrip())
    label = _START.match(line.clean.strip())
    assert label
    capacity = _capacity(label)
    rest = (
        line.part(lead + label.end(), len(line.clean))
        if label["end"] or label.end() < len(line.clean.strip())
        else None
    )
    printed = label[0].strip(" :-")
    if rest is not None and rest.clean.strip():
        parts = [rest]
        stop = at + 1
        while stop < len(lines) and _continues(document, lines, stop):
            parts.append(lines[stop])
            stop += 1
        return stop, Group(capacity, printed, (join(parts),), inline=True)
    parts, stop = [], at + 1
    while stop < len(lines):
        text = lines[stop].clean.strip()
        if _START.match(text) or _ends(text) or _columns(lines[stop].clean) or re.match(r"^[A-Z][A-Z &'/-]{9,}$", text):
            break
        if len(text.split()) > 30:
            break
        parts.append(lines[stop])
        stop += 1
    return stop, Group(capacity, printed, tuple(parts)) if parts else None


def _continues(document: Document, lines: list[Text], at: int) -> bool:
    """Whether a line goes on with the inline list before it: no blank line between, no label, no number."""
    before, line = lines[at - 1], lines[at]
    between = document.text[before.span()[1] : line.span()[0]]
    return between.count("\n") <= 1 and not _START.match(line.clean.strip()) and not _ends(line.clean)


def _columns(text: str) -> list[int]:
    """Where the columns begin in a line of two or more labels side by side."""
    cells = [(m.start(), m[0].strip()) for m in re.finditer(r"\S(?:.*?\S)?(?=\s{3,}|\s*$)", text)]
    if len(cells) < 2 or not all(_START.fullmatch(cell.rstrip(":")) or _START.fullmatch(cell) for _, cell in cells):
        return []
    return [start for start, _ in cells]


def _side_by_side(lines: list[Text], at: int, columns: list[int]) -> tuple[int, list[Group]]:
    """Groups that stand in columns under their labels, further labels within a column beginning further groups."""
    open_groups: dict[int, tuple[Capacity, str, list[Text]]] = {}
    done: list[Group] = []
    stop = at
    for stop in range(at, len(lines)):
        line = lines[stop].clean
        if stop > at and (_ends(line) or re.match(r"^\s{0,3}[A-Z][A-Z &'/-]{9,}$", line)):
            break
        bounds = [(a, b) for a, b in zip(columns, [*columns[1:], len(line)], strict=True) if a < len(line)]
        for a, b in bounds:
            words = line[a:b].strip()
            if not words:
                continue
            label = _START.fullmatch(words) or _START.fullmatch(words.rstrip(":"))
            if label:
                if a in open_groups and open_groups[a][2]:
                    capacity, name, parts = open_groups[a]
                    done.append(Group(capacity, name, tuple(parts)))
                open_groups[a] = (_capacity(label), words.rstrip(":"), [])
            elif a in open_groups:
                open_groups[a][2].append(lines[stop].part(a, min(b, len(line))))
    else:
        stop = len(lines)
    done += [Group(c, name, tuple(parts)) for c, name, parts in open_groups.values() if parts]
    return stop, done
