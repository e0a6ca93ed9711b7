"""Decisions: each limb of what the body resolves, recommends to itself or agrees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...graph.facts import Certainty, Decision
from ..agenda import item_of, paper_item, topic_of
from ..clauses import slots
from ..context import Context
from ..letters import writer
from ..resolutions import DECIDED, Limb, limbs

_TO_WHOM = re.compile(
    r"^\s*(?:that\s+)?(?:the\s+)?(?P<who>[A-Z][\w'&/ -]{2,80}?)\s+(?:is|are|be)\s+(?:therefore\s+|hereby\s+)?(?:recommended|asked|invited|requested)\b"
)
_CHOSEN = re.compile(r"\b(?:elected|appointed|co-opted)\b", re.IGNORECASE)
_MAKER = re.compile(r"\W*decision\s+(?:maker|taken\s+by|made\s+by)\s*:?\s*", re.IGNORECASE)
_NOTED_ONLY = re.compile(r"^(?:noted|acknowledged)\b", re.IGNORECASE)


def extract(context: Context) -> Iterator[Decision]:
    """One fact a limb."""
    head, document = context.head, context.document
    if head.kind in {"directions", "terms", "rules"}:
        return
    found = limbs(document, head.kind)
    chosen = {limb.block.index for limb in found if limb.kind == "resolved" and _CHOSEN.search(_words(limb))}
    for limb in found:
        if limb.kind == "approved" and _CHOSEN.search(_words(limb)) and _said_again(limb, chosen):
            continue
        body = _body(context, limb)
        text = limb.block.clean[limb.start : limb.end].strip()
        if not body or len(text) < 6 or (_NOTED_ONLY.match(text) and limb.opener is limb.block):
            continue
        item = item_of(document, limb.opener) if head.kind == "minutes" else paper_item(document)
        until = (limb.last, len(limb.last.clean)) if limb.last is not None else None
        certainty: Certainty = "inferred" if limb.kind == "approved" else "explicit"
        evidence = document.evidence(
            limb.block, limb.start, limb.end, rule=f"decision.{limb.kind}", certainty=certainty, until=until
        )
        yield Decision(
            body=body,
            date=head.date if limb.kind != "recommended" or head.kind != "letter" else None,
            item=item,
            number=_number(limb),
            deadline=due if (due := slots(text, head.date).deadline) and due[:4].isdigit() else None,
            topic=topic_of(document, limb.opener) if head.kind == "minutes" else None,
            evidence=evidence,
        )


def _words(limb: Limb) -> str:
    return limb.block.clean[limb.start : limb.end]


def _said_again(limb: Limb, chosen: set[int]) -> bool:
    """Whether an election that the minutes tell of is resolved in so many words right after it."""
    return any(limb.block.index <= at <= limb.block.index + 4 for at in chosen)


def _number(limb: Limb) -> str | None:
    return limb.number.strip("().") if limb.number else None


def _body(context: Context, limb: Limb) -> str | None:
    """Who decides: the body that is asked, else the body that meets."""
    asked = _TO_WHOM.match(limb.opener.clean)
    if asked and asked["who"].casefold() == "members" and context.head.organisation:
        return context.head.organisation
    if asked:
        return context.names.resolve(asked["who"], limb.opener)
    if limb.kind == "notice":
        return _maker(context) or context.head.body
    if limb.kind == "decided":
        who = DECIDED.search(limb.block.clean, limb.start, limb.end)
        if who and who["who"].casefold() in {"i", "we"}:
            return writer(context)
        return context.names.resolve(who["who"], limb.block) if who else None
    if context.head.kind == "letter":
        to = re.search(r"\bwe\s+recommend\s+that\s+you\b", limb.opener.clean, re.IGNORECASE)
        if whom := re.search(r"\brecommend\s+that\s+the\s+([A-Z]\w+(?:\s+of\s+State)?)\s*:?\s*$", limb.opener.clean):
            return context.names.resolve(whom[1], limb.opener)
        return _addressee(context) if to else None
    title = context.head.title or ""
    named = (
        title
        if context.head.kind == "minutes" and len(title.split()) < 8 and not re.search(r"minutes", title, re.IGNORECASE)
        else None
    )
    return context.head.body or context.head.organisation or named


def _maker(context: Context) -> str | None:
    """Who made the decision that a notice records: the post beside the name, else what stands after the label."""
    for block in context.document.blocks[:24]:
        if label := _MAKER.match(block.clean):
            said = block.clean[label.end() :].strip()
            if not said and block.cell:
                said = next((b.clean for b in context.document.row(block.cell) if b.index > block.index), "")
            person = next(
                (m for m in context.names.mentions(block) if m.kind == "person" and m.start >= label.end()), None
            )
            after = block.clean[person.end :].lstrip(" ,-") if person else ""
            return after or said or None
    return None


def _addressee(context: Context) -> str | None:
    for block in context.document.blocks:
        if found := re.match(r"^Dear\s+(.{3,60}?),?\s*$", block.clean):
            return context.names.resolve(found[1].strip(" ,"), block)
    return None
