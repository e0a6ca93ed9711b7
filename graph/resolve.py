"""Who is who: the names that statements print, to the entities that they mean.

Names are resolved within a collection (one organisation's papers); ministries, ministers of state and Acts are shared by
all. Reasons to join two names are a document's own alias, the initials of words, words left out at the front where one
name alone fits, one misprinted letter; posts are never a reason. Invariant: the result depends on the set of statements,
not on their order.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .clusters import Cluster, bodies, people, subordinates
from .facts import Alias, Attendance, Holds, Meeting, Member, Post, values
from .ids import entity_id
from .ledger.entries import Ledger
from .listed_posts import ListedPost, References, label, listed_posts
from .names import (
    is_acronym,
    is_generic,
    is_national,
    key,
    kind_of,
    person_words,
    words,
)
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
    decisions: tuple[str, ...] = ()


class Resolver:
    """The entities of a set of statements; `entity` looks a printed name up."""

    def __init__(self, statements: Sequence[Statement], base: str, ledger: Ledger | None = None) -> None:
        self.base = base
        self._renamed = {one.subject: one for one in (ledger.of("rename") if ledger else ())}
        self.entities: dict[str, Entity] = {}
        self._by_name: dict[tuple[str, str, str], Entity] = {}
        self._aliases: dict[tuple[str, str], str] = {}
        self._own: dict[tuple[str, str], str] = {}
        self._spelt: dict[tuple[str, str], str] = {}
        self.people: dict[str, frozenset[str]] = {}
        self._listed: dict[tuple[str, str], Entity] = {}
        self._above: dict[str, tuple[Entity, tuple[str, ...]]] = {}
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
        if found := self.known(name, collection, document, kind):
            return found
        meant, known, where = self._meant(name, collection, document, kind)
        made = Entity(entity_id(self.base, known, where, meant), known, meant, (meant,), where)
        return self._by_name.setdefault((where, known, key(meant)), self._as_decided(made))

    def known(self, name: str, collection: str, document: str, kind: str | None = None) -> Entity | None:
        """The entity that a printed name means, if statements mention one of that name; None for a name of something else."""
        name = name.strip()
        if kind in {None, "post"} and (found := self._listed.get((document, name))):
            return found
        meant, known, where = self._meant(name, collection, document, kind)
        for candidate in (meant, name):
            for place in (where, collection):
                if found := self._by_name.get((place, known, key(candidate))):
                    return found
        return None

    def _meant(self, name: str, collection: str, document: str, kind: str | None) -> tuple[str, str, str]:
        """The name that a printed one stands for, its kind, and where it is kept."""
        meant = self._expanded(
            self._aliases.get((document, key(name))) or self._own.get((collection, key(name))) or name,
            document,
            collection,
        )
        known = kind or kind_of(meant, self.people.get(collection, frozenset()))
        return meant, known, SHARED if is_national(meant) and known != "person" else collection

    def _as_decided(self, entity: Entity) -> Entity:
        """An entity by the name that the ledger gives it."""
        ids = {entity_id(self.base, entity.kind, entity.collection, name) for name in entity.names}
        found = [one for id_, one in self._renamed.items() if id_ in ids]
        if not found:
            return entity
        return replace(entity, name=found[-1].value, decisions=tuple(sorted(one.id for one in found)))

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

    def listed(self, role: str, document: str) -> Entity | None:
        """The post that a table lists under a role, the form in which it is held (`(acting)`) left out."""
        bare = re.sub(r"\s*\([^()]*\)$", "", role)
        return self._listed.get((document, role)) or self._listed.get((document, bare))

    def superior(self, s: Statement) -> tuple[Entity, tuple[str, ...]] | None:
        """The post that a listed post reports to by a reference of another table, and the statements that list it."""
        return self._above.get(s.iri)

    def _collection(self, collection: str, statements: Sequence[Statement]) -> None:
        present = {s.fact.person for s in statements if isinstance(s.fact, Attendance | Holds | Member)}
        posts = listed_posts(statements)
        listed = {(one.document, one.fact.name) for post in posts for one in post.listings}
        self.people[collection] = frozenset(" ".join(person_words(p)) for p in present)
        mentions: dict[str, set[str]] = defaultdict(set)
        together: dict[str, set[str]] = defaultdict(set)
        for s in statements:
            for name, kind in _mentioned(s, self.people[collection]):
                if (s.document, name) not in listed:
                    mentions[kind].add(name)
            if isinstance(s.fact, Attendance):
                together[s.document].add(s.fact.person)
        mentions["person"] |= present
        self._organisation(collection, statements)
        short: dict[str, set[str]] = defaultdict(set)
        for s in statements:
            if isinstance(s.fact, Alias):
                self._alias(s, short)
        self._spelt.update({(collection, alias): min(names) for alias, names in short.items()})
        mentions["post"] = {self._expanded(name, "", collection) for name in mentions["post"]}
        for kind in ("person", "body", "post"):
            names = mentions[kind]
            clusters = people(names, together) if kind == "person" else bodies(names, short)
            if kind == "body":
                subordinates(clusters, statements)
            if kind == "post" and posts:
                clusters = self._keep_listed(posts, clusters, collection)
                self._refer(posts, statements)
            for cluster in clusters:
                self._keep(cluster, kind, collection)

    def _keep_listed(self, posts: list[ListedPost], clusters: list[Cluster], collection: str) -> list[Cluster]:
        """Keep the posts that tables list, each with the names other papers have for it; the clusters that are none."""
        titles = Counter(key(post.title) for post in posts)
        by_key = {key(name): cluster for cluster in clusters for name in cluster.names}
        for post in posts:
            names = post.names() | ({post.title} if titles[key(post.title)] == 1 else set())
            for cluster in {id(c): c for name in sorted(names) if (c := by_key.get(key(name)))}.values():
                names |= cluster.names
                post.reasons |= cluster.reasons
            id_ = entity_id(self.base, "post", collection, min(names))
            entity = self._as_decided(Entity(id_, "post", label(post, titles), tuple(sorted(names)), collection, tuple(sorted(post.reasons))))  # fmt: skip
            for name in sorted(names):
                self._by_name.setdefault((collection, "post", key(name)), entity)
            for one in post.listings:
                self._listed[(one.document, one.fact.name)] = entity
        return [c for c in clusters if not any((collection, "post", key(name)) in self._by_name for name in c.names)]

    def _refer(self, posts: list[ListedPost], statements: Sequence[Statement]) -> None:
        """Note the superiors that the tables of a collection name by references of one another."""
        references = References(posts)
        for s in statements:
            if found := references.elsewhere(s):
                self._above[s.iri] = (self._listed[(found[1].document, found[1].fact.name)], found[1].says)

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

    def _keep(self, cluster: Cluster, kind: str, collection: str) -> None:
        names = sorted(cluster.names)
        national = [n for n in names if is_national(n)]
        where = SHARED if national and kind != "person" else collection
        smallest = min(names)
        full = max(
            names,
            key=lambda n: (
                not is_acronym(n),
                not n.isupper(),
                n[:1].isupper(),
                len(words(n)) if kind != "person" else len(person_words(n)),
                len(n),
                n,
            ),
        )
        entity = Entity(
            entity_id(self.base, kind, where, smallest), kind, full, tuple(names), where, tuple(sorted(cluster.reasons))
        )
        entity = self._as_decided(entity)
        for name in names:
            self._by_name.setdefault((where, kind, key(name)), entity)
            if where != collection:
                self._by_name.setdefault((collection, kind, key(name)), self._by_name[(where, kind, key(name))])


def _mentioned(s: Statement, people: frozenset[str]) -> Iterable[tuple[str, str]]:
    """(name, kind) of what a statement names."""
    said = values(s.fact)
    for name in _BODY_KEYS:
        if isinstance(value := said.get(name), str):
            yield (
                value,
                ("body" if isinstance(s.fact, Meeting | Member | Post) else kind_of(value, people)),
            )
    for name in _PARTY_KEYS:
        value = said.get(name)
        for one in (value,) if isinstance(value, str) else value or ():
            if not re.match(r"(?:Directions?|Resolution|Terms\s+of\s+Reference)\b", one):
                yield one, kind_of(one, people)
