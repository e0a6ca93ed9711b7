"""Contradictions in how often: of meetings, of reports, of duties.

Invariant: two frequencies contradict only where both are said of one thing and one time; equal durations in other words
(`P12M`, `P1Y`) are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from ..questions.reading import Look, Proof, Ref
from .finding import Found, Side
from .validity import Span, overlap, span

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

_SAME = {"P12M": "P1Y", "P4Q": "P1Y", "P7D": "P1W", "P14D": "P2W", "P52W": "P1Y", "P24M": "P2Y"}
_STAGED = re.compile(r"\b(?:initially|thereafter|until|then|afterwards|at\s+first|at\s+least|first\s+year|or\s+more)\b", re.IGNORECASE)  # fmt: skip
_STAGED_AFTER = re.compile(r"^[^,.;:]{0,25}\b(?:until|initially|at\s+first|for\s+the\s+first)\b|^[^.;:]{0,60}\bthereafter\b", re.IGNORECASE)  # fmt: skip
_SENTENCE = 120
_OFTEN = {
    "P1D": "daily", "P1W": "weekly", "P2W": "fortnightly", "P1M": "monthly", "P2M": "two-monthly",
    "P3M": "quarterly", "P4M": "four-monthly", "P6M": "half-yearly", "P6W": "six-weekly", "P1Y": "yearly",
}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """A frequency as a passage says it, with the days it is said for."""

    often: str
    proof: Proof
    span: Span | None


def two_frequencies(look: Look, on: str | None) -> Iterator[Found]:
    """A body said to meet, or a line or duty said to run, at two intervals at one time."""
    del on
    for body in look.members("Body"):
        said = [one for node in look.sources("termOf", body) for one in _said(look, node, "meets")]
        yield from _conflicts((look.ref(body),), f"{look.ref(body)} is to meet", said)
    for line in look.members("ReportingLine"):
        low, high = look.one(line, "reporter"), look.one(line, "superior")
        if low and high and len(look.texts(line, "what")) < 2:
            yield from _conflicts((low, high), f"{low} reports to {high}", _said(look, line, "frequency"))
    for duty in look.members("Obligation"):
        bearer = look.one(duty, "bearer")
        what = f"{bearer} is to {look.text(duty, 'action')}"
        yield from _conflicts(
            (look.ref(duty), *((bearer,) if bearer else ())), what, _said(look, duty, "frequency"), (duty.value,)
        )


def _said(look: Look, node: NamedNode, name: str) -> list[Said]:
    """The frequencies that a node has, passage by passage."""
    start, end = look.text(node, "validFrom"), look.text(node, "validTo")
    if not look.texts(node, name):
        return []
    meets = name == "meets"
    return [
        Said(_SAME.get(often, often), proof, span(look, proof, start if meets else None, end))
        for often, proof in look.stated(node, name)
        if not _STAGED.search(proof.quote) and not _STAGED_AFTER.search(_rest(look, proof))
    ]


def _rest(look: Look, proof: Proof) -> str:
    """The rest of the sentence in which a passage stands."""
    return re.split(r"[.;](?:\s|$)", look.around(proof, 0, _SENTENCE)[1], maxsplit=1)[0]


def _conflicts(about: tuple[Ref, ...], what: str, said: Sequence[Said], parts: Iterable[str] = ()) -> Iterator[Found]:
    """The pairs of frequencies that are said of one time."""
    every = sorted({one.often for one in said})
    for a, b in combinations(every, 2):
        ones, others = [s for s in said if s.often == a], [s for s in said if s.often == b]
        if not any(_at_once(x, y) for x in ones for y in others):
            continue
        yield Found(
            (*(parts or (ref.id for ref in about)), a, b),
            f"{what} {words_of(a)} by {_papers(ones)} and {words_of(b)} by {_papers(others)}",
            about,
            (Side(words_of(a), tuple(s.proof for s in ones)), Side(words_of(b), tuple(s.proof for s in others))),
        )


def _at_once(one: Said, other: Said) -> bool:
    """Whether two frequencies are said of one time: by validity, or by one paper that does not tell times apart."""
    return overlap(one.span, other.span) or (one.proof.document == other.proof.document and one.span == other.span)


def _papers(said: Iterable[Said]) -> str:
    """The papers that say something."""
    return ", ".join(sorted({one.proof.document for one in said}))


def words_of(often: str) -> str:
    """A duration in words."""
    return _OFTEN.get(often, f"every {often.removeprefix('P')}")
