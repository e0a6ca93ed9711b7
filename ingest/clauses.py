"""Clauses of duty: who must, what is to be done, to whom, by when, how often.

Invariant: a subject is accepted only if its head names somebody who can bear a duty (a person, a post, a body or people
of a kind); everything handed out is a span of the clean text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .dates import find_dates
from .frequency import find_frequencies
from .names_grammar import name_at
from .names_persons import person_at
from .names_phrases import body_end, role_end
from .names_tokens import tokens_of
from .words import words

_PEOPLE = frozenset(
    "members officers councillors governors staff trustees directors partners councils authorities departments ministers employees residents parties commissioners representatives chairs clerk clerks authority council board panel committee commissioners group forum cabinet mayor leader officer member councillor person persons anyone schools providers organisations bodies partners agencies boards committees panels chairman chairwoman secretary treasurer applicants contractors suppliers heads managers leads parents pupils teachers volunteers service team teams services company trust".split()
)  # fmt: skip
_PRONOUNS = frozenset(
    {
        "it",
        "they",
        "he",
        "she",
        "this body",
        "that body",
        "this board",
        "this group",
        "this panel",
        "this committee",
        "we",
    }
)
_NOT = re.compile(
    r"^(?:there|this|that|these|those|which|who|what|you|i|one|here|both|such|each|any|all|some|progress|work)$",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(
    r"(?:^|[;:]\s+|,\s+(?!and\s+[A-Z]|&)|\b(?:that|which|whether|because|if|where|when|whereas|but|so|therefore|while|although|though|until|unless|and)\s+)"
)
_LEAD = re.compile(
    r"^(?:(?:and|the|then|also|that|both|in\s+addition|additionally|however|similarly|furthermore|accordingly|therefore|hereby|once|no|prescription\s+on\s+how\s+to\s+select)\s*,?\s+)+",
    re.IGNORECASE,
)
_ADVERBS = re.compile(
    r"(?:[\s,]+(?:also|therefore|then|now|normally|each|hereby|jointly|both|further|additionally|still|always|usually|in\s+turn|accordingly|respectively))+$",
    re.IGNORECASE,
)
_MODIFIER = re.compile(
    r"\s(?:of|for|with|in|at|from|to|who|which|that|present|as|on|under|named|appointed)\s|,|\s\w+ing\s|\(",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Slots:
    """What a clause says beside its action."""

    deadline: str | None = None
    from_: str | None = None
    frequency: str | None = None


def subject(before: str) -> tuple[int, int] | None:
    """Span in `before` (the words before a modal) of the subject, if it can bear a duty."""
    stop = len(_ADVERBS.sub("", before.rstrip(" ,")))
    cuts = [m.end() for m in _BOUNDARY.finditer(before, 0, stop)] or [0]
    for cut in reversed(cuts[-4:]):
        lead = _LEAD.match(before[cut:stop])
        start = cut + (lead.end() if lead else 0)
        phrase = before[start:stop].strip()
        if not phrase or len(phrase.split()) > 26:
            continue
        if bears(phrase):
            joined = re.search(r"((?:[A-Z][\w'&.-]*[, ]+)+and\s+)$", before[:start])
            if joined and bears(joined[1].rsplit(" and", 1)[0]) and phrase[0].isupper():
                start = joined.start(1)
            return start, start + len(before[start:stop].rstrip())
        if cut and re.match(r"(?:it|they|he|she)$", phrase, re.IGNORECASE):
            return start, stop
    return None


@lru_cache(maxsize=4096)
def bears(phrase: str) -> bool:
    """Whether a noun phrase names somebody who can bear a duty."""
    low = phrase.casefold().strip()
    if low in _PRONOUNS:
        return True
    if _NOT.match(low):
        return False
    cut = _MODIFIER.search(phrase + " ")
    head = phrase[: cut.start()] if cut and cut.start() > 0 else phrase
    tokens = tokens_of(head)
    if not len(tokens) or re.match(
        r"(?:at|in|on|by|under|for|with|following|during|after|before|as|to|from|of)\b", low
    ):
        return False
    last = tokens.lower[-1]
    if (
        last in _PEOPLE
        or last.rstrip("s") in _PEOPLE
        or last in {"secretariat", "authority", "government", "ministry", "department"}
    ):
        return True
    if any(role_end(tokens, at) == len(tokens) for at in range(len(tokens))):
        return True
    if any(body_end(tokens, at) == len(tokens) for at in range(len(tokens))) and last not in {
        "services",
        "programme",
        "office",
    }:
        return True
    if person_at(tokens, 0) == len(tokens) or (len(tokens) == 1 and re.fullmatch(r"(?=.*[A-Z].*[A-Z])[A-Z][A-Za-z]{1,5}", phrase.strip())):
        return True
    whole = tokens_of(phrase)
    found = name_at(whole, 0)
    return bool(found and found.kind in {"post", "body"} and found.end == len(whole)) or bool(
        len(whole) and role_end(whole, 0)
    )


@lru_cache(maxsize=1)
def _verb() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:also|then|further|jointly|both|always|only|not|regularly|promptly|publicly|formally)\s+)?(?:"
        + "|".join(sorted((re.escape(v) for v in words("duty_verbs")), key=len, reverse=True))
        + r")\b",
        re.IGNORECASE,
    )


def is_verb(word: str) -> bool:
    """Whether a word is the base form of a verb of duty."""
    return word.casefold() in words("duty_verbs")


def verbs(text: str, *, modals: str = r"(?:will|must|shall|is\s+to|are\s+to|would)") -> list[tuple[int, int]]:
    """Spans of the duties that a predicate holds: one a verb with an object of its own.

    `text` begins with the verb. Verbs that share an object (`review and update the code`) stay together.
    """
    joint = re.compile(
        rf"(?:,\s*(?:and\s+)?|;\s*(?:and\s+)?|\s+and\s+(?:then\s+|also\s+|afterwards\s+)?|,?\s+as\s+well\s+as\s+)(?:(?:also\s+)?(?:{modals}\s+(?:also\s+)?|to\s+))?(?={_verb().pattern}\s)",
        re.IGNORECASE,
    )
    spans, start = [], 0
    for found in joint.finditer(text):
        left = text[start : found.start()]
        if len(left.split()) < 2 or left.count("(") != left.count(")") or re.search(r"\b(?:to|not)$", left):
            continue
        right = text[found.end() :]
        if re.match(r"(?:[a-z]+)(?:ion|s)?\s+of\b", right) and not re.search(
            r"\bto\s+$|\bwill\s+$|\bmust\s+$", found[0]
        ):
            continue
        word = re.match(r"[\w-]+", right)
        nounish = {
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
        }
        if (
            word
            and word[0].casefold() in nounish
            and not re.search(r"(?:to|will|must|shall)\s+$", found[0])
            and not re.match(r"[\w-]+\s+(?:the|a|an|its|their|any|all|each|every|that|on|to|with|for|by|at)\b", right)
        ):
            continue
        spans.append((start, found.start()))
        start = found.end()
    spans.append((start, len(text)))
    return spans


_BY = re.compile(
    r"\b(?:by|no\s+later\s+than|not\s+later\s+than|on\s+or\s+before|before|due(?:\s+(?:on|by))?|until)\s+(?:(?:close\s+of\s+(?:business|play)|noon|midnight|\d{1,2}(?:[.:]\d\d)?\s*[ap]\.?m\.?)\s+(?:on\s+)?)?(?:the\s+)?$",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"\b(?:within\s+(?:\w+\s+){0,2}?(?:\d+|a|one|two|three|four|five|six|seven|eight|ten|twelve|fourteen|fifteen|twenty|twenty-one|twenty-eight|thirty)\s+(?:clear\s+|working\s+|calendar\s+|school\s+|business\s+)*(?:days?|weeks?|months?|years?|hours?)(?:\s+(?:of|after|from|following)\s+[^,;.]+)?"
    r"|as\s+soon\s+as\s+(?:reasonably\s+)?(?:possible|practicable)(?:\s+after\s+[^,;.]+)?|asap|immediately|without\s+delay|in\s+good\s+time|in\s+time\s+for\s+[^,;.]+|before\s+(?:the\s+|each\s+|every\s+|any\s+)[^,;.]+?(?=$|[,;.]|\s+to\s)|by\s+(?:the\s+)?(?:end\s+of|start\s+of|next|beginning\s+of|summer|autumn|spring|winter|easter|christmas)[^,;.]*|at\s+least\s+\w+\s+(?:clear\s+|working\s+)*(?:days?|weeks?)\s+(?:before|prior\s+to)\s+[^,;.]+|\w+\s+(?:clear|working)\s+days\s+before\s+[^,;.]+|once\s+\w+\s+results\s+[^,;.]+|prior\s+to\s+(?:the\s+|each\s+|every\s+|any\s+)[^,;.]+)",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:from|with\s+effect\s+from|starting|commencing|beginning)\s+(?:on\s+|in\s+)?(?:the\s+)?$", re.IGNORECASE
)


def slots(text: str, near: str | None = None) -> Slots:
    """Deadline, beginning and frequency that a clause gives."""
    deadline = start = None
    for mention in find_dates(text, near=near):
        before = text[: mention.start]
        if _BY.search(before):
            deadline = deadline or mention.iso
        elif _FROM.search(before):
            start = start or mention.iso
        elif re.search(r"\(\s*(?:end\s+of\s+)?$", before) and re.search(r"\bwithin\b", before):
            deadline = deadline or mention.iso
        elif re.search(r"\bby\s+(?:the\s+)?end\s+of\s+$", before, re.IGNORECASE):
            deadline = deadline or mention.iso
    if deadline is None and (said := _WORDS.search(text)):
        deadline = " ".join(said[0].split())
    frequency = next((f.iso for f in find_frequencies(text)), None)
    return Slots(deadline, start, frequency)
