"""A duty as the rules find it, and the small questions that all rules on duties ask.

Invariant: a duty is a passage of one block with one bearer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .addressees import addressed
from .bearers import PRONOUNS, bare, subject
from .context import Context
from .document import Block
from .sentences import sentences

LONGEST = 1200
"""Characters of the longest sentence that is read for duties: what runs on for longer is no prose."""


@dataclass(frozen=True, slots=True, eq=False)
class Duty:
    """A duty: the passage `block.clean[start:end]`, `action` where the act begins in it, whose it is, by which rule.

    `said` is the act in words, where it does not stand in one piece. `due` is a deadline that stands elsewhere.
    """

    block: Block
    start: int
    end: int
    action: int
    bearer: str
    rule: str
    mandated_by: str | None = None
    inferred: bool = False
    said: str | None = None
    due: str | None = None


def named(context: Context, phrase: str, block: Block, at: int = 10**9) -> str | None:
    """What a bearer's phrase means at place `at` of a block; None for a pronoun that stands for nobody known."""
    plain = bare(phrase)
    if plain.casefold() == "you":
        return addressed(context)
    if plain.casefold() in PRONOUNS:
        return _pronoun(context, plain.casefold(), block, at)
    plain = re.split(r",\s+(?=the\s|an?\s)", plain)[0]
    post, comma, holder = plain.partition(", ")
    if comma and context.names.kind(holder) == "person" and context.names.kind(post) == "post":
        plain = post
    return context.names.resolve(plain, block) or plain


def _pronoun(context: Context, word: str, block: Block, at: int) -> str | None:
    if word in {"he", "she"}:
        people = [
            m
            for other in (block, *context.document.blocks[max(0, block.index - 1) : block.index])
            for m in reversed(context.names.mentions(other))
            if m.kind == "person" and (other is not block or m.end <= at)
        ]
        return next((m.name for m in people), None) or antecedent(context, block, at)
    if word == "we":
        resolved = context.names.resolve(word, block)
        return resolved if resolved.casefold() not in PRONOUNS else None
    found = antecedent(context, block, at)
    if found:
        return found
    resolved = context.names.resolve(word, block)
    return resolved if resolved.casefold() not in PRONOUNS else None


_VERB = re.compile(r"\b(?:must|shall|will|would|is|are|was|were|has|have|had|may|can|should)\b")


def antecedent(context: Context, block: Block, at: int) -> str | None:
    """What a pronoun stands for: the subject of the clause or sentence before it, else the first name of that sentence."""
    for other in (block, *context.document.blocks[max(0, block.index - 1) : block.index]):
        if other.kind == "heading":
            break
        mentions = [m for m in context.names.mentions(other) if m.kind in {"body", "person", "post"}]
        for start, end in reversed(sentences(other.clean)):
            if other is block and start >= at:
                continue
            stop = min(end, at) if other is block else end
            for verb in _VERB.finditer(other.clean, start, stop):
                found = subject(other.clean[start : verb.start()])
                if not found:
                    continue
                plain = bare(other.clean[start + found[0] : start + found[1]])
                if plain.casefold() not in PRONOUNS:
                    return context.names.resolve(plain, other)
                break
            else:
                inside = [m.name for m in mentions if start <= m.start < stop]
                if inside:
                    return inside[-1 if other is block and at <= end else 0]
    return None


_NEXT = re.compile(
    r"(?:[,;]\s+(?:and|but|while|whilst|whereas|so)|;|\s+(?:and|but))\s+(?=(?:the|it|they|each|all|this|any|no|he|she|if|members|officers|section|[A-Z][a-z]+\s+(?:will|shall|must))\b)"
)
_DONE = re.compile(
    r",?\s+which\s+(?:will|shall|must)\s|,?\s+(?:and|but|which|although|though|so)\s+(?:the\s+)?[\w']+(?:\s[\w']+){0,4}?\s+(?:did|was|were|has|had|have)\b"
)


def ends(sentence: str, at: int) -> int:
    """Where the predicate that begins at `at` ends: before a coordinated clause with a subject of its own."""
    done = _DONE.search(sentence, at)
    stop = done.start() if done and done.start() > at + 8 else len(sentence)
    for cut in _NEXT.finditer(sentence, at, stop):
        verb = re.search(
            r"\b(?:must|shall|will|is|are|has|have|may|should|requires?)\b", sentence[cut.end() : cut.end() + 90]
        )
        if verb and subject(sentence[cut.end() : cut.end() + verb.start()]):
            return cut.start()
        if verb and (verb[0].startswith("requir") or (verb[0] in {"must", "shall", "will"} and verb.start() < 40)):
            return cut.start()
    return stop


def last_named(context: Context, block: Block, before: str, start: int) -> str | None:
    """Whose duty `its duty under …` is: the body or person named last before it."""
    near = [
        m
        for m in context.names.mentions(block)
        if m.kind in {"body", "post", "person"} and start <= m.start < start + len(before)
    ]
    if near:
        return near[-1].name
    generic = re.findall(r"\b[Tt]he\s+([A-Z][a-z]+)\b", before)
    return context.names.resolve(generic[-1], block) if generic else antecedent(context, block, start + len(before))


def carried(context: Context, block: Block, start: int, before: str) -> str | None:
    """The subject of the verb before, for one joined to it by `and` (`The Chair is elected yearly and shall …`)."""
    verb = re.search(r"\b(?:is|are|was|were|has|have|had|may|meets?|reports?|acts?|holds?|can|should)\b", before)
    span = subject(before[: verb.start()]) if verb else None
    return named(context, before[slice(*span)], block, start + span[0]) if span else None


def plain_case(name: str) -> str:
    """A name in capitals as a title; any other as it is."""
    return name.title() if name.isupper() else name


def article_at(before: str, at: int) -> int:
    """Where the article before a subject at place `at` begins, or the subject itself."""
    lead = re.search(r"(?:\b[Tt]he|\b[Aa]n?|\b[Ee]ach|\b[Aa]ll|\b[Ee]very|\b[Aa]ny)\s+$", before[:at])
    return lead.start() if lead else at
