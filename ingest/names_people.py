"""The people of a document: those whose names the grammar knows, and those whom lists, posts and signatures show.

A name once found (attendance list, signature, honorific, post beside it) counts everywhere in the document.
Invariant: every person is printed in the document at the place given; linear in its length.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from .document import Block, Document
from .names_persons import honorifics_end, initial, name_end, person_at, post_nominals_end
from .names_phrases import no_surnames, role_end
from .names_signed import signed
from .names_tokens import Tokens, tokens_of
from .people import Entry
from .sought import Sought
from .words import words

_LABEL = re.compile(r"^\W*([A-Za-z][A-Za-z' ()/-]{1,40}?)\s*:\s*")
_CLOSING = Sought(
    re.compile(r"yours (?:sincerely|faithfully|ever)|\bsigned\b|kind regards|best wishes", re.IGNORECASE),
    "yours",
    "signed",
    "regards",
    "wishes",
)
_BREAK = frozenset({",", ";", "/", "&", "and", ":"})
_DOES = frozenset({"chaired", "clerked", "led", "written", "signed", "prepared", "presented", "proposed", "seconded"})
_SMALL = frozenset({"of", "for", "the", "and", "&"})
_PLURAL = frozenset({"cllrs", "councillors", "messrs", "drs", "governors", "trustees"})


class Printed(NamedTuple):
    """A person's name where it is printed: block, and the stretch of its clean text."""

    name: str
    block: int
    start: int
    end: int


def label_of(text: str) -> str:
    """A label as the vocabulary has it: lower case, letters alone, without a closing colon or dash."""
    return re.sub(r"[^a-z() -]", "", text.lower()).strip(" -")


def roll(document: Document, block: Block) -> str | None:
    """The label under which a block lists people (Present, Apologies, Members …), if it does."""
    labels = words("roll_labels")
    inline = _LABEL.match(block.clean)
    if inline and label_of(inline.group(1)) in labels:
        return label_of(inline.group(1))
    near = [document.blocks[i].clean for i in (block.stem, block.section) if i is not None]
    if block.cell and block.cell.column:
        near.extend(b.clean for b in document.row(block.cell) if b.cell and b.cell.column == 0)
    for text in near:
        label = label_of(text[:60])
        if label in labels:
            return label
    return None


def printed(document: Document, tokens: Sequence[Tokens], entries: Sequence[Entry] = ()) -> list[Printed]:
    """Every place where a person is named so that the name itself or its surroundings show it, in order.

    `entries` are those of the roll, if the document has one.
    """
    found: list[Printed] = []
    guesses: list[Printed] = []
    sure = 0
    closing = 0
    for block in document.blocks:
        own = tokens[block.index]
        grammar = list(_by_grammar(block, own))
        listed = roll(document, block) is not None or closing > 0
        grammar.extend(p for p in _by_post(block, own, listed=listed) if p not in grammar)
        found.extend(grammar)
        closing = 4 if _CLOSING.search(block.clean) else max(0, closing - 1)
        if listed:
            spans = {(p.start, p.end) for p in grammar}
            sure += len(grammar)
            guesses.extend(p for p in _pieces(block, own) if not any(s < p.end and p.start < e for s, e in spans))
    if guesses and sure * 2 >= len(guesses):
        found.extend(guesses)
    shown = {(p.block, p.start) for p in found}
    found.extend(
        Printed(block.clean[start:end], block.index, start, end)
        for block, start, end in signed(document.blocks, tokens)
        if (block.index, start) not in shown
    )
    found.extend(_enrolled(document, entries, found))
    found.extend(_with_initial(document, tokens, found))
    return sorted(set(found), key=lambda p: (p.block, p.start, p.end))


