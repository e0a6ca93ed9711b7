"""Clusters of names: which printed names of a collection are one person, one body, one post.

Invariant: clusters are made and joined in the order of names, so that the order of statements leaves no trace.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from .facts import ReportsTo
from .names import abbreviates, initials, is_acronym, is_generic, key, misprint, person_words, same_person, words
from .statements import Statement


@dataclass
class Cluster:
    """Names taken for one person, body or post, with the reasons."""

    names: set[str]
    kind: str
    reasons: set[str] = field(default_factory=set)


def people(names: set[str], together: dict[str, set[str]]) -> list[Cluster]:
    """People: the same words, initials where one full name fits, one misprinted letter; never two of one roll."""
    by_words: dict[str, Cluster] = {}
    for name in sorted(names):
        cluster = by_words.setdefault(" ".join(person_words(name)), Cluster(set(), "person"))
        cluster.names.add(name)
    clusters = [by_words[k] for k in sorted(by_words)]
    gone: set[int] = set()
    by_surname: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        by_surname[person_words(min(cluster.names))[-1]].append(cluster)
    for small in clusters:
        first = person_words(min(small.names))
        if len(first) < 2 or len(first[0]) > 1:
            continue
        fits = [
            c
            for c in by_surname[first[-1]]
            if c is not small
            and id(c) not in gone
            and len(person_words(min(c.names))[0]) > 1
            and same_person(min(c.names), min(small.names))
        ]
        if len(fits) == 1:
            _take(fits[0], small, "initials fit one full name only")
            gone.add(id(small))
    by_first: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if id(cluster) not in gone:
            by_first[person_words(min(cluster.names))[:-1]].append(cluster)
    for alike in by_first.values():
        for i, one in enumerate(alike):
            for other in alike[i + 1 :]:
                pair = {min(one.names), min(other.names)}
                if gone & {id(one), id(other)} or not misprint(*sorted(pair)):
                    continue
                if not any(pair <= roll for roll in together.values()):
                    _take(one, other, "one letter apart: taken for a misprint")
                    gone.add(id(other))
    return [cluster for cluster in clusters if id(cluster) not in gone]


def bodies(names: set[str], short: dict[str, set[str]]) -> list[Cluster]:
    """Bodies and posts: by key, stated aliases, initials, abbreviated words, and words left out at the front."""
    by_key: dict[str, Cluster] = {}
    for name in sorted(names):
        by_key.setdefault(key(name), Cluster(set(), "body")).names.add(name)
    clusters = [by_key[k] for k in sorted(by_key)]

    def of(name: str) -> Cluster | None:
        return next((c for c in clusters if any(key(n) == key(name) for n in c.names)), None)

    for alias in sorted(short):
        a = of(alias)
        targets = {id(c): c for n in sorted(short[alias]) if (c := of(n))}
        if a and len(targets) == 1:
            target = next(iter(targets.values()))
            if target is not a:
                _join(clusters, target, a, "the document says so")
    for one in list(clusters):
        if one not in clusters:
            continue
        name = min(one.names, key=lambda n: (len(n), n))
        if is_generic(name):
            continue
        longer = [c for c in clusters if c is not one and any(_shortens(n, m) for n in one.names for m in c.names)]
        if len(longer) == 1:
            _join(clusters, longer[0], one, "short for the only name that fits")
    for one in list(clusters):
        for other in list(clusters):
            if one is not other and one in clusters and other in clusters and _plural(min(one.names), min(other.names)):
                _join(clusters, one, other, "one letter apart: taken for a misprint")
    return clusters


def subordinates(clusters: list[Cluster], statements: Sequence[Statement]) -> None:
    """Joins groups under one superior in one document that differ only in the superior's words and their noun."""
    below: dict[tuple[str, str], set[str]] = defaultdict(set)
    for s in statements:
        if isinstance(s.fact, ReportsTo):
            high = next((min(c.names) for c in clusters if s.fact.object in c.names), s.fact.object)
            below[(s.document, high)].add(s.fact.subject)
    for (_, high), low in sorted(below.items()):
        above = next((c.names for c in clusters if high in c.names), {high})
        taken = {w for n in above for w in words(n)} | {w.casefold() for n in above for w in n.split()}
        groups: dict[frozenset[str], list[str]] = defaultdict(list)
        for name in sorted(low):
            own = frozenset(w for w in words(name) if w not in taken and not is_generic(w) and len(w) > 3)
            if own and not is_generic(name):
                groups[own].append(name)
        for names in groups.values():
            found = [c for n in names if (c := next((c for c in clusters if n in c.names), None)) is not None]
            for other in found[1:]:
                if other is not found[0] and other in clusters and found[0] in clusters:
                    _join(clusters, found[0], other, f"one group under {high} by several names")


def _shortens(short: str, long: str) -> bool:
    """Whether a name is a shorter form of another: its last words, its initials, or words of it abbreviated."""
    a, b = words(short), words(long)
    if len(a) >= 2 and len(a) < len(b) and b[-len(a) :] == a and not is_generic(short):
        return True
    if is_acronym(short):
        return short.casefold() in initials(long)
    return abbreviates(short, long)


def _plural(a: str, b: str) -> bool:
    """Whether two names differ in one plural ending alone."""
    x, y = words(a), words(b)
    if len(x) != len(y) or len(x) < 3 or x == y or is_generic(a) or is_generic(b):
        return False
    return all(p == q or p.rstrip("s") == q.rstrip("s") for p, q in zip(x, y, strict=True))


def _join(clusters: list[Cluster], into: Cluster, other: Cluster, reason: str) -> None:
    _take(into, other, reason)
    clusters.remove(other)


def _take(into: Cluster, other: Cluster, reason: str) -> None:
    into.names |= other.names
    into.reasons |= other.reasons | {f"{min(other.names)}: {reason}"}
