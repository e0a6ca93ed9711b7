"""What duties, decisions and papers are about, and which acts are the same act in other words.

Words are compared by their stems, short forms by what their papers expand them to, and initials by the words that they
begin. Invariant: two things are alike by what both say, never by one of them saying little.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from .facts import Alias
from .names import is_acronym, is_generic
from .statements import Statement

_FOLDER = Path(__file__).parent / "vocabulary"
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ENDINGS = ("isations", "isation", "ations", "ation", "ments", "ment", "ities", "ings", "ing", "ions", "ion", "ies", "ity", "ive", "ers", "ed", "es", "al", "ly", "s", "e", "y")  # fmt: skip
_SHORTEST = 4
_INITIALS = re.compile(r"\b[A-Z][A-Za-z&]*[A-Z]")
ALIKE = 0.7
"""The share of the words of the one that says less which the other must say as well."""
FEWEST = 2
"""Words that two things must have in common, whatever their share."""


@cache
def _entries(name: str) -> tuple[str, ...]:
    """The lines of a vocabulary of this room, comments and blank lines left out."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def _common() -> frozenset[str]:
    return frozenset(_entries("common_words"))


@cache
def _acts() -> Mapping[str, str]:
    """Each verb with the one that stands for it."""
    out = {}
    for entry in _entries("acts"):
        stands, _, verbs = entry.partition(":")
        for verb in verbs.split(","):
            out[verb.strip()] = stands.strip()
    return out


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its ending: `improvement`, `improving` and `improve` are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            bare = word[: -len(ending)]
            return bare[:-1] if bare.endswith("e") and len(bare) > _SHORTEST else bare
    return word


@lru_cache(maxsize=8192)
def act(action: str) -> str:
    """The act that the words of a duty begin with, in the form that stands for all that mean it."""
    found = [w for w in _WORD.findall(action.casefold()) if w not in {"to", "also", "then", "jointly", "be", "and", "responsible", "for", "continue", "still", "now"} and not w.endswith("ly")]  # fmt: skip
    if not found:
        return ""
    for form in _bases(found[0]):
        for said in (" ".join([form, *found[1:3]]), " ".join([form, *found[1:2]]), form):
            if said in _acts():
                return _acts()[said]
    return stem(found[0])


def _bases(verb: str) -> Iterable[str]:
    """What the base form of a verb may be: `submitting`, `submits`, `submit`."""
    yield verb
    for ending in ("ing", "ed", "es", "s"):
        if verb.endswith(ending):
            bare = verb[: -len(ending)]
            yield bare
            yield bare + "e"
            if bare[-1:] == bare[-2:-1]:
                yield bare[:-1]


class Topics:
    """What is about what, the short forms of each collection's papers taken into account."""

    def __init__(self, said: Sequence[Statement]) -> None:
        self._long: dict[tuple[str, str], str] = {}
        self._kept: dict[tuple[str, str, str], frozenset[str]] = {}
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for s in said:
            if isinstance(s.fact, Alias) and is_acronym(s.fact.alias) and not is_generic(s.fact.name):
                found[(s.collection, s.fact.alias)].add(s.fact.name)
        for place, names in found.items():
            self._long[place] = min(names, key=lambda n: (len(n), n))

    def about(self, text: str, collection: str, near: str = "") -> frozenset[str]:
        """The stems of what a text is about; initials are read as the words of `near` that begin with them, if any do."""
        place = (text, collection, near if _INITIALS.search(text) else "")
        if (kept := self._kept.get(place)) is None:
            kept = self._kept[place] = frozenset(self._about(text, collection, near))
        return kept

    def _about(self, text: str, collection: str, near: str) -> Iterable[str]:
        plain = re.sub(r"['\N{RIGHT SINGLE QUOTATION MARK}]s\b|s['\N{RIGHT SINGLE QUOTATION MARK}](?=\s)", "s", text)
        for word in _WORD.findall(plain):
            if is_acronym(word):
                longer = self._long.get((collection, word)) or _begun(word, near)
                if longer:
                    yield from self._about(longer, collection, "")
                    continue
            low = word.casefold()
            if low not in _common() and not any(c.isdigit() for c in low) and len(low) > 1:
                yield stem(low)

    def share(self, one: str, other: str, collection: str) -> float:
        """The share of what the first text is about that the second is about too."""
        a, b = self.about(one, collection, other), self.about(other, collection, one)
        return len(a & b) / len(a) if len(a & b) >= FEWEST else 0.0

    def alike(self, one: str, other: str, collection: str, fewest: int = FEWEST) -> bool:
        """Whether two texts are about the same: the one that says less says little that the other does not."""
        a, b = self.about(one, collection, other), self.about(other, collection, one)
        both = len(a & b)
        return both >= fewest and both >= ALIKE * min(len(a), len(b))


def _begun(initials: str, text: str) -> str | None:
    """The words in a row of a text whose initials these are; None where there are none."""
    found = _WORD.findall(text.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", ""))
    size = len(initials)
    for at in range(len(found) - size + 1):
        run = found[at : at + size]
        if "".join(w[0] for w in run).casefold() == initials.casefold() and not any(is_acronym(w) and w.isupper() and len(w) == size for w in run):  # fmt: skip
            return " ".join(run)
    return None
