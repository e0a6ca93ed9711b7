"""Passages that may show a duty done, for a check that must not call undone what a paper shows.

Invariant: told generously. A sentence of the past in most of the duty's words, a first report said to have been sent, or
a body that has met where the duty was to set it up, each silences a gap; none of them is taken for proof.
"""

from __future__ import annotations

import re

from ..duties import stems
from ..questions.asof import earliest, is_date
from ..questions.obligations import Duty
from ..questions.reading import Look
from .validity import texts

_PAST = re.compile(
    r"\b(?:was|were|has|have|had)\b|\b\w{3,}(?:ed|sent|met)\b|\bsubmitted\b|\bin\s+order\s+to\s+meet\b", re.IGNORECASE
)
_NOT_YET = re.compile(r"\b(?:must|shall|will|should|is\s+to|are\s+to|to\s+be|required\s+to)\b", re.IGNORECASE)
_SET_UP = re.compile(r"^(?:to\s+)?(?:set(?:ting)?\s+up|establish(?:ing)?|create|creating|constitute)\b", re.IGNORECASE)
_FIRST = re.compile(r"\bfirst\s+(report|submission|update|meeting|return|review)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:it|them|this|these)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;:!?])\s+|\n\s*\n")
_SMALL = 4
_ENOUGH = 0.7
_LEAD = 70


def shown(look: Look, duty: Duty, day: str) -> bool:
    """Whether a paper of the day or before, or an undated one, may show a duty done."""
    return _has_met(look, duty, day) or bool(signs(look, duty, day))


def _has_met(look: Look, duty: Duty, day: str) -> bool:
    """Whether a body that was to be set up has met by the day."""
    if not _SET_UP.match(duty.action):
        return False
    act = f" {' '.join(duty.action.casefold().split())} "
    for body in look.members("Body"):
        names = {look.ref(body).name, *look.texts(body, "skos:altLabel")}
        if any(f" {name.casefold()} " in act for name in names if len(name.split()) > 1):
            days = [look.text(meeting, "dcterms:date") for meeting in look.sources("meetingOf", body)]
            told = [date for term in look.sources("termOf", body) for date in look.texts(term, "met")]
            if any(date and is_date(date) and earliest(date) <= day for date in (*days, *told)):
                return True
    return False


def signs(look: Look, duty: Duty, day: str) -> list[str]:
    """Sentences of papers until a day, or undated ones, that tell of the past in most words of a duty."""
    said = duty.action
    if _PRONOUN.search(said) and duty.evidence:
        lead = re.split(r"[-:;().]\s", look.around(duty.evidence[0], _LEAD, 0)[0])[-1]
        said = f"{lead} {said}"
    parties = stems(" ".join(map(str, (duty.bearer, *duty.recipient))))
    said = re.sub(r"\b(?:by|before|until|from|every|each|on\s+an?)\s+[^,;]*$", "", said)
    wanted = {word for word in stems(said) if len(word) >= _SMALL and not word.isdigit()} - parties
    first = _FIRST.search(" ".join((duty.action, *(p.quote for p in duty.evidence))))
    own = {(p.document, " ".join(p.quote.split())) for p in duty.evidence}
    found = []
    for document, date, text in texts(look):
        if date and is_date(date) and earliest(date) > day:
            continue
        for sentence in _SENTENCE.split(text):
            told = " ".join(sentence.split())
            if not _PAST.search(told) or any(document == d and (q in told or told in q) for d, q in own):
                continue
            words = {word for word in stems(told) if len(word) >= _SMALL}
            like = len(wanted & words) >= max(2, _ENOUGH * len(wanted)) and not _NOT_YET.search(told)
            begun = first is not None and (m := _FIRST.search(told)) and m[1].casefold() == first[1].casefold() and parties & words and not _NOT_YET.search(told)  # fmt: skip
            if like or begun:
                found.append(told)
    return found
