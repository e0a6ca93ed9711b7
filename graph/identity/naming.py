"""The names and addresses of entities.

Invariant: the address is that of the smallest mention by collection and name; the name is one that is printed.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..ids import entity_id
from ..names import is_acronym, is_generic, person_words, words
from .titles import form_of, is_seat, title


def address_of(base: str, kind: str, collection: str, name: str) -> str:
    """The address that a name would have if it were the only one of its entity."""
    return entity_id(base, kind, collection, name)


def full_name(kind: str, names: Iterable[str]) -> str:
    """The fullest of several names: in words, not all capitals, without `acting` or `independent`, the longest."""
    return max(
        names,
        key=lambda n: (
            not is_acronym(n),
            not n.isupper(),
            n[:1].isupper(),
            kind != "post" or not form_of(n),
            kind != "post" or not n.casefold().startswith("independent "),
            len(person_words(n)) if kind == "person" else len(words(n)),
            len(n),
            n,
        ),
    )


def post_name(role: str, body: str | None) -> str:
    """The name of a post: its role, with the body where the role alone says too little."""
    if body and title(role).body is None and (is_seat(role) or is_generic(role) or len(words(role)) <= 2):
        return f"{role} of {body}"
    return role
