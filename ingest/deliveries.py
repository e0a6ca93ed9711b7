"""What a document says has been done: reports sent, plans submitted, reviews carried out, measures taken to meet a direction.

Two forms: a sentence of the past about something that can be handed over (`The first report was sent in June 2017`, `The
Council submitted the plan to …`), and the items of a list that is said to be what was done to meet an instrument (`In
order to meet the Directions, the Council has implemented …:`). Invariant: what is to come, denied, conditional or merely
presented at the meeting is none; what was done stands in one sentence or item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .bearers import PRONOUNS, bare, bears
from .context import Context
from .dates import find_dates
from .directions_grammar import speaks
from .document import Block
from .duty import antecedent
from .instruments import direction_at, mandate_at
from .recipients import recipients
from .sentences import sentences
from .words import words

_PART = r"(?:submitted|sent|delivered|published|issued|completed|produced|provided|supplied|circulated|carried\s+out|undertaken|conducted|commissioned|adopted|drawn\s+up|prepared|laid|lodged|filed|returned|forwarded|finalised|signed\s+off)"
_PAST = r"(?:submitted|sent|delivered|published|issued|completed|produced|provided|supplied|circulated|carried\s+out|undertook|conducted|commissioned|adopted|drew\s+up|prepared|laid|lodged|filed|returned|forwarded|finalised|drawn\s+up|undertaken)"
_PASSIVE = re.compile(
    rf"\b(?:was|were|has\s+(?:now\s+|since\s+|also\s+)?been|have\s+(?:now\s+|since\s+|also\s+)?been)\s+(?:\w+ly\s+|first\s+)?{_PART}\b"
)
_ACTIVE = re.compile(
    rf"\s+(?:(?:has|have|had|also|then|now|since|duly)\s+){{0,3}}{_PAST}\s+(?=[\w'-])|\s+(?:has|have|had)\s+(?:\w+\s+)?appointed\s+(?=[\w'-])"
)
_TOOK_PART = re.compile(
    r"\b(?:took\s+part\s+in|underwent|hosted|held|carried\s+out|commissioned|completed)\s+(?:an?\s+|the\s+|its\s+)?(?P<what>(?:[A-Z][\w&'-]*\s+)+(?i:review|challenge|inspection|audit|assessment|evaluation|survey))\b"
)
_WHY = re.compile(
    r"(?:The|Its)\s+(?:purpose|aim|object)\s+(?:of\s+(?:this|the)\s+[\w ]{3,40}?\s+)?was\s+to\s+(?:\w+\s+){0,2}?(?P<why>an?\s+[^.;]+)"
)
_NOT = re.compile(
    r"\b(?:no|not|never|yet\s+to|if|once|unless|until|when|whether|would|should|could|may|might|must|shall|will|to\s+be|being|had\s+been|which|who|whose|that\s+(?:was|were|has)|to\s+(?!(?:the|an?|its|all)\b)[a-z]+)\b",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:in\s+order\s+to|to|so\s+as\s+to)\s+(?:meet|comply\s+with|fulfil|satisfy|discharge|address)\s+(?:the\s+)?|\bin\s+(?:response\s+to|compliance\s+with|fulfilment\s+of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_HAS_DONE = re.compile(
    r"\b(?P<who>(?:[A-Z][\w'&-]*\s+){0,6}[A-Z][\w'&-]*|council|authority|trust|board|department)\s+has\s+(?:\w+ly\s+)?(?:implemented|taken|introduced|put\s+in\s+place|undertaken|done|carried\s+out|made|delivered|completed)\b"
)
_ORDER = re.compile(r"\b(?:by|on|in|at|during)\s+(?:early\s+|late\s+|mid-?\s*|the\s+)?$", re.IGNORECASE)
_RECITED = re.compile(
    r"\b[Aa]t\s+(?:the|its|their|a|our)\s+(?:\w+\s+)?meeting\b[^.;]{0,120}?\s(?:agreed|resolved|decided|requested|asked)\s+(?:that\s+|for\s+)?"
    r"(?P<what>(?:an?|the|officers|further)\s+[^.;]*?\b(?:report|paper|briefing|update|presentation|plan)\b[^.;]*)"
)
_LONGEST = 400
_CLAUSE = re.compile(r"[;:]\s|,\s+(?:and|while|whilst|but|so)\s|\band\s+(?=an?\s|the\s)")


@dataclass(frozen=True, slots=True)
class Delivered:
    """`block.clean[start:end]` says that something was done: in words, by and to whom, when, to meet what."""

    block: Block
    start: int
    end: int
    action: str
    by: str | None
    to: tuple[str, ...]
    date: str | None
    under: str | None
    rule: str


def deliveries(context: Context) -> Iterator[Delivered]:
    """All that a document says has been done, in order."""
    if context.head.kind in {"directions", "terms", "rules"}:
        return
    for block in context.document.blocks:
        if block.kind == "heading":
            continue
        if found := _RECITED.search(block.clean):
            end = found.start("what") + len(found["what"].rstrip(" ,"))
            yield Delivered(block, found.start(), end, found["what"], None, (), None, "Resolution", "asked")
            continue
        measure = _measure(context, block)
        if measure:
            yield measure
            continue
        spans = sentences(block.clean)
        for place, (start, end) in enumerate(spans):
            if end - start < _LONGEST:
                yield from _told(context, block, start, end)
                if place + 1 < len(spans) and (made := _explained(context, block, start, spans[place + 1])):
                    yield made


def _told(context: Context, block: Block, start: int, end: int) -> Iterator[Delivered]:
    """What a sentence tells: at most one thing in the passive and one in the active."""
    text = block.clean
    for verb in _PASSIVE.finditer(text, start, end):
        first = max((m.end() for m in _CLAUSE.finditer(text, start, verb.start())), default=start)
        lead = text[first : verb.start()]
        if not _thing(lead) or _NOT.search(lead) or len(lead.split()) > 14:
            continue
        stop = next((m.start() for m in _CLAUSE.finditer(text, verb.end(), end)), end)
        by = re.match(
            r"\s+by\s+(?:the\s+)?(?P<n>[A-Z][\w' -]{2,50}?)(?=\s+(?:to|on|in|and|for)\b|[.,;]|$)",
            text[verb.end() : stop],
        )
        yield _made(
            context,
            block,
            (first, verb.start(), stop),
            context.names.resolve(by["n"], block) if by else None,
            "passive",
        )
        break
    for mention in context.names.mentions(block):
        if mention.kind not in {"body", "post", "person"} or not start <= mention.start < end:
            continue
        if (
            (acts := _ACTIVE.match(text, mention.end, end))
            and _plain(text, start, mention.start)
            and not _thing(mention.name.split()[-1])
        ):
            stop = next((m.start() for m in _CLAUSE.finditer(text, acts.end(), end)), end)
            if _thing(text[acts.end() : stop]):
                yield _made(context, block, (mention.start, mention.end, stop), mention.name, "active", start)
                return
    if found := re.search(rf"\b(?P<who>[Tt]he\s+[a-z]+|It|They|We)(?={_ACTIVE.pattern})", text[start:end]):
        acts = _ACTIVE.match(text, start + found.end(), end)
        if (
            acts
            and not _thing(found["who"])
            and (bears(bare(found["who"])) or bare(found["who"]).casefold() in PRONOUNS)
            and _plain(text, start, start + found.start())
        ):
            stop = next((m.start() for m in _CLAUSE.finditer(text, acts.end(), end)), end)
            who = bare(found["who"])
            name = (
                antecedent(context, block, start + found.start())
                if who.casefold() in {"it", "they"}
                else context.names.resolve(who, block)
            )
            if name and name.casefold() not in {"we", "they", "it"} and _thing(text[acts.end() : stop]):
                yield _made(context, block, (start + found.start(), start + found.end(), stop), name, "active", start)


def _explained(context: Context, block: Block, start: int, after: tuple[int, int]) -> Delivered | None:
    """Something undergone whose purpose the next sentence tells, so that it may be what a duty calls by another name."""
    text = block.clean
    done = _TOOK_PART.search(text, start, after[0])
    why = _WHY.match(text, *after)
    if not done or not why or _NOT.search(text[start : done.start()]):
        return None
    said = text[start : after[0]]
    day = next((d.iso for d in find_dates(said, near=context.head.date) if _ORDER.search(said[: d.start])), None)
    action = f"{done['what']}: {why['why']}"
    return Delivered(block, start, why.end(), action, None, (), day, None, "explained")


def _plain(text: str, start: int, at: int) -> bool:
    """Whether only a time or a short adverbial stands before the subject of a sentence."""
    lead = re.sub(r"^(?:\W*(?:The|the|A|An)\s+)$", "", text[start:at])
    return len(lead.split()) < 8 and not _NOT.search(lead)


def _thing(phrase: str) -> bool:
    """Whether a phrase is about something that can be handed over."""
    said = set(re.findall(r"[a-z]+", phrase.casefold()))
    return bool(said & words("deliverables"))


def _made(
    context: Context, block: Block, span: tuple[int, int, int], by: str | None, rule: str, lead: int | None = None
) -> Delivered:
    """What was done, with its day and who received it."""
    first, verb, stop = span
    passage = block.clean[first:stop].rstrip(" .;,")
    said = block.clean[first if lead is None else lead : stop]
    day = next((d.iso for d in find_dates(said, near=context.head.date) if _ORDER.search(said[: d.start])), None)
    to = recipients(context, block, verb, first + len(passage), by or "")
    return Delivered(block, first, first + len(passage), passage, by, tuple(to), day, None, rule)


def _measure(context: Context, block: Block) -> Delivered | None:
    """An item of a list that is said to be what was done to meet an instrument."""
    if block.stem is None:
        return None
    stem = context.document.blocks[block.stem]
    said = _whole(context, stem)
    met = _MET.search(said)
    done = _HAS_DONE.search(said, met.end()) if met else None
    if not met or not done:
        return None
    phrase = said[met.end() : done.start()]
    known = direction_at(context, stem, phrase) if speaks(phrase) else None
    under = f"Directions {known.date}" if known else mandate_at(context, stem, max(0, len(stem.clean) - 1))
    if under is None:
        return None
    first = sentences(block.clean)[:1]
    end = first[0][1] if first else len(block.clean)
    passage = block.clean[:end].rstrip(" .;,")
    day = next((d.iso for d in find_dates(passage, near=context.head.date)), None)
    to = recipients(context, block, 0, len(passage), "")
    by = context.names.resolve(done["who"], stem)
    return Delivered(block, 0, len(passage), passage, by, tuple(to), day, under, "measure")


def _whole(context: Context, stem: Block) -> str:
    """The last sentence of a stem, with the end of the paragraph before it where a page has cut the sentence in two."""
    spans = sentences(stem.clean)
    if len(spans) > 1 or not stem.index:
        return stem.clean[slice(*spans[-1])] if spans else ""
    before = context.document.blocks[stem.index - 1]
    cut = before.kind == "paragraph" and not re.search(r"[.:;!?]['\")]*\s*$", before.clean)
    last = sentences(before.clean)[-1:] if cut else []
    return " ".join([*(before.clean[a:b] for a, b in last), stem.clean])
