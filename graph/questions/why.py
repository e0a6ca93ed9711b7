"""The proof of an answer: the statements behind it, their words, the rules that found them, what was concluded and why.

Invariant: nothing is proved that the store does not hold: what a paper states is told with its passage, what was inferred
with its rule and reasons, what the ledger decided with its line. Findings are looked for anew, so that they are proved by
what stands now.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from ...errors import AmbiguousName, NothingFound
from .asof import How
from .decided import decisions_on
from .instruments import described
from .naming import find
from .reading import KNOWN, TYPE, Look, Proof, term
from .reporting import dated
from .statement_ids import short_statement

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORT = re.compile(r"(?:(?P<kind>[a-z-]+)/)?(?P<hex>[0-9a-f]{4,12})\Z")
_SHOWN = {
    "a": None, "supportedBy": None, "observed": None, "collection": None, "mergeReason": None, "because": None,
    "skos:prefLabel": None, "skos:altLabel": None, "certainty": None, "mandateRule": None,
}  # fmt: skip
"""Properties that are told in their own place, or go without saying."""
_NAMED = {"Person", "Body", "Post"}
_FEW = 5


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A value or link by the name of its property."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of a paper: what sort, its values as stated, the rule that found it, how certain, its passages."""

    type: str
    values: tuple[Value, ...]
    document: str
    date: str | None
    rule: str
    certainty: str
    evidence: tuple[Proof, ...]
    id: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A conclusion that no paper states: its rule, and the reasons in words."""

    rule: str
    because: str


@dataclass(frozen=True, slots=True)
class Explained:
    """Something with its proof; `facts` are its values and links in words, `decisions` the ledger's lines on it.

    `known` says how it is known on the day asked for, where it is dated; `support` counts all statements, of which those
    of a person, body or post are only the ones that show a name.
    """

    kind: str
    name: str
    certainty: str | None
    known: How | None
    facts: tuple[Value, ...]
    reasons: tuple[Reason, ...]
    decisions: tuple[str, ...]
    support: int
    statements: tuple[Said, ...]
    evidence: tuple[Proof, ...]
    id: str

    @property
    def because(self) -> tuple[str, ...]:
        """The reasons in words."""
        return tuple(reason.because for reason in self.reasons)


def why(look: Look, text: str, on: str | None = None) -> list[Explained]:
    """The proof of what an identifier means, a short form of one, or a name; raises NothingFound or AmbiguousName.

    A duty, decision, action or setting up is followed by what mandates it, each link with its own proof.
    """
    node = identified(look, text)
    if node is None:
        return [_finding(look, text, on)]
    if _is_statement(node):
        return [_statement(look, node)]
    return [explained(look, node, on), *(explained(look, link, on) for link in look.sources("mandated", node))]


def identified(look: Look, text: str) -> NamedNode | None:
    """The node of an identifier, its short form or a name; None if it can only be a finding's.

    A short form is the end of an identifier: `reporting/1a2b3c4d5e6f`, or at least four of its hexadecimal characters.
    """
    text = text.strip()
    if text.startswith(("urn:", "http://", "https://")):
        try:
            node = NamedNode(text)
        except ValueError:
            raise NothingFound(f"{text}: no identifier; the JSON answers give them") from None
        node = look.node(node, "dcterms:isReplacedBy") or node
        if look.kinds(node) or _is_statement(node) or _document(look, node):
            return node
        if "finding/" in text:
            return None
        raise NothingFound(f"{text}: nothing in the store has this identifier (the papers may have changed)")
    if (statement := short_statement(look, text)) is not None:
        return statement
    match = _SHORT.match(text.casefold())
    if match:
        fits = sorted({node.value for node in _subjects(look) if _ends(node.value, match["kind"], match["hex"])})
        if len(fits) > 1:
            raise AmbiguousName(text, tuple(f"{look.ref(NamedNode(iri)).name}: {iri}" for iri in fits))
        if fits:
            return NamedNode(fits[0])
        if match["kind"] in {None, "finding"}:
            return None
    if "/statement/" in text or text.startswith("document/"):
        base = str(getattr(look.store, "base", "urn:remit:"))
        return identified(look, f"{base}{text}")
    return find(look, text)


def _subjects(look: Look) -> Iterator[NamedNode]:
    """All things known."""
    seen = set()
    for quad in look.store.quads_for_pattern(None, TYPE, None, KNOWN):
        if quad.subject not in seen:
            seen.add(quad.subject)
            yield quad.subject


def _ends(iri: str, kind: str | None, digits: str) -> bool:
    """Whether an identifier ends in a kind and hexadecimal characters that begin so."""
    head, _, last = iri.rpartition("/")
    return last.startswith(digits) and len(last) == 12 and (kind is None or head.endswith((f":{kind}", f"/{kind}")))  # fmt: skip


def _is_statement(node: NamedNode) -> bool:
    """Whether an identifier is a statement's."""
    return "/statement/" in node.value


