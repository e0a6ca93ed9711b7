"""Short forms that a document introduces or clearly uses for a longer name printed in it.

Introduced ones, initials and shortened names come from the document's table of names; here are added the capitalised
generic words that always mean one body, plan or instrument, and first names that stand for one person.
Invariant: name and alias are both printed, and differ by more than an honorific.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...graph.facts import Alias, Certainty
from ..context import Context
from ..generic_forms import first_names, generic_phrases, generic_words, posts
from ..names_people import parts
from ..names_short import Short
from ..names_tokens import key_of

_SITTINGS = frozenset({"full", "annual", "statutory", "ordinary", "extraordinary", "special"})
_INTRODUCED = frozenset({"brackets", "beside", "introduced", "acronym-first", "means", "known-as"})


def extract(context: Context) -> Iterator[Alias]:
    """Each short form once, with the longest name the document gives for it."""
    seen: set[tuple[str, str]] = set()
    found = (generic_words(context), generic_phrases(context), posts(context), first_names(context))
    for short in (*context.names.shorts, *(short for shorts in found for short in shorts)):
        name = context.names.aliases.get(key_of(short.alias), short.name)
        key = (_bare(name, short.kind), _bare(short.alias, short.kind))
        if key[0] == key[1] or key in seen or (short.kind == "post" and not _named_post(short)):
            continue
        if short.rule == "shortened" and _wording(context, short, name):
            continue
        seen.add(key)
        certainty: Certainty = "explicit" if short.rule in _INTRODUCED else "inferred"
        block = context.document.blocks[short.block]
        evidence = context.document.evidence(
            block, short.start, short.end, rule=f"alias.{short.rule}", certainty=certainty
        )
        yield Alias(evidence=evidence, name=name, alias=short.alias)


def _named_post(short: Short) -> bool:
    """Whether a short form of a post is one that stands for an office of state, or that the document lays down."""
    return short.rule in {"introduced", "means", "generic", "brackets"} or short.name.lower().startswith(
        ("secretary of state", "minister")
    )


def _wording(context: Context, short: Short, name: str) -> bool:
    """Whether a shortened name is the wording of a sentence rather than a form that the document goes by.

    So where the longer one only adds what kind of meeting it is, and where a plan loses its first words but for places
    where the document goes on to call it so, with an article, more than once.
    """
    long, alias = key_of(name), key_of(short.alias)
    dropped = long.removesuffix(" " + alias)
    if dropped == long:
        return False
    if set(dropped.split()) <= _SITTINGS:
        return True
    if short.kind != "plan":
        return False
    called = re.compile(rf"\bthe {re.escape(short.alias)}\b")
    return sum(len(called.findall(block.clean)) for block in context.document.blocks) < 2


def _bare(name: str, kind: str) -> str:
    """A name as it is compared: a person's without honorifics and letters after it."""
    return " ".join(parts(name)).lower().rstrip(".") if kind == "person" else key_of(name)
