"""What does not fit in tables of posts: a superior that is not there, one reference for two posts.

Invariant: a table is held against the tables of its own organisation and day alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from ..listed_posts import reference_key
from ..questions.listings import status
from ..questions.reading import Look
from .finding import Found, Side

if TYPE_CHECKING:
    from pyoxigraph import NamedNode


def unknown_superior(look: Look, on: str | None) -> Iterator[Found]:
    """A post that a table has report to a reference which no table of the organisation and day lists, or lists twice."""
    del on
    told = _by_reference(look)
    for listing in look.members("PostListing"):
        above, post = look.text(listing, "superiorReference"), look.node(listing, "listedPost")
        if not above or post is None or status(look, listing) == "eliminated":
            continue
        papers = _papers(look, listing)
        if any(papers & _papers(look, line) for line in look.sources("reporter", post)):
            continue
        meant = {p for p in told.get((papers, reference_key(above)), ()) if p != post}
        own = {reference_key(text) for text in look.texts(listing, "reference")}
        why = "its own reference" if reference_key(above) in own and not meant else f"which is that of {len(meant)} posts" if meant else "which is not listed"  # fmt: skip
        ref = look.ref(post)
        yield Found(
            (post.value, above),
            f"{ref} reports to post {above}, {why}",
            (ref,),
            (Side(f"reports to {above}", look.proofs(listing)),),
        )


def one_reference(look: Look, on: str | None) -> Iterator[Found]:
    """Two posts that one table lists under one reference."""
    del on
    for (_, reference), posts in sorted(_by_reference(look).items(), key=lambda e: (sorted(e[0][0]), e[0][1])):
        for one, two in combinations(sorted(posts, key=lambda p: str(p.value)), 2):
            sides = tuple(Side(f"post {reference}: {look.ref(p)}", look.proofs(*posts[p])) for p in (one, two))
            yield Found(
                (one.value, two.value, reference),
                f"{look.ref(one)} and {look.ref(two)} are both listed as post {reference}",
                (look.ref(one), look.ref(two)),
                sides,
            )


def _by_reference(look: Look) -> dict[tuple[frozenset[str], str], dict[NamedNode, list[NamedNode]]]:
    """The posts that each table lists under a reference, with their listings there."""
    found: dict[tuple[frozenset[str], str], dict[NamedNode, list[NamedNode]]] = defaultdict(dict)
    for listing in look.members("PostListing"):
        post = look.node(listing, "listedPost")
        for reference in look.texts(listing, "reference"):
            if post is not None and status(look, listing) != "eliminated":
                found[(_papers(look, listing), reference_key(reference))].setdefault(post, []).append(listing)
    return found


def _papers(look: Look, node: NamedNode) -> frozenset[str]:
    """The documents whose statements support something."""
    return frozenset(s.value.partition("/statement/")[0] for s in look.nodes(node, "supportedBy"))