def _document(look: Look, node: NamedNode) -> bool:
    """Whether an identifier is a paper's."""
    return next(iter(look.store.quads_for_pattern(node, TYPE, term("Document"), node)), None) is not None


def explained(look: Look, node: NamedNode, on: str | None = None) -> Explained:
    """A thing with its proof."""
    ref = look.ref(node)
    kinds = look.kinds(node)
    rule = look.text(node, "mandateRule") or ("merged" if look.texts(node, "mergeReason") else "")
    reasons = [Reason(rule or "derived", text) for text in look.texts(node, "because")]
    reasons += [Reason("merged", text) for text in look.texts(node, "mergeReason")]
    if rule and not reasons:
        reasons = [Reason(rule, look.text(node, "how") or "")]
    supporting = look.nodes(node, "supportedBy")
    shown = _naming(look, node, supporting) if _NAMED & set(kinds) else supporting
    statements = tuple(said for s in shown if (said := _said(look, s)) is not None)
    return Explained(
        kind=ref.kind or (kinds[0] if kinds else "document"),
        name=_name(look, node, ref.name),
        certainty=look.text(node, "how") or look.text(node, "certainty"),
        known=dated(look, node, on) if look.texts(node, "observed") else None,
        facts=tuple(_facts(look, node)),
        reasons=tuple(reasons),
        decisions=_decisions(look, node, supporting),
        support=len(supporting),
        statements=tuple(sorted(statements, key=lambda s: (s.document, s.evidence[:1], s.type, s.id))),
        evidence=tuple(sorted({p for s in statements for p in s.evidence})) or look.proofs(node),
        id=node.value,
    )


def _decisions(look: Look, node: NamedNode, supporting: list[NamedNode]) -> tuple[str, ...]:
    """The ledger's decisions on a thing: its names, and, unless it is a thing that has names, its statements."""
    behind = [] if _NAMED & set(look.kinds(node)) else supporting
    return decisions_on(look, [node, *look.sources("dcterms:isReplacedBy", node), *behind])


def _naming(look: Look, node: NamedNode, supporting: list[NamedNode]) -> list[NamedNode]:
    """The statements that show the names of a person, body or post: those that give a short form, then one a name."""
    names = {look.ref(node).name, *look.texts(node, "skos:altLabel")}
    mine = set(look.texts(node, "collection"))
    found: dict[NamedNode, None] = {}
    for name in sorted(names):
        for value in ("name", "alias"):
            for quad in look.store.quads_for_pattern(None, term(f"{value}Text"), Literal(name), None):
                said = {q.object.value for q in look.store.quads_for_pattern(quad.subject, term("aliasText" if value == "name" else "nameText"), None, None)}  # fmt: skip
                if said & names and mine & set(_collection(look, quad.graph_name)):
                    found[quad.subject] = None
    for name in sorted(names):
        literal = Literal(name)
        first = next((s for s in supporting if any(q.object == literal for q in look.store.quads_for_pattern(s, None, None, None))), None)  # fmt: skip
        if first is not None:
            found[first] = None
    return sorted(found, key=lambda s: str(s.value)) or supporting[:_FEW]


def _collection(look: Look, graph: NamedNode) -> list[str]:
    """The collection of a paper."""
    return [q.object.value for q in look.store.quads_for_pattern(graph, term("collection"), None, graph)]


