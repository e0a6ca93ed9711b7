"""The remit of a body as terms of reference state it: items of aim, role and objectives, told apart into acts and functions.

An item is a particular act, and so a duty, if it is something one can tick off: submit, report, meet, set up,
co-operate, publish. Everything else under such a heading is a function. Invariant: an item is one or the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .clauses import is_gerund, is_verb
from .context import Context
from .document import Block
from .duty import Duty
from .instruments import in_terms, mandate_at
from .remits_told import told

_LABEL = re.compile(
    r"^\W*(?:\d+[.)]?\s*)?(?:(?:key|main|overall|strategic|general|specific|core|principal)\s+)*(?:aims?|roles?(?:\s+of\s+the\s+[\w ]+)?|objectives?|purposes?|functions?|remit|responsibilit\w+|scope|duties|terms\s+of\s+reference|outputs?|key\s+outputs|(?:roles?|aims?|purposes?)\s+(?:and|&)\s+\w+|what\s+we\s+do|delegated\s+\w+|accountabilit\w+)(?:\s+of\s+the\s+[\w ]{3,40})?\s*:?\W*$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"^\W*(?:members?|membership|attendees?|chair|frequency|quorum|name|date|meetings?|secretariat|standard\s+agenda|agenda\s+items|standard|servicing|officer\s+support|background|timing|review|reporting|wider\s+work|proceedings|declarations?|record|preparation|context|resources|voting|conduct)\b",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"^(?:to\s+)?(?:ensure\s+that\s+(?:the\s+|a\s+)?(?P<who>(?-i:[A-Z])[\w' ]{2,60}?)\s+(?P<v>reports|submits|provides|meets)\b|(?:submit|report|meet|set\s*up|setting\s+up|set|co-?operat|publish|appoint|conven|hold(?:ing)?\s+(?:a\s+|an\s+|regular\s+|at\s+least\s+)?(?:\w+\s+)?meeting|produc|prepar|elect|nominat|consider\s+and\s+make\s+recommendations|make\s+recommendations|approve|recommend\s+to|refer|receive\s+and\s+approve|agree\s+(?:the|an?)\s|adopt|sign|arrang|carry\s+out\s+an?\s|undertake\s+an?\s|conduct\s+an?\s|complete|maintain\s+a\s+register|notify|inform|circulat|distribut|establish|invite|seek\s+approval|provide\s+(?:an?\s+)?(?:annual|quarterly|monthly|regular|written|\w+ly)\s+|present\s+an?\s|deliver\s+an?\s+(?:annual|report)|escalat|review\s+(?:its|these|the)\s+(?:own\s+)?(?:terms|membership|effectiveness)|review\s+\w+\s+every|scrutinise\s+the\s+annual|write|nominate)\w*)\b",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"^(?:to\s+[a-z]|[A-Za-z]+ing\b|[A-Z][a-z]+e?\b)")
_BINDS = re.compile(
    r"\b(?:must|shall|will|is\s+to|are\s+to|required\s+to|has\s+a\s+duty\s+to)\s*:?\s*-?$|\b(?:achieved|done|delivered|undertaken|met)\s+(?:by|through)\s*:?\s*-?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"^\(?from\s+(?:the\s+)?directions?\)?:?$", re.IGNORECASE)


_VESTED = re.compile(
    r"\bfunctions?\s+(?:which\s+are\s+)?(?:to\s+be\s+)?(?:exercised|exercisable|delegated|discharged|transferred|reserved)\s+(?:by|to)\s+(?:the\s+)?(?P<body>[A-Za-z][\w' &-]+?)\s*(?:\(.*)?$",
    re.IGNORECASE,
)
_FUNCTIONS = re.compile(
    r"(?:(?:All|The|Any|Those)\s+(?:\w+\s+)?)?(?:functions?|powers?|duties|responsibilit\w+)\b(?!.*\bto\s+be\s+exercised\b)",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^(?:the|this)\s+(?:\w+\s+){0,3}?(?:group|board|committee|panel|forum|partnership|network|council|sub-group|commission|body)\s+(?:provides|exists\s+to|acts\s+as|serves\s+as|aims\s+to|seeks\s+to|offers|advises\s+on|considers|is\s+responsible\s+for|has\s+responsibility\s+for)\s*[:-]?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """An item of a body's remit: `block.clean[start:end]`, the body, whether it is a particular act."""

    block: Block
    start: int
    end: int
    body: str
    act: bool
    who: str | None = None
    last: Block | None = None


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
        if block.kind == "heading" or not _under_remit(context, block):
            continue
        body = _body(context, block)
        if body:
            out.extend(_items(context, block, body))
    return tuple(out)


def _under_remit(context: Context, block: Block) -> bool:
    """Whether a block stands in a row or section that states aims, roles or objectives."""
    document = context.document
    if block.cell:
        if not block.cell.column:
            return False
        label = " ".join(b.clean for b in document.row(block.cell) if b.cell and b.cell.column == 0)
        return bool(_LABEL.match(label)) and in_terms(context, block)
    hung = document.blocks[block.stem].clean if block.stem is not None else ""
    if _BINDS.search(hung) and not _announces(hung):
        return False
    above = document.headings(block)
    if above and _OTHER.match(above[0].clean):
        return False
    if (
        above
        and _LABEL.match(above[0].clean)
        and not re.search(r"terms\s+of\s+reference", above[0].clean, re.IGNORECASE)
    ):
        return in_terms(context, block) or context.head.kind in {"terms", "rules"}
    stem = document.blocks[block.stem] if block.stem is not None else None
    while stem is not None:
        if _announces(stem.clean):
            return True
        stem = document.blocks[stem.stem] if stem.stem is not None else None
    return False


