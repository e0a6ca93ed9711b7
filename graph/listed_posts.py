"""Posts that tables list: which listings in several tables are one post, what it is called, and whom its reference means.

A reference means a post of one organisation. Listings are one post where organisation, reference and title are the same,
or where organisation and title are, the title standing once in each of the tables. Invariant: two posts of one table are
never one; the result depends on the set of statements, not on their order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from .facts import Post
from .names import is_generic, key, words
from .statements import Statement

_SHORT_TITLE = 2


@dataclass(frozen=True, slots=True)
class Listing:
    """One table's listing of a post, by the name it has there; `says` are the statements of its rows."""

    document: str
    date: str | None
    fact: Post
    says: tuple[str, ...]


@dataclass(slots=True)
class ListedPost:
    """A post by its listings."""

    listings: list[Listing]
    title: str = ""
    body: str = ""
    reasons: set[str] = field(default_factory=set)

    def names(self) -> set[str]:
        """What tells the post from all others: its names in the tables, each with its organisation."""
        return {of_body(one.fact) for one in self.listings}


def of_body(fact: Post) -> str:
    """A listed post's name with its organisation, unless it ends in it."""
    if not fact.body or key(fact.name).endswith(key(fact.body)):
        return fact.name
    joint = " of " if fact.name == fact.title else ", "
    return f"{fact.name}{joint}{fact.body}"


def reference_key(reference: str) -> str:
    """A reference for comparison: without case, blanks, leading zeros and the `.0` of spreadsheets."""
    bare = re.sub(r"\s+", "", reference).casefold()
    return re.sub(r"\.0+$", "", bare).lstrip("0") or bare


def label(post: ListedPost, titles: dict[str, int]) -> str:
    """What to call a post: its title where that is enough in its collection, else its name with its organisation."""
    if titles[key(post.title)] == 1 and not is_generic(post.title) and len(words(post.title)) > _SHORT_TITLE:
        return post.title
    return max(post.names(), key=lambda name: (len(name), name))


def listed_posts(statements: Iterable[Statement]) -> list[ListedPost]:
    """The posts that the tables of a collection list, in an order of their own."""
    listings = sorted(_listings(statements), key=lambda one: (one.document, one.fact.name))
    together = _Joined(listings)
    by_reference: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    by_title: dict[tuple[str, str], list[int]] = defaultdict(list)
    once: dict[tuple[str, str, str], int] = defaultdict(int)
    for place, one in enumerate(listings):
        whose, title = key(one.fact.body or ""), key(one.fact.title)
        once[(one.document, whose, title)] += 1
        by_title[(whose, title)].append(place)
        if one.fact.reference:
            by_reference[(whose, reference_key(one.fact.reference), title)].append(place)
    for _, places in sorted(by_reference.items()):
        together.join(places, "the same reference and title in several tables")
    for (whose, title), places in sorted(by_title.items()):
        alone = [place for place in places if once[(listings[place].document, whose, title)] == 1]
        together.join(alone, "the only post of the title in several tables")
    return together.posts()


def _listings(statements: Iterable[Statement]) -> Iterator[Listing]:
    """The listings of a collection: the rows of a table that name one post are one."""
    rows: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in statements:
        if isinstance(s.fact, Post):
            rows[(s.document, s.fact.name)].append(s)
    for (document, _), found in rows.items():
        first = min(found, key=lambda s: s.iri)
        assert isinstance(first.fact, Post)
        yield Listing(document, first.date, first.fact, tuple(sorted(s.iri for s in found)))


class _Joined:
    """Listings joined into posts, never two of one table into one."""

    def __init__(self, listings: Sequence[Listing]) -> None:
        self.listings = listings
        self.of = list(range(len(listings)))
        self.members = {place: [place] for place in self.of}
        self.reasons: dict[int, set[str]] = defaultdict(set)

    def join(self, places: Sequence[int], reason: str) -> None:
        """Join the listings at some places into one post, as far as no table lists both."""
        for place in places[1:]:
            one, other = self.of[places[0]], self.of[place]
            if one == other:
                continue
            tables = {self.listings[p].document for p in self.members[one]}
            if tables & {self.listings[p].document for p in self.members[other]}:
                continue
            for moved in self.members.pop(other):
                self.of[moved] = one
                self.members[one].append(moved)
            self.reasons[one] |= self.reasons.pop(other, set()) | {reason}

    def posts(self) -> list[ListedPost]:
        """The posts, by their first listing."""
        out = []
        for place in sorted(self.members):
            found = sorted((self.listings[p] for p in self.members[place]), key=lambda o: (o.date or "", o.document))
            last = found[-1].fact
            out.append(ListedPost(found, last.title, last.body or "", self.reasons[place]))
        return out


class References:
    """Whom the references of a collection's tables mean."""

    def __init__(self, posts: Sequence[ListedPost]) -> None:
        self._inside: set[tuple[str, str]] = set()
        self._meant: dict[tuple[str | None, str, str], dict[int, tuple[ListedPost, Listing]]] = defaultdict(dict)
        for place, post in enumerate(posts):
            for one in post.listings:
                if one.fact.reference:
                    mark = reference_key(one.fact.reference)
                    self._inside.add((one.document, mark))
                    self._meant[(one.date, key(one.fact.body or ""), mark)].setdefault(place, (post, one))

    def elsewhere(self, s: Statement) -> tuple[ListedPost, Listing] | None:
        """The post that a listing's superior means in another table of its organisation and day; None where none or several do."""
        fact = s.fact
        if not isinstance(fact, Post) or not fact.superior or fact.status == "eliminated":
            return None
        mark = reference_key(fact.superior)
        if (s.document, mark) in self._inside:
            return None
        found = list(self._meant.get((s.date, key(fact.body or ""), mark), {}).values())
        return found[0] if len(found) == 1 else None
