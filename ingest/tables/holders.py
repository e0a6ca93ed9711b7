"""What the cell says that is to name a post's holder: a person, that there is none, or that it is not told.

Invariant: what is no name of a person never becomes one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...graph.facts import PostStatus

_VACANT = re.compile(r"\b(?:vacan\w*|vancay|gapped|unfilled|recruit\w*|to\s+be\s+(?:appointed|recruited|filled)|tba|tbc)\b", re.IGNORECASE)  # fmt: skip
_GONE = re.compile(r"\b(?:eliminated|elminated|deleted|abolished|disestablished|post\s+(?:closed|removed|ended))\b", re.IGNORECASE)  # fmt: skip
_UNTOLD = re.compile(r"\W*(?:n\W*[da]|nd|not\s+(?:disclosed|applicable|available|published|named|given)|undisclosed|withheld|redacted|x+|-+|none|nil|\?+|various)?\W*", re.IGNORECASE)  # fmt: skip
_FORM = re.compile(r"\s*[-,(\[]*\s*\b(?P<form>interim|acting|temporary|job\s*share|part[- ]time|maternity\s+cover|secondee|on\s+secondment)\b[^,;]*$", re.IGNORECASE)  # fmt: skip
_NO_NAME = re.compile(
    r"\b(?:of|for|the|post|to|from|by|is|and)\b|\b(?:directors?|managers?|officers?|secretary|executive|advis[eo]rs?|administrator|co-?ordinators?|(?:post)?holders?|employees?|staff|team|position|role|department|agency|post)\b",
    re.IGNORECASE,
)
_QUOTES = " '\"\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}`."
_MOST_WORDS = 7


@dataclass(frozen=True, slots=True)
class Holding:
    """A post's holder as a table tells it: the person as printed, else why there is none (None if nothing is said)."""

    person: str | None
    status: PostStatus | None
    form: str | None = None


def read_holder(said: str) -> Holding:
    """What a cell says of a post's holder."""
    text = said.strip(_QUOTES)
    if _GONE.search(text):
        return Holding(None, "eliminated")
    if _VACANT.search(text):
        return Holding(None, "vacant")
    if _UNTOLD.fullmatch(text):
        return Holding(None, "undisclosed" if text else None)
    form = _FORM.search(text)
    name = text[: form.start()].strip(" ,-(") if form else text
    if not is_name(name):
        return Holding(None, "undisclosed")
    return Holding(name, "filled", form["form"].casefold() if form else None)


def is_name(text: str) -> bool:
    """Whether a cell can be a person's name: a few words with capitals, no digit, none of them a word of offices."""
    parts = re.findall(r"[^\W\d_]+", text)
    if not parts or len(parts) > _MOST_WORDS or any(char.isdigit() for char in text):
        return False
    if _NO_NAME.search(text):
        return False
    return any(part[0].isupper() and len(part) > 1 for part in parts)
