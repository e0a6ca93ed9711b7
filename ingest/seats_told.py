"""Seats that sentences give: `its members are …`, `chaired by …`, `shall attend`, `appointed from among the …`.

Invariant: a seat names a post, never a person alone; who is only eligible or invited once has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..graph.facts import SeatCapacity
from .context import Context
from .document import Block
from .remits_scope import governs
from .seats import Seat, body_about, pieces, seat_of
from .sentences import sentences
from .sought import Sought

_LIST = Sought(
    re.compile(
        r"\b(?:(?:other\s+|core\s+|voting\s+|standing\s+)?members(?:hip)?\b(?:\s+of\s+(?:the\s+|this\s+)?[\w&' -]{3,60}?)?\s+(?:are|is|will\s+be|shall\s+be|will\s+be\s+limited\s+to|includes?|must\s+(?:include|comprise)|will\s+include|shall\s+include|will\s+comprise|shall\s+comprise|comprises?|consists?\s+of|shall\s+consist\s+of|will\s+consist\s+of|be)"
        r"|(?:comprising|consisting|composed|made\s+up)(?:\s+of)?|(?:will|shall|would|to|does)?\s*(?:comprise[sd]?|be\s+comprised|consists?|be\s+made\s+up|is\s+made\s+up|be\s+composed|is\s+composed)\b(?:\s+of)?(?:\s+the\s+following)?|(?:whose|its|the)\s+members(?:hip)?\s+(?:are|is|includes?))\s*:?\s*",
        re.IGNORECASE,
    ),
    "member",
    "compris",
    "consist",
    "compose",
    "made up",
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
_FOLLOWING = re.compile(r"\b(?:in\s+attendance|attend(?:\s+\w+){0,3})\s*:\s*(?=\S)", re.IGNORECASE)
_AS_MEMBERS = re.compile(
    r"\bwith\s+(?P<list>[^.;]{4,200}?)\s+as\s+(?:(?:ex[\s-]officio|voting|core)\s+)?members\b", re.IGNORECASE
)
_MEMBERS = re.compile(
    r"^\s*(?:will|shall|is|are)\s+(?:also\s+)?(?:be\s+)?(?:an?\s+)?(?:ex[\s-]officio\s+|voting\s+|non-voting\s+|standing\s+)*members?\s+of\b",
    re.IGNORECASE,
)


_NOT_LISTED = re.compile(
    r"(?:(?:also|normally|usually|initially|all|each|only)\s+)*(?:appointed|elected|nominated|drawn|selected|chosen|required|expected|entitled|eligible|given|paid|invited|able|bound|subject|asked|reviewed|determined|made\s+aware|remunerated|reimbursed|informed|free|open|on|by|with|in|at|for|as|unpaid|decided|agreed|confirmed|representative\s+of|responsible|available|published|limited(?!\s+to)|kept|encouraged|present|provided|notified|voluntary|independent\s+of|from)\b",
    re.IGNORECASE,
)
"""What makes `members shall be …` no list of those who are members."""
_AMONG = re.compile(
    r"\b(?:appointed|elected|nominated|drawn|selected|chosen)\b[^.;]{0,60}?\bfrom(?:\s+(?:amongst|among|within))?\s+(?:(?:the|its|their)\s+)?(?P<posts>[^.;]+)",
    re.IGNORECASE,
)
_MADE_CHAIR = re.compile(
    r"^\s+(?:will|shall|is\s+to|to)\s+be\s+(?:appointed|elected|nominated|designated)\s+(?:(?:as|to\s+be)\s+)?(?:the\s+)?chair(?:man|person)?\b",
    re.IGNORECASE,
)
_CHAIR_IS = re.compile(
    r"(?<!vice-)(?<!vice )(?<!deputy )\bchair(?:man|person)?(?:\s+of\s+(?:the\s+)?[\w' &-]{3,60}?)?\s+(?:will|shall|is\s+to)\s+be\s+(?:(?:taken|held|occupied)\s+by\s+)?(?:the\s+|an?\s+)?(?=\w)(?!\w+ed\b|chosen|drawn|responsible|entitled)|\b(?:is|are|be)\s+chaired\s+by\s+(?:the\s+|an?\s+)(?=(?-i:[a-z]))",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\s+(?:holds?\s+office|(?:is|are|shall\s+be|will\s+be|sits?|serves?)(?:\s+(?:an?|on\s+the\s+\w+))?)\s+(?:as\s+)?ex[\s-]officio\b(?!\s+(?:\w+\s+)?members?\s+of)",
    re.IGNORECASE,
)
_ATTENDS = re.compile(
    r"\b(?:(?:will|shall|must|is\s+to|are\s+to)\s+(?:(?:also|normally|usually|routinely|all|be\s+invited\s+to|be\s+required\s+to|be\s+expected\s+to)\s+)*(?:be\s+in\s+attendance|attend\b)|attends?\s+by\s+invitation\b|(?<!to\s)attends?\s+(?:each|every|all|its|the)\s+(?:Board\s+|Committee\s+)?meetings?\b)",
    re.IGNORECASE,
)
_SPEAKS = Sought(
    re.compile(
        r"member|compris|consist|compos|made\s+up|chair|attend|\bled\s|appointed|drawn|elected|officio|ha(?:ve|s)\s+an?\s",
        re.IGNORECASE,
    ),
    "member",
    "compris",
    "consist",
    "compos",
    "made up",
    "chair",
    "attend",
    "led ",
    "appointed",
    "drawn",
    "elected",
    "officio",
    "has a",
    "have a",
)
"""What any sentence that gives a seat has in it."""
_NUMBER = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)\b", re.IGNORECASE)
_EVERY = re.compile(
    r"\s*(?:a\s+|an\s+)?(?:[\w-]+\s+){0,3}members?\s+of\s+(?P<all>(?:each|every|all)\s+(?:[a-z-]+\s+){0,2}committees?)\b",
    re.IGNORECASE,
)

Found = tuple[Block, Seat, str | None, SeatCapacity, str]


def told(context: Context, block: Block) -> Iterator[Found]:
    """The seats that the sentences of a block give: block, seat, body, capacity, rule."""
    for start, end in sentences(block.clean):
        sentence = block.clean[start:end]
        if _SPEAKS.search(sentence):
            yield from _membership(context, block, start, end)
            yield from _by_post(context, block, start, end)
            if governs(context, block) or context.head.kind == "rules":
                yield from _governing(context, block, start, end)


def _membership(context: Context, block: Block, start: int, end: int) -> Iterator[Found]:
    """The posts that a sentence lists as members or as those in attendance."""
    sentence = block.clean[start:end]
    for match in _LIST.finditer(sentence):
        if re.search(r"\bbe\s*:?\s*$|\b(?:are|is)\s*:?\s*$", match[0]) and _NOT_LISTED.match(sentence[match.end() :]):
            continue
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


def _by_post(context: Context, block: Block, start: int, end: int) -> Iterator[Found]:
    """What a sentence says of each post it names: that it chairs, attends or is a member."""
    text = block.clean
    posts = [m for m in context.names.mentions(block) if m.kind == "post" and start <= m.start and m.end <= end]
    for match in _CHAIRED.finditer(text[start:end]):
        yield from _chaired(context, block, match, start, end)
    for post in posts:
        after = text[post.end : end]
        said = text[post.start : post.end]
        if _CHAIRS.match(after) or (_MADE_CHAIR.match(after) and not re.search(r"\bmembers?$", said)):
            target = _after_body(context, block, post.end, end) or _body(context, block, start, post.start, post.start)
            seat = seat_of(context, block, post.start, post.end) or Seat(said, post.start, post.end, True)
            yield block, seat._replace(chair=True), target, "chair", "chairs"
        elif _ATTEND.match(after) or _MEMBERS.match(after):
            attends = bool(_ATTEND.match(after))
            every = _EVERY.search(after)
            target = _terms_body(context, block) if attends else _after_body(context, block, post.end, end)
            target = every["all"] if every and not attends else target
            if (attends and re.match(r"\s*to\s+attend", after)) or target is None:
                continue
            for seat in pieces(context, block, start, post.end):
                yield block, seat, target, "attendee" if attends else "member", "attends" if attends else "members"


def _governing(context: Context, block: Block, start: int, end: int) -> Iterator[Found]:
    """What terms of reference and constitutions say of posts that no name is made of (`a patient representative`)."""
    sentence = block.clean[start:end]
    if re.search(r"\bnot\b", sentence[:120]):
        return
    if among := _AMONG.search(sentence):
        posts = re.split(
            r"\s+(?:and\s+(?:shall|will|must)|who|which|for\s+a|at\s+(?:the|its)|every|each)\b", among["posts"]
        )[0]
        chair = bool(re.search(r"\bchair", sentence[: among.start()], re.IGNORECASE))
        body = _body(context, block, start, start + among.start(), start + among.start())
        first = start + among.start("posts")
        for seat in pieces(context, block, first, first + len(posts)):
            if seat.role[:1].isupper():
                yield block, seat, body, "chair" if chair else "member", "among"
    if office := _OFFICE.search(sentence):
        for seat in pieces(context, block, start, start + office.start()):
            yield block, seat, body_about(context, block), "member", "ex-officio"
    if attends := _ATTENDS.search(sentence):
        clause = max((m.end() for m in re.finditer(r"[;:]\s|,\s(?=the\s)", sentence[: attends.start()])), default=0)
        for seat in pieces(context, block, start + clause, start + attends.start()):
            yield block, seat, _terms_body(context, block), "attendee", "attends"
    if chair_is := _CHAIR_IS.search(sentence):
        at = start + chair_is.end()
        stop = re.search(
            r"[,.;(]|\s(?:who|and|or|known|in|at|for|with|will|shall|as|elected|appointed|nominated)\b",
            block.clean[at:end],
        )
        made = seat_of(context, block, at, at + stop.start() if stop else end)
        if made:
            yield block, made._replace(chair=True), body_about(context, block), "chair", "chaired"


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
    mentions = [m for m in context.names.mentions(block) if m.kind == "body" and not _NUMBER.match(m.name)]
    named = [m for m in mentions if at <= m.start < stop] or [m for m in mentions if start <= m.start and m.end <= at]
    if named and re.search(r"\band\s*$", block.clean[start:at]):
        return named[0].name
    if named:
        return named[-1].name
    before = block.clean[start:at]
    if (
        re.search(r"\b(?:[Tt]his|[Tt]he|[Tt]hat)\s+(?:group|board|committee|panel|forum|body|partnership)\b", before)
        and context.head.body
    ):
        return context.names.generics.about(block) or context.head.body
    generic = re.search(r"\b(?:[Tt]he|[Ii]ts?|[Tt]his)\b(?:\s+([A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3}))?", before)
    if generic and generic[1]:
        return context.names.resolve(generic[1], block)
    told = [m for m in mentions if m.end <= start]
    if told:
        sentence = block.clean.rfind(". ", 0, max(0, start - 2)) + 1
        return next((m.name for m in told if m.start >= sentence), told[-1].name)
    return body_about(context, block)


_STAFF = re.compile(r"(?:unit|department|directorate|team|service|office|staff|secretariat)$", re.IGNORECASE)


def _after_body(context: Context, block: Block, start: int, end: int) -> str | None:
    """The body named right after place `start` (`is the chair of the Board`)."""
    found = [m for m in context.names.mentions(block) if m.kind == "body" and start <= m.start < min(end, start + 60)]
    return found[0].name if found and not _STAFF.search(found[0].name) else None


def _terms_body(context: Context, block: Block) -> str | None:
    """The body of the passage: named first in the block, or that of the section."""
    bodies = [m.name for m in context.names.mentions(block) if m.kind == "body"]
    return bodies[0] if bodies else body_about(context, block)
