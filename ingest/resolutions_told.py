"""Sentences of minutes that tell of a decision: `It was agreed that …`, `The minutes were approved`, `Proposed by …`.

Invariant: what was decided elsewhere, an opinion that all share, and what is hoped or put off is no decision here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from .sentences import sentences

_AGREED = re.compile(
    r"\bit\s+was\s+(?:also\s+|further\s+|then\s+|unanimously\s+|therefore\s+)*(?:agreed|resolved|decided|RESOLVED|AGREED|noted\s+and\s+agreed)(?:\s+unanimously|\s+by\s+(?:the\s+)?[\w-]+(?:\s+[\w-]+)?(?=\s+(?:that|to)\s))?\s+(?P<that>(?:that|to)\s|(?=[a-z][a-z ]{2,60}\b(?:will|would|should|be)\b))"
    r"|^(?:the\s+)?(?:board|committee|council|panel|cabinet|governors|members|trustees|group|forum|partnership)\s[^.;]{5,160}?\b(?:and|but)\s+(?:unanimously\s+)?(?:agreed|resolved)\s+(?:that|to)\b"
    r"|\b(?:the\s+)?(?P<who>board|committee|council|panel|cabinet|governors|members|meeting|trustees|group|forum|councillors|sub-committee|sub-group|subgroup|commission|authority|executive|partnership|directors|assembly|trust|federation|task\s+force|working\s+party|governing\s+(?:body|board)|(?-i:[A-Z]{3,6}))\s+(?:(?:does\s+not\s+accept\s+this\s+position,\s+and|all|unanimously|therefore|then|also|formally|also\s+formally|members)\s+)*(?P<verb>agreed|resolved|decided|approved|endorsed|adopted|ratified|accepted|AGREED|RESOLVED|APPROVED)\b(?!\s+(?:with|by))",
    re.IGNORECASE,
)
_APPROVED = re.compile(
    r"\b(?:minutes|accounts|report|budget|policy|notes|terms\s+of\s+reference|recommendation|proposal)\b(?:[^.;]|\.(?=\d)){0,160}?\b(?:were|was|be)\s+(?:\w+\s+){0,3}(?:approved|agreed|signed|accepted|adopted|confirmed|ratified|received\s+and\s+(?:approved|adopted))\b|\bapproved\s+(?:&|and)\s+signed\b|\bsigned\s+as\s+(?:a\s+)?(?:true|correct)|\b(?:all\s+approved|\W+approved)\.?$",
    re.IGNORECASE,
)
_ELECTED = re.compile(
    r"\b(?:was|were|is)\s+(?:duly\s+|unanimously\s+|therefore\s+|again\s+|then\s+)*(?:re-?)?(?:appointed|elected|co-opted)\b(?!\s+by\s+the\s+Secretary)",
    re.IGNORECASE,
)
_PASSED = re.compile(
    r"\bminutes\b(?:[^.;:]|\.(?=\d)){0,120}?\b(?:agreed|approved|accepted|signed|confirmed|adopted|ratified)\b"
    r"|\bapologies\b[^.;]{0,80}?\b(?:accepted|sanctioned|approved|consented)\b"
    r"|\brecommendations?\b[^.;]{0,120}?\b(?:agreed|approved|accepted)\.?$"
    r"|\b(?:polic(?:y|ies)|plans?|strateg(?:y|ies)|payments?|accounts|invoices|recommendations?|proposals?|motion|precept|appointment|amendments?|applications?|quotations?|returns?|statements?|schedule)\b[^.;]{0,100}?\b(?:were|was|be)\s+(?:\w+ly\s+|then\s+|all\s+)*(?:approved|agreed|ratified|adopted|accepted|endorsed|carried|passed)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\bminutes\s+are\s+(?:published|draft|subject|unconfirmed)\b|\bhas\s+(?:now\s+|since\s+)?been\b|\b(?:before|until|once|if|when|after|suggested|asked|hoped|whether|should)\b[^.]{0,120}\b(?:was|were|be)\s+(?:\w+\s+)?(?:approved|agreed|adopted|accepted|appointed|elected|ratified)\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(r"\b(?:proposed|moved)\b(?!\s+(?:development|works?|scheme))", re.IGNORECASE)
_CARRIED = re.compile(
    r"\b(?:carried|all\s+in\s+favour|agreed\s+unanimously|unanimously\s+agreed|motion\s+(?:was\s+)?passed)\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\s*(?:that\s+)?(?!(?:[^.;]{0,80}\b(?:minutes|notes|record|report|accounts)\b))(?:(?!would|should|will|shall|must|be|to|may|not\b)[\w'£%/-]+[, ]+){1,9}?(?:was|were|had|could|placed|needed|remained|felt|represented|provided|showed)\b(?!\s+(?:\w+ly\s+)?(?:approved|agreed|accepted|appointed|elected|adopted|authorised|delegated|amended))"
)
_WILLED = re.compile(r"\band\s+that\b[^.;]*\b(?:would|will|should|shall|be)\b")
_SECONDED = re.compile(
    r"\b(?:propos|mov|nominat)(?:ed|er|al)\b[^.;]{0,160}?\bsecond(?:ed|er)\b(?![^.]*\b(?:defeated|lost|withdrawn|fell|not\s+carried|amendment)\b)",
    re.IGNORECASE,
)
_MOVERS = re.compile(r"\W*(?:It\s+was\s+)?(?:proposed|moved|proposer)\b", re.IGNORECASE)
_RESOLVED = re.compile(
    r"(?:It\s+was\s+)?(?:RESOLVED|Resolved|AGREED|DECIDED)\s*[:.–-]*\s+(?=(?:that|to|That|To)\s+[a-zA-Z])"
)
_DECIDED_BELOW = re.compile(
    r"\b(?:agreed|resolved|carried|approved|elected|in\s+favour|defeated|lost|withdrawn|voted|put\s+to\s+the\s+vote)\b",
    re.IGNORECASE,
)
_STEM_END = re.compile(
    r"\b(?:agreed|resolved|decided|approved)(?:\s+(?:that|to|unanimously))?\s*[:.–-]*$", re.IGNORECASE
)
_OF_MINUTES = re.compile(
    r"^\W*(?:the\s+)?(?:draft\s+)?minutes\s+(?:of|from)\s+(?:the\s+)?(?:last|previous)\b", re.IGNORECASE
)
_STEMS = (
    "agreed", "resolved", "decided", "approved", "endorsed", "adopted", "ratified", "accepted", "signed", "confirmed",
    "received", "sanctioned", "consented", "carried", "passed", "appointed", "elected", "co-opted", "favour", "proposed", "moved",
)  # fmt: skip
_NOT_HERE = re.compile(
    r"\b(?:previously|last\s+meeting|had\s+(?:been\s+)?(?:agreed|approved|resolved)|by\s+council\s+assembly|earlier|at\s+(?:the|its|a|our)\s+(?:last|recent|previous|earlier|first)\b|at\s+(?:the|its|a)\s+(?!next\b)[\w ]{0,30}meeting\s+(?:on(?!\s+behalf)|of|in)|would\s+be\s+(?:agreed|approved)|to\s+be\s+(?:agreed|approved))\b",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """`clean[start:end]` tells of a decision; `opens` says that it may be the stem of a list."""

    start: int
    end: int
    kind: Literal["agreed", "approved", "resolved"]
    opens: bool


def decisions_told(clean: str) -> Iterator[Told]:
    """The decisions that the sentences of a text tell of, in order."""
    proposed: int | None = None
    for start, end in sentences(clean):
        sentence = clean[start:end]
        low = sentence.casefold()
        if not any(stem in low for stem in _STEMS):
            proposed = None
            continue
        if resolved := _RESOLVED.match(sentence):
            yield Told(start + resolved.end(), end, "resolved", opens=False)
            continue
        elsewhere = bool(_NOT_HERE.search(sentence)) and not _OF_MINUTES.search(sentence)
        if elsewhere and not re.search(r"\bminutes\b", sentence, re.IGNORECASE):
            continue
        agreed = _AGREED.search(sentence)
        if agreed and _OPINION.match(sentence, agreed.end()) and not _WILLED.search(sentence, agreed.end()):
            agreed = None
        if agreed and not re.search(r"\b(?:not\s+(?:been\s+)?agreed|noted\s+that)\b", sentence[: agreed.start() + 12]):
            yield Told(start, end, "agreed", sentence.rstrip().endswith(":") or bool(_STEM_END.search(sentence)))
        elif _APPROVED.search(sentence) or _PASSED.search(sentence) or _ELECTED.search(sentence):
            if not elsewhere and not _ASIDE.search(sentence) and end - start < 420:
                yield Told(start, end, "approved", opens=False)
        elif _CARRIED.search(sentence) and (proposed is not None or _PROPOSED.search(sentence)):
            yield Told(start if proposed is None else proposed, end, "approved", opens=False)
        elif _SECONDED.search(sentence) and not _MOVERS.match(sentence) and not _DECIDED_BELOW.search(clean, end):
            yield Told(start, end, "approved", opens=False)
        proposed = start if _PROPOSED.search(sentence) and not agreed else None
