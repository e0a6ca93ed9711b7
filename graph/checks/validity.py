"""When what a passage says is valid, so that only what overlaps in time can contradict.

Invariant: a paper of a day shows its day; directions, terms of reference and rules speak from their day on until their
stated end; a stated beginning or end goes before either; an undated paper without stated bounds shows no day at all, and
so contradicts nothing but itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ..questions.asof import earliest, is_date, latest
from ..questions.reading import Look, Proof, term

EVER = "9999-12-31"
_STANDING = frozenset({"directions", "terms", "rules"})
_STANDING_RULES = ("term.row", "obligation.remit", "reports_to.remit")


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first to the last."""

    first: str
    last: str

    def meets(self, other: Span) -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


def span(look: Look, proof: Proof, start: str | None = None, end: str | None = None) -> Span | None:
    """The days on which what a passage says is valid, so far as it can be told; None where no day can be."""
    last = latest(end) if end and is_date(end) else None
    if start and is_date(start):
        return Span(earliest(start), last or EVER)
    if not proof.date or not is_date(proof.date):
        return None
    first = earliest(proof.date)
    standing = kind(look, proof) in _STANDING or proof.rule.startswith(_STANDING_RULES)
    return Span(first, last or (EVER if standing else latest(proof.date)))


def overlap(one: Span | None, other: Span | None) -> bool:
    """Whether two validities are known to share a day."""
    return one is not None and other is not None and one.meets(other)


def kind(look: Look, proof: Proof) -> str | None:
    """The kind of the paper in which a passage stands."""
    graph = graph_of(proof)
    found = (q.object.value for q in look.store.quads_for_pattern(graph, None, None, graph) if q.predicate.value.endswith(":documentKind"))  # fmt: skip
    return next(found, None)


def graph_of(proof: Proof) -> NamedNode:
    """The graph of the paper in which a passage stands."""
    return NamedNode(proof.statement.partition("/statement/")[0])


def newest(look: Look) -> str | None:
    """The day of the newest dated paper in the store."""
    found = (q.object.value for q in look.store.quads_for_pattern(None, term("dcterms:date"), None, None) if q.subject == q.graph_name)  # fmt: skip
    return max((latest(day) for day in found if is_date(day)), default=None)


def texts(look: Look) -> Iterator[tuple[str, str | None, str]]:
    """(path, date, text) of each paper whose text is kept, by path."""
    read = getattr(look.store, "text", None)
    if read is None:
        return
    found = []
    for quad in look.store.quads_for_pattern(None, term("textSha256"), None, None):
        path, date = look.document(quad.subject)
        found.append((path, date, quad.object.value))
    for path, date, name in sorted(found, key=lambda f: (f[0], f[2])):
        yield path, date, read(name) or ""
