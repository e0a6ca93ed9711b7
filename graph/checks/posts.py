"""Contradictions about posts: one person in two forms of one post on one day.

Invariant: forms are told apart by the word that the title bears (interim, acting, …); a title without one is no form,
since papers shorten titles freely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from ..names import words
from ..questions.reading import Look
from .finding import Found, Side

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

_FORM = re.compile(r"\b(interim|acting|temporary|designate|substantive|permanent)\b[\s,]*", re.IGNORECASE)


def two_forms(look: Look, on: str | None) -> Iterator[Found]:
    """One person called interim and acting (…) in one post by papers of one day."""
    del on
    for person in look.members("Person"):
        held = [(node, *_form(look, node)) for node in look.sources("holder", person)]
        for (one, a, title), (two, b, other) in combinations(sorted(held, key=lambda h: (h[1], h[0].value)), 2):
            days = sorted(set(look.texts(one, "observed")) & set(look.texts(two, "observed")))
            if not a or not b or a == b or not days or not _same_post(title, other):
                continue
            who = look.ref(person)
            yield Found(
                (who.id, a, b, *sorted(words(title))),
                f"{who} is {a} and {b} {title.strip(' ,')} on {', '.join(days)}",
                (who, *look.refs(one, "heldPost"), *look.refs(two, "heldPost")),
                (Side(f"{a} {title}", look.proofs(one)), Side(f"{b} {other}", look.proofs(two))),
            )


def _form(look: Look, tenure: NamedNode) -> tuple[str, str]:
    """The form of a post that a tenure's title names, and the title without it."""
    title = look.text(tenure, "roleText") or ""
    form = _FORM.search(title)
    return (form[1].casefold() if form else "", _FORM.sub("", title).strip())


def _same_post(one: str, other: str) -> bool:
    """Whether two titles mean one post: the same words, or all those of the shorter in the longer."""
    a, b = set(words(one)), set(words(other))
    return len(a & b) >= 2 and (a <= b or b <= a)
