"""The meeting that a document is the record of: body, date, times, venue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...graph.facts import Meeting
from ..context import Context
from ..dates import after, find_dates, find_times
from ..document import Document, Text

_CLOSED = re.compile(
    r"\b(?:meeting|business|proceedings|session)\b[^.]{0,80}?\b(?:ended|closed|concluded|finished|terminated|adjourned)\b|\b(?:ended|closed|concluded|finished)\s+at\b|\bclose\s+of\s+meeting\b|\bchair\w*\s+closed\s+the\s+meeting\b|\bmeeting\s+close",
    re.IGNORECASE,
)
_OPENED = re.compile(r"\b(?:opened|began|started|commenced|start(?:ing)?)\b[^.]{0,40}", re.IGNORECASE)
_VENUE = re.compile(r"\b(?:venue|location|place)\s*:\s*(?P<v>\S.*)$", re.IGNORECASE)
_IN = re.compile(
    r"\b(?:in|at|via|by|on)\s+(?P<v>(?:the\s+)?(?:[A-Z0-9][\w'.,&-]*\s*|of\s+|the\s+|and\s+)+(?:,[^.]*)?)", re.UNICODE
)
_PLACE = re.compile(
    r"\b(?:room|hall|chamber|house|centre|center|floor|street|road|offices?|building|square|place|lane|avenue|suite|library|school|church|theatre|campus|teams|zoom|[A-Z]{1,2}\d{1,2}[A-Z]?\s?\d[A-Z]{2})\b",
    re.IGNORECASE,
)


def extract(context: Context) -> Iterator[Meeting]:
    """One meeting, if the document is the minutes of a dated one."""
    head, document = context.head, context.document
    if head.kind != "minutes" or not head.date or not head.body:
        return
    lines = [line for line in document.lines[:26]]
    dated = next((i for i, line in enumerate(lines) if any(d.iso == head.date for d in find_dates(line.clean))), None)
    if dated is None:
        return
    named = next((i for i, line in enumerate(lines[: dated + 1]) if _has(line.clean, head.body)), dated)
    times = [t for line in lines[max(0, dated - 2) : dated + 4] for t in find_times(_no_dates(line.clean))]
    start = times[0].value if times else _started(document)
    venue, last = _venue(lines, dated)
    until = lines[max(dated, last)]
    first = lines[named].span()[0]
    evidence = document.evidence_of(_between(document, first, until.span()[1]), rule="meeting.head", certainty="layout")
    yield Meeting(
        body=head.body, date=head.date, start=start, end=_ended(document, start, times), venue=venue, evidence=evidence
    )


def _between(document: Document, start: int, end: int) -> Text:
    from ..clean import clean

    return clean(document.text, start, end)


def _has(line: str, body: str) -> bool:
    return body.casefold() in " ".join(line.split()).casefold()


def _no_dates(line: str) -> str:
    out = line
    for mention in find_dates(line):
        out = out[: mention.start] + "#" * (mention.end - mention.start) + out[mention.end :]
    return out


def _started(document: Document) -> str | None:
    for line in document.lines:
        if (found := _OPENED.search(line.clean)) and re.search(r"\b(?:meeting|chair)", line.clean, re.IGNORECASE):
            if times := find_times(line.clean[found.start() :]):
                return times[0].value
    return None


def _ended(document: Document, start: str | None, times: list) -> str | None:  # type: ignore[type-arg]
    for block in reversed(document.blocks):
        if found := _CLOSED.search(block.clean):
            if at := find_times(_no_dates(block.clean[found.start() :])) or find_times(_no_dates(block.clean)):
                return after(start, at[0])
            late = re.search(r"\bat\s+(\d{1,2})[.:](\d\d)\b", block.clean)
            if late:
                return f"{int(late[1]):02}:{late[2]}"
    return after(start, times[1]) if len(times) > 1 and times[1].value > times[0].value else None


def _venue(lines: list[Text], dated: int) -> tuple[str | None, int]:
    """(venue, index of its last line): labelled, after the date on its line, or on the lines below it."""
    for i, line in enumerate(lines):
        if found := _VENUE.search(line.clean):
            words, last = found["v"].strip(), i
            while last + 1 < len(lines) and _address(lines[last + 1].clean) and ":" not in lines[last + 1].clean:
                last += 1
                words += " " + lines[last].clean.strip()
            return " ".join(words.split()), last
    text = lines[dated].clean
    mention = find_dates(text)[-1]
    rest = text[mention.end :]
    stop = max([t.end for t in find_times(rest)], default=0)
    found = _IN.search(rest[stop:]) or _IN.search(rest)
    if found and _PLACE.search(found["v"]):
        return re.split(r"\.\s|\.$", " ".join(found["v"].split()))[0].removeprefix("the ").strip(" ,."), dated
    words, last = "", dated
    for i in range(dated + 1, min(dated + 4, len(lines))):
        part = lines[i].clean.strip().strip("*")
        if not _address(part) and not (words and re.fullmatch(r"[A-Z0-9]{2,4}(?:\s[A-Z0-9]{3})?", part)):
            break
        words, last = f"{words} {part}".strip(), i
    return (re.sub(r"\s*\((?:and|also|with)\b[^()]*\)$", "", " ".join(words.split())) or None), last


def _address(text: str) -> bool:
    text = text.strip()
    return (
        bool(text)
        and len(text) < 110
        and bool(_PLACE.search(text))
        and not re.search(r"\b(?:present|minutes|apologies|attendees)\b", text, re.IGNORECASE)
        and not text.endswith(":")
    )
