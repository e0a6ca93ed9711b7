"""What generic words mean where they stand: the Board, this body, it, the Secretary of State, the Chair.

In this order: a short form the document introduces; the nearest heading, appendix, instrument or terms of reference;
what was last named in the section; the head of the document; the only candidate of the document.
Invariant: a phrase is resolved to a name printed in the document, or given back without its article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .context import Head
from .document import Block, Document
from .names_grammar import Found
from .names_table import Table
from .names_tokens import Tokens, key_of
from .words import table

_ARTICLE = re.compile(r"^(?:the|this|that|said|its|our|their|an?)\s+(?:said\s+|new\s+|above\s+)?", re.IGNORECASE)
_PRONOUNS = frozenset({"it", "they", "them", "we", "us", "this body", "the body", "that body", "body", "itself"})
_OWN = frozenset(
    {
        "group",
        "board",
        "committee",
        "panel",
        "forum",
        "partnership",
        "sub-committee",
        "sub-group",
        "commission",
        "network",
    }
)


class Generics:
    """Resolution of phrases at blocks."""

    def __init__(
        self, document: Document, head: Head, names: Table, raw: Sequence[Sequence[Found]], tokens: Sequence[Tokens]
    ) -> None:
        self.document, self.head, self.table = document, head, names
        self._words = table("body_generics")
        self._named: list[list[tuple[str, str]]] = []
        self._first: list[dict[str, str]] = []
        self._uses: Counter[str] = Counter()
        self._cache: dict[tuple[str, int], str] = {}
        self._posts: dict[str, list[str]] = {}
        self.by_head: dict[str, Counter[str]] = {}
        for index, finds in enumerate(raw):
            here: list[tuple[str, str]] = []
            first: dict[str, str] = {}
            self._first.append(first)
            for found in finds:
                name = names.text(index, found)
                key = key_of(name)
                if found.kind == "body" and key in self._words:
                    self._uses[key] += 1
                    first.setdefault(key, "")
                if found.kind in {"body", "post"} and key not in self._words:
                    full = names.aliases.get(key, names.spelling.get(key, name))
                    if found.kind == "body" and first.setdefault(_noun(full), full) not in {full, ""}:
                        first[_noun(full)] = ""
                    here.append((found.kind, full))
                    if found.kind == "body":
                        self.by_head.setdefault(_noun(full), Counter())[full] += 1
            own = tokens[index]
            for at in range(len(own)):
                known = names.known_at(own, at) if own.words[at].isupper() and len(own.words[at]) > 1 else None
                if known and known[1] == "body":
                    text = document.blocks[index].clean[own.starts[at] : own.stops[known[0] - 1]]
                    long = names.aliases.get(key_of(text))
                    if long:
                        here.append(("body", long))
                        self.by_head.setdefault(_noun(long), Counter())[long] += 1
            self._named.append(here)

    def resolve(self, phrase: str, block: Block) -> str:
        """What a phrase means at a block."""
        place = (phrase, block.index)
        if place not in self._cache:
            self._cache[place] = self._resolve(phrase, block)
        return self._cache[place]

    def _resolve(self, phrase: str, block: Block) -> str:
        text = phrase.strip().strip("\"'")
        bare = _ARTICLE.sub("", text) or text
        if bare.endswith("'s"):
            bare = bare[:-2]
        elif bare.endswith("s'"):
            bare = bare[:-1]
        key = text.lower() if text.lower() in self.table.aliases else key_of(bare)
        if key in self.table.aliases:
            return self.table.aliases[key]
        if text.lower() in _PRONOUNS or key in _PRONOUNS:
            return self.subject(block) or bare
        word = bare.lower() if bare.lower() in self._words else key
        if word in self._words:
            return (
                self.body(word, block) or (self._own(word) if bare == bare.lower() or word == "group" else None) or bare
            )
        if key in {"secretary of state", "minister", "mayor", "commissioner"}:
            return self.post(key, block) or bare
        if key in self.table.spelling and self.table.spelling[key].upper() == bare.upper():
            return self.table.spelling[key]
        return bare

    def body(self, word: str, block: Block) -> str | None:
        """The body that a generic noun means at a block; where nothing else tells, the last one named before it."""
        return self.sure(word, block) or self._last(block, self._words[word])

    def _own(self, word: str) -> str | None:
        """In terms of reference or rules of a body that name no body with the noun, the body itself (`the group`)."""
        if (
            self.head.kind not in {"terms", "rules"}
            or word not in _OWN
            or any(self.by_head.get(n) for n in self._words[word])
        ):
            return None
        return self.head.body

    def sure(self, word: str, block: Block) -> str | None:
        """The body that a generic noun can only mean at a block."""
        nouns = self._words[word]
        its = self.head.body if self.head.kind in {"terms", "rules"} else None
        if its and _noun(its) in nouns and key_of(its) not in self._words:
            above = (self._of(near.index, nouns) for near in self.document.headings(block))
            return next((name for name in above if name), None) or self.table.aliases.get(key_of(its), its)
        if self.head.kind != "minutes":
            found = next((self._first[block.index][noun] for noun in nouns if self._first[block.index].get(noun)), None)
            if found:
                return found
        for near in (block, *self.document.headings(block)):
            if near is not block or block.kind == "heading":
                found = self._of(near.index, nouns)
                if found:
                    return found
        if word == "council" and self.by_head.get("council"):
            own = {n: c for n, c in self.by_head["council"].items() if key_of(n).endswith(" council")}
            best = max(own, key=lambda n: (own[n], n), default="")
            if best and own[best] >= 3 and own[best] * 10 >= sum(own.values()) * 7:
                return best
        for name in (self.head.body, self.head.organisation):
            if name and _noun(name) in nouns and key_of(name) not in self._words:
                return self.table.aliases.get(key_of(name), name)
        if (
            word == "council"
            and self.head.organisation
            and key_of(self.head.organisation) != word
            and _noun(self.head.organisation) in {"council", "borough"}
        ):
            return self.head.organisation
        candidates = Counter[str]()
        for noun in nouns:
            candidates += self.by_head.get(noun, Counter())
        if candidates:
            best = min(candidates, key=lambda name: (-candidates[name], name))
            same = sum(n for name, n in candidates.items() if _spelt_alike(name, best))
            told = self._uses[word] <= 8 * candidates[best]
            if (len(candidates) == 1 and told) or (same >= 4 and same * 10 >= candidates.total() * 7):
                return best
        return None

    def _of(self, index: int, nouns: Sequence[str]) -> str | None:
        """The only body with one of the nouns that a block names."""
        found = {name for kind, name in self._named[index] if kind == "body" and _noun(name) in nouns}
        return next(iter(found)) if len(found) == 1 else None

    def _last(self, block: Block, nouns: Sequence[str]) -> str | None:
        """The last body with one of the nouns named before a block; none that is named far less than the noun is used."""
        if not any(self.by_head.get(noun) for noun in nouns):
            return None
        for index in range(block.index, -1, -1):
            for kind, name in reversed(self._named[index]):
                if kind == "body" and _noun(name) in nouns:
                    used = sum(self._uses[noun] for noun in nouns)
                    return name if used <= 8 * self.by_head.get(_noun(name), Counter())[name] else None
        return None

    def subject(self, block: Block) -> str | None:
        """The body that a block, its stem or its section is about: the first named in it, else the last before it."""
        for index in range(block.index, max(-1, block.index - 4), -1):
            bodies = [name for kind, name in self._named[index] if kind == "body"]
            if bodies:
                return bodies[0]
        for heading in self.document.headings(block):
            bodies = [name for kind, name in self._named[heading.index] if kind == "body"]
            if bodies:
                return bodies[0]
        return self.head.body

    def post(self, word: str, block: Block) -> str | None:
        """The full name of a post that goes by its first words (the Secretary of State)."""
        full = self.full_posts(word)
        if len(full) < 2:
            return next(iter(full), None)
        about = self.about(block)
        best: Counter[str] = Counter()
        for here in self._named:
            posts = [f for kind, name in here for f in full if kind == "post" and _spelt_alike(name, f)]
            if posts and about and ("body", about) in here:
                best.update(posts)
        if best:
            return min(best, key=lambda name: (-best[name], name))
        for index in range(block.index, -1, -1):
            for kind, name in reversed(self._named[index]):
                if kind == "post" and name in full:
                    return name
        return full[0]

    def full_posts(self, word: str) -> list[str]:
        """The full names of posts that begin with some words, each spelling of small words once."""
        if (kept := self._posts.get(word)) is not None:
            return kept
        full = self._posts[word] = []
        for here in self._named:
            for kind, name in here:
                if (
                    kind == "post"
                    and key_of(name).startswith(word + " ")
                    and not any(_spelt_alike(name, f) for f in full)
                ):
                    full.append(name)
        return full

    def about(self, block: Block) -> str | None:
        """The body that the nearest heading with a body in it names."""
        for heading in self.document.headings(block):
            bodies = [name for kind, name in self._named[heading.index] if kind == "body"]
            if bodies:
                return bodies[0]
        return None


def _spelt_alike(a: str, b: str) -> bool:
    """Whether two names differ in small words alone (Department of Health, Department for Health)."""
    small = {"of", "for", "the", "and"}
    return set(key_of(a).split()) - small == set(key_of(b).split()) - small


def _noun(name: str) -> str:
    """The noun of a body's name: its last word, the first of a name that opens with it."""
    parts = key_of(name).split()
    if not parts or (parts[0] == "full" and len(parts) == 2):
        return ""
    if (len(parts) > 2 and parts[-2:] == ["sub", "committee"]) or parts[-2:] == ["sub", "group"]:
        return " ".join(parts[-2:]).replace(" ", "-")
    if "of" in parts or "for" in parts:
        at = min(parts.index(w) for w in ("of", "for") if w in parts)
        if at:
            if parts[at - 1] == "borough":
                return "council"
            if parts[at - 1] in {"department", "ministry", "board", "university", "commission", "office", "council"}:
                return parts[at - 1]
    return parts[-1]
