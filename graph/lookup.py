"""Forgiving look-up of names: what somebody types, to the one thing in the store that it means.

Invariant: a match of a better kind always wins over any number of worse ones (exact name, then alias, then the same but
for case and punctuation, acronym, beginning, words, part, misspelling), and among matches of the best kind remit never
chooses: one is the answer, several are AmbiguousName with all of them, none is NothingFound with the nearest names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ..errors import AmbiguousName, NothingFound
from ..ontology.terms import iri

if TYPE_CHECKING:
    from .questions.reading import Quads

_SMALL = frozenset({"a", "an", "and", "at", "by", "de", "for", "in", "of", "on", "or", "the", "to", "with"})
_WORD = re.compile(r"[^\W_]+")
_NEAR = 0.8
_COLLECTION = re.compile(r"\s*\[([^\[\]]+)\]\Z")


@dataclass(frozen=True, slots=True)
class Label:
    """A name that something in the store goes by; `preferred` is its own name, the others are aliases."""

    entity: str
    text: str
    preferred: bool = True


def every_label(store: Quads) -> Iterator[Label]:
    """Every name in a store."""
    from pyoxigraph import DefaultGraph, NamedNode

    for name, preferred in (("skos:prefLabel", True), ("skos:altLabel", False)):
        for quad in store.quads_for_pattern(None, NamedNode(iri(name)), None, DefaultGraph()):
            yield Label(quad.subject.value, quad.object.value, preferred)


def key(text: str) -> str:
    """A name for comparison: words in lower case without punctuation and possessive, `&` read as `and`, no article."""
    return _key(text)


def best(name: str, labels: Iterable[Label]) -> list[str]:
    """The entities that a name fits best, each once, in order of their identifiers; empty if it fits none."""
    wanted = key(name)
    if not wanted:
        return []
    words = wanted.split()
    lowest, hits = 99, set[str]()
    rest: list[Label] = []
    for label in labels:
        rank = _rank(name, wanted, words, label)
        if rank < lowest:
            lowest, hits = rank, set()
        if rank == lowest < 99:
            hits.add(label.entity)
        rest.append(label)
    return sorted(hits) if hits else sorted(_misspelt(wanted, rest))


def nearest(name: str, labels: Iterable[Label], most: int = 3) -> list[str]:
    """Names in the store that look like the one given, most alike first."""
    from difflib import get_close_matches

    texts = sorted({label.text for label in labels})
    keys: dict[str, str] = {}
    for text in texts:
        keys.setdefault(key(text), text)
    return [keys[k] for k in get_close_matches(key(name), keys, most, 0.5)]


def choose(name: str, hits: Sequence[str], describe: Sequence[str], labels: Iterable[Label], what: str) -> str:
    """The one entity that a name fits; raises AmbiguousName with the descriptions of all, or NothingFound."""
    if len(hits) == 1:
        return hits[0]
    if hits:
        raise AmbiguousName(name, tuple(describe))
    near = nearest(name, labels)
    hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
    raise NothingFound(f"{name!r}: no {what} of that name in the store{hint}")


def split_collection(name: str) -> tuple[str, str | None]:
    """A name as typed, and the collection that it was narrowed to: `Cabinet [papers]`."""
    match = _COLLECTION.search(name)
    return (name[: match.start()], match[1]) if match and match.start() else (name, None)


def acronyms(text: str) -> set[str]:
    """The initials that a name is cut down to: of all its words, and of those that matter."""
    words = _WORD.findall(text.replace("'s", "").replace("\N{RIGHT SINGLE QUOTATION MARK}s", ""))
    every = "".join(w[0] for w in words)
    main = "".join(w[0] for w in words if w.casefold() not in _SMALL)
    return {short.casefold() for short in (every, main) if len(short) > 1}


def _rank(name: str, wanted: str, words: Sequence[str], label: Label) -> int:
    """How well a name fits a label: 0 best, 99 not at all."""
    if label.text == name:
        return 0 if label.preferred else 1
    held = _key(label.text)
    if held == wanted:
        return 2 if label.preferred else 3
    if len(words) == 1 and 2 <= len(wanted) <= 8 and wanted in acronyms(label.text):
        return 4
    if held.startswith(wanted + " "):
        return 5
    inside = held.split()
    if set(words) <= set(inside):
        return 6
    if all(any(i.startswith(w) for i in inside) for w in words):
        return 7
    return 8 if len(wanted) > 3 and wanted in held else 99


def _misspelt(wanted: str, labels: Iterable[Label]) -> Iterator[str]:
    """The entities whose name, or some words of whose name, are the nearest misspelling; those equally near all count."""
    from difflib import SequenceMatcher

    def ratio(a: str, b: str) -> float:
        matcher = SequenceMatcher(None, a, b, autojunk=False)
        near = matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR
        return matcher.ratio() if near else 0.0

    words = wanted.split()
    firsts = {word[0] for word in words}
    found: dict[str, float] = {}
    for label in labels:
        held = _key(label.text)
        inside = held.split()
        score = ratio(held, wanted) if abs(len(held) - len(wanted)) <= 3 else 0.0
        if len(inside) >= len(words) and firsts <= {word[0] for word in inside}:
            worst = min(max(ratio(i, w) for i in inside) for w in words)
            score = max(score, worst * 0.95)
        if score >= _NEAR * 0.95:
            found[label.entity] = max(score, found.get(label.entity, 0.0))
    top = max(found.values(), default=0.0)
    return (entity for entity, score in found.items() if score >= top - 0.01)


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    """The comparison form of a name; names come round again while ranking."""
    if not text.isascii():
        from unicodedata import combining, normalize

        text = "".join(c for c in normalize("NFKD", text) if not combining(c))
    plain = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("'s", "s").replace("s'", "s")
    words = _WORD.findall(plain.replace("&", " and "))
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
