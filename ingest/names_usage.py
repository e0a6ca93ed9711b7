"""Short forms that a document uses without introducing them, found against the names it prints.

Invariant: a short form is read only where it is printed, and only where one name fits it; names are looked up by their
first and last words, so that the work stays near linear in the length of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from .document import Document
from .names_forms import by_initials, by_last_initials, initials, long_form, only
from .names_grammar import Kind
from .names_short import Short, acronym
from .names_tokens import Tokens, key_of
from .words import words

if TYPE_CHECKING:
    from .names_table import Table

Place = tuple[int, int, int]
_SPEAKS = re.compile(
    r"[(&/] ?([A-Z]{2,4})(?= ?[)&/])|(?:^|[.;:] )([A-Z]{2,4})(?=:| (?:to|will|said|asked|confirmed|reported|presented|noted|opened|agreed|updated|advised|explained|queried|suggested|thanked|welcomed|outlined|introduced|raised|gave|and [A-Z]{2,3})\b)"
)
_CALLED = re.compile(r"\b(?:[Tt]he|at|by|to) ([A-Z]{2,6})\b(?! [A-Z])")
_VAGUE = frozenset({"services", "service", "schools", "offices"})


def used(table: Table, tokens: Sequence[Tokens], document: Document) -> Iterator[Short]:
    """Shortened names, names that end in initials, instruments by their year, and initials, in that order."""
    peers = Peers(table)
    yield from _shortened(table, peers, document)
    places = _acronyms(tokens, document)
    yield from _suffixed(table, peers, tokens, document, places)
    speaking = frozenset(m[1] or m[2] for block in document.blocks for m in _SPEAKS.finditer(block.clean))
    called = frozenset(m[1] for block in document.blocks for m in _CALLED.finditer(block.clean))
    yield from _initials(table, places, speaking, called)


class Peers:
    """Bodies and plans by their first and their last word."""

    def __init__(self, table: Table) -> None:
        self._by_word: dict[tuple[Kind, str], list[str]] = {}
        for name in table.names:
            kind = table.kinds[key_of(name)]
            parts = key_of(name).split()
            for word in dict.fromkeys((parts[0], parts[-1])):
                self._by_word.setdefault((kind, word), []).append(name)

    def long_form(self, name: str, kind: Kind) -> str | None:
        """The one longer name that a name is a short form of."""
        parts = key_of(name).split()
        near = [n for word in dict.fromkeys((parts[0], parts[-1])) for n in self._by_word.get((kind, word), [])]
        return long_form(name, near) if near else None


def _shortened(table: Table, peers: Peers, document: Document) -> Iterator[Short]:
    """Names of bodies and plans that are longer ones with words dropped or cut."""
    for name, index in table.names.items():
        kind = table.kinds[key_of(name)]
        if kind not in {"body", "plan"} or key_of(name) in table.aliases:
            continue
        long = peers.long_form(name, kind)
        if long:
            at = max(document.blocks[index].clean.find(name), 0)
            yield Short(long, name, kind, index, at, at + len(name), "shortened")


def _acronyms(tokens: Sequence[Tokens], document: Document) -> dict[str, Place]:
    """Words that look like initials, and where each stands first; parts of references and addresses left out."""
    plain = {low for own in tokens for low, word in zip(own.lower, own.words, strict=True) if not word.isupper()}
    places: dict[str, Place] = {}
    for index, own in enumerate(tokens):
        clean = document.blocks[index].clean
        shouting = clean.isupper()
        for at, word in enumerate(own.words):
            if word.islower():
                continue
            bare = word[: own.stops[at] - own.starts[at]]
            if bare in places or not acronym(bare) or (shouting and (len(bare) < 3 or bare.lower() in plain)):
                continue
            if not {clean[own.ends[at] : own.ends[at] + 1], clean[max(own.starts[at] - 1, 0) : own.starts[at]]} & {
                "/",
                "@",
            }:
                places[bare] = (index, own.starts[at], own.stops[at])
    return places


def _suffixed(
    table: Table, peers: Peers, tokens: Sequence[Tokens], document: Document, places: Mapping[str, Place]
) -> Iterator[Short]:
    """Names that end in initials (Marley BC), and instruments that go by their year (the 1999 Act)."""
    acts: dict[tuple[str, str], list[str]] = {}
    for name in table.names:
        if table.kinds[key_of(name)] == "instrument" and name[-4:].isdigit() and " " in name:
            nouns = [word for word in key_of(name).split() if word in {"act", "order", "regulations"}]
            acts.setdefault((nouns[-1] if nouns else key_of(name).split()[-2], name[-4:]), []).append(name)
    for index, own in enumerate(tokens):
        for at in range(1, len(own)):
            word, low = own.words[at], own.lower[at]
            start, stop = own.starts[at - 1], own.stops[at]
            if word in places and own.near(at) and own.opens[at - 1] and not own.words[at - 1].isupper():
                text = document.blocks[index].clean[start:stop]
                long = peers.long_form(text, "body") if key_of(text) not in table.aliases else None
                if long and not _part_of(long, text, document.blocks[index].clean, start):
                    yield Short(long, text, "body", index, start, stop, "suffix")
            elif low in {"act", "order", "regulations"} and word[0].isupper():
                named = acts.get((low, own.words[at - 1]), [])
                if len({key_of(name) for name in named}) == 1:
                    text = document.blocks[index].clean[start:stop]
                    yield Short(named[0], text, "instrument", index, start, stop, "year")


def _part_of(long: str, short: str, text: str, start: int) -> bool:
    """Whether a short form at `start` only stands inside its long form, as its last words."""
    return long.endswith(short) and text[: start + len(short)].endswith(long)


def _mostly_people(table: Table, places: Mapping[str, Place], people: Mapping[str, Sequence[str]]) -> bool:
    """Whether three or more of the short capitals that nothing else explains, and half of them, are people's initials."""
    open_words = [w for w in places if len(w) in {2, 3} and w.isupper() and key_of(w) not in table.aliases]
    fitting = sum(only(people.get(word, [])) is not None for word in open_words)
    return fitting > 2 and 2 * fitting >= len(open_words)


