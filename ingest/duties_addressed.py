"""Duties of those whom a code or policy addresses: `You must …`, and imperatives (`Treat others with respect`).

Invariant: whom the paper addresses is said by its title or by what it says it applies to; else nothing is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .addressees import addressed
from .clauses import is_verb, verbs
from .context import Context
from .document import Block
from .duty import Duty
from .sentences import sentences

_AFTER = re.compile(r"(?:Do\s+not\s+|Never\s+|Always\s+|Please\s+)?(?P<v>[A-Za-z-]+)\s+(?=\S)")
_NOUNS = frozenset({"report", "review", "work", "plan", "support", "challenge", "progress", "conduct", "order", "record", "request", "audit", "account", "contact", "address", "vote", "help", "lead", "use", "schedule", "scope", "design", "copy", "file", "list", "notice", "chair", "brief", "post", "minute", "draft", "share", "sign", "source", "test", "form", "check"})  # fmt: skip
_OBJECT = re.compile(
    r"\S+\s+(?:the|an?|all|any|your|others?|each|every|colleagues|people|only|confidential|with|to|information|members|staff|it|them|when|that|no|up|down|in|on|from|interests?|gifts?)\b"
)


def imperatives(context: Context) -> Iterator[Duty]:
    """The imperatives of a code, as duties of those it addresses."""
    who = addressed(context)
    if not who:
        return
    for block in context.document.blocks:
        if block.kind == "heading":
            continue
        for start, end in sentences(block.clean):
            yield from _imperative(block, start, end, who)


def _imperative(block: Block, start: int, end: int, who: str) -> Iterator[Duty]:
    text = block.clean[start:end].rstrip(" .;")
    first = _AFTER.match(text)
    if not first or (not first["v"][:1].isupper() and first.start("v") == 0):
        return
    verb = first["v"].casefold()
    if not (is_verb(verb) or verb in {"treat", "keep", "respect", "bring", "behave", "act", "be"}) or text.endswith(
        (":", "?")
    ):
        return
    if len(text.split()) < 3 or (verb in _NOUNS and not _OBJECT.match(text[first.start("v") :])):
        return
    at = first.start("v")
    for place, (a, b) in enumerate(verbs(text[at:])):
        yield Duty(block, start + (at + a if place else 0), start + at + b, start + at + a, who, "imperative")
