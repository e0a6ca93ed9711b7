"""What a check finds: a contradiction between documents or a gap in them, with the words on each side.

Invariant: a finding's identifier is made from its rule and from what it is about, never from wording or order, so that a
decision about it holds as long as the thing it is about stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ..ids import BASE, relation_id
from ..questions.asof import earliest, is_date
from ..questions.reading import Look, Proof, Ref

Group = Literal["contradiction", "gap"]
Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""From the gravest: documents that cannot both be right; something that needs an answer; something to know."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a finding: what it says, and the words that say it."""

    says: str
    evidence: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a check found; `kind` is the rule's name in words, `since` the first day on which it can be seen.

    `accepted` is why the ledger accepts it, if it does.
    """

    id: str
    rule: str
    kind: str
    group: Group
    severity: Severity
    text: str
    explanation: str
    about: tuple[Ref, ...]
    since: str | None
    sides: tuple[Side, ...]
    evidence: tuple[Proof, ...]
    accepted: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule hands over: the parts that define the finding, its sentence, what it is about, its sides."""

    parts: tuple[str, ...]
    text: str
    about: tuple[Ref, ...]
    sides: tuple[Side, ...]


Finder = Callable[[Look, str | None], Iterable[Found]]
"""Looks through a store as of a day, or as of its newest paper."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check: its identifier, its name in words, how grave it is, what it means, and what looks for it."""

    id: str
    title: str
    group: Group
    severity: Severity
    explanation: str
    find: Finder

    def findings(self, look: Look, on: str | None) -> Iterator[Finding]:
        """What it finds, each thing once."""
        base = str(getattr(look.store, "base", BASE))
        seen = set()
        for found in self.find(look, on):
            address = relation_id(base, "finding", self.id, *found.parts)
            if address in seen:
                continue
            seen.add(address)
            proofs = {(p.document, p.start, p.end): p for side in found.sides for p in side.evidence}
            yield Finding(
                id=address,
                rule=self.id,
                kind=self.title,
                group=self.group,
                severity=self.severity,
                text=found.text,
                explanation=self.explanation,
                about=found.about,
                since=since(found.sides),
                sides=found.sides,
                evidence=tuple(proofs[place] for place in sorted(proofs)),
            )


def since(sides: Iterable[Side]) -> str | None:
    """The first day on which every side has been said by a dated paper; None if no paper has a date."""
    days = []
    for side in sides:
        dated = [earliest(p.date) for p in side.evidence if p.date and is_date(p.date)]
        if dated and len(dated) == len(side.evidence):
            days.append(min(dated))
    return max(days, default=None)
