"""Generic words and first names that a document uses for one thing or person alone.

Invariant: a generic word is taken only where, capitalised and with an article, it means the same name throughout the
document; a first name only where one person of the document bears it and it stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .context import Context
from .names_grammar import Kind
from .names_people import parts
from .names_short import Short
from .names_tokens import Tokens, key_of
from .own_title import own_instrument
from .roll_entries import roll_entries
from .words import entries, table, words

_ARTICLES = frozenset({"the", "this", "our", "that", "said"})
_AFTER = frozenset({"members", "member", "meeting", "meetings", "papers", "chair", "agenda", "secretariat"})
_PAPERS = ("plan_heads", "instrument_heads")
_NEVER = frozenset({"act", "acts", "direction", "directions", "bill", "measure", "review", "plans", "policies"})
_POSTS = ("secretary of state", "mayor", "police and crime commissioner", "minister")
_DOUBTFUL = frozenset(
    {"will", "mark", "may", "grant", "june", "april", "rose", "hope", "bill", "frank", "dean", "rich", "faith", "grace",
     "joy", "dawn", "max", "jack", "art", "heath", "guy", "miles", "rob", "sue", "pat", "ray", "jade", "ruby", "summer"}
)  # fmt: skip


def generic_words(context: Context) -> Iterator[Short]:
    """Capitalised generic words (the Board, the Panel, the Order) that always mean one name of the document."""
    generics = table("body_generics")
    papers = {e for vocabulary in _PAPERS for e in entries(vocabulary) if " " not in e} - _NEVER
    places: dict[str, list[tuple[int, int, int]]] = {}
    for block in context.document.blocks:
        tokens = context.names.tokens(block)
        if block.kind == "heading" and block.clean.isupper():
            continue
        for at, low in enumerate(tokens.lower):
            if (low in generics or low in papers) and _alone(tokens, at):
                places.setdefault(low, []).append((block.index, tokens.starts[at], tokens.stops[at]))
    for word, found in sorted(places.items(), key=lambda item: item[1][0]):
        if key_of(word) in context.names.aliases:
            continue
        if word in generics:
            meant = _bodies(context, word, found)
            kind: Kind = "body"
        else:
            meant, kind = _papers(context, word)
        if meant and key_of(meant) != f"full {word}" and key_of(meant) != word and key_of(meant).split() != [word]:
            index, start, end = found[0]
            text = context.document.blocks[index].clean[start:end]
            yield Short(meant, text, kind, index, start, end, "generic")


def generic_phrases(context: Context) -> Iterator[Short]:
    """Capitalised generic phrases (the Steering Group) that end the one longer name of the document that ends in them."""
    bodies = context.names.table
    for phrase in table("body_generics"):
        if " " not in phrase or phrase in context.names.aliases:
            continue
        ending = {
            context.names.aliases.get(key_of(name), name)
            for name in bodies.names
            if key_of(name).endswith(f" {phrase}") and bodies.kinds[key_of(name)] == "body"
        }
        if len({key_of(name) for name in ending}) != 1:
            continue
        called = re.compile(rf"\b[Tt]he ({phrase.title()})(?! [A-Z]| (?:of|for) )(?!\w)")
        for block in context.document.blocks:
            if found := called.search(block.clean):
                yield Short(min(ending), found[1], "body", block.index, *found.span(1), "generic")
                break


def posts(context: Context) -> Iterator[Short]:
    """Posts that go by their first words (the Secretary of State) where those always mean the same one."""
    for word in _POSTS:
        phrase = tuple(word.split())
        if word in context.names.aliases:
            continue
        found: list[tuple[int, int, int]] = []
        for block in context.document.blocks:
            tokens = context.names.tokens(block)
            if phrase[0] not in tokens.lower:
                continue
            for at, low in enumerate(tokens.lower):
                stop = at + len(phrase)
                if (
                    low == phrase[0]
                    and tokens.has(at, phrase)
                    and tokens.words[at][0].isupper()
                    and not block.clean.isupper()
                ):
                    after = tokens.lower[stop] if stop < len(tokens.words) and not tokens.possessive(stop - 1) else ""
                    if after not in {"for", "of"} and not (after and tokens.caps[stop] and tokens.near(stop)):
                        found.append((block.index, tokens.starts[at], tokens.stops[stop - 1]))
        meant = {context.names.resolve(word, context.document.blocks[block]) for block, _, _ in found}
        if found and len({key_of(name) for name in meant}) == 1 and key_of(min(meant)) != word:
            block_index, start, end = found[0]
            if len(context.names.generics.full_posts(word)) > 1:
                continue
            if word != "secretary of state" and context.names.table.names.get(min(meant), 0) > block_index:
                continue
            text = context.document.blocks[block_index].clean[start:end]
            yield Short(min(meant), text, "post", block_index, start, end, "generic")


def _alone(tokens: Tokens, at: int) -> bool:
    """Whether token `at` is a capitalised word that stands for a name by itself."""
    word = tokens.words[at]
    if not word[0].isupper() or (word.isupper() and len(word) > 1):
        return False
    after = at + 1
    if after < len(tokens.words) and tokens.near(after) and not tokens.possessive(at):
        resolved = tokens.words[after].isupper() and tokens.lower[after].endswith("ed")
        if tokens.words[after][0].isupper() and tokens.lower[after] not in _AFTER and not resolved:
            return False
        if tokens.lower[after] in {"of", "for"} and after + 1 < len(tokens.words) and tokens.caps[after + 1]:
            return False
        if tokens.words[after][0].isdigit():
            return False
    if at == 0:
        return after < len(tokens.words) and tokens.lower[after] in _AFTER and tokens.words[after][0].isupper()
    before = tokens.lower[at - 1]
    return before in _ARTICLES or (
        not tokens.caps[at - 1] and after < len(tokens.words) and tokens.lower[after] in _AFTER
    )


def _bodies(context: Context, word: str, found: list[tuple[int, int, int]]) -> str | None:
    """The one body that a generic word means at all its places."""
    meant = {context.names.generics.sure(word, context.document.blocks[block]) for block, _, _ in found}
    names = {name for name in meant if name}
    if None in meant or len({key_of(name) for name in names}) != 1:
        return None
    name = min(names)
    return context.names.aliases.get(key_of(name), name) if " " in name else None


def _papers(context: Context, word: str) -> tuple[str | None, Kind]:
    """The one plan, paper or instrument whose name ends in (or, going on with of, begins with) a generic word."""
    own = own_instrument(context.document)
    if own and own.casefold().rsplit(" ", 1)[0].endswith(word):
        return own, "instrument"
    table_ = context.names.table
    fits = [
        name
        for name in table_.names
        if table_.kinds.get(key_of(name)) in {"plan", "instrument"}
        and (re.fullmatch(rf".*\b{word}(?: \d{{4}})?", key_of(name)) or key_of(name).startswith(f"{word} of "))
        and key_of(name) != word
    ]
    generics = table("body_generics")
    names = {context.names.aliases.get(key_of(name), name) for name in fits}
    names = {name for name in names if not all(w in generics or w == word for w in key_of(name).split())}
    if len({key_of(name) for name in names}) != 1:
        return None, "plan"
    name = min(names)
    return name, table_.kinds.get(key_of(name), "plan")


def first_names(context: Context) -> Iterator[Short]:
    """First names that stand alone for the one person of the document (or of those present) who bears them."""
    present = _present(context)
    bearers: dict[str, set[str]] = {}
    for person in context.names.people():
        name = context.names.aliases.get(key_of(person), person)
        for form in {person, name}:
            if len(parts(form)) > 1:
                bearers.setdefault(parts(form)[0], set()).add(name)
    single: dict[str, str] = {}
    for first, who in bearers.items():
        here = sorted(name for name in who if " ".join(parts(name)).lower() in present)
        if len(first) > 1 and (len(who) == 1 or len(here) == 1):
            single[first] = here[0] if here else next(iter(who))
    seen: set[str] = set()
    for block in context.document.blocks:
        tokens = context.names.tokens(block)
        if not single.keys() & {
            w[: stop - start] for w, start, stop in zip(tokens.words, tokens.starts, tokens.stops, strict=True)
        }:
            continue
        people = [(m.start, m.end) for m in context.names.mentions(block) if m.kind == "person"]
        for at in range(len(tokens.words)):
            first = block.clean[tokens.starts[at] : tokens.stops[at]]
            if first not in single or first in seen or not _bare_first(tokens, at, people):
                continue
            seen.add(first)
            yield Short(single[first], first, "person", block.index, tokens.starts[at], tokens.stops[at], "first-name")


def _bare_first(tokens: Tokens, at: int, people: list[tuple[int, int]]) -> bool:
    """Whether a first name at token `at` stands alone, not inside a longer name and not as an ordinary word."""
    start, end = tokens.starts[at], tokens.ends[at]
    if any((s <= start and tokens.stops[at] < e) or s < start < e for s, e in people):
        return False
    if at + 1 < len(tokens.words) and tokens.near(at + 1) and tokens.caps[at + 1] and not tokens.possessive(at):
        return False
    if (
        at
        and tokens.near(at)
        and tokens.words[at - 1][0].isupper()
        and (tokens.caps[at - 1] or tokens.lower[at - 1] in words("honorifics"))
    ):
        return False
    opening = at == 0 or tokens.words[at - 1] in {".", ":", ";", "?", "!"}
    return not (tokens.lower[at] in _DOUBTFUL and (opening or end < 0))


def _present(context: Context) -> frozenset[str]:
    """The bare names of those whom the roll of the meeting has as present."""
    if context.head.kind != "minutes":
        return frozenset()
    found = roll_entries(context.document)
    return frozenset(" ".join(parts(e.person)).lower() for e in found if e.capacity != "apologies")
