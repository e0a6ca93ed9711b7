"""Checks of reporting lines: cycles, and bodies that report to nobody.

Invariant: a cycle is one only if all its lines hold at one time; each is told once, from its smallest identifier.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..questions.asof import earliest, holds, is_date
from ..questions.reading import Look
from ..questions.reporting import dated
from .finding import Found, Side
from .validity import EVER

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

_LONGEST = 8


def cycles(look: Look, on: str | None) -> Iterator[Found]:
    """Lines of reporting that lead back to where they began."""
    lines: dict[str, list[tuple[str, NamedNode]]] = {}
    for node in look.members("ReportingLine"):
        low, high = look.node(node, "reporter"), look.node(node, "superior")
        if low and high and low != high and (on is None or holds(dated(look, node, on))):
            lines.setdefault(low.value, []).append((high.value, node))
    told = set()
    for start in sorted(lines):
        path = _back(look, lines, start)
        if path is None:
            continue
        ids = frozenset(look.node(node, "reporter") for node in path)
        if ids in told:
            continue
        told.add(ids)
        refs = [look.one(node, "reporter") for node in path]
        names = [str(ref) for ref in refs]
        yield Found(
            tuple(sorted(ref.id for ref in refs if ref)),
            f"{' → '.join([*names, names[0]])}: each reports or answers to the next",
            tuple(ref for ref in refs if ref),
            tuple(Side(f"{look.one(n, 'reporter')} to {look.one(n, 'superior')}", look.proofs(n)) for n in path),
        )


def _back(look: Look, lines: dict[str, list[tuple[str, NamedNode]]], start: str) -> list[NamedNode] | None:
    """The shortest way from a party back to itself over lines of one time; None if there is none."""
    reach: list[tuple[str, list[NamedNode]]] = [(start, [])]
    seen = {start}
    while reach:
        at, path = reach.pop(0)
        for high, node in sorted(lines.get(at, ()), key=lambda step: (step[0], step[1].value)):
            way = [*path, node]
            if high == start and _at_once(look, way):
                return way
            if high > start and high not in seen and len(way) < _LONGEST:
                seen.add(high)
                reach.append((high, way))
    return None


def _at_once(look: Look, path: list[NamedNode]) -> bool:
    """Whether lines hold at one time; a line holds from when it is first seen until its stated end."""
    first, last = "", EVER
    for node in path:
        seen = [earliest(day) for day in look.texts(node, "observed") if is_date(day)]
        start, end = look.text(node, "validFrom"), look.text(node, "validTo")
        first = max(first, earliest(start) if start and is_date(start) else min(seen, default=""))
        last = min(last, end or EVER)
    return first <= last
