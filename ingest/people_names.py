"""The name in an entry of a roll: where it begins and ends, with or without initials beside it, in capitals or not.

Invariant: what is found are tokens of the entry, in their order.
"""

from __future__ import annotations

import re

from .names_persons import honorifics_end, name_end, name_word, person_at, post_nominals_end
from .names_phrases import role_end
from .names_tokens import Tokens, tokens_of
from .people_marks import initials_fit
from .roll_lines import named

_BETWEEN = re.compile(r"[A-Z]{2,4}[a-z]{0,2}")
_BEHIND = re.compile(r"(?<=[a-z0-9)\]])\s+([A-Z][A-Za-z]{0,2}[A-Z][a-z]?)\.?\s*$")


def name_in(clean: str, honorific: str) -> tuple[int, int | None, Tokens]:
    """Tokens [at, end) of the person's name in an entry."""
    cut = re.search(r"(?<=[^\s|•*-])(?:\t| {2,}|\s*\|)", clean)
    tokens = tokens_of(clean[: cut.start()] if cut else clean)
    if not len(tokens.words):
        return 0, None, tokens
    first = next((i for i, w in enumerate(tokens.words) if w[0].isalpha()), 0)
    start = honorifics_end(tokens, first)
    if start > first or role_end(tokens, first) is None:
        end = person_at(tokens, first)
        if end:
            return first, end, tokens
        base = start if start < len(tokens.words) else first
        if base + 1 < len(tokens.words) and tokens.words[base] in {"A", "I"} and name_word(tokens, base + 1):
            return first, post_nominals_end(tokens, name_end(tokens, base + 1)), tokens
        stop = name_end(tokens, base) if start > first or honorific or tokens.opens[base] else base
        alone = stop == base + 1
        if stop > base and (not alone or base > first or honorific) and not (alone and len(tokens.words[base]) < 3):
            return first, post_nominals_end(tokens, stop), tokens
        stop = _shouted(tokens, base)
        if stop - base >= 2 or (stop > base and (base > first or honorific)):
            return first, stop, tokens
    for at in range(first + 1, min(len(tokens.words), first + 14)):
        if tokens.words[at - 1] in "(-" or not tokens.caps[at]:
            continue
        end = person_at(tokens, at)
        if end:
            return at, end, tokens
    return first, None, tokens


def _shouted(tokens: Tokens, base: int) -> int:
    """Where a name printed in capitals that begins at a token ends."""
    stop = base
    while (
        stop < len(tokens.words)
        and stop - base < 4
        and tokens.words[stop].replace("-", "").replace("'", "").isalpha()
        and tokens.words[stop].isupper()
        and (stop > base or role_end(tokens, stop) is None)
        and (stop == base or tokens.near(stop))
    ):
        stop += 1
    return stop


def initialled(clean: str) -> tuple[str, str | None, int]:
    """An entry without the initials that end it (`A Name Chief Executive AN`), those, and how many words the name has.

    The name has as many words, forms of address among them, as the initials need.
    """
    tokens = tokens_of(clean[:90])
    first = honorifics_end(tokens, 0) if len(tokens.words) else 0
    for last in range(first + 2, min(first + 4, len(tokens.words) - 1) + 1 if len(tokens.words) else 0):
        letters = tokens.words[last] if last < len(tokens.words) else ""
        words = tokens.words[first:last]
        if _BETWEEN.fullmatch(letters) and initials_fit(letters, " ".join(words)) and words[-1][0] in letters[1:]:
            start, stop = tokens.starts[last], tokens.ends[last]
            return clean[:start] + " " * (stop - start) + clean[stop:], letters, last
    found = _BEHIND.search(clean)
    if not found:
        return clean, None, 0
    tokens = tokens_of(clean[: found.start()])
    first = honorifics_end(tokens, 0) if len(tokens.words) else 0
    for last in range(first + 2, min(first + 4, len(tokens.words)) + 1):
        words = tokens.words[first:last]
        if not all(word[0].isupper() and word.replace("-", "").replace("'", "").isalpha() for word in words):
            break
        if initials_fit(found[1], " ".join(words)) and found[1][0] == words[0][0] and words[-1][0] in found[1][1:]:
            return clean[: found.start()], found[1], last
    return clean, None, 0


def goes_by_initials(cell: str) -> bool:
    """Whether a cell is a name that goes by initials (`J J McPeake`)."""
    return bool(re.match(r"(?:[A-Z]\.?\s?){1,3}[A-Z][a-z]", cell)) and named(cell)


def lone_capitals(tokens: Tokens, at: int, end: int) -> bool:
    """Whether an organisation's capitals stand before a person's name (`LGA Jo Bloggs`)."""
    word = tokens.words[0]
    return (
        at == 0 and end > 2 and word.isupper() and len(word) > 1 and "." not in word
        and not tokens.words[1].isupper() and person_at(tokens, 1) is not None
    )  # fmt: skip


def titled(name: str) -> str:
    """A name in capitals as names are written."""
    return re.sub(
        r"[A-Z][A-Z'’-]+",
        lambda m: (
            re.sub(r"(?:^|(?<=[-'’])|(?<=^Mc))[a-z]", lambda c: c[0].upper(), m[0].casefold().replace("'S", "'s"))
            if not m[0].casefold().startswith("mc")
            else "Mc" + m[0][2:].capitalize()
        ),
        name,
    )
