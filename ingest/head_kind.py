"""The genre of a document: minutes, directions, letter, terms of reference, rules, report.

Invariant: the first lines decide; where they say nothing of terms of reference, the chapters of the whole may.
"""

from __future__ import annotations

import re

from .context import DocumentKind
from .dates import find_dates
from .directions_itself import is_directions
from .document import Document, Text
from .own_title import is_instrument

_KINDS: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = (
    (
        "minutes",
        re.compile(
            r"\b(?:minutes\s+of|minutes\s+and\s+actions|minutes\s+from|notes?\s+of\s+(?:the\s+|a\s+)?meeting|draft\s+minutes|record\s+of\s+(?:the\s+)?(?:meeting|proceedings)|held\s+(?:on|at))\b|^\s*minutes\b",
            re.IGNORECASE,
        ),
    ),
    (
        "directions",
        re.compile(
            r"^\W*(?:[A-Z][\w()]*\s+){0,8}directions?\s+(?:(?:made|given|issued)\s+)?(?:under|pursuant\s+to)\s+section\b|\bdirects\s+as\s+follows\b|\bhereby\s+directs|(?:gives?|makes?)\s+the\s+following\s+directions?\b",
            re.IGNORECASE,
        ),
    ),
    ("letter", re.compile(r"^\s*Dear\b")),
    (
        "terms",
        re.compile(
            r"\bterms\s+of\s+reference\b|\b(?:role|purpose|functions?)\s+(?:and|&)\s+(?:remit|terms|responsibilities\s+of\s+the)\b|\b(?:committee|board|group|panel)\s+remit\b",
            re.IGNORECASE,
        ),
    ),
    (
        "rules",
        re.compile(
            r"\b(?:standing\s+orders|code\s+of\s+(?:conduct|practice)|constitution|financial\s+regulations|scheme\s+of\s+delegation|rules\s+of\s+procedure|memorandum\s+of\s+understanding|articles\s+of\s+association|framework\s+(?:document|agreement)|(?:improvement|warning|enforcement|compliance|performance)\s+notice|notice\s+to\s+improve|management\s+statement|(?:partnership|collaboration|inter[\s-]authority|service\s+level)\s+agreement)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "report",
        re.compile(
            r"\b(?:report\s+(?:of|by|to|author)|purpose\s+of\s+(?:the\s+)?report|executive\s+summary|is\s+recommended\s+to|recommendations?|decision\s+letter|explanatory\s+memorandum|summary)\b",
            re.IGNORECASE,
        ),
    ),
)
_REPORT = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d)?[.)]?\s*)?(?:(?:joint\s+)?report\s+(?:of\s+(?:the\s+)?(?-i:[A-Z])|by\b|to\b|title\b|author|number|subject)|(?:purpose\s+of\s+(?:the\s+|this\s+)?report|recommendations?\s*:?\s*$|executive\s+summary)|(?:lead\s+member|cabinet\s+member|portfolio\s+holder|originating\s+officer|report\s+author|key\s+decision|wards?(?:\(s\))?\s+affected|decision\s+(?:maker|type|notice|record)|decision\s+to\s+be\s+taken|record\s+of\s+(?:executive\s+|officer\s+)?decision)\b)",
    re.IGNORECASE,
)
"""A line that only the head of a report has."""
_LETTER = re.compile(r"^\s*Dear\b")
_ROLL_LINE = re.compile(
    r"\s*(?:\*\*)?(?:(?:members|councillors|governors|directors|trustees)\s+)?(?:present|in\s+attendance|attendees)\s*(?:\*\*)?\s*(?::|$)",
    re.IGNORECASE,
)
_OWN_TERMS = re.compile(r"\b(?:in|within|of|under|by|outside)\s+these\s+terms\s+of\s+reference\b", re.IGNORECASE)
_TITLE = 170
"""Characters of the longest line that can head a record of a meeting, if it does not begin with what it is."""
_OPENS_MINUTES = re.compile(
    r"\W*(?:(?:draft|confirmed|unconfirmed|approved)\s+)?(?:minutes|notes?|record)\s+(?:of|from)\b", re.IGNORECASE
)
_OPENING = 30
"""Blocks of a paper within which terms of reference come to their aim."""
_TERMS_OPEN = re.compile(r"\W*(?:The|These|This)\s+terms\s+of\s+reference\b", re.IGNORECASE)
_AIMS = re.compile(
    r"(?:key\s+|main\s+|overall\s+)?(?:purpose|aims?|objectives?|role|remit|functions?|responsibilities|duties|scope)\b(?!\s+of\s+(?:the\s+|this\s+)?report)"
)
_SEATS = re.compile(r"(?:core\s+|voting\s+)?(?:members|membership|composition|quorum|quoracy|chair)(?:\s+and\s+\w+)?$")
_MEETS = re.compile(
    r"(?:frequency|meetings?|quorum|quoracy|reporting|accountab\w+|secretariat|terms?\s+of\s+office|voting)\b"
)


