"""The body that another seems to have come after: whose minutes its own record took as those of the meeting before.

Invariant: such a predecessor is inferred, never stated, and carries its reasons; a stated succession is told elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..names import words
from .asof import earliest, is_date
from .reading import Look, Proof, Ref

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

_ALIKE = 2


@dataclass(frozen=True, slots=True)
class Predecessor:
    """A body before another: when it last is told to have met, why it is taken for the predecessor."""

    body: Ref
    date: str
    text: str
    evidence: tuple[Proof, ...]
    id: str


def predecessors(look: Look, body: NamedNode) -> list[Predecessor]:
    """The bodies whose minutes a body's records took up, with names of the same sort, that met before it did."""
    own = {look.document(graph_of(p))[0]: p.date for m in look.sources("meetingOf", body) for p in look.proofs(m)}
    stated = {n for change in look.sources("org:resultingOrganization", body) for n in look.nodes(change, "org:originalOrganization")}  # fmt: skip
    mine = set(words(look.ref(body).name))
    out = []
    for term in look.members("TermOfBody"):
        of = look.node(term, "termOf")
        if of is None or of == body or of in stated or len(mine & set(words(look.ref(of).name))) < _ALIKE:
            continue
        for day, proof in look.stated(term, "met"):
            before = [date for path, date in own.items() if path == proof.document and date and is_date(day) and earliest(day) < earliest(date)]  # fmt: skip
            if proof.rule.endswith("minutes-of") and before and not look.sources("meetingOf", of):
                text = f"{look.ref(of)} met; {look.ref(body)} took its minutes at the meeting of {before[0]}, so it is taken for the predecessor"  # fmt: skip
                out.append(Predecessor(look.ref(of), day, text, (proof,), term.value))
    return sorted(out, key=lambda p: (p.date, p.body.name, p.id))


def graph_of(proof: Proof) -> NamedNode:
    """The graph of the paper in which a passage stands."""
    from pyoxigraph import NamedNode

    return NamedNode(proof.statement.partition("/statement/")[0])
