"""Reasons to take two printed names for one person, or not.

Invariant: honorifics never make two people, but a man's title and a woman's never make one; a shared surname never makes
one; nobody is at one meeting twice. Names of the same words are one person in a circle unless their titles part them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from ..names import misprint, person_words, titles
from ..nicknames import nicknames
from .joining import APART, Group, Proposal, Reason, proposal
from .mentions import Circle, merged

_MEN = frozenset({"mr", "sir", "lord", "baron", "viscount", "earl", "father"})
_WOMEN = frozenset({"mrs", "ms", "miss", "dame", "lady", "baroness"})
_COUNCILLOR = frozenset({"cllr", "clr", "cllrs", "councillor", "councillors", "alderman", "ald"})
Names = Mapping[Group, Mapping[str, set[str]]]


def groups(circle: Circle) -> dict[Group, dict[str, set[str]]]:
    """The people's names of a circle, those of the same words together unless a man's and a woman's title part them."""
    by_words: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for name in sorted(circle.people):
        by_words[" ".join(person_words(name))][name] = circle.people[name]
    out: dict[Group, dict[str, set[str]]] = {}
    for words, names in by_words.items():
        sexes = {_sex(name) for name in names} - {""}
        for name, documents in names.items():
            mark = f"{words} {_sex(name)}".strip() if len(sexes) > 1 else words
            out.setdefault((circle.id, mark), {})[name] = documents
    return out


def proposals(circle: Circle, names: Names) -> Iterator[Proposal]:
    """Each pair of a circle's people that may be one, with the reasons."""
    people = _People(circle, names)
    for a, b in people.near():
        reasons = people.reasons(a, b)
        if any(r.weight > 0 for r in reasons):
            yield proposal("person", a, b, names, reasons)


