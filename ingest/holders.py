"""People with a post printed beside them, and sentences that give somebody a post.

Invariant: a `Held` points to the stretch of a block that shows it; person and role are printed there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .context import Context
from .document import Block
from .names import Mention
from .names_phrases import role_end
from .names_posts import Post, begins_post, posts_in
from .names_tokens import Tokens, key_of
from .seats import body_about
from .words import words

_MEETS = frozenset(
    {"chair", "chairman", "chairwoman", "chairperson", "chair person", "vice chair", "vice-chair", "vice chairman",
     "vice-chairman", "independent chair", "deputy chair", "clerk", "secretary", "treasurer", "convener", "convenor", "acting chair",
     "deputy clerk", "parish clerk", "town clerk"}
)  # fmt: skip
_BEHALF = re.compile(
    r"\b[Ss]igned\s+(?:for\s+and\s+)?on\s+behalf\s+of\s+(?:the\s+)?([A-Z][\w'& -]{1,80}?)\s*[:,-]?\s*$"
)
_TITLE = re.compile(
    r"(?:(?:Lord |Executive |Deputy )?Mayor|(?:Deputy |Assistant )?Chief Constable|(?:Lord )?Provost|High Sheriff)(?=\s)"
)
_VERBS = frozenset(
    {"who", "whom", "which", "was", "is", "were", "are", "has", "had", "have", "will", "would", "said", "to", "by", "presented",
     "gave", "explained", "outlined", "introduced", "reported", "noted", "asked"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A person and a post, and the stretch that shows it: `block.clean[start:end]`, on to `until.clean[:stop]`."""

    person: str
    role: str
    body: str | None
    past: bool
    block: Block
    start: int
    end: int
    rule: str
    until: Block | None = None
    stop: int = 0


def officer_of_meeting(role: str) -> bool:
    """Whether a post is an office of the body that meets, where nothing else is named."""
    return " ".join(role.lower().split()) in _MEETS


def known_body(context: Context, phrase: str) -> bool:
    """Whether a phrase is a name or short form of a body that the document gives."""
    key = key_of(phrase)
    kinds, aliases = context.names.table.kinds, context.names.table.aliases
    return kinds.get(key) == "body" or (key in aliases and kinds.get(key_of(aliases[key])) in {"body", "plan"})


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A block as it is read for posts: with its document's context and its own tokens."""

    context: Context
    block: Block
    tokens: Tokens

    @classmethod
    def of(cls, context: Context, block: Block) -> Passage:
        """The passage that a block is."""
        return cls(context, block, context.names.tokens(block))

    def token_at(self, place: int) -> int:
        """The first token that begins at or after a place of the clean text."""
        return bisect_left(self.tokens.starts, place)


def helds(passage: Passage, person: str, span: tuple[int, int], place: tuple[int, int], rule: str) -> Iterator[Held]:
    """A person's posts printed in the tokens of `span`; the evidence is `block.clean[start:end]`, `place` being both."""
    tokens, context = passage.tokens, passage.context
    for post in posts_in(tokens, *span, lambda phrase: known_body(context, phrase)):
        role, body = _read(passage, post, rule)
        stop = max(place[1], tokens.ends[post.end - 1])
        yield Held(person, role, body, post.past, passage.block, place[0], stop, rule)


def _read(passage: Passage, post: Post, rule: str) -> tuple[str, str | None]:
    """(role, body) of a post found in the tokens of a block's clean text."""
    text, tokens = passage.block.clean, passage.tokens
    role = text[tokens.starts[post.start] : tokens.ends[post.role - 1]].strip(" ,-(")
    role = re.sub(r"\s*\((?:in the chair|minutes|substitute[^)]*)\)$", "", role, flags=re.IGNORECASE)
    if role.count("(") < role.count(")"):
        role = role.rstrip(")")
    body: str | None = None
    if post.until > post.body:
        body = text[tokens.starts[post.body] : tokens.stops[post.until - 1]].strip()
    elif officer_of_meeting(role) and (label := _label(passage, tokens.starts[post.start])):
        body = label
    elif officer_of_meeting(role) and rule in {"roll", "label", "signature", "line"}:
        minutes = passage.context.head.kind == "minutes" and not passage.block.cell
        body = passage.context.head.body if minutes else body_about(passage.context, passage.block)
    return role, body


def _label(passage: Passage, place: int) -> str | None:
    """The body that is the label of the list a place is in (`Planning Committee: Cllrs Keel (Chair) and Orr`)."""
    text = passage.block.clean
    for mention in reversed(passage.context.names.mentions(passage.block)):
        if mention.kind == "body" and mention.end < place and text[mention.end : mention.end + 1] == ":":
            return None if ". " in text[mention.end : place] else mention.name
    return None


def beside(context: Context, block: Block) -> Iterator[Held]:
    """Posts printed right after a person's name in a block, and titles that are posts."""
    passage = Passage.of(context, block)
    people = [m for m in context.names.mentions(block) if m.kind == "person"]
    for place, person in enumerate(people):
        after = passage.token_at(person.end)
        limit = passage.token_at(people[place + 1].start) if place + 1 < len(people) else len(passage.tokens)
        name = block.clean[person.start : person.end]
        yield from _after(passage, name, person, after, limit)
        title = _TITLE.match(name)
        if title:
            yield Held(name, title[0], None, past=False, block=block, start=person.start, end=person.end, rule="title")


