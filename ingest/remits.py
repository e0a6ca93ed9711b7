"""The remit of a body as terms of reference state it: items of aim, role and objectives, told apart into acts and functions.

Invariant: a stretch of an item is an act or a function, never both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from .clauses import is_gerund, is_verb
from .context import Context
from .document import Block
from .duty import Duty
from .instruments import mandate_at
from .remits_acts import ACT, is_act, parts
from .remits_scope import body_of, states_remit
from .remits_told import told
from .sentences import sentences
from .sought import Sought

_FROM = re.compile(r"^\(?from\s+(?:the\s+)?directions?\)?:?$", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:[A-Z][\w'/-]*)(?:\s[\w'/-]+){0,7}?\s(?:will|shall|must|may|should|is\s+to|are\s+to)\s")
"""An item that is a sentence of its own, with a subject and a modal."""
_MODAL_END = re.compile(r"\b(?:will|shall|must|should|may)\s*:?\s*-?$")
_TITLE = re.compile(
    r"(?:[A-Z][\w'&/-]*|and|of|the|for|in|to|&|-|with|,)(?:,?\s+(?:[A-Z][\w'&/-]*|and|of|the|for|in|to|&|-|with))*$"
)
_VESTED = Sought(
    re.compile(
        r"\bfunctions?\s+(?:of\s+(?:the\s+)?[\w' &-]{3,60}?\s+)?(?:which\s+are\s+)?(?:(?:to|shall|will)\s+be\s+)?(?:exercised|exercisable|delegated|discharged|transferred|reserved)\s+(?:by|to)\s+(?:the\s+)?(?P<body>[A-Za-z][\w' &-]+?)\s*(?:(?:are|is)(?:\s+as\s+follows)?\s*:?|:)?\s*-?\s*(?:\(.*)?$",
        re.IGNORECASE,
    ),
    "function",
)
VESTS = Sought(
    re.compile(
        r"(?:\b[Tt]he\s+)?(?P<body>[A-Z][\w'& -]{2,60}?)\s+(?:shall|will|must|may|is\s+to|are\s+to)\s+exercise\s+(?:all\s+of\s+)?the\s+following\s+functions\b[^:]*:\s*-?$"
    ),
    "following functions",
)
"""A stem that gives the functions of its list to somebody."""
_OWN_VERB = re.compile(r"\b(?:must|shall|will|may|should|can|has|have|means|is|are)\b")
_FUNCTIONS = re.compile(
    r"(?:(?:All|The|Any|Those)\s+(?:\w+\s+)?)?(?:functions?|powers?|duties|responsibilit\w+)\b(?!.*\bto\s+be\s+exercised\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A stretch of a body's remit: `block.clean[start:end]`, the body, whether a particular act; `listed` in a list or row."""

    block: Block
    start: int
    end: int
    body: str
    act: bool
    who: str | None = None
    last: Block | None = None
    listed: bool = False


@lru_cache(maxsize=8)
def items(context: Context) -> tuple[Item, ...]:
    """The items of all remits of a document, in order."""
    out: list[Item] = []
    for block in context.document.blocks:
        if block.kind != "heading":
            out.extend(Item(block, a, b, body, act=False) for a, b, body in told(context, block))
            if vested := _vested(context, block):
                out.append(vested)
                continue
        if block.kind == "heading" or not states_remit(context, block):
            continue
        body = body_of(context, block)
        if body:
            out.extend(replace(item, listed=True) for item in _items(context, block, body))
    return tuple(out)


def _vested(context: Context, block: Block) -> Item | None:
    """A function that an annex gives to somebody (`Functions to be exercised by the Commissioners`), its sub-list included."""
    above = context.document.headings(block)[:2]
    if block.stem is not None:
        above.insert(0, context.document.blocks[block.stem])
    found = next((m for h in above if (m := VESTS.search(h.clean) or _VESTED.search(h.clean))), None)
    if not found or block.kind != "item" or block.level > 1:
        return None
    if not _FUNCTIONS.match(block.clean) and _OWN_VERB.search(block.clean):
        return None
    inner = context.document.items(block)
    body = context.names.resolve(found["body"].title() if found["body"].isupper() else found["body"], block)
    return Item(block, 0, len(block.clean.rstrip(" .;")), body, act=False, last=inner[-1] if inner else None)


