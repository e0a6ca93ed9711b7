"""Deliveries: what the document says has been done, by and to whom, when, and to meet what."""

from __future__ import annotations

from collections.abc import Iterator

from ...graph.facts import Delivery
from ..context import Context
from ..deliveries import deliveries


def extract(context: Context) -> Iterator[Delivery]:
    """One fact a thing done."""
    for one in deliveries(context):
        yield Delivery(
            action=" ".join(one.action.split())[:240],
            by=one.by,
            recipient=one.to,
            date=one.date,
            under=one.under,
            evidence=context.document.evidence(one.block, one.start, one.end, rule=f"delivery.{one.rule}"),
        )
