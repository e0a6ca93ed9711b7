"""Letters: who writes them, so that `I`, `me` and `we` have a name.

Invariant: the writer is printed under the closing words, or at the head of the letter.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .context import Context
from .document import Block
from .names_phrases import role_end

_CLOSING = re.compile(
    r"^\W*yours\s+(?:sincerely|faithfully|ever|truly)\b|^\W*(?:kind|best|with\s+best)\s+(?:regards|wishes)\b",
    re.IGNORECASE,
)
_MINISTER = re.compile(r"\b(?:Secretary\s+of\s+State|Minister|First\s+Secretary|Chancellor)\b")
_REACH = 5


@lru_cache(maxsize=8)
def writer(context: Context) -> str | None:
    """Who signs a letter: a minister by the office, anybody else by name; None where two or more sign, or nobody."""
    if context.head.kind != "letter":
        return None
    blocks = context.document.blocks
    ends = [b.index for b in blocks if _CLOSING.search(b.clean)]
    if len(ends) != 1:
        return None
    below = blocks[ends[0] : ends[0] + _REACH]
    people = [m.name for b in below for m in context.names.mentions(b) if m.kind == "person"]
    posts = [post for b in below if (post := _post(context, b))]
    if len(dict.fromkeys(people)) > 1:
        return None
    if posts and _MINISTER.search(posts[0]):
        return posts[0]
    return people[0] if people else posts[0] if posts else None


def _post(context: Context, block: Block) -> str | None:
    return next(
        (
            m.name
            for m in context.names.mentions(block)
            if m.kind == "post" and role_end(context.names.tokens(block), 0) is not None
        ),
        None,
    )
