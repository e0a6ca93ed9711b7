"""Who is who: the names that statements print, to the entities that they mean.

Names are resolved within a collection (one organisation's papers); ministries, ministers of state and Acts are shared by
all. Reasons to join two names are a document's own alias, the initials of words, words left out at the front where one
name alone fits, one misprinted letter; posts are never a reason. Invariant: the result depends on the set of statements,
not on their order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .facts import Alias, Attendance, Holds, Meeting, ReportsTo, values
from .ids import entity_id
from .names import abbreviates, initials, is_acronym, is_generic, is_national, key, kind_of, misprint, person_words, same_person, words
from .statements import Statement

SHARED = "shared"
"""The collection of entities that all collections share."""
_ORGANISATION = frozenset({"council", "authority", "trust", "school", "borough council", "commission", "company"})
_MINISTER = re.compile(r"(?:the\s+)?(?:Secretary\s+of\s+State|Minister)\s+(?:for|of)\s+(?:the\s+)?", re.IGNORECASE)
_BODY_KEYS = ("body",)
_PARTY_KEYS = ("subject", "object", "bearer", "recipient", "owner", "issuer", "addressee", "new", "old", "by")


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body or post: its address, its name as most fully printed, all names it goes by, why they were joined."""

    id: str
    kind: str
    name: str
    names: tuple[str, ...]
    collection: str
    reasons: tuple[str, ...] = ()


@dataclass
class _Cluster:
    names: set[str]
    kind: str
    reasons: set[str] = field(default_factory=set)


class Resolver:
    """The entities of a set of statements; `entity` looks a printed name up."""

    def __init__(self, statements: Sequence[Statement], base: str) -> None:
        self.base = base
        self.entities: dict[str, Entity] = {}
        self._by_name: dict[tuple[str, str, str], Entity] = {}
        self._aliases: dict[tuple[str, str], str] = {}
        self._own: dict[tuple[str, str], str] = {}
        self._spelt: dict[tuple[str, str], str] = {}
        self.people: dict[str, frozenset[str]] = {}
        by_collection: dict[str, list[Statement]] = defaultdict(list)
        for s in statements:
            by_collection[s.collection].append(s)
        for collection in sorted(by_collection):
            self._collection(collection, by_collection[collection])

    def entity(self, name: str, collection: str, document: str, kind: str | None = None) -> Entity | None:
        """The entity that a printed name means in a document of a collection; `kind` if it is known."""
        name = name.strip()
        if not name:
            return None
        meant = self._expanded(self._aliases.get((document, key(name))) or self._own.get((collection, key(name))) or name, document, collection)
        known = kind or kind_of(meant, self.people.get(collection, frozenset()))
        where = SHARED if is_national(meant) and known != "person" else collection
        for candidate in (meant, name):
            found = self._by_name.get((where, known, key(candidate))) or self._by_name.get((collection, known, key(candidate)))
            if found:
                return found
        made = Entity(entity_id(self.base, known, where, meant), known, meant, (meant,), where)
        return self._by_name.setdefault((where, known, key(meant)), made)

    def _expanded(self, name: str, document: str, collection: str) -> str:
        """A minister's name with the ministry's short form written out (`Secretary of State for DCLG`)."""
        lead = _MINISTER.match(name)
        if not lead or not is_acronym(name[lead.end() :].strip()):
            return name
        short = key(name[lead.end() :])
        full = self._aliases.get((document, short)) or self._spelt.get((collection, short))
        return f"{lead[0]}{full}" if full else name

    def all(self) -> list[Entity]:
        """Every entity, by address."""
        return sorted({e.id: e for e in self._by_name.values()}.values(), key=lambda e: e.id)

    def _collection(self, collection: str, statements: Sequence[Statement]) -> None:
        people = {s.fact.person for s in statements if isinstance(s.fact, Attendance | Holds)}
        self.people[collection] = frozenset(" ".join(person_words(p)) for p in people)
        mentions: dict[str, set[str]] = defaultdict(set)
        together: dict[str, set[str]] = defaultdict(set)
        for s in statements:
            for name, kind in _mentioned(s, self.people[collection]):
                mentions[kind].add(name)
            if isinstance(s.fact, Attendance):
                together[s.document].add(s.fact.person)
        mentions["person"] |= people
        self._organisation(collection, statements)
        short: dict[str, set[str]] = defaultdict(set)
        for s in statements:
            if isinstance(s.fact, Alias):
                self._alias(s, short)
        self._spelt.update({(collection, alias): min(names) for alias, names in short.items()})
        mentions["post"] = {self._expanded(name, "", collection) for name in mentions["post"]}
        for kind in ("person", "body", "post"):
            names = mentions[kind]
            clusters = _people(names, together) if kind == "person" else _bodies(names, short)
            if kind == "body":
                _subordinates(clusters, statements)
            for cluster in clusters:
                self._keep(cluster, kind, collection)

    def _organisation(self, collection: str, statements: Sequence[Statement]) -> None:
        """What `the Council` or `the Authority` means in papers that do not say so: the one body that the others name."""
        meant: dict[str, set[str]] = defaultdict(set)
        for s in statements:
            if isinstance(s.fact, Alias) and key(s.fact.alias) in _ORGANISATION:
                meant[key(s.fact.alias)].add(s.fact.name)
        for word in sorted(meant):
            if len({key(n) for n in meant[word]}) == 1:
                self._own[(collection, word)] = min(meant[word])

    def _alias(self, s: Statement, short: dict[str, set[str]]) -> None:
        assert isinstance(s.fact, Alias)
        name, alias = s.fact.name, s.fact.alias
        self._aliases[(s.document, key(alias))] = name
        if not is_generic(alias) and key(alias) != key(name):
            short[key(alias)].add(name)

    def _keep(self, cluster: _Cluster, kind: str, collection: str) -> None:
        names = sorted(cluster.names)
        national = [n for n in names if is_national(n)]
        where = SHARED if national and kind != "person" else collection
        smallest = min(names)
        full = max(names, key=lambda n: (not is_acronym(n), not n.isupper(), n[:1].isupper(), len(words(n)) if kind != "person" else len(person_words(n)), len(n), n))
        entity = Entity(entity_id(self.base, kind, where, smallest), kind, full, tuple(names), where, tuple(sorted(cluster.reasons)))
        for name in names:
            self._by_name.setdefault((where, kind, key(name)), entity)
            if where != collection:
                self._by_name.setdefault((collection, kind, key(name)), self._by_name[(where, kind, key(name))])


