"""What stands in a box beside its name: who holds a post on a day, and how the box stands on that day.

Invariant: a caption says no more than the view does; each fits its line. The page computes the same in
`assets/captions.js`; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..graph.views import Edge, Node
from .picture import Box
from .standing import AWAY, best
from .words import fitted

FOOT = 10.5
"""The size of the text of a foot."""
HOLDER = 11.5
"""The size of the text of a holder."""
PUBLIC = "http://www.legislation.gov.uk/id/"
"""How the identifiers of provisions begin that have a public address."""
SAID = {"observed": "seen on this day", "between": "seen before and after", "undated": "no date known"}
"""What the words of standing are called where they could be mistaken."""


def said(word: str) -> str:
    """A word of standing as a reader meets it."""
    return SAID.get(word, word)


def foot(box: Box, nodes: Mapping[str, Node], words: Mapping[str, str]) -> str:
    """How a box stands: on a day its word; without a day what documents call it, else the years it was seen or holds."""
    if not box.foot:
        return ""
    if box.kind in {"provision", "act"}:
        return "legislation.gov.uk" if box.nodes[0].startswith(PUBLIC) else ""
    every = [words.get(iri, "") for iri in box.nodes]
    for urgent in ("overdue", "due"):
        if len(every) > 1 and urgent in every:
            return f"{every.count(urgent)} {urgent}"
    word = best(every)
    return fitted(said(word) if word else years([nodes[iri] for iri in box.nodes]), FOOT)


def years(some: list[Node] | list[Edge]) -> str:
    """The years that things are stated to hold, or else those in which documents show them."""
    stated = sorted({day[:4] for thing in some for day in (thing.start, thing.end) if day})
    if stated:
        return _span(stated)
    seen = sorted({day[:4] for thing in some for day in thing.observed})
    return f"seen {_span(seen)}" if seen else ""


def _span(found: list[str]) -> str:
    """Years from first to last."""
    return found[0] if found[0] == found[-1] else f"{found[0]}\N{EN DASH}{found[-1]}"


def holder(box: Box, nodes: Mapping[str, Node], edges: Mapping[str, Edge], words: Mapping[str, str]) -> str:
    """Who holds a post on the day, the one last seen first; with how many others."""
    if not box.held:
        return ""
    there = [edges[iri] for iri in box.held if words.get(iri, "") not in AWAY]
    names = list(dict.fromkeys(nodes[edge.source].label for edge in there))
    if not names:
        return "holder not known"
    return fitted(names[0] + (f" +{len(names) - 1}" if len(names) > 1 else ""), HOLDER)
