"""Posts that terms of reference, directions or decisions make chair, member or attendee of a body.

Read from rows and lists under labels (MEMBERS, In attendance, CHAIR), and from sentences (`will be chaired by the …`,
`its other members are …`, `… will be in attendance`). Invariant: a seat names a post, never a person alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...graph.facts import Certainty, ExOfficio, SeatCapacity
from ..context import Context
from ..document import Block
from ..names_tokens import key_of
from ..seats import Seat
from ..seats_listed import listed
from ..seats_told import told


def extract(context: Context) -> Iterator[ExOfficio]:
    """Each post once for each body and capacity."""
    seen: set[tuple[str, str, str]] = set()
    for block, seat, body, capacity, rule in _all(context):
        if not body:
            continue
        key = (key_of(seat.role), key_of(context.names.resolve(body, block)), capacity)
        if key in seen or not seat.role:
            continue
        seen.add(key)
        certainty: Certainty = "layout" if rule in {"row", "list"} else "explicit"
        evidence = context.document.evidence(
            block, seat.start, seat.end, rule=f"ex-officio.{rule}", certainty=certainty
        )
        yield ExOfficio(evidence=evidence, role=seat.role, body=body, capacity=capacity)


def _all(context: Context) -> Iterator[tuple[Block, Seat, str | None, SeatCapacity, str]]:
    for block in context.document.blocks:
        if context.head.kind != "minutes":
            yield from listed(context, block)
        if block.kind != "heading":
            yield from told(context, block)
