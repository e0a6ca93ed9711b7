"""Who holds which post: names with a post printed beside, before or after them, and sentences that say so.

Invariant: person and role are printed where the evidence points; plain membership and organisations give nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...graph.facts import Certainty, Holds
from ..context import Context
from ..dates import find_dates
from ..document import Block
from ..holders import Held, beside
from ..holders_before import before
from ..holders_lists import from_roll, in_rows, under
from ..holders_matrix import matrices
from ..holders_said import again, said

_AS_AT = re.compile(r"\bas\s+(?:at|of)\s+", re.IGNORECASE)
_FROM = re.compile(
    r"[^.;]{0,40}?\b(?:with effect from|w\.?e\.?f\.?|effective from|(?<!apart )from)\s+(?:the\s+)?", re.IGNORECASE
)
_UNTIL = re.compile(
    r"[^.;()]{0,90}?\b(?:until|to|ending\s+on|expiring\s+on|up\s+to)\s+(?:the\s+)?(?=\d{1,2}\b)", re.IGNORECASE
)
_LEFT_ON = re.compile(
    r"[^.;]{0,60}?\b(?:on|with\s+effect\s+from|from|at\s+the\s+end\s+of|in)\s+(?:the\s+)?", re.IGNORECASE
)
_LEFT = re.compile(
    r"\b(?:stepped|stood|steps|stands)\s+down\b|\b(?:resign(?:ed|s)|retire[ds])\b|\bleft\b", re.IGNORECASE
)
_PLURAL = re.compile(r"^(?:Cllrs|Councillors|CLLRS|COUNCILLORS)\b")
_LAYOUT = frozenset({"matrix", "row", "label", "line", "roll", "under", "signature"})


def extract(context: Context) -> Iterator[Holds]:
    """Everybody said to hold a post, once for each post."""
    seen: set[tuple[str, str]] = set()
    titles: list[tuple[Held, Holds]] = []
    for held in _all(context):
        fact = _fact(context, held)
        person = context.names.resolve(fact.person, held.block).lower()
        key = (person, " ".join(fact.role.lower().replace(",", " ").split()))
        if held.rule == "title":
            titles.append((held, fact))
        elif key not in seen:
            seen.add(key)
            yield fact
    for held, fact in titles:
        person = context.names.resolve(fact.person, held.block).lower()
        if not any(who == person and fact.role.lower().split()[-1] in role for who, role in seen):
            seen.add((person, fact.role.lower()))
            yield fact


def _all(context: Context) -> Iterator[Held]:
    listed: list[tuple[int, int]] = []
    for held, span in from_roll(context):
        listed.append(span)
        if held:
            yield held
    for held in matrices(context):
        listed.append((held.block.text.span(held.start)[0], held.block.text.span(0, held.end)[1]))
        yield held
    for block in context.document.blocks:
        for held in (*beside(context, block), *before(context, block), *said(context, block), *again(context, block)):
            at = block.text.span(held.start, held.start + 1)[0]
            if held.rule == "title" or not any(start <= at < end for start, end in listed):
                yield held
    yield from in_rows(context)
    yield from under(context)


def _fact(context: Context, held: Held) -> Holds:
    certainty: Certainty = "layout" if held.rule in _LAYOUT and held.rule != "roll" else "explicit"
    until = (held.until, held.stop) if held.until else None
    rule = f"holds.{held.rule}"
    evidence = context.document.evidence(held.block, held.start, held.end, rule=rule, certainty=certainty, until=until)
    body = context.names.resolve(held.body, held.block) if held.body else None
    day = None if held.past else as_of(context, held.block, layout=held.rule in _LAYOUT)
    since = _since(held)
    day = None if since and day and since > day else day
    person = _PLURAL.sub(lambda match: match[0][:-1], held.person)
    until_day = _until(context, held)
    if until_day and _LEFT.search(held.block.clean[held.start : held.end]):
        day = None
    return Holds(evidence=evidence, person=person, role=held.role, body=body, as_of=day, from_=since, to=until_day)


def _since(held: Held) -> str | None:
    """The day from which a post is held, where the sentence goes on to say so."""
    told = _FROM.match(held.block.clean[held.end : held.end + 120])
    dates = find_dates(held.block.clean[held.end + told.end() : held.end + told.end() + 40]) if told else []
    return dates[0].iso if dates and dates[0].start < 3 else None


def _until(context: Context, held: Held) -> str | None:
    """The day until which a post is held, where the sentence goes on to say so, or on which somebody left it."""
    after = held.block.clean[held.end : held.end + 160]
    left = bool(_LEFT.search(held.block.clean[held.start : held.end]))
    told = _LEFT_ON.match(after) if left else _UNTIL.match(after)
    near = after[told.end() : told.end() + 40] if told else ""
    dates = find_dates(near, near=context.head.date)
    return dates[0].iso if dates and dates[0].start < 3 else None


def as_of(context: Context, block: Block, *, layout: bool = False) -> str | None:
    """The day for which a block speaks: `as at …` over it, the last date line before it in a letter, else the document's.

    `layout` says that it is an entry of a list or table, whose title may stand some way above.
    """
    for heading in context.document.headings(block):
        stated = _AS_AT.search(heading.clean)
        dates = find_dates(heading.clean[stated.end() :]) if stated else []
        if dates and dates[0].start < 3:
            return dates[0].iso
    for earlier in context.document.blocks[max(0, block.index - 90) : block.index] if layout else ():
        stated = _AS_AT.search(earlier.clean) if len(earlier.clean) < 90 else None
        dates = find_dates(earlier.clean[stated.end() :]) if stated else []
        if dates and dates[0].start < 3:
            return dates[0].iso
    if context.head.kind != "letter":
        return context.head.date
    for index in range(block.index, -1, -1):
        for line in context.document.blocks[index].text.lines():
            text = line.clean.strip()
            dates = find_dates(text) if len(text) < 50 else []
            if (
                len(dates) == 1
                and text[: dates[0].start].strip(" :").lower() in {"", "date", "dated"}
                and not text[dates[0].end :].strip(" .")
            ):
                return dates[0].iso
    return context.head.date
