"""From a name as typed to the one thing in the store that it means.

Invariant: the commands never choose among several: see `graph/lookup.py`. Identifiers are taken as they are, and those of
things that were merged into others lead to these.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from ..lookup import Label, best, choose, every_label, split_collection
from .reading import KINDS, KNOWN, Look, term

NAMED = ("Person", "Body", "Post", "Direction", "TermsOfReference", "Resolution", "Plan", "Act", "Provision")
"""The classes whose members are asked for by name."""

_LABELS = (("skos:prefLabel", True), ("skos:altLabel", False))


def find(look: Look, name: str, *kinds: str) -> NamedNode:
    """The one thing of given classes that a name means; raises AmbiguousName or NothingFound.

    `Cabinet [papers]` means the Cabinet of the collection `papers`.
    """
    wanted = set(kinds or NAMED)
    if (node := _identified(look, name)) is not None:
        return node
    bare, collection = split_collection(name.strip())
    labels = [label for label in _exact(look, bare) if _fits(look, label.entity, wanted, collection)]
    if labels:
        hits = _equals(look, labels)
    else:
        hits, labels = _forgiving(look, bare, wanted, collection)
        hits = _without_posts_in(look, hits)
    what = " or ".join(KINDS[k] for k in kinds) if kinds else "person, body, post or instrument"
    return NamedNode(choose(name, hits, _described(look, hits), labels, what))


def _forgiving(look: Look, name: str, kinds: set[str], collection: str | None) -> tuple[list[str], list[Label]]:
    """The things that a name fits best, and the names among which they were found."""
    index = None
    if place := getattr(look.store, "place", None):
        from ..name_index import NameIndex

        index = NameIndex.of(place)
    if index is None:
        allowed = {node.value for kind in sorted(kinds) for node in look.members(kind)}
        if collection is not None:
            allowed = {iri for iri in allowed if _fits(look, iri, kinds, collection)}
        labels = [label for label in every_label(look.store) if label.entity in allowed]
        return best(name, labels), labels
    labels = []
    for tier in index.tiers(name):
        labels = [label for label in tier if _fits(look, label.entity, kinds, collection)]
        if hits := best(name, labels):
            return hits, labels
    return [], labels


def _without_posts_in(look: Look, hits: list[str]) -> list[str]:
    """Things that a name fits, without the posts in bodies that it fits too: `Board` means it, not each `Chair of the Board`."""
    bodies = set(hits)
    return [iri for iri in hits if bodies.isdisjoint(b.value for b in look.nodes(NamedNode(iri), "org:postIn"))]


def _exact(look: Look, name: str) -> Iterator[Label]:
    """The things that bear exactly this name."""
    literal = Literal(name)
    for label, preferred in _LABELS:
        for quad in look.store.quads_for_pattern(None, term(label), literal, KNOWN):
            yield Label(quad.subject.value, name, preferred)


def _equals(look: Look, labels: list[Label]) -> list[str]:
    """The things that bear a name first; with them those of the same class that it is a lesser name of: an office of
    state that no paper tells apart does not hide the two that are.
    """
    first = {label.entity for label in labels if label.preferred} or {label.entity for label in labels}
    kinds = {kind for iri in first for kind in look.kinds(NamedNode(iri))} & set(NAMED)
    return sorted(
        {label.entity for label in labels if label.entity in first or kinds & set(look.kinds(NamedNode(label.entity)))}
    )


def _fits(look: Look, iri: str, kinds: set[str], collection: str | None) -> bool:
    """Whether a thing is of the classes and the collection asked for."""
    node = NamedNode(iri)
    if kinds.isdisjoint(look.kinds(node)):
        return False
    return collection is None or collection in look.texts(node, "collection")


def _identified(look: Look, text: str) -> NamedNode | None:
    """The thing of an identifier, or that it was merged into; None if the text is none, or of nothing in the store."""
    if not text.startswith(("urn:", "http://", "https://")):
        return None
    try:
        node = NamedNode(text)
    except ValueError:
        return None
    node = look.node(node, "dcterms:isReplacedBy") or node
    return node if look.kinds(node) else None


def _described(look: Look, iris: list[str]) -> list[str]:
    """Things told apart: by name; where that does not do, by kind, collection and identifier."""
    refs = [look.ref(NamedNode(iri)) for iri in iris]
    names = [ref.name for ref in refs]
    out = []
    for ref in refs:
        if names.count(ref.name) == 1:
            out.append(f"{ref.name} ({ref.kind})")
        else:
            where = ", ".join(look.texts(NamedNode(ref.id), "collection"))
            out.append(f"{ref.name} ({ref.kind}, {where}): {ref.id}")
    return out
