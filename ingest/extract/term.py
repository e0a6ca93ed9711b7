"""Terms of bodies and papers, how often a body meets, and meetings of it that a paper tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...graph.facts import Term
from ..clauses import is_verb
from ..context import Context
from ..dates import find_dates
from ..document import Block
from ..frequency import find_frequencies
from ..told_meetings import told_meetings

_ROW = re.compile(
    r"^(?:date|term|duration|period|frequency|frequency\s+of\s+meetings|meetings?|meeting\s+frequency)$", re.IGNORECASE
)
_MEETS = re.compile(
    r"\b(?:meets?|meeting(?:s)?\s+will\s+be\s+held|will\s+(?:normally\s+|aim\s+to\s+)?meet|shall\s+meet|is\s+to\s+meet|at\s+its)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"Annual\s+(?:[A-Z]\w+\s+)*(?:Meeting|Assembly|Council|Report|Review)\b")
_SECOND = re.compile(r"\b(?:and|or|to|but)\s+(?:(?:will|shall|must|may|should|also|then|is|are|to)\s+)*(\w+)")
_TWO = re.compile(r"^(?P<from>.+?)\s*(?:-|to|until)\s*(?P<month>[A-Z][a-z]+)\s+(?P<year>\d{2})$")


def extract(context: Context) -> Iterator[Term]:
    """One fact a body and passage."""
    for block in context.document.blocks:
        if block.kind == "heading":
            continue
        if block.cell and block.cell.column:
            yield from _row(context, block)
            continue
        yield from _prose(context, block)
        yield from _told(context, block)


def _row(context: Context, block: Block) -> Iterator[Term]:
    """The DATE and FREQUENCY rows of terms of reference."""
    assert block.cell
    label = next((b.clean for b in context.document.row(block.cell) if b.cell and b.cell.column == 0), "")
    if not _ROW.match(label.strip(" :")):
        return
    body = next(
        (
            b.clean
            for b in context.document.blocks
            if b.cell and b.cell.table == block.cell.table and b.cell.column == 1
            and re.fullmatch(r"name|title|body", next((c.clean for c in context.document.row(b.cell) if c.cell and c.cell.column == 0), ""), re.IGNORECASE)
        ),
        context.names.resolve("the Board", block),
    )  # fmt: skip
    text = block.clean
    short = _TWO.match(text)
    dates = [d.iso for d in find_dates(f"{short['from']} - {short['month']} 20{short['year']}" if short else text)]
    often = next((f.iso for f in find_frequencies(text)), None)
    if dates or often:
        evidence = context.document.evidence(block, rule="term.row", certainty="layout")
        yield Term(
            name=body,
            from_=dates[0] if dates else None,
            to=dates[1] if len(dates) > 1 else None,
            meets=often,
            evidence=evidence,
        )


def _prose(context: Context, block: Block) -> Iterator[Term]:
    """Bodies that a sentence says meet every so often."""
    named = [m for m in context.names.mentions(block) if m.kind == "body"]
    for often in find_frequencies(block.clean):
        before = [m for m in named if m.end <= often.start and often.start - m.end < 60]
        if not before:
            continue
        between = block.clean[before[-1].end : often.start]
        after = block.clean[often.end : often.end + 12]
        titled = re.match(r"\s+meetings?\b", after, re.IGNORECASE) and not between.strip()
        if _NAME.match(block.clean[often.start :]):
            continue
        if titled or (_MEETS.search(between) and not re.search(r"[.;]", between) and not _acts_else(between)):
            evidence = context.document.evidence(block, before[-1].start, often.end, rule="term.prose")
            yield Term(name=before[-1].name, meets=often.iso, evidence=evidence)


def _acts_else(between: str) -> bool:
    """Whether a second act stands between a body's meeting and a frequency, which is then that act's."""
    meets = list(_MEETS.finditer(between))[-1]
    return any(is_verb(match[1]) for match in _SECOND.finditer(between, meets.end()))


def _told(context: Context, block: Block) -> Iterator[Term]:
    """Meetings that the paper is not the record of."""
    for told in told_meetings(context, block):
        evidence = context.document.evidence(block, told.start, told.end, rule=f"term.{told.rule}")
        if told.first:
            yield Term(name=told.body, first_met=told.day, evidence=evidence)
        else:
            yield Term(name=told.body, met=told.day, evidence=evidence)