def _mentioned(s: Statement, people: frozenset[str]) -> Iterable[tuple[str, str]]:
    """(name, kind) of what a statement names."""
    said = values(s.fact)
    for name in _BODY_KEYS:
        if isinstance(value := said.get(name), str):
            yield value, ("post" if isinstance(s.fact, Holds) and False else kind_of(value, people) if not isinstance(s.fact, Meeting) else "body")
    for name in _PARTY_KEYS:
        value = said.get(name)
        for one in (value,) if isinstance(value, str) else value or ():
            if not re.match(r"(?:Directions?|Resolution|Terms\s+of\s+Reference)\b", one):
                yield one, kind_of(one, people)


def _people(names: set[str], together: dict[str, set[str]]) -> list[_Cluster]:
    """People: the same words, initials where one full name fits, one misprinted letter; never two of one roll."""
    by_words: dict[str, _Cluster] = {}
    for name in sorted(names):
        cluster = by_words.setdefault(" ".join(person_words(name)), _Cluster(set(), "person"))
        cluster.names.add(name)
    clusters = [by_words[k] for k in sorted(by_words)]
    for small in list(clusters):
        first = person_words(min(small.names))
        if len(first) < 2 or len(first[0]) > 1:
            continue
        fits = [c for c in clusters if c is not small and len(person_words(min(c.names))[0]) > 1 and same_person(min(c.names), min(small.names))]
        if len(fits) == 1:
            _join(clusters, fits[0], small, "initials fit one full name only")
    for i, one in enumerate(list(clusters)):
        for other in list(clusters)[i + 1 :]:
            if one in clusters and other in clusters and misprint(min(one.names), min(other.names)):
                if not any({min(one.names), min(other.names)} <= roll for roll in together.values()):
                    _join(clusters, one, other, "one letter apart: taken for a misprint")
    return clusters


def _bodies(names: set[str], short: dict[str, set[str]]) -> list[_Cluster]:
    """Bodies and posts: by key, stated aliases, initials, abbreviated words, and words left out at the front."""
    by_key: dict[str, _Cluster] = {}
    for name in sorted(names):
        by_key.setdefault(key(name), _Cluster(set(), "body")).names.add(name)
    clusters = [by_key[k] for k in sorted(by_key)]

    def of(name: str) -> _Cluster | None:
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


def _subordinates(clusters: list[_Cluster], statements: Sequence[Statement]) -> None:
    """Joins groups under one superior in one document that differ only in the superior's words and their noun."""
    below: dict[tuple[str, str], set[str]] = defaultdict(set)
    for s in statements:
        if isinstance(s.fact, ReportsTo):
            high = next((min(c.names) for c in clusters if s.fact.object in c.names), s.fact.object)
            below[(s.document, high)].add(s.fact.subject)
    for (_, high), low in sorted(below.items()):
        above = next((c.names for c in clusters if high in c.names), {high})
        taken = {w for n in above for w in words(n)} | {i for n in above for w in n.split() for i in (w.casefold(),)}
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


def _join(clusters: list[_Cluster], into: _Cluster, other: _Cluster, reason: str) -> None:
    into.names |= other.names
    into.reasons |= other.reasons | {f"{min(other.names)}: {reason}"}
    clusters.remove(other)
