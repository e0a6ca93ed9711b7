"""Statutory directions that the document is, or tells of."""

from __future__ import annotations

from collections.abc import Iterator

from ...graph.facts import Direction
from ...graph.facts_lines import AGAIN
from ..context import Context
from ..directions import directions
from ..directions_end import end_condition, end_passage


def extract(context: Context) -> Iterator[Direction]:
    """One fact a direction, its values gathered from the whole document; the passage of its end again where it is another."""
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
        told = end_passage(context.document, found.until) if found.until else None
        if told and not (told[0] is found.block and found.start <= told[1] and told[2] <= found.end):
            proof = context.document.evidence(*told, rule=f"direction.until{AGAIN}")
            yield Direction(date=found.date, until=found.until, evidence=proof)
