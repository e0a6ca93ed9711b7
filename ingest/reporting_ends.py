"""Who stands before and after the words of a line of reporting: its lower and its upper end.

Invariant: a name handed out is printed in the passage, or is what a generic word or pronoun of it means in the document.
"""

from __future__ import annotations

import re

from .bearers import bears, subject
from .context import Context
from .document import Block
from .duties import antecedent, carried
from .letters import writer
from .recipients import named, split_names

_MEETING = re.compile(
    r"^(?:the\s+)?(?:(?:next|each|every|following|first|a|subsequent)\s+)?(?:(?:available|ordinary|scheduled)\s+)*meetings?\s+of\s+(?=the\s|[A-Z])",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_ENDS = re.compile(r"^(?:The|the|Both|Each)\s+(?:the\s+)?|(?:\s+(?:will|shall|must|both|each|also|are))*\s*$")


def people(context: Context, phrase: str, block: Block) -> list[str]:
    """The bodies, posts and people of a list."""
    plain = _MEETING.sub("", phrase.strip())
    plain = re.sub(r"^(?:to\s+)?(?:the|its|their|all)\s+", "", plain, flags=re.IGNORECASE)
    plain = re.sub(r"^(?:next|each|every)\s+(.{3,60}?)\s+meetings?$", r"\1", plain)
    if not plain:
        return []
    if not re.search(r"\band\b|,", plain):
        return [named(context, plain, block)] if bears(plain) or context.names.kind(plain) else []
    parts = [
        re.sub(r"^(?:the|its|their|all)\s+", "", p.strip(), flags=re.IGNORECASE)
        for p in re.split(r",\s*(?:and\s+)?|\s+and\s+", plain)
    ]
    found = split_names(context, plain, block)
    if len(found) > 1:
        return found
    apart = plain[0].islower() or re.search(r"\band\s+(?:its|their)\b", plain) or not context.names.kind(plain)
    if apart and all(p and bears(p) for p in parts):
        return [named(context, p, block) for p in parts]
    return found if bears(plain) or context.names.kind(plain) else []


def recipients_after(context: Context, block: Block, start: int, end: int) -> list[str]:
    """The names that a passage beginning with `to`'s object lists."""
    text = block.clean[start:end]
    stop = re.search(
        r"\s+(?:on|about|every|each\s+(?:month|quarter|year|week)|twice|for|in|within|by|at|not|demonstrating|from|through|via|as|annually|monthly|quarterly|regularly|with|who|which|that|after|before|when|where|if|unless|once|following|during|and\s+(?:is|are|was|will|shall|must|has|have|may|(?!(?:services|members|governors|trustees|councillors|officers|directors|ministers|commissioners|partners)\b)[a-z]+s\s+(?:it|them|the|an?|its|their|monthly|quarterly)))\b|[.;(]",
        text,
    )
    phrase = text[: stop.start()] if stop else text
    if phrase.strip(" ,") == "me" and (who := writer(context)):
        return [who]
    return people(context, phrase.strip(" ,"), block)


def lower_ends(context: Context, block: Block, start: int, before: str, *, relative: bool = False) -> list[str]:
    """Who stands before a verb at `start + len(before)`: two joined by `and`, whom a relative pronoun takes up, or one."""
    if relative:
        at = start + len(before.rstrip(" ,"))
        near = [
            m for m in context.names.mentions(block) if m.kind in {"body", "post", "person"} and abs(m.end - at) < 2
        ]
        if near:
            return [near[-1].name]
    said = re.split(r"[.;]\s+", before)[-1]
    for joint in _AND.finditer(said):
        pair = [_ENDS.sub("", said[: joint.start()]), _ENDS.sub("", said[joint.end() :])]
        names = [context.names.resolve(part, block) for part in pair]
        if all(part[:1].isupper() for part in pair) and all(context.names.kind(n) in {"body", "post"} for n in names):
            return names
    one = lower_end(context, block, before)
    return [one] if one else []


def lower_end(context: Context, block: Block, before: str) -> str | None:
    """The subject that the words before a verb name; a generic one by the names of the document."""
    plain = re.sub(
        r"\s+(?:will|shall|must|would|to|now|also|is|are|should|in\s+future|attending\s+selective\s+meetings\s+and)+$",
        "",
        before.rstrip(),
    )
    plain = re.sub(r",\s+(?:which|who|that)\s+[^,]+,?\s*$", "", plain)
    inner = re.sub(r",\s+which\s+[^,]+,\s*", " ", plain + " ")
    span = subject(plain) or subject(inner.rstrip())
    if not span:
        return carried(context, block, block.clean.find(before), before) if re.search(r"\band\s*$", plain) else None
    phrase = re.sub(
        r"^(?:the|a|an|its|all)\s+",
        "",
        (plain if subject(plain) else inner)[span[0] : span[1]].strip(),
        flags=re.IGNORECASE,
    )
    if re.search(r"\b(?:meets|is\s+chaired|required|requires|circulate|submit)\b", phrase):
        return antecedent(context, block, block.clean.find(before)) if re.search(r"\bmeets\b", phrase) else None
    this = re.match(r"[Tt]his\s+(\w+)$", phrase)
    if this:
        at = block.clean.find(before) + len(before) - len(this[1])
        said = [
            m.name
            for m in context.names.mentions(block)
            if m.kind == "body" and m.end <= at and m.name.casefold().endswith(this[1].casefold())
        ]
        if said:
            return said[-1]
    if phrase.casefold() in {"it", "they", "he", "she", "we"}:
        resolved = context.names.resolve(phrase, block)
        return (
            resolved
            if resolved.casefold() not in {"it", "they", "he", "she", "we"}
            else antecedent(context, block, block.clean.find(before))
        )
    return context.names.resolve(phrase, block)


def stem_subject(context: Context, block: Block) -> str | None:
    """Whose the list is that a block is an item of: the subject of its stem, else the body named there."""
    at = block.stem
    while at is not None:
        stem = context.document.blocks[at]
        found = subject(re.split(r"\b(?:has|have|had|must|shall|will|is|are|was)\b", stem.clean)[0])
        if found:
            return context.names.resolve(
                re.sub(r"^(?:the)\s+", "", stem.clean[found[0] : found[1]], flags=re.IGNORECASE), stem
            )
        named = [m.name for m in context.names.mentions(stem) if m.kind == "body"]
        if named:
            return named[0]
        at = stem.stem
    return None
