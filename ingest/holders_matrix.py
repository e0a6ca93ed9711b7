"""Tables of leads: a subject in the first column, and under each further heading the people who hold it.

`Portfolio | Lead Member | Lead Officer` gives `Lead Member, <portfolio>`; under a title of leads (`Staff and Governor
Leads`) a column `Staff Member` gives `Staff Lead, <subject>`, and in a column `(lead/deputy)` those after the first are
deputies. A subject that is a post itself is the post of those in the first column. Invariant: every row is read against
the one heading row above it, by columns, and names alone count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .context import Context
from .document import Block
from .holders import Held
from .names_phrases import role_end
from .names_tokens import tokens_of

_SUBJECT = re.compile(
    r"^(?:subjects?|areas?(?: of responsibility)?|portfolios?|themes?|topics?|responsibilit(?:y|ies)|(?:policy|link|lead|service|curriculum) areas?|role|priority|workstreams?|function)$",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\b(?:lead|leads|governors?|members?|staff|officers?|trustees?|directors?|link|champions?|sponsors?|councillors?|deputy|holder|manager)\b",
    re.IGNORECASE,
)


class Column(NamedTuple):
    """A column of people: where it begins on its line, and the posts of the first and of the further people in it."""

    at: int
    first: str
    further: str


class Field(NamedTuple):
    """A field of a row: its text, where it begins on its line, and its stretch of the block."""

    text: str
    at: int
    block: Block
    start: int
    end: int


def matrices(context: Context) -> Iterator[Held]:
    """The posts that tables of leads give."""
    rows = _rows(context)
    at = 0
    while at < len(rows):
        columns = _columns(rows, at)
        at += 1
        if not columns:
            continue
        empty = 0
        while at < len(rows) and empty < 3 and not _columns(rows, at):
            found = list(_row(context, rows[at], columns))
            empty = (
                0 if found or any(m.kind == "person" for m in context.names.mentions(rows[at][0].block)) else empty + 1
            )
            yield from found
            at += 1


def _rows(context: Context) -> list[list[Field]]:
    """The rows of tables, and the lines that fall into columns, as fields."""
    rows: dict[tuple[int, int, int], list[Field]] = {}
    for block in context.document.blocks:
        if block.cell:
            field = Field(block.clean, block.cell.column * 1000, block, 0, len(block.clean))
            rows.setdefault((0, block.cell.table, block.cell.row), []).append(field)
            continue
        tokens = context.names.tokens(block)
        cuts = [0, *[i for i in range(1, len(tokens)) if tokens.starts[i] in tokens.hard], len(tokens)]
        for first, stop in pairwise(cuts):
            if stop <= first:
                continue
            start, end = tokens.starts[first], tokens.ends[stop - 1]
            offset = block.text.starts[start]
            line = context.document.text.rfind("\n", 0, offset)
            rows.setdefault((1, line, 0), []).append(Field(block.clean[start:end], offset - line, block, start, end))
    return [fields for _, fields in sorted(rows.items(), key=lambda item: item[1][0].block.index)]


def _columns(rows: Sequence[list[Field]], at: int) -> list[Column]:
    """The columns of people that a heading row lays down; none if the row is no such heading."""
    fields = rows[at]
    if not 2 <= len(fields) <= 4 or not _SUBJECT.match(fields[0].text.strip(" :")):
        return []
    title = " ".join(f.text for row in rows[max(0, at - 2) : at] for f in row)[-90:]
    leads = {w.lower() for w in re.findall(r"\w+", title)} if re.search(r"\bLeads?\b", title) else set()
    out = []
    for field in fields[1:]:
        head = re.sub(r"\s*\([^)]*\)", "", field.text).strip(" :")
        if not _KIND.search(head) or len(head.split()) > 4:
            return []
        word = head.split()[0]
        lead = f"{word} Lead" if word.lower() in leads and "lead" not in head.lower() else head
        deputy = "deputy" in field.text.lower() and "lead" in lead.lower()
        out.append(Column(field.at, lead, re.sub(r"(?i)lead", "Deputy", lead) if deputy else lead))
    return out


def _row(context: Context, fields: Sequence[Field], columns: Sequence[Column]) -> Iterator[Held]:
    subject = fields[0]
    own = _post(subject.text)
    if len(subject.text.split()) > 9 or subject.at > columns[0].at - 2:
        return
    full = len(fields) == len(columns) + 1
    for order, field in enumerate(fields[1:]):
        near = order if full else min(range(len(columns)), key=lambda i: abs(columns[i].at - field.at))
        mentions = context.names.mentions(field.block)
        people = [m for m in mentions if m.kind == "person" and field.start <= m.start < field.end]
        for place, person in enumerate(people):
            column = columns[near]
            name = field.block.clean[person.start : person.end]
            role = (
                subject.text
                if own and near == 0
                else f"{column.first if place == 0 or near == 0 else column.further}, {_bare(subject.text)}"
            )
            if field.block is subject.block:
                yield Held(
                    name, role, None, past=False, block=field.block, start=subject.start, end=person.end, rule="matrix"
                )
            else:
                yield Held(
                    name, role, None, False, subject.block, 0, len(subject.text), "matrix", field.block, person.end
                )


def _post(text: str) -> bool:
    """Whether a subject is a post itself."""
    tokens = tokens_of(re.sub(r"\s*\([^)]*\)", "", text))
    return any(role_end(tokens, at) == len(tokens) for at in range(len(tokens)))


def _bare(subject: str) -> str:
    """A subject without a closing `Lead`."""
    return re.sub(r"\s+[Ll]ead$", "", subject.strip(" :"))
