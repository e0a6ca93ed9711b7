"""The table of a document's names: each full name with its kind, each short form with what it stands for.

Invariant: an alias leads to a name that is no alias itself; names keep the order of their first mention.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .context import Head
from .document import Document
from .names_enrolled import enrolled_initials
from .names_forms import only, same_address, same_person
from .names_grammar import Found, Kind
from .names_people import Printed, parts
from .names_phrases import body_end, paper_end, role_end
from .names_short import Short, introduced
from .names_tokens import Tokens, key_of, tokens_of
from .names_usage import used
from .people import Entry
from .words import entries, table


class Table:
    """Full names, short forms and people of a document."""

    def __init__(
        self,
        document: Document,
        head: Head,
        tokens: Sequence[Tokens],
        raw: Sequence[Sequence[Found]],
        people: Sequence[Printed],
        entries: Sequence[Entry] = (),
    ) -> None:
        self.document, self.head = document, head
        self._tokens, self._raw = tokens, raw
        self.names: dict[str, int] = {}
        self.kinds: dict[str, Kind] = {}
        self.spelling: dict[str, str] = {}
        self.aliases: dict[str, str] = {}
        self.shorts: list[Short] = []
        self.people: tuple[str, ...] = ()
        self._known: dict[str, list[tuple[tuple[str, ...], Kind]]] = {}
        self._collect()
        self._introduced()
        self._people(people)
        for short in enrolled_initials(document, entries):
            self.add(short)
        for short in used(self, tokens, document):
            self.add(short)
        self._settle()

    # -- reading -------------------------------------------------------------------------------------------------

    def kind(self, phrase: str) -> Kind | None:
        """What a phrase names."""
        key = key_of(phrase)
        seen = self.kinds.get(key)
        if seen:
            return seen
        if key in self.aliases:
            return self.kinds.get(key_of(self.aliases[key]))
        tokens = tokens_of(phrase.strip())
        if not len(tokens.words):
            return None
        ends: list[tuple[int, Kind]] = []
        for at in range(len(tokens.words)):
            for end, kind in (
                (role_end(tokens, at), "post"),
                (body_end(tokens, at), "body"),
                (paper_end(tokens, at), "plan"),
            ):
                if end:
                    ends.append((end, kind))  # type: ignore[arg-type]  # the three kinds are literals of Kind
        posts = [end for end, kind in ends if kind == "post"]
        if posts and (posts[0] == len(tokens.words) or tokens.lower[posts[0]] in {"of", "for", ",", "to"}):
            return "post"
        return next((kind for end, kind in ends if end == len(tokens.words)), ends[0][1] if ends else None)

    def known_at(self, tokens: Tokens, at: int) -> tuple[int, Kind] | None:
        """Where the longest known name or short form that begins at token `at` ends, and its kind."""
        if not (tokens.words[at][0].isupper() or tokens.words[at][0].isdigit()):
            return None
        for phrase, kind in self._known.get(tokens.lower[at], ()):
            if tokens.has(at, phrase) and tokens.words[at + len(phrase) - 1][0].isupper() | (len(phrase) > 1):
                return at + len(phrase), kind
        return None

    # -- making --------------------------------------------------------------------------------------------------

    def text(self, block: int, found: Found) -> str:
        """A find as printed."""
        tokens = self._tokens[block]
        return self.document.blocks[block].clean[tokens.starts[found.start] : tokens.stops[found.end - 1]]

    def _collect(self) -> None:
        """All names longer than a single noun, by first mention; a name all in capitals gives way to a printed one."""
        generic = table("body_generics")
        for national in entries("national_bodies"):
            self.kinds[key_of(national)] = "body"
        for index, finds in enumerate(self._raw):
            for found in finds:
                name = self.text(index, found)
                key = key_of(name)
                if not key or (found.kind == "body" and key in generic):
                    continue
                self.kinds.setdefault(key, found.kind)
                if found.kind != "person":
                    self.names.setdefault(name, index)
        shouted = {key_of(name): name for name in self.names if name.isupper()}
        for name in list(self.names):
            other = shouted.get(key_of(name))
            if other and other != name:
                self.names[name] = min(self.names[name], self.names.pop(other, self.names[name]))
        self.names = dict(sorted(self.names.items(), key=lambda item: item[1]))
        for name in self.names:
            self.spelling.setdefault(key_of(name), name)

    def _introduced(self) -> None:
        for block in self.document.blocks:
            for short in introduced(block, self._tokens[block.index], self._raw[block.index]):
                key = key_of(short.alias)
                if not key or key == key_of(short.name):
                    continue
                if short.rule != "untold":
                    self.add(short)
                elif self._acts(short):
                    self.add(short._replace(rule="brackets"))

    def _acts(self, short: Short) -> bool:
        """Whether initials of a thing that no grammar knows stand more than once where a body acts: HBS must."""
        acts = re.compile(
            rf"\b{re.escape(short.alias)} (?:will|shall|must|may|has|have|is|are|was|should|would|can|and|or|to|officials|staff|board)\b"
        )
        return sum(len(acts.findall(block.clean)) for block in self.document.blocks) > 1

    def add(self, short: Short) -> None:
        """Take up a short form, unless the same one stands for something already."""
        key = short.alias.lower() if short.alias.startswith("A ") and short.kind == "person" else key_of(short.alias)
        if key in self.aliases:
            return
        self.aliases[key] = short.name
        self.kinds.setdefault(key_of(short.name), short.kind)
        self.shorts.append(short)

    def _people(self, people: Sequence[Printed]) -> None:
        """Full names, and of the others whose they are: initials, surname alone, short first name."""
        first: dict[str, Printed] = {}
        for person in people:
            self.kinds.setdefault(key_of(person.name), "person")
            first.setdefault(person.name, person)
        full = [name for name in first if len(parts(name)) > 1 and len(parts(name)[0].rstrip(".")) > 1]
        known = {parts(name)[-1].lower() for name in full}
        full += [
            name for name in first if len(parts(name)) > 1 and name not in full and parts(name)[-1].lower() not in known
        ]
        groups: dict[str, list[str]] = {}
        for name in full:
            groups.setdefault(parts(name)[-1].lower(), []).append(name)
        canonical: dict[str, str] = {}
        for group in groups.values():
            for name in group:
                bare = " ".join(parts(name)).lower()
                twin = next((n for n in group if n in canonical and " ".join(parts(n)).lower() == bare), None)
                canonical[name] = canonical[twin] if twin else name
                if twin and canonical[twin].isupper() and not name.isupper():
                    canonical = {n: name if c == canonical[twin] else c for n, c in canonical.items()}
                    canonical[name] = name
        self.people = tuple(dict.fromkeys(canonical[name] for name in full))
        namesakes: dict[str, list[str]] = {}
        for name in self.people:
            for part in dict.fromkeys((parts(name)[-1].lower(), parts(name)[0].lower())):
                namesakes.setdefault(part, []).append(name)
        for name, person in first.items():
            own = canonical.get(name)
            near = namesakes.get(parts(name)[-1].lower(), [])
            if own is None:
                same = [n for n in near if same_person(name, n)]
                own = only(same) or only(n for n in same if same_address(name, n))
            elif own == name:
                longer = [n for n in near if n != name and same_person(name, n) and _shorter_first(name, n)]
                own = longer[0] if len(longer) == 1 else name
            if own is None and len(parts(name)) > 1:
                self.people = (*self.people, name)
            if own and own != name:
                self.add(Short(own, name, "person", person.block, person.start, person.end, "person"))

    def _settle(self) -> None:
        """Let every alias lead to a last name, and make known names findable by their first word."""
        for key, short_of in list(self.aliases.items()):
            seen, name = {key}, short_of
            while key_of(name) in self.aliases and key_of(name) not in seen:
                seen.add(key_of(name))
                name = self.aliases[key_of(name)]
            self.aliases[key] = name
        forms: dict[tuple[str, ...], Kind] = {}
        for short in self.shorts:
            forms.setdefault(tokens_of(short.alias).lower, short.kind)
        for person in self.people:
            forms.setdefault(tuple(w.lower() for w in parts(person)), "person")
        for name in self.names:
            forms.setdefault(tokens_of(name).lower, self.kinds[key_of(name)])
        for national in entries("national_bodies"):
            forms.setdefault(tokens_of(national).lower, "body")
        for form, kind in forms.items():
            if form:
                self._known.setdefault(form[0], []).append((form, kind))
        for group in self._known.values():
            group.sort(key=lambda item: (-len(item[0]), item[0]))


def _shorter_first(short: str, long: str) -> bool:
    """Whether the first name of `short` is a shorter one than that of `long`."""
    a, b = parts(short)[0].rstrip("."), parts(long)[0].rstrip(".")
    return len(a) < len(b)
