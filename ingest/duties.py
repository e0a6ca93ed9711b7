"""Duties: what the text lays on somebody, found by its modal verbs, its stems with lists, and its rows.

Invariant: each duty has one bearer that its own passage or the stem above it names; what is done already, wished,
permitted or foreseen is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .bearers import bears, subject
from .clauses import verbs
from .context import Context
from .document import Block
from .instruments import in_terms, mandate_at
from .sentences import sentences

_MODAL = re.compile(
    r"\b(?P<m>must|shall|(?:is|are|was|were)\s+(?:also\s+)?(?:legally\s+|statutorily\s+)?(?:required|obliged|bound)(?:\s+(?:by|under)\s+(?:[^,.;]{3,80}?))?\s+to|(?:is|are)\s+to(?=\s+[a-z])|(?:has|have)\s+(?:also\s+)?(?:a|an)\s+(?:\w+\s+){0,2}?(?:duty|obligation)(?:\s+under\s+[^,.;]{3,90}?)?\s+to|(?:has|have|had)\s+(?:also\s+)?been\s+tasked\s+(?:to|with)|(?:is|are)\s+under\s+a\s+duty(?:\s+under\s+[^,.;]{3,80}?)?\s+to|will|undertakes?\s+to|(?:is|are)\s+responsible\s+for(?=\s+\w+ing))\b\s*(?::\s*-?|[-–]\s*$)?",
    re.IGNORECASE,
)
_OBLIGES = re.compile(
    r"\b(?P<v>requires?|required|requiring|directs?|directed|instructs?|instructed|commissioned|engaged|tasked|obliges?|mandates?|mandated)\s+(?P<who>(?:the\s+|each\s+|all\s+|every\s+|its\s+)?(?:[A-Za-z][\w'/&-]*\s+){0,9}?[A-Za-z][\w'/&-]*(?:,\s+(?:the\s+)?[A-Z][^,]{2,40},)?)\s+to\b(?:\s*(?:undertake|do|carry\s+out)\s+the\s+following)?\s*:?",
    re.IGNORECASE,
)
_PUTS = re.compile(r"\bputs\s+(?P<who>the\s+[A-Z][\w ]{2,40}?)\s+under\s+a\s+duty\s+to\b", re.IGNORECASE)
_OWN_DUTY = re.compile(
    r"\b(?:its|their|the\s+[A-Z]\w+'s)\s+(?:\w+\s+){0,2}duty\s+under\s+(?P<u>[^,.;]{4,80}?)\s+to\s+(?=[a-z])"
)
_NO_DUTY = re.compile(
    r"^(?:be\s+(?!provided|made|submitted|reported|published|carried|undertaken|exercised|kept|sent|circulated|prepared|reviewed|held|responsible|chaired|set\s+up|established|present\b|accountable|clerked|recorded)|not\s+be\b|have\s+(?!due\s+regard|regard)|need\b|remain\b|become\b|seek\s+to\s+(?:challenge|influence)|continue\s+to\s+(?:be|focus)|help\s+(?:to\s+)?(?:ensure|shape)|strengthen|enable|allow\b|bring\b|include\b|comprise|consist|replace\b|pay\s+for|consider\s+equalities|apply\b|expire|cease|lapse|focus\b)",
    re.IGNORECASE,
)
_OPEN_ENDED = re.compile(
    r"^(?:focus|drive|support\s+the\s+council|seek|aim\s+to\s+be|monitor\b|oversee|provide\s+(?:oversight|challenge|advice|strategic|leadership)|ensure\s+that\s+it\b|challenge)",
    re.IGNORECASE,
)
_ITEMS_FORM = re.compile(r":\s*-?\s*$|[-–]\s*$")
_ING = re.compile(r"^(?P<v>[a-z]+ing)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Duty:
    """A duty: the passage `block.clean[start:end]`, `action` where the act begins in it, whose it is, by which rule."""

    block: Block
    start: int
    end: int
    action: int
    bearer: str
    rule: str
    mandated_by: str | None = None
    inferred: bool = False


def duties(context: Context) -> Iterator[Duty]:
    """All duties of prose and lists, in order (tasks and terms-of-reference items apart)."""
    done: set[int] = set()
    for block in context.document.blocks:
        if block.index in done or block.kind == "heading":
            continue
        clean = block.clean
        for start, end in sentences(clean):
            for duty, items in _sentence(context, block, start, end):
                if items:
                    done.update(b.index for b in items)
                    yield from _listed(context, items, duty)
                else:
                    yield duty


def _sentence(context: Context, block: Block, start: int, end: int) -> Iterator[tuple[Duty, list[Block]]]:
    """Duties of a sentence; with the list that hangs on it where the sentence is a stem."""
    clean = block.clean
    sentence = clean[start:end]
    for form in (_OBLIGES, _PUTS):
        for found in form.finditer(sentence):
            who = found["who"].strip(" ,")
            if re.search(r"^(?:not|a|an|any|action|that|to|only|by|in|for)\b", who, re.IGNORECASE) or not bears(
                re.sub(r"^(?:the|each|all|every|its)\s+", "", re.split(r",", who)[0], flags=re.IGNORECASE)
            ):
                continue
            if found.groupdict().get("v", "").casefold() in {
                "commissioned",
                "engaged",
                "directed",
                "instructed",
                "directs",
                "direct",
            } and re.search(r"\bmay\b", sentence[: found.start()][-60:]):
                continue
            yield from _predicate(
                context,
                block,
                start,
                end,
                start + found.end(),
                _name(context, who, block),
                "obliges",
                start + found.start("who"),
                start + found.start(),
            )
            return
    if own := _OWN_DUTY.search(sentence):
        bearer = _subject(context, block, sentence[: own.start()], start) or _generic(context, block)
        if bearer:
            yield Duty(block, start + own.start(), end, start + own.end(), bearer, "own-duty"), []
            return
    first = True
    for found in _MODAL.finditer(sentence):
        modal = found["m"].casefold()
        rest = sentence[found.end() :].lstrip()
        if modal == "will" and (found["m"] == "Will" or not _binding(context, block)):
            continue
        if modal in {"is to", "are to"} and re.match(r"(?:be\s+(?:noted|expected)|date)\b", rest):
            continue
        if _NO_DUTY.match(rest) and not _ITEMS_FORM.search(sentence) or (modal == "will" and _OPEN_ENDED.match(rest)):
            continue
        if (
            re.search(r"\b(?:if|unless|should|whether|once)\s+[^,]*$", sentence[: found.start()][-50:], re.IGNORECASE)
            and modal == "will"
        ):
            continue
        if (
            not first
            and modal in {"will", "must", "shall"}
            and re.search(r"\band\s+(?:it\s+|they\s+)?$", sentence[: found.start()])
        ):
            continue
        before = sentence[: found.start()]
        at = start + found.end()
        if re.match(r"(?:also\s+|then\s+)?be\s+\w+", rest):
            yield from _passive(context, block, start, end, found.start(), rest, at)
            first = False
            continue
        bearer, left = _bearer(context, block, before, start)
        if bearer:
            first = False
            yield from _predicate(
                context,
                block,
                start,
                end,
                at,
                bearer,
                modal.split()[0] if modal.split()[0] in {"must", "shall", "will"} else "duty",
                left,
                left,
            )


def _binding(context: Context, block: Block) -> bool:
    """Whether `will` binds here: in directions, terms of reference and recitals of them."""
    return (
        context.head.kind in {"directions", "terms", "rules"}
        or in_terms(context, block)
        or bool(re.search(r"\bdraft\s+terms\s+of\s+reference\b|\b[Bb]oard\s+will\s+meet\b", block.clean))
    )


def _predicate(
    context: Context, block: Block, start: int, end: int, at: int, bearer: str, rule: str, left: int, passage: int
) -> Iterator[tuple[Duty, list[Block]]]:
    """The duties of what follows a modal or `to`: one a verb, or those of the list below."""
    clean = block.clean
    while at < end and clean[at] in " :-–,":
        at += 1
    rest = clean[at:end]
    items = context.document.items(block) if end >= len(clean.rstrip()) - 1 else []
    if items and (not rest.strip(" :-") or _ITEMS_FORM.search(clean[start:end]) and len(rest.split()) < 9):
        yield Duty(block, passage, end, at, bearer, rule + "-list", mandate_at(context, block, start, end)), items
        return
    spans = verbs(rest)
    for place, (a, b) in enumerate(spans):
        if _NO_DUTY.match(rest[a:b]) and place:
            continue
        stop = at + len(rest[:b].rstrip(" .;,:"))
        yield Duty(block, left if place == 0 else at + a, stop, at + a, bearer, rule), []


def _bearer(context: Context, block: Block, before: str, offset: int) -> tuple[str | None, int]:
    """(bearer, where the passage begins) from the words before a modal."""
    span = subject(before)
    if span is None:
        if re.fullmatch(r"\s*", before) and block.stem is not None:
            return None, offset
        return None, offset
    phrase = before[span[0] : span[1]].strip()
    left = offset + span[0]
    article = re.search(r"(?:\b[Tt]he|\b[Aa]n?|\b[Ee]ach|\b[Aa]ll|\b[Ee]very)\s+$", before[: span[0]])
    if article:
        left = offset + article.start()
    return _name(context, phrase, block, before), left


def _subject(context: Context, block: Block, before: str, offset: int) -> str | None:
    return _bearer(context, block, before, offset)[0]


def _name(context: Context, phrase: str, block: Block, before: str = "") -> str | None:
    """What a bearer's phrase means at a block: generic words and pronouns by the names of the document."""
    plain = re.sub(r"^(?:the|each|all|every|its|a|an)\s+", "", phrase.strip(), flags=re.IGNORECASE)
    if plain.casefold() in {"it", "they", "he", "she", "we"}:
        resolved = context.names.resolve(plain, block)
        if resolved.casefold() not in {"it", "they", "he", "she", "we"}:
            return resolved
        return antecedent(context, block, block.clean.find(before)) or _generic(context, block)
    return context.names.resolve(plain, block) or plain


