"""What short and general names mean where they stand: in their document, then in their circle.

Invariant: a document's own word for a name holds in that document; what several documents of a circle introduce a short
form for is meant where a document does not say, if they all mean the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from ..facts import Alias, Meeting
from ..names import is_acronym, is_generic, key
from ..statements import Statement

_ORGANISATION = frozenset({"council", "authority", "trust", "school", "borough council", "commission", "company"})
_MINISTER = re.compile(r"(?:the\s+)?(?:Secretary\s+of\s+State|Minister)\s+(?:for|of)\s+(?:the\s+)?", re.IGNORECASE)


class Shorts:
    """The short forms of all circles; `circle` has the circle of each document."""

    def __init__(self) -> None:
        self.circle: dict[str, str] = {}
        self.minutes: dict[str, str] = {}
        """The body whose minutes a document is."""
        self._aliases: dict[tuple[str, str], str] = {}
        self._own: dict[tuple[str, str], str] = {}
        self._spelt: dict[tuple[str, str], str] = {}

    def learn(self, circle: str, said: Iterable[Statement]) -> None:
        """Take in what the statements of a circle say of short forms."""
        own: dict[str, set[str]] = defaultdict(set)
        spelt: dict[str, set[str]] = defaultdict(set)
        for s in said:
            if isinstance(s.fact, Meeting):
                self.minutes[s.document] = min(s.fact.body, self.minutes.get(s.document, s.fact.body))
            if isinstance(s.fact, Alias):
                short = key(s.fact.alias)
                self._aliases[(s.document, short)] = s.fact.name
                if short in _ORGANISATION:
                    own[short].add(s.fact.name)
                if not is_generic(s.fact.alias) and short != key(s.fact.name):
                    spelt[short].add(s.fact.name)
        for short, names in own.items():
            if len({key(n) for n in names}) == 1:
                self._own[(circle, short)] = min(names)
        self._spelt.update({(circle, short): min(names) for short, names in spelt.items()})

    def scope(self, document: str, collection: str = "") -> str:
        """Where a document's names are looked up: its circle, or its collection where nothing is known of it."""
        return self.circle.get(document, collection)

    def meant(self, name: str, document: str) -> str:
        """The name that a printed one stands for in a document."""
        scope = self.scope(document)
        short = key(name)
        return self.expanded(self._aliases.get((document, short)) or self._own.get((scope, short)) or name, document)

    def expanded(self, name: str, document: str, circle: str | None = None) -> str:
        """A minister's name with the ministry's short form written out (`Secretary of State for DCLG`)."""
        lead = _MINISTER.match(name)
        if not lead or not is_acronym(name[lead.end() :].strip()):
            return name
        short = key(name[lead.end() :])
        full = self._aliases.get((document, short)) or self._spelt.get((circle or self.scope(document), short))
        return f"{lead[0]}{full}" if full else name
