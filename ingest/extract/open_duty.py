"""Duties whose bearer the text does not give: what must be done, by nobody named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...graph.facts import OpenDuty
from ..clauses import is_verb
from ..context import Context
from ..duties import open_duties

_HOPED = re.compile(r"\bit\s+is\s+(?:expected|anticipated|hoped|intended|proposed|envisaged|likely)\b", re.IGNORECASE)


def extract(context: Context) -> Iterator[OpenDuty]:
    """One fact a duty."""
    for duty in open_duties(context):
        text = duty.block.clean[duty.start : duty.end]
        if (
            is_verb(text.split()[0])
            or len(text.split()) < 6
            or text.startswith(("This ", "It "))
            or _HOPED.search(text)
        ):
            continue
        evidence = context.document.evidence(duty.block, duty.start, duty.end, rule=f"open_duty.{duty.rule}")
        action = duty.said or duty.block.clean[duty.action : duty.end]
        yield OpenDuty(action=" ".join(action.split())[:200], evidence=evidence)