def _initials(
    table: Table, places: Mapping[str, Place], speaking: frozenset[str], called: frozenset[str]
) -> Iterator[Short]:
    """Initials of bodies and plans, and of people where the document goes by initials for people at all.

    `speaking` are those that stand where a person does: alone in brackets, or before a colon; `called` those that stand
    where a body does, behind an article.
    """
    bodies = {
        table.aliases.get(key_of(name), name)
        for name in table.names
        if table.kinds[key_of(name)] == "body" and name.count(" ") > 1
    }
    things: dict[str, list[str]] = {}
    for name in table.names:
        if table.kinds[key_of(name)] in {"body", "plan", "post"} and " " in name:
            things.setdefault(name[0].lower(), []).append(name)
    people: dict[str, list[str]] = {}
    for name in table.people:
        for letters in sorted(initials(name)):
            people.setdefault(letters, []).append(name)
    usual = sum(1 for word in places if word in speaking and only(people.get(word, []))) > 2
    usual = usual or _mostly_people(table, places, people)
    usual = usual or any(short.kind == "person" and short.rule in {"brackets", "beside"} for short in table.shorts)
    for word, (index, start, end) in places.items():
        if key_of(word) in table.aliases or key_of(word) in words("portfolio_words"):
            continue
        spoken = only(people.get(word, [])) if word in speaking and len(word) < 4 else None
        found = spoken or by_initials(word, things.get(word[0].lower(), []))
        kind: Kind = "person" if spoken or not found else table.kinds[key_of(found)]
        if found and (kind == "post" or key_of(found).split()[-1] in _VAGUE):
            continue
        if found is None and (usual or word in speaking) and 2 <= len(word) <= 4 and word.isupper():
            found = only(people.get(word, []))
        if found is None and word in called and (found := by_last_initials(word, bodies)):
            kind = "body"
        if found:
            yield Short(found, word, kind, index, start, end, "initials")
