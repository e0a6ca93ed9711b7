"""Statutory directions that the document is, or tells of."""

from __future__ import annotations

from collections.abc import Iterator

from ...graph.facts import Direction
from ..context import Context
from ..directions import directions


def extract(context: Context) -> Iterator[Direction]:
    """One fact a direction, its values gathered from the whole document."""
    for found in directions(context):
        yield Direction(
            date=found.date,
            issuer=found.issuer,
            addressee=found.addressee,
            status=found.status,
            until=found.until,
            revokes=tuple(found.revokes),
            basis=tuple(found.basis),
            evidence=context.document.evidence(found.block, found.start, found.end, rule=f"direction.{found.rule}"),
        )
