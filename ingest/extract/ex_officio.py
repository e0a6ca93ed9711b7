"""Posts that terms of reference, directions or decisions make chair, member or attendee of a body.

Read from rows and lists under labels (MEMBERS, In attendance, CHAIR), and from sentences (`will be chaired by the …`,
`its other members are …`, `… will be in attendance`). Invariant: a seat names a post, never a person alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...graph.facts import Certainty, ExOfficio, SeatCapacity
from ..context import Context
from ..document import Block
from ..names_tokens import key_of
from ..seats import Seat, body_about, capacity_of, seat_of
from ..seats_told import told

_STEM = re.compile(
    r"\bmembers(?:hip)?\s+(?:are|is|will\s+be|shall\s+be|comprises?|consists?\s+of|includes?|will\s+comprise|shall\s+comprise)(?:\s+the\s+following)?\s*:?\s*$|\b(?:comprises?|consists?\s+of|comprise|consist\s+of|made\s+up\s+of)(?:\s+the\s+following(?:\s+members)?)?\s*:?\s*$",
    re.IGNORECASE,
)


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
            yield from _listed(context, block)
        if block.kind != "heading":
            yield from told(context, block)


def _listed(context: Context, block: Block) -> Iterator[tuple[Block, Seat, str | None, SeatCapacity, str]]:
    """A post as an entry of a row or list whose label gives the capacity."""
    label, rule = _label(context, block)
    if label is None or block.kind == "heading":
        return
    entries = _entries(block) or [(0, len(block.clean))]
    for start, end in entries:
        if len(block.clean) > 140 and len(entries) == 1:
            continue
        line = block.text.part(start, end)
        seat = seat_of(context, block, start, end)
        if seat and not re.search(r"\bquorum|\bmeet|\bterm of office", line.clean, re.IGNORECASE):
            capacity: SeatCapacity = "chair" if seat.chair else label
            if label == "chair" and any(m.kind == "person" for m in context.names.mentions(block)):
                continue
            yield block, seat, body_about(context, block), capacity, rule


def _entries(block: Block) -> list[tuple[int, int]]:
    """The entries of a block that lists them line by line, or parted by semicolons; none for prose."""
    if block.mark or re.search(r"[.;]\s+[A-Z][a-z]+\s+(?:\w+\s+){0,6}?(?:is|are|will|shall|must|may)\b", block.clean):
        return []
    lines = [line.clean.strip() for line in block.text.lines()]
    cuts = (
        lines
        if len(lines) > 1 and all(len(line.split()) <= 12 for line in lines) and not block.clean.rstrip().endswith(".")
        else []
    )
    if block.clean.count(";") > 1:
        cuts = [re.sub(r"^and\s+", "", part.strip(" .")) for part in block.clean.split(";")]
    spans, at = [], 0
    for text in cuts:
        start = block.clean.find(text, at) if text else -1
        if start >= 0:
            at = start + len(text)
            spans.append((start, at))
    return spans if len(spans) > 1 else []


def _label(context: Context, block: Block) -> tuple[SeatCapacity | None, str]:
    found: str | None = None
    if block.cell and block.cell.column:
        head = next((b for b in context.document.row(block.cell) if b.cell and b.cell.column == 0), None)
        found = capacity_of(head.clean) if head else None
        return found, "row"  # type: ignore[return-value]  # capacity_of gives a capacity of seats
    if block.cell:
        return None, "row"
    for index in (block.stem, block.section):
        if index is not None and found is None:
            above = context.document.blocks[index]
            found = capacity_of(above.clean)
            if found is None and index == block.stem and _STEM.search(above.clean):
                found = "member"
            if (
                block.kind != "item"
                and index == block.section
                and len(block.clean.split()) > 14
                and not _entries(block)
            ):
                found = None
    return found, "list"  # type: ignore[return-value]  # likewise
