"""Parts of a view worth a picture of their own: a reporting line, a chain of mandates, a body with its seats.

Invariant: a part holds edges of the view only, and both ends of each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from ..graph.views import Edge, View
from .picture import Picture, picture

_UP = {"mandates", "basis", "issues", "establishes", "established", "owes"}


def reporting_line(shown: View, iri: str) -> Picture:
    """Those to whom something reports, and those who report to it, to the ends of the lines."""
    lines = [edge for edge in shown.edges if edge.kind == "reports"]
    above = _reached(lines, iri, lambda e: e.source, lambda e: e.target)
    below = _reached(lines, iri, lambda e: e.target, lambda e: e.source)
    wanted = {
        e.id for e in lines if (e.source in above and e.target in above) or (e.source in below and e.target in below)
    }
    return picture(_part(shown, wanted, above | below))


def chain(shown: View, iri: str) -> Picture:
    """What imposes a duty, decision or body, up to the provisions that give the power, and on whom the duty falls."""
    links = [edge for edge in shown.edges if edge.kind in _UP]
    found = _reached((e for e in links if e.kind != "owes"), iri, lambda e: e.target, lambda e: e.source)
    wanted = {e.id for e in links if e.target in found and e.source in found}
    bearers = {e.target for e in links if e.kind == "owes" and e.source in found}
    wanted |= {e.id for e in links if e.kind == "owes" and e.source in found}
    return picture(_part(shown, wanted, found | bearers))


def body(shown: View, iri: str) -> Picture:
    """A body with its seats, its posts, and those to whom it reports."""
    wanted = {e.id for e in shown.edges if iri in {e.source, e.target} and e.kind in {"seat", "post_in", "reports"}}
    ends = {end for e in shown.edges if e.id in wanted for end in (e.source, e.target)}
    return picture(_part(shown, wanted, ends | {iri}), seats=True)


PARTS: dict[str, Callable[[View, str], Picture]] = {"line": reporting_line, "chain": chain, "body": body}
"""The parts by name."""


def _reached(edges: Iterable[Edge], start: str, near: Callable[[Edge], str], far: Callable[[Edge], str]) -> set[str]:
    """What can be reached from a start, with the start."""
    steps: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        steps[near(edge)].append(far(edge))
    found, waiting = {start}, [start]
    while waiting:
        for other in steps[waiting.pop()]:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def _part(shown: View, wanted: set[str], nodes: set[str]) -> View:
    """Some nodes and edges of a view, with the holders of its posts."""
    held = [edge for edge in shown.edges if edge.kind == "holds" and edge.target in nodes]
    kept = nodes | {edge.source for edge in held}
    edges = [e for e in shown.edges if e.id in wanted or e in held]
    return View(tuple(n for n in shown.nodes if n.id in kept), tuple(edges), shown.papers)
