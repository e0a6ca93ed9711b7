"""One duty, many sayings: which obligations that several passages and papers state are the same.

Two sayings are of one duty if they are one bearer's, of the same act, on the same matter, and neither names another
instrument, frequency or recipient; another deadline makes another duty, unless two papers differ in that alone, which is a
disagreement and shown as one. Invariant: sayings are taken in the order of their statements, those that name an instrument
first, so that the order of reading leaves no trace.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .facts import Obligation
from .houses import houses
from .mandates import body_set_up
from .names import key
from .topics import FEWEST, act

if TYPE_CHECKING:
    from .derive import Derivation
    from .statements import Statement
    from .topics import Topics

_ALIKE = 0.6
_VERY_ALIKE = 0.8
_STEM = re.compile(r"(?:ting|ing|ed|es|s|e)$")
_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|final|interim|draft|initial|next|last|annual)\b")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?$")


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement of a duty: its bearer and instrument (by address), its act, to whom, what it is about, all its stems.

    To whom is by address and, for ministries and ministers, by what both are called after: a paper that names both tells
    them apart, two papers may not.
    """

    s: Statement
    fact: Obligation
    bearer: str
    under: str | None
    act: str
    to: frozenset[str]
    about: frozenset[str]
    stems: frozenset[str]


@dataclass(slots=True)
class Duty:
    """Sayings of one duty, the first of which names it."""

    sayings: list[Saying] = field(default_factory=list)

    @property
    def under(self) -> str | None:
        """The instrument that one of the sayings names."""
        return next((one.under for one in self.sayings if one.under), None)


class Duties:
    """The duties of all statements; `place` tells which one a statement says, `action` how it is called."""

    def __init__(self, d: Derivation, topics: Topics) -> None:
        self._d, self._topics = d, topics
        self._of: dict[str, Duty] = {}
        self._parts: dict[int, tuple[str, ...]] = {}
        found = [one for s in d.said if isinstance(s.fact, Obligation) and (one := self._saying(s, s.fact))]
        groups: dict[tuple[str, str, str], list[Saying]] = defaultdict(list)
        for one in found:
            groups[(one.s.collection, one.bearer, one.act)].append(one)
        taken: set[tuple[str, ...]] = set()
        for place in sorted(groups):
            for duty in _duties(groups[place]):
                self._keep(duty, taken)

    def place(self, s: Statement) -> tuple[str, ...] | None:
        """What defines the duty that a statement says: its bearer, its instrument, the act; None if it says none."""
        duty = self._of.get(s.iri)
        return self._parts[id(duty)] if duty else None

    def action(self, s: Statement) -> str:
        """How the duty of a statement is called: in the words of the saying that tells most in fewest."""
        sayings = self._of[s.iri].sayings
        best = max(sayings, key=lambda one: (len(one.about), -len(one.fact.action), one.fact.action))
        return best.fact.action

    def _saying(self, s: Statement, fact: Obligation) -> Saying | None:
        d = self._d
        bearer = d.who.entity(d.minister(fact.bearer, s) or fact.bearer, s.collection, s.document)
        if bearer is None:
            return None
        under = d.instruments.name_of(fact.mandated_by or "", s)
        to: set[str] = set()
        for name in fact.recipient:
            if e := d.who.entity(d.minister(name, s) or name, s.collection, s.document):
                to |= {e.id, *(house for n in e.names for house in houses(n))}
        if body := body_set_up(d, s, fact):
            return Saying(s, fact, bearer.id, under, "establish", frozenset(to), frozenset({"establish", body.id}), stems(fact.action))  # fmt: skip
        known = (*fact.recipient, fact.mandated_by or "")
        said = frozenset(word for name in known for word in self._topics.about(name, s.collection))
        about = self._topics.about(fact.action, s.collection) - said
        return Saying(s, fact, bearer.id, under, act(fact.action), frozenset(to), about, stems(fact.action))

    def _keep(self, duty: Duty, taken: set[tuple[str, ...]]) -> None:
        """Give a duty what defines it; its deadline too, where another duty has the rest."""
        first = duty.sayings[0]
        parts: tuple[str, ...] = (first.bearer, duty.under or first.s.document, key(first.fact.action))
        if parts in taken:
            parts = (*parts, first.fact.deadline or "", first.s.iri)
        taken.add(parts)
        self._parts[id(duty)] = parts
        for one in duty.sayings:
            self._of[one.s.iri] = duty