def _announces(text: str) -> bool:
    """Whether a stem announces the remit of a body (`The Board will perform the following roles:`)."""
    return bool(
        re.search(
            r"\b(?:following\s+(?:roles?|functions?|responsibilit\w+|aims|objectives|purposes?)|(?:aims?|roles?|objectives?|purposes?|functions?|remit)\s+(?:of\s+(?:the\s+)?[\w ]{2,60}\s+)?(?:is|are|will\s+be)(?:\s+to)?|(?:work\s+programme|focus)\s+(?:will\s+)?focus\w*\s+on\b.*includes?|in\s+particular\s+(?:the|it)\b.*\bfocus\s+on|key\s+outputs\s+will\s+include|shall\s+be)\s*(?::\s*-?|-)\s*$",
            text,
            re.IGNORECASE,
        )
        or _OPENS.search(text)
    )


def _body(context: Context, block: Block) -> str | None:
    """The body whose remit it is: named in the stem, in the table's NAME row, by the section, by the head."""
    stem = context.document.blocks[block.stem] if block.stem is not None else None
    if stem is not None:
        for m in context.names.mentions(stem):
            if m.kind == "body":
                return m.name
        generic = re.search(
            r"\b(?:the|this)\s+(board|panel|group|committee|forum|partnership|sub-committee|commission)\b",
            stem.clean,
            re.IGNORECASE,
        )
        if generic:
            return context.names.resolve(generic[0], block)
    if block.cell:
        for other in context.document.blocks:
            if (
                other.cell
                and other.cell.table == block.cell.table
                and other.cell.column == 1
                and re.fullmatch(
                    r"(?:name|title|body|committee|group|board)(?:\s+of\s+\w+)?:?",
                    _label(context, other),
                    re.IGNORECASE,
                )
            ):
                return other.clean
    for heading in context.document.headings(block):
        for m in context.names.mentions(heading):
            if m.kind == "body":
                return m.name
    generic_name = context.names.resolve("the Board", block)
    return context.head.body or (generic_name if generic_name.casefold() != "board" else None)


def _vested(context: Context, block: Block) -> Item | None:
    """A function that an annex gives to somebody (`Functions to be exercised by the Commissioners`), its sub-list included."""
    above = context.document.headings(block)[:2]
    if block.stem is not None:
        above.insert(0, context.document.blocks[block.stem])
    found = next((m for h in above if (m := _VESTED.search(h.clean))), None)
    if not found or block.kind != "item" or block.level > 1 or not _FUNCTIONS.match(block.clean):
        return None
    inner = context.document.items(block)
    body = context.names.resolve(found["body"].title() if found["body"].isupper() else found["body"], block)
    return Item(block, 0, len(block.clean.rstrip(" .;")), body, act=False, last=inner[-1] if inner else None)


def _label(context: Context, block: Block) -> str:
    assert block.cell
    return next((b.clean for b in context.document.row(block.cell) if b.cell and b.cell.column == 0), "")


def _items(context: Context, block: Block, body: str) -> Iterator[Item]:
    clean = block.clean.rstrip(" ;.,")
    clean = re.sub(r"[;,]?\s+and$", "", clean)
    if _FROM.match(clean) or len(clean.split()) < 3 or clean.endswith("?"):
        return
    listed = block.kind == "item" or block.cell is not None or bool(re.match(r"To\s+[a-z]", clean))
    if not listed:
        return
    if (
        block.kind == "item"
        and block.number
        and not re.match(r"(?:To\s+[a-z]|[A-Z]?[a-z]+ing\b|[a-z]|[A-Z][a-z]+\s+(?:the|a|an|any|all|and)\b)", clean)
    ):
        return
    if re.match(r"(?:The|In|It|This|That|These|Where|If|Membership|Public)\s", clean) and not re.match(
        r"The\s+\w+\s+(?:is|are)\s+to\b", clean
    ):
        return
    hung = context.document.blocks[block.stem] if block.stem is not None else None
    first = re.split(r"[^\w-]", clean)[0]
    if (
        block.cell
        and hung is not None
        and hung.cell
        and not (is_verb(first) or is_gerund(first) or first.casefold() == "to")
    ):
        return
    act = _ACT.match(clean)
    who = act["who"] if act else None
    if clean.endswith(":") or re.search(r"\bby:?$", clean):
        clean = re.sub(r"\s*(?:by)?\s*:$", "", clean)
    clean = re.sub(r"\s+by$", "", clean)
    yield Item(block, 0, len(clean), body, bool(act), who)


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
        lead = re.match(r"[Tt]o\s+", item.block.clean)
        yield Duty(
            item.block,
            item.start,
            item.end,
            lead.end() if lead else 0,
            item.body,
            "remit",
            mandate_at(context, item.block),
        )