def antecedent(context: Context, block: Block, at: int) -> str | None:
    """What a pronoun stands for: the first body, post or person of the sentence before it, or of the last block."""
    for other in (block, *context.document.blocks[max(0, block.index - 1) : block.index]):
        spans = [span for span in sentences(other.clean) if other is not block or span[1] <= at]
        named = [m for m in context.names.mentions(other) if m.kind in {"body", "person", "post"}]
        for start, end in reversed(spans):
            inside = [m.name for m in named if start <= m.start < end]
            found = subject(re.split(r"\b(?:must|shall|will|is|are|was|has|have|had)\b", other.clean[start:end])[0])
            if found:
                phrase = other.clean[start + found[0] : start + found[1]].strip()
                plain = re.sub(r"^(?:the|a|an)\s+", "", phrase, flags=re.IGNORECASE)
                if plain.casefold() not in {"it", "they", "he", "she", "we"}:
                    return context.names.resolve(plain, other)
                continue
            if inside:
                return inside[0]
    return None


def _generic(context: Context, block: Block) -> str | None:
    name = context.names.resolve("the Council", block)
    return name if name.casefold() != "the council" else None


_AGENT = re.compile(
    r"\bby\s+(?P<who>(?:the\s+|a\s+|an\s+)?[A-Za-z][\w'&/-]*(?:\s+(?:of|for|and|the|[A-Z])[\w'&/-]*|\s+[A-Z][\w'&/-]*|\s+(?:clerk|chair|officer|board|team|secretary|manager|director|governors?|committee|council))*)"
)


