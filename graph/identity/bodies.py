"""Reasons to take two printed names for one body, or not.

Invariant: a body is never joined to another for what it does; only its name speaks: the document's own short form, the
initials of its words, words left out or cut short, one misprint. One that follows another is never that other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from ..names import abbreviates, body_key, initials, is_acronym, is_generic, key, words
from .circles import core, is_organisation
from .joining import APART, Group, Proposal, Reason, proposal, sharing
from .mentions import Circle

_UNIT = frozenset({"team", "service", "services", "department", "unit", "directorate", "section", "office", "division", "group", "function"})  # fmt: skip
_FRONT = frozenset({"new", "independent", "joint", "council", "councils", "borough", "the", "statutory", "local"})
_SORTS = frozenset({"county", "city", "district", "town", "parish", "community", "metropolitan", "borough"})
_SUB = frozenset({"sub", "subcommittee", "subgroup", "working", "task"})
Names = Mapping[Group, Mapping[str, set[str]]]


def groups(circle: Circle) -> dict[Group, dict[str, set[str]]]:
    """The bodies' names of a circle, those of the same words together."""
    out: dict[Group, dict[str, set[str]]] = {}
    for name in sorted(circle.bodies):
        out.setdefault((circle.id, body_key(name)), {})[name] = circle.bodies[name]
    return out


def proposals(circle: Circle, names: Names) -> Iterator[Proposal]:
    """Each pair of a circle's bodies that may be one, with the reasons."""
    bodies = _Bodies(circle, names)
    seen = set()
    for a, b, alias in bodies.near():
        if a == b or (min(a, b), max(a, b)) in seen:
            continue
        seen.add((min(a, b), max(a, b)))
        reasons = bodies.reasons(a, b, alias)
        if any(r.weight > 0 for r in reasons):
            yield proposal("body", a, b, names, reasons)


class _Bodies:
    """The bodies of a circle, and how the names of two compare."""

    def __init__(self, circle: Circle, names: Names) -> None:
        self.circle, self.names = circle, names
        self.shown = {g: min(named, key=lambda n: (len(n), n)) for g, named in names.items()}
        self.words = {g: words(shown) for g, shown in self.shown.items()}
        self.generic = {g for g, shown in self.shown.items() if is_generic(shown)}
        self.places = frozenset().union(*(core(name) for name in circle.own)) if circle.own else frozenset()
        self.longer: dict[Group, set[Group]] = defaultdict(set)

    def near(self) -> Iterator[tuple[Group, Group, bool]]:
        """Pairs of names that share a last word, a beginning, or initials; whether a document introduces one for the other."""
        by_key = {g[1]: g for g in self.names}
        pairs: list[tuple[Group, Group, bool]] = []
        for short in sorted(self.circle.short):
            a = by_key.get(short)
            targets = sorted({g for name in self.circle.short[short] if (g := by_key.get(body_key(name)))})
            if a and len(targets) == 1:
                pairs.append((a, targets[0], True))
        named = {g: found for g, found in self.words.items() if g not in self.generic and found}
        spelt: dict[str, list[Group]] = defaultdict(list)
        for group in sorted(named):
            for letters in initials(self.shown[group]):
                spelt[letters].append(group)
        for group in sorted(named):
            if is_acronym(self.shown[group]):
                pairs.extend((group, long, False) for long in spelt[self.shown[group].casefold()] if long != group)
        pairs.extend(
            (a, b, False) for a, b in sharing({g: {w.rstrip("s") for w in found} for g, found in named.items()})
        )
        return self._counted(pairs)

    def _counted(self, pairs: Sequence[tuple[Group, Group, bool]]) -> Iterator[tuple[Group, Group, bool]]:
        """The pairs, once it is known how many longer names each name is short for."""
        for a, b, _ in pairs:
            for short, long in ((a, b), (b, a)):
                if self._shortens(short, long):
                    self.longer[short].add(long)
        yield from pairs

    def _shortens(self, short: Group, long: Group) -> bool:
        return any(self._cut(short, long)) if short not in self.generic else False

    def _cut(self, short: Group, long: Group) -> Iterator[bool]:
        a, b = self.words[short], self.words[long]
        yield is_acronym(self.shown[short]) and self.shown[short].casefold() in initials(self.shown[long])
        yield 2 <= len(a) < len(b) and b[-len(a) :] == a
        yield 2 <= len(a) < len(b) and b[: len(a)] == a and len(b) == len(a) + 1 and b[-1] in _UNIT
        yield abbreviates(self.shown[short], self.shown[long])
        yield (
            3 <= len(a) < len(b) and a[0] == b[0] and a[-1] == b[-1] and _in_order(a, b) and set(b) - set(a) != {"and"}
        )

    def reasons(self, a: Group, b: Group, alias: bool) -> list[Reason]:
        """The reasons for and against; none for means that the names do not speak for it."""
        found = [Reason(100, "a document introduces the one for the other")] if alias else []
        if not found and not {a, b} & self.generic:
            for short, long in ((a, b), (b, a)):
                found.extend(self._shorter(short, long))
            found.extend(self._variant(a, b))
        if not found:
            return []
        if frozenset({key(self.shown[a]), key(self.shown[b])}) in self.circle.follows or any(
            frozenset({key(m), key(n)}) in self.circle.follows for m in self.names[a] for n in self.names[b]
        ):
            found.append(Reason(APART, "a paper says that the one follows the other"))
        if _digits(self.words[a]) != _digits(self.words[b]):
            found.append(Reason(APART, "numbered differently"))
        if not alias and bool(_SUB & set(self.words[a])) != bool(_SUB & set(self.words[b])):
            found.append(Reason(APART, "the one is a part of the other"))
        return found

    def _shorter(self, short: Group, long: Group) -> Iterator[Reason]:
        if not self._shortens(short, long):
            return
        a, b = self.words[short], self.words[long]
        acronym, suffix, unit, cut, inner = self._cut(short, long)
        if acronym:
            yield Reason(60 if len(self.shown[short]) > 2 else 40, "the initials of its words")
        elif suffix and set(b[: -len(a)]) <= self.places | _FRONT:
            yield Reason(85, "the same but for the name of the place")
            return
        elif suffix:
            yield Reason(45, "its last words")
        elif unit:
            yield Reason(60, f"the same but for {b[-1]!r}")
        elif cut:
            yield Reason(60, "its words cut short")
        else:
            yield Reason(45, "words left out between")
        others = len(self.longer[short])
        yield (
            Reason(20, "no longer name fits as well") if others == 1 else Reason(-40, f"short for {others} names alike")
        )
        if (suffix or inner) and self._documents(short) & self._documents(long):
            yield Reason(20, "in one document")

    def _variant(self, a: Group, b: Group) -> Iterator[Reason]:
        x, y = self.words[a], self.words[b]
        here = bool(self._documents(a) & self._documents(b))
        if len(x) == len(y) >= 3 and x != y and all(p.rstrip("s") == q.rstrip("s") for p, q in zip(x, y, strict=True)):
            yield Reason(80, "the same but for a plural")
        elif len(x) == len(y) >= 3 and _one_misprint(x, y):
            yield Reason(60, "one letter apart: taken for a misprint")
            if here:
                yield Reason(20, "in one document")
        elif x != y and [w for w in x if w != "and"] == [w for w in y if w != "and"]:
            yield Reason(50, "the same but for `and`")
            if here:
                yield Reason(20, "in one document")
        elif self._one_place(a, b):
            yield Reason(85, "one organisation by its place")

    def _one_place(self, a: Group, b: Group) -> bool:
        """Whether two names are of the circle's own organisation: its place with and without the sort of organisation."""
        one, other = core(self.shown[a]), core(self.shown[b])
        if not one or one != other or not any(one == core(name) for name in self.circle.own):
            return False
        for shown, words_ in ((self.shown[a], self.words[a]), (self.shown[b], self.words[b])):
            if not is_organisation(shown) and set(words_) != one:
                return False
        sorts = [set(self.words[g]) & _SORTS for g in (a, b)]
        return not sorts[0] or not sorts[1] or sorts[0] == sorts[1] or "borough" in sorts[0] & sorts[1]

    def _documents(self, group: Group) -> set[str]:
        return set().union(*self.names[group].values())


