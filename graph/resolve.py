"""Who is who: the names that statements print, to the entities that they mean.

Names are resolved within a circle (one organisation's papers, see `identity.circles`); ministries, ministers of state and
Acts are shared by all. Every joining of two names has its reasons (`identity.people`, `bodies`, `posts`), and weak ones
are left open for people to decide; the ledger's decisions come last and hold. Invariant: the result depends on the set of
statements and on the standing decisions, not on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .identity import bodies, people, posts
from .identity.circles import circles, organisations
from .identity.joining import Cluster, Group, Proposal, Suggestion, cluster
from .identity.ledgered import keep_apart, part
from .identity.mentions import Circle, gather, known_people
from .identity.naming import address_of, full_name, post_name
from .identity.settling import Settling, national
from .identity.shorts import Shorts
from .identity.tables import Tables
from .ids import entity_id
from .ledger.entries import Entry, Ledger
from .names import body_key, is_national, kind_of, national_name, person_words
from .statements import Statement, StoredDocument

SHARED = "shared"
"""The collection of entities that all collections share."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body or post: its address, its name as most fully printed, all names it goes by, why they were joined.

    `aliases` are the addresses that its other names would have alone, `decisions` those of the ledger that are about it.
    """

    id: str
    kind: str
    name: str
    names: tuple[str, ...]
    collection: str
    reasons: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class Resolver:
    """The entities of a set of statements; `entity` looks a printed name up, `post` a role in a body."""

    def __init__(
        self,
        statements: Sequence[Statement],
        base: str,
        ledger: Ledger | None = None,
        documents: Iterable[StoredDocument] = (),
    ) -> None:
        self.base, self.ledger = base, ledger or Ledger()
        self.people: dict[str, frozenset[str]] = {}
        self._shorts = Shorts()
        self._tables = Tables()
        self._divided: dict[str, list[Circle]] = {}
        self._circles: dict[str, Circle] = {}
        self._index: dict[tuple[str, str, str], Entity] = {}
        self._bodies: dict[tuple[str, str], tuple[str, str]] = {}
        self.suggestions: list[Suggestion] = []
        self.decided: dict[str, tuple[str, ...]] = {}
        papers = {d.iri: d for d in documents}
        by_collection: dict[str, list[Statement]] = defaultdict(list)
        for s in statements:
            by_collection[s.collection].append(s)
        found: list[Cluster] = []
        proposals: list[Proposal] = []
        for collection in sorted(by_collection):
            found_in = self._divided[collection] = self._divide(collection, by_collection[collection], papers)
            for circle in found_in:
                clusters, proposed = self._resolve(circle)
                found += clusters
                proposals += proposed
        self._settle(found, proposals)

    def entity(self, name: str, collection: str, document: str, kind: str | None = None) -> Entity | None:
        """The entity that a printed name means in a document of a collection; `kind` if it is known."""
        name = name.strip()
        if not name:
            return None
        if found := self.known(name, collection, document, kind):
            return found
        meant, known = self._meant(name, collection, document, kind)
        return self._made(known, meant, meant, collection, document)

    def known(self, name: str, collection: str, document: str, kind: str | None = None) -> Entity | None:
        """The entity that a printed name means, if statements mention one of that name; None for a name of something else."""
        name = name.strip()
        if kind in {None, "post"} and (listed := self.listed(name, document)):
            return listed
        meant, known = self._meant(name, collection, document, kind)
        scope = self._shorts.scope(document, collection)
        for candidate in (meant, name):
            for key_ in self._keys(known, candidate, document):
                for place in (scope, SHARED):
                    if found := self._index.get((place, known, key_)):
                        return found
        return None

    def post(self, role: str, body: str | None, collection: str, document: str) -> Entity | None:
        """The post that a role in a body is; the organisation's own where no body is named."""
        if not body or is_national(role):
            return self.entity(role, collection, document, "post")
        place = (self._shorts.scope(document, collection), "post", posts.post_key(role, body, document, self._body_of))
        found = self._index.get(place)
        return found or self._made("post", post_name(role, self._named(body, collection, document)), role, collection, document, body)  # fmt: skip

    def listed(self, role: str, document: str) -> Entity | None:
        """The post that a table lists under a role, the form in which it is held (`(acting)`) left out."""
        place = self._tables.place(role, document)
        return self._index.get((place[0], "post", place[1])) if place else None

    def superior(self, s: Statement) -> tuple[Entity, tuple[str, ...]] | None:
        """The post that a listed post reports to by a reference of another table, and the statements that list it."""
        above = self._tables.above.get(s.iri)
        found = self.listed(above.fact.name, above.document) if above else None
        return (found, above.says) if above and found else None

    def circle_of(self, collection: str, document: str) -> str:
        """The circle of a document: whose papers it is among."""
        return self._shorts.scope(document, collection)

    def is_divided(self, collection: str) -> bool:
        """Whether a collection holds several organisations' papers."""
        return len(self._divided[collection]) > 1

    def all(self) -> list[Entity]:
        """Every entity, by address."""
        return sorted({e.id: e for e in self._index.values()}.values(), key=lambda e: e.id)

    def _keys(self, kind: str, name: str, document: str) -> Iterable[str]:
        if kind == "person":
            return f"={name}", " ".join(person_words(name))
        if is_national(name):
            return (f"!{national_name(name).casefold()}",)
        return (body_key(name),) if kind == "body" else (posts.post_key(name, "", document, self._body_of),)

    def _meant(self, name: str, collection: str, document: str, kind: str | None) -> tuple[str, str]:
        """The name that a printed one stands for, and its kind."""
        meant = self._shorts.meant(name, document)
        return meant, kind or kind_of(meant, self.people.get(collection, frozenset()))

    def _made(self, kind: str, name: str, printed: str, collection: str, document: str, body: str = "") -> Entity:
        """The entity of a name that no statement mentions as a party."""
        whole = is_national(name) and kind != "person"
        where, scope = (SHARED, SHARED) if whole else (collection, self._shorts.scope(document, collection))
        id_ = entity_id(self.base, kind, where, national_name(name) if whole else name)
        if body:
            place = posts.post_key(printed, body, document, self._body_of)
        else:
            place = list(self._keys(kind, name, document))[-1]
        return self._index.setdefault((scope, kind, place), Entity(id_, kind, name, (name,), where))

    def _divide(self, collection: str, said: Sequence[Statement], papers: Mapping[str, StoredDocument]) -> list[Circle]:
        """The circles of a collection, with what their statements name."""
        by_document: dict[str, list[Statement]] = defaultdict(list)
        for s in said:
            by_document[s.document].append(s)
        known = [papers.get(d) or StoredDocument(d, collection, d, "", "") for d in sorted(by_document)]
        of = circles(known, by_document)
        self._shorts.circle.update(of)
        self.people[collection] = known_people(said)
        self._tables.learn(said, of)
        made: dict[str, Circle] = {}
        for document in known:
            circle = made.setdefault(of[document.iri], Circle(of[document.iri], collection))
            circle.own.extend(organisations(document, by_document[document.iri]))
        for circle in made.values():
            mine = [s for d in sorted(by_document) if of[d] == circle.id for s in by_document[d]]
            self._shorts.learn(circle.id, mine)
            gather(circle, mine, self.people[collection], self._tables.lists)
        self._circles.update(made)
        return [made[id_] for id_ in sorted(made)]

    def _resolve(self, circle: Circle) -> tuple[list[Cluster], list[Proposal]]:
        """The clusters of a circle, and what was proposed."""
        own = {c for name in circle.own if (c := body_key(name))}
        persons = part(people.groups(circle), "person", self._address, self.ledger)
        found, proposed = cluster(
            "person", persons, [*people.proposals(circle, persons), *self._apart("person", persons)]
        )
        who = {name: id(c) for c in found for _, name in c.names}
        named = part(bodies.groups(circle), "body", self._address, self.ledger)
        groups, more = cluster("body", named, [*bodies.proposals(circle, named), *bodies.below(circle, named), *self._apart("body", named)])  # fmt: skip
        for one in groups:
            mine = {g[1] for g in one.groups}
            for group in one.groups:
                self._bodies[(circle.id, group[1])] = (
                    "" if mine & own else min(mine),
                    full_name("body", [n for _, n in one.names]),
                )
        roles = posts.groups(circle, self._body_of)
        shown = self._tables.shown({g: self._shown(circle, r) for g, r in roles.items()}, circle.id)
        shown = part(shown, "post", self._address, self.ledger)
        kept = {g: r for g, r in roles.items() if g in shown}
        last, most = cluster("post", shown, [*posts.proposals(circle, kept, lambda n: who.get(n, n)), *self._apart("post", shown)])  # fmt: skip
        return [*found, *groups, *last], [*proposed, *more, *most]

    def _shown(self, circle: Circle, roles: Mapping[tuple[str, str], set[str]]) -> dict[str, set[str]]:
        """The names of a post: its roles as printed, with the body where the role says too little without."""
        out: dict[str, set[str]] = defaultdict(set)
        for (role, body), documents in sorted(roles.items()):
            for document in sorted(documents):
                of = self._named(body, circle.collection, document) if body and self._body_of(body, document) else None
                out[post_name(self._shorts.expanded(role, document), of)].add(document)
        return out

    def _apart(self, kind: str, groups: Mapping[Group, Mapping[str, set[str]]]) -> list[Proposal]:
        return keep_apart(groups, kind, self._address, self.ledger)

    def _body_of(self, name: str, document: str) -> str | None:
        """The key of the body that a name means in a document, empty for the circle's own organisation.

        No name means the body whose minutes the document is; None if it is no minutes.
        """
        name = name or self._shorts.minutes.get(document, "")
        if not name:
            return None
        meant = self._shorts.meant(name, document)
        return self._bodies.get((self._shorts.scope(document), body_key(meant)), (body_key(meant), ""))[0]

    def _named(self, body: str, collection: str, document: str) -> str:
        """The full name of the body that a name means in a document."""
        meant, _ = self._meant(body, collection, document, "body")
        return self._bodies.get((self._shorts.scope(document, collection), body_key(meant)), ("", meant))[1] or meant

    def _address(self, kind: str, circle: str, name: str) -> str:
        """The address that a name would have alone."""
        return address_of(self.base, kind, self._circles[circle].collection, name)

    def _settle(self, found: Sequence[Cluster], proposals: Sequence[Proposal]) -> None:
        """Join across circles and as the ledger decides, then give every cluster its entity."""
        settling = Settling(found, self._circles, self._address)
        settling.across(settling.barred(self.ledger))
        settling.together()
        settling.decide(self.ledger)
        renamed = {one.id: one for one in self.ledger.of("rename")}
        order = {one.id: at for at, one in enumerate(self.ledger.entries)}
        of: dict[int, Entity] = {}
        for one in settling.clusters:
            of[id(one)] = self._entity(one, settling, [renamed[d] for d in sorted(one.decisions & renamed.keys(), key=order.__getitem__)])  # fmt: skip
            self._enter(one, of[id(one)])
        decided: dict[str, set[str]] = defaultdict(set)
        for one in settling.clusters:
            for id_ in one.decisions:
                decided[id_].add(of[id(one)].id)
        self.decided = {id_: tuple(sorted(found)) for id_, found in decided.items()}
        for p in (*proposals, *settling.proposals):
            x, y = (settling.place[(p.kind, g)] for g in (p.a, p.b))
            if x is not y and p.state != "joined":
                one_id, other_id = sorted((of[id(x)].id, of[id(y)].id))
                self.suggestions.append(Suggestion(one_id, other_id, p))

    def _entity(self, one: Cluster, settling: Settling, renamed: Sequence[Entry]) -> Entity:
        """The entity of a cluster: at its smallest mention's address, or, where others claim that, with its first paper's."""
        whole = national(one.names) if one.kind != "person" else None
        names = tuple(sorted({name for _, name in one.names}))
        listed = self._tables.label(one.groups) if one.kind == "post" else None
        shown = renamed[-1].value if renamed else listed or full_name(one.kind, names)
        listings = set().union(*(self._tables.reasons(group) for group in one.groups)) if one.kind == "post" else set()
        reasons, decisions = tuple(sorted(one.reasons | listings)), tuple(sorted(one.decisions))
        mentions = {self._address(one.kind, circle, name): documents for (circle, name), documents in one.names.items()}
        if whole:
            id_ = entity_id(self.base, one.kind, SHARED, whole)
            aliases = {entity_id(self.base, one.kind, SHARED, national_name(n)) for n in names if is_national(n)}
            return Entity(
                id_, one.kind, shown, names, SHARED, reasons, decisions, tuple(sorted(({*mentions} | aliases) - {id_}))
            )
        collection = min(self._circles[circle].collection for circle, _ in one.names)
        first = min(a for (c, n) in one.names if self._circles[c].collection == collection for a in [self._address(one.kind, c, n)])  # fmt: skip
        own = {a for a in mentions if len(settling.at[a]) > 1 and settling.at_mention(a) is None}
        if first not in own:
            return Entity(
                first, one.kind, shown, names, collection, reasons, decisions, tuple(sorted({*mentions} - {first}))
            )
        papers = sorted(d.rpartition("/")[2] for d in mentions[first])
        every = {a for a in mentions if a != first} | {f"{first}~{paper}" for paper in papers[1:]} | {first}
        return Entity(
            f"{first}~{papers[0]}", one.kind, shown, names, collection, reasons, decisions, tuple(sorted(every))
        )

    def _enter(self, one: Cluster, entity: Entity) -> None:
        """Enter an entity under all that it is looked up by."""
        for circle, key_ in one.groups:
            self._index[(circle, one.kind, key_)] = entity
        for circle, name in one.names:
            if one.kind == "person":
                self._index[(circle, "person", f"={name}")] = entity
            elif is_national(name):
                self._index[(SHARED, one.kind, f"!{national_name(name).casefold()}")] = entity
