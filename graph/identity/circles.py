"""Whose papers these are: the documents of a collection divided into circles, one organisation's each.

A collection is meant to hold one organisation's papers, but a folder may hold many. Two documents are of one circle if
they print the same organisation, or, where neither prints another, if they are about one body or share many people; a
document that shows nothing of its own goes with the only circle there is, or with the one whose people it names.
Invariant: documents whose organisations differ are never of one circle; the order of documents leaves no trace.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..facts import Action, Alias, Attendance, Holds, Meeting, Member, Obligation, Post
from ..names import is_acronym, is_generic, is_national, key, person_words, words
from ..statements import Statement, StoredDocument

_OWNER = frozenset({"council", "authority", "borough council", "school", "academy"})
_MAYBE = frozenset({"trust", "company", "commission", "college", "university", "corporation"})
"""What papers call their own organisation; the second lot often means another, and counts if the head agrees."""
_ORGANISATION = re.compile(
    r"\b(?:council|borough|authority|school|academy|college|university|trust|corporation|constabulary|county|district|federation)\b",
    re.IGNORECASE,
)
_FORMS = frozenset(
    [
        "the",
        "a",
        "of",
        "and",
        "for",
        "in",
        "upon",
        "london",
        "royal",
        "borough",
        "city",
        "county",
        "district",
        "metropolitan",
        "town",
        "parish",
        "community",
        "unitary",
        "council",
        "combined",
        "authority",
        "school",
        "primary",
        "secondary",
        "infant",
        "junior",
        "academy",
        "college",
        "university",
        "trust",
        "corporation",
        "federation",
        "constabulary",
        "board",
        "governors",
        "governing",
        "body",
        "full",
        "nhs",
        "foundation",
        "fund",
        "pension",
        "multi",
        "church",
        "england",
        "ce",
        "rc",
        "voluntary",
        "aided",
        "controlled",
        "high",
        "grammar",
        "nursery",
        "special",
        "local",
        "fire",
        "rescue",
        "police",
        "commission",
        "company",
    ]
)
_SHARE = 0.3


def core(name: str) -> frozenset[str]:
    """What an organisation is called without the words for the sort of organisation it is (`Marl Borough Council`)."""
    return frozenset(w for w in words(name) if w not in _FORMS and len(w) > 2)


def is_organisation(name: str) -> bool:
    """Whether a name is by its form that of an organisation with a name of its own, and no national one."""
    if is_national(name) or is_generic(name) or is_acronym(name) or len(words(name)) > 8:
        return False
    return bool(_ORGANISATION.search(name)) and bool(core(name))


@dataclass(slots=True, eq=False)
class _Part:
    """Documents taken for one organisation's so far."""

    documents: set[str]
    cores: set[frozenset[str]] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    said: str = ""


def circles(documents: Iterable[StoredDocument], said: Mapping[str, Sequence[Statement]]) -> dict[str, str]:
    """The circle of each document of one collection, named by the smallest address in it; `said` are their statements."""
    parts = [_part(one, said.get(one.iri, ())) for one in sorted(documents, key=lambda d: d.iri)]
    parts = _by_word(parts)
    parts = _by_organisation(parts)
    parts = _by_body(parts)
    parts = _by_people(parts)
    parts = _bare(parts, said)
    return {document: min(part.documents) for part in parts for document in part.documents}


def organisations(document: StoredDocument | None, said: Iterable[Statement]) -> list[str]:
    """The organisations whose paper a document is by its own words: what it calls the Council, its head, its meeting."""
    said = list(said)
    called = [s.fact.name for s in said if isinstance(s.fact, Alias) and key(s.fact.alias) in _OWNER]
    if found := [name for name in called if is_organisation(name)]:
        return sorted(set(found))
    heads = [document.organisation, document.title, document.body] if document else []
    heads += [s.fact.body for s in said if isinstance(s.fact, Meeting | Post)]
    plain = [re.sub(r"^#+\s*", "", name) for name in heads if name]
    maybe = [s.fact.name for s in said if isinstance(s.fact, Alias) and key(s.fact.alias) in _MAYBE]
    own = [name for name in maybe if any(key(name) in key(head) for head in plain)]
    return sorted({name for name in own or plain if is_organisation(name)})[:1]