def _after(passage: Passage, name: str, person: Mention, at: int, limit: int) -> Iterator[Held]:
    """Posts after a name: `Name, Post`, `Name (Post)`, `Name - Post`, `Name Post`, and the line under the name."""
    tokens = passage.tokens
    if at >= len(tokens.words):
        return
    word = tokens.words[at]
    place = (person.start, person.end)
    if word == "(":
        at, end = at + 1, at + 1
        while end < len(tokens.words) and tokens.words[end] != ")":
            end += 1
        if begins_post(tokens, at, end) is not None:
            yield from helds(passage, name, (at, end), place, "brackets")
        return
    hard = tokens.starts[at] in tokens.hard
    if (
        hard
        and tokens.starts[at] in tokens.lines
        and passage.token_at(person.start) > 0
        and _in_row(passage, person.start)
    ):
        return
    rule = "line" if hard else "beside"
    first = at + (word in {",", "-", ":"})
    if word in {",", "-"} and first < len(tokens.words) and tokens.words[first] == "(":
        first += 1
    while first < limit and tokens.lower[first] in {"a", "an", "the", "our", "your"}:
        first += 1
    if first >= limit or (word not in {",", "-", ":"} and not hard and not tokens.caps[first]):
        return
    if first > at and tokens.lower[at] in {"a", "an", "our", "your"} and not hard:
        return
    if begins_post(tokens, first, limit) is None or tokens.words[first] == "chairs":
        return
    end = field_end(tokens, first, limit)
    if (
        hard
        and end + 1 < len(tokens.words)
        and tokens.lower[end] in {"to", "will", "shall"}
        and not tokens.caps[end + 1]
    ):
        if tokens.lower[end + 1] not in {"the", "a"}:
            return
    below = _body_below(passage, end) if hard else None
    behalf = _BEHALF.search(passage.block.clean[: person.start])
    for held in helds(passage, name, (first, end), place, rule):
        if behalf and not held.body:
            yield replace(held, body=passage.context.names.resolve(behalf[1], passage.block))
            continue
        yield replace(held, body=below[0], end=below[1]) if below and not held.body else held


def _in_row(passage: Passage, place: int) -> bool:
    """Whether a name stands in a column, something else before it on its line."""
    line = max((b for b in passage.block.text.breaks if b <= place), default=0)
    first = passage.token_at(place)
    return place > line and passage.tokens.starts[first] in passage.tokens.hard


def _body_below(passage: Passage, at: int) -> tuple[str, int] | None:
    """The body that is the whole of the line which begins at token `at`."""
    tokens = passage.tokens
    if at >= len(tokens.words) or tokens.starts[at] not in tokens.hard:
        return None
    for mention in passage.context.names.mentions(passage.block):
        if mention.kind == "body" and mention.start == tokens.starts[at]:
            after = passage.token_at(mention.end)
            if after == len(tokens.words) or tokens.starts[after] in tokens.hard:
                return mention.name, mention.end
    return None


def field_end(tokens: Tokens, first: int, limit: int) -> int:
    """Where the post that begins at token `first` and what belongs to it end."""
    end = first
    lower_run = 0
    depth = 0
    while end < limit:
        word, low = tokens.words[end], tokens.lower[end]
        if word == ")" and depth == 0:
            break
        depth += (word == "(") - (word == ")")
        if word in {";", ".", ":"} or (
            end > first and tokens.starts[end] in tokens.hard and not _continues(tokens, end)
        ):
            break
        if low in {"this", "that"} and end > first and tokens.lower[end - 1] == "of" and end + 1 < limit:
            return end + 2
        if word == "," and end + 1 < limit and not _names_on(tokens, end + 1):
            break
        if word == "(" and not (end + 1 < limit and tokens.caps[end + 1]):
            break
        role_to = low == "to" and end > first and role_end(tokens, end - 1)
        if (word[0].isdigit() and not _in_role(tokens, end)) or (low in _VERBS and not role_to):
            break
        plain = (
            word[0].isalpha()
            and not tokens.caps[end]
            and low not in {"of", "for", "and", "the", "at", "from", "with", "in", "on", "&", "to"}
        )
        lower_run = (
            lower_run + 1
            if plain
            and low not in words("portfolio_words")
            and low not in words("role_modifiers")
            and not role_end(tokens, end)
            else 0
        )
        if lower_run and not _in_role(tokens, end):
            break
        end += 1
    while end > first and (
        tokens.lower[end - 1] in {",", "-", "of", "for", "and", "the", "at", "from", "with", "in", "on", "&", "to", "("}
    ):
        end -= 1
    return end


def _names_on(tokens: Tokens, at: int) -> bool:
    """Whether what stands after a comma can go on with a post: a capital, a role, a portfolio."""
    low = tokens.lower[at]
    return bool(
        tokens.caps[at]
        or role_end(tokens, at)
        or low in words("portfolio_words")
        or low in words("role_modifiers")
        or low in {"and", "&"}
    )


def _in_role(tokens: Tokens, at: int) -> bool:
    """Whether a lower-case word belongs to a role head of several words (head of paid service, director of finance)."""
    return any(role_end(tokens, here) and (role_end(tokens, here) or 0) > at for here in range(max(0, at - 3), at + 1))


def _continues(tokens: Tokens, at: int) -> bool:
    """Whether a line goes on with the post of the line before: it opens a bracket, or the line before ended open."""
    return tokens.words[at] == "(" or tokens.lower[at - 1] in {"and", "&", "of", "for", ",", "the", "-"}
