"""Reasons to take two titles for one post, or not.

Invariant: posts are never joined for being held in turn by one person, nor for a role word that both have: the titles must
say the same of the same body, or the one must say all that the other says while one person is said to hold both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from .bodies import one_letter
from .joining import APART, Group, Proposal, Reason, proposal, sharing
from .mentions import Circle
from .titles import is_bare, office_key, title

_RANK = frozenset(
    [
        "deputy",
        "vice",
        "assistant",
        "associate",
        "senior",
        "junior",
        "principal",
        "shadow",
        "lead",
        "statutory",
        "vicechair",
        "deputychair",
        "former",
        "co",
        "head",
        "group",
        "chief",
        "lord",
        "civic",
        "parish",
    ]
)
_LONG = 8
"""Letters of a word in which one wrong letter is taken for a misprint."""
Roles = dict[Group, dict[tuple[str, str], set[str]]]
"""Posts, each with the roles as printed, the bodies they are said to be in, and the documents."""
OfBody = Callable[[str, str], str | None]
"""The key of the body that a name means in a document; empty for the circle's own organisation. No name means the body
whose minutes the document is; None if it is no minutes."""


def post_key(role: str, body: str, document: str, of_body: OfBody) -> str:
    """A post for comparison: its office, and the body where it is not the organisation's own.

    An office that says nothing without a body (`Chair`, `Secretary of State`) and is said to be of none is one of its
    document alone, or of the body whose minutes that is.
    """
    found = title(role)
    name = found.body or body
    bare = is_bare(found.office)
    where = of_body(name, document) if name or bare else ""
    office = office_key(found.office, of_body=bool(where))
    return f"{office}@{document if where is None else where}" if where is None or where else office


def groups(circle: Circle, of_body: OfBody) -> Roles:
    """The posts of a circle: the same office of the same body, whatever the form in which it is held."""
    out: Roles = {}
    for (role, body), documents in sorted(circle.posts.items()):
        for document in sorted(documents):
            place = (circle.id, post_key(role, body, document, of_body))
            out.setdefault(place, {}).setdefault((role, body), set()).add(document)
    return out


def proposals(circle: Circle, roles: Roles, person: Callable[[str], object]) -> Iterator[Proposal]:
    """Each pair of a circle's posts that may be one; `person` gives the person that a name means."""
    posts = _Posts(circle, roles, person)
    names = {g: [role for role, _ in found] for g, found in roles.items()}
    for a, b in posts.near():
        reasons = posts.reasons(a, b)
        if any(r.weight > 0 for r in reasons):
            yield proposal("post", a, b, names, reasons)


class _Posts:
    """The posts of a circle, and how two compare."""

    def __init__(self, circle: Circle, roles: Roles, person: Callable[[str], object]) -> None:
        self.roles = roles
        self.office = {g: tuple(g[1].partition("@")[0].split()) for g in roles}
        self.body = {g: g[1].partition("@")[2] for g in roles}
        self.documents = {g: set().union(*found.values()) for g, found in roles.items()}
        self.holders = {
            g: {person(name) for place in found for name in circle.holders.get(place, ())} for g, found in roles.items()
        }

    def near(self) -> Iterator[tuple[Group, Group]]:
        """Pairs of posts of one body, or of which one has none, whose titles share a word for what is held."""
        stems = {g: {w.rstrip("s") for w in office} for g, office in self.office.items()}
        gapped: dict[tuple[str, ...], list[Group]] = defaultdict(list)
        for group in sorted(self.roles):
            office = self.office[group]
            for at, word in enumerate(office):
                if len(word) >= _LONG and len(office) > 1:
                    gapped[(*office[:at], "", *office[at + 1 :])].append(group)
        alike = (
            pair for pair in sharing(stems, 1) if stems[pair[0]] <= stems[pair[1]] or stems[pair[1]] <= stems[pair[0]]
        )
        misprinted = (pair for block in gapped.values() for pair in combinations(block, 2))
        seen = set()
        for a, b in (*alike, *misprinted):
            if (a, b) not in seen and (not self.body[a] or not self.body[b] or self.body[a] == self.body[b]):
                seen.add((a, b))
                yield a, b

    def reasons(self, a: Group, b: Group) -> list[Reason]:
        """The reasons for and against; none for means that the titles do not speak for it."""
        x, y = sorted((self.office[a], self.office[b]), key=lambda w: (len(w), w))
        found: list[Reason] = []
        if x == y or sorted(x) == sorted(y):
            found.append(Reason(80 if self.body[a] == self.body[b] else 40, "the same title"))
        elif len(x) == len(y) > 1 and [w.rstrip("s") for w in x] == [w.rstrip("s") for w in y]:
            found.append(
                Reason(80 if x[0] == y[0] and self._number(x) == self._number(y) else 0, "the same but for a plural")
            )
        elif len(x) == len(y) > 1 and _one_misprint(x, y):
            found.append(Reason(80, "one letter apart: taken for a misprint"))
        elif set(x) < set(y):
            found.append(Reason(25, "the one title says all that the other says"))
            if len(x) > 1 and self.documents[a] & self.documents[b]:
                found.append(Reason(15, "in one document"))
        else:
            return []
        if (set(x) ^ set(y)) & _RANK:
            found.append(Reason(APART, "of different rank"))
        if self._number(x) != self._number(y):
            found.append(Reason(APART, "the one is of several"))
        both = self.holders[a] & self.holders[b]
        if both:
            found.append(Reason(50, "one person is said to hold both"))
        elif self.holders[a] and self.holders[b]:
            found.append(Reason(-40, "held by different people"))
        if self.body[a] != self.body[b] and not both:
            found.append(Reason(-20, "only the one is said to be of a body"))
        return found

    @staticmethod
    def _number(found: Sequence[str]) -> bool:
        """Whether a title is of several posts at once (`Corporate Directors`)."""
        heads = {"directors", "members", "officers", "managers", "leaders", "mayors", "chairs", "commissioners", "advisers", "representatives", "heads"}  # fmt: skip
        return any(w in heads for w in found)


def _one_misprint(x: Sequence[str], y: Sequence[str]) -> bool:
    odd = [(p, q) for p, q in zip(x, y, strict=True) if p != q]
    return len(odd) == 1 and min(map(len, odd[0])) >= _LONG and one_letter(*odd[0])


def labels(found: Mapping[tuple[str, str], set[str]]) -> set[str]:
    """The roles as printed of a post."""
    return {role for role, _ in found}