def _enrolled(document: Document, entries: Sequence[Entry], found: Sequence[Printed]) -> Iterator[Printed]:
    """The people of the roll whom nothing else shows."""
    known = {" ".join(parts(p.name)).lower() for p in found}
    starts = [block.text.span()[0] for block in document.blocks]
    for entry in entries:
        bare = parts(entry.person)
        at = entry.text.clean.find(entry.person)
        if len(bare) < 2 or " ".join(bare).lower() in known or at < 0 or len(bare) > 4:
            continue
        if any(word.lower() in no_surnames() or not word[0].isupper() for word in bare):
            continue
        offset = entry.text.starts[at]
        block = document.blocks[max(0, bisect_right(starts, offset) - 1)]
        start = bisect_left(block.text.starts, offset)
        if block.clean[start : start + len(entry.person)] == entry.person:
            yield Printed(entry.person, block.index, start, start + len(entry.person))


def _with_initial(document: Document, tokens: Sequence[Tokens], found: Sequence[Printed]) -> Iterator[Printed]:
    """Known surnames with initials before them (J. Keel, A Keel)."""
    known = {parts(p.name)[-1].lower() for p in found if len(parts(p.name)) > 1 or " " in p.name}
    for block in document.blocks:
        own = tokens[block.index]
        for at in range(len(own) - 1):
            if own.lower[at + 1] not in known:
                continue
            word = own.words[at]
            named = own.near(at + 1) and own.caps[at + 1]
            inside = at > 0 and own.near(at) and own.caps[at - 1]
            if named and not inside and word[0].isupper() and initial(word):
                yield _span(block, own, at, at + 2)


def _span(block: Block, tokens: Tokens, start: int, end: int) -> Printed:
    first, last = tokens.starts[start], tokens.stops[end - 1]
    return Printed(block.clean[first:last], block.index, first, last)


def _by_grammar(block: Block, tokens: Tokens) -> Iterator[Printed]:
    at = 0
    while at < len(tokens.words):
        end = person_at(tokens, at) if tokens.words[at][0].isupper() else None
        if end is None:
            at += 1
            continue
        yield _span(block, tokens, at, end)
        if tokens.lower[at] in _PLURAL:
            further = list(_further(block, tokens, end))
            yield from further
            while further and tokens.starts[end] < further[-1].end - 1 and end + 1 < len(tokens.words):
                end += 1
        at = end


def _further(block: Block, tokens: Tokens, at: int) -> Iterator[Printed]:
    """The further names after a plural form of address: Councillors A, B and C."""
    while at + 1 < len(tokens.words) and tokens.lower[at] in {",", "and", "&"}:
        start = at + 1 + (tokens.lower[at + 1] in {"and", "&"})
        end = name_end(tokens, start, 3) if start < len(tokens.words) else start
        if end == start or role_end(tokens, start) or honorifics_end(tokens, start) > start:
            break
        yield _span(block, tokens, start, end)
        at = end


def shaped(tokens: Tokens, at: int, most: int = 4) -> int | None:
    """Where two to four words that could be anybody's name end, if such begin at token `at`."""
    start = honorifics_end(tokens, at)
    if tokens.words[at] == "A":
        end = name_end(tokens, at + 1, 2)
        return end if end > at + 1 and not initial(tokens.words[end - 1]) else None
    if start >= len(tokens.words) or not (tokens.opens[start] or initial(tokens.words[start])):
        return None
    end = name_end(tokens, start, most)
    if (
        end - start < 2
        or initial(tokens.words[end - 1])
        or any(t in words("place_words") for t in tokens.lower[start:end])
    ):
        return None
    if end < len(tokens.words) and tokens.near(end) and tokens.caps[end] and tokens.lower[end] in no_surnames():
        return None
    return post_nominals_end(tokens, end)


