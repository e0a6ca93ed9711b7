"""Whom a code, policy or set of rules addresses, as its title or its scope says.

Invariant: a group of people that can bear a duty, printed in the paper; None where nothing says it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .bearers import bare, bears
from .context import Context

_TITLE = re.compile(
    r"\b(?:Code|Policy|Protocol|Rules|Guidance)\b[^.;:]{0,40}?\s(?:for|of\s+Conduct\s+of)\s+(?:the\s+|all\s+)?(?P<who>[A-Za-z][A-Za-z '-]{2,50}?)(?=\s+(?:of|at|on|in|and\s+Officers)\b|\s*[-(:,]|$)",
    re.IGNORECASE,
)
_APPLIES = re.compile(
    r"\b(?:[Tt]his|[Tt]he)\s+(?:[Cc]ode|[Pp]olicy|[Pp]rotocol|[Ss]tandard)\b[^.;:]{0,40}?\s+applies\s+to\s+(?:you\s+as\s+an?\s+)?(?:all\s+|every\s+|the\s+|any\s+)*(?P<who>(?:elected\s+|co-opted\s+)*[a-z][a-z-]+(?:\s+members)?)|\bapplies\s+to\s+all\s+(?P<all>[a-z]+)\s+of\b"
)


@lru_cache(maxsize=8)
def addressed(context: Context) -> str | None:
    """Whom a code or policy addresses (`members`, `Councillors`); None where it does not say."""
    if context.head.kind != "rules":
        return None
    top = [b.clean for b in context.document.blocks[:14]]
    for text in (context.head.title or "", *top[:4]):
        found = _TITLE.search(text) if len(text) < 140 else None
        if found and bears(bare(found["who"])):
            return bare(found["who"])
    for text in top:
        told = _APPLIES.search(text)
        who = (told["who"] or told["all"]) if told else None
        if who and bears(who):
            return who
    return None
