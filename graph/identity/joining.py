"""Proposals to join names, weighed, and the clusters that follow.

Invariant: proposals are taken from the heaviest, then in the order of names, so that the order of statements leaves no
trace; no two names with a reason that rules them out (`APART`) ever come into one cluster, through whatever others.
Weights are whole hundredths: a proposal of at least `SURE` joins, one of at least `OPEN` is left for people to decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..names import words

SURE = 75
OPEN = 35
APART = -1000
_ALIKE = {
    "person": "the same name but for titles",
    "body": "the same words but for small ones",
    "post": "the same office of the same body, whatever the form in which it is held",
}
Group = tuple[str, str]
"""A circle, and the key of a name in it."""
State = Literal["joined", "open", "refused"]


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """A reason for (a positive weight) or against joining two names, in words."""

    weight: int
    says: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """That two groups of names are one, with the reasons; `a` before `b`, each by its smallest name `one` and `other`."""

    kind: str
    a: Group
    b: Group
    one: str
    other: str
    reasons: tuple[Reason, ...]
    state: State = "open"

    @property
    def weight(self) -> int:
        """The sum of the reasons; below nothing where one rules the joining out."""
        return sum(reason.weight for reason in self.reasons)

    @property
    def pro(self) -> tuple[str, ...]:
        """The reasons for, the weightiest first."""
        return tuple(r.says for r in sorted(self.reasons, key=lambda r: (-r.weight, r.says)) if r.weight > 0)

    @property
    def contra(self) -> tuple[str, ...]:
        """The reasons against, the weightiest first."""
        return tuple(r.says for r in sorted(self.reasons, key=lambda r: (r.weight, r.says)) if r.weight <= 0)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A joining that was not sure, or that something rules out: the addresses of the two entities, and the proposal."""

    one: str
    other: str
    proposal: Proposal


@dataclass(slots=True, eq=False)
class Cluster:
    """Names taken for one person, body or post: the documents of each name by circle and name, and why."""

    kind: str
    names: dict[tuple[str, str], set[str]]
    groups: set[Group]
    reasons: set[str] = field(default_factory=set)
    decisions: set[str] = field(default_factory=set)


def proposal(
    kind: str, a: Group, b: Group, names: Mapping[Group, Iterable[str]], reasons: Sequence[Reason]
) -> Proposal:
    """A proposal with its sides in order."""
    first, second = sorted((a, b))
    return Proposal(kind, first, second, min(names[first]), min(names[second]), tuple(sorted(reasons)))


def sharing(of: Mapping[Group, Iterable[str]], most: int = 2) -> Iterator[tuple[Group, Group]]:
    """Pairs of groups that share one of the rarest words of either, each once: of names in thousands, few are compared."""
    blocks: dict[str, list[Group]] = {}
    for group in sorted(of):
        for word in sorted(set(of[group])):
            blocks.setdefault(word, []).append(group)
    seen = set()
    for group in sorted(of):
        shared = sorted((len(blocks[w]), w) for w in set(of[group]) if len(blocks[w]) > 1)
        for _, word in shared[:most]:
            for other in blocks[word]:
                pair = (group, other) if group < other else (other, group)
                if other != group and pair not in seen:
                    seen.add(pair)
                    yield pair


def cluster(
    kind: str, names: Mapping[Group, Mapping[str, set[str]]], proposals: Iterable[Proposal]
) -> tuple[list[Cluster], list[Proposal]]:
    """The clusters of groups of names (each name with its documents), and the proposals as they were decided."""
    of = {g: Cluster(kind, {(g[0], n): set(d) for n, d in named.items()}, {g}) for g, named in sorted(names.items())}
    for whole in of.values():
        printed = {words(n): n for _, n in sorted(whole.names, reverse=True)}
        if len(printed) > 1:
            whole.reasons.add(f"{' = '.join(sorted(printed.values()))}: {_ALIKE[kind]}")
    ordered = sorted(proposals, key=lambda p: (-p.weight, p.a, p.b))
    apart: dict[Group, set[Group]] = {}
    for one in ordered:
        if any(r.weight <= APART for r in one.reasons):
            apart.setdefault(one.a, set()).add(one.b)
            apart.setdefault(one.b, set()).add(one.a)
    done = []
    for one in ordered:
        x, y = of[one.a], of[one.b]
        barred = any(other in apart.get(g, ()) for g in x.groups for other in y.groups)
        state: State = "refused" if barred and x is not y else "joined" if one.weight >= SURE else "open"
        if state == "joined" and x is not y:
            into(x, y, of.__setitem__)
            x.reasons.add(f"{one.one} = {one.other}: {'; '.join(one.pro)}")
        if state == "open" and (x is y or one.weight < OPEN):
            continue
        if state == "refused" and sum(r.weight for r in one.reasons if r.weight > 0) < OPEN:
            continue
        done.append(Proposal(one.kind, one.a, one.b, one.one, one.other, one.reasons, state))
    return list({id(c): c for c in of.values()}.values()), done


def into(x: Cluster, y: Cluster, place: Callable[[Group, Cluster], None]) -> None:
    """Put all of one cluster into another; `place` notes where each group now is."""
    for key, documents in y.names.items():
        x.names.setdefault(key, set()).update(documents)
    x.groups |= y.groups
    x.reasons |= y.reasons
    x.decisions |= y.decisions
    for group in sorted(y.groups):
        place(group, x)
