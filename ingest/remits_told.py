"""Aims, roles and functions of a body told in prose: `The aims of the Board will be to …`, `The Panel will seek to …`.

Invariant: the body is the subject of the sentence or named in it, and what is told is no particular act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .bearers import bare, subject
from .context import Context
from .document import Block
from .duty import ends
from .remits_acts import base_of, is_act, is_open, parts
from .remits_scope import body_meant, chapter, governs
from .sentences import sentences
from .sought import Sought

_TOLD = re.compile(
    r"\b(?:[Tt]he\s+)?(?:(?:main|overall|key|primary|core|principal)\s+)?(?:aims?|role|purpose|remit|objectives?|objects|functions?)\s+of\s+(?P<body>(?:the\s+)?[A-Z][\w' &-]*?|this\s+\w+|the\s+[a-z-]+)(?:,[^,]{3,80},)?\s+(?:is|was|are|were|which\s+(?:is|was|are|were)|(?:will|shall)\s+be)\s*(?:\([a-z]+\)\s*)?to\s+(?!be\s+\w+ed\b)(?=[a-z])"
    r"|(?P<its>[A-Z][\w' &-]{3,60}?),?\s+(?:the|whose)\s+(?:purpose|role|aim|function)\s+(?:of\s+which\s+)?(?:is|will\s+be|shall\s+be)\s+to\s+(?=[a-z])"
    r"|\b(?:[Tt]he\s+)?(?P<own>[A-Z][\w' &-]{1,70}?)(?:'s)?\s+(?:(?:main|overall|key|primary|core|principal)\s+)?(?:role|purpose|aims?|remit|activities|objectives?|functions?|responsibilities|tasks)\s+(?:is|are|was|will\s+be)\s+to\s+(?!be\s+\w+ed\b)(?=[a-z])"
    r"|(?P<has>\b[A-Za-z][\w'-]*)\s+(?:also\s+)?(?:has|have)\s+an?\s+(?:[\w-]+\s+){0,2}(?:function|role|remit)\s+(?:to|in)\s+(?=[a-z])"
)
_AIM = Sought(
    re.compile(r"aim|role|purpose|remit|object|function|duty|duties|responsib|activit|task", re.IGNORECASE),
    "aim",
    "role",
    "purpose",
    "remit",
    "object",
    "function",
    "dut",
    "responsib",
    "activit",
    "task",
)
_NEXT = re.compile(r"[,;]\s*(?:and\s+)?(?:\([a-z]+\)\s*)?to\s+(?=[a-z])")
_MODAL = re.compile(
    r"\b(?P<m>will|would|shall|aims?\s+to|seeks?\s+to|exists?\s+to|is\s+to(?!\s+be\b)|is\s+responsible\s+for(?=\s+\w+ing\b)|(?:has|have)\s+overall\s+responsibility\s+for)\s+(?:also\s+|further\s+)?(?=[a-z])"
)
_STRONG = re.compile(
    r"(?:seek\s+to\s+(?!amend|meet|appoint|undertake)|focus\s+on|drive|oversee|monitor|champion|promote|advise\b|challenge|scrutinise|support\s+the\s+\w+'s|"
    r"provide\s+(?:oversight|strategic|advice|challenge|leadership|assurance|a\s+(?:strategic\s+)?(?:forum|focus)|scrutiny|direction))"
)
"""Tasks that are open-ended wherever terms of reference state them; others only in a chapter on aims or duties."""
_STAFF = re.compile(r"(?:unit|team|department|directorate|office|secretariat|service)$", re.IGNORECASE)
_PRESENT = re.compile(r"(?P<v>[a-z-]+s)(?:\s+together)?\s+(?=(?:[A-Za-z]))")
_IS_A = Sought(
    re.compile(
        r"\b(?:is|as)\s+an?\s+(?:[\w-]+\s+){0,4}(?:panel|board|committee|group|forum|commission|body|partnership|council|network)\s+(?:that|which)\s+(?=(?:advises|oversees|supports|promotes|monitors|scrutinises|represents|provides|co-?ordinates|brings|considers|champions|leads)\b)",
        re.IGNORECASE,
    ),
    " that ",
    " which ",
)


def told(context: Context, block: Block) -> Iterator[tuple[int, int, str]]:
    """(start, end, body) of each function that the sentences of a block tell of."""
    for start, end in sentences(block.clean):
        sentence = block.clean[start:end]
        stop = end - (1 if sentence[-1] in ".;:" else 0)
        found = _TOLD.search(sentence) if not sentence.endswith("following:") and _AIM.search(sentence) else None
        if found:
            first, who = found.start(), found["body"] or found["own"] or found["its"] or ""
            if found["its"] is not None:
                named = [
                    m.name
                    for m in context.names.mentions(block)
                    if m.kind == "body" and start <= m.start < start + found.end("its")
                ]
                first, who = found.end() - 3, named[-1] if named else ""
            if found["has"] is not None:
                span = subject(sentence[: found.end("has")])
                first, who = (span[0], sentence[slice(*span)]) if span else (0, "")
            body = body_meant(context, bare(who), block) if who and who[0].islower() else ""
            body = body or (context.names.resolve(bare(who), block) if who else "")
            if who and (found["has"] or context.names.kind(body) == "body" or context.head.body == body):
                yield from _parts(block, start + first, start + found.end(), stop, body, found[0])
            continue
        if len(sentence) < 13 or sentence.rstrip()[-1] in ":-" or not governs(context, block):
            continue
        where = chapter(context, block)
        if kind := _IS_A.search(sentence):
            who = context.names.resolve("it", block) if re.match(r"It\b", sentence) else context.head.body or ""
            if who and who.casefold() != "it":
                yield start + kind.end(), stop, who
        else:
            yield from _predicates(context, block, start, stop, where)


def _predicates(
    context: Context, block: Block, start: int, stop: int, where: str | None
) -> Iterator[tuple[int, int, str]]:
    """The open-ended tasks that a sentence gives to a body as its subject."""
    sentence = block.clean[start:stop]
    for verb in _MODAL.finditer(sentence):
        act = verb.end()
        rest = sentence[act:]
        if verb["m"] == "shall" and where != "remit":
            continue
        plain = verb["m"] in {"will", "would", "shall"}
        if verb["m"].startswith("is to") and not is_open(rest):
            continue
        aims = not plain and (
            verb["m"].startswith("ha") or base_of(rest.split()[0]) or (where == "remit" and not is_act(rest))
        )
        if not (aims or _STRONG.match(rest) or (where == "remit" and is_open(rest))):
            continue
        span = subject(_open_brackets(sentence[: verb.start()]))
        body = _whose(context, block, start, sentence, span) if span else None
        if span and body:
            lead = re.search(r"(?:[Tt]he|[Tt]his)\s+$", sentence[: span[0]])
            yield from _open(
                block, start + (lead.start() if lead else span[0]), start + act, start + ends(sentence, act), body
            )
        return
    if where == "other":
        return
    for present in _PRESENT.finditer(sentence[:160]):
        if not base_of(present["v"]) and present["v"] not in {"brings", "exists"}:
            continue
        span = subject(_open_brackets(sentence[: present.start()]))
        body = _whose(context, block, start, sentence, span) if span else None
        if (
            body
            and not _STAFF.search(body)
            and span
            and span[0] <= 12
            and span[1] >= len(_open_brackets(sentence[: present.start()]).rstrip())
        ):
            yield from _open(block, start + present.start(), start + present.start(), stop, body)
        return


def _whose(context: Context, block: Block, start: int, sentence: str, span: tuple[int, int]) -> str | None:
    """The body that a subject means, or that it begins with (`the Committee of the X Standard`)."""
    if body := body_meant(context, bare(sentence[slice(*span)]), block):
        return body
    named = (m.name for m in context.names.mentions(block) if m.kind == "body" and m.start == start + span[0])
    return next(named, None)


def _open_brackets(before: str) -> str:
    """The words before a verb with what stands in brackets blanked out."""
    return re.sub(r"\([^()]*\)", lambda m: " " * len(m[0]), before) if "(" in before else before


def _open(block: Block, first: int, act: int, stop: int, body: str) -> Iterator[tuple[int, int, str]]:
    """The open-ended parts of a predicate, the first from its subject on."""
    for place, (a, b, acts) in enumerate(parts(block.clean[act:stop])):
        if not acts:
            yield first if not place else act + a, act + b, body


def _parts(block: Block, first: int, act: int, stop: int, body: str, said: str) -> Iterator[tuple[int, int, str]]:
    """A told aim as one, or as its parts where a sentence in the present or future lists several (`to …, to … and to …`)."""
    cuts = [] if re.search(r"\bwas|were\b", said) else list(_NEXT.finditer(block.clean, act, stop))
    starts = [first if not cuts else act - 3, *[m.end() - 3 for m in cuts]]
    for a, b in zip(starts, [*[m.start() for m in cuts], stop], strict=True):
        yield a, b, body
