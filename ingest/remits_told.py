"""Aims, roles and functions of a body told in prose: `The aims of the Board will be to …`, `The Panel will seek to …`.

Invariant: the body is the subject of the sentence or named in it, and what is told is no particular act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .bearers import bare, subject
from .context import Context
from .document import Block
from .instruments import in_terms
from .sentences import sentences

_TOLD = re.compile(
    r"\b(?:[Tt]he\s+)?(?:(?:main|overall|key|primary|core|principal)\s+)?(?:aims?|role|purpose|remit|objectives?|functions?)\s+of\s+(?P<body>the\s+[A-Z][\w' &-]*?|this\s+\w+)\s+(?:is|was|are|were|which\s+(?:is|was|are|were)|(?:will|shall)\s+be)\s*(?:\([a-z]+\)\s*)?to\s+(?!be\s+\w+ed\b)(?=[a-z])"
    r"|\b(?:[Tt]he\s+)?(?P<own>[A-Z][\w' &-]{1,70}?)(?:'s)?\s+(?:(?:main|overall|key|primary|core|principal)\s+)?(?:role|purpose|aim|remit)\s+(?:is|was|will\s+be)\s+to\s+(?!be\s+\w+ed\b)(?=[a-z])"
    r"|(?P<has>\b[A-Za-z][\w'-]*)\s+(?:has|have)\s+an?\s+(?:[\w-]+\s+){0,2}(?:function|role|remit)\s+to\s+(?=[a-z])"
)
_AIM = re.compile(r"aim|role|purpose|remit|objective|function|duty|duties|responsib", re.IGNORECASE)
_NEXT = re.compile(r"[,;]\s*(?:and\s+)?(?:\([a-z]+\)\s*)?to\s+(?=[a-z])")
_OPEN = re.compile(
    r"\b(?:will|would|shall|aims?\s+to|seeks?\s+to|exists?\s+to)\s+(?:also\s+|further\s+)?(?:seek\s+to\s+(?!amend|meet|appoint|undertake)|focus\s+on|drive|oversee|monitor|champion|promote|advise\b|challenge|support\s+the\s+\w+'s|"
    r"provide\s+(?:oversight|strategic|advice|challenge|leadership|assurance|a\s+forum|a\s+focus|scrutiny|direction))"
)
_IS_A = re.compile(
    r"\b(?:is|as)\s+an?\s+(?:[\w-]+\s+){0,4}(?:panel|board|committee|group|forum|commission|body|partnership|council|network)\s+(?:that|which)\s+(?=(?:advises|oversees|supports|promotes|monitors|scrutinises|represents|provides|co-?ordinates|brings|considers|champions|leads)\b)",
    re.IGNORECASE,
)


def told(context: Context, block: Block) -> Iterator[tuple[int, int, str]]:
    """(start, end, body) of each function that the sentences of a block tell of."""
    for start, end in sentences(block.clean):
        sentence = block.clean[start:end]
        stop = end - (1 if sentence[-1] in ".;:" else 0)
        found = _TOLD.search(sentence) if _AIM.search(sentence) else None
        if found:
            first, who = found.start(), found["body"] or found["own"] or ""
            if found["has"] is not None:
                span = subject(sentence[: found.end("has")])
                first, who = (span[0], sentence[slice(*span)]) if span else (0, "")
            body = context.names.resolve(bare(who), block) if who else ""
            if who and (found["has"] or context.names.kind(body) == "body" or context.head.body == body):
                yield from _parts(block, start + first, start + found.end(), stop, body, found[0])
            continue
        if block.kind == "heading" or not (context.head.kind == "terms" or in_terms(context, block)):
            continue
        if len(sentence) > 12 and sentence.rstrip()[-1] not in ":-" and (verb := _OPEN.search(sentence)):
            span = subject(sentence[: verb.start()])
            who = _named(context, bare(sentence[slice(*span)]), block) if span else ""
            if span and (context.names.kind(who) == "body" or who == context.head.body):
                lead = re.search(r"(?:[Tt]he|[Tt]his)\s+$", sentence[: span[0]])
                yield start + (lead.start() if lead else span[0]), stop, who
        elif kind := _IS_A.search(sentence):
            who = context.names.resolve("it", block) if re.match(r"It\b", sentence) else context.head.body or ""
            if who and who.casefold() != "it":
                yield start + kind.end(), stop, who


def _named(context: Context, phrase: str, block: Block) -> str:
    """The body that a phrase means; `advisory group`, all in lower case, is the one that its noun means."""
    if phrase == phrase.lower() and " " in phrase:
        noun = phrase.rsplit(maxsplit=1)[-1]
        meant = context.names.resolve(f"the {noun}", block)
        return meant if meant.casefold() != noun else context.head.body or phrase
    return context.names.resolve(phrase, block)


def _parts(block: Block, first: int, act: int, stop: int, body: str, said: str) -> Iterator[tuple[int, int, str]]:
    """A told aim as one, or as its parts where a sentence in the present or future lists several (`to …, to … and to …`)."""
    cuts = [] if re.search(r"\bwas|were\b", said) else list(_NEXT.finditer(block.clean, act, stop))
    starts = [first if not cuts else act - 3, *[m.end() - 3 for m in cuts]]
    for a, b in zip(starts, [*[m.start() for m in cuts], stop], strict=True):
        yield a, b, body
