"""Who was at the meeting, in which capacity: entries of the roll, and apologies told in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...graph.facts import Attendance
from ..context import Context
from ..document import Document
from ..people import Entry, entries
from ..people_marks import beside
from ..roll import groups, lone
from ..roll_marks import marked_away
from ..roll_register import register_entries

_CHAIR = re.compile(
    r"(?:(?:independent|clinical|acting|interim|lay|joint|trust|board|committee|panel)\s+)?chair(?:man|woman|person)?(?:\s+of\s+the\s+(?:board|trust|committee|panel))?",
    re.IGNORECASE,
)
_NARRATED = re.compile(r"\b(?:started|opened|welcomed|chaired|thanked|explained|declared|informed|reported)\b")
"""What somebody at a meeting did, told on the line after the apologies."""
_TOLD = re.compile(
    r"\s+(?:\((?P<bracket>[^()]{3,80})\)|(?:from|of)\s+(?P<organisation>(?:the\s+)?[A-Z][\w&'-]*(?:\s+(?:of\s+|and\s+|for\s+|&\s+)?[A-Z][\w&'-]*){0,4}))"
)


def extract(context: Context) -> Iterator[Attendance]:
    """One fact a person and capacity, for minutes alone."""
    if context.head.kind != "minutes":
        return
    seen: set[tuple[str, str]] = set()
    found = roll(context)
    told = _told(context.document, {entry.key: entry.person for entry in found if not entry.role})
    for entry in found:
        key = (entry.key, entry.capacity)
        if key in seen or (entry.capacity == "member" and (entry.key, "chair") in seen):
            continue
        seen.add(key)
        yield Attendance(
            person=entry.person,
            capacity=entry.capacity,
            body=context.head.body,
            date=context.head.date,
            role=entry.role or told.get(entry.key),
            evidence=context.document.evidence_of(
                entry.text,
                rule="attendance." + entry.rule,
                certainty="layout" if entry.rule == "register" else "explicit",
            ),
        )


def roll(context: Context) -> list[Entry]:
    """All entries of the document's roll, chairs first where somebody stands in it twice."""
    registered = list(register_entries(context.document, context.head.date))
    listing = list(groups(context.document))
    found = [entry for group in (listing if registered else lone(listing)) for entry in entries(group)]
    found = [e for e in found if not (e.capacity == "apologies" and e.role and _NARRATED.search(e.role))]
    found = [e for e in found if not (e.capacity == "member" and marked_away(context.document, e.text))]
    roles = {entry.key: entry.role for entry in reversed([*found, *registered]) if entry.role}
    listed = {entry.key for entry in found if entry.capacity == "apologies"}
    found += [entry for entry in registered if entry.key not in listed]
    chairs = {entry.key for entry in found if entry.capacity == "chair"}
    marked = {entry.key for entry in found if entry.capacity in {"officer", "guest", "substitute"}}
    if not chairs and (place := _titled_chair(found)) is not None:
        found[place] = replace(found[place], capacity="chair")
        chairs.add(found[place].key)
    kept = [e for e in found if not (e.capacity == "member" and (e.key in chairs or e.key in marked))]
    return [replace(e, role=e.role or roles.get(e.key)) for e in kept]


def _titled_chair(found: list[Entry]) -> int | None:
    """The one member whose title is that of the chair, where nobody is marked as chairing."""
    titled = [i for i, e in enumerate(found) if e.capacity == "member" and e.role and _CHAIR.fullmatch(e.role)]
    return titled[0] if len(titled) == 1 else None


def _told(document: Document, people: dict[str, str]) -> dict[str, str]:
    """What the text prints beside a person's full name where the roll prints nothing: `A Name (Firm)`, `A Name from Firm`."""
    if not people:
        return {}
    names = {" ".join(name.split()): key for key, name in people.items() if len(name.split()) > 1}
    if not names:
        return {}
    form = re.compile(
        r"\b(?:" + "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n))) + r")\b"
    )
    out: dict[str, str] = {}
    for block in document.blocks:
        for found in form.finditer(block.clean):
            key = names[found[0]]
            said = _TOLD.match(block.clean, found.end())
            if key in out or not said:
                continue
            role, marks, _ = beside(
                f" ({said['bracket']})" if said["bracket"] else " " + said["organisation"], found[0]
            )
            if role and not marks and role[0].isupper() and not any(char.isdigit() for char in role):
                out[key] = role.removeprefix("the ")
    return out
