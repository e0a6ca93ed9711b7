"""Obligations: duties of prose and lists, of terms of reference, of tasks and of resolutions, with their values."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

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
_REACH = 512
_CONDITION = re.compile(
    r"\b(?:unless|subject\s+to|provided\s+that|where\s+(?:appropriate|necessary|required)|if\s+necessary|as\s+(?:appropriate|required|necessary))\b[^,;.]*",
    re.IGNORECASE,
)

_BY_PLACE = frozenset({"task-log", "task-officer", "remit"})
"""Rules by which it is the column, the margin or the heading that says whose a duty is."""
_BY_WHEN = re.compile(r"(?:By|Before|Within|No\s+later\s+than|Not\s+later\s+than)\s")
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
    seen: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    said = _Said()
    for duty, mandate in _all(context):
        first, last = duty.block.text.span(duty.start, duty.end)
        bearer = duty.bearer.casefold()
        places = [(bearer, place) for place in range(first // _REACH, last // _REACH + 1)]
        if last - first < 5 or any(_overlap((first, last), span) for place in places for span in seen[place]):
            continue
        for place in places:
            seen[place].append((first, last))
        fact = _fact(context, duty, mandate)
        other = said.before(fact)
        if other is None:
            said.add(fact)
            yield fact
        else:
            evidence = dataclasses.replace(fact.evidence, rule=fact.evidence.rule + AGAIN)
            yield dataclasses.replace(other, evidence=evidence, stands_in=fact.stands_in)


def _overlap(span: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether most of a passage lies in another."""
    return min(span[1], other[1]) - max(span[0], other[0]) > 0.7 * (span[1] - span[0])


class _Said:
    """The duties of a document so far; asks which of them, if any, a new one only says again.

    They are kept by bearer and each value that a new one may give, so that a long paper is not compared with itself.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], list[tuple[frozenset[str], Obligation]]] = defaultdict(list)

    def before(self, fact: Obligation) -> Obligation | None:
        """The first duty that one only says again: same bearer, the same words, no value of its own that differs."""
        words = _content(fact.action)
        if len(words) <= 3:
            return None
        for others, other in self._kept[self._key(fact, [bool(value) for value in self._values(fact)])]:
            if len(words & others) >= 0.85 * len(words):
                return other
        return None

    def add(self, fact: Obligation) -> None:
        """Keep a duty, under each choice of its values that a later one may give."""
        words = _content(fact.action)
        for given in product((False, True), repeat=4):
            if all(value or not told for value, told in zip(self._values(fact), given, strict=True)):
                self._kept[self._key(fact, given)].append((words, fact))

    @staticmethod
    def _values(fact: Obligation) -> tuple[object, ...]:
        return fact.recipient, fact.deadline, fact.from_, fact.frequency

    def _key(self, fact: Obligation, given: Sequence[bool]) -> tuple[object, ...]:
        """The bearer and the values that are given; the others as None."""
        values = (value if told else None for value, told in zip(self._values(fact), given, strict=True))
        return (fact.bearer.casefold(), *values)


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
        deadline=duty.due or said.deadline or _of_stem(context, duty),
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
            certainty="inferred" if duty.inferred or announced else "layout" if duty.rule in _BY_PLACE else "explicit",
        ),
    )


def _of_stem(context: Context, duty: Duty) -> str | None:
    """The deadline with which the stem of a duty's list begins (`By 31 December the Council must:`)."""
    stem = context.document.blocks[duty.block.stem] if duty.block.stem is not None else None
    if stem is None or not _BY_WHEN.match(stem.clean) or len(stem.clean) > 300:
        return None
    return slots(stem.clean, context.head.date).deadline
