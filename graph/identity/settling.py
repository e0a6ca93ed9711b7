"""Clusters of all circles put together: across circles of one collection, for the whole country, as the ledger decides.

Invariant: across collections nothing is joined but what is national by its name, unless the ledger says so; what the
ledger keeps apart stays apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from ..ledger.entries import Ledger
from ..names import is_generic, is_national, national_name, person_words
from .circles import is_organisation
from .joining import OPEN, SURE, Cluster, Group, Proposal, Reason, into, proposal
from .mentions import Circle, merged

MentionOf = Callable[[str, str, str], str]
"""The address of a name by kind, circle and name as printed."""


def national(names: Iterable[tuple[str, str]]) -> str | None:
    """The one form of a national name among a cluster's; None if none is national."""
    return min((national_name(name) for _, name in names if is_national(name)), default=None)


class Settling:
    """All clusters, as they are joined further."""

    def __init__(self, clusters: Sequence[Cluster], circles: Mapping[str, Circle], mention_of: MentionOf) -> None:
        self.clusters = list(clusters)
        self.circles = circles
        self.place: dict[tuple[str, Group], Cluster] = {(c.kind, g): c for c in clusters for g in c.groups}
        self.at: dict[str, set[tuple[str, Group]]] = defaultdict(set)
        self._mention_of = mention_of
        self.proposals: list[Proposal] = []
        for one in clusters:
            group = min(one.groups)
            for circle, name in one.names:
                self.at[mention_of(one.kind, circle, name)].add((one.kind, group))

    def at_mention(self, address: str) -> Cluster | None:
        """The one cluster that a name's address is of; None if it is of none, or of several in several circles."""
        found = {id(c): c for place in self.at.get(address, ()) if (c := self.place.get(place))}
        return next(iter(found.values())) if len(found) == 1 else None

    def join(self, x: Cluster, y: Cluster, reason: str = "") -> None:
        """Make two clusters one."""
        if x is y:
            return
        first, second = sorted((x, y), key=lambda c: min(c.groups))
        into(first, second, lambda group, one: self.place.__setitem__((one.kind, group), one))
        if reason:
            first.reasons.add(reason)
        self.clusters.remove(second)

    def across(self, barred: Callable[[Cluster, Cluster], bool]) -> None:
        """Join what several circles of a collection have in common, where its name or its company shows it."""
        by_key: dict[tuple[str, str, str], list[Group]] = defaultdict(list)
        for one in self.clusters:
            for circle, key in one.groups:
                if one.kind != "post":
                    by_key[(one.kind, self.circles[circle].collection, key)].append((circle, key))
        for (kind, _, _), groups in sorted(by_key.items()):
            for a, b in combinations(sorted(groups), 2):
                x, y = self.place[(kind, a)], self.place[(kind, b)]
                found = [] if x is y else self._person(a, b, x, y) if kind == "person" else self._body(a, x, y)
                weight = sum(r.weight for r in found)
                if not found or weight < OPEN:
                    continue
                names = {a: [n for c, n in x.names if c == a[0]], b: [n for c, n in y.names if c == b[0]]}
                made = proposal(kind, a, b, names, found)
                if weight >= SURE and not barred(x, y):
                    self.join(x, y, f"{made.one}: {'; '.join(made.pro)}")
                else:
                    self.proposals.append(made)

    def _person(self, a: Group, b: Group, x: Cluster, y: Cluster) -> list[Reason]:
        words = person_words(min(name for _, name in x.names))
        if len(words) < 2 or len(words[0]) < 2:
            return []
        one, other = self.circles[a[0]], self.circles[b[0]]
        mine = {n for c, n in x.names if c == a[0]}
        theirs = {n for c, n in y.names if c == b[0]}
        found = [Reason(40, "one full name, in papers that show no common organisation")]
        if roles := merged(one.roles, mine) & merged(other.roles, theirs):
            found.append(Reason(25, f"both hold the office {min(roles)!r}"))
        if bodies := merged(one.sits, mine) & merged(other.sits, theirs):
            found.append(Reason(25, f"both at the {min(bodies)}"))
        if one.own and other.own:
            return [*found, Reason(-40, "the papers are of different organisations")] if len(found) > 1 else []
        others = self._full(one) & self._full(other) - {" ".join(words)}
        if others:
            found.append(Reason(40, f"so are others, such as {min(others)}"))
        return found

    def _body(self, a: Group, x: Cluster, y: Cluster) -> list[Reason]:
        del y
        name = min(name for circle, name in x.names if circle == a[0])
        if is_organisation(name):
            return [Reason(85, "an organisation with a name of its own")]
        if is_generic(name) or len(name.split()) < 3:
            return []
        return [Reason(40, "one name, in papers that show no common organisation")]

    @staticmethod
    def _full(circle: Circle) -> set[str]:
        found = (person_words(name) for name in circle.people)
        return {" ".join(w) for w in found if len(w) > 1 and len(w[0]) > 1}

    def together(self) -> None:
        """Join what is national by its name, whatever the collection."""
        first: dict[tuple[str, str], Cluster] = {}
        for one in list(self.clusters):
            name = national(one.names) if one.kind != "person" else None
            if name is not None:
                found = first.setdefault((one.kind, name.casefold()), one)
                self.join(found, one)
                first[(one.kind, name.casefold())] = self.place[(one.kind, min(one.groups))]

    def decide(self, ledger: Ledger) -> None:
        """Join as the ledger says, and note on each cluster which decisions are about it."""
        apart = list(self._pairs(ledger, "different"))
        for x, y, id_ in apart:
            for one in (x, y):
                one.decisions.add(id_)
        for entry in ledger.of("same"):
            a, b = self.at_mention(entry.subject), self.at_mention(entry.object)
            if a is None or b is None or a.kind != b.kind or any(self._splits(a, b, ledger)):
                continue
            self.join(a, b, f"{_tail(entry.subject)} = {_tail(entry.object)}: decided by {entry.who}")
            self.place[(a.kind, min(a.groups))].decisions.add(entry.id)
        for entry in ledger.of("rename"):
            if (named := self.at_mention(entry.subject)) is not None:
                named.decisions.add(entry.id)

    def _pairs(self, ledger: Ledger, verb: str) -> Iterator[tuple[Cluster, Cluster, str]]:
        for entry in ledger.of(verb):
            x, y = self.at_mention(entry.subject), self.at_mention(entry.object)
            if x is not None and y is not None:
                yield x, y, entry.id

    def _splits(self, x: Cluster, y: Cluster, ledger: Ledger) -> Iterator[bool]:
        """Whether a decision keeps two clusters apart."""
        for a, b, _ in self._pairs(ledger, "different"):
            yield (a is x and b is y) or (a is y and b is x)

    def barred(self, ledger: Ledger) -> Callable[[Cluster, Cluster], bool]:
        """What tells whether the ledger keeps two clusters apart."""
        return lambda x, y: any(self._splits(x, y, ledger))


def _tail(address: str) -> str:
    return address.rpartition("/")[2]
