"""The agenda as the document follows it: which item a block belongs to.

Invariant: the item of a block is the number of the nearest heading, numbered paragraph or row above it that numbers the
business of the meeting; a paragraph's own number (`7.2`) counts as the sub-item.
"""

from __future__ import annotations

import re

from .document import Block, Document

_OPENS = re.compile(r"(?::\s*-?|\bRESOLVED|\bAGREED|\bthat|\bto)\s*$", re.IGNORECASE)
_ITEM = re.compile(r"\b(?:agenda\s+)?item\s+(?:no\.?\s*)?:?\s*(\d{1,3}[a-z]?)\b", re.IGNORECASE)


def item_of(document: Document, block: Block) -> str | None:
    """The number of the agenda item that a block stands under, as printed without its stops; None where none is."""
    above = document.headings(block)
    named = next((n for h in above if (n := h.number or _listed(document, h))), None)
    own = _own(document, block)
    if own and (named is None or not own.isdigit() or _later(own, named) or _follows(document, block, own, named)):
        return own
    if named and above and not above[0].number and own and own.isdigit():
        return named
    at = block.stem
    while at is not None:
        stem = document.blocks[at]
        if own := _own(document, stem):
            return own
        at = stem.stem
    if named:
        return named
    if block.kind != "heading" and not block.number:
        before = next(
            (b for b in reversed(document.blocks[: block.index]) if b.kind == "heading" or _own(document, b)), None
        )
        return _own(document, before) if before and before.kind != "heading" else None
    return None


def topic_of(document: Document, block: Block) -> str | None:
    """The heading of the business that a block stands under: the numbered one, else the nearest; None where none is."""
    above = document.headings(block)
    numbered = next((h for h in above if h.number or _listed(document, h)), None)
    heading = numbered or next(iter(above), None)
    return heading.clean.strip(" .:") or None if heading else None


def _later(own: str, named: str) -> bool:
    """Whether a minute's number follows the one of the heading above it (2777 under 2771): business of its own."""
    return own.isdigit() and named.isdigit() and len(own) == len(named) > 2 and 0 < int(own) - int(named) < 100


def _follows(document: Document, block: Block, own: str, named: str) -> bool:
    """Whether a block's number goes on with the numbers of the business: `10.` after `9.`, though `7.2` is the heading."""
    head = named.split(".", maxsplit=1)[0]
    if block.kind != "item" or not own.isdigit() or not head.isdigit() or not 0 < int(own) - int(head) < 40:
        return False
    before = next((b for b in reversed(document.blocks[: block.index]) if b.number.isdigit() and not b.cell), None)
    return before is not None and int(before.number) in {int(own) - 1, int(own)} and before.mark[-1:] == block.mark[-1:]


def _own(document: Document, block: Block) -> str | None:
    """A block's own number, if it numbers the business rather than a limb."""
    if not block.number or block.cell:
        return None
    if block.kind == "paragraph" and re.fullmatch(
        r"\d{1,4}(?:\.\d{1,3})*|[A-Z/]{1,6}[\d/.:-]+|\d{2}-\d{2}/[A-Z]+/\d+", block.number
    ):
        return block.number
    stem = document.blocks[block.stem] if block.stem is not None else None
    first = stem is None or stem.kind == "heading" or not _OPENS.search(stem.clean)
    return block.number if block.kind == "item" and block.number.isdigit() and first else None


def _listed(document: Document, heading: Block) -> str | None:
    """The number that the agenda at the head of the document gives to a heading's words."""
    words = re.sub(r"[^a-z]", "", heading.clean.casefold())
    if len(words) < 3:
        return None
    for block in document.blocks[:60]:
        if block.index >= heading.index:
            return None
        entry = re.sub(r"\([^()]*\)", "", block.clean)
        if (
            block.number
            and re.sub(r"[^a-z]", "", entry.casefold())[: len(words)]
            == words[: len(re.sub(r"[^a-z]", "", entry.casefold()))]
        ):
            return block.number
    return None


def paper_item(document: Document) -> str | None:
    """The agenda item that a report is written for, as its head says (`Agenda item 7`)."""
    for line in document.lines[:14]:
        if found := _ITEM.search(line.clean):
            return found[1]
    return None
