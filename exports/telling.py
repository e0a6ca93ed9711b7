"""What a page tells of a box or a line when it is chosen: plain structures, ready for JSON.

Invariant: every quote comes with its document and place; nothing is said that is not in the view.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..graph.views import Edge, Node, Passage, View
from .words import day_words, plain

MOST_QUOTES = 12
"""Quotes told of one thing; the rest is counted."""


def papers(shown: View) -> dict[str, str]:
    """What each document is called, by identifier: its title and, where that is another, its path."""
    return {p.id: plain(p.title if p.title == p.path else f"{p.title} ({p.path})") for p in shown.papers}


def place(passage: Passage, titles: Mapping[str, str]) -> str:
    """Where a passage stands, in words."""
    where = [titles.get(passage.document, passage.document)]
    if passage.page:
        where.append(f"page {passage.page}")
    if passage.locator:
        where.append(plain(passage.locator))
    return ", ".join(where)


def quotes(evidence: tuple[Passage, ...], titles: Mapping[str, str]) -> list[dict[str, str]]:
    """Passages as quotes with their places."""
    told = [{"quote": plain(p.quote), "place": place(p, titles)} for p in evidence[:MOST_QUOTES]]
    if len(evidence) > MOST_QUOTES:
        told.append({"quote": "", "place": f"and {len(evidence) - MOST_QUOTES} more passages"})
    return told


def span(thing: Node | Edge) -> str:
    """The dates of a thing, in words."""
    if thing.start and thing.end:
        return f"{day_words(thing.start)} to {day_words(thing.end)}"
    if thing.start or thing.end:
        return f"from {day_words(thing.start)}" if thing.start else f"until {day_words(thing.end or '')}"
    days = [day_words(day) for day in thing.observed]
    if not days:
        return ""
    return f"seen {days[0]}" if len(days) == 1 else f"seen {days[0]} to {days[-1]}"


def relation(edge: Edge, nodes: Mapping[str, Node], titles: Mapping[str, str], word: str) -> dict[str, Any]:
    """A relation as a sentence with its proof."""
    return {
        "source": plain(nodes[edge.source].label),
        "verb": edge.verb,
        "target": plain(nodes[edge.target].label),
        "how": edge.how,
        "dates": span(edge),
        "status": word,
        "quotes": quotes(edge.evidence, titles),
    }
