"""Contradictions in days: two dates for one thing, a meeting before the first, terms beyond their instrument.

Invariant: two dates contradict only if no day is meant by both (`2017-06` and `2017-06-14` agree).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from ..duties import stems
from ..names import words
from ..questions.asof import earliest, is_date, latest
from ..questions.reading import Look, Proof
from .finding import Found, Side

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|final|interim|draft|initial|next|last|annual|\d[\d-]*)\b")
_ALIKE = 0.8
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = re.compile(
    rf"\b(?:(?:by|before|until|from|on|no\s+later\s+than|not\s+later\s+than)\s+)?(?:the\s+end\s+of\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}(?:\s+\d{{4}})?\b"
)
_UNDER = re.compile(r"\b(?:under|pursuant\s+to|in\s+accordance\s+with|as\s+required\s+by)\s.*$", re.IGNORECASE)
_MOVED = re.compile(r"\b(?:extend\w*|extension|revis\w+|postpone\w*|defer\w*|delay\w*|put\s+back|brought\s+forward|new\s+(?:date|deadline)|instead\s+of|no\s+longer)\b", re.IGNORECASE)  # fmt: skip
_ONE = (
    ("Direction", "inForceUntil", "until", "is said to be in force until"),
    ("Direction", "inForceFrom", "date", "is said to be in force from"),
    ("Meeting", "startTime", "start", "is said to have begun at"),
)
"""Properties that can have one value only: class, property, its name in the facts, in words."""


def two_dates(look: Look, on: str | None) -> Iterator[Found]:
    """Two days for one thing: an end, a beginning, a deadline, a first meeting."""
    del on
    for kind, name, key, verb in _ONE:
        for node in look.members(kind):
            said = look.stated(node, name, key)
            for (a, _), (b, _) in combinations(sorted(dict(said).items()), 2):
                if apart(a, b) or (":" in a and a != b):
                    yield _two(look, (node,), f"{look.ref(node)} {verb}", a, b, said)
    yield from _deadlines(look)
    for body in look.members("Body"):
        yield from _first_meetings(look, body)


def apart(one: str, other: str) -> bool:
    """Whether two dates cannot mean one day."""
    if not is_date(one) or not is_date(other):
        return False
    return latest(one) < earliest(other) or latest(other) < earliest(one)


def _two(look: Look, nodes: tuple[NamedNode, ...], what: str, a: str, b: str, said: list[tuple[str, Proof]]) -> Found:
    """A finding of two values for one thing."""
    sides = tuple(Side(value, tuple(p for v, p in said if v == value)) for value in (a, b))
    about = tuple(look.ref(node) for node in nodes)
    return Found((*(node.value for node in nodes), a, b), f"{what} {a} and {b}", about, sides)


def _deadlines(look: Look) -> Iterator[Found]:
    """Two deadlines for one duty by two papers: said of one entry, or of two that are alike, one bearer's, under one instrument.

    Two days in one paper are a timetable, and a paper that speaks of moving a day moves it.
    """
    duties = look.members("Obligation")
    groups: dict[tuple[NamedNode | None, NamedNode], list[NamedNode]] = {}
    for duty in duties:
        said = look.stated(duty, "deadline")
        for a, b in combinations(sorted({v for v, _ in said}), 2):
            if apart(a, b) and _by_two_papers(look, said, a, b):
                yield _two(look, (duty,), f"“{look.text(duty, 'action')}” is due by", a, b, said)
        for mandate in look.sources("mandated", duty):
            for by in look.nodes(mandate, "mandatedBy"):
                groups.setdefault((look.node(duty, "bearer"), by), []).append(duty)
    for key in sorted(groups, key=str):
        for one, two in combinations(sorted(set(groups[key]), key=lambda n: n.value), 2):
            a, b = look.text(one, "deadline") or "", look.text(two, "deadline") or ""
            if apart(a, b) and _alike(look, one, two):
                said = look.stated(one, "deadline") + look.stated(two, "deadline")
                if _by_two_papers(look, said, a, b):
                    yield _two(look, (one, two), f"“{look.text(one, 'action')}” is due by", a, b, said)


def _alike(look: Look, one: NamedNode, two: NamedNode) -> bool:
    """Whether two duties say the same act."""
    acts = [_DAY.sub(" ", _UNDER.sub("", look.text(node, "action") or "")) for node in (one, two)]
    if set(_ORDINAL.findall(acts[0].casefold())) ^ set(_ORDINAL.findall(acts[1].casefold())):
        return False
    a, b = (stems(text) for text in acts)
    return len(a & b) / max(1, len(a | b)) >= _ALIKE


def _by_two_papers(look: Look, said: list[tuple[str, Proof]], one: str, other: str) -> bool:
    """Whether two values are given by different papers, none of which speaks of changing the day."""
    a, b = ([proof for value, proof in said if value == wanted] for wanted in (one, other))
    if {proof.document for proof in a} & {proof.document for proof in b}:
        return False
    return not any(_MOVED.search(" ".join((*look.around(proof, 160, 160), proof.quote))) for proof in (*a, *b))


def _first_meetings(look: Look, body: NamedNode) -> Iterator[Found]:
    """A body said to have met first on two days, or to have met before it first met."""
    terms = look.sources("termOf", body)
    firsts = [one for node in terms for one in look.stated(node, "firstMet", "first_met")]
    told = [one for node in terms for one in look.stated(node, "met")]
    held = [(day, p) for m in look.sources("meetingOf", body) if (day := look.text(m, "dcterms:date")) for p in look.proofs(m)]  # fmt: skip
    days = sorted({day for day, _ in firsts})
    for first in days:
        before = [(day, p) for day, p in (*told, *held, *firsts) if is_date(day) and latest(day) < earliest(first)]
        if not before:
            continue
        earlier = min(day for day, _ in before)
        others = _other_bodies(look, body, earlier, first)
        sides = [
            Side(f"met {earlier}", tuple(p for day, p in before if day == earlier)),
            Side(f"first meeting {first}", tuple(p for day, p in firsts if day == first)),
            *(Side(f"{name} met {day}", (p,)) for name, day, p in others),
        ]
        also = "".join(f"; {name} met on {day}" for name, day, _ in others)
        yield Found(
            (body.value, "first meeting", earlier, first),
            f"{look.ref(body)} met in {earlier}, but its first meeting is put in {first}{also}",
            (look.ref(body),),
            tuple(sides),
        )


def _other_bodies(look: Look, body: NamedNode, since: str, until: str) -> list[tuple[str, str, Proof]]:
    """Meetings of bodies with a like name in the time in question, which may be the one that is meant."""
    own = {word for name in (look.ref(body).name,) for word in words(name)}
    out = []
    for term in look.members("TermOfBody"):
        of = look.one(term, "termOf")
        if not of or of.id == body.value or len(own & set(words(of.name))) < 3:
            continue
        for day, proof in look.stated(term, "met"):
            if earliest(since) <= earliest(day) and latest(day) < earliest(until):
                out.append((of.name, day, proof))
    return sorted(out)
