"""What the statements of a collection name, circle by circle, and all that tells who is meant.

Invariant: gathered in the order of the statements' addresses into sets and maps that keep no order of their own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from ..facts import Alias, Attendance, ExOfficio, Fact, Holds, Meeting, Member, Post, ReportsTo, Succeeds, values
from ..names import is_generic, key, kind_of, person_words, titles
from ..statements import Statement
from .titles import bare_role, is_seat, title

_PARTIES = ("subject", "object", "bearer", "recipient", "owner", "issuer", "addressee", "new", "old", "by")
_INSTRUMENT = re.compile(r"(?:Directions?|Resolution|Terms\s+of\s+Reference)\b")
Names = dict[str, set[str]]
"""Names as printed, each with the documents that print it."""


@dataclass(slots=True)
class Circle:
    """One organisation's papers: the names in them and what is said with each."""

    id: str
    collection: str
    people: Names = field(default_factory=lambda: defaultdict(set))
    bodies: Names = field(default_factory=lambda: defaultdict(set))
    posts: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    """A role as printed and the body it is said to be in (empty if none), with documents."""
    rolls: list[set[str]] = field(default_factory=list)
    """The people that one record has at one meeting."""
    sits: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The bodies at whose meetings a person was, or is said to hold an office, as keys."""
    roles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The offices that a person is said to hold, without their form."""
    officers: set[str] = field(default_factory=set)
    """People recorded as officers at a meeting."""
    holders: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    """The people said to hold a post."""
    short: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    """Short forms by their keys, each with the names that documents introduce it for."""
    follows: set[frozenset[str]] = field(default_factory=set)
    """Pairs of names of which one is said to follow the other."""
    below: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    """Who is said to report to whom, by document and superior."""
    own: list[str] = field(default_factory=list)
    """The organisations whose papers these are."""


def gather(
    circle: Circle, said: Iterable[Statement], known: frozenset[str], listed: Callable[[str, str], bool]
) -> None:
    """Add what statements name to a circle; `known` are the words of the collection's people, joined.

    `listed` tells whether a document is a table that lists a post by a name; those are no names to compare.
    """
    rolls: dict[tuple[str, str], set[str]] = defaultdict(set)
    for s in said:
        for name, kind in named(s.fact, known):
            if kind != "person" and listed(name, s.document):
                continue
            if kind == "post":
                circle.posts[(name, "")].add(s.document)
            else:
                (circle.people if kind == "person" else circle.bodies)[name].add(s.document)
        fact = s.fact
        if isinstance(fact, Attendance):
            circle.people[fact.person].add(s.document)
            rolls[(s.document, fact.date or "")].add(fact.person)
            _office(circle, fact.person, fact.role, fact.body)
            if fact.capacity == "officer":
                circle.officers.add(fact.person)
        elif isinstance(fact, Holds):
            circle.people[fact.person].add(s.document)
            if listed(fact.role, s.document):
                continue
            circle.posts[(fact.role, fact.body or "")].add(s.document)
            circle.holders[(fact.role, fact.body or "")].add(fact.person)
            _office(circle, fact.person, fact.role, fact.body)
        elif isinstance(fact, Member):
            circle.people[fact.person].add(s.document)
            _office(circle, fact.person, fact.role, fact.body)
        elif isinstance(fact, ExOfficio):
            circle.posts[(fact.role, seat_body(fact) or "")].add(s.document)
        elif isinstance(fact, Alias):
            if not is_generic(fact.alias) and key(fact.alias) != key(fact.name):
                circle.short[key(fact.alias)][fact.name].add(s.document)
        elif isinstance(fact, Succeeds):
            circle.follows.add(frozenset({key(fact.new), key(fact.old)}))
        elif isinstance(fact, ReportsTo):
            circle.below[(s.document, fact.object)].add(fact.subject)
    for (role, _), documents in sorted(circle.posts.items()):
        if body := title(role).body:
            circle.bodies[body] |= documents
    circle.rolls.extend(roll for _, roll in sorted(rolls.items()))
    for person in circle.people:
        if "mayor" in titles(person):
            circle.holders[("Mayor", "")].add(person)
            circle.roles[person].add("mayor")


def seat_body(fact: ExOfficio) -> str | None:
    """The body whose post a seat's role is: that of the seat, where the role is an office of the body and no other's."""
    if not is_seat(fact.role) or (bare_role(fact.role).endswith("chair") and fact.capacity != "chair"):
        return None
    return fact.body


def named(fact: Fact, people: frozenset[str]) -> Iterable[tuple[str, str]]:
    """(name, kind) of each party that a fact names, but for the holders and roles that it has in places of their own."""
    said = values(fact)
    if isinstance(body := said.get("body"), str):
        yield (
            body,
            "body"
            if isinstance(fact, Meeting | Holds | Attendance | ExOfficio | Member | Post)
            else kind_of(body, people),
        )
    for name in _PARTIES:
        value = said.get(name)
        for one in (value,) if isinstance(value, str) else value or ():
            if not _INSTRUMENT.match(one):
                yield one, kind_of(one, people)


def known_people(said: Iterable[Statement]) -> frozenset[str]:
    """The words of the people whom records and offices name, joined: those names are people's wherever they stand."""
    found = {s.fact.person for s in said if isinstance(s.fact, Attendance | Holds | Member)}
    return frozenset(" ".join(person_words(p)) for p in found)


def _office(circle: Circle, person: str, role: str | None, body: str | None) -> None:
    if role:
        circle.roles[person].add(bare_role(role))
    if body:
        circle.sits[person].add(key(body))


def merged(of: Mapping[str, set[str]], names: Iterable[str]) -> set[str]:
    """What several names have together."""
    return set().union(*(of.get(name, set()) for name in names))
