"""What waits for a decision: names that may mean one thing, facts that are not certain, decisions whose thing is gone.

Invariant: the weightiest first, then by identifier; what a standing decision is about waits no longer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode

from ..ledger.entries import Entry, Ledger
from ..ledger.keeping import decided
from .reading import KNOWN, TYPE, Look, Proof, Ref, term

Kind = Literal["identity", "fact"]
_DOUBT = {"inferred": 50, "layout": 30}
_PASSED = frozenset({"AliasStatement", "CitesStatement"})
_FEW = 2


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for a decision: `says` in a line, reasons for and against, how much it weighs, the words.

    The weight of an identity is how much speaks for it; that of a fact, how doubtful it is and how much rests on it.
    """

    kind: Kind
    weight: int
    says: str
    because: tuple[str, ...]
    against: tuple[str, ...]
    about: tuple[Ref, ...]
    evidence: tuple[Proof, ...]
    id: str

    @property
    def document(self) -> str:
        """The first document that shows it."""
        return self.evidence[0].document if self.evidence else ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision with its state: it stands, its thing is gone, or it is undone."""

    state: Literal["stands", "gone", "undone"]
    when: str
    who: str
    verb: str
    subject: str
    object: str
    value: str
    why: str
    id: str


def waiting(look: Look, kinds: Iterable[Kind] = ("identity", "fact")) -> list[Waiting]:
    """What waits for a decision, of some kinds."""
    found: list[Waiting] = []
    if "identity" in kinds:
        found += _identities(look)
    if "fact" in kinds:
        found += _facts(look)
    return sorted(found, key=lambda w: (-w.weight, w.kind, w.id))


def taken(ledger: Ledger, decides: dict[str, tuple[str, ...]]) -> list[Taken]:
    """All decisions of a ledger, in order; `decides` tells what each came to decide."""
    stands = {one.id for one in ledger.standing}

    def state(one: Entry) -> Literal["stands", "gone", "undone"]:
        if one.verb == "undo":
            return "stands"
        return "undone" if one.id not in stands else "stands" if decides.get(one.id) else "gone"

    return [
        Taken(state(one), one.when, one.who, one.verb, one.subject, one.object, one.value, one.why, one.id)
        for one in ledger.entries
    ]


def _identities(look: Look) -> Iterable[Waiting]:
    for node in look.members("Proposal"):
        if look.text(node, "proposalState") != "open":
            continue
        refs = look.refs(node, "proposes")
        names = look.texts(node, "proposedName")
        proofs = [p for ref in refs for p in _shown(look, NamedNode(ref.id), names)]
        yield Waiting(
            "identity",
            int(look.text(node, "proposalWeight") or 0),
            " = ".join(repr(ref.name) for ref in refs) + "?",
            tuple(look.texts(node, "reasonFor")),
            tuple(look.texts(node, "reasonAgainst")),
            refs,
            tuple(sorted(set(proofs))),
            node.value,
        )


def _shown(look: Look, entity: NamedNode, names: list[str]) -> list[Proof]:
    """The words that show an entity by one of some names; any words of it if none does."""
    supporting = look.nodes(entity, "supportedBy")
    for name in names:
        literal = Text(name)
        for statement in supporting:
            if any(q.object == literal for q in look.store.quads_for_pattern(statement, None, None, None)):
                return list(look.passages(statement))[:_FEW]
    return [p for s in supporting[:1] for p in look.passages(s)]


def _facts(look: Look) -> Iterable[Waiting]:
    settled = {one for of in decided(_Based(look)).values() for one in of}
    resting = Counter(quad.object for quad in look.store.quads_for_pattern(None, term("supportedBy"), None, KNOWN))
    for certainty, doubt in _DOUBT.items():
        for quad in look.store.quads_for_pattern(None, term("certainty"), Text(certainty), None):
            if quad.graph_name == KNOWN or quad.subject.value in settled:
                continue
            kind = next((k for k in _kinds(look, quad.subject, quad.graph_name) if k != "Statement"), "")
            if kind in _PASSED or not (proofs := look.passages(quad.subject)):
                continue
            yield Waiting(
                "fact",
                doubt + min(40, 10 * resting[quad.subject]),
                _told(look, quad.subject, quad.graph_name, kind),
                (f"rule {proofs[0].rule}, {certainty}",),
                (),
                (),
                tuple(sorted(proofs)),
                quad.subject.value,
            )


def _kinds(look: Look, node: NamedNode, graph: NamedNode) -> list[str]:
    found = (q.object.value.rpartition(":")[2] for q in look.store.quads_for_pattern(node, TYPE, None, graph))
    return sorted(found)


def _told(look: Look, node: NamedNode, graph: NamedNode, kind: str) -> str:
    """What a statement says, in a line."""
    said = sorted(
        (q.predicate.value.rpartition(":")[2].removesuffix("Text"), q.object.value)
        for q in look.store.quads_for_pattern(node, None, None, graph)
        if q.predicate.value.endswith("Text")
    )
    return f"{kind.removesuffix('Statement')}: " + "; ".join(f"{name} {value!r}" for name, value in said)


class _Based:
    """A store with the base address that its ledger's graph is named by."""

    def __init__(self, look: Look) -> None:
        from ..ids import BASE

        self.base = str(getattr(look.store, "base", BASE))
        self._store = look.store

    def quads_for_pattern(self, *pattern: Any) -> Any:
        """The quads that fit."""
        return self._store.quads_for_pattern(*pattern)