def _duties(sayings: list[Saying]) -> list[Duty]:
    """The duties that some sayings of one bearer's act are of, in order."""
    out: list[Duty] = []
    by_word: dict[str, list[Duty]] = defaultdict(list)
    bare: list[Saying] = []
    for one in sorted(sayings, key=lambda o: (o.under is None, o.s.iri)):
        if len(one.about) < FEWEST:
            bare.append(one)
            continue
        near = [duty for word in sorted(one.about) for duty in by_word[word]]
        _join(one, near, out, by_word)
    for one in bare:
        fits = [duty for duty in out if all(_may(one, other) for other in duty.sayings) and _told(one, duty)]
        _join(one, fits if len(fits) == 1 else [duty for duty in fits if _alike(one, duty.sayings[0])], out, by_word, sure=len(fits) == 1)  # fmt: skip
    return out


def _join(
    one: Saying, near: list[Duty], out: list[Duty], by_word: dict[str, list[Duty]], *, sure: bool = False
) -> None:
    """Add a saying to the first duty that it is of, else to a new one."""
    for duty in near:
        if sure or all(_may(one, other) and _same(one, other) for other in duty.sayings):
            duty.sayings.append(one)
            break
    else:
        duty = Duty([one])
        out.append(duty)
    for word in one.about:
        if duty not in by_word[word]:
            by_word[word].append(duty)


def _may(one: Saying, other: Saying) -> bool:
    """Whether nothing that two sayings give speaks against their being of one duty."""
    if one.under and other.under and one.under != other.under:
        return False
    if one.fact.frequency and other.fact.frequency and one.fact.frequency != other.fact.frequency:
        return False
    both = one.to & other.to
    if one.to and other.to and (not both or (one.s.document == other.s.document and not any(":" in to for to in both))):
        return False
    if set(_ORDINAL.findall(one.fact.action.casefold())) ^ set(_ORDINAL.findall(other.fact.action.casefold())) and not one.fact.frequency:  # fmt: skip
        return False
    return not _apart(one, other) or (one.s.document != other.s.document and _share(one.stems, other.stems) >= _VERY_ALIKE)  # fmt: skip


def _apart(one: Saying, other: Saying) -> bool:
    """Whether two sayings give deadlines that cannot be one day."""
    a, b = one.fact.deadline or "", other.fact.deadline or ""
    return bool(_DATE.match(a) and _DATE.match(b)) and not a.startswith(b) and not b.startswith(a)


def _same(one: Saying, other: Saying) -> bool:
    """Whether two sayings are on the same matter."""
    both = one.about & other.about
    if one.under is None and other.under is None and one.s.document != other.s.document:
        return _share(one.about, other.about) >= _ALIKE
    inside = len(both) >= FEWEST and len(both) == min(len(one.about), len(other.about))
    return inside or _share(one.about, other.about) >= _ALIKE


def _told(one: Saying, duty: Duty) -> bool:
    """Whether a saying that tells no matter is of the only duty that it can be of: as often, to the same, under the same."""
    return any(
        one.under == other.under and one.fact.frequency and one.fact.frequency == other.fact.frequency and one.to & other.to
        for other in duty.sayings
    ) or _alike(one, duty.sayings[0])  # fmt: skip


def _alike(one: Saying, other: Saying) -> bool:
    """Whether two sayings are in nearly the same words."""
    return one.under == other.under and _share(one.stems, other.stems) >= _ALIKE


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))


def stems(action: str) -> frozenset[str]:
    """The words of an act without their endings, those that name recipients and numbers left in."""
    plain = re.sub(r"\bto\s+(?:the\s+)?(?:SoS|Secretary\s+of\s+State)\b", "", action)
    return frozenset(_STEM.sub("", w) for w in key(plain).split())
