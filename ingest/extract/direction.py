"""Statutory directions that the document is, or tells of."""

from __future__ import annotations

from collections.abc import Iterator

from ...graph.facts import Direction
from ..context import Context
from ..directions import directions
from ..directions_end import end_condition


def extract(context: Context) -> Iterator[Direction]:
    """One fact a direction, its values gathered from the whole document."""
    gathered = directions(context)
    newest = max((d.date for d in gathered if d.status == "made" and d.until), default=None)
    condition = end_condition(context.document)
    for found in gathered:
        yield Direction(
            date=found.date,
            issuer=found.issuer,
            addressee=found.addressee,
            status=found.status,
            until=found.until,
            revokes=tuple(found.revokes),
            basis=tuple(found.basis),
            condition=condition if found.date == newest else None,
            evidence=context.document.evidence(found.block, found.start, found.end, rule=f"direction.{found.rule}"),
        )
