"""What imposes the duties of a passage: directions, a provision of an Act, terms of reference, another named document.

The innermost thing that the text names counts: the sentence first, then the stems that its list hangs on, then the
headings and labels about it, then the document itself. Answers are in the words of the facts format (`Directions
2017-03-28`, `Local Government Act 1999 section 3`, `Terms of Reference`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from .context import Context
from .directions import Found, directions, within
from .directions_grammar import NOUN
from .dates import find_dates
from .document import Block
from .sentences import sentences

_NOT = re.compile(
    r"\b(?:strategic|clear|under\s+the|provide\s+\w+\s+and|challenge\s+and|delivery\s+and)\s+directions?\b|\bdirection\s+of\s+travel\b",
    re.IGNORECASE,
)


def direction_at(context: Context, block: Block, phrase: str) -> Found | None:
    """The direction that a phrase (`the new Directions`, `the draft`, `From Direction`) means at a block."""
    known = directions(context)
    if not known:
        return None
    for mention in find_dates(phrase):
        for item in known:
            if item.date == mention.iso:
                return item
    year = re.search(r"\b((?:19|20)\d{2})\b", phrase)
    fits = [d for d in known if year and d.date.startswith(year[1])]
    if len(fits) == 1:
        return fits[0]
    if re.search(r"\bdraft\b", phrase, re.IGNORECASE):
        return next((d for d in known if d.status == "draft"), None)
    topic = _words(" ".join(h.clean for h in context.document.headings(block)) + " " + phrase)
    scored = [(len(topic & _words(" ".join(d.said))), d) for d in known if d.status != "revoked"]
    if scored and len({s for s, _ in scored}) > 1 and len(scored) > 1:
        return max(scored, key=lambda pair: (pair[0], pair[1].date))[1]
    live = [d for d in known if d.status == "made"] or list(known)
    return max(live, key=lambda d: d.date)


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    return frozenset(
        w
        for w in re.findall(r"[a-z]{4,}", text.casefold())
        if w
        not in {
            "board",
            "direction",
            "directions",
            "terms",
            "reference",
            "draft",
            "state",
            "secretary",
            "council",
            "with",
            "that",
            "from",
            "dated",
            "improvement",
            "requires",
            "required",
            "establish",
            "government",
        }
    )


def in_terms(context: Context, block: Block) -> bool:
    """Whether a block stands in terms of reference."""
    if context.head.kind == "terms":
        return True
    return any(
        re.search(r"\bterms\s+of\s+reference\b", h.clean, re.IGNORECASE) for h in context.document.headings(block)
    )


def mandate_at(context: Context, block: Block, start: int = 0, end: int | None = None) -> str | None:
    """What imposes the duty at `block.clean[start:end]`, in the words of the facts format; None if nothing is named."""
    text = block.clean[start:end]
    sentence = next((block.clean[a:b] for a, b in sentences(block.clean) if a <= start < b), text)
    begin = next((a for a, b in sentences(block.clean) if a <= start < b), start)
    around = [(block, begin, begin + len(sentence))]
    at = block.stem
    while at is not None and len(around) < 4:
        other = context.document.blocks[at]
        around.append((other, 0, len(other.clean)))
        at = other.stem
    for other, first, last in around:
        said = other.clean[first:last]
        found = [
            c
            for c in within(context.document, other, first, last)
            if re.search(
                r"(?:\bunder|\bobliged\s+by|\bby|pursuant\s+to|\bduty\s+in|\bregard\s+to\s+the\s+matters\s+in|\bunder\s+the|^|\.\s|:\s)\s*(?:the\s+)?$",
                said[: c.start - first][-28:],
            )
        ]
        if found and not re.search(r"\bwithin\s+the\s+meaning\b", said[: found[0].start - first][-30:]):
            return found[0].name
        if (
            (noun := NOUN.search(said))
            and re.search(
                r"\b(?:requir\w+|directs?|under|from\s+[Dd]irection|by\s+virtue\s+of|direction\s+\d|the\s+draft)\b",
                said,
                re.IGNORECASE,
            )
            and not _NOT.search(said)
        ):
            item = direction_at(context, block, said[max(0, noun.start() - 60) : noun.end() + 60])
            if item:
                return f"Directions {item.date}"
            return "Directions"
        if re.search(r"\b[Tt]he\s+draft\s+requires\b|^Under\s+it\b", said):
            item = direction_at(context, block, "draft")
            if item:
                return f"Directions {item.date}"
    before = context.document.blocks[block.index - 1 : block.index] if block.cell else ()
    for other in [
        b
        for b in context.document.blocks[max(0, block.index - 6) : block.index]
        if block.cell and b.cell and b.cell.row == block.cell.row and b.cell.table == block.cell.table
    ]:
        if re.fullmatch(r"\(?from\s+(?:the\s+)?directions?\)?:?", other.clean, re.IGNORECASE):
            item = direction_at(context, block, other.clean)
            return f"Directions {item.date}" if item else "Directions"
    del before
    if context.head.kind == "directions" and context.head.date:
        return f"Directions {context.head.date}"
    code = re.search(
        r"\b(?:the\s+)?(?:[A-Z]\w+'s\s+)?((?:[A-Z][\w/]+\s+)*(?:Code\s+of\s+(?:Conduct|Practice)|Constitution|Standing\s+Orders|Financial\s+Regulations|Protocol))\s+requires?\b",
        sentence,
    )
    if code:
        return code[1]
    if in_terms(context, block) or re.search(r"\bunder\s+its\s+terms\s+of\s+reference\b", sentence, re.IGNORECASE):
        return "Terms of Reference"
    return None
