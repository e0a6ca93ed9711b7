"""Duties of prose and lists: what the text lays on somebody by its modal verbs, and by the stems of its lists.

Invariant: each duty has one bearer that its own passage or the stem above it names; what is done already, wished,
permitted or foreseen is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .bearers import agent, subject
from .clauses import verbs
from .context import Context
from .document import Block
from .duties_imposed import imposed
from .duty import Duty, antecedent, named
from .instruments import in_terms, mandate_at
from .sentences import sentences

_MODAL = re.compile(
    r"\b(?P<m>must|shall"
    r"|(?:is|are|was|were|be)\s+(?:also\s+|now\s+)?(?:legally\s+|statutorily\s+)?(?:required|obliged|bound|mandated|directed|instructed)(?:\s+(?:by|under|in)\s+(?:[^,.;]{3,110}?))?\s+to"
    r"|(?:is|are)\s+to(?=\s+[a-z])"
    r"|(?:has|have)\s+(?:also\s+)?(?:an?|the)\s+(?:\w+\s+){0,2}?(?:duty|obligation)(?:\s+under\s+[^,.;]{3,90}?)?\s+to"
    r"|(?:has|have|had)\s+(?:also\s+)?been\s+(?:tasked|charged)\s+(?:to|with)|(?:is|are)\s+(?:tasked|charged)\s+with(?=\s+\w+ing)"
    r"|(?:is|are)\s+under\s+an?\s+(?:\w+\s+)?(?:duty|obligation)(?:\s+under\s+[^,.;]{3,80}?)?\s+to"
    r"|will|would|undertakes?\s+to"
    r"|(?:(?:is|are|be)\s+)responsible\s+for(?=\s*:|\s+\w+ing))\b\s*(?::\s*-?|[-–]\s*$)?",
    re.IGNORECASE,
)
_OWN_DUTY = re.compile(
    r"\b(?:its|their|the\s+[A-Z]\w+'s)\s+(?:\w+\s+){0,2}dut(?:y|ies)\s+under\s+(?P<u>[^,.;]{4,80}?)\s+to\s+(?=[a-z])"
)
_NO_DUTY = re.compile(
    r"(?:also\s+|normally\s+)?(?:be\s+(?:an?\s|the\s|in\s|no\s|able|aware|entitled|eligible|deemed|treated|subject|taken|read|construed|liable|available|considered\s+as|appropriate|necessary|required|expected|of\s|on\s|at\s|from\s|for\s|known|regarded|used|[A-Z])"
    r"|not\s+be\b|have\s+(?!due\s+regard|regard)|need\b|remain\b|become\b|seek\s+to\s+(?:challenge|influence)|continue\s+to\s+(?:be|focus|rise|fall|grow)"
    r"|help\s+(?:to\s+)?(?:ensure|shape)|strengthen|enable|bring\s+about|include\b|comprise|consist|replace\b|pay\s+for|consider\s+equalities"
    r"|apply\b|expire|cease|lapse|focus\b|occur|take\s+(?:place|effect)|result|depend|mean\b|arise|end\b|last\b|constitute|serve\s+(?:a|an|as|for)\b|automatically)",
)
_OPEN_ENDED = re.compile(
    r"(?:focus|drive|support\s+the\s+council|seek|aim\s+to\s+be|monitor\b|oversee|provide\s+(?:oversight|challenge|advice|strategic|leadership)|ensure\s+that\s+it\b|challenge|promote|champion)",
    re.IGNORECASE,
)
_STEM = re.compile(r":\s*-?\s*$|[-–]\s*$")
_JOINED = re.compile(r"\b(?:and|or|but)\s+(?:also\s+|then\s+|in\s+turn\s+|where\s+\w+,?\s+)?$", re.IGNORECASE)
_NEXT = re.compile(
    r"(?:[,;]\s+(?:and|but|while|whilst|whereas|so)|;|\s+(?:and|but))\s+(?=(?:the|it|they|each|all|this|any|no|he|she|if|members|officers|section|[A-Z][a-z]+\s+(?:will|shall|must))\b)"
)
_FORMS = re.compile(r",?\s+(?:in\s+the\s+form\s+of|including|namely)\s+(?=[a-z-]+ing\s)")
_DONE = re.compile(
    r",?\s+which\s+(?:will|shall|must)\s|,?\s+(?:and|but|which|although|though|so)\s+(?:the\s+)?[\w']+(?:\s[\w']+){0,4}?\s+(?:did|was|were|has|had|have)\b"
)


@lru_cache(maxsize=8)
def duties(context: Context) -> tuple[Duty, ...]:
    """All duties of prose and lists, in order (tasks and terms-of-reference items apart)."""
    out: list[Duty] = []
    done: set[int] = set()
    for block in context.document.blocks:
        if block.index in done or block.kind == "heading":
            continue
        for start, end in sentences(block.clean):
            for duty, items in _sentence(context, block, start, end):
                if items:
                    done.update(b.index for b in items)
                    out.extend(_listed(context, items, duty))
                else:
                    out.append(duty)
    return tuple(out)


Found = tuple[Duty, list[Block]]


def _sentence(context: Context, block: Block, start: int, end: int) -> Iterator[Found]:
    """Duties of a sentence; with the list that hangs on it where the sentence is a stem."""
    sentence = block.clean[start:end]
    covered: list[tuple[int, int]] = []
    for law in imposed(sentence):
        bearer = named(context, law.who, block, start + law.act)
        stop = _ends(sentence, law.act)
        covered.append((law.act, stop))
        if bearer:
            yield from _predicate(context, block, start + law.start, start + law.act, start + stop, bearer, "obliges")
    if own := _OWN_DUTY.search(sentence):
        before = sentence[: own.start()]
        whose = re.match(r"(?:the\s+)([A-Z]\w+)'s", own[0])
        bearer = context.names.resolve(whose[1], block) if whose else _last_named(context, block, before, start)
        if bearer:
            covered.append((own.start(), len(sentence)))
            yield (
                Duty(block, start + own.start(), end - (sentence[-1] in ".;"), start + own.end(), bearer, "own-duty"),
                [],
            )
    yield from _modals(context, block, start, end, covered)


def _last_named(context: Context, block: Block, before: str, start: int) -> str | None:
    """Whose duty `its duty under …` is: the body or person named last before it."""
    near = [
        m
        for m in context.names.mentions(block)
        if m.kind in {"body", "post", "person"} and start <= m.start < start + len(before)
    ]
    if near:
        return near[-1].name
    generic = re.findall(r"\b[Tt]he\s+([A-Z][a-z]+)\b", before)
    return context.names.resolve(generic[-1], block) if generic else antecedent(context, block, start + len(before))


def _modals(context: Context, block: Block, start: int, end: int, covered: list[tuple[int, int]]) -> Iterator[Found]:
    sentence = block.clean[start:end]
    held: str | None = None
    for found in _MODAL.finditer(sentence):
        before, rest = sentence[: found.start()], sentence[found.end() :].lstrip()
        modal = found["m"].casefold()
        if any(a <= found.start() < b for a, b in covered) or found["m"] == "Will":
            continue
        joined = bool(_JOINED.search(before))
        if joined and held is None:
            held = _carried(context, block, start, before)
        joined = joined and held is not None
        span = None if joined else subject(before)
        if span:
            held = named(context, before[slice(*span)], block, start + span[0])
        elif not joined:
            held = None
        if not _binds(context, block, modal, before) or (
            modal in {"is to", "are to"} and re.match(r"(?:be\s+(?:noted|expected)|date)\b", rest)
        ):
            continue
        first = found.start() if joined or not span else _article(before, span[0])
        at = start + found.end()
        stem = bool(_STEM.search(sentence))
        passive = re.match(
            r"(?:also\s+|normally\s+|\w+ly\s+)?be\s+(?:\w+ly\s+)?\w+(?:ed|en|t|de|ld|wn|ne|ut|up)\b", rest
        ) and not re.match(r"be\s+responsible", rest)
        if (
            not stem
            and (_NO_DUTY.match(rest) and not re.match(r"be\s+(?:in\s+attendance|present)\b", rest))
            and not (passive and agent(rest))
        ):
            continue
        if (
            modal in {"will", "would"}
            and _OPEN_ENDED.match(rest)
            and not (stem and not re.match(r"(?:focus|seek|concentrate)", rest))
        ):
            continue
        stop = start + _ends(sentence, found.end())
        if passive:
            by = agent(rest[: max(0, stop - at)])
            held = named(context, rest[slice(*by)], block, at) if by else held if joined else None
            if held:
                yield from _passive(block, start, at, stop, rest, held, first if joined else -1, by)
                if items := _follows(context, block, stop):
                    yield Duty(block, start, stop, start, held, "passive-list"), items
            continue
        if held is None:
            continue
        duties_here = list(
            _predicate(
                context,
                block,
                start + first,
                at,
                stop,
                held,
                modal.split()[0] if modal in {"must", "shall", "will"} else "duty",
            )
        )
        if duties_here:
            covered.append((found.start(), max(d.end for d, _ in duties_here) - start))
        yield from duties_here


def _carried(context: Context, block: Block, start: int, before: str) -> str | None:
    """The subject of the verb before, for one joined to it by `and` (`The Chair is elected yearly and shall …`)."""
    verb = re.search(r"\b(?:is|are|was|were|has|have|had|may|meets?|reports?|acts?|holds?|can|should)\b", before)
    span = subject(before[: verb.start()]) if verb else None
    return named(context, before[slice(*span)], block, start + span[0]) if span else None


def _article(before: str, at: int) -> int:
    lead = re.search(r"(?:\b[Tt]he|\b[Aa]n?|\b[Ee]ach|\b[Aa]ll|\b[Ee]very|\b[Aa]ny)\s+$", before[:at])
    return lead.start() if lead else at


def _ends(sentence: str, at: int) -> int:
    """Where the predicate that begins at `at` ends: before a coordinated clause with a subject of its own."""
    done = _DONE.search(sentence, at)
    stop = done.start() if done and done.start() > at + 8 else len(sentence)
    for cut in _NEXT.finditer(sentence, at, stop):
        verb = re.search(
            r"\b(?:must|shall|will|is|are|has|have|may|should|requires?)\b", sentence[cut.end() : cut.end() + 90]
        )
        if verb and subject(sentence[cut.end() : cut.end() + verb.start()]):
            return cut.start()
        if verb and verb[0].startswith("requir"):
            return cut.start()
    return stop


def _binds(context: Context, block: Block, modal: str, before: str) -> bool:
    """Whether a modal binds here: `will` in directions, terms of reference and recitals of them, not in conditions."""
    if modal not in {"will", "would"}:
        return not re.search(r"\b(?:would|may|might|could|not)\s+$", before)
    if re.search(r"\b(?:if|unless|whether|once)\s+[^,]*$", before[-60:], re.IGNORECASE):
        return False
    if modal == "would":
        return context.head.kind == "terms" and in_terms(context, block)
    return (
        context.head.kind in {"directions", "terms", "rules"}
        or in_terms(context, block)
        or bool(
            re.search(
                r"\bdraft\s+terms\s+of\s+reference\b|\b(?:Board|Committee|Panel|Group)\s+will\s+meet\b", block.clean
            )
        )
    )


def _predicate(
    context: Context, block: Block, passage: int, at: int, end: int, bearer: str, rule: str
) -> Iterator[Found]:
    """The duties of what follows a modal or `to`: one a verb, or those of the list below."""
    clean = block.clean
    while at < end and clean[at] in " :-–,":
        at += 1
    rest = clean[at:end]
    items = context.document.items(block) if end >= len(clean.rstrip()) - 1 else []
    if items and (not rest.strip(" :-") or (_STEM.search(clean[passage:end]) and len(rest.split()) < 9)):
        yield Duty(block, passage, end, at, bearer, rule + "-list", mandate_at(context, block, passage, end)), items
        return
    for place, (a, b) in enumerate(_acts(rest)):
        text = rest[a:b].rstrip(" .;,:-")
        if place and _NO_DUTY.match(text):
            continue
        if len(text) > 2:
            yield Duty(block, passage if place == 0 else at + a, at + a + len(text), at + a, bearer, rule), []


def _acts(rest: str) -> list[tuple[int, int]]:
    """The acts of a predicate, with those that it spells out (`in the form of taking minutes and …`)."""
    forms = _FORMS.search(rest)
    if not forms:
        return verbs(rest)
    spelt = verbs(rest[forms.end() :])
    if len(spelt) < 2:
        return verbs(rest)
    return [*verbs(rest[: forms.start()]), *((forms.end() + a, forms.end() + b) for a, b in spelt)]


def _passive(
    block: Block, start: int, at: int, end: int, rest: str, bearer: str, first: int, by: tuple[int, int] | None
) -> Iterator[Found]:
    """A duty in the passive: whole, from its subject on; from the verb on where it goes on with the one before."""
    clean = block.clean
    begin = start + first
    if first < 0:
        heads = re.finditer(r"[;:]\s+|,\s+and\s+|\b(?:that|because|while)\s+", clean[start:at])
        begin = start + max((m.end() for m in heads), default=0)
    again = re.search(r",?\s+(?:and|but)\s+(?:shall|must|will)\b", clean[at:end])
    text = clean[begin : at + again.start() if again else end].rstrip(" .;,:")
    said = re.sub(r"\b(?:shall|must|will|is\s+to|are\s+to)\s+(?=(?:\w+ly\s+)?be\b)", "", text, count=1)
    if by:
        said = said.replace(rest[_by_start(rest, by[0]) : by[1]], "", 1)
    yield Duty(block, begin, begin + len(text), begin, bearer, "passive", said=" ".join(said.split()).strip(" ,")), []


def _by_start(rest: str, at: int) -> int:
    found = re.search(r"\bby\s+((?:the|an?|each|its|their|our)\s+)?$", rest[:at])
    return found.start() if found else at


def _follows(context: Context, block: Block, end: int) -> list[Block]:
    """The list on a block whose last words say that it belongs to the duty before (`This will include:`)."""
    tail, inside = block.clean[end:].strip(), block.clean[:end].rstrip()
    if re.search(r"\binclud\w+:?$", tail or inside) or (not tail.strip(".") and inside.endswith(":")):
        return context.document.items(block)
    return []


def _listed(context: Context, items: list[Block], stem: Duty) -> Iterator[Duty]:
    """The duties of the items on a stem: one a verb with an object of its own."""
    for item in items:
        inner = context.document.items(item)
        if inner and _STEM.search(item.clean) and len(item.clean.split()) < 8:
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
        for place, (a, b) in enumerate(verbs(body)):
            if _NO_DUTY.match(body[a:b]):
                continue
            yield Duty(
                item,
                0 if place == 0 else base + a,
                base + b,
                base + a,
                stem.bearer,
                stem.rule,
                stem.mandated_by,
                inferred=True,
            )


__all__ = ["Duty", "antecedent", "duties"]
