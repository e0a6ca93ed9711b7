"""The directions that a document itself is: known by its title and its operative words, dated by its signature.

Invariant: a paper is directions only if a short line at its top says so and a sentence of it directs; its date is that
of the making (`Made`, `Dated`, the day under the signature), never that on which it takes effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .dates import find_dates
from .directions_grammar import speaks
from .document import Block, Document
from .sought import Sought

_TITLE = re.compile(
    r"^\W*(?:(?:draft|revised|further|statutory|the)\s+)*directions?\b(?:\s*$|\s+(?:to|under|made|given|issued|pursuant|in\s+(?:relation|respect)|by|on|of\s+the|no\b|\())"
    r"|\bdirections?\s*,?\s+(?:\(\w[\w .]{0,24}\)\s+)?(?:19|20)\d\d\W*$"
    r"|\bdirections?\s+(?:(?:made|given|issued)\s+)?(?:under|pursuant\s+to)\s+(?:sections?|paragraph|article|regulation)\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\bDIRECTIONS?\b")
_NO_TITLE = re.compile(r"\b(?:letter|report|memorandum|response|note|guidance|summary|minded)\b", re.IGNORECASE)
_DIRECTS = Sought(
    re.compile(
        r"\bdirects?\b[^.]{0,80}\bas\s+(?:follows|set\s+out)\b"
        r"|\b(?:Secretary\s+of\s+State|Ministers?|Department|Treasury|Chancellor|Commissioners?|Mayor|Regulator|Authority|I|[Ww]e)\b[^.;]{0,400}?\b(?:directs\b|hereby\s+direct\b|direct\s+(?:that|the|as)\b)"
        r"|\bhereby\s+(?:directs?|makes?|gives?|issues?)\b|\b(?:gives?|makes?|issues?)\s+(?:the\s+following|these)\s+directions?\b|\b(?:is|are)\s+hereby\s+directed\b",
        re.IGNORECASE,
    ),
    "direct",
    "hereby",
)
_POWERS = re.compile(r"\bin\s+exercise\s+of\b[^.]{0,400}\bdirect", re.IGNORECASE)
_MADE = re.compile(
    r"^\W*(?:Made|Dated|Date(?:\s+of\s+(?:Direction|issue))?|Signed|Given)\b(?:\s+this|\s+on|\s+the)*\s*[:.…-]*\s*",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^\W*(?:signed\b|by\s+authority\s+of|(?:for\s+and\s+)?on\s+behalf\s+of)", re.IGNORECASE)
_TO = re.compile(
    r"\s*To\s*:\s*(?:the\s+|The\s+)?(?P<a>[^(,;]+?)\s*(?:\(\s*\"?(?:the\s+)?\"?(?P<s>[A-Z][\w ]{2,30}?)\"?\s*\)|,|;|$)"
)
_HEADED_TO = re.compile(
    r"\bdirections?\b[^.;:]{0,90}?\s(?:to|in\s+respect\s+of|in\s+relation\s+to)\s+(?:the\s+)?(?P<a>[A-Z][\w'&. -]{4,90}?)(?=\s*(?:[(,;:]|$|\s(?:in|under|made|dated|pursuant|for|of\s+\d)\s))",
    re.IGNORECASE,
)
_GIVEN_TO = re.compile(
    r"\b(?:these|this|the)\s+directions?\s+(?:is|are|apply|applies)\s+(?:given\s+|addressed\s+)?to\s+(?:the\s+)?(?P<a>[A-Z][\w'& -]{4,90}?)(?=\s*(?:[(,;.]|$))",
    re.IGNORECASE,
)
_TOP = 14


def is_directions(document: Document) -> bool:
    """Whether a document is itself directions."""
    top = [line.clean.strip(" *#") for line in document.lines[:_TOP] if line.clean.strip()]
    titled = any(
        len(line) < 150
        and (_TITLE.search(line) or _CAPITALS.search(line))
        and speaks(line)
        and not _NO_TITLE.search(line)
        for line in top
    )
    return titled and any(_DIRECTS.search(block.clean) for block in document.blocks[:80])


def directs(text: str) -> bool:
    """Whether a text has the words of directing."""
    return bool(_DIRECTS.search(text) or _POWERS.search(text))


def operative(document: Document) -> Block | None:
    """The block that directs, else the one that tells of the power to direct."""
    top = document.blocks[:80]
    return next((b for b in top if _DIRECTS.search(b.clean)), None) or next(
        (b for b in top if _POWERS.search(b.clean)), None
    )


def made_on(document: Document) -> str | None:
    """The day an instrument says it was made or signed."""
    for line in document.lines:
        lead = _MADE.match(line.clean.strip())
        if lead and (dates := find_dates(line.clean.strip()[lead.end() :][:60])):
            return dates[0].iso
    return next(_signed(document), None)


def _signed(document: Document) -> Iterator[str]:
    """The days that stand alone on a line of a signature."""
    lines = document.lines
    for place, line in enumerate(lines):
        if not _SIGNED.match(line.clean.strip()):
            continue
        for below in lines[place : place + 12]:
            text = below.clean.strip()
            dates = find_dates(text)
            if (
                len(dates) == 1
                and dates[0].precision == "day"
                and len(text) - len(text[slice(dates[0].start, dates[0].end)]) < 12
            ):
                yield dates[0].iso


def addressee(document: Document) -> str | None:
    """To whom an instrument is addressed: by its `To:`, by its title, or by the sentence that says so."""
    for block in document.blocks[:16]:
        if to := _TO.match(block.clean):
            return to["s"] or to["a"]
    for block in document.blocks[:_TOP]:
        to = _HEADED_TO.search(block.clean) if len(block.clean) < 260 else None
        if to and not re.match(r"section|paragraph|article", to["a"], re.IGNORECASE):
            return to["a"].strip(" .")
    for block in document.blocks[:40]:
        if to := _GIVEN_TO.search(block.clean):
            return to["a"].strip(" .")
    return None
