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
from ..seats import Seat, body_about, capacity_of, pieces, seat_of
from ..sentences import sentences

_LIST = re.compile(
    r"\b(?:(?:other\s+|core\s+|voting\s+|standing\s+)?members(?:hip)?\b(?:\s+of\s+(?:the\s+|this\s+)?[\w&' -]{3,60}?)?\s+(?:are|is|will\s+be|shall\s+be|will\s+be\s+limited\s+to|includes?|will\s+include|shall\s+include|will\s+comprise|shall\s+comprise|comprises?|consists?\s+of|shall\s+consist\s+of|will\s+consist\s+of|be)"
    r"|(?:comprising|consisting|composed|made\s+up)(?:\s+of)?|(?:will|shall|would|to|does)?\s*(?:comprise[sd]?|be\s+comprised|consists?|be\s+made\s+up|is\s+made\s+up|be\s+composed|is\s+composed)\b(?:\s+of)?(?:\s+the\s+following)?|(?:whose|its|the)\s+members(?:hip)?\s+(?:are|is|includes?))\s*:?\s*",
    re.IGNORECASE,
)
_CHAIRED = re.compile(
    r"\b(?:(?:be\s+|is\s+|are\s+|was\s+)?(?:jointly\s+)?(?:chaired|led)\s+by|with|have|has)\s+(?:the\s+|an?\s+)?(?=\w)",
    re.IGNORECASE,
)
_CHAIRS = re.compile(
    r"^\s+(?:\([^)]*\)\s+)?(?:is|will\s+be|shall\s+be|to\s+be|acts?\s+as|will\s+act\s+as|will|shall)\s+(?:(?:the\s+)?(?:ex[\s-]officio\s+)?chair(?:man|person)?\b(?:\s+of\b|\s*[.,;]|\s+the\b|$)|chair\s+(?:the|all|its|meetings))",
    re.IGNORECASE,
)
_ATTEND = re.compile(
    r"^\s*(?:\([^)]*\)\s*)?(?:will|shall|may|to|are|is|would)\s+(?:also\s+|normally\s+|usually\s+|be\s+invited\s+to\s+|be\s+required\s+to\s+)*(?:be\s+in\s+attendance|in\s+attendance|attend(?:ing)?\b)",
    re.IGNORECASE,
)
_STEM = re.compile(
    r"\bmembers(?:hip)?\s+(?:are|is|will\s+be|shall\s+be|comprises?|consists?\s+of|includes?|will\s+comprise|shall\s+comprise)(?:\s+the\s+following)?\s*:?\s*$|\b(?:comprises?|consists?\s+of|comprise|consist\s+of|made\s+up\s+of)(?:\s+the\s+following(?:\s+members)?)?\s*:?\s*$",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"\b(?:in\s+attendance|attend(?:\s+\w+){0,3})\s*:\s*(?=\S)", re.IGNORECASE)
