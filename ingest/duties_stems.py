"""Stems and headings that say who is to do what their list holds, without a verb of duty of their own.

`The actions to be taken by the Authority are:`, `ACTION THE AUTHORITY IS REQUIRED TO TAKE`. Invariant: the words name
one body, post or people of a kind; what only points at a list elsewhere (`the steps set out in Annex A`) lays on nothing.
"""

from __future__ import annotations

import re

from .bearers import bears
from .clauses import is_verb
from .document import Block, Document
from .sought import Sought

_WHAT = r"(?:actions?|steps?|measures?|tasks?|things|requirements?)"
_WHO = r"(?:the\s+)?(?P<who>[A-Za-z][\w'& -]{2,70}?)"
_TAKEN = Sought(
    re.compile(
        rf"\b{_WHAT}\s+(?:which\s+(?:is|are)\s+|that\s+(?:is|are)\s+|required\s+)?(?:to\s+be|which\s+must\s+be|that\s+must\s+be)\s+(?:taken|done|undertaken|carried\s+out|completed)\s+by\s+{_WHO}\s*(?:(?:is|are|shall\s+be)\b[^:.]{{0,60}})?:?\s*-?$"
        rf"|\b(?:{_WHAT}|what)\s+(?:which\s+|that\s+)?{_WHO.replace('who', 'own')}\s+(?:is|are)\s+(?:required|directed|to)\s+(?:to\s+)?(?:take|do|carry\s+out|undertake)\s*:?$"
        rf"|\b{_WHAT}\s+(?:required\s+of|imposed\s+on)\s+{_WHO.replace('who', 'of')}\s*(?:are|is)?\s*:?$",
        re.IGNORECASE,
    ),
    "action",
    "step",
    "measure",
    "task",
    "things",
    "requirement",
    "what",
)
POINTS = re.compile(
    rf"(?:take|undertake|carry\s+out|complete|do|comply\s+with)\s+(?:the\s+|all\s+(?:the\s+|of\s+the\s+)?)?(?:\w+\s+)?{_WHAT}\s+(?:set\s+out|specified|listed|described|detailed|contained)?\s*(?:below|above|in\s+(?:the\s+|this\s+|these\s+)?(?:attached\s+)?(?:annex|schedule|appendix|paragraphs?|part|table|directions?))\b",
    re.IGNORECASE,
)
"""A predicate that only points at a list elsewhere, whose items are the duties."""
_LEAD = re.compile(
    r"(?P<when>(?:within|in|by|on|from|no\s+later\s+than|not\s+later\s+than|during|before|after|at|throughout|as\s+soon\s+as)\s[^:;.]{3,110}?),?\s+to\s+(?=[a-z])",
    re.IGNORECASE,
)


_FIRST = re.compile(
    r"(?:(?:within|by|on|from|no\s+later\s+than|not\s+later\s+than|during|before|after|at|as\s+soon\s+as)\s[^,:;.]{3,90},\s+|(?:thereafter|then|subsequently|also|in\s+addition|where\s+\w+),?\s+)(?=[a-z])",
    re.IGNORECASE,
)
"""What may stand before the verb of an item: by when, or that it comes after another."""


def who_acts(text: str) -> tuple[int, int] | None:
    """Span in a stem or heading of who is to do what its list holds."""
    found = _TAKEN.search(text.strip())
    if not found:
        return None
    group = next((g for g in ("who", "own", "of") if found[g]), None)
    lead = len(text) - len(text.lstrip())
    if group is None or not bears(found[group] if not found[group].isupper() else found[group].title()):
        return None
    return lead + found.start(group), lead + found.end(group)


def item_lead(text: str) -> int:
    """How long the words are that stand before the verb of an item (`to `, `within six months, to `)."""
    plain = re.match(r"(?:to|that|will|must|shall)\s+", text, re.IGNORECASE)
    if plain:
        return plain.end()
    timed = _LEAD.match(text)
    if timed:
        return timed.end()
    first = _FIRST.match(text)
    verb = re.match(r"[a-z-]+", text[first.end() :]) if first else None
    return first.end() if first and verb and is_verb(verb[0]) else 0


def headed(document: Document, heading: Block) -> list[Block]:
    """The infinitive items that stand right under a heading that says who is to do them, without a stem."""
    out = []
    for block in document.blocks[heading.index + 1 :]:
        if block.kind == "heading" and block.level <= heading.level:
            break
        if block.section == heading.index and block.kind == "item" and block.level == 1:
            out.append(block)
    return out if out and all(re.match(r"[Tt]o\s+[a-z]", b.clean) for b in out) else []