def _items(context: Context, block: Block, body: str) -> Iterator[Item]:
    """The stretches of an item; of a cell that lists its tasks as sentences, those of each."""
    spans = sentences(block.clean) if block.cell else []
    if len(spans) > 1 and all(_begins(block.clean[a:b]) for a, b in spans):
        for a, b in spans:
            for start, end, act in parts(block.clean[a:b].rstrip(" ;.,")):
                yield Item(block, a + start, a + end, body, act)
        return
    yield from _one(context, block, body)


def _begins(text: str) -> bool:
    """Whether a sentence begins with a verb, as a task does."""
    first = re.split(r"[^\w-]", text)[0]
    return is_verb(first) or is_gerund(first) or first.casefold() == "to"


def _one(context: Context, block: Block, body: str) -> Iterator[Item]:
    clean = next((block.clean[a:b] for a, b in sentences(block.clean)), block.clean).rstrip(" ;.,")
    if not _begins(clean) and _SUBJECT.match(clean):
        return
    clean = re.sub(r"[;,]?\s+and$", "", clean)
    if _MODAL_END.search(clean) or _FROM.match(clean) or len(clean.split()) < 3 or clean.endswith("?"):
        return
    listed = block.kind == "item" or block.cell is not None or bool(re.match(r"To\s+[a-z]", clean))
    if not listed:
        return
    if (
        block.kind == "item"
        and block.number
        and not is_verb(clean.split()[0])
        and not re.match(r"(?:To\s+[a-z]|[A-Z]?[a-z]+ing\b|[a-z]|[A-Z][a-z]+\s+(?:the|a|an|any|all|and)\b)", clean)
    ):
        return
    if re.match(r"(?:The|In|It|This|That|These|Where|If|Membership|Public)\s", clean) and not re.match(
        r"The\s+\w+\s+(?:is|are)\s+to\b", clean
    ):
        return
    hung = context.document.blocks[block.stem] if block.stem is not None else None
    first = re.split(r"[^\w-]", clean)[0]
    if _TITLE.match(clean) and not (is_verb(first) or is_gerund(first)):
        return
    if (
        block.cell
        and hung is not None
        and hung.cell
        and not (is_verb(first) or is_gerund(first) or first.casefold() == "to")
    ):
        return
    if re.search(r"\bby:?$|:$", clean):
        clean = re.sub(r"\s*(?:by)?\s*:?$", "", clean)
    whole = ACT.match(clean)
    if whole and whole["who"]:
        yield Item(block, 0, len(clean), body, True, whole["who"])
        return
    stretches = parts(clean)
    if re.match(r"That\s", clean) or not stretches:
        stretches = [(0, len(clean), is_act(clean))]
    for start, end, act in stretches:
        stop = len(clean[:end].rstrip(" ,;:"))
        yield Item(block, start, stop, body, act)


@lru_cache(maxsize=8)
def functions(context: Context) -> dict[int, tuple[tuple[int, int], ...]]:
    """By block, the spans of the functions that its text states: what stands in them is no duty."""
    out: dict[int, list[tuple[int, int]]] = {}
    for item in items(context):
        if not item.act:
            out.setdefault(item.block.index, []).append((item.start, item.end))
    return {index: tuple(spans) for index, spans in out.items()}


def listed_remit(context: Context, block: Block) -> bool:
    """Whether a block is an item of a remit, whose duties the remit itself gives."""
    return block.index in _listed(context)


@lru_cache(maxsize=8)
def _listed(context: Context) -> frozenset[int]:
    return frozenset(item.block.index for item in items(context) if item.listed)


def acts(context: Context) -> Iterator[Duty]:
    """The items that are particular acts, as duties of the body (`To ensure that X reports …` is a duty of X)."""
    for item in items(context):
        if not item.act:
            continue
        if item.who:
            at = item.block.clean.find(item.who) + len(item.who)
            yield Duty(
                item.block,
                item.start,
                item.end,
                at + 1,
                context.names.resolve(item.who, item.block),
                "remit-ensure",
                mandate_at(context, item.block),
            )
            continue
        lead = re.match(r"[Tt]o\s+", item.block.clean[item.start : item.end])
        yield Duty(
            item.block,
            item.start,
            item.end,
            item.start + (lead.end() if lead else 0),
            item.body,
            "remit",
            mandate_at(context, item.block),
        )
