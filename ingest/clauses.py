"""Clauses of duty: the verbs of a predicate, each with its object, and by when, from when and how often.

Invariant: everything handed out is a span of the clean text, or a value that the words of one clause give.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from .dates import find_dates
from .frequency import find_frequencies
from .words import words


@dataclass(frozen=True, slots=True)
class Slots:
    """What a clause says beside its action."""

    deadline: str | None = None
    from_: str | None = None
    frequency: str | None = None


_ADVERB = r"(?:(?:also|then|further|jointly|both|always|only|not|regularly|promptly|publicly|formally|annually)\s+)?"
_MODAL = r"(?:will|must|shall|is\s+to|are\s+to|would)"
_NOUNISH = frozenset(
    [
        "report",
        "review",
        "work",
        "plan",
        "support",
        "challenge",
        "progress",
        "test",
        "update",
        "audit",
        "account",
        "design",
        "order",
        "record",
        "request",
        "research",
        "survey",
        "visit",
        "use",
        "share",
        "set",
        "list",
        "issue",
        "help",
        "check",
        "lead",
        "release",
        "direct",
        "contact",
        "brief",
        "chair",
        "question",
        "delegate",
        "present",
        "address",
        "release",
        "transfer",
        "return",
        "track",
        "vote",
        "answer",
    ]
)
"""Verbs that are nouns as well: after `and` they are read as verbs only with an object or a preposition of their own."""
_OWN_OBJECT = re.compile(
    r"[\w-]+\s+(?:the|an?|its|their|any|all|each|every|that|on|to|with|for|by|at|back|progress|quarterly|annually|monthly|"
    r"regularly|directly|such|them|it|these|those|whether|how|in\s+writing)\b"
)


_NO_OBJECT = re.compile(r"\b(?:to|not|by)$|^(?:also\s+)?[\w-]+\s+(?:up|out|over|on|off|back|in|down|away)$")
"""A verb that lacks its object yet: what follows `and` shares it (`draw up and agree the plan`)."""


@lru_cache(maxsize=1)
def _joint() -> re.Pattern[str]:
    """What stands between one duty and the next in a predicate: `, and`, `; and will`, `and to`."""
    known = "|".join(sorted((re.escape(v) for v in words("duty_verbs")), key=len, reverse=True))
    return re.compile(
        r"(?:,\s*(?:and\s+)?|;\s*(?:and\s+)?|\s+and\s+(?:then\s+|also\s+|afterwards\s+)?|,?\s+as\s+well\s+as\s+)"
        rf"(?P<m>(?:also\s+)?(?:{_MODAL}\s+(?:also\s+)?|to\s+))?(?={_ADVERB}(?P<v>{known})\s)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _gerund_joint() -> re.Pattern[str]:
    return re.compile(
        r"(?:,\s*(?:and\s+)?|\s+and\s+|\s+(?:-\s+)?as\s+well\s+as\s+)(?=(?P<v>[a-z-]{2,20}ing)\s+(?!of\b)[a-z])"
    )


def is_verb(word: str) -> bool:
    """Whether a word is the base form of a verb of duty."""
    return word.casefold() in words("duty_verbs")


@lru_cache(maxsize=1)
def _gerunds() -> Mapping[str, str]:
    """Each verb of duty in -ing with its base form; where two have one, the first of the list that is spelt out in it."""
    out: dict[str, str] = {}
    for verb in sorted(words("duty_verbs")):
        out[f"{verb[:-1]}ing" if verb.endswith("e") else f"{verb}{verb[-1]}ing"] = verb
    return {**out, **{f"{verb}ing": verb for verb in sorted(words("duty_verbs"))}}


def is_gerund(word: str) -> bool:
    """Whether a word is a verb of duty in -ing."""
    return word.casefold() in _gerunds()


def base_of(word: str) -> str | None:
    """The base form of a verb of duty that is given in it or in -ing; None for another word."""
    low = word.casefold()
    return low if is_verb(low) else _gerunds().get(low)


def verbs(text: str) -> list[tuple[int, int]]:
    """Spans of the duties that a predicate holds: one a verb with an object of its own.

    `text` begins with the verb, in its base form or in -ing. Verbs that share an object (`review and update the code`)
    stay together.
    """
    first = re.match(r"[\w-]+", text)
    if first and is_gerund(first[0]):
        spans = _split(text, _gerund_joint(), gerunds=True)
        return [(a + x, a + y) for a, b in spans for x, y in _split(text[a:b], _joint(), gerunds=False)]
    return _split(text, _joint(), gerunds=False)


_PASSES_ON = re.compile(
    r"(?:circulate|send|submit|return|share|forward|distribute|issue|present|pass|publish|bring|feed)\w*\s+(?:to|by|with|via|among|amongst|on|in|round)\s",
    re.IGNORECASE,
)
"""A verb whose object is that of the verb before it (`draft the plan and circulate to members`)."""


def _aims(text: str) -> bool:
    """Whether a predicate holds a purpose (`to debate issues`) that a verb after a bare `and` would go on with."""
    return any(is_verb(m[1]) for m in re.finditer(r"\sto\s+([a-z-]+)\b", text))


def _split(text: str, joint: re.Pattern[str], *, gerunds: bool) -> list[tuple[int, int]]:
    spans, start = [], 0
    for found in joint.finditer(text):
        left, right = text[start : found.start()], text[found.end() :]
        if len(left.split()) < 2 or _only_verbs(left) or left.count("(") != left.count(")") or _NO_OBJECT.search(left):
            continue
        if gerunds:
            if not is_gerund(found["v"]) or _NOUN_HERE.match(right) or is_gerund(left.split()[-1]):
                continue
        elif found["m"] and found["m"].split()[-1] == "to" and (_aims(left) or is_gerund(text.split(maxsplit=1)[0])):
            continue
        elif found["v"].casefold() == "have" and not re.match(r"have\s+(?:due\s+)?regard", right, re.IGNORECASE):
            continue
        elif not found["m"] and (re.match(r"\S+\s+(?:and|or)\b", right) or _PASSES_ON.match(right)):
            continue
        elif not found["m"] and found["v"].casefold() in _NOUNISH and not _OWN_OBJECT.match(right):
            continue
        if not gerunds and not found["m"] and "," not in found[0] and ";" not in found[0] and _aims(left):
            continue
        spans.append((start, found.start()))
        start = found.end()
    spans.append((start, len(text)))
    return spans


_NOUN_HERE = re.compile(r"\S+\s+(?:can|is|are|will|may|has|have|shall|should|must)\b")
"""A word in -ing that is the subject of what follows (`and learning can take place`)."""


def _only_verbs(text: str) -> bool:
    """Whether a text is verbs alone, whose object is still to come (`review, adopt`)."""
    return all(is_verb(word) or is_gerund(word) for word in re.findall(r"[\w-]+", text) if word not in {"and", "or"})


_BY = re.compile(
    r"\b(?:by|no\s+later\s+than|not\s+later\s+than|on\s+or\s+before|before|due(?:\s+(?:on|by))?|until)\s+(?:(?:close\s+of\s+(?:business|play)|noon|midnight|\d{1,2}(?:[.:]\d\d)?\s*[ap]\.?m\.?)\s+(?:on\s+)?)?(?:the\s+)?$",
    re.IGNORECASE,
)
_RECURS = re.compile(
    r"\s*,?\s*(?:of\s+each\b|each\b|in\s+(?:each|every|any)\b|every\b|of\s+every\b|before\s+the\s+(?:start|beginning)\b|preceding\b|following\b|(?:in|of)\s+the\s+(?:following|preceding|previous|next)\b|after\s+the\s+end\b|annually\b)[^,;.]*",
    re.IGNORECASE,
)
"""What makes a day without a year one that comes back: `31 January before the start of that year`."""
_ASIDE = re.compile(r"\([^()]{25,}\)")
_WORDS = re.compile(
    r"\b(?:(?:with)?in\s+the\s+first\s+\w+\s+(?:days?|weeks?|months?|years?)(?:\s+of\s+(?:the\s+|these\s+|this\s+)?[\w' ]+?(?=\s+to\s|[,;.]|$))?|(?:at\s+least\s+|no\s+(?:later|less)\s+than\s+|not\s+(?:later|less)\s+than\s+)?(?:\d+|one|two|three|four|five|six|seven|eight|ten|fourteen|twenty-one|twenty-eight)\s+(?:clear\s+|working\s+|calendar\s+|school\s+|full\s+)*(?:days?|weeks?|months?)\s+(?:before|prior\s+to|in\s+advance(?:\s+of)?|after|ahead\s+of|following)(?:\s+(?:the|a|an|each|any|every)\b[^,;.]*?)?(?=$|[,;.]|\s+(?:to|and|serve|give)\s)|at\s+(?:its|the|their)\s+(?:earliest\s+(?:opportunity|convenience)|(?:first|next|annual)\s+meeting(?:\s+(?:in|after|of|following)\s+[^,;.]+)?)|before\s+submission\s+[^,;.]+|within\s+(?:\w+\s+){0,2}?(?:\d+|a|one|two|three|four|five|six|seven|eight|ten|twelve|fourteen|fifteen|twenty|twenty-one|twenty-eight|thirty)\s+(?:clear\s+|working\s+|calendar\s+|school\s+|business\s+)*(?:days?|weeks?|months?|years?|hours?)(?:\s+(?:of|after|from|following)\s+[^,;.]+)?"
    r"|by\s+\d{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?!\s+\d)(?:\s+(?:each|every)\s+year)?|as\s+early\s+as\s+(?:possible|practicable)|before\s+the\s+\w+\s+(?:is|are)\s+\w+(?:ed|et|en)\b|as\s+soon\s+as\s+(?:reasonably\s+)?(?:possible|practicable)(?:\s+after\s+[^,;.]+)?|asap|immediately|without\s+delay|in\s+good\s+time|in\s+time\s+for\s+[^,;.]+|before\s+(?:the\s+|each\s+|every\s+|any\s+|its\s+)(?:[\w-]+\s+){0,3}?(?:meetings?|end|start|conclusion|close|beginning|hearing|elections?|debate|decision|publication|date|day|week|month|year|term|session|deadline|completion|event|vote|implementation)\b[^,;.]*?(?=$|[,;.]|\s+to\s)|by\s+(?:the\s+)?(?:end\s+of|start\s+of|next|beginning\s+of|summer|autumn|spring|winter|easter|christmas)[^,;.]*|at\s+least\s+\w+\s+(?:clear\s+|working\s+)*(?:days?|weeks?)\s+(?:before|prior\s+to)\s+[^,;.]+|\w+\s+(?:clear|working)\s+days\s+before\s+[^,;.]+|once\s+\w+\s+results\s+[^,;.]+|prior\s+to\s+(?:the\s+|each\s+|every\s+|any\s+)[^,;.]+)",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:from|with\s+effect\s+from|starting|commencing|beginning)\s+(?:on\s+|in\s+)?(?:the\s+)?$", re.IGNORECASE
)


def slots(text: str, near: str | None = None) -> Slots:
    """Deadline, beginning and frequency that a clause gives."""
    deadline = start = None
    yearly: bool | None = None
    for mention in find_dates(text, near=near):
        before = text[: mention.start]
        if by := _BY.search(before):
            if not re.search(r"\d{4}|'\d\d", text[mention.start : mention.end]):
                yearly = any(f.iso == "P1Y" for f in find_frequencies(text)) if yearly is None else yearly
                recurs = _RECURS.match(text, mention.end)
                if recurs or yearly:
                    deadline = deadline or text[by.start() : recurs.end() if recurs else mention.end].strip()
                    continue
            deadline = deadline or mention.iso
        elif _FROM.search(before):
            start = start or mention.iso
        elif re.search(r"\(\s*(?:end\s+of\s+)?$", before) and re.search(r"\bwithin\b", before):
            deadline = deadline or mention.iso
        elif re.search(r"\bby\s+(?:the\s+)?end\s+of\s+$", before, re.IGNORECASE):
            deadline = deadline or mention.iso
    if deadline is None and (said := _WORDS.search(_ASIDE.sub("", text))):
        deadline = " ".join(said[0].split())
    frequency = next((f.iso for f in find_frequencies(text)), None)
    return Slots(deadline, start, frequency)
