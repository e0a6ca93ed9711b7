"""The names of one document: what is named where, what kind of thing it is, and what short and generic forms mean.

Built once a document. Invariant: mentions of a block stand in order and do not overlap; every name given is printed in
the document; the same phrase at the same block always means the same. Linear in the length of the document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .context import Head
from .document import Block, Document
from .names_generic import Generics
from .names_grammar import Found, Kind, name_at, within
from .names_instruments import instruments
from .names_people import Printed, printed
from .names_phrases import role_end
from .names_short import Short
from .names_table import Table
from .names_tokens import Tokens, hard_breaks, key_of, tokens_of, wrap_width
from .roll_entries import roll_entries


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a block: `clean[start:end]`, and the name that the document gives for it."""

    kind: Kind
    start: int
    end: int
    name: str


class Names:
    """The names of a document; made by `Names.build`."""

    def __init__(self, document: Document, head: Head) -> None:
        self.document = document
        self.head = head
        width = wrap_width(document.lines)
        self._tokens: list[Tokens] = [
            tokens_of(
                b.clean,
                hard_breaks(b.text, document.text, 0 if b.cell else max(width, 1)),
                frozenset(b.text.breaks[1:]),
            )
            for b in document.blocks
        ]
        enrolled = roll_entries(document) if head.kind == "minutes" else ()
        self.printed: list[Printed] = printed(document, self._tokens, enrolled)
        self._people_at: dict[int, list[Printed]] = {}
        for person in self.printed:
            self._people_at.setdefault(person.block, []).append(person)
        self._raw: list[list[Found]] = [self._scan(block) for block in document.blocks]
        named = [[*finds, *within(tokens, finds)] for tokens, finds in zip(self._tokens, self._raw, strict=True)]
        self.table = Table(document, head, self._tokens, named, self.printed, enrolled)
        self._mentions: dict[int, tuple[Mention, ...]] = {}
        self.generics = Generics(document, head, self.table, named, self._tokens)

    @classmethod
    def build(cls, document: Document, head: Head) -> Names:
        """The names of a document whose head has been read."""
        return cls(document, head)

    def tokens(self, block: Block) -> Tokens:
        """The tokens of a block's clean text."""
        return self._tokens[block.index]

    @property
    def shorts(self) -> Sequence[Short]:
        """The short forms that the document introduces or uses, in order of first place."""
        return self.table.shorts

    @property
    def aliases(self) -> Mapping[str, str]:
        """What each short form of the document stands for, by its key."""
        return self.table.aliases

    def people(self) -> tuple[str, ...]:
        """Everybody named in full, in order of first mention, each once."""
        return self.table.people

    def bodies(self) -> tuple[str, ...]:
        """Every body named by a name of its own, in order of first mention, each once."""
        return tuple(name for name in self.table.names if self.table.kinds[key_of(name)] == "body")

    def kind(self, phrase: str) -> Kind | None:
        """What a phrase names: a person, post, body, plan or instrument; None if that cannot be told."""
        return self.table.kind(phrase)

    def mentions(self, block: Block) -> Sequence[Mention]:
        """The people, posts, bodies, plans and instruments named in a block."""
        if block.index not in self._mentions:
            self._mentions[block.index] = tuple(self._find(block))
        return self._mentions[block.index]

    def resolve(self, phrase: str, block: Block) -> str:
        """What a name or generic phrase means at a block: the name the document gives, else the phrase, no article."""
        return self.generics.resolve(phrase, block)

    def _scan(self, block: Block) -> list[Found]:
        """What the grammar alone finds in a block, in order; people as they are known from the lists."""
        tokens = self._tokens[block.index]
        people = {p.start: p for p in self._people_at.get(block.index, ())}
        acts = {found.start: found for found in instruments(tokens)}
        out: list[Found] = []
        at = 0
        while at < len(tokens.words):
            found: Found | None = acts.get(at)
            if found is None and tokens.starts[at] in people:
                stop = people[tokens.starts[at]].end
                end = at + 1
                while end < len(tokens.words) and tokens.starts[end] < stop:
                    end += 1
                found = Found("person", at, end)
            if found is None and (
                tokens.opens[at] or (tokens.words[at][0].isupper() and (role_end(tokens, at) or 0) > at + 1)
            ):
                found = name_at(tokens, at)
            if found is None:
                at += 1
                continue
            if (
                tokens.lower[found.start] == "majesty"
                and found.start
                and tokens.lower[found.start - 1] in {"her", "his"}
            ):
                found = found._replace(start=found.start - 1)
            cut = next((start for start in acts if found.start < start < found.end), None)
            if cut is not None:
                at += 1
                continue
            if found.kind != "person":
                found = _short_of(tokens, found, people)
            out.append(found)
            at = found.end
        return out

    def _find(self, block: Block) -> list[Mention]:
        """The grammar's finds and the known names of the document in a block, the longer one where they meet."""
        tokens = self._tokens[block.index]
        raw = {found.start: found for found in self._raw[block.index]}
        out: list[Mention] = []
        at = 0
        while at < len(tokens.words):
            one = raw.get(at)
            known = self.table.known_at(tokens, at)
            if known and (one is None or known[0] > one.end):
                kind, end = known[1], known[0]
            elif one is not None:
                kind, end = one.kind, one.end
            else:
                at += 1
                continue
            start, stop = tokens.starts[at], tokens.stops[end - 1]
            text = block.clean[start:stop]
            out.append(Mention(kind, start, stop, self.generics.resolve(text, block)))
            at = end
        return out


def _short_of(tokens: Tokens, found: Found, people: Mapping[int, Printed]) -> Found:
    """A find cut off before a person who is named inside it, connectors at its end left out."""
    inside = next((i for i in range(found.start + 1, found.end) if tokens.starts[i] in people), None)
    if inside is None:
        return found
    end = inside
    while end > found.start + 1 and not tokens.caps[end - 1]:
        end -= 1
    return found._replace(end=end, head=min(found.head, end))
