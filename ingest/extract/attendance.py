"""Who was at the meeting, in which capacity: entries of the roll, and apologies told in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from ...graph.facts import Attendance
from ..context import Context
from ..people import Entry, entries
from ..roll import groups


def extract(context: Context) -> Iterator[Attendance]:
    """One fact a person and capacity, for minutes alone."""
    if context.head.kind != "minutes":
        return
    seen: set[tuple[str, str]] = set()
    for entry in roll(context):
        key = (entry.key, entry.capacity)
        if key in seen or (entry.capacity == "member" and (entry.key, "chair") in seen):
            continue
        seen.add(key)
        yield Attendance(
            person=entry.person,
            capacity=entry.capacity,
            body=context.head.body,
            date=context.head.date,
            role=entry.role,
            evidence=context.document.evidence_of(entry.text, rule="attendance." + entry.rule, certainty="layout"),
        )


def roll(context: Context) -> list[Entry]:
    """All entries of the document's roll, chairs first where somebody stands in it twice."""
    found = [entry for group in groups(context.document) for entry in entries(group)]
    chairs = {entry.key for entry in found if entry.capacity == "chair"}
    marked = {entry.key for entry in found if entry.capacity in {"officer", "guest", "substitute"}}
    return [e for e in found if not (e.capacity == "member" and (e.key in chairs or e.key in marked))]
