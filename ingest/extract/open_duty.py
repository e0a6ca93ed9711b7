"""Duties whose bearer the text does not give: what must be done, by nobody named."""

from __future__ import annotations

from collections.abc import Iterator

from ...graph.facts import OpenDuty
from ..context import Context
from ..duties import open_duties


def extract(context: Context) -> Iterator[OpenDuty]:
    """One fact a duty."""
    for duty in open_duties(context):
        text = duty.block.clean[duty.start : duty.end]
        if len(text.split()) < 6 or text.startswith(("This ", "It ")):
            continue
        evidence = context.document.evidence(duty.block, duty.start, duty.end, rule=f"open_duty.{duty.rule}")
        action = duty.said or duty.block.clean[duty.action : duty.end]
        yield OpenDuty(action=" ".join(action.split())[:200], evidence=evidence)