def _by_post(block: Block, tokens: Tokens, *, listed: bool) -> Iterator[Printed]:
    """Names that a post stands beside: `Name, Post`, `Name (Post)`, `Name - Post`; in lists also `Name (initials)`."""
    at = 0
    while at < len(tokens.words):
        if not (tokens.opens[at] or tokens.words[at] == "A") or (at and tokens.near(at) and tokens.caps[at - 1]):
            at += 1
            continue
        end = shaped(tokens, at)
        if end is not None and at and tokens.lower[at - 1] in {"by", "by:"} and tokens.lower[at - 2] in _DOES:
            yield _span(block, tokens, at, end)
            at = end
            continue
        if end is not None and at > 1 and tokens.words[at - 1] in {",", "("} and _apposed(tokens, at, end):
            yield _span(block, tokens, at, end)
            at = end
            continue
        if end is None or end + 1 >= len(tokens.words) or tokens.lower[end] not in {",", "(", "-", "as"}:
            at += 1
            continue
        if (
            listed and tokens.words[end] == "(" and _initials_of(tokens, at, end, tokens.words[end + 1])
        ) or _post_begins(tokens, end + 1):
            yield _span(block, tokens, at, end)
        at = end


def _apposed(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a name stands between commas right after a post (`the first Mayor, Ives Marl, was …`)."""
    if end < len(tokens.words) and tokens.words[end] not in ({")"} if tokens.words[at - 1] == "(" else {",", ".", ";"}):
        return False
    for here in range(max(0, at - 14), at - 1):
        stop = role_end(tokens, here)
        if stop and all(tokens.caps[i] or tokens.lower[i] in _SMALL for i in range(stop, at - 1)):
            return tokens.words[stop] in {",", "of", "for"} or stop == at - 1
    return False


def _initials_of(tokens: Tokens, start: int, end: int, word: str) -> bool:
    name = iter("".join(tokens.words[start:end]).lower())
    capitals = sum(c.isupper() for c in word)
    if not (2 <= len(word) <= 4 and capitals > 1 and tokens.words[start][0] == word[0]):
        return False
    return tokens.words[end - 1][0].upper() in word[1:] and all(c in name for c in word.lower())


def _post_begins(tokens: Tokens, at: int) -> bool:
    """Whether a post begins at token `at`, modifiers and an article before its head allowed."""
    for here in range(at, min(at + 7, len(tokens.words))):
        if role_end(tokens, here):
            return tokens.caps[here] or here > at
        low = tokens.lower[here]
        if not (tokens.caps[here] or low in {"a", "an", "the", "and", "of", "&"} or low in words("role_modifiers")):
            return False
    return False


def _pieces(block: Block, tokens: Tokens) -> Iterator[Printed]:
    """Pieces of a list that have the shape of a name: at the beginning of a line or after a comma or the like."""
    inline = _LABEL.match(block.clean)
    lead = inline.end() if inline else 0
    breaks = set(block.text.breaks)
    fresh = True
    depth = 0
    at = 0
    while at < len(tokens.words):
        word = tokens.words[at]
        fresh = fresh or tokens.starts[at] in breaks or tokens.starts[at] in tokens.hard or tokens.starts[at] == lead
        depth += (word == "(") - (word == ")")
        if fresh and depth <= 0 and tokens.starts[at] >= lead:
            end = shaped(tokens, at)
            if end and (
                end == len(tokens.words) or not tokens.near(end) or not tokens.caps[end] or tokens.starts[end] in breaks
            ):
                yield _span(block, tokens, at, end)
                at, fresh = end, False
                continue
        fresh = tokens.lower[at] in _BREAK and depth <= 0
        at += 1


@lru_cache(maxsize=4096)
def parts(name: str) -> tuple[str, ...]:
    """The words of a person's name, without honorifics and letters after it."""
    if name.startswith("A ") and len(name) > 2:
        return ("A", *parts(name[2:]))
    tokens = tokens_of(name)
    start = min(honorifics_end(tokens, 0) if len(tokens.words) else 0, max(len(tokens.words) - 1, 0))
    end = name_end(tokens, start, 8)
    out = (
        [tokens.words[i][: tokens.stops[i] - tokens.starts[i]] for i in range(start, max(end, start + 1))]
        if len(tokens.words)
        else []
    )
    return tuple(out) or (name,)