def _titled(top: list[str]) -> DocumentKind | None:
    """The kind that a title of its own says (`TERMS OF REFERENCE`), if no line before it speaks of a meeting held."""
    forms = dict(_KINDS)
    for place, line in enumerate(top):
        text = line.strip(" *#-_:")
        if re.search(r"\bterms$", text, re.IGNORECASE) and place + 1 < len(top) and len(text) < 60:
            text = f"{text} {top[place + 1].strip(' *#-_:')}"
        if forms["minutes"].search(text) or re.match(r"\d|[(\u2022]", text):
            return None
        if len(text) < 90 and len(text.split()) <= 12 and not text.endswith("."):
            for kind in ("terms", "rules"):
                found = forms[kind].search(text)
                if (
                    found
                    and (text[0].isupper() and len(text) - len(found[0]) < 60)
                    and not re.search(
                        r"\b(?:proposed|revised|approval|review|draft\s+report|to\s+approve)\b",
                        text[: found.start()],
                        re.IGNORECASE,
                    )
                ):
                    return kind
    return None


def kind_of(document: Document, lines: list[Text]) -> DocumentKind:
    """The genre of a document, by its first lines; terms of reference also by the chapters they consist of."""
    kind = _by_lines(document, lines)
    reported = any(_REPORT.match(line.clean) for line in lines[:22])
    if kind not in {"report", "other"} or reported:
        return kind
    return "terms" if _chaptered(document) or _speaks_of_itself(document) else kind


def _speaks_of_itself(document: Document) -> bool:
    """Whether a paper with a chapter on a body's aim speaks of `these terms of reference`."""
    top = document.blocks[:_OPENING]
    aims = any(b.kind == "heading" and _AIMS.match(b.clean.casefold()) for b in top)
    return aims and any(_OWN_TERMS.search(b.clean) for b in top)


def _chaptered(document: Document) -> bool:
    """Whether the chapters are those of terms of reference: an aim, who sits, and how they meet or report."""
    heads = [b for b in document.blocks if b.kind == "heading" or (b.cell and not b.cell.column)]
    titles = [(b.index, b.clean.casefold().strip(" :")) for b in heads]
    if not any(index < _OPENING and _AIMS.match(title) for index, title in titles):
        return False
    found = [any(form.match(title) for _, title in titles) for form in (_SEATS, _MEETS)]
    return all(found)


_RESOLVES = re.compile(
    r"\W*(?:(?:IT\s+WAS\s+)?(?:RESOLVED|AGREED)|(?:It\s+was\s+)?(?:Resolved|Agreed):?\s*(?:that\b|$))"
)


def _by_lines(document: Document, lines: list[Text]) -> DocumentKind:
    top = [line.clean for line in lines[:22]]
    if titled := _titled(top[:12]):
        return titled
    if is_directions(document):
        return "directions"
    if is_instrument(document):
        return "rules"
    if any(_LETTER.match(line.clean) for line in document.lines[:60]) and not _is_minutes(document, top):
        return "letter"
    for kind, form in _KINDS[:3]:
        told = any(
            form.search(line)
            for line in (
                [ln for ln in top if len(ln) < _TITLE or _OPENS_MINUTES.match(ln)]
                if kind == "minutes"
                else [ln.clean for ln in document.lines[:60]]
            )
        )
        if told and (kind != "minutes" or _is_record(document)):
            return kind
    if any(_TERMS_OPEN.match(line) for line in top[:6]):
        return "terms"
    if any(_REPORT.match(line) for line in top):
        return "report"
    for kind, form in _KINDS[3:]:
        if any(form.search(line) for line in top[:14] if kind != "terms" or len(line) < 90):
            return kind
    text = " ".join(top)
    if re.search(r"\battendance\b", text, re.IGNORECASE) and any(
        re.search(r"\b(?:chaired|clerked)\s+by\b", ln.clean, re.IGNORECASE) for ln in document.lines[:70]
    ):
        return "minutes"
    if any(_ROLL_LINE.match(line) for line in top) and any(
        d.precision == "day" for line in top[:12] for d in find_dates(line)
    ):
        return "minutes"
    return (
        "minutes"
        if re.search(r"\bapologies\b", text, re.IGNORECASE) and re.search(r"\b(?:present|attend)", text, re.IGNORECASE)
        else "other"
    )


def _is_minutes(document: Document, top: list[str]) -> bool:
    return any(dict(_KINDS)["minutes"].search(line) for line in top) and _is_record(document)


def _is_record(document: Document) -> bool:
    """Whether a document that speaks of minutes at its top is itself the record: it lists who was there, or resolves."""
    roll = re.compile(r"\b(?:present|attendees|in\s+attendance|attendance|apologies|panel:|members)\b", re.IGNORECASE)
    return any(roll.search(line.clean) for line in document.lines[:70]) or any(
        _RESOLVES.match(line.clean) for line in document.lines
    )
