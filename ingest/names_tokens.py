"""Text cut into the tokens that the grammar of names reads.

Invariant: tokens stand in order and do not overlap; `text[starts[i]:ends[i]] == words[i]`. One pass, linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .words import words

_TOKEN = re.compile(r"[^\W\d_]\.(?:[^\W\d_]\.)*(?!\w)|\w+(?:['&.-]\w+)*|[^\w\s]")
_CONNECTORS = frozenset({"of", "for", "and", "&"})


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The tokens of a text: as printed, in lower case without a possessive ending, and where they stand.

    `caps[i]` says that token i can be a word of a name: it begins with a capital and is no opener of sentences;
    `opens[i]` that a name can begin there.
    `stops[i]` is where the word without its possessive ending stops.
    """

    words: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    stops: tuple[int, ...]
    caps: tuple[bool, ...]
    opens: tuple[bool, ...]

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
        """Whether token `at` follows the one before it by at most one blank."""
        return at > 0 and self.starts[at] - self.ends[at - 1] <= 1


def tokens_of(text: str) -> Tokens:
    """The tokens of a text."""
    hard, soft = words("name_stops"), words("name_soft_stops")
    found = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    lower, stops, caps, opens = [], [], [], []
    for word, _, end in found:
        low = word.lower()
        stop = end
        if low.endswith("'s") and len(low) > 2:
            low, stop = low[:-2], end - 2
        lower.append(low)
        stops.append(stop)
        cap = word[0].isupper() and low not in hard
        caps.append(cap)
        opens.append(cap and low not in soft)
    return Tokens(
        tuple(word for word, _, _ in found),
        tuple(lower),
        tuple(start for _, start, _ in found),
        tuple(end for _, _, end in found),
        tuple(stops),
        tuple(caps),
        tuple(opens),
    )


def connector(tokens: Tokens, at: int) -> bool:
    """Whether token `at` is a word that joins the parts of a name (of, for, and, &)."""
    return tokens.lower[at] in _CONNECTORS


def key_of(name: str) -> str:
    """A name as it is compared: lower case, plain, `&` as `and`, without article, stops or possessive ending."""
    parts = [t for t in tokens_of(name.replace("’", "'").replace("&", " and ")).lower if t[0].isalnum()]
    if parts and parts[0] in {"the", "a", "an"} and len(parts) > 1:
        parts = parts[1:]
    return " ".join(part.rstrip(".").replace("-", " ").replace("'", "") for part in parts)
