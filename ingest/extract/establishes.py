"""Bodies that the document says are, were or are to be set up, and by whom.

Invariant: the body is named beside a verb of setting up; what merely is `established practice` gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...graph.facts import Establishes
from ...graph.facts_lines import AGAIN
from ...graph.names import is_generic
from ..context import Context
from ..directions import within
from ..document import Block
from ..duty import antecedent
from ..instruments import mandate_at
from ..names import Mention
from ..names_tokens import key_of
from ..seats import body_about
from ..sentences import sentences
from ..setting_up import bodies_in
from ..sought import Sought

_UP = r"(?:set(?:s|ting)?\s+up|(?:re-?)?establish(?:e[sd]|ing)?|(?:re-?)?constitut(?:e[sd]?|ing)|(?:re-?)?creat(?:e[sd]?|ing)|(?:re-?)?form(?:s|ed|ing)?|conven(?:e[sd]?|ing)|launch(?:e[sd]|ing)?|set(?:s|ting)?\s+in\s+place|put(?:s|ting)?\s+in\s+place)"
_ACTIVE = re.compile(
    rf"\b(?:{_UP}|(?:(?:re-?)?establishment|(?:re-?)?constitution|creation|formation|setting\s+up|launch)\s+of|(?:newly|recently|now|then)[\s-]+(?:established|formed|created|constituted)|appoint(?:s|ed|ing)?(?=\s+an?\s+(?:[\w'&-]+\s+){{0,5}}(?:sub-?\s?committee|committee|panel|working\s+(?:group|party)|task\s+(?:and\s+finish\s+)?group|steering\s+group)))"
    r"(?:,[^,;.]{3,50},)?\s+(?P<det>(?:(?:an?|the|its|their|our|this|new|both|two|three|up)\s+)*)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"^(?:\s*\([^)]{1,60}\))?(?:,[^,;.]{3,60},|\s+[^,;.]{0,60}?)?\s*(?:(?:will|would|shall|should|may|to)\s+)?(?:is|was|were|are|be|been|being)\s+(?:(?!to\b|asked\b)\w+\s+){0,2}?(?:(?:re-?)?established|set\s+up|(?:re-?)?created|(?:re-?)?formed|(?:re-?)?constituted(?!\s+(?:as\s+follows|separately|sub-|of\b))|convened|launched)\b(?!\s+(?:as\s+follows|sub-|committee\b|board\b|group\b))",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"^(?:\s*\([^)]{1,60}\))?,?\s+(?:first\s+|originally\s+)?(?:established|set\s+up|created|formed|constituted)(?=\s+(?:under|by|in|on|at|following|pursuant|as|to)\b)"
)
_PRONOUN = re.compile(
    r"(?:It|This\s+(?:[\w-]+\s+){0,2}(?:[Gg]roup|[Bb]oard|[Cc]ommittee|[Pp]anel|[Ff]orum|[Pp]artnership))\s+(?:was|is|has\s+been|were)\s+(?:first\s+|originally\s+|formally\s+)?(?:(?:re-?)?established|set\s+up|(?:re-?)?created|(?:re-?)?formed|constituted)\b"
)
_THERE = re.compile(r"\b[Tt]here\s+(?:shall|will|is\s+to)\s+be\s+an?\s+")
_OF_IT = re.compile(r"\b(?:is|as)\s+an?\s[^.;]{0,60}?\b(?:of|for)\s+(?:the\s+)?$")
_HAVE = re.compile(r"\b(?:ha(?:s|ve)|with)\s+(?:now\s+)?an?\s+new\s+$", re.IGNORECASE)
_ANY = Sought(
    re.compile(
        r"\bset|\bput|establish|constitut|creat|form|conven|launch|appoint|\bnew\b|(?:shall|will)\s+be\s+a",
        re.IGNORECASE,
    ),
    "set",
    "put",
    "establish",
    "constitut",
    "creat",
    "form",
    "conven",
    "launch",
    "appoint",
    "new",
    "shall be a",
    "will be a",
)
_BY = re.compile(r"^(?:\s+(?!to\b)\w+){0,6}?\s+(?:by|under|pursuant\s+to)\s+(?:the\s+)?", re.IGNORECASE)
_WEAK_VERBS = re.compile(r"^(?:form|introduc|launch|constitut|put|set\s+in|sets\s+in|setting\s+in)", re.IGNORECASE)
_RESOLVES = re.compile(
    r"(?:It was\s+|The (?:Board|Committee|Council|Trustees|Governors|Members|Panel)\s+)?(?:RESOLVED|AGREED|[Rr]esolved|[Aa]greed|decided)\b|(?:[Tt]hat|[Tt]o)\b"
)
_MANY = re.compile(r"(?:boards|committees|panels|groups|teams|forums|partnerships|councils)$", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:(?:RESOLVED|AGREED|Resolved|Agreed|It was agreed|It was resolved)\s*:?\s*-?\s*)?(?:[Tt]hat\s+)?(?:[Aa]n?|[Tt]he|[Oo]ur)\s+(?:new\s+)?"
)
_DESCRIBED = re.compile(r"\s+(?:that|which|with|including|whose)\b")
"""After `a Board`, without a name: what sort of board is meant, so that no board of that name is."""
_PROPOSES = re.compile(r"\b(?:[Mm]embers|recommended|asked|invited)\b|^\W*(?:[Tt]hat|[Rr]ecommendations?)\b")
_FORESEEN = re.compile(
    r"\b(?:should|may|might|could|would)\s+(?:\w+\s+){0,2}?(?:expect|be\s+asked|be\s+invited|consider|like|wish|need|decide)\b[^,;]*$",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never)\s+(?:to\s+)?$", re.IGNORECASE)


class Setting(NamedTuple):
    """A body set up: its name, the stretch that says so, and who does it if the stretch names somebody."""

    name: str
    start: int
    end: int
    by: tuple[str, ...]
    rule: str


def extract(context: Context) -> Iterator[Establishes]:
    """Each body set up, with what sets it up gathered from the whole document, at each place that says so."""
    found: dict[str, list[tuple[Block, Setting]]] = {}
    makers: dict[str, list[str]] = {}
    for block in context.document.blocks:
        for setting in _settings(context, block):
            name = setting.name
            key = key_of(context.names.resolve(name, block))
            found.setdefault(key, []).append((block, setting))
            mandates = () if setting.rule == "passive-act" else _mandates(context, block, setting)
            for maker in (*setting.by, *mandates):
                if maker not in makers.setdefault(key, []) and key_of(maker) != key:
                    makers[key].append(maker)
    for names in makers.values():
        if any(re.match(r"Directions \d", name) for name in names):
            names[:] = [name for name in names if name != "Directions"]
    for key, places in found.items():
        name = places[0][1].name
        for place, (block, setting) in enumerate(places):
            rule = f"establishes.{setting.rule}{AGAIN if place else ''}"
            evidence = context.document.evidence(block, setting.start, setting.end, rule=rule)
            yield Establishes(evidence=evidence, body=name, by=tuple(makers.get(key, ())))


def _mandates(context: Context, block: Block, setting: Setting) -> Iterator[str]:
    mandate = mandate_at(context, block, setting.start, setting.end)
    if mandate and mandate.startswith("Directions"):
        yield mandate


def _settings(context: Context, block: Block) -> Iterator[Setting]:
    text = block.clean
    if not _ANY.search(text):
        return
    for start, end in sentences(text):
        sentence = text[start:end]
        for match in _ACTIVE.finditer(sentence):
            if _NOT.search(sentence[: match.start()]) or _FORESEEN.search(sentence[: match.start()]):
                continue
            at = start + match.end()
            for name, last in bodies_in(context, block, at, end):
                if (_WEAK_VERBS.match(match[0]) and not name[0].isupper()) or _MANY.search(name):
                    continue
                if (
                    is_generic(name)
                    and _DESCRIBED.match(text[last:end])
                    and match["det"].strip().casefold() in {"a", "an"}
                ):
                    continue
                verb = start + match.start()
                yield Setting(name, verb, last, _maker(context, block, start, verb), "active")
        yield from _described(context, block, start, end)
        if (
            _PRONOUN.match(sentence)
            and (
                meant := antecedent(context, block, start) if sentence.startswith("It") else body_about(context, block)
            )
            and context.names.kind(meant) == "body"
        ):
            yield from _passive(
                context,
                block,
                Mention(
                    "body", start, start + len(sentence.split(" was ")[0].split(" has ")[0].split(" is ")[0]), meant
                ),
                start,
                end,
            )
        if there := _THERE.search(sentence):
            yield from (
                Setting(m.name, start + there.start(), m.end, (), "there")
                for m in context.names.mentions(block)
                if m.kind == "body" and m.start == start + there.end()
            )
        for mention in context.names.mentions(block):
            if mention.kind == "body" and start <= mention.start and mention.end <= end:
                yield from _passive(context, block, mention, start, end)


def _described(context: Context, block: Block, start: int, end: int) -> Iterator[Setting]:
    """`A dedicated advice team had been established`: a body without a name as the subject of its sentence."""
    text = block.clean
    lead = _LEAD.match(text[start:end])
    if not lead:
        return
    for name, last in bodies_in(context, block, start + lead.end(), end):
        verb = _PASSIVE.match(text[last:end])
        if verb and not _MANY.search(name) and name[0].islower():
            yield Setting(name, start + lead.end(), last + verb.end(), _resolving(context, block, start), "passive")


def _resolving(context: Context, block: Block, start: int) -> tuple[str, ...]:
    """The body whose resolution a limb is (`That a working group be set up`), or whom its stem names."""
    resolves = _RESOLVES.match(block.clean[start:])
    if resolves and (context.head.kind == "minutes" or "esolved" in resolves[0].lower()):
        return (context.head.body,) if context.head.body else ()
    stem = context.document.blocks[block.stem] if block.stem is not None else None
    named = [m for m in context.names.mentions(stem) if m.kind in {"body", "post"}] if stem else []
    if not named and stem and context.head.kind == "report" and context.head.body and _PROPOSES.search(stem.clean):
        return (context.head.body,)
    return (named[0].name,) if named else ()


def _passive(context: Context, block: Block, mention: Mention, start: int, end: int) -> Iterator[Setting]:
    text = block.clean
    if _HAVE.search(text[start : mention.start]):
        yield Setting(mention.name, mention.start, mention.end, (), "have-new")
        return
    verb = _PASSIVE.match(text[mention.end : end]) or _MADE.match(text[mention.end : end])
    stop = mention.end + (verb.end() if verb else 0)
    if not verb or _between(context, block, mention.end, mention.end + verb.end()):
        return
    if _OF_IT.search(text[start : mention.start]):
        mention = next(m for m in context.names.mentions(block) if m.kind == "body" and m.start >= start)
    said = text[mention.start : mention.end]
    name = mention.name if said[0].isupper() and " " in mention.name else said
    if " " not in name and not name.isupper():
        return
    makers: list[str] = []
    by = _BY.match(text[stop:end])
    if by:
        maker = next((m for m in context.names.mentions(block) if m.start == stop + by.end()), None)
        if maker and maker.kind in {"body", "post", "person", "instrument"}:
            makers.append(maker.name)
        elif cited := next((c for c in within(context.document, block, stop, end) if c.start - stop <= by.end()), None):
            makers.append(cited.name)
            if not _MANY.search(name):
                yield Setting(name, mention.start, cited.end, tuple(makers), "passive-act")
            return
    if not makers:
        makers.extend(_resolving(context, block, start))
    if _MANY.search(name):
        return
    yield Setting(name, mention.start, stop, tuple(makers), "passive")


def _between(context: Context, block: Block, start: int, end: int) -> bool:
    """Whether another body stands between a body and the verb, so that the verb may be that one's."""
    text = block.clean[start:end]
    bracket = re.match(r"\s*\([^)]*\)", text)
    open_ = start + (bracket.end() if bracket else 0)
    inside = [
        m for m in context.names.mentions(block) if m.kind in {"body", "plan", "person"} and open_ <= m.start < end
    ]
    return (
        bool(inside) and not re.match(r"^(?:\s*\([^)]*\))?\s*(?:,[^,]*,|led\s+by|chaired\s+by|of\s+the)", text)
    ) or bool(re.search(r"\b(?:agreed|that|which)\s", text))


def _maker(context: Context, block: Block, start: int, verb: int) -> tuple[str, ...]:
    """The body, post or person that stands before a verb of setting up in its sentence as the one who does it."""
    before = block.clean[start:verb]
    if re.search(r"\b(?:establishment|creation)\b", before, re.IGNORECASE):
        return ()
    if context.head.kind == "minutes" and re.match(
        r"(?:It was\s+)?(?:RESOLVED|AGREED|[Rr]esolved|[Aa]greed)\b", before
    ):
        return _resolving(context, block, start)
    doers = [
        m for m in context.names.mentions(block) if m.kind in {"body", "post"} and start <= m.start and m.end <= verb
    ]
    if doers and re.search(
        r"\b(?:requir\w+|direct\w+|invit\w+|ask\w*|oblig\w+)\s+(?:the\s+)?$", block.clean[start : doers[-1].start]
    ):
        return (doers[-1].name,)
    return (doers[0].name,) if doers else _resolving(context, block, start)