def _part(document: StoredDocument, said: Sequence[Statement]) -> _Part:
    """A document on its own."""
    bodies = {document.body, *(s.fact.body for s in said if isinstance(s.fact, Meeting))}
    people = {" ".join(person_words(s.fact.person)) for s in said if isinstance(s.fact, Attendance | Holds | Member)}
    return _Part(
        {document.iri},
        {c for name in organisations(document, said) if (c := core(name))},
        {key(b) for b in bodies if b and not is_generic(b) and not is_national(b) and len(key(b).split()) > 2},
        {p for p in people if len(p.split()) > 1 and len(p.split()[0]) > 1},
        document.organisation or "",
    )


def _by_word(parts: list[_Part]) -> list[_Part]:
    """Papers that whoever read them in said to be of one organisation."""
    first: dict[str, _Part] = {}
    merged = list(parts)
    for part in parts:
        if part.said and (found := first.setdefault(part.said, part)) is not part:
            _join(merged, found, part)
    return merged


def _join(parts: list[_Part], x: _Part, y: _Part) -> None:
    x.documents |= y.documents
    x.cores |= y.cores
    x.bodies |= y.bodies
    x.people |= y.people
    parts.remove(y)


def _alike(x: _Part, y: _Part) -> bool:
    """Whether two parts print one organisation: the same name, or one that the other contains."""
    return any(a <= b or b <= a for a in x.cores for b in y.cores)


def _may(x: _Part, y: _Part) -> bool:
    """Whether nothing says that two parts are of different organisations."""
    return not x.cores or not y.cores or _alike(x, y)


def _by_organisation(parts: list[_Part]) -> list[_Part]:
    first: dict[frozenset[str], _Part] = {}
    merged: list[_Part] = []
    for part in parts:
        found = next((first[c] for c in sorted(part.cores, key=sorted) if c in first), None)
        merged.append(part)
        if found is not None:
            _join(merged, found, part)
        for c in part.cores:
            first.setdefault(c, found or part)
    for x in merged:
        for y in merged:
            if x is not y and x in merged and y in merged and x.cores and y.cores and _alike(x, y):
                _join(merged, x, y)
    return merged


def _by_body(parts: list[_Part]) -> list[_Part]:
    """Parts about one body, or about one that another names more fully, if only one fits."""
    merged = list(parts)
    for y in parts:
        if y not in merged or not y.bodies:
            continue
        fits = [
            x for x in merged if x is not y and _may(x, y) and any(_within(a, b) for a in x.bodies for b in y.bodies)
        ]
        if fits and all(_may(a, b) for a in fits for b in fits):
            for x in fits[1:]:
                _join(merged, fits[0], x)
            _join(merged, fits[0], y)
    return merged


def _within(a: str, b: str) -> bool:
    return a == b or a.endswith(f" {b}") or b.endswith(f" {a}")


def _by_people(parts: list[_Part]) -> list[_Part]:
    """Parts that share three people and more, and a good share of those of the smaller."""
    merged = list(parts)
    while True:
        where: dict[str, list[_Part]] = defaultdict(list)
        for part in merged:
            for person in part.people:
                where[person].append(part)
        shared: Counter[tuple[int, int]] = Counter()
        place = {id(part): at for at, part in enumerate(merged)}
        for holders in where.values():
            at = sorted(place[id(part)] for part in holders)
            shared.update((a, b) for i, a in enumerate(at) for b in at[i + 1 :])
        ranked = sorted(shared, key=lambda pair: (-shared[pair], pair))
        for a, b in ranked:
            x, y = merged[a], merged[b]
            if shared[a, b] >= 3 and shared[a, b] >= _SHARE * min(len(x.people), len(y.people)) and _may(x, y):
                _join(merged, x, y)
                break
        else:
            return merged


def _bare(parts: list[_Part], said: Mapping[str, Sequence[Statement]]) -> list[_Part]:
    """Documents that show no organisation and no body of their own go with the circle that names their people."""
    merged = list(parts)
    whole = [part for part in merged if part.cores or part.bodies] or merged[:1]
    for part in [p for p in parts if p in merged and p not in whole]:
        if len(whole) == 1:
            _join(merged, whole[0], part)
            continue
        named = {
            " ".join(person_words(n)) for d in part.documents for s in said.get(d, ()) for n in _owners(s)
        } | part.people
        counts = {id(x): len(named & x.people) for x in whole}
        best = max(counts.values(), default=0)
        fits = [x for x in whole if counts[id(x)] == best]
        if best and len(fits) == 1:
            _join(merged, fits[0], part)
    return merged


def _owners(s: Statement) -> tuple[str, ...]:
    if isinstance(s.fact, Action):
        return (s.fact.owner,)
    return (s.fact.bearer,) if isinstance(s.fact, Obligation) else ()
