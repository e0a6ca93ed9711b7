"""Lines of reporting and accountability: by verb, by noun, by being held to account, by row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from ...graph.facts import ReportsTo
from ..bearers import bears, subject
from ..context import Context
from ..document import Block
from ..duties import antecedent, carried, duties
from ..duty import LONGEST
from ..frequency import find_frequencies
from ..recipients import named, recipients, split_names
from ..remits import acts, items
from ..resolved import resolved_duties
from ..sentences import sentences

_REPORTS = re.compile(
    r"^(?:also\s+|then\s+|in\s+turn\s+|jointly\s+)?(?:report(?:ing)?\b(?!\s+(?:lights|any|trees|street|faults|culvert|defects|incidents?))|(?:submit|provid|present|mak|giv|prepar|produc|deliver)\w*\s+(?:[\w' -]{0,60}?)\b(?:reports?|updates?|submissions?|accounts?|briefings?)\b|account\s+to|updat(?:e|ing)\s+(?:the\s+)?[A-Z])",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:(?:will|shall|must|to|would|should\s+in\s+future|now|also|who|which|is\s+to|are\s+to|required\s+to|and)\s+(?:also\s+|then\s+|normally\s+|directly\s+|formally\s+)*)?(?P<v>reports?(?:\s+back)?|mak(?:e|es|ing)\s+(?:a|an|its|their|regular)\s+(?:\w+\s+)?reports?|feedback|feeds?\s+back|reporting)\s+(?:[\w-]+ly\s+|back\s+|on\s+(?:the\s+)?[\w ,']{3,70}?\s+|progress\s+|monthly\s+|directly\s+|in\s+|formally\s+)*?(?:to|at\s+(?:a|each|every|the\s+next)\s+(?:future\s+)?meetings?\s+of)\s+(?=(?:the\s+|its\s+|their\s+|full\s+|each\s+|this\s+|a\s+)?[A-Za-z])"
)
_ACCOUNTABLE = re.compile(
    r"\b(?:is|are|be|remain|remains|being)\s+(?:directly\s+|ultimately\s+|also\s+|democratically\s+)*(?P<how>accountable|answerable|responsible)\s+to\s+"
)
_HOLDS = re.compile(
    r"\bhold(?:ing|s)?\s+to\s+account\s+(?P<who2>[^.;]{3,90}?)(?=\s+(?:for|on|in|over)\b|[.;]|$)|\b(?:hold|holds|holding|held)\s+(?:to\s+)?(?P<who>[^.;]{3,90}?)\s+to\s+account\b",
    re.IGNORECASE,
)
_RECEIVES = re.compile(
    r"(?P<src>(?:an?\s+|the\s+)?[A-Z][\w' -]{2,50}?)\s+from\s+(?:which|whom)\s+(?P<who>the\s+[\w' -]{3,60}?)\s+(?:will|shall|is\s+to)\s+receive\s+(?:\w+\s+){0,3}?(?:reports?|updates?)\b|\breceiv\w+\s+(?:[\w-]+\s+){0,4}?(?:reports?|updates?)\s+(?:[\w ]{0,30}?)from\s+(?P<from>(?:the\s+)?[\w'& -]{3,70}?)(?=\s+(?:on|about|regarding|how|at|in|for|to|as)\b|[.;,]|$)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\breporting\s+(?:lines?|arrangements?)\s+(?:\w+\s+)?between\s+(?:the\s+)?(?P<low>[A-Z][\w' &-]+?)\s+and\s+(?:the\s+)?(?P<high>[A-Z][\w' &-]+?)(?=[.;,]|$)"
)
_PASSIVE = re.compile(
    r"\b(?P<what>[\w' -]{0,60}?(?:reports?|updates?|submissions?))\b(?:[^.;]{0,60}?)\b(?:will|shall|must|to|are|is)\s+(?:also\s+)?be\s+(?:provided|submitted|made|given|sent|presented)\s+(?:[\w ]{0,30}?)to\s+",
    re.IGNORECASE,
)
_SUBMISSION = re.compile(
    r"\b(?:quarterly|monthly|annual|regular|six[\s-]monthly|weekly)\s+(?:submissions?|reports?|updates?)\s+to\s+(?:the\s+)?(?P<to>[A-Z][\w'& ]*?)(?:\s+(?:reporting\s+)?on\s+(?P<what>[^.;]+))?(?=[.;]|$)",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"report|account|answer|responsib|receiv|updat|submission|feed|Report|Updat|Submission|Quarterly")
"""What any sentence that states a line of reporting has in it."""
_NOUN = re.compile(
    r"\b(?:an?|the|this|that|its|their|his|her|our|first|second|third|final|interim|annual|quarterly|monthly|progress|written|latest|last|next|Clerk)\s+$"
)
"""What stands before `report` where it is a noun, or a task noted without its modal (`Clerk report to …`)."""
_NARRATED = re.compile(
    r"\b(?:reported\s+to|has\s+reported|had\s+reported|was\s+reported|were\s+reported|expect\s+to\s+report|incidents?|breach)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:on|about|regarding)\s+(?P<w>(?!an?\s+\w+ly\s+basis|a\s+quarterly)[^.;]+?)(?=\s+(?:every|each|twice|at\s+(?:a|its|each|every)|by\s+\d|to\s+(?:the\s+)?[A-Z]|from\s+\d|within)\b|,\s*(?:the\s+first|on\s+a)|[.;]|$)"
)


def extract(context: Context) -> Iterator[ReportsTo]:
    """One fact a pair, with what is reported and how often."""
    seen: set[tuple[str, str]] = set()
    for fact in _all(context):
        key = (fact.subject.casefold(), fact.object.casefold())
        if key in seen or key[0] == key[1] or not fact.subject or not fact.object:
            continue
        seen.add(key)
        yield fact


def _all(context: Context) -> Iterator[ReportsTo]:
    for duty in (*resolved_duties(context), *acts(context), *duties(context)):
        text = duty.block.clean[duty.action : duty.end]
        if _REPORTS.match(text):
            to = recipients(context, duty.block, duty.action, duty.end, duty.bearer)
            for name in to:
                yield _fact(context, duty.block, duty.start, duty.end, duty.bearer, name, text, "duty")
    for item in items(context):
        yield from _row(context, item.block, item.body)
    for block in context.document.blocks:
        if block.kind == "heading":
            continue
        for start, end in sentences(block.clean):
            if end - start < LONGEST:
                yield from _sentence(context, block, start, end)


def _fact(
    context: Context,
    block: Block,
    start: int,
    end: int,
    low: str,
    high: str,
    text: str,
    rule: str,
    kind: Literal["reports", "accountable"] = "reports",
) -> ReportsTo:
    about = _ABOUT.search(text)
    what = (
        about["w"].strip(" ,")
        if about
        else "progress"
        if re.search(r"\bprogress\s+(?:report|update)", text, re.IGNORECASE)
        else None
    )
    frequency = next((f.iso for f in find_frequencies(text)), None)
    evidence = context.document.evidence(block, start, end, rule=f"reports_to.{rule}")
    return ReportsTo(
        subject=low, object=high, what=what[:160] if what else None, frequency=frequency, kind=kind, evidence=evidence
    )


def _row(context: Context, block: Block, body: str) -> Iterator[ReportsTo]:
    """Lines that an item of a body's remit states: whom it holds to account, from whom it receives reports."""
    clean = block.clean
    held = _HOLDS.search(clean)
    if held:
        who = (held["who2"] or held["who"] or "").strip()
        for name in _people(context, who, block):
            yield _fact(context, block, 0, len(clean), name, body, clean[held.end() :], "held", "accountable")
    received = _RECEIVES.search(clean)
    if received and received["from"]:
        for name in _people(context, received["from"], block):
            yield _fact(context, block, 0, len(clean), name, body, clean, "received")


