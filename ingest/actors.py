"""Who a phrase names as somebody that can own a task: people by any short form, posts, bodies, people of a kind.

Invariant: a short form (first name, surname, initials) stands for a person only if one person of the document fits.
"""

from __future__ import annotations

import re

from .bearers import PRONOUNS, bare, bears
from .context import Context
from .document import Block
from .names_people import parts

_INITIALS = re.compile(r"[A-Z]{2,5}(?:(?:\s*[&/,+]\s*|\s+and\s+)[A-Z]{2,5})*")
_JOINT = re.compile(r"\s*(?:,|/|&|\band\b)\s*")


def person(context: Context, phrase: str, block: Block) -> str | None:
    """The full name of the person that a phrase means, if it means one."""
    plain = bare(phrase)
    for name in (plain, context.names.resolve(plain, block)):
        if context.names.kind(name) == "person":
            return name
    if re.fullmatch(r"[A-Z][\w'-]{2,}", plain):
        word = plain.casefold()
        fitting = [name for name in context.names.people() if word in {p.casefold() for p in parts(name)}]
        if len(fitting) == 1:
            return fitting[0]
    if re.fullmatch(r"[A-Z]{2,3}", plain):
        fitting = [name for name in context.names.people() if "".join(p[:1] for p in parts(name)).upper() == plain]
        if len(fitting) == 1:
            return fitting[0]
    return None


def somebody(context: Context, who: str, block: Block, *, attends: bool = False) -> bool:
    """Whether a phrase names somebody who can own a task; with `attends`, a person or post rather than a body."""
    plain = re.sub(r"\s*\([^()]*\)", "", who).strip(" .,:")
    if not plain or len(plain.split()) > 9:
        return False
    if _INITIALS.fullmatch(plain):
        return not attends or context.names.kind(context.names.resolve(plain, block)) != "body" or len(plain) < 3
    pieces = [bare(part) for part in _JOINT.split(plain) if part]
    if any(person(context, piece, block) for piece in pieces):
        return True
    kinds = {context.names.kind(piece) for piece in pieces} | {context.names.kind(bare(plain))}
    if "post" in kinds:
        return True
    if attends:
        return bears(plain) and "body" not in kinds and plain[:1].isupper() and not _body_word(plain)
    return "body" in kinds or bears(plain)


def _body_word(phrase: str) -> bool:
    """Whether a phrase ends with a noun of bodies rather than of people."""
    return bool(
        re.search(
            r"(?:council|authority|board|committee|group|panel|department|government|trust|agency|association|company|"
            r"team|service|school|organisation|partners|councils|members|residents|forum|society|club)$",
            phrase,
            re.IGNORECASE,
        )
    )


def owner(who: str) -> str:
    """An owner as printed, without article, title after a comma, or a remark in brackets."""
    who = re.split(r",\s+(?=(?:\w+\s+){0,3}(?:Director|Manager|Officer|Service|Executive|Head|Chair|Lead)\b)", who)[0]
    who = re.sub(r"\s*\([^()]*\)$", "", who)
    who = re.sub(r"\s+as\s+listed\s+\w+$", "", who)
    if "," in who and not re.search(r"\band\b|&|/|^[A-Z]{2,4}\s*,\s*[A-Z]{2,4}\b", who):
        who = who.split(",")[0]
    return re.sub(r"^(?:the|The)\s+", "", " ".join(who.split())).strip(" ,.:")


def meant(context: Context, who: str, block: Block) -> str:
    """Whom an owner means: a person in full where one fits, what a body is called in the document; else as printed."""
    if re.search(r"\band\b|[&/,]", who):
        return who
    return person(context, who, block) or context.names.resolve(who, block) or who


def before(context: Context, block: Block, at: int) -> str | None:
    """The person named last before a place in a block, or in the block before; else the post that is the last subject."""
    for other, stop in ((block, at), *(((context.document.blocks[block.index - 1], 10**9),) if block.index else ())):
        people = [m for m in context.names.mentions(other) if m.kind == "person" and m.end <= stop]
        if people:
            return people[-1].name
    subject = next(
        (
            m
            for m in reversed(context.names.mentions(block))
            if m.kind == "post" and m.end <= at and re.search(r"(?:^|[.;]\s+)(?:The\s+)?$", block.clean[: m.start])
        ),
        None,
    )
    return subject.name if subject else None


def pronoun(word: str) -> bool:
    """Whether a word is a personal pronoun."""
    return word.casefold() in PRONOUNS
