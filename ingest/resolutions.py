"""Resolutions: the places where a document decides, recommends or lists what was agreed, and their limbs.

A resolution is opened by a stem (`RESOLVED`, `It was agreed that`, `The Committee is recommended to:`, `The following
actions were agreed:`) and runs over the list that hangs on it, or over the paragraphs after it that begin with `That`,
or over the rest of its own sentence. Invariant: a limb is a stretch of one block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from .document import Block, Document
from .resolutions_told import decisions_told
from .sentences import sentences
from .sought import Sought

Kind = Literal["resolved", "recommended", "actions", "approved", "agreed", "decided", "notice"]

_WHO = r"(?:(?:the|that)\s+)?(?:[A-Z][\w'&/-]*(?:\s+(?:of|and|the|for)?\s*[A-Z][\w'&/-]*){0,8}|board|committee|council|panel|cabinet|governors|members|meeting|trustees|group|forum|councillors)"
_RESOLVED = re.compile(
    r"^(?:it\s+was\s+(?:therefore\s+)?(?:unanimously\s+)?|(?:the\s+)?(?:decision|resolution|board|committee|council|panel|cabinet|members|governors)\s*:?\s*)?\**\s*(?:RESOLVED|resolved|Resolved|RESOLUTION|Resolution|AGREED|Agreed|DECIDED|Decided|DECISIONS?|Decisions?(?=\s*:)|RECOMMENDED|ORDERED)\b(?!\s+(?i:record|no|number|ref)\b)(?:\s+unanimously|\s*\([^()]{3,40}\))?\**\s*(?P<rest>[:.–-]*\s*(?:(?:that|to)\s*:?\s*)?)",
    re.UNICODE,
)
_RECOMMENDED = Sought(
    re.compile(
        r"\b(?:is|are|be)\s+(?:therefore\s+|hereby\s+)?(?:recommended|asked|invited|requested)\s+(?:to|that)\s*(?:RESOLVE\s*(?:that|to)?|resolve\s*(?:that|to)?|agree\s+(?:that|to)|consider\s+and\s+agree)?\s*:?\s*$|\b(?:it\s+is\s+)?recommended\s+(?:that|to)\b[^.:]{0,80}:\s*$|\bwe\s+(?:therefore\s+)?recommend\s+that\s+(?:you|the\s+[A-Z]\w+(?:\s+of\s+State)?)\s*:?\s*$|\brecommends?\s+(?:that|to)\s*(?:the\s+[\w ]{3,40})?\s*:\s*$|^recommendations?\s*:?\s*$|^that\s+(?:the\s+)?[\w' ]{3,70}?\s*(?:is|are)?\s*(?:asked|invited|requested)?\s*(?:to)?\s*:\s*$",
        re.IGNORECASE,
    ),
    "recommend",
    "asked",
    "invited",
    "requested",
    "that",
)
_ACTIONS = Sought(
    re.compile(
        r"\b(?:following|these)\s+(?:\w+\s+)?(?:actions?|points|matters|next\s+steps|items|recommendations|decisions|proposals)\s+(?:were|was|are)\s+(?:\w+\s+)?(?:agreed|approved|resolved)\b|^agreed\s+actions?\s*:?\s*$|\bit\s+was\s+(?:further\s+)?(?:agreed|resolved)\s*(?:that|to)?\s*:\s*$|\b(?:agreed|resolved)\s+(?:that|to|the\s+following)\s*:\s*$",
        re.IGNORECASE,
    ),
    "agreed",
    "approved",
    "resolved",
)
_BARE = re.compile(
    r"\W*(?:all\s+)?(?:agreed|approved|accepted|carried|adopted|ratified)(?:\s+unanimously)?\W*", re.IGNORECASE
)
DECIDED = re.compile(
    r"(?<![\w'])(?:[Tt]he\s+)?(?P<who>(?:Secretary\s+of\s+State|Inspector|Minister|Mayor|Commissioners?|Commission|Authority|Council|Board|Panel|Adjudicator|Ombudsman|Tribunal|Regulator|Department|Cabinet|Executive|Ministers)|I|[Ww]e)\s+(?:has|have)\s+(?:therefore\s+|accordingly\s+|also\s+|now\s+|hereby\s+|today\s+)?(?:decided|determined|resolved)\s+(?:to|that|not\s+to)\b"
)
_VOTE = re.compile(
    r"[.;]?\s+\(?(?:(?:It\s+was\s+)?(?:[Pp]roposed|[Pp]rop\b|[Mm]oved)\s*(?:by\b|:|Cllr|Councillor|Mr|Mrs|Ms|[A-Z])|[Ss]econded\s+by|All\s+(?:were\s+)?in\s+favour|Carried|Unanimous\b|Vote\b|\(\d+\s+(?:votes\s+)?for).*$",
    re.DOTALL,
)
_DECIDES = re.compile(
    r"\**(?:(?:unanimously|formally|also)\s+)?(?:APPROVED|AGREED|RESOLVED|RATIFIED|ENDORSED|ACCEPTED|ADOPTED|DELEGATED|AUTHORISED|APPOINTED|RECOMMENDED|DECIDED|SUPPORTED|CONFIRMED|ELECTED|REQUESTED|INSTRUCTED|DIRECTED)\b",
    re.IGNORECASE,
)
_WHO_STEM = Sought(
    re.compile(
        r"(?:^|[.,]\s|\bthat\s|discussion,?\s+|then\s)(?:the\s+)?(?:board|committee|council|panel|cabinet|governors|members|trustees|group|forum|executive|partnership|authority|sub-committee|governing\s+(?:body|board)|directors|assembly|[A-Z]{3,6})\s*:\s*-?$",
        re.IGNORECASE,
    ),
    ":",
)
_DECISION_HEAD = re.compile(
    r"(?:decisions?|resolutions?|outcome|decision\s*/\s*action|agreed)(?:\s+(?:made|taken|reached))?\s*:?",
    re.IGNORECASE,
)
_DECISION_TITLE = re.compile(r"\W*(?:the\s+)?decisions?(?:\s+(?:made|taken|details?))?\W*", re.IGNORECASE)
_NOTICE = re.compile(
    r"\W*(?:decision\s+(?:maker|taken\s+by|made\s+by|notice|record)|(?:record|notice)\s+of\s+(?:an?\s+)?(?:executive\s+|officer\s+|delegated\s+|key\s+|individual\s+)*decision|(?:officer|delegated|executive)\s+(?:executive\s+)?decision\s+(?:record|notice|form))\b",
    re.IGNORECASE,
)
_THAT = re.compile(r"^(?:that|to)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Limb:
    """A limb: `block.clean[start:end]`, with the number of its list if it has one; `opener` is the block that decides.

    `last` is the block it runs to, where its title and the decision on it stand apart (`Minutes` / `Agreed`).
    """

    block: Block
    start: int
    end: int
    kind: Kind
    number: str | None
    opener: Block
    last: Block | None = None


@lru_cache(maxsize=1)
def limbs(document: Document, kind: str) -> tuple[Limb, ...]:
    """The limbs of all resolutions, recommendations and lists of agreed actions of a document of a kind, in order."""
    return tuple(_limbs(document, kind))


def _limbs(document: Document, kind: str) -> Iterator[Limb]:
    taken: set[int] = set()
    record = kind == "minutes"
    for block in document.blocks:
        if block.index in taken:
            continue
        for limb in _opened(document, block, kind, record=record):
            if limb.block.index not in taken or limb.block is block:
                taken.add(limb.block.index)
                yield limb


def _opened(document: Document, block: Block, kind: str, *, record: bool) -> Iterator[Limb]:
    clean = block.clean
    if record and block.index and _BARE.fullmatch(clean) and not _items(document, block):
        title = document.blocks[block.stem if block.stem is not None else block.index - 1]
        if len(title.clean) < 160 and (title.cell is None) == (block.cell is None):
            yield Limb(title, 0, len(title.clean), "approved", None, title, block)
        return
    resolved = _RESOLVED.match(clean)
    if resolved and record:
        if resolved.end() < len(clean) and clean[resolved.end() :].strip():
            yield from _here(block, resolved.end(), document)
        elif _items(document, block) or (not block.number and block.kind != "item"):
            yield from _list(document, block, "resolved")
        else:
            yield Limb(block, 0, len(clean), "resolved", None, block)
        return
    stripped = clean.rstrip()
    if record and _ACTIONS.search(stripped):
        yield from _list(document, block, "actions")
        return
    if _RECOMMENDED.search(stripped) and (block.kind != "heading" or _items(document, block)):
        if any(_RECOMMENDED.search(item.clean.rstrip()) and document.items(item) for item in _items(document, block)):
            return
        yield from _list(document, block, "recommended")
        return
    if kind in {"report", "other"} and _DECISION_TITLE.fullmatch(stripped) and _is_notice(document):
        yield from _list(document, block, "notice")
        return
    if kind == "letter":
        for start, end in sentences(clean):
            if DECIDED.search(clean, start, end):
                yield Limb(block, start, end, "decided", None, block)
    if record and _WHO_STEM.search(stripped):
        for item in _items(document, block):
            if _DECIDES.match(item.clean):
                yield Limb(item, 0, len(item.clean), "agreed", item.number or None, block)
        return
    if not record or block.kind == "heading":
        return
    if block.cell and block.cell.row and _DECISION_HEAD.fullmatch(_column_head(document, block)):
        if len(clean.split()) > 1 and not re.match(
            r"(?:noted?|none|n/?a|for\s+(?:information|noting))\b", clean, re.IGNORECASE
        ):
            yield Limb(block, 0, len(clean), "resolved", None, block)
        return
    yield from _told(document, block)


@lru_cache(maxsize=4)
def _is_notice(document: Document) -> bool:
    """Whether a document is the notice or record of a decision."""
    return any(_NOTICE.match(block.clean) for block in document.blocks[:20])


def _told(document: Document, block: Block) -> Iterator[Limb]:
    """The decisions that sentences of minutes tell of."""
    for start, end, kind, opens in decisions_told(block.clean):
        if opens and _items(document, block):
            yield from _list(document, block, kind)
        else:
            yield Limb(block, start, end, kind, None, block)


def _column_head(document: Document, block: Block) -> str:
    """The heading of the column in which a cell stands."""
    assert block.cell
    for other in document.blocks[max(0, block.index - 120) : block.index]:
        cell = other.cell
        if cell and cell.table == block.cell.table and cell.row == 0 and cell.column == block.cell.column:
            return other.clean.strip()
    return ""


def _here(block: Block, at: int, document: Document) -> Iterator[Limb]:
    """A resolution in the rest of its own block, then the list on it."""
    clean = block.clean
    that = re.search(r"\b(?:that|to)\b\s*:?\s*$", clean[:at], re.IGNORECASE)
    start = that.start() if that and clean[at:].strip() else at
    if clean.rstrip().endswith(":") or not clean[at:].strip():
        yield from _list(document, block, "resolved")
        return
    end = len(clean)
    action = re.search(r"\s(?:ACTION|Action)\s*(?:by)?\s*:", clean[start:])
    if action:
        end = start + action.start()
    first = next(
        (b for a, b in sentences(clean[start:end]) if not _THAT.match(clean[start + b :].lstrip())), end - start
    )
    end = min(end, start + first)
    if vote := _VOTE.search(clean, start + 10, end):
        end = vote.start() + (clean[vote.start()] in ".;")
    yield Limb(block, start, end, "resolved", None, block)
    listed = _items(document, block)
    if listed and (listed[0].number.strip("().").casefold() in {"", "1", "i", "a"} or clean.rstrip().endswith(":")):
        yield from _list(document, block, "resolved")


def _items(document: Document, block: Block) -> list[Block]:
    """The list that hangs on a block, or stands right after it at the head of its section."""
    found = document.items(block)
    if found:
        return found
    after = block.index + 1
    if after < len(document.blocks) and block.kind != "item":
        follower = document.blocks[after]
        if follower.kind == "item" and (follower.stem is None or follower.stem == block.index):
            return [
                b
                for b in document.blocks[after : after + 60]
                if b.kind == "item" and b.stem == follower.stem and b.index - after < 60
            ]
    return []


def _list(document: Document, block: Block, kind: Kind) -> Iterator[Limb]:
    """The limbs of the list on a stem, or the paragraphs after it that begin with `That`."""
    items = _items(document, block)
    if items:
        for item in items:
            if _is_action_line(item.clean):
                continue
            yield Limb(item, 0, len(item.clean), kind, item.number or None, block)
        return
    if kind not in {"resolved", "actions"} and block.kind != "paragraph":
        return
    for follower in document.blocks[block.index + 1 : block.index + 12]:
        if follower.kind == "heading" or follower.cell or _is_stem(follower.clean):
            return
        if _THAT.match(follower.clean) or (follower.index == block.index + 1 and kind == "resolved"):
            yield Limb(follower, 0, len(follower.clean), kind, follower.number or None, block)
        elif not _is_action_line(follower.clean):
            return


def _is_stem(text: str) -> bool:
    """Whether a paragraph is nothing but a word that decides, its limbs below it."""
    found = _RESOLVED.match(text)
    return found is not None and not text[found.end() :].strip()


def _is_action_line(text: str) -> bool:
    return bool(re.match(r"^\**\s*(?:actions?\b|action\s+by\b)\s*[:-]", text, re.IGNORECASE))
