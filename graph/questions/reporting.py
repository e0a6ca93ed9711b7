"""Who reports to whom: the line upward from a body, post or person, or downward.

Invariant: every line is one reporting relation of the store, as its documents state it, with their words; nothing is
closed over or added. A thing is opened once, so that a cycle ends where it comes round, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .asof import How, holds, known
from .reading import Look, Proof, Ref

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

Round = Literal["", "shown above", "cycle"]


@dataclass(frozen=True, slots=True)
class Line:
    """One reporting line as a step of the walk.

    `level` counts the steps from the thing asked for; `kind` tells reporting (`reports`) from being held to account
    (`accountable`). `apart` marks the lines of a post in the body, or held by the person, that was asked for: they are
    not its own. `round` says that the walk does not go on because it was there before. `known` says how the line is
    known on the day asked for, `seen` the days on which documents show it.
    """

    level: int
    reporter: Ref
    superior: Ref
    kind: str
    frequency: str | None
    what: str | None
    apart: bool
    round: Round
    known: How | None
    seen: tuple[str, ...]
    certainty: str
    evidence: tuple[Proof, ...]
    id: str


def reporting_lines(
    look: Look, asked: NamedNode, *, down: bool = False, depth: int | None = None, on: str | None = None
) -> list[Line]:
    """The lines from a thing upward, or downward, in the order of a walk that follows each branch to its end.

    First its own; then, apart, those of the posts in it (a body) or held (a person), direct ones only, and of a body's posts
    those alone that lead out of it.
    """
    walk = _Walk(look, down, depth, on)
    walk.follow(asked, 1, (asked,))
    own = {line.id for line in walk.lines}
    far = "reporter" if down else "superior"
    posts = _posts(look, asked, on)
    inside = {asked, *(posts if "Body" in look.kinds(asked) else ())}
    for post in posts:
        for node in walk.relations(post):
            if node.value not in own and look.node(node, far) not in inside:
                walk.add(node, 1, "", apart=True)
    return walk.lines


def _posts(look: Look, asked: NamedNode, on: str | None) -> list[NamedNode]:
    """The posts whose lines are shown apart: those in a body, those that a person holds."""
    posts = set(look.sources("org:postIn", asked))
    for tenure in look.sources("holder", asked):
        if holds(dated(look, tenure, on)):
            posts.update(look.nodes(tenure, "heldPost"))
    return sorted(posts, key=lambda post: (look.ref(post).name, post.value))


def dated(look: Look, relation: NamedNode, on: str | None) -> How | None:
    """How a relation of the store is known on a day."""
    observed = look.texts(relation, "observed")
    if on is not None and not observed and (after := not_before(look, relation)) and on < after:
        return "not yet seen"
    how = known(on, observed, look.text(relation, "validFrom"), look.text(relation, "validTo"))
    if on is not None and how in {"between", "last known"}:
        from .listings import told_otherwise

        if told_otherwise(look, relation, on):
            return "ended"
    return how


def not_before(look: Look, relation: NamedNode) -> str | None:
    """The day before which a relation that undated papers alone show cannot have been stated; None if there is none."""
    if look.texts(relation, "observed") or any(proof.date for proof in look.proofs(relation)):
        return None
    return look.text(relation, "notBefore")


class _Walk:
    """A walk over reporting lines; `lines` are those met, in order."""

    def __init__(self, look: Look, down: bool, depth: int | None, on: str | None) -> None:
        self.look, self.down, self.depth, self.on = look, down, depth, on
        self.lines: list[Line] = []
        self._opened: set[NamedNode] = set()

    def follow(self, node: NamedNode, level: int, path: tuple[NamedNode, ...]) -> None:
        """Add the lines of a thing, and after each those of the thing it leads to."""
        self._opened.add(node)
        far = "reporter" if self.down else "superior"
        for relation in self.relations(node):
            other = self.look.node(relation, far)
            if other is None:
                continue
            opened = other in self._opened
            self.add(relation, level, "cycle" if other in path else "shown above" if opened else "")
            if not opened and (self.depth is None or level < self.depth):
                self.follow(other, level + 1, (*path, other))

    def relations(self, node: NamedNode) -> list[NamedNode]:
        """The reporting lines of a thing that hold on the day, by the names at their far ends."""
        near, far = ("superior", "reporter") if self.down else ("reporter", "superior")
        found = []
        for relation in self.look.sources(near, node):
            other = self.look.one(relation, far)
            if other and holds(dated(self.look, relation, self.on)):
                found.append((other.name, other.id, self.look.text(relation, "lineKind") or "", relation))
        return [relation for *_, relation in sorted(found, key=lambda f: (f[2] == "accountable", *f[:3], f[3].value))]

    def add(self, relation: NamedNode, level: int, round_: Round, *, apart: bool = False) -> None:
        """Add one line to the answer."""
        look = self.look
        reporter, superior = look.one(relation, "reporter"), look.one(relation, "superior")
        assert reporter
        assert superior
        self.lines.append(
            Line(
                level=level,
                reporter=reporter,
                superior=superior,
                kind=look.text(relation, "lineKind") or "reports",
                frequency=look.text(relation, "frequency"),
                what=look.text(relation, "what"),
                apart=apart,
                round=round_ if not apart else "",
                known=dated(look, relation, self.on),
                seen=tuple(look.texts(relation, "observed")),
                certainty=look.text(relation, "certainty") or "",
                evidence=look.proofs(relation),
                id=relation.value,
            )
        )
