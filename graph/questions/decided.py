"""What the ledger decided, as the store holds it: on a thing, on findings.

Invariant: only decisions that stand, in the order they were taken; a thing's are those on it and on the names that were
merged into it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from ..ids import BASE
from .reading import Look, term

if TYPE_CHECKING:
    from collections.abc import Iterable


def decisions_on(look: Look, nodes: Iterable[NamedNode]) -> tuple[str, ...]:
    """The decisions on any of some things, each in a line of words."""
    graph = _graph(look)
    found = {q.subject for node in nodes for q in look.store.quads_for_pattern(None, term("decides"), node, graph)}
    lines = []
    for entry in found:
        said = {q.predicate: q.object.value for q in look.store.quads_for_pattern(entry, None, None, graph)}
        lines.append(
            (int(said[term("ledgerLine")]), _line({k: said.get(term(f"ledger{k.title()}"), "") for k in _TOLD}))
        )
    return tuple(line for _, line in sorted(lines))


def accepted(look: Look) -> dict[str, str]:
    """The reasons of the findings that the ledger accepts, by their identifiers."""
    graph = _graph(look)
    out = {}
    for quad in look.store.quads_for_pattern(None, term("ledgerVerb"), Literal("accept"), graph):
        said = {q.predicate: q.object.value for q in look.store.quads_for_pattern(quad.subject, None, None, graph)}
        when, who = said[term("ledgerWhen")][:10], said[term("ledgerWho")]
        why = said.get(term("ledgerWhy"))
        out[said[term("ledgerSubject")]] = f"{why} ({who}, {when})" if why else f"{who}, {when}"
    return out


_TOLD = ("id", "when", "who", "verb", "subject", "object", "value", "why")


def _line(said: dict[str, str]) -> str:
    """A decision in words."""
    verb, of, to = said["verb"], said["object"], said["value"]
    what = {
        "same": f"{_short(said['subject'])} is {_short(of)}",
        "different": f"{_short(said['subject'])} is not {_short(of)}",
        "rename": f"goes by {to!r}",
        "reject": f"rejected: {of}",
        "correct": f"{of} is {to!r}" if to else f"has no {of}",
        "add": f"added: {of}",
        "accept": "accepted",
    }.get(verb, verb)
    why = f", because {said['why']}" if said["why"] else ""
    return f"{what}{why} ({said['who']}, {said['when'][:10]}; {verb} {said['id']})"


def _short(iri: str) -> str:
    """A name's identifier without what comes before its kind."""
    return "/".join(iri.rsplit("/", 2)[-2:])


def _graph(look: Look) -> NamedNode:
    """The graph of the ledger."""
    return NamedNode(f"{getattr(look.store, 'base', BASE)}ledger")
