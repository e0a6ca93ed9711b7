"""Duties in the passive: what must be done, by the agent that the sentence names or by nobody named.

Invariant: the passage is the whole clause, from its subject on, or from the verb on where it goes on with one before.
"""

from __future__ import annotations

import re

from .context import Context
from .document import Block
from .duty import Duty, named
from .instruments import in_terms


def passive(
    block: Block, start: int, at: int, end: int, rest: str, bearer: str, first: int, by: tuple[int, int] | None
) -> Duty:
    """A duty in the passive: whole, from its subject on; from the verb on where it goes on with the one before."""
    clean = block.clean
    begin = start + first
    if first < 0:
        heads = re.finditer(
            r"[;:]\s+|,\s+and\s+|\b(?:that|because|while)\s+|\band\s+(?=(?:the|an?)\s+[\w ]{3,40}$)",
            clean[start:at].rsplit(" ", 1)[0] if not bearer else clean[start:at],
        )
        begin = start + max((m.end() for m in heads), default=0)
    again = re.search(r",?\s+(?:and|but)\s+(?:shall|must|will)\b", clean[at:end])
    text = clean[begin : at + again.start() if again else end].rstrip(" .;,:")
    said = re.sub(r"\b(?:shall|must|will|is\s+to|are\s+to)\s+(?=(?:\w+ly\s+)?be\b)", "", text, count=1)
    if by:
        said = said.replace(rest[_by_start(rest, by[0]) : by[1]], "", 1)
    return Duty(block, begin, begin + len(text), begin, bearer, "passive", said=" ".join(said.split()).strip(" ,"))


def _by_start(rest: str, at: int) -> int:
    found = re.search(r"\bby\s+((?:the|an?|each|its|their|our)\s+)?$", rest[:at])
    return found.start() if found else at


def who_meets(context: Context, block: Block, before: str, rest: str) -> str | None:
    """Whose meetings are to be held, where terms of reference say how often or when."""
    found = re.fullmatch(
        r"\W*(?:(?:All|Ordinary|Regular|Formal|The)\s+)?[Mm]eetings(?:\s+of\s+(?P<of>the\s+[A-Z][\w' &-]+))?\s*", before
    )
    if not found or not re.match(r"(?:\w+ly\s+)?be\s+(?:\w+ly\s+)?(?:held|convened|called)\b", rest):
        return None
    if found["of"]:
        return named(context, found["of"], block)
    return context.head.body if context.head.kind in {"terms", "rules"} or in_terms(context, block) else None


def follows(context: Context, block: Block, end: int) -> list[Block]:
    """The list on a block whose last words say that it belongs to the duty before (`This will include:`)."""
    tail, inside = block.clean[end:].strip(), block.clean[:end].rstrip()
    if re.search(r"\binclud\w+:?$", tail or inside) or (not tail.strip(".") and inside.endswith(":")):
        return context.document.items(block)
    return []


_MORE = re.compile(
    r",?\s+and\s+(?:then\s+|also\s+)?(?=(?:\w+ed|sent|made|given|put|kept|held)\s+(?:to|within|on|by|at|before|as|with|in)\b)"
)
_NOTED = re.compile(r"\W*[A-Z][\w'&()/-]*(?:\s[\w'&()/-]+){0,9}\s*$")
_FINITE = re.compile(r"\b(?:is|are|was|were|will|shall|must|may|has|have|had|should|agreed|that|how|what)\b")


def further(rest: str, by: tuple[int, int] | None, stop: int) -> tuple[int, int] | None:
    """Where a passive goes on with a second participle (`recorded by the Clerk and sent to …`): its joint and its start."""
    found = _MORE.search(rest, by[1] if by else 0, stop)
    return (found.start(), found.end()) if found and by else None


def noted(before: str) -> bool:
    """Whether the words before `to be done` are the subject of a duty noted without a modal (`Minutes to be sent …`)."""
    return bool(_NOTED.match(before)) and not _FINITE.search(before)
