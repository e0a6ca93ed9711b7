"""The grammar of instruments' titles: Acts, orders, regulations and directions with their year or a bracket.

Invariant: a title ends in its noun or its year and begins with a capital; it is read backwards from the noun, once.
"""

from __future__ import annotations

from .names_complements import LONGEST
from .names_grammar import Found
from .names_tokens import Tokens
from .words import words

_INSIDE = frozenset({"of", "and", "the", "for", "in", "to", "on", "&", ",", "etc"})
_LEADS_THE = frozenset({"of", "in", "for", "and", "on", "to"})


def instrument_at(tokens: Tokens, head: int) -> Found | None:
    """The instrument whose noun stands at token `head`: with its year after it (Local Government Act 1999), or a
    bracket before it (the X (Best Value) Directions).
    """
    year = head + 1
    dated = year < len(tokens.words) and len(tokens.words[year]) == 4 and tokens.words[year].isdigit()
    bracketed = head > 2 and tokens.words[head - 1] == ")" and tokens.words[head - 2][0].isalpha()
    if not dated and not (bracketed and tokens.lower[head] not in {"act", "bill"}):
        return None
    start, first = head, head
    depth = 0
    while start > 0 and head - start < LONGEST:
        before = start - 1
        word = tokens.words[before]
        if word == ")":
            if not depth and not _worded(tokens, before):
                break
            depth += 1
        elif word == "(" and depth:
            depth -= 1
        elif (
            (not depth and not (tokens.caps[before] or tokens.lower[before] in _INSIDE))
            or (not depth and tokens.lower[before] == "the" and before and tokens.lower[before - 1] not in _LEADS_THE)
            or (not depth and tokens.lower[before] == "of" and (not before or not tokens.opens[before - 1]))
        ):
            break
        start = before
        if not depth and (tokens.caps[start] or word == "("):
            first = start
    return Found("instrument", first, year + 1 if dated else year) if first < head else None


def _worded(tokens: Tokens, at: int) -> bool:
    """Whether the bracket that closes at token `at` holds words with capitals, not the number of a provision."""
    here = at - 1
    while here > 0 and at - here < 12 and tokens.words[here] != "(":
        if tokens.words[here][0].isupper() and len(tokens.words[here]) > 2:
            return True
        here -= 1
    return False


def instruments(tokens: Tokens) -> list[Found]:
    """All instruments with a year, in order."""
    nouns = words("instrument_heads")
    found = []
    for at, low in enumerate(tokens.lower):
        if low in nouns and tokens.words[at][0].isupper():
            one = instrument_at(tokens, at)
            if one:
                found.append(one)
    return found
