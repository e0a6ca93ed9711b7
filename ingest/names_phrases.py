"""Matching of vocabulary phrases at a token: role heads, nouns of bodies and papers, honorifics.

Invariant: the longest phrase wins, and a phrase never ends in the middle of a token.
"""

from __future__ import annotations

from functools import lru_cache

from .names_tokens import Tokens
from .words import entries, phrases, weak, words


def phrase_end(tokens: Tokens, at: int, vocabulary: str) -> int | None:
    """Where the longest phrase of a vocabulary that begins at token `at` ends; None if there is none."""
    for phrase in phrases(vocabulary).get(tokens.lower[at], ()):
        if tokens.has(at, phrase):
            return at + len(phrase)
    return None


def role_end(tokens: Tokens, at: int) -> int | None:
    """Where a role head that begins at token `at` ends."""
    return phrase_end(tokens, at, "role_heads")


def body_end(tokens: Tokens, at: int) -> int | None:
    """Where the noun of a body that begins at token `at` ends."""
    return phrase_end(tokens, at, "body_heads")


def paper_end(tokens: Tokens, at: int) -> int | None:
    """Where the noun of a plan or other paper that begins at token `at` ends."""
    return phrase_end(tokens, at, "plan_heads")


@lru_cache(maxsize=1)
def weak_heads() -> frozenset[str]:
    """Nouns of bodies that need another word beside them to name one."""
    return weak("body_heads")


@lru_cache(maxsize=1)
def no_surnames() -> frozenset[str]:
    """Words that, capitalised, are hardly ever part of a person's name."""
    found = {"meeting", "meetings"}
    for vocabulary in ("body_heads", "plan_heads", "instrument_heads", "role_heads"):
        for entry in entries(vocabulary):
            found.add(entry.lstrip("~").split()[-1])
    for vocabulary in ("portfolio_words", "place_words", "role_modifiers", "body_openers"):
        found |= words(vocabulary)
    return frozenset(found - words("surname_words"))
