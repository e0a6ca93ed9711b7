"""The head of a document: its kind, the body it belongs to, its own date.

Invariant: what is said of the whole is taken from the first lines (and the signature's date), not from the middle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .context import DocumentKind, Head
from .dates import find_dates
from .directions_itself import made_on
from .document import Block, Document, Text
from .head_kind import kind_of
from .names_grammar import name_at
from .names_phrases import body_end
from .names_tokens import Tokens, tokens_of

_HEAD_LINES = 34
_OF_BODY = re.compile(
    r"\b(?:minutes|notes?|record|proceedings|meeting|report\s+to|terms\s+of\s+reference)\s*(?:\s(?:of|for|to)\s|[-:]\s)\s*(?:(?:the|a|an)\s+)?(?:(?:ordinary|annual|extraordinary|special|monthly|quarterly|full(?!\s+(?:governing|council|board|cabinet))|public)\s+)*(?:(?:board|committee|council)\s+(?=meeting))?(?:(?:meeting|minutes)\s+of\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_TITLE_TAIL = re.compile(
    r"(?:[\s:,-]*\b(?:(?:draft|revised|model)\s+)?(?:terms\s+of\s+reference|constitution|standing\s+orders|code\s+of\s+conduct|role\s+and\s+remit|remit)\b.*|\s+\([^()]{3,60}\)\s*)$",
    re.IGNORECASE,
)
"""What stands behind the body's name in a title."""
_SMALL = re.compile(r"\b(And|Of|For|In|To|On|The|With|At|By|A|An)\b")
_ORGANISATION = re.compile(
    r"\b(?:Council|Borough|City|County|Authority|Trust|Department|Ministry|School|Academy|Office|Association|Constabulary|Government|University|College)\b",
    re.IGNORECASE,
)
_GIVEN_ON = re.compile(
    r"\b(?:notice|direction|letter|statement)\s+is\s+(?:given|issued|served|made)\b.*\bon\s+$", re.IGNORECASE
)
_DUE = re.compile(r"\b(?:by|before|until|no\s+later\s+than|with\s+effect\s+from)\s+(?:the\s+)?$", re.IGNORECASE)
_ABOVE = re.compile(r"\b[Mm]eeting\s+of\s+the\s+above(?:[\s-]named)?\s+[A-Z]")
_RUN = re.compile(r"([A-Z][\w&'/-]*(?:\s+(?:(?:of|and|for|the|&)\s+)*[A-Z][\w&'/-]*){1,7})(?=\s+(?:held|on|at)\b|,|$)")
_WHEN = re.compile(
    r"\b(?:Meetings?|Minutes|Notes|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Present|Agenda)\b|\d"
)
_DATED = re.compile(r"\b(?:held|date[ds]?|meeting|as\s+at|published|issued|made|on|of)\b", re.IGNORECASE)


def find_head(document: Document, date: str | None = None) -> Head:
    """What the head of a document says; `date` (ISO) counts where the text gives none."""
    lines = [line for line in document.lines[:_HEAD_LINES] if line.clean.strip()]
    kind = kind_of(document, lines)
    bodies = list(_bodies(lines))
    organisation = next((name for name in bodies if _ORGANISATION.search(name)), None)
    body = _body_of(kind, lines, bodies)
    if body and organisation and organisation.casefold().endswith(f" {body.casefold()}"):
        body = organisation
    title = next((bare for line in lines if len(bare := line.clean.strip().strip("#* ")) > 8), None)
    return Head(kind, title, body or organisation, organisation, own_date(document, kind) or date)


def _bodies(lines: list[Text]) -> Iterator[str]:
    """Names of bodies that the first lines consist of or contain, in order, as titles."""
    for line in lines[:16]:
        text = _TITLE_TAIL.sub("", titled(line.clean.strip().strip("#* ")))
        tokens = tokens_of(text)
        if _is_name(_TITLE_TAIL.sub("", line.clean.strip().strip("#* ")), text, tokens):
            yield text
            continue
        at = 0
        while at < len(tokens.words):
            found = name_at(tokens, at)
            if found and found.kind == "body" and not (at and tokens.lower[at - 1] == "chief"):
                yield text[tokens.starts[found.start] : tokens.stops[found.end - 1]]
                break
            at += 1


def _is_name(printed: str, text: str, tokens: Tokens) -> bool:
    """Whether a line in capitals is the name of a body and nothing else."""
    return (
        printed.isupper()
        and 2 <= len(tokens.words) <= 8
        and body_end(tokens, len(tokens.words) - 1) == len(tokens.words)
        and not re.search(
            r"\b(?:minutes|meeting|agenda|report|notes?|terms|of\s+the|council)\b|[:,\d]", text, re.IGNORECASE
        )
    )


