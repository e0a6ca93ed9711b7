"""Duties that something or somebody lays on another: `the Directions require the Council to …`, `puts X under a duty`.

Invariant: the one who is required stands between the verb and its `to`, and somebody is really required, not threatened
with an order or asked politely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .bearers import bare, bears
from .clauses import is_verb
from .sought import Sought

_OBLIGES = Sought(
    re.compile(
        r"\b(?P<v>requires?|required|requiring|directs?|directed|instructs?|instructed|commissioned|engaged|tasked|obliges?|"
        r"obliged|obliging|mandates?|mandated|compels?|compelled)\s+"
        r"(?P<who>(?:the\s+|each\s+|all\s+|every\s+|its\s+|any\s+)?(?:[A-Za-z][\w'/&-]*\s+){0,9}?[A-Za-z][\w'/&-]*"
        r"(?:,\s+(?:the\s+)?[A-Z][^,]{2,40},)?)\s+to\b"
        r"(?P<lead>\s*(?:undertake|do|carry\s+out)\s+the\s+following|\s+also|\s+jointly)?\s*(?P<colon>:?)\s*",
        re.IGNORECASE,
    ),
    "requir",
    "direct",
    "instruct",
    "commissioned",
    "engaged",
    "tasked",
    "oblig",
    "mandate",
    "compel",
)
_PUTS = Sought(
    re.compile(
        r"\b(?:puts?|places?|put|placed|imposes?\s+on|lays?\s+on)\s+(?P<who>(?:the\s+|each\s+|every\s+|all\s+)?[A-Za-z][\w' ]{2,50}?)\s+"
        r"(?:under\s+)?an?\s+(?:\w+\s+){0,2}(?:duty|obligation)\s+to\s+"
        r"|\b(?:imposes?|places?|lays?)\s+an?\s+(?:\w+\s+){0,2}(?:duty|obligation|requirement)\s+(?:up)?on\s+(?P<on>(?:the\s+|each\s+|every\s+|all\s+)?[A-Za-z][\w' ]{2,60}?)\s+to\s+"
    ),
    "put",
    "place",
    "impose",
    "lay",
)
_DUTY_OF = Sought(
    re.compile(
        r"\b[Ii]t\s+(?:is|shall\s+be|will\s+be)\s+the\s+(?:duty|responsibility|obligation)\s+of\s+(?P<who>(?:the\s+|each\s+|every\s+|all\s+)?[A-Za-z][^,.;:]{2,70}?)\s+to\s+"
    ),
    "duty",
    "responsibility",
    "obligation",
)
_THREAT = re.compile(r"\b(?:may|can|could|might|would|seek|order|injunction|not)\b[^,;]*$", re.IGNORECASE)
_NOT_WHO = re.compile(
    r"(?:not|a|an|action|that|to|only|by|in|for|from|it\s+is|this|changes?|work|time|members'|as|under|on|at)\b",
    re.IGNORECASE,
)
_HIRED = frozenset({"commissioned", "engaged", "instructed", "tasked"})
_CLAUSE = re.compile(r"[;:]\s|,\s+(?:and|while|whilst|but|so|which)\s|\b(?:that|while|whereas|because)\s")


@dataclass(frozen=True, slots=True)
class Imposed:
    """Spans in a sentence: where the passage begins, who is required, where what they are to do begins."""

    start: int
    who: str
    act: int
    listed: bool


def imposed(sentence: str) -> Iterator[Imposed]:
    """All that a sentence says somebody is required by another to do, in order."""
    for form in (_OBLIGES, _PUTS, _DUTY_OF):
        for found in form.finditer(sentence):
            groups = found.groupdict()
            who = (groups.get("who") or groups.get("on") or "").strip(" ,")
            verb = (groups.get("v") or "").casefold()
            lead = sentence[: found.start()]
            if (
                not who
                or _NOT_WHO.match(who)
                or re.search(r"\b(?:as|in)\s+\w+", who)
                or (verb and _THREAT.search(lead[-70:]))
            ):
                continue
            first = re.split(r",", who)[0]
            plain = bare(first)
            if not bears(plain) and not (verb in _HIRED and re.fullmatch(r"[A-Z][\w&'-]+(?:\s[A-Z][\w&'-]+)*", plain)):
                continue
            rest = re.match(r"(?:also\s+|jointly\s+|not\s+)?([\w-]+)", sentence[found.end() :])
            listed = bool(groups.get("colon")) or not sentence[found.end() :].strip(" :-")
            if not listed and (rest is None or not (is_verb(rest[1]) or re.match(r"[a-z]+$", rest[1]))):
                continue
            if not listed and rest and rest[1] in {"the", "a", "an", "its", "their", "any", "which", "be"}:
                continue
            begin = max((m.end() for m in _CLAUSE.finditer(lead)), default=0)
            start = begin if len(lead) - begin <= 90 else found.start()
            yield Imposed(start, first, found.end(), listed)
