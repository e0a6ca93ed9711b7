"""Text cut into the tokens that the grammar of names reads.

Invariant: tokens stand in order and do not overlap; `text[starts[i]:ends[i]] == words[i]`. One pass, linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .document import Text
from .words import words

_TOKEN = re.compile(
    r"\w\w+(?![\w'&.-])|\b[OD]' [A-Z][a-z]\w+|[^\W\d_]\.(?:[^\W\d_]\.)*(?!\w)|\w+(?:['&.-]\w+)*|[^\w\s]"
)
_DATE_LINE = re.compile(
    r"(?:\w{2,10}:? )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8},? \d{4}\.?|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
)
_NARROW = 40
_PHRASE = 120
_CONNECTORS = frozenset({"of", "for", "and", "&"})


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The tokens of a text: as printed, in lower case without a possessive ending, and where they stand.

    `caps[i]` says that token i can be a word of a name: it begins with a capital and is no opener of sentences;
    `opens[i]` that a name can begin there.
    `stops[i]` is where the word without its possessive ending stops. `hard` are the positions at which a line begins
    that was not merely wrapped: no name goes on over them. `lines` are those at which any line begins.
    """

    words: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    stops: tuple[int, ...]
    caps: tuple[bool, ...]
    opens: tuple[bool, ...]
    hard: frozenset[int] = frozenset()
    lines: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.words)

    def has(self, at: int, phrase: tuple[str, ...]) -> bool:
        """Whether the words of `phrase` stand at token `at`, the last one perhaps with a possessive ending."""
        stop = at + len(phrase)
        return stop <= len(self.lower) and self.lower[at:stop] == phrase

    def possessive(self, at: int) -> bool:
        """Whether token `at` carries `'s`."""
        return self.stops[at] < self.ends[at]

    def near(self, at: int) -> bool:
        """Whether token `at` follows the one before it by at most one blank, on the same line as far as it can be told."""
        return at > 0 and self.starts[at] - self.ends[at - 1] <= 1 and self.starts[at] not in self.hard


def hard_breaks(text: Text, source: str, width: int = 0) -> frozenset[int]:
    """The places of a text that no name goes over: gaps of columns, and lines ended on purpose.

    A line was ended on purpose where the first word of the next one would have fitted on it. `source` is the text of
    the document, `width` how wide its wrapped lines are at least (0 if that says nothing here, as in a cell).
    """
    found = []
    at = text.clean.find(" ", 1)
    while 0 < at < len(text.clean) - 1:
        gap = source[text.ends[at - 1] : text.starts[at + 1]]
        if "\t" in gap or (len(gap) > 2 and not gap.strip(" ")):
            found.append(at + 1)
        at = text.clean.find(" ", at + 1)
    if len(text.breaks) < 2:
        return frozenset(found)
    stops = (*text.breaks[1:], len(text.clean) + 1)
    widths = [stop - start - 1 for start, stop in zip(text.breaks, stops, strict=True)]
    widest = max(widths)
    if width and widest < _NARROW:
        widest = _NARROW * 2
    elif not _even(widths) and not (len(widths) == 2 and text.clean[-1:] in ".;:"):
        widest = max(widest, width)
    for at, start in enumerate(text.breaks[1:], 1):
        word = text.clean.find(" ", start)
        length = (word if word >= 0 else len(text.clean)) - start
        if widths[at - 1] + 1 + length <= widest or _DATE_LINE.fullmatch(text.clean[start : stops[at] - 1]):
            found.append(start)
    return frozenset(found)


def _even(widths: Sequence[int]) -> bool:
    """Whether lines are about as wide as each other, but for the last: wrapped prose, if in a narrow column."""
    return len(widths) > 2 and min(widths[:-1]) >= max(widths) * 0.7


def wrap_width(lines: Sequence[Text]) -> int:
    """How wide the wrapped lines of a document are at least: most of what its wide lines reach; 0 if it has few."""
    widths = sorted(min(len(line.clean.strip()), 110) for line in lines if len(line.clean) > 30)
    return int(widths[len(widths) * 9 // 10] * 0.6) if len(widths) > 5 else 0


def tokens_of(text: str, hard: frozenset[int] = frozenset(), lines: frozenset[int] = frozenset()) -> Tokens:
    """The tokens of a text; those of a name or phrase, which comes round again and again, are cut once."""
    return _cut(text, hard, lines) if hard or lines or len(text) > _PHRASE else _of_phrase(text)


@lru_cache(maxsize=4096)
def _of_phrase(text: str) -> Tokens:
    return _cut(text, frozenset(), frozenset())


def _cut(text: str, hard: frozenset[int], lines: frozenset[int]) -> Tokens:
    never, soft = words("name_stops"), words("name_soft_stops")
    spans = [m.span() for m in _TOKEN.finditer(text)]
    found = [text[start:end] for start, end in spans]
    lower = [word.lower() for word in found]
    ends = stops = [end for _, end in spans]
    if "'" in text:
        bare = [_bare(low) for low in lower]
        stops = [end - len(low) + len(kept) for end, low, kept in zip(ends, lower, bare, strict=True)]
        lower = bare
    caps = [word[0].isupper() and low not in never for word, low in zip(found, lower, strict=True)]
    opens = [cap and low not in soft for cap, low in zip(caps, lower, strict=True)]
    return Tokens(
        tuple(found),
        tuple(lower),
        tuple(start for start, _ in spans),
        tuple(ends),
        tuple(stops),
        tuple(caps),
        tuple(opens),
        hard,
        lines,
    )


def _bare(low: str) -> str:
    """A word in lower case without its possessive ending."""
    return low[:-2] if len(low) > 2 and low.endswith("'s") else low


def connector(tokens: Tokens, at: int) -> bool:
    """Whether token `at` is a word that joins the parts of a name (of, for, and, &)."""
    return tokens.lower[at] in _CONNECTORS


@lru_cache(maxsize=32768)
def key_of(name: str) -> str:
    """A name as it is compared: lower case, plain, `&` as `and`, without article, stops or possessive ending."""
    found = _TOKEN.findall(name.replace("’", "'").replace("&", " and "))
    parts = [_bare(word.lower()) for word in found if word[0].isalnum()]
    if parts and parts[0] in {"the", "a", "an"} and len(parts) > 1:
        parts = parts[1:]
    return " ".join(part.rstrip(".").replace("-", " ").replace("'", "") for part in parts)
