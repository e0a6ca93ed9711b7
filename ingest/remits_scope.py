"""Which blocks state the remit of a body, and whose: by the chapter they stand in, their row, or the stem of their list.

Invariant: a list on a stem that binds (`must:`) states duties, not a remit.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .bearers import bare, subject
from .context import Context
from .document import Block
from .instruments import in_terms
from .remits_acts import is_act, is_open

_KIND = r"(?:(?:key|main|overall|strategic|general|specific|core|principal|primary|statutory|delegated|particular|detailed)\s+)*"
_NOUN = r"(?:aims?|roles?|objectives?|objects|purposes?|functions?|remit|responsibilit\w+|scope|duties|terms\s+of\s+reference|outputs?|mission|delegations?|delegated\s+\w+|accountabilit\w+|mandate|tasks)"
_LABEL = re.compile(
    rf"^\W*(?:\d+[.)]?\s*)?(?:the\s+)?{_KIND}(?:{_NOUN}(?:\s*(?:,|/|and|&)\s*{_KIND}[\w-]+)*|what\s+we\s+do)(?:\s+of\s+(?:the\s+)?[\w &-]{{3,60}})?\s*:?\W*$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"^\W*(?:\d+[.)]?\s*)?(?:members?|membership|composition|attendees?|attendance|chair|frequency|quorum|quoracy|name|date|meetings?|secretariat|standard\s+agenda|agenda|standard|servicing|officers?\b|administrati\w+|background|timing|review|reporting|wider\s+work|proceedings|declarations?|record|preparation|context|resources|voting|conduct|code|conflicts?|confidential\w+|minutes|terms\s+of\s+office|tenure|appointment|status|dissolution|expenses|principles|deput\w+|substitut\w+|support|notice|clerk\w*|accountab\w+|reports?\s+to)\b",
    re.IGNORECASE,
)
_BINDS = re.compile(
    r"\b(?:must|shall|will|is\s+to|are\s+to|required\s+to|has\s+a\s+duty\s+to)\s*:?\s*-?$|\b(?:achieved|done|delivered|undertaken|met)\s+(?:by|through)\s*:?\s*-?$",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    rf"\b(?:following\s+(?:\w+\s+)?{_NOUN}|(?:{_NOUN}|work)\s+(?:of\s+(?:the\s+|this\s+)?[\w &'-]{{2,60}}\s+)?(?:is|are|will\s+be|shall\s+be|includes?|will\s+include|shall\s+include|(?:can|may)\s+be\s+(?:categorised|summarised|described)\s+as\s+follows)(?:,?\s+but\s+(?:is|are)\s+not\s+limited\s+to)?(?:\s+as\s+follows|\s+the\s+following)?(?:\s+to)?|(?:work\s+programme|focus)\s+(?:will\s+)?focus\w*\s+on\b.*includes?|in\s+particular\s+(?:the|it)\b.*\bfocus\s+on|key\s+outputs\s+will\s+include|shall\s+be)\s*(?::\s*-?|-)\s*$",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^(?:the|this)\s+(?:\w+\s+){0,3}?(?:group|board|committee|panel|forum|partnership|network|council|sub-group|commission|body)\s+(?:provides|exists\s+to|acts\s+as|serves\s+as|aims\s+to|seeks\s+to|offers|advises\s+on|considers|is\s+responsible\s+for|has\s+responsibility\s+for)\s*[:-]?\s*$",
    re.IGNORECASE,
)
_STEM = re.compile(
    r"\b(?:will|shall|would|aims?\s+to|seeks?\s+to|exists?\s+to|(?:is|are|be)\s+responsible\s+for|(?:has|have)\s+(?:overall\s+|delegated\s+)?responsibility\s+for|is\s+to|is\s+(?:established|constituted)\s+to)(?:,?\s+(?:also|work\s+(?:to|towards)|aim\s+to|seek\s+to|help\s+to|(?:do|achieve|fulfil|deliver)\s+(?:this|these|its)(?:\s+\w+)?\s+by|undertake\s+the\s+following|in\s+particular,?))*\s*(?::\s*-?|-|\.{2,}|…)?\s*$",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\b(?:the|this)\s+(board|panel|group|committee|forum|partnership|sub-committee|commission|sub-?group|governing\s+body|council)\b",
    re.IGNORECASE,
)
_POWERS = re.compile(
    r"\b(?:authorised|empowered|entitled|delegated\s+(?:authority|powers?)|power|authority|may)\b[^.:;]{0,40}(?:\sto)?\s*:\s*$",
    re.IGNORECASE,
)
"""A stem of powers (`is authorised by the Board to:`)."""
_ACTS_ON = re.compile(
    r"\b(?:will|shall|must)\s+(?P<act>(?:(?!\s(?:will|shall|its|their)\s)[^:.]){4,160}?)\s(?:on|about|regarding|the\s+following|in\s+relation\s+to|in\s+respect\s+of)(?:\s+\w+)?\s*:\s*$"
)
"""A stem that has the verb of an act, whose objects are listed (`will make recommendations to the Board on:`)."""
_DUTY = re.compile(
    r"\b(?:(?:duty|duties|obligations?)\s+(?:\w+\s+){0,4}?to|required\s+to)\b[^.:]{0,60}:\s*$", re.IGNORECASE
)
"""A stem that lays a duty on somebody in so many words."""
_AIMED = re.compile(
    rf"\b(?:{_NOUN}|activities)\s+(?:of\s+[\w &'-]{{3,60}}\s+)?(?:is|are|will\s+be|shall\s+be)\s+to\s[^.]{{3,400}}:\s*$",
    re.IGNORECASE,
)
"""A stem that states the aim itself, with its particulars in the list."""
_NAME_ROW = re.compile(
    r"(?:name|title|body|committee|group|board|panel)(?:\s+of\s+(?:the\s+)?[\w-]+)?:?", re.IGNORECASE
)
_OBJECTS = re.compile(
    r"\b(?:will|shall|would)\s+(?:also\s+|in\s+particular\s+)?(?P<act>(?:have\s+oversight|[a-z-]+)\b[^.;]{3,160}?)(?:,?\s+(?:including|in\s+particular|such\s+as|of|on|by|that|in\s+relation\s+to|in\s+respect\s+of|the\s+following|for|to)(?:\s+but\s+not\s+limited\s+to)?|:)\s*(?::\s*-?|-)?\s*$",
    re.IGNORECASE,
)
"""A stem that has the verb already, and its objects in the list (`will review the adequacy of:`)."""
_JOINED = re.compile(r"\s+(?:and|,)\s*(?:also\s+)?$")
_FINITE = re.compile(r"\b(?:is|has|was|fulfils|meets|reports|acts|provides|exists|advises|supports)\b")
_PEOPLE = re.compile(
    r"\b(?:chair\w*|members?|secretar\w+|clerk|treasurer|officers?|directors?|managers?|governors|trustees|councillors?|representatives?|leads?|head\s*teacher)\b[^,;]{0,40}$",
    re.IGNORECASE,
)


def governs(context: Context, block: Block) -> bool:
    """Whether a block stands in terms of reference, so that `will` binds and lists of tasks are a remit."""
    return context.head.kind == "terms" or in_terms(context, block)


def chapter(context: Context, block: Block) -> str | None:
    """`remit` for a block in a chapter on aims, role or duties, `other` in one on meetings and the like, else None."""
    for place, heading in enumerate(context.document.headings(block)):
        if _OTHER.match(heading.clean):
            return "other"
        if _LABEL.match(heading.clean) and not re.search(r"terms\s+of\s+reference", heading.clean, re.IGNORECASE):
            return "remit" if place < 4 else None
    return None


def states_remit(context: Context, block: Block) -> bool:
    """Whether a block stands in a row, list or chapter that states aims, roles or objectives."""
    document = context.document
    if block.cell:
        if not block.cell.column:
            return False
        label = " ".join(b.clean for b in document.row(block.cell) if b.cell and b.cell.column == 0)
        return bool(_LABEL.match(label)) and governs(context, block)
    stem = document.blocks[block.stem] if block.stem is not None else None
    if stem is not None and stem.kind != "heading":
        acting = _ACTS_ON.search(stem.clean)
        if _POWERS.search(stem.clean) or _DUTY.search(stem.clean) or (acting and is_act(acting["act"])):
            return False
        if announces(stem.clean) or stem_body(context, stem) or (_AIMED.search(stem.clean) and governs(context, block)):
            return True
        if _BINDS.search(stem.clean) or _STEM.search(stem.clean):
            return False
    where = chapter(context, block)
    if where:
        return where == "remit" and (governs(context, block) or context.head.kind == "rules")
    while stem is not None:
        if announces(stem.clean):
            return True
        stem = document.blocks[stem.stem] if stem.stem is not None else None
    return governs(context, block) and bool(re.match(r"[Tt]o\s+[a-z]", block.clean))


def announces(text: str) -> bool:
    """Whether a stem announces the remit of a body (`The Board will perform the following roles:`)."""
    return bool(text.rstrip()[-1:] in ":-" and _ANNOUNCES.search(text)) or bool(_OPENS.search(text))


@lru_cache(maxsize=512)
def stem_body(context: Context, stem: Block) -> str | None:
    """The body whose tasks hang on a stem of terms of reference (`The Committee will:`); None where it binds others."""
    if not governs(context, stem):
        return None
    last = re.split(r"(?<=[.;])\s+", stem.clean)[-1]
    found = _STEM.search(last)
    if found is None and last.rstrip()[-1:] in ":-":
        found = _OBJECTS.search(last)
        found = found if found and (is_open(found["act"]) or found["act"].startswith("have oversight")) else None
    if found is None:
        return None
    span = subject(last[: found.start()])
    if span is None and _JOINED.search(last[: found.start()]) and (verb := _FINITE.search(last)):
        span = subject(last[: verb.start()])
    if not span:
        return None
    phrase = bare(last[slice(*span)])
    if _PEOPLE.search(phrase) and not _GENERIC.search(last[: span[1]]):
        return None
    return body_meant(context, phrase, stem)


def body_meant(context: Context, phrase: str, block: Block) -> str | None:
    """The body that a subject means (`the Committee`, `it`, `this advisory group`); None if it is none."""
    low = phrase.casefold()
    if low in {"it", "they", "we"}:
        meant = context.names.resolve(phrase, block)
        return meant if meant.casefold() != low and context.names.kind(meant) == "body" else context.head.body
    meant = context.names.resolve(phrase, block)
    if meant == phrase and phrase == low:
        noun = phrase.rsplit(maxsplit=1)[-1]
        meant = context.names.resolve(f"the {noun}", block)
        if meant.casefold() in {noun, f"the {noun}"}:
            if not _GENERIC.search(f"the {noun}"):
                return None
            meant = context.head.body or phrase
    return meant if context.names.kind(meant) == "body" or meant == context.head.body else None


def body_of(context: Context, block: Block) -> str | None:
    """The body whose remit it is: named in the stem, in the table's NAME row, by the section, by the head."""
    stem = context.document.blocks[block.stem] if block.stem is not None else None
    if stem is not None and stem.kind != "heading":
        if body := stem_body(context, stem):
            return body
        for m in context.names.mentions(stem):
            if m.kind == "body":
                return m.name
        if generic := _GENERIC.search(stem.clean):
            return context.names.resolve(generic[0], block)
    if block.cell and (name := row_name(context, block)):
        return name
    for heading in context.document.headings(block):
        for m in context.names.mentions(heading):
            if m.kind == "body":
                return m.name
    generic_name = context.names.resolve("the Board", block)
    return context.head.body or (generic_name if generic_name.casefold() != "board" else None)


def row_name(context: Context, block: Block) -> str | None:
    """The body that the NAME row of a block's table gives; by the heading above where that says it in full."""
    assert block.cell
    for other in context.document.blocks:
        if (
            other.cell
            and other.cell.table == block.cell.table
            and other.cell.column == 1
            and _NAME_ROW.fullmatch(row_label(context, other).strip(" *"))
        ):
            said = other.clean.strip(" .")
            above = next(
                (h.clean for h in context.document.headings(other) if said.casefold() in h.clean.casefold()), said
            )
            return above if len(above.split()) <= len(said.split()) + 2 else said
    return None


def row_label(context: Context, block: Block) -> str:
    """What the first cell of a block's row says."""
    assert block.cell
    return next((b.clean for b in context.document.row(block.cell) if b.cell and b.cell.column == 0), "")
