"""Undertakings told in minutes: `X agreed to …`, `X would …`, `… will be done by X`, `the Clerk was asked to …`.

Invariant: an undertaking stands in a clause of its own; what somebody said, hoped or foresaw is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .bearers import agent
from .clauses import is_verb
from .sought import Sought

_NAME = r"(?:[Tt]he\s+(?:(?:parish|town|deputy)\s+)?(?:clerk|chair(?:man|person)?|secretary|treasurer|headteacher|chief\s+executive)\b|[A-Z][\w'.-]*|the|The)(?:\s+(?:and\s+|&\s+|of\s+|for\s+|the\s+)*[A-Z][\w'.-]*){0,6}"
_PROMISES = re.compile(
    rf"(?P<who>{_NAME}|She|He|They|she|he|they)\s+(?P<how>(?:also\s+|then\s+|has\s+|kindly\s+)*"
    r"(?:agreed|undertook|undertaken|offered|volunteered|promised|committed)\s+(?:to\s+(?=[a-z])|(?:that\s+)?(?:he|she|they)\s+(?:would|will)\s+)"
    r"|(?:would\s+also|will\s+also|would|will|is\s+to|are\s+to)\s+(?:then\s+)?(?=[a-z]))"
)
_ASKED = Sought(
    re.compile(
        rf"(?P<who>{_NAME})\s+(?:was|were|has\s+been)\s+(?:also\s+)?(?:asked|requested|instructed|tasked)\s+(?:to|with)\s+(?P<verb>[a-z-]+)\b"
        rf"|\b(?:asked|requested|instructed|tasked)\s+(?P<whom>{_NAME})\s+to\s+(?P<act>[a-z-]+)\b"
        r"|(?:^|(?<=[.;]\s))(?P<post>Clerk|Secretary|Treasurer|Chair(?:man)?)\s+(?:asked|requested|instructed)\s+to\s+(?P<task>[a-z-]+)\b"
    ),
    "asked",
    "requested",
    "instructed",
    "tasked",
)
_PASSIVE = re.compile(r"\b(?:will|would)\s+be\s+(?:\w+ly\s+)?\w+(?:ed|en|t)\s+(?=.{0,60}?\bby\s)")
_FORECAST = re.compile(
    r"(?:be|have|need|not|probably|continue|remain|become|mean|coincide|also\s+be|like|take\s+place|depend|affect|happen|see(?!\s+(?:that|to)\b)|want|struggle|benefit|lose|gain|receive|prefer|find|expect|wish)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:if|that|which|when|whether|where|said|felt|explained|hoped|suggested|asked|as|of|the|at|in|on|by|for|to|how|what|why|who)\s*$"
)
_CLAUSE = re.compile(r"(?:^|[,;.]|\s[-–]|\band)\s*$")
_ONLY_ASKED = frozenset(
    {
        "comment",
        "explain",
        "clarify",
        "confirm",
        "note",
        "declare",
        "introduce",
        "leave",
        "indicate",
        "vote",
        "speak",
        "describe",
        "outline",
        "say",
        "read",
        "consider",
        "approve",
    }
)
_DETERMINERS = frozenset(
    {"the", "a", "an", "its", "his", "her", "their", "this", "that", "these", "those", "all", "be", "it", "proceed"}
)


@dataclass(frozen=True, slots=True)
class Undertaking:
    """`sentence[start:end]`, whose it is; whether he `promised` it in so many words; whether it is a `duty` too."""

    start: int
    end: int
    who: str
    promised: bool
    duty: bool = False


def undertakings(sentence: str) -> Iterator[Undertaking]:
    """The undertakings that a sentence of minutes may tell of, in order; who can undertake is for the caller to say."""
    for found in _PROMISES.finditer(sentence):
        rest = sentence[found.end() :]
        verb = re.split(r"[^\w-]", rest, maxsplit=1)[0]
        promised = bool(re.search(r"agreed|undert|offered|volunteered|promised|committed", found["how"]))
        if (
            _FORECAST.match(rest)
            or not verb
            or (verb != "see" and not is_verb(verb) and (not promised or verb in _DETERMINERS))
        ):
            continue
        lead = sentence[: found.start()]
        if re.match(r"(?:If|When|Where|Once|Unless|While|Should|That|This|There)\b", found["who"]):
            continue
        if not promised and (_REPORTED.search(lead) or (lead.strip() and not _CLAUSE.search(lead))):
            continue
        to = bool(re.match(r"\s*(?:is|are)\s+to", found["how"]))
        yield Undertaking(found.start(), len(sentence), found["who"].strip(), promised or to, to)
    for found in _ASKED.finditer(sentence):
        act = found["verb"] or found["act"] or found["task"]
        if act in _ONLY_ASKED or not is_verb(act):
            continue
        who = found["who"] or found["whom"] or found["post"]
        yield Undertaking(0 if found["whom"] else found.start(), len(sentence), who, promised=False, duty=True)
    for found in _PASSIVE.finditer(sentence):
        by = agent(sentence[found.end() :])
        if by and not re.match(r"(?:This|That|It|These|There)\b", sentence):
            who = sentence[found.end() + by[0] : found.end() + by[1]]
            yield Undertaking(0, found.end() + by[1], who, promised=False)
