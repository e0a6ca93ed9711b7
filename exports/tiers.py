"""The tiers of a picture, and where on them each box stands.

Law stands above, then government, instruments, duties; below them bodies, posts and people by their reporting lines, so
that a superior is always above those who report to it. Nothing is known of any particular body: where it stands follows
from its kind and its lines.

Invariant: a pure function of boxes and lines; a cycle of reporting is broken where the walk comes round.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..graph.views import Node

TIERS = (
    "Legislation",
    "Government",
    "Directions and terms",
    "Duties and decisions",
    "Lead bodies and posts",
    "Boards and groups",
    "Posts and people",
)
"""The names of the tiers, from above to below."""
INSTRUMENTS = frozenset({"direction", "terms", "resolution", "plan"})
"""Kinds of node that impose duties."""
_LAW = {"provision", "act"}
_ACTORS = {"body", "post", "person"}


def tiers_of(
    ids: Sequence[str],
    nodes: Mapping[str, Node],
    drawn: Iterable[tuple[str, str, str, str]],
) -> dict[str, tuple[int, int]]:
    """The tier of each box, and its rank: the longest way down to it inside the tier."""
    above: dict[str, list[str]] = defaultdict(list)
    below: set[str] = set()
    issuers = set()
    superiors: dict[str, list[str]] = defaultdict(list)
    for kind, a, b, verb in sorted(drawn):
        if kind == "reports":
            above[a].append(b)
            superiors[a].append(b)
            below.add(b)
        elif kind == "mandate":
            above[b].append(a)
            if verb == "issues" and nodes[b].kind == "direction":
                issuers.add(a)
    over_bodies: set[str] = set()
    waiting = [iri for iri in ids if iri in nodes and nodes[iri].kind == "body"]
    while waiting:
        for superior in superiors[waiting.pop()]:
            if superior not in over_bodies:
                over_bodies.add(superior)
                waiting.append(superior)
    order = _from_above(ids, above)
    tiers: dict[str, int] = {}
    for iri in order:
        kind = nodes[iri.removeprefix("stack ")].kind
        if kind in _LAW:
            tiers[iri] = 0
        elif kind in INSTRUMENTS:
            tiers[iri] = 2
        elif kind not in _ACTORS:
            tiers[iri] = 3
        elif iri in issuers:
            tiers[iri] = 1
        else:
            lowest = max((tiers.get(other, 0) for other in superiors[iri] if tiers.get(other, 0) > 1), default=0)
            boards = kind == "body" or iri in over_bodies
            own = 4 if not lowest and (boards or iri in below) else 5 if boards else 6
            tiers[iri] = max(own, lowest)
    ranks: dict[str, int] = {}
    for iri in order:
        ranks[iri] = max((ranks[o] + 1 for o in above[iri] if o in ranks and tiers[o] == tiers[iri]), default=0)
    return {iri: (tiers[iri], ranks[iri]) for iri in ids}


def _from_above(ids: Iterable[str], above: Mapping[str, Sequence[str]]) -> list[str]:
    """Every box after those above it; a cycle is broken where the walk comes round."""
    out: dict[str, None] = {}
    opened: set[str] = set()
    for start in ids:
        waiting = [(start, False)]
        while waiting:
            iri, done = waiting.pop()
            if done:
                out[iri] = None
            elif iri not in opened:
                opened.add(iri)
                waiting.append((iri, True))
                waiting.extend((other, False) for other in above.get(iri, ()))
    return list(out)
