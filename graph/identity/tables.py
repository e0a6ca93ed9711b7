"""The posts that tables list, among the other posts of their circle.

Invariant: a listed post whose title stands once in its collection is the post that other papers give that title; every
other is a post of its own, told apart by its table's name for it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from ..listed_posts import ListedPost, Listing, References, label, listed_posts
from ..names import key
from ..statements import Statement
from .joining import Group
from .titles import office_key, title


class Tables:
    """The listed posts of all collections."""

    def __init__(self) -> None:
        self.above: dict[str, Listing] = {}
        """The listing of the superior that a statement refers to in another table."""
        self._place: dict[tuple[str, str], Group] = {}
        self._labels: dict[Group, str] = {}
        self._posts: dict[Group, list[tuple[ListedPost, str]]] = {}

    def learn(self, said: Iterable[Statement], circle: Mapping[str, str]) -> None:
        """Take in the tables of a collection; `circle` has the circle of each document."""
        said = list(said)
        posts = listed_posts(said)
        if not posts:
            return
        titles = Counter(key(post.title) for post in posts)
        for post in posts:
            once = titles[key(post.title)] == 1
            mark = office_key(title(post.title).office) if once else f"#{min(post.names())}"
            group = (circle[post.listings[0].document], mark)
            self._labels.setdefault(group, label(post, titles))
            self._posts.setdefault(group, []).append((post, post.title if once else ""))
            for one in post.listings:
                self._place[(one.document, one.fact.name)] = group
        references = References(posts)
        for s in said:
            if found := references.elsewhere(s):
                self.above[s.iri] = found[1]

    def lists(self, name: str, document: str) -> bool:
        """Whether a document is a table that lists a post by a name."""
        return self.place(name, document) is not None

    def place(self, name: str, document: str) -> Group | None:
        """The group of the post that a table lists by a name, the form in which it is held left out."""
        bare = re.sub(r"\s*\([^()]*\)$", "", name)
        return self._place.get((document, name)) or self._place.get((document, bare))

    def shown(self, groups: dict[Group, dict[str, set[str]]], circle: str) -> dict[Group, dict[str, set[str]]]:
        """The groups of a circle's posts with those of its tables."""
        for group in sorted(self._posts):
            if group[0] == circle:
                names = groups.setdefault(group, {})
                for post, alone in self._posts[group]:
                    for name in post.names() | ({alone} if alone else set()):
                        names.setdefault(name, set()).update(one.document for one in post.listings)
        return groups

    def label(self, groups: Iterable[Group]) -> str | None:
        """What a post is called by the tables that list it; None if none does."""
        return min((self._labels[g] for g in groups if g in self._labels), default=None)

    def reasons(self, group: Group) -> set[str]:
        """Why listings in several tables are one post."""
        return {reason for post, _ in self._posts.get(group, ()) for reason in post.reasons}