def _in_order(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether all of some words stand among others in their order."""
    rest = iter(b)
    return all(word in rest for word in a)


def _digits(found: Sequence[str]) -> set[str]:
    return {w for w in found if any(c.isdigit() for c in w) or w in {"i", "ii", "iii", "iv", "one", "two", "three"}}


def _one_misprint(x: Sequence[str], y: Sequence[str]) -> bool:
    """Whether one long word alone differs, by one letter put in, left out or changed."""
    odd = [(p, q) for p, q in zip(x, y, strict=True) if p != q]
    return len(odd) == 1 and min(map(len, odd[0])) >= 8 and one_letter(*odd[0])


def one_letter(p: str, q: str) -> bool:
    """Whether two words differ by one letter put in, left out or changed."""
    s, t = sorted((p, q), key=len)
    if len(s) == len(t):
        return sum(a != b for a, b in zip(s, t, strict=True)) == 1
    return len(t) - len(s) == 1 and any(t[:i] + t[i + 1 :] == s for i in range(len(t)))


def below(circle: Circle, names: Names) -> Iterator[Proposal]:
    """Groups under one superior in one document whose names differ only in the superior's words and their noun."""
    by_name = {name: group for group, named in names.items() for name in named}
    for (_, high), low in sorted(circle.below.items()):
        above = names.get(by_name.get(high, ("", "")), {high: set()})
        taken = {w for n in above for w in words(n)} | {w.casefold() for n in above for w in n.split()}
        found: dict[frozenset[str], list[str]] = defaultdict(list)
        for name in sorted(low):
            own = frozenset(w for w in words(name) if w not in taken and not is_generic(w) and len(w) > 3)
            if own and not is_generic(name) and name in by_name:
                found[own].append(name)
        for alike in found.values():
            for a, b in combinations(sorted({by_name[n] for n in alike}), 2):
                yield proposal("body", a, b, names, [Reason(80, f"one group under {high} by several names")])