def _people(context: Context, phrase: str, block: Block) -> list[str]:
    """The bodies, posts and people of a list."""
    plain = re.sub(r"^(?:to\s+)?(?:the|its|their|all)\s+", "", phrase.strip(), flags=re.IGNORECASE)
    if not plain:
        return []
    if not re.search(r"\band\b|,", plain):
        return [named(context, plain, block)] if bears(plain) or context.names.kind(plain) else []
    parts = [
        re.sub(r"^(?:the|its|their|all)\s+", "", p.strip(), flags=re.IGNORECASE)
        for p in re.split(r",\s*(?:and\s+)?|\s+and\s+", plain)
    ]
    found = split_names(context, plain, block)
    if len(found) > 1:
        return found
    apart = plain[0].islower() or re.search(r"\band\s+(?:its|their)\b", plain) or not context.names.kind(plain)
    if apart and all(p and bears(p) for p in parts):
        return [named(context, p, block) for p in parts]
    return found if bears(plain) or context.names.kind(plain) else []


def _sentence(context: Context, block: Block, start: int, end: int) -> Iterator[ReportsTo]:
    clean = block.clean
    sentence = clean[start:end]
    if not _SPEAKS.search(sentence):
        return
    for found in _ACCOUNTABLE.finditer(sentence):
        if found["how"] == "responsible" and not re.match(r"(?:the\s+)?[A-Z]", sentence[found.end() :]):
            continue
        low = _before(context, block, sentence[: found.start()])
        for high in recipients_after(context, block, start + found.end(), end):
            if low:
                yield _fact(
                    context, block, start, end, low, high, sentence[found.end() :], "accountable", "accountable"
                )
    between = _BETWEEN.search(sentence)
    if between:
        yield _fact(
            context,
            block,
            start,
            end,
            context.names.resolve(between["low"], block),
            context.names.resolve(between["high"], block),
            "",
            "between",
        )
    received = _RECEIVES.search(sentence)
    if received and received["src"]:
        giver = context.names.resolve(re.sub(r"^.*\b(?:by|with|and)\s+", "", received["src"]), block)
        yield _fact(
            context, block, start, end, giver, context.names.resolve(received["who"], block), sentence, "received"
        )
    held = _HOLDS.search(sentence)
    if held and not block.cell:
        who = (held["who2"] or held["who"] or "").strip()
        superior = _before(
            context,
            block,
            re.sub(
                r"\b(?:in\s+future\s+be\s+responsible\s+for|have\s+a\s+\w+\s+function\s+to|will|to|should|shall|must)\s*$",
                "",
                sentence[: held.start()].rstrip(),
            ).rstrip(),
        )
        for held_one in _people(context, who, block):
            if superior:
                yield _fact(
                    context, block, start, end, held_one, superior, sentence[held.end() :], "held", "accountable"
                )
    if _NARRATED.search(sentence):
        return
    made = _PASSIVE.search(sentence)
    if made:
        by = re.search(r"\bby\s+(?:the\s+)?([A-Z][\w' ]+?)(?=\s+to\b|[.;,]|$)", sentence[made.start() :])
        low_name = context.names.resolve(by[1], block) if by else antecedent(context, block, start)
        for high in recipients_after(context, block, start + made.end(), end):
            if low_name:
                yield _fact(context, block, start, end, low_name, high, sentence, "passive")
    for found in _VERB.finditer(sentence):
        if found["v"] == "report" and _NOUN.search(sentence[: found.start("v")]):
            continue
        low = _before(context, block, sentence[: found.start()])
        if low is None or re.search(r"\b(?:may|might|could|can|would\s+like\s+to)\s*$", sentence[: found.start()]):
            continue
        for high in recipients_after(context, block, start + found.end(), end):
            yield _fact(context, block, start, end, low, high, sentence[found.start() :], "verb")
    said = _SUBMISSION.search(sentence)
    if said and not made and block.kind == "item":
        low_name = _stem_subject(context, block)
        if low_name:
            yield _fact(
                context, block, start, end, low_name, context.names.resolve(said["to"], block), sentence, "submission"
            )


