"""Statutory directions that the document is, or tells of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from ...graph.facts import Direction, DirectionStatus
from ..context import Context
from ..instruments import directions


def extract(context: Context) -> Iterator[Direction]:
    """One fact a direction, its values gathered from the whole document."""
    for found in directions(context):
        issuer = found.issuer
        yield Direction(
            date=found.date,
            issuer=issuer,
            addressee=context.names.resolve(found.addressee, found.block) if found.addressee else None,
            status=cast(DirectionStatus, found.status),
            until=found.until,
            revokes=tuple(found.revokes),
            basis=tuple(found.basis),
            evidence=context.document.evidence(found.block, found.start, found.end, rule=f"direction.{found.rule}"),
        )
