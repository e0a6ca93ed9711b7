"""Sentences that give somebody a post: `X is the Chair of Y`, `chaired by X`, `X was appointed as Clerk`.

Invariant: what is only proposed, or will be, gives no post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .context import Context
from .document import Block
from .holders import Held, Passage, field_end, helds, officer_of_meeting
from .names import Mention
from .names_posts import begins_post
from .sought import Sought

_IS = re.compile(
    r"^(?:,?\s*who\s+)?\s*(?:\w+ly\s+)?(?:is|was|as|(?:has|had|have|will)\s+(?:now\s+)?be(?:en)?|were|becomes?|became|remains?|be(?=\s+(?:\w+ly\s+)?(?:re-?)?(?:appointed|elected|confirmed)))\s+(?:now\s+|currently\s+|also\s+|then\s+|duly\s+|unanimously\s+)*"
    r"(?:(?:re-?)?(?:appointed|elected|confirmed|nominated|named|selected|chosen|designated)\s+(?:unanimously\s+)?)?(?:as\s+|to\s+be\s+|to\s+(?:the\s+)?(?:post|office|role|position)\s+of\s+)?(?P<article>an?\s+|the\s+|our\s+|its\s+)?"
)
_LEFT = re.compile(
    r"^\s+(?:has\s+|had\s+)?(?:(?:recently|now|also)\s+)?(?:stepped\s+down|stood\s+down|resigned|retired)\s+(?:as|from\s+(?:the\s+(?:post|position|role|office)\s+of|his\s+post\s+as|her\s+post\s+as))\s+(?:the\s+|our\s+|its\s+)?"
)
_TOOK = re.compile(
    r"^\s+(?:has\s+|had\s+)?(?:took|taken|takes)\s+up\s+(?:(?:her|his|the|their)\s+)?(?:post|role|position|office|appointment)\s+as\s+(?:the\s+)?"
)
_AFTER_WHOM = re.compile(r"\b(?:succeed(?:ed|s|ing)|replac(?:ed|es|ing)|took\s+over\s+from)\s+$")
_WHOSE = re.compile(
    r"\bwhose\s+((?:independent\s+|lay\s+)?(?:[Cc]hair(?:man|woman|person)?|[Cc]hief\s+[Ee]xecutive|[Ll]eader))\s+is\s+$"
)
_AS = re.compile(r"\s*as\s+(?:the\s+)?")
_CHAIRS = re.compile(r"^,?\s+(?:who\s+)?(?:also\s+|currently\s+|now\s+)?chairs\s+(?:the\s+|its\s+)?")
_CHAIRED = re.compile(
    r"\b(?P<post>chaired|clerked)\s+(?:independently\s+|jointly\s+)?by\s*:?\s+(?:the\s+)?$", re.IGNORECASE
)
_IS_NAME = re.compile(r"^(?:[^.;:]{0,60}?\s)?(?:is|was)\s+(?:now\s+)?$")
_SHALL_BE = re.compile(r"^(?:[^.;:]{0,30}?\s)?(?:will|shall)\s+be\s+$")
_PRONOUN = Sought(re.compile(r"(?:^|[.;]\s+|\band\s+)(?:S?[Hh]e)\s(?=(?:is|was|has|had)\b)"), "he ")
_NEXT_TO = re.compile(
    r"(?:\s*\([^()]*\))?\s*,?\s*(?:(?:which|that)\s+(?:is|was|will\s+be)\s+|to\s+be\s+)?(?:(?:first\s+)?(?:established|set\s+up|formed|created|constituted)\s[^,;.]{0,60}?\band\s+)?(?:independently\s+|jointly\s+|now\s+|currently\s+)*"
)
"""What may stand between a body and the `chaired by` that is said of it."""
_DONE = {"chaired": "Chair", "clerked": "Clerk"}


def said(context: Context, block: Block) -> Iterator[Held]:
    """Sentences that give somebody a post: `X is the Chair of Y`, `chaired by X`, `X was appointed as Clerk`."""
    passage = Passage.of(context, block)
    mentions = context.names.mentions(block)
    for person in (m for m in mentions if m.kind == "person"):
        name = block.clean[person.start : person.end]
        ahead, behind = (
            block.clean[person.end : person.end + 160],
            block.clean[max(0, person.start - 90) : person.start],
        )
        office = next((m for m in mentions if m.kind == "post" and person.start - m.end == 1), None)
        lead = office.start if office else person.start
        before_office = block.clean[max(0, lead - 90) : lead]
        chaired = _CHAIRED.search(before_office)
        if chaired:
            body = _chaired_body(context, block, lead - len(before_office) + chaired.start())
            role = ("Independent " if "independently" in chaired[0].lower() else "") + _DONE[chaired["post"].lower()]
            yield Held(
                name,
                role,
                body,
                past=False,
                block=block,
                start=lead - len(before_office) + chaired.start(),
                end=person.end,
                rule="chaired-by",
            )
        copula = _TOOK.match(ahead) or _IS.match(ahead)
        if copula and _AFTER_WHOM.search(behind) and _AS.fullmatch(copula[0]):
            earlier = [m for m in mentions if m.kind == "person" and m.end < person.start]
            if earlier:
                heir = block.clean[earlier[-1].start : earlier[-1].end]
                yield from _predicate(passage, heir, earlier[-1], person.end + copula.end(), copula[0])
            continue
        if whose := _WHOSE.search(behind):
            bodies = [m for m in mentions if m.kind == "body" and m.end <= person.start]
            begin = person.start - len(behind) + whose.start(1)
            if bodies:
                yield Held(
                    name, whose[1], bodies[-1].name, past=False, block=block, start=begin, end=person.end, rule="whose"
                )
        if copula and copula.end():
            yield from _predicate(passage, name, person, person.end + copula.end(), copula[0])
        if chairs := _CHAIRS.match(ahead):
            at = person.end + chairs.end()
            if chaired_body := next((m for m in mentions if m.kind == "body" and m.start == at), None):
                yield Held(
                    name,
                    "Chair",
                    chaired_body.name,
                    past=False,
                    block=block,
                    start=person.start,
                    end=chaired_body.end,
                    rule="chairs",
                )
        if left := _LEFT.match(ahead):
            yield from _predicate(passage, name, person, person.end + left.end(), left[0])
        link = next(
            (m for m in reversed(mentions) if m.kind == "post" and m.end < person.start and person.start - m.end < 70),
            None,
        )
        if (
            link
            and (
                _IS_NAME.match(block.clean[link.end : person.start])
                or (context.head.kind != "minutes" and _SHALL_BE.match(block.clean[link.end : person.start]))
            )
            and not any(m.kind == "person" and link.end < m.start < person.start for m in mentions)
        ):
            span = (passage.token_at(link.start), passage.token_at(link.end))
            for held in helds(passage, name, span, (link.start, person.end), "is"):
                body = held.body or (
                    context.names.resolve("it", block)
                    if re.search(r"\b[Ii]ts\s+(?:new\s+)?$", block.clean[: link.start])
                    else None
                )
                yield Held(name, held.role, body, held.past, block, held.start, held.end, "is")


def again(context: Context, block: Block) -> Iterator[Held]:
    """Sentences whose `he` or `she` is the last person named before: `She was appointed as Clerk.`"""
    passage = Passage.of(context, block)
    people = [m for m in context.names.mentions(block) if m.kind == "person"]
    for match in _PRONOUN.finditer(block.clean):
        person = next((m for m in reversed(people) if m.end <= match.start()), None)
        copula = _IS.match(block.clean[match.end() - 1 :]) if person else None
        if person and copula:
            name = block.clean[person.start : person.end]
            begin = match.end() - 1 + copula.end()
            yield from _predicate(passage, name, replace(person, start=match.start()), begin, copula[0])


def _predicate(passage: Passage, name: str, person: Mention, start: int, link: str) -> Iterator[Held]:
    tokens = passage.tokens
    first = passage.token_at(start)
    mentions = passage.context.names.mentions(passage.block)
    after = next((m for m in mentions if m.kind == "person" and m.start > start), None)
    limit = passage.token_at(after.start) if after else len(tokens)
    if first >= len(tokens) or re.search(r"\b(?:will|would)\b", link):
        return
    head = begins_post(tokens, first, len(tokens), 6)
    if head is None:
        return
    end = field_end(tokens, first, limit)
    while end > first + 1 and tokens.lower[end - 1] in {",", "and", "&"}:
        end -= 1
    joint = _joint(passage, person) if _AS.fullmatch(link) else []
    for printed in helds(passage, name, (first, end), (person.start, person.end), "is"):
        held = replace(printed, role=_single(printed.role)) if joint else printed
        for other in joint:
            yield replace(held, person=passage.block.clean[other.start : other.end], role=held.role, start=other.start)
        body = held.body
        if body is None and officer_of_meeting(held.role) and re.search(r"elected|appointed", link):
            body = passage.context.head.body
        yield replace(held, body=body)


def _joint(passage: Passage, person: Mention) -> list[Mention]:
    """The people named just before somebody who share the post that follows (`A, B and C as Commissioners`)."""
    out: list[Mention] = []
    clean, at = passage.block.clean, person.start
    link = re.compile(r"\s*,?\s+and\s+")
    people = [m for m in passage.context.names.mentions(passage.block) if m.kind == "person" and m.end <= at]
    for other in reversed(people):
        if not link.fullmatch(clean[other.end : at]):
            break
        out.append(other)
        at, link = other.start, re.compile(r"\s*,\s*")
    return out


def _single(role: str) -> str:
    """A post of several people as that of one."""
    return re.sub(r"(?<=[a-z]{3})(?<!s)s$", "", role)


def _chaired_body(context: Context, block: Block, at: int) -> str | None:
    """The body that a `chaired by` speaks of: the last named before it in the block, else what the block is about."""
    before = [
        m
        for m in context.names.mentions(block)
        if m.kind == "body" and m.end <= at and not re.match(r"'s?\s", block.clean[m.end : m.end + 3])
    ]
    sentence = block.clean.rfind(". ", 0, at) + 1
    inside = [m for m in before if m.start >= sentence]
    if inside:
        return inside[-1 if _NEXT_TO.fullmatch(block.clean[inside[-1].end : at]) else 0].name
    if re.search(r"\b(?:It|This|which)\b", block.clean[sentence:at]) and before:
        told = block.clean.rfind(". ", 0, max(0, sentence - 2)) + 1
        return next((m.name for m in before if m.start >= told), before[-1].name)
    return context.head.body
