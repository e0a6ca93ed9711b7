"""Seats in rows and lists under a label that gives the capacity: MEMBERS, In attendance, `Chair: the …`.

Invariant: each entry is one post, or several parted by commas; prose under a label is left to the sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..graph.facts import SeatCapacity
from .context import Context
from .document import Block
from .remits_scope import governs
from .seats import Seat, body_about, capacity_of, pieces, seat_of

_STEM = re.compile(
    r"\bmembers(?:hip)?\s+(?:are|is|will\s+be|shall\s+be|comprises?|consists?\s+of|includes?|will\s+comprise|shall\s+comprise)(?:\s+the\s+following)?\s*:?\s*$|\b(?:comprises?|consists?\s+of|comprise|consist\s+of|made\s+up\s+of)(?:\s+the\s+following(?:\s+members)?)?\s*[:-]*\s*$",
    re.IGNORECASE,
)
_COMES = re.compile(r"\b(?:attend|in\s+attendance|be\s+invited)\b[^.]{0,60}:\s*$", re.IGNORECASE)
_INLINE = re.compile(r"(?P<label>[A-Z][A-Za-z -]{3,30}?)\s*(?::|\s-)\s+(?=\S)")
_VERB = re.compile(r"\b(?:is|are|will|shall|must|may|has|have|should|can|consisting|comprising|includes?|which)\b")
_ASIDE = re.compile(r"\bquorum|\bmeet|\bterm of office|\bby invitation|\battend\b", re.IGNORECASE)
_LONGEST = 140
_RUN = 600
"""Characters of the longest entry, and of the longest list that stands in one paragraph."""

Found = tuple[Block, Seat, str | None, SeatCapacity, str]


def listed(context: Context, block: Block) -> Iterator[Found]:
    """The posts that a block lists under its label: block, seat, body, capacity, rule."""
    label, rule, first = _inline(context, block) or (*_label(context, block), 0)
    if label is None or (block.kind == "heading" and not first):
        return
    entries = _entries(block, first)
    for start, end in entries or [(first, len(block.clean))]:
        text = block.clean[start:end]
        if _ASIDE.search(text) or (
            not entries and re.search(r"\b(?:consisting|comprising|of\s+which|of\s+whom)\b", text)
        ):
            continue
        alone = not entries and block.kind != "item" and "," in text and len(text) < _RUN
        several = list(pieces(context, block, start, end)) if alone and not _VERB.search(text) else []
        seats = (
            several
            if len(several) > 1
            else [seat_of(context, block, start, end)]
            if len(text) <= _LONGEST or entries
            else []
        )
        for seat in seats:
            if seat is None or (label == "chair" and any(m.kind == "person" for m in context.names.mentions(block))):
                continue
            yield block, seat, body_about(context, block), "chair" if seat.chair else label, rule


def _inline(context: Context, block: Block) -> tuple[SeatCapacity, str, int] | None:
    """The capacity that a label on the same line gives (`Chair: Director of …`), in terms of reference and rules."""
    found = _INLINE.match(block.clean) if governs(context, block) or context.head.kind == "rules" else None
    capacity = capacity_of(found["label"]) if found else None
    if not found or capacity is None or block.cell:
        return None
    return capacity, "label", found.end()  # type: ignore[return-value]  # capacity_of gives a capacity of seats


def _entries(block: Block, first: int = 0) -> list[tuple[int, int]]:
    """The entries of a block that lists them line by line, or parted by semicolons; none for prose."""
    lines = [line.clean.strip() for line in block.text.lines()]
    whole = next((i for i, line in enumerate(lines) if not _entry(line)), len(lines))
    cuts = lines[:whole] if whole > 1 and not (block.mark or first) else []
    if block.clean.count(";") > 1:
        cuts = [re.sub(r"^and\s+", "", part.strip(" .")) for part in block.clean[first:].split(";")]
    spans, at = [], first
    for text in cuts:
        start = block.clean.find(text, at) if text else -1
        if start >= 0:
            at = start + len(text)
            spans.append((start, at))
    return spans if len(spans) > 1 else []


def _entry(line: str) -> bool:
    """Whether a printed line can be an entry of its own: a few words from a capital on, no sentence."""
    short = re.split(r",\s+(?:at\s+least\s+)?\w+\s+of\s+(?:whom|which)\b", line)[0]
    return (
        bool(re.match(r"[A-Z0-9(]", line))
        and len(short.split()) <= 12
        and not _VERB.search(short)
        and not short.endswith((".", ":"))
    )


def _label(context: Context, block: Block) -> tuple[SeatCapacity | None, str]:
    blocks = context.document.blocks
    found: str | None = None
    if block.cell and block.cell.column:
        head = next((b for b in context.document.row(block.cell) if b.cell and b.cell.column == 0), None)
        found = capacity_of(head.clean) if head else None
        return found, "row"  # type: ignore[return-value]  # capacity_of gives a capacity of seats
    if block.cell:
        return None, "row"
    before = (
        block.index - 1
        if block.kind == "paragraph" and block.index and blocks[block.index - 1].clean.endswith(":")
        else None
    )
    for index in (block.stem, before, block.section):
        if index is not None and found is None:
            above = blocks[index]
            found = capacity_of(above.clean)
            if found is None and index != block.section:
                found = "member" if _STEM.search(above.clean) else "attendee" if _COMES.search(above.clean) else None
            if (
                block.kind != "item"
                and index == block.section
                and len(block.clean.split()) > 14
                and not _entries(block)
            ):
                found = None
    return found, "list"  # type: ignore[return-value]  # likewise