def recipients_after(context: Context, block: Block, start: int, end: int) -> list[str]:
    """The names that a passage beginning with `to`'s object lists."""
    text = block.clean[start:end]
    stop = re.search(
        r"\s+(?:on|about|every|each\s+(?:month|quarter|year|week)|twice|for|in|within|by|at|demonstrating|from|through|via|as|annually|monthly|quarterly|regularly|with|who|which|that|after|before|when|where|if|unless|once|following|during|and\s+(?:is|are|was|will|shall|must|has|have|may|(?!(?:services|members|governors|trustees|councillors|officers|directors|ministers|commissioners|partners)\b)[a-z]+s\s+(?:it|them|the|an?|its|their|monthly|quarterly)))\b|[.;(]",
        text,
    )
    phrase = text[: stop.start()] if stop else text
    return _people(context, phrase.strip(" ,"), block)


def _before(context: Context, block: Block, before: str) -> str | None:
    """The subject that the words before a verb name; a generic one by the names of the document."""
    plain = re.sub(
        r"\s+(?:will|shall|must|would|to|now|also|is|are|should|in\s+future|attending\s+selective\s+meetings\s+and)+$",
        "",
        before.rstrip(),
    )
    plain = re.sub(r",\s+(?:which|who|that)\s+[^,]+,?\s*$", "", plain)
    inner = re.sub(r",\s+which\s+[^,]+,\s*", " ", plain + " ")
    span = subject(plain) or subject(inner.rstrip())
    if not span:
        return carried(context, block, block.clean.find(before), before) if re.search(r"\band\s*$", plain) else None
    phrase = re.sub(
        r"^(?:the|a|an|its|all)\s+",
        "",
        (plain if subject(plain) else inner)[span[0] : span[1]].strip(),
        flags=re.IGNORECASE,
    )
    if re.search(r"\b(?:meets|is\s+chaired|required|requires|circulate|submit)\b", phrase):
        return antecedent(context, block, block.clean.find(before)) if re.search(r"\bmeets\b", phrase) else None
    this = re.match(r"[Tt]his\s+(\w+)$", phrase)
    if this:
        at = block.clean.find(before) + len(before) - len(this[1])
        said = [
            m.name
            for m in context.names.mentions(block)
            if m.kind == "body" and m.end <= at and m.name.casefold().endswith(this[1].casefold())
        ]
        if said:
            return said[-1]
    if phrase.casefold() in {"it", "they", "he", "she", "we"}:
        resolved = context.names.resolve(phrase, block)
        return (
            resolved
            if resolved.casefold() not in {"it", "they", "he", "she", "we"}
            else antecedent(context, block, block.clean.find(before))
        )
    return context.names.resolve(phrase, block)


def _stem_subject(context: Context, block: Block) -> str | None:
    at = block.stem
    while at is not None:
        stem = context.document.blocks[at]
        found = subject(re.split(r"\b(?:has|have|had|must|shall|will|is|are|was)\b", stem.clean)[0])
        if found:
            return context.names.resolve(
                re.sub(r"^(?:the)\s+", "", stem.clean[found[0] : found[1]], flags=re.IGNORECASE), stem
            )
        named = [m.name for m in context.names.mentions(stem) if m.kind == "body"]
        if named:
            return named[0]
        at = stem.stem
    return None
