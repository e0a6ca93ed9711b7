"""Lines of reporting and accountability: by verb, by noun, by being held to account, by row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
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
from ..remits_scope import row_label
from ..reporting import (
    ABOUT,
    ACCOUNTABLE,
    ACCOUNTS,
    BETWEEN,
    NAMES_ALONE,
    HOLDS,
    NARRATED,
    NOUN,
    OWN_REPORT,
    PASSIVE,
    RECEIVES,
    REPORTS,
    SPEAKS,
    SUBMISSION,
    VERB,
)
from ..resolved import resolved_duties
from ..seats import body_about
from ..sentences import sentences


def extract(context: Context) -> Iterator[ReportsTo]:
    """One fact a pair, with what is reported and how often."""
    found: dict[tuple[str, str], ReportsTo] = {}
    for fact in _all(context):
        key = (fact.subject.casefold(), fact.object.casefold())
        if key[0] == key[1] or not fact.subject or not fact.object:
            continue
        first = found.setdefault(key, fact)
        found[key] = replace(first, what=first.what or fact.what, frequency=first.frequency or fact.frequency)
    yield from found.values()


def _all(context: Context) -> Iterator[ReportsTo]:
    for duty in (*resolved_duties(context), *acts(context), *duties(context)):
        text = duty.block.clean[duty.action : duty.end]
        if REPORTS.match(text):
            to = recipients(context, duty.block, duty.action, duty.end, duty.bearer)
            for name in to:
                yield _fact(context, duty.block, duty.start, duty.end, duty.bearer, name, text, "duty")
    yield from _labelled(context)
    for item in items(context):
        yield from _row(context, item.block, item.body)
    for block in context.document.blocks:
        if block.kind == "heading":
            continue
        for start, end in sentences(block.clean):
            if end - start < LONGEST:
                yield from _sentence(context, block, start, end)


def _labelled(context: Context) -> Iterator[ReportsTo]:
    """Names alone in a row or chapter headed `Accountable to` or `Reporting to`."""
    for block in context.document.blocks:
        if block.kind == "heading" or len(block.clean) > 160:
            continue
        above = context.document.headings(block)[:1]
        label = (
            row_label(context, block)
            if block.cell and block.cell.column
            else above[0].clean
            if above and not block.cell
            else ""
        )
        if not NAMES_ALONE.fullmatch(block.clean.strip(" .")) or not ACCOUNTS.fullmatch(label.strip(" *:")):
            continue
        low = body_about(context, block)
        said = re.sub(
            r"^(?:(?:directly\s+)?accountable|reports?|reporting|answerable)\s+(?:directly\s+)?to\s+",
            "",
            block.clean.strip(" ."),
            flags=re.IGNORECASE,
        )
        kind: Literal["reports", "accountable"] = "accountable" if "ccount" in label + block.clean else "reports"
        for high in _people(context, said, block) if low else ():
            yield _fact(context, block, 0, len(block.clean), low or "", high, "", "label", kind)


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
    about = ABOUT.search(text)
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
    held = HOLDS.search(clean)
    if held:
        who = (held["who2"] or held["who"] or "").strip()
        for name in _people(context, who, block):
            yield _fact(context, block, 0, len(clean), name, body, clean[held.end() :], "held", "accountable")
    if (own := OWN_REPORT.search(clean)) and bears(own["who"]):
        yield _fact(context, block, 0, len(clean), named(context, own["who"], block), body, clean, "received")
    received = RECEIVES.search(clean)
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
    if not SPEAKS.search(sentence):
        return
    for found in ACCOUNTABLE.finditer(sentence):
        if found["how"] == "responsible" and not re.match(r"(?:the\s+)?[A-Z]", sentence[found.end() :]):
            continue
        low = _before(context, block, sentence[: found.start()])
        for high in recipients_after(context, block, start + found.end(), end):
            if low:
                yield _fact(
                    context, block, start, end, low, high, sentence[found.end() :], "accountable", "accountable"
                )
    between = BETWEEN.search(sentence)
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
    received = RECEIVES.search(sentence)
    if received and received["src"]:
        giver = context.names.resolve(re.sub(r"^.*\b(?:by|with|and)\s+", "", received["src"]), block)
        yield _fact(
            context, block, start, end, giver, context.names.resolve(received["who"], block), sentence, "received"
        )
    held = HOLDS.search(sentence)
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
    if NARRATED.search(sentence):
        return
    made = PASSIVE.search(sentence)
    if made:
        by = re.search(r"\bby\s+(?:the\s+)?([A-Z][\w' ]+?)(?=\s+to\b|[.;,]|$)", sentence[made.start() :])
        low_name = context.names.resolve(by[1], block) if by else antecedent(context, block, start)
        for high in recipients_after(context, block, start + made.end(), end):
            if low_name:
                yield _fact(context, block, start, end, low_name, high, sentence, "passive")
    for found in VERB.finditer(sentence):
        if found["v"] == "report" and NOUN.search(sentence[: found.start("v")]):
            continue
        low = _before(context, block, sentence[: found.start()])
        if low is None or re.search(r"\b(?:may|might|could|can|would\s+like\s+to)\s*$", sentence[: found.start()]):
            continue
        for high in recipients_after(context, block, start + found.end(), end):
            yield _fact(context, block, start, end, low, high, sentence[found.start() :], "verb")
    said = SUBMISSION.search(sentence)
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