def titled(text: str) -> str:
    """A line in capitals as a title; any other as it is."""
    if not text.isupper():
        return text
    words = re.sub(
        r"[A-Za-z']+", lambda m: m[0] if re.fullmatch(r"(?:NHS|UK|HM|II|III|IV)", m[0]) else m[0].capitalize(), text
    )
    return _SMALL.sub(lambda m: m[0].lower() if m.start() else m[0], words)


def _body_of(kind: DocumentKind, lines: list[Text], bodies: list[str]) -> str | None:
    """The body that meets, or whose paper it is."""
    for line in lines[:20]:
        text = titled(line.clean.strip().strip("#* "))
        for lead in _OF_BODY.finditer(text):
            tokens = tokens_of(text[lead.end() :])
            found = name_at(tokens, 0) if len(tokens.words) else None
            if len(tokens.words) and not found:
                found = next(
                    (
                        f
                        for at in range(1, min(4, len(tokens.words)))
                        if (f := name_at(tokens, at)) and all(w[0].isupper() for w in tokens.words[:at])
                    ),
                    None,
                )
                found = found._replace(start=0) if found else None
            if found and found.kind == "body":
                return text[lead.end() + tokens.starts[0] : lead.end() + tokens.stops[found.end - 1]]
    if kind == "minutes" and (named := _named_alone(lines, bodies)):
        return named
    labelled = next(
        (
            m
            for line in lines[:20]
            if (
                m := re.match(
                    r"\s*(?:committee|body|board|group|meeting)\s*:?\s{2,}(\S.*?)(?:\s{3,}|$)",
                    line.clean,
                    re.IGNORECASE,
                )
            )
        ),
        None,
    )
    if labelled:
        return titled(labelled[1].strip())
    inner = [
        b
        for b in bodies
        if re.search(
            r"\b(?:Board|Committee|Panel|Group|Forum|Cabinet|Partnership|Governing\s+Body|Commission|Governors|Trustees|Executive)\b",
            b,
        )
    ]
    if (
        kind in {"minutes", "terms"}
        and bodies
        and len(lines[0].clean) < 90
        and bodies[0] not in inner
        and _ORGANISATION.search(bodies[0])
        and not any(b.casefold() in " ".join(ln.clean for ln in lines[:6]).casefold() for b in inner)
    ):
        return inner[0] if inner and kind == "terms" else bodies[0]
    return inner[0] if inner else None


def _named_alone(lines: list[Text], bodies: list[str]) -> str | None:
    """The body of `meeting of the above Council`, named over it; or that of a title whose name ends in no body's noun."""
    for line in lines[:6]:
        text = titled(line.clean.strip().strip("#* "))
        if bodies and _ABOVE.search(text):
            return bodies[0]
        lead = _OF_BODY.search(text)
        run = _RUN.match(text, lead.end()) if lead else None
        if run and not _WHEN.search(run[1]):
            return run[1]
    return None


def own_date(document: Document, kind: DocumentKind) -> str | None:
    """The document's own date: of the meeting, the letter, the instrument or the paper."""
    signed = [line.clean for line in document.lines if re.match(r"\s*(?:dated|date)\s*:?\s", line.clean, re.IGNORECASE)]
    if kind == "directions":
        for line in signed:
            if found := find_dates(line):
                return found[-1].iso
        if day := made_on(document):
            return day
    if in_table := _date_cell(document):
        return in_table
    tops = [line.clean for line in document.lines[: 24 if kind != "letter" else 40]]
    best: tuple[int, str] | None = None
    for place, line in enumerate(tops):
        for mention in find_dates(line):
            if mention.precision != "day":
                continue
            before = line[: mention.start]
            score = 2 if _DATED.search(before) or not before.strip() else 1
            if len(line.split()) > 16 and not re.search(r"\bheld\b", line, re.IGNORECASE):
                score = 2 if _GIVEN_ON.search(before) else 0
            if _DUE.search(before):
                score = 0
            if score and (best is None or score > best[0]):
                best = (score * 100 - place, mention.iso) if best is None or score * 100 - place > best[0] else best
    return best[1] if best else None


def _date_cell(document: Document) -> str | None:
    """The day in the cell under, or beside, `Date` in a table at the top of a paper."""
    for block in document.blocks[:24]:
        if not block.cell or not (block.cell.row or block.cell.column):
            continue
        found = find_dates(block.clean)
        if len(found) != 1 or found[0].precision != "day" or len(block.clean.split()) > 5:
            continue
        for other in document.blocks[:24]:
            at = other.cell
            beside = at and at.table == block.cell.table and (
                (at.column == block.cell.column and at.row == 0) or (at.row == block.cell.row and at.column == block.cell.column - 1)
            )  # fmt: skip
            if beside and re.fullmatch(
                r"(?:meeting\s+)?date(?:\s+of\s+(?:meeting|report))?\s*:?", other.clean.strip(" *"), re.IGNORECASE
            ):
                return found[0].iso
    return None


def heading_of(document: Document, block: Block) -> str:
    """The words of the nearest heading above a block, or nothing."""
    above = document.headings(block)
    return above[0].clean if above else ""