_AS_MEMBERS = re.compile(
    r"\bwith\s+(?P<list>[^.;]{4,200}?)\s+as\s+(?:(?:ex[\s-]officio|voting|core)\s+)?members\b", re.IGNORECASE
)
_MEMBERS = re.compile(
    r"^\s*(?:will|shall|is|are)\s+(?:also\s+)?(?:be\s+)?(?:an?\s+)?(?:ex[\s-]officio\s+|voting\s+|non-voting\s+|standing\s+)*members?\s+of\b",
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
            yield from _told(context, block)


def _listed(context: Context, block: Block) -> Iterator[tuple[Block, Seat, str | None, SeatCapacity, str]]:
    """A post as an entry of a row or list whose label gives the capacity."""
    label, rule = _label(context, block)
    if label is None or block.kind == "heading":
        return
    lines = block.text.lines() if len(block.text.breaks) > 1 and not block.mark and _ragged(block) else [block.text]
    at = 0
    for line in lines:
        start = block.clean.find(line.clean.strip(), at) if line.clean.strip() else at
        end = start + len(line.clean.strip())
        at = end
        if len(block.clean) > 140 and len(lines) == 1:
            continue
        seat = seat_of(context, block, start, end)
        if seat and not re.search(r"\bquorum|\bmeet|\bterm of office", line.clean, re.IGNORECASE):
            capacity: SeatCapacity = "chair" if seat.chair else label
            if label == "chair" and any(m.kind == "person" for m in context.names.mentions(block)):
                continue
            yield block, seat, body_about(context, block), capacity, rule


def _ragged(block: Block) -> bool:
    """Whether the lines of a block are entries of their own, not wrapped prose."""
    return all(len(line.clean.split()) <= 9 for line in block.text.lines()) and not re.search(
        r"[.;]\s+[A-Z]", block.clean
    )


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
            if block.kind != "item" and index == block.section and len(block.clean.split()) > 14:
                found = None
    return found, "list"  # type: ignore[return-value]  # likewise


def _told(context: Context, block: Block) -> Iterator[tuple[Block, Seat, str | None, SeatCapacity, str]]:
    text = block.clean
    for start, end in sentences(text):
        sentence = text[start:end]
        for match in _LIST.finditer(sentence):
            body = _body(context, block, start, start + match.start(), start + match.end())
            for seat in pieces(context, block, start + match.end(), end):
                yield block, seat, body, "chair" if seat.chair else "member", "members"
            break
        for match in _FOLLOWING.finditer(sentence) if context.head.kind != "minutes" else ():
            for seat in pieces(context, block, start + match.end(), end):
                yield block, seat, _terms_body(context, block), "attendee", "attends"
        for match in _AS_MEMBERS.finditer(sentence):
            body = _body(context, block, start, start + match.start(), start + match.start())
            for seat in pieces(context, block, start + match.start("list"), start + match.end("list")):
                yield block, seat, body, "member", "members"
        posts = [m for m in context.names.mentions(block) if m.kind == "post" and start <= m.start and m.end <= end]
        for match in _CHAIRED.finditer(sentence):
            yield from _chaired(context, block, match, start, end)
        for post in posts:
            after = text[post.end : end]
            said = text[post.start : post.end]
            if _CHAIRS.match(after):
                target = _after_body(context, block, post.end, end) or _body(
                    context, block, start, post.start, post.start
                )
                yield block, Seat(said, post.start, post.end, True), target, "chair", "chairs"
            elif _ATTEND.match(after) or _MEMBERS.match(after):
                attends = bool(_ATTEND.match(after))
                target = _terms_body(context, block) if attends else _after_body(context, block, post.end, end)
                if (attends and re.match(r"\s*to\s+attend", after)) or target is None:
                    continue
                for seat in pieces(context, block, start, post.end):
                    yield block, seat, target, "attendee" if attends else "member", "attends" if attends else "members"


def _chaired(
    context: Context, block: Block, match: re.Match[str], start: int, end: int
) -> Iterator[tuple[Block, Seat, str | None, SeatCapacity, str]]:
    """`chaired by the Post`, `led by an Independent Chair`, `will have an independent chair`."""
    text = block.clean
    at = start + match.end()
    verb = match[0].lower()
    if verb.startswith(("with", "have", "has", "led")) or " led " in f" {verb} ":
        chair = re.match(r"(?:independent|external|lay)\s+chair(?:man|person)?\b", text[at:end], re.IGNORECASE)
        if not chair or (verb.startswith("with") and not re.search(r"\bwith\s+an?\s+$", verb)):
            return
        yield (
            block,
            Seat(text[at : at + chair.end()], at, at + chair.end(), True),
            _body(context, block, start, start + match.start(), at),
            "chair",
            "chaired",
        )
        return
    post = next((m for m in context.names.mentions(block) if m.start == at), None)
    if post and post.kind == "post":
        after = next((m for m in context.names.mentions(block) if m.start >= post.end), None)
        if after and after.kind == "person" and after.start - post.end < 3:
            return
        body = _body(context, block, start, start + match.start(), at)
        yield block, Seat(text[post.start : post.end], post.start, post.end, True), body, "chair", "chaired"


def _body(context: Context, block: Block, start: int, at: int, stop: int) -> str | None:
    """The body that a sentence's clause before place `at` is about, or which it names between `at` and `stop`."""
    mentions = [m for m in context.names.mentions(block) if m.kind == "body"]
    named = [m for m in mentions if at <= m.start < stop] or [m for m in mentions if start <= m.start and m.end <= at]
    if named and re.search(r"\band\s+$", block.clean[start:at]):
        return named[0].name
    if named:
        return named[-1].name
    before = block.clean[start:at]
    if (
        re.search(r"\b(?:[Tt]his|[Tt]he|[Tt]hat)\s+(?:group|board|committee|panel|forum|body|partnership)\b", before)
        and context.head.body
    ):
        return context.names.generics.about(block) or context.head.body
    generic = re.search(r"\b(?:[Tt]he|[Ii]ts?|[Tt]his)\b(?:\s+([A-Z][\w-]+))?", before)
    if generic and generic[1]:
        return context.names.resolve(generic[1], block)
    told = [m for m in mentions if m.end <= start]
    if told:
        sentence = block.clean.rfind(". ", 0, max(0, start - 2)) + 1
        return next((m.name for m in told if m.start >= sentence), told[-1].name)
    return body_about(context, block)


def _after_body(context: Context, block: Block, start: int, end: int) -> str | None:
    """The body named right after place `start` (`is the chair of the Board`)."""
    found = [m for m in context.names.mentions(block) if m.kind == "body" and start <= m.start < min(end, start + 60)]
    return found[0].name if found else None


def _terms_body(context: Context, block: Block) -> str | None:
    """The body of the passage: named first in the block, or that of the section."""
    bodies = [m.name for m in context.names.mentions(block) if m.kind == "body"]
    return bodies[0] if bodies else body_about(context, block)
