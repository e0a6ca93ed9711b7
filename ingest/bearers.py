"""Who can be under a duty, and which words before a verb name who is.

Invariant: a subject is accepted only if its head names somebody who can bear a duty (a person, a post, a body or people
of a kind); what is handed out is a span of the clean text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .names_grammar import name_at
from .names_persons import person_at
from .names_phrases import body_end, role_end
from .names_tokens import tokens_of
from .words import words

PRONOUNS = frozenset({"it", "they", "he", "she", "we"})
_OTHER_PRONOUNS = frozenset(
    {"this body", "that body", "this board", "this group", "this panel", "this committee", "each", "both"}
)
_NOT = re.compile(
    r"(?:there|this|that|these|those|which|who|what|you|i|one|here|such|any|all|some|progress|work|how|no\s.*|nothing|nobody)$",
    re.IGNORECASE,
)
_NO_BEARER = frozenset(
    {"services", "programme", "office", "meeting", "meetings", "conference", "school day", "practice"}
)
_MODIFIER = re.compile(
    r"\s(?:of|for|with|in|at|from|to|who|which|that|whose|present|as|on|under|by|within|responsible|entitled|wishing|required|concerned|absent|liable|subject|unable|able|eligible|made|held|set|\w+(?<!unit)ed)\s|,|\s\w+ing\s|\(",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"(?:at|in|on|by|under|for|with|following|during|after|before|as|to|from|of|upon|within|without|through|subject|where|when|if|once|unless|except|having|pursuant|between|until|since|according|given|due|because|whilst|while)\b",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(rf"{_PREPOSITION.pattern}|[a-z]+ing\s|\(", re.IGNORECASE)
"""How no subject begins: with a preposition, a participle, or what is left of a citation (`(6) of the Act`)."""
_HARD = re.compile(
    r"[;:]\s+|(?:,\s+|\b)(?:that|which|who|whether|because|if|where|when|whenever|whereas|but|so|therefore|while|whilst|although|though|until|unless)\s+|\b(?:and|but)\s+(?=(?:it|they|that)\b)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:(?:\(\w{1,4}\)|and|then|also|that|both|in\s+addition|additionally|however|similarly|furthermore|accordingly|therefore|hereby|once|thereafter|in\s+particular|in\s+future|normally|where\s+\w+)\s*,?\s+)+",
    re.IGNORECASE,
)
_ADVERBS = re.compile(
    r"(?:[\s,]+(?:also|therefore|then|now|normally|each|hereby|jointly|both|further|additionally|still|always|usually|in\s+turn|accordingly|respectively|together|collectively|at\s+all\s+times|however|where\s+(?:appropriate|necessary|possible)|all|thereafter))+$",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|shall|must|may|can|should|would|could|did|does|do|said|reported|noted|met|gave|wrote|explained)\b"
    r"|\b\w+ed\s+(?:an?|the|that|its|their|his|her)\b"
    r"|\b(?:determines|considers|requires|thinks|directs|decides|specifies|approves|agrees|deems|wishes|sees)$"
)
_RELATIVE = re.compile(r",?\s(?:who|which|that|whose|where|from\s+which|at\s+which)\s")
_DETERMINED = re.compile(r"(?:(?<=\s)|^)(?:the|each|every|all|any|a|an|its|their|this|both|no)\s", re.IGNORECASE)
_PAIR = re.compile(r"([A-Z][\w&'-]*)\s+and\s+(?:the\s+)?([A-Z][\w&'-]*(?:\s[A-Z][\w&'-]*){0,2})")
"""Two short names that stand together (`HMT and HMRC`)."""
_MAIN = re.compile(
    r",\s+(?=(?:the|each|every|all|any|an?|no|its|their|both|this|members|officers|councillors|governors|trustees|he|she|it|they)\s)",
    re.IGNORECASE,
)
"""Where the main clause begins after one that opens the sentence (`In the absence of the Chair, the members …`)."""
_JOINS = re.compile(
    r"\b(?:of|for|with|in|at|from|to|by|on|under|and|or|as|than|between|within|into|upon|during|after|before|throughout|outside|inside|per|across|about|over|against|towards|regarding|among|amongst|concerning|following|including|all|both|each)$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",\s+(?:in|acting|subject|as|on|with|at|by|through|where|when|if|following|working)\b.*$", re.IGNORECASE
)
_SERIES = re.compile(r"[\w' -]+(?:,\s[\w' &-]+)+\s(?:and|&)\s[\w' -]+")
_ARTICLE = re.compile(r"(?:(?i:the|each|every|all|any|its|their)|an?|An?(?=\s+[a-z]))\s+(?:of\s+the\s+)?")


def bare(phrase: str) -> str:
    """A noun phrase without its determiner."""
    phrase = phrase.strip(" ,")
    lead = _ARTICLE.match(phrase)
    return phrase[lead.end() :] if lead and lead.end() < len(phrase) else phrase


def subject(before: str) -> tuple[int, int] | None:
    """Span in `before` (the words before a verb) of its subject, determiner left out, if it can bear a duty."""
    stop = len(_ADVERBS.sub("", before.rstrip(" ,")))
    pronoun = re.search(r"(?:^|\s)(?:it|they|he|she|we|you)$", before[:stop], re.IGNORECASE)
    if pronoun:
        return stop - len(pronoun[0].strip()), stop
    if relative := re.search(r",\s+(?:which|who)$", before[:stop]):
        return _just_named(before, relative.start() + 2)
    cuts = [0, *(m.end() for m in _HARD.finditer(before, 0, stop))]
    for place in range(len(cuts) - 1, max(-1, len(cuts) - 4), -1):
        end = stop if place == len(cuts) - 1 else len(_cut(before[: cuts[place + 1]]))
        found = _in_clause(before, cuts[place], end)
        if found:
            return _with_relative(before, found, cuts[place + 1] if place < len(cuts) - 1 else stop, stop)
        if place == len(cuts) - 1 and not before[cuts[place] : stop].strip():
            return _just_named(before, end)
    return None


def _with_relative(before: str, found: tuple[int, int], inner: int, stop: int) -> tuple[int, int]:
    """A subject of a general kind with the relative clause that tells which of them (`a member who has an interest`)."""
    clause = before[inner:stop]
    if (
        inner >= stop
        or not re.match(r"\s+who\s+$", before[found[1] : inner])
        or len(clause.split()) > 14
        or "," in clause
    ):
        return found
    return (found[0], stop) if before[found[0] : found[1]].islower() else found


def _just_named(before: str, stop: int) -> tuple[int, int] | None:
    """The noun phrase right before a relative pronoun (`the Commissioners, who`), if it can bear a duty."""
    stop = len(_cut(before[:stop].rstrip() + " "))
    last = next(reversed(list(_DETERMINED.finditer(before, 0, stop))), None)
    start = last.end() if last else 0
    phrase = before[start:stop]
    return (start, stop) if phrase and not _FINITE.search(phrase) and bears(phrase) else None


def _cut(text: str) -> str:
    """A text without the conjunction or relative pronoun that it ends with."""
    return re.sub(r"(?:,\s+|\b)\w+\s+$", "", text).rstrip(" ,;:")


def _in_clause(before: str, start: int, stop: int) -> tuple[int, int] | None:
    """The subject in a clause: the longest of its ends that is a noun phrase for somebody."""
    lead = _LEAD.match(before, start, stop)
    start = lead.end() if lead else start
    if re.match(r"(?:what|how|which|whether|who)\b", before[start:stop], re.IGNORECASE):
        return None
    opening = bool(_PREPOSITION.match(before, start, stop))
    if opening and (main := list(_MAIN.finditer(before, start, stop))):
        start = main[-1].end()
        opening = False
    starts = [start]
    starts += [m.end() for m in re.finditer(r",\s+(?:and\s+)?|\band\s+", before[start:stop]) if m.end() + start < stop]
    starts = [start, *(s + start for s in starts[1:])]
    if opening:
        named = re.finditer(r"(?<=[a-z] )(?=[A-Z])", before[:stop])
        starts += [m.start() for m in named if m.start() > start and not _JOINS.search(before[: m.start()].rstrip())]
        starts += [
            m.start()
            for m in _DETERMINED.finditer(before, start + 1, stop)
            if not _JOINS.search(before[: m.start()].rstrip())
        ]
    for at in sorted(set(starts)):
        phrase = before[at:stop].strip()
        own = _RELATIVE.split(phrase, maxsplit=1)[0]
        if not phrase or len(phrase.split()) > 30 or _FINITE.search(own) or _NO_SUBJECT.match(phrase):
            continue
        if any(
            m.start()
            and not _JOINS.search(phrase[: m.start()].rstrip(" ,"))
            and phrase[: m.start()].rstrip()[-1:] != ","
            for m in _DETERMINED.finditer(own)
        ):
            continue
        if phrase.casefold() in PRONOUNS or bears(phrase):
            inner = _ARTICLE.match(before, at, stop)
            first = inner.end() if inner and inner.end() < stop else at
            return first, first + len(_TAIL.sub("", before[first:stop].rstrip(" ,")))
    return None


@lru_cache(maxsize=8192)
def bears(phrase: str) -> bool:
    """Whether a noun phrase names somebody who can bear a duty."""
    phrase = bare(phrase)
    low = phrase.casefold()
    if low in PRONOUNS or low in _OTHER_PRONOUNS:
        return True
    if not phrase or _NOT.match(low) or _PREPOSITION.match(low):
        return False
    cut = _MODIFIER.search(phrase + " ")
    head = phrase[: cut.start()] if cut and cut.start() > 0 else phrase
    tokens = tokens_of(head)
    if not len(tokens):
        return False
    if _SERIES.fullmatch(phrase) and _is_bearer(low.rsplit(None, 1)[-1]):
        return True
    last = tokens.lower[-1]
    if _is_bearer(last) or (last == "services" and len(tokens) > 1 and head.istitle()):
        return last not in _NO_BEARER or last == "services" or (len(tokens) > 1 and head.istitle())
    if any(role_end(tokens, at) == len(tokens) for at in range(len(tokens))):
        return True
    if any(body_end(tokens, at) == len(tokens) for at in range(len(tokens))) and last not in _NO_BEARER:
        return True
    pair = _PAIR.fullmatch(phrase)
    if pair and all(bears(part) for part in pair.groups()):
        return True
    if person_at(tokens, 0) == len(tokens) or re.fullmatch(r"(?=.*[A-Z].*[A-Z])[A-Z][A-Za-z]{1,6}", phrase):
        return True
    whole = tokens_of(phrase)
    found = name_at(whole, 0)
    return bool(found and found.kind in {"post", "body"} and found.end == len(whole)) or bool(
        len(whole) and role_end(whole, 0) and " and " not in f" {phrase} "
    )


def _is_bearer(noun: str) -> bool:
    nouns = words("bearer_nouns")
    return (
        noun in nouns
        or (noun.endswith("ies") and f"{noun[:-3]}y" in nouns)
        or (noun.endswith("s") and noun[:-1] in nouns)
        or (noun.endswith("(s)") and noun[:-3] in nouns)
    )


def agent(after: str) -> tuple[int, int] | None:
    """Span in `after` (the words after a passive verb) of the agent that `by` names, if it can bear a duty."""
    for by in re.finditer(r"\bby\s+(?:the\s+|an?\s+|each\s+|its\s+|their\s+|our\s+)?", after):
        if re.search(r"\bas\s+(?:\w+\s+)?\w+(?:ed|en)\s+$", after[: by.start()]):
            continue
        stop = by.end()
        best = None
        for word in re.finditer(r"[A-Za-z][\w'&/-]*", after[by.end() : by.end() + 110]):
            between = after[stop : by.end() + word.start()].strip()
            if between and (between != "," or not word[0][0].isupper()):
                break
            if (
                word[0] in _STOPS
                or (
                    word[0] in {"for", "of"}
                    and re.match(r"\s+(?:an?|each|any|no|\d|[a-z]+ing)\b", after[by.end() + word.end() :])
                )
                or (word[0] == "and" and not after[by.end() + word.end() :].lstrip("the ")[:1].isupper())
            ):
                break
            stop = by.end() + word.end()
            if word[0] not in {"of", "for", "and", "the"} and bears(after[by.end() : stop]):
                best = by.end(), stop
        if best:
            return best
    return None


_STOPS = frozenset(
    [
        "to",
        "on",
        "in",
        "at",
        "within",
        "before",
        "after",
        "every",
        "each",
        "no",
        "not",
        "shall",
        "must",
        "will",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "who",
        "which",
        "that",
        "as",
        "with",
        "by",
        "from",
        "or",
        "unless",
        "if",
        "when",
        "where",
        "under",
        "through",
        "during",
        "acting",
        "using",
        "following",
        "except",
        "but",
        "so",
        "than",
        "until",
        "up",
    ]
)
