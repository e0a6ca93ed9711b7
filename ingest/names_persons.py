"""The grammar of persons' names: honorifics, first names, initials, surnames, letters after the name.

Invariant: what is found lies inside the tokens, begins with a capital, and holds at least a surname.
"""

from __future__ import annotations

from .names_phrases import no_surnames, phrase_end, role_end
from .names_tokens import Tokens
from .words import words

MOST_WORDS = 5
_PEERS = frozenset({"lord", "lady", "baroness", "baron", "viscount", "viscountess", "earl", "countess"})
_STRONG = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "sir", "dame", "cllr", "cllrs", "clr",
     "councillor", "councillors", "councilor", "cllor", "rev", "revd", "reverend", "ald", "alderman", "pc", "pcso"}
)  # fmt: skip
_SHORTENED = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "rev", "revd", "cllr", "cllrs", "clr", "ald", "hon", "fr", "maj", "capt", "col", "lt", "sgt",
     "insp", "supt", "rt"}
)  # fmt: skip
_SHOUTED = frozenset({"MS", "DC", "DS", "DI", "CC", "AM", "MA"})
_SURE = frozenset(
    {"mp", "msp", "ms", "mla", "cbe", "obe", "mbe", "kc", "qc", "hmi", "kbe", "dbe", "mspb", "qpm", "kpm", "qfsm"}
)
_MONTHS = frozenset({"march", "april", "may", "june", "august"})
_ADDRESSED = frozenset({"chair", "chairman", "mayor", "speaker", "president", "clerk", "secretary", "vice"})


def honorifics_end(tokens: Tokens, at: int) -> int:
    """Where the honorifics that begin at token `at` end (`at` itself if there are none)."""
    end = at
    while end < len(tokens.words) and tokens.words[end][0].isupper() and tokens.words[end] not in _SHOUTED:
        stop = phrase_end(tokens, end, "honorifics")
        if stop is None or tokens.possessive(stop - 1):
            break
        if (
            stop < len(tokens.words)
            and tokens.words[stop] == "."
            and tokens.near(stop)
            and tokens.lower[stop - 1] in _SHORTENED
        ):
            stop += 1
        end = stop
    return end


def initial(word: str) -> bool:
    """Whether a token is an initial or initials of a first name: J, J., J.R., JR."""
    if len(word) > 6:
        return False
    letters = word.replace(".", "")
    return letters.isalpha() and letters.isupper() and (len(letters) == 1 or ("." in word and len(letters) <= 3))


def name_word(tokens: Tokens, at: int) -> bool:
    """Whether token `at` can be part of a person's name."""
    if at >= len(tokens.words):
        return False
    word, low = tokens.words[at], tokens.lower[at]
    if initial(word):
        return low.rstrip(".") not in {"a", "i"} or "." in word
    if not (word[0].isupper() and word[0].isalpha()):
        return False
    if not word.isalpha() and any(c.isdigit() or c in "&_" for c in word):
        return False
    if word.isupper() and len(word) < 4 and low not in words("first_names"):
        return False
    return (low not in no_surnames() or low in words("first_names")) and (
        tokens.caps[at] or low in words("first_names")
    )


def name_end(tokens: Tokens, at: int, most: int = MOST_WORDS) -> int:
    """Where the words of a person's name that begin at token `at` end; particles count, letters after it do not."""
    end = at
    while end < len(tokens.words) and end - at < most:
        if end > at and not tokens.near(end):
            break
        if end > at and tokens.lower[end] in words("surname_particles"):
            last = end + 1
            while last < len(tokens.words) and tokens.lower[last] in words("surname_particles"):
                last += 1
            if name_word(tokens, last) and tokens.near(last):
                end = last + 1
                continue
        if end > at and _middle(tokens, end):
            end += 1
            continue
        if _behind_initials(tokens, at, end):
            return end + 1
        if not name_word(tokens, end) or (end > at and not tokens.words[at].isupper() and _post_nominal(tokens, end)):
            break
        end += 1
        if tokens.possessive(end - 1):
            break
    return end


def _behind_initials(tokens: Tokens, at: int, end: int) -> bool:
    """Whether token `end` is a surname that is a common word too, nothing but initials before it (`P March`)."""
    return (
        end > at
        and tokens.words[end].istitle()
        and (tokens.lower[end] in no_surnames() or tokens.lower[end] in _MONTHS)
        and all(map(initial, tokens.words[at:end]))
        and role_end(tokens, end) is None
    )