def _passive(
    context: Context, block: Block, start: int, end: int, at: int, rest: str, offset: int
) -> Iterator[tuple[Duty, list[Block]]]:
    """A duty in the passive, if its sentence names the agent; `will be responsible for …ing` is the subject's own."""
    clean = block.clean
    own = re.match(r"(?:also\s+)?be\s+responsible\s+for\s+(?=\w+ing\b)", rest)
    if own:
        bearer, left = _bearer(context, block, clean[start : start + at], start)
        if bearer and not re.match(
            r"(?:also\s+)?be\s+responsible\s+for\s+(?:driving|securing|ensuring|overseeing)", rest
        ):
            yield Duty(block, left, end, offset + own.end(), bearer, "responsible"), []
            if items := _follows(context, block, end):
                yield Duty(block, left, end, offset, bearer, "responsible-list"), items
        return
    agent = next((m for m in _AGENT.finditer(rest) if bears(re.sub(r"^(?:the|a|an)\s+", "", m["who"]))), None)
    if agent:
        bearer = _name(context, agent["who"], block)
        if bearer:
            yield Duty(block, start, end, start, bearer, "passive"), []
            if items := _follows(context, block, end):
                yield Duty(block, start, end, start, bearer, "passive-list"), items


def _follows(context: Context, block: Block, end: int) -> list[Block]:
    """The list on a block whose last words say that it belongs to the duty before (`This will include:`)."""
    tail = block.clean[end:].strip()
    inside = block.clean[:end].rstrip()
    if re.search(r"\binclud\w+:?$", tail or inside) or (not tail and inside.endswith(":")):
        return context.document.items(block)
    return []


def _listed(context: Context, items: list[Block], stem: Duty) -> Iterator[Duty]:
    """The duties of the items on a stem: one a verb with an object of its own."""
    for item in items:
        inner = context.document.items(item)
        if inner and _ITEMS_FORM.search(item.clean) and len(item.clean.split()) < 8:
            yield from _listed(context, inner, stem)
            continue
        head = sentences(item.clean)[:1]
        stop = head[0][1] if head else len(item.clean)
        if re.search(r"\bfirst\s+(?:such\s+)?report\b", item.clean[stop:]):
            stop = len(item.clean)
        text = re.sub(r"[\s,;.]+(?:and|or)?\s*$", "", item.clean[:stop])
        lead = re.match(r"(?:to|that|will|must|shall)\s+", text, re.IGNORECASE)
        base = lead.end() if lead else 0
        body = text[base:]
        spans = verbs(body)
        for place, (a, b) in enumerate(spans):
            if _NO_DUTY.match(body[a:b]):
                continue
            first = 0 if place == 0 else base + a
            yield Duty(item, first, base + b, base + a, stem.bearer, stem.rule, stem.mandated_by, inferred=True)
