"""How each node and edge of a view stands on a day, in one word.

Invariant: a word says no more than the documents do (`graph.questions.asof`); without a day only what documents call
drafts or revoked is told apart. The page computes the same in `assets/standing.js`; a test holds the two together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ..graph.questions.asof import earliest, is_date, known, latest
from ..graph.views import Node, View

AWAY = frozenset({"ended", "not yet seen", "proposed", "lapsed", "revoked", "not yet made"})
"""The words for what is not in force, and is faded."""
_INSTRUMENTS = {"direction", "terms", "resolution", "plan", "provision", "act"}


def standing(shown: View, on: str | None, duties: Mapping[str, str] | None = None) -> dict[str, str]:
    """The word for each node and edge, by identifier; none for what has no date to tell by.

    `duties` are the statuses of duties on the day, as the register has them, by identifier.
    """
    nodes = shown.by_id()
    ends: dict[str, list[str]] = defaultdict(list)
    by: dict[str, list[str]] = defaultdict(list)
    for edge in shown.edges:
        if edge.kind == "revokes" and (made := nodes[edge.source].start):
            ends[edge.target].append(made)
        elif edge.kind == "mandates":
            by[edge.target].append(edge.source)
    out: dict[str, str] = {}
    for node in shown.nodes:
        if node.kind in _INSTRUMENTS:
            _put(out, node.id, _instrument(node, ends[node.id], on))
    for node in shown.nodes:
        if node.kind not in _INSTRUMENTS:
            word = _thing(node, [out.get(iri, "") for iri in by[node.id]], on)
            _put(out, node.id, _duty(duties[node.id], word) if duties and node.id in duties else word)
    for edge in shown.edges:
        dated = _dated(edge.observed, edge.start, edge.end)
        how: str | None = known(on, edge.observed, edge.start, edge.end) if dated else None
        word = how or ""
        ends_words = [out.get(edge.source, ""), out.get(edge.target, "")]
        if edge.kind in {"mandates", "owes", "basis", "issues", "addresses", "establishes"} and not word:
            word = next((w for w in ends_words if w in AWAY), "")
        _put(out, edge.id, word)
    return out


def best(words: Iterable[str]) -> str:
    """The word for several things told as one: in force if one of them is."""
    every = sorted(set(words))
    return next((w for w in every if w not in AWAY), every[0] if every else "")


def _duty(status: str, word: str) -> str:
    """The word for a duty: its status in the register; where that is not known, how it is known at all."""
    if status == "unknown":
        return "" if word in AWAY else word
    return status or "not yet seen"


def _put(out: dict[str, str], iri: str, word: str) -> None:
    """Note a word, if there is one."""
    if word:
        out[iri] = word


def _dated(observed: Iterable[str], start: str | None, end: str | None) -> bool:
    """Whether there is a date to tell by."""
    return any(is_date(day) for day in (*observed, start, end))


def _instrument(node: Node, ended: list[str], on: str | None) -> str:
    """The word for a direction, resolution, terms of reference or provision."""
    if node.status == "draft":
        return "proposed"
    if on and is_date(node.start) and on < earliest(node.start or ""):
        return "not yet made"
    days = [latest(day) for day in ended if is_date(day)]
    if days:
        return "revoked" if not on or on >= min(days) else "in force"
    if node.status == "revoked":
        return "revoked"
    if on and is_date(node.end):
        return "lapsed" if on > latest(node.end or "") else "in force"
    return "in force" if on and node.status == "made" else ""


def _thing(node: Node, by: list[str], on: str | None) -> str:
    """The word for a duty, decision, body or post."""
    if by and all(word in AWAY for word in by):
        return best(by)
    if on and _dated(node.observed, node.start, node.end):
        return known(on, node.observed, node.start, node.end) or ""
    return ""