def _middle(tokens: Tokens, at: int) -> bool:
    """Whether a lone `A` or `I` at token `at` is a further initial: one stands before it, a name follows."""
    return (
        tokens.words[at] in {"A", "I"}
        and initial(tokens.words[at - 1])
        and at + 1 < len(tokens.words)
        and tokens.near(at + 1)
        and name_word(tokens, at + 1)
    )


def _post_nominal(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    shouted = sum(c.isupper() for c in word) >= 2 or word == "(Hons)"
    return shouted and tokens.lower[at].replace(".", "") in words("post_nominals")


def post_nominals_end(tokens: Tokens, at: int) -> int:
    """Where the letters after a name that begin at token `at` end (`at` itself if there are none)."""
    end = at
    while end < len(tokens.words) and tokens.near(end):
        if _post_nominal(tokens, end):
            end += 1
        elif (
            tokens.words[end] == "("
            and end + 2 < len(tokens.words)
            and tokens.lower[end + 1] in {"hons", "cantab", "oxon"}
        ):
            end += 3
        else:
            break
    return end


def person_at(tokens: Tokens, at: int) -> int | None:
    """Where a person's name that begins at token `at` ends: honorific with name, or first name with surname."""
    if not tokens.words[at][0].isupper():
        return None
    start = honorifics_end(tokens, at)
    if start > at:
        found = _titled(tokens, at, start)
        if found:
            return post_nominals_end(tokens, found)
    if tokens.lower[at] in words("first_names") and (tokens.caps[at] or at + 1 < len(tokens.words)):
        return _untitled(tokens, at)
    return _lettered(tokens, at)


def _lettered(tokens: Tokens, at: int) -> int | None:
    """Where a name with letters after it (Ives Marl MP) ends, whatever the first name."""
    if not tokens.opens[at] or (at and tokens.near(at) and tokens.caps[at - 1]):
        return None
    end = name_end(tokens, at, 4)
    if not 2 <= end - at <= 3 or initial(tokens.words[end - 1]) or tokens.words[at].isupper():
        return None
    stop = post_nominals_end(tokens, end)
    return stop if stop > end and any(low in _SURE for low in tokens.lower[end:stop]) else None


def _titled(tokens: Tokens, at: int, start: int) -> int | None:
    last = tokens.lower[start - 1] if tokens.words[start - 1] != "." else tokens.lower[start - 2]
    strong = any(tokens.lower[i] in _STRONG or tokens.lower[i] in {"hon", "hon."} for i in range(at, start))
    if start >= len(tokens.words) or not tokens.near(start):
        return None
    if not strong and role_end(tokens, at) and (role_end(tokens, at) or 0) > start:
        return None
    end = name_end(tokens, start)
    if end == start + 1 and tokens.lower[start] in words("first_names") and _surname_after(tokens, end):
        end += 1
    if strong and end == start and tokens.caps[start] and tokens.lower[start] not in _ADDRESSED:
        end = start + 1 if tokens.words[start].isalpha() and role_end(tokens, start) is None else start
    if end == start:
        return None
    if not strong:
        if tokens.lower[start] not in words("first_names") and (end - start > 3 or _goes_on(tokens, end)):
            return None
        if last not in _PEERS and tokens.lower[start] not in words("first_names") and end - start < 1:
            return None
    if last in _PEERS and end < len(tokens.words) - 1 and tokens.lower[end] == "of" and tokens.caps[end + 1]:
        end += 2
    return end


def _untitled(tokens: Tokens, at: int) -> int | None:
    if tokens.possessive(at):
        return None
    end = name_end(tokens, at)
    if end == at + 1 and _surname_after(tokens, end):
        end += 1
    if end - at < 2 or initial(tokens.words[end - 1]):
        return None
    if _goes_on(tokens, end):
        return None
    return post_nominals_end(tokens, end)


def _surname_after(tokens: Tokens, at: int) -> bool:
    """Whether token `at` is a common word that is a surname too, with which the name ends."""
    return (
        at < len(tokens.words)
        and tokens.near(at)
        and tokens.caps[at]
        and tokens.lower[at] in words("surname_words")
        and not _goes_on(tokens, at + 1)
    )


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether a capitalised word that no person's name goes on with stands right after a would-be name."""
    if at >= len(tokens.words) or not tokens.near(at) or not tokens.caps[at] or tokens.possessive(at - 1):
        return False
    low = tokens.lower[at]
    return low in no_surnames() and role_end(tokens, at) is None and low not in words("role_modifiers")
