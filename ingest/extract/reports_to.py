"""Lines of reporting and accountability: by verb, by noun, by being held to account, by row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from ...graph.facts import ReportsTo
from ..bearers import bears
from ..context import Context
from ..document import Block
from ..duties import antecedent, duties
from ..duty import LONGEST
from ..frequency import find_frequencies
from ..recipients import named, recipients
from ..remits import acts, items
from ..remits_scope import row_label
from ..reporting import (
    ABOUT,
    ACCOUNTABLE,
    ACCOUNTS,
    AGREED,
    BETWEEN,
    HELD_BY,
    HOLDS,
    NAMES_ALONE,
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
from ..reporting_ends import lower_end, lower_ends, people, recipients_after, stem_subject
from ..resolved import resolved_duties
from ..seats import body_about
from ..sentences import sentences


def extract(context: Context) -> Iterator[ReportsTo]:
    """One fact a pair, with what is reported and how often."""
    found: dict[tuple[str, str], ReportsTo] = {}
    for fact in _all(context):
        key = (fact.subject.casefold(), fact.object.casefold())
        if key[0] == key[1] or key[1].endswith(("meeting", "agm")) or not fact.subject or not fact.object:
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
        for high in people(context, said, block) if low else ():
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
        for name in people(context, who, block):
            yield _fact(context, block, 0, len(clean), name, body, clean[held.end() :], "held", "accountable")
    if (own := OWN_REPORT.search(clean)) and bears(own["who"]):
        yield _fact(context, block, 0, len(clean), named(context, own["who"], block), body, clean, "received")
    received = RECEIVES.search(clean)
    if received and received["from"]:
        for name in people(context, received["from"], block):
            yield _fact(context, block, 0, len(clean), name, body, clean, "received")


def _sentence(context: Context, block: Block, start: int, end: int) -> Iterator[ReportsTo]:
    clean = block.clean
    sentence = clean[start:end]
    if not SPEAKS.search(sentence):
        return
    for found in ACCOUNTABLE.finditer(sentence):
        if found["how"] == "responsible" and not re.match(r"(?:the\s+)?[A-Z]", sentence[found.end() :]):
            continue
        for low in lower_ends(context, block, start, sentence[: found.start()]):
            for high in recipients_after(context, block, start + found.end(), end):
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
        superior = lower_end(
            context,
            block,
            re.sub(
                r"\b(?:in\s+future\s+be\s+responsible\s+for|have\s+a\s+\w+\s+function\s+to|will|to|should|shall|must)\s*$",
                "",
                sentence[: held.start()].rstrip(),
            ).rstrip(),
        )
        for held_one in people(context, who, block):
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
        if re.search(r"\b(?:may|might|could|can|would\s+like\s+to)\s*$", sentence[: found.start()]):
            continue
        relative = found[0].startswith(("who", "which"))
        for name in lower_ends(context, block, start, sentence[: found.start()], relative=relative):
            for high in recipients_after(context, block, start + found.end(), end):
                yield _fact(context, block, start, end, name, high, sentence[found.start() :], "verb")
    for found in AGREED.finditer(sentence):
        who, at = lower_end(context, block, sentence[: found.start()]), start + found.start("act")
        for high in recipients(context, block, at, end, who or "") if who else ():
            yield _fact(context, block, start, end, who or "", high, sentence[found.start() :], "agreed")
    for found in HELD_BY.finditer(sentence):
        who = lower_end(context, block, sentence[: found.start()])
        for high in recipients_after(context, block, start + found.end(), end) if who else ():
            yield _fact(context, block, start, end, who or "", high, sentence, "held", "accountable")
    said = SUBMISSION.search(sentence)
    if said and not made and block.kind == "item":
        low_name = stem_subject(context, block)
        if low_name:
            yield _fact(
                context, block, start, end, low_name, context.names.resolve(said["to"], block), sentence, "submission"
            )
