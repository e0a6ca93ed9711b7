"""Obligations: duties of prose and lists, of terms of reference, of tasks and of resolutions, with their values."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from ...graph.facts import Obligation
from ...graph.facts_lines import AGAIN
from ..clauses import slots
from ..context import Context
from ..duties import duties
from ..duties_addressed import imperatives
from ..duties_extent import in_few_words, object_meant, passage_end
from ..duties_meetings import meetings
from ..duty import Duty
from ..instruments import in_terms, is_announced, mandate_at
from ..recipients import recipients
from ..remits import acts
from ..resolved import resolved_duties
from ..tasks import task_duties

_TERMS = "Terms of Reference"
_CONDITION = re.compile(
    r"\b(?:unless|subject\s+to|provided\s+that|where\s+(?:appropriate|necessary|required)|if\s+necessary|as\s+(?:appropriate|required|necessary))\b[^,;.]*",
    re.IGNORECASE,
)

_SMALL = frozenset(
    [
        "the",
        "and",
        "its",
        "their",
        "with",
        "for",
        "that",
        "this",
        "from",
        "has",
        "any",
        "all",
        "each",
        "such",
        "which",
        "are",
    ]
)


def extract(context: Context) -> Iterator[Obligation]:
    """One fact a duty: the same passage for the same bearer once; what says the same again is marked as such."""
    seen: set[tuple[int, int, str]] = set()
    said: list[Obligation] = []
    for duty, mandate in _all(context):
        first, last = duty.block.text.span(duty.start, duty.end)
        key = (first, last, duty.bearer.casefold())
        if last - first < 5 or any(
            k[2] == key[2]
            and k[0] < last
            and first < k[1]
            and (min(last, k[1]) - max(first, k[0])) > 0.7 * (last - first)
            for k in seen
        ):
            continue
        seen.add(key)
        fact = _fact(context, duty, mandate)
        other = next((other for other in said if _again(fact, other)), None)
        if other is None:
            said.append(fact)
            yield fact
        else:
            evidence = dataclasses.replace(fact.evidence, rule=fact.evidence.rule + AGAIN)
            yield dataclasses.replace(other, evidence=evidence, stands_in=fact.stands_in)


def _again(fact: Obligation, other: Obligation) -> bool:
    """Whether a duty only says another again: same bearer, the same words, no value of its own that differs."""
    if fact.bearer.casefold() != other.bearer.casefold():
        return False
    for mine, his in (
        (fact.recipient, other.recipient),
        (fact.deadline, other.deadline),
        (fact.from_, other.from_),
        (fact.frequency, other.frequency),
    ):
        if mine and mine != his:
            return False
    words, others = _content(fact.action), _content(other.action)
    return len(words) > 3 and len(words & others) >= 0.85 * len(words)


def _content(action: str) -> frozenset[str]:
    """The words of an act that carry it."""
    plain = re.sub(r"\b[Ss]et(?:ting)?\s+up\b", "establish", action)
    return frozenset(word.casefold() for word in re.findall(r"[A-Z][A-Za-z0-9]+|[a-z0-9]{3,}", plain)) - _SMALL


def _all(context: Context) -> Iterator[tuple[Duty, str | None]]:
    for duty in resolved_duties(context):
        yield duty, "Resolution"
    for duty, agreed in task_duties(context):
        yield duty, "Resolution" if agreed else None
    for duty in acts(context):
        yield duty, duty.mandated_by or mandate_at(context, duty.block, duty.start, duty.end)
    for duty in (*duties(context), *imperatives(context), *meetings(context)):
        yield duty, duty.mandated_by or mandate_at(context, duty.block, duty.start, duty.end)


def _fact(context: Context, duty: Duty, mandate: str | None) -> Obligation:
    clean = block_text = duty.block.clean
    passage = clean[duty.start : duty.end]
    end = passage_end(clean, duty.action, duty.end)
    action = (duty.said or object_meant(clean[: duty.action], clean[duty.action : end])).strip(" .;,:")
    after = block_text[duty.end : duty.end + 110]
    tail = re.match(r"[.,;]?\s*(?:,?\s*the\s+first\b[^.;]*)", after, re.IGNORECASE)
    said = slots(passage + (after[: tail.end()] if tail else ""), context.head.date)
    condition = _CONDITION.search(passage)
    announced = mandate == _TERMS and is_announced(context, duty.block, duty.start)
    return Obligation(
        bearer=duty.bearer,
        action=in_few_words(action),
        recipient=tuple(recipients(context, duty.block, duty.action, duty.end, duty.bearer)),
        deadline=duty.due or said.deadline,
        from_=said.from_,
        frequency=said.frequency,
        mandated_by=mandate,
        condition=condition[0].strip() if condition else None,
        stands_in=_TERMS if in_terms(context, duty.block) else None,
        evidence=context.document.evidence(
            duty.block,
            duty.start,
            end,
            rule=f"obligation.{duty.rule}",
            certainty="inferred" if duty.inferred or announced else "explicit",
        ),
    )