class _People:
    """The people of a circle, and how the names of two compare."""

    def __init__(self, circle: Circle, names: Names) -> None:
        self.circle, self.names = circle, names
        self.words = {g: person_words(min(named)) for g, named in names.items()}
        self.by_surname: dict[str, list[Group]] = defaultdict(list)
        for group in sorted(names):
            self.by_surname[self.words[group][-1]].append(group)

    def near(self) -> Iterator[tuple[Group, Group]]:
        """Pairs that share a surname, or a first name and the first letters of a surname."""
        seen = set()
        blocks = list(self.by_surname.values())
        first: dict[tuple[str, ...], list[Group]] = defaultdict(list)
        for group in sorted(self.names):
            words = self.words[group]
            if len(words) > 1:
                for part in (words[-1][:2], words[-1][-2:]):
                    first[(*words[:-1], part)].append(group)
        for block in [*blocks, *first.values()]:
            for pair in combinations(block, 2):
                if pair not in seen:
                    seen.add(pair)
                    yield pair

    def reasons(self, a: Group, b: Group) -> list[Reason]:
        """The reasons for and against; none for means that the names do not speak for it."""
        x, y = sorted((self.words[a], self.words[b]), key=lambda w: (-len(w), -len(w[0]), w))
        found = list(self._alike(a, b, x, y))
        if not found:
            return []
        if (roll := self._met(a, b)) is not None:
            found.append(Reason(APART, f"both in one record of a meeting: {roll}"))
        if {self._sex(a), self._sex(b)} == {"m", "f"}:
            found.append(Reason(APART, "a man's title and a woman's"))
        roles = self._of(self.circle.roles, a) & self._of(self.circle.roles, b)
        if roles:
            found.append(Reason(25, f"both hold the office {min(roles)!r}"))
        elif (
            self._of(self.circle.roles, a)
            and self._of(self.circle.roles, b)
            and self._documents(a) & self._documents(b)
        ):
            found.append(Reason(-20, "of different offices in one document"))
        bodies = self._of(self.circle.sits, a) & self._of(self.circle.sits, b)
        if bodies:
            found.append(Reason(15, f"both at the {min(bodies)}"))
        if self._councillor(a) and self._councillor(b):
            found.append(Reason(5, "both councillors"))
        elif any(self._councillor(g) and self._officer(h) for g, h in ((a, b), (b, a))):
            found.append(Reason(-40, "one is a councillor, the other an officer"))
        return found

    def _alike(self, a: Group, b: Group, x: Sequence[str], y: Sequence[str]) -> Iterator[Reason]:
        """What in the names speaks for one person; `x` is the fuller."""
        here = self._documents(a) & self._documents(b)
        near = Reason(20, "in one document")
        if x[-1] != y[-1]:
            if misprint(" ".join(x), " ".join(y)):
                if {x[-1], y[-1]} == {x[-1].rstrip("s"), f"{x[-1].rstrip('s')}s"}:
                    yield Reason(
                        60,
                        "surnames that differ in a last s, as a misplaced apostrophe leaves them: taken for a misprint",
                    )
                else:
                    yield Reason(45, "surnames one letter apart: taken for a misprint")
                if here:
                    yield Reason(30, "in one document")
            return
        if x == y:
            yield Reason(45, "the same words under different titles")
            return
        if len(y) == 1:
            kind, others = "surname alone", [g for g in self.by_surname[x[-1]] if len(self.words[g]) > 1]
            yield Reason(45, "the surname alone")
        elif len(y[0]) == 1 and x[0].startswith(y[0]) and _middles(x, y):
            kind, others = "initial", [g for g in self.by_surname[x[-1]] if self._starts(g, y[0])]
            yield Reason(45, "initials fit the full name")
        elif x[0] == y[0] and _middles(x, y):
            kind, others = (
                "middle names",
                [g for g in self.by_surname[x[-1]] if self.words[g][0] == x[0] and len(self.words[g]) > 2],
            )
            yield Reason(60, "one gives more of the names between")
        elif y[0] in nicknames().get(x[0], ()) and _middles(x, y):
            kind, others = (
                "short first name",
                [
                    g
                    for g in self.by_surname[x[-1]]
                    if y[0] in nicknames().get(self.words[g][0], ()) and self.words[g] != y
                ],
            )
            yield Reason(50, f"{min(x[0], y[0])} and {max(x[0], y[0])} are forms of one first name")
        else:
            return
        if len(others) == 1:
            yield Reason(15, "no other name fits")
        elif len(others) > 1:
            yield Reason(-30, f"the {kind} fits {len(others)} names")
        if here:
            yield near

    def _starts(self, group: Group, letter: str) -> bool:
        words = self.words[group]
        return len(words) > 1 and len(words[0]) > 1 and words[0].startswith(letter)

    def _met(self, a: Group, b: Group) -> str | None:
        """The names of both in the record of one meeting, if they stand in one."""
        x, y = set(self.names[a]), set(self.names[b])
        for roll in self.circle.rolls:
            if roll & x and roll & y:
                return f"{min(roll & x)}, {min(roll & y)}"
        return None

    def _of(self, what: Mapping[str, set[str]], group: Group) -> set[str]:
        return merged(what, self.names[group])

    def _documents(self, group: Group) -> set[str]:
        return set().union(*self.names[group].values())

    def _councillor(self, group: Group) -> bool:
        return any(titles(name) & _COUNCILLOR for name in self.names[group])

    def _officer(self, group: Group) -> bool:
        return bool(self.circle.officers & set(self.names[group]))

    def _sex(self, group: Group) -> str:
        return next((s for name in sorted(self.names[group]) if (s := _sex(name))), "")


def _sex(name: str) -> str:
    """`m` or `f` by the title before a name; empty where it shows neither."""
    found = titles(name)
    return "m" if found & _MEN else "f" if found & _WOMEN else ""


def _middles(x: Sequence[str], y: Sequence[str]) -> bool:
    """Whether the names between first and last do not contradict: those of the shorter, or their initials, in the longer."""
    longer = list(x[1:-1])
    for word in y[1:-1]:
        at = next((i for i, other in enumerate(longer) if other.startswith(word) or word.startswith(other)), None)
        if at is None:
            return not longer
        del longer[: at + 1]
    return True