def _name(look: Look, node: NamedNode, name: str) -> str:
    """What a thing is, in words."""
    if name != node.value:
        return name
    pairs = (
        ("reporter", "reports to", "superior"), ("org:member", "sits on", "org:organization"), ("holder", "holds", "heldPost"),
        ("mandated", "rests on", "mandatedBy"), ("attendee", "at", "atMeeting"), ("seatPost", "has a seat on", "seatOn"),
        ("org:resultingOrganization", "follows", "org:originalOrganization"),
    )  # fmt: skip
    for one, verb, other in pairs:
        a, b = look.node(node, one), look.node(node, other)
        if a and b:
            return f"{described(look, a)} {verb} {look.ref(b)}"
    if proposed := look.refs(node, "proposes"):
        return " = ".join(ref.name for ref in proposed) + "?"
    who = look.one(node, "bearer") or look.one(node, "owner") or look.one(node, "decidedBy") or look.one(node, "termOf")
    return f"{who}: {described(look, node)}" if who else described(look, node)


def _facts(look: Look, node: NamedNode) -> Iterator[Value]:
    """The values and links of a thing, by name."""
    found = [Value("name", name) for name in look.texts(node, "skos:altLabel")]
    for quad in look.store.quads_for_pattern(node, None, None, KNOWN):
        name = quad.predicate.value.rpartition("#")[2].rpartition("/")[2].rpartition(":")[2]
        if name in {"type", *(n.rpartition(":")[2] for n in _SHOWN)}:
            continue
        value = quad.object.value if isinstance(quad.object, Literal) else described(look, quad.object)
        found.append(Value(name, value))
    yield from sorted(set(found))


def _said(look: Look, statement: NamedNode) -> Said | None:
    """A statement as its paper's graph holds it."""
    quads = list(look.store.quads_for_pattern(statement, None, None, None))
    proofs = look.passages(statement)
    if not quads or not proofs:
        return None
    values: list[Value] = []
    kind = ""
    for quad in quads:
        name = quad.predicate.value.rpartition(":")[2]
        if name.endswith("Text") and isinstance(quad.object, Literal):
            values.append(Value(name.removesuffix("Text"), quad.object.value))
        elif quad.predicate == TYPE and quad.object != term("Statement"):
            kind = quad.object.value.rpartition(":")[2].removesuffix("Statement")
    first = proofs[0]
    return Said(kind, tuple(sorted(values)), first.document, first.date, first.rule, first.certainty, tuple(sorted(proofs)), statement.value)  # fmt: skip


def _statement(look: Look, node: NamedNode) -> Explained:
    """A statement with its passage, and what rests on it."""
    said = _said(look, node)
    if said is None:
        raise NothingFound(f"{node.value}: nothing in the store has this identifier (the papers may have changed)")
    rests = tuple(Value("supports", f"{look.ref(n).name} <{n.value}>") for n in look.sources("supportedBy", node))
    return Explained("statement", said.type, said.certainty, None, (*said.values, *rests), (), decisions_on(look, [node]), 1, (said,), said.evidence, node.value)  # fmt: skip


def _finding(look: Look, text: str, on: str | None) -> Explained:
    """A finding with its rule and the words of its sides."""
    from ..checks import findings

    wanted = text.strip().casefold().rpartition("/")[2]
    found = [one for one in findings(look, on) if one.id.rpartition("/")[2].startswith(wanted)]
    if not found and "/" not in text and not any(c.isdigit() for c in text):
        return explained(look, find(look, text), on)
    if not found:
        raise NothingFound(f"{text}: nothing in the store has this identifier, nor has a finding of remit check")
    if len(found) > 1:
        raise AmbiguousName(text, tuple(f"{one.text}: {one.id}" for one in found))
    one = found[0]
    sides = tuple(Value("side", side.says) for side in one.sides)
    by_id = {p.statement: p for p in one.evidence}
    statements = tuple(said for iri in sorted(by_id) if (said := _said(look, NamedNode(iri))) is not None)
    about = tuple(Value("about", f"{ref.name} <{ref.id}>") for ref in one.about)
    decisions = (f"accepted: {one.accepted}",) if one.accepted else ()
    return Explained("finding", one.text, one.severity, None, (*about, *sides), (Reason(one.rule, one.explanation),), decisions, len(statements), statements, one.evidence, one.id)  # fmt: skip
