"""Posts beside names in rolls, rows of tables and blocks one under the other.

Invariant: a pair is made only where the layout leaves one reading: an entry of a roll, a cell of the same row that is
nothing but a post, as many posts under names as names.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from .context import Context
from .document import Block, Text
from .holders import Held, Passage, helds, known_body, officer_of_meeting
from .names_posts import begins_post, posts_in
from .names_tokens import Tokens, tokens_of
from .people import Entry
from .roll_entries import roll_entries
from .seats import body_about, capacity_of
from .words import words

_PRESIDES = re.compile(r"\bin\s+the\s+chair\b|\bpresid(?:ed|ing)\b", re.IGNORECASE)
"""Who presides at a meeting need not hold the post of its chair."""
_CHAIR = re.compile(r"\b(?:Chair\s?person|Chair(?:man|woman)?)\b", re.IGNORECASE)


def from_roll(context: Context) -> Iterator[tuple[Held | None, tuple[int, int]]]:
    """The posts of the entries of a roll, each with the span of its entry in the document's text (also those without)."""
    starts = [block.text.span()[0] for block in context.document.blocks]
    if context.head.kind != "minutes":
        return
    for entry in roll_entries(context.document):
        span = entry.text.span()
        if span[1] - span[0] > 260:
            continue
        yield None, span
        block = context.document.blocks[max(0, bisect_right(starts, span[0]) - 1)]
        other = context.document.blocks[max(0, bisect_right(starts, span[1] - 1) - 1)]
        for held in _entry(context, block, entry):
            whole = replace(held, until=other, stop=_inside(other.text, span[1])) if _in_row(block, other) else held
            yield whole, span


def _in_row(block: Block, other: Block) -> bool:
    """Whether two cells are of one row, the second after the first."""
    a, b = block.cell, other.cell
    return a is not None and b is not None and (a.table, a.row) == (b.table, b.row) and block.index < other.index


def _entry(context: Context, block: Block, entry: Entry) -> Iterator[Held]:
    first, last = entry.text.span()
    start, end = _inside(block.text, first), _inside(block.text, last)
    if end <= start:
        end = len(block.clean)
    clerked = re.search(r"\b(?:clerk\w*|minutes|notes?)\b[^.;\n]{0,14}$", block.clean[:start], re.IGNORECASE)
    if (
        entry.capacity == "chair"
        and not clerked
        and not (entry.role and re.search(r"\bchair", entry.role, re.IGNORECASE))
    ):
        shown = block.clean[max(0, start - 24) : end + 20]
        printed = _CHAIR.search(_PRESIDES.sub("", shown))
        if printed or not _PRESIDES.search(shown):
            title = printed[0].capitalize() if printed else "Chair"
            yield Held(
                entry.person,
                title,
                context.head.body,
                past=False,
                block=block,
                start=start,
                end=end,
                rule="roll",
            )
    if not entry.role:
        return
    role = re.sub(r"^(?:from|and|by|the)\s+", "", " ".join(entry.role.split()))
    if len(role.split()) > 18 or re.search(r"\b(?:was|were|is|are|has|had|have|will)\b", role):
        return
    tokens = tokens_of(role)
    for post in posts_in(tokens, 0, len(tokens.words), lambda phrase: known_body(context, phrase)):
        said = role[tokens.starts[post.start] : tokens.ends[post.role - 1]].strip(" ,-(")
        if said.count("(") > said.count(")"):
            said = said[: said.rindex("(")].strip(" ,-")
        if "(" not in said:
            said = said.rstrip(")")
        body = role[tokens.starts[post.body] : tokens.stops[post.until - 1]] if post.until > post.body else None
        if body is None and officer_of_meeting(said):
            body = context.head.body
        yield Held(entry.person, said, body, post.past, block, start, end, "roll")


def _inside(text: Text, offset: int) -> int:
    """The place in a clean text of an offset of the document."""
    return min(bisect_left(text.starts, offset), len(text.clean))


def only_post(context: Context, block: Block) -> bool:
    """Whether a block is nothing but a post."""
    tokens = context.names.tokens(block)
    if not len(tokens.words) or len(tokens.words) > 14 or begins_post(tokens, 0, len(tokens.words)) is None:
        return False
    return all(
        not word[0].isalpha() or tokens.caps[i] or tokens.lower[i] in {"of", "for", "and", "the", "to", "at"}
        or tokens.lower[i] in words("role_modifiers") or tokens.lower[i] in words("portfolio_words")
        for i, word in enumerate(tokens.words)
    ) and tokens.words[-1] not in {":", "."}  # fmt: skip


def only_people(context: Context, block: Block) -> list[tuple[int, int]]:
    """The people of a block that is nothing but people; empty if it holds anything else."""
    people = [(m.start, m.end) for m in context.names.mentions(block) if m.kind == "person"]
    rest = block.clean
    for start, end in reversed(people):
        rest = rest[:start] + rest[end:]
    return people if people and not rest.strip(" ,;/&-.") else []


def in_rows(context: Context) -> Iterator[Held]:
    """Rows of tables with a person in one cell and a post in another."""
    rows: dict[tuple[int, int], list[Block]] = {}
    for block in context.document.blocks:
        if block.cell and not block.cell.head:
            rows.setdefault((block.cell.table, block.cell.row), []).append(block)
    for row in rows.values():
        people = [b for b in row if len(only_people(context, b)) == 1]
        posts = [b for b in row if only_post(context, b) and b not in people]
        if len(people) != 1 or not posts:
            continue
        start, end = only_people(context, people[0])[0]
        name = people[0].clean[start:end]
        for post in posts:
            label = capacity_of(post.clean) == "chair"
            passage = Passage.of(context, post)
            for printed in helds(passage, name, (0, len(passage.tokens)), (0, len(post.clean)), "row"):
                held = printed
                if label:
                    held = replace(held, role=held.role.capitalize(), body=body_about(context, post))
                if people[0].index <= post.index:
                    yield Held(
                        name, held.role, held.body, held.past, people[0], start, end, "row", post, len(post.clean)
                    )
                else:
                    yield Held(name, held.role, held.body, held.past, post, 0, len(post.clean), "row", people[0], end)


def under(context: Context) -> Iterator[Held]:
    """Posts in the line under the names, as in signatures: as many columns as names."""
    blocks = context.document.blocks
    for block, below in itertools.pairwise(blocks):
        if block.cell or below.cell or (below.kind == "heading" and block.kind != "heading" and below.level < 4):
            continue
        people = only_people(context, block)
        if not people or only_people(context, below) or len(block.clean) > 160 or len(below.clean) > 200:
            continue
        fields = _columns(below, context)
        if len(fields) < len(people):
            continue
        tokens = context.names.tokens(below)
        for (start, end), (first, last) in zip(people, fields, strict=False):
            if begins_post(tokens, first, last) is None:
                continue
            name = block.clean[start:end]
            for held in helds(Passage.of(context, below), name, (first, last), (0, len(below.clean)), "under"):
                yield Held(name, held.role, held.body, held.past, block, start, end, "under", below, held.end)


def _columns(block: Block, context: Context) -> list[tuple[int, int]]:
    """The stretches of tokens between gaps and ends of lines."""
    tokens: Tokens = context.names.tokens(block)
    cuts = [0, *[i for i in range(1, len(tokens.words)) if tokens.starts[i] in tokens.hard], len(tokens.words)]
    return [(a, b) for a, b in itertools.pairwise(cuts) if b > a]
