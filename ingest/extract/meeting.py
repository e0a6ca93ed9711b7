"""The meeting that a document is the record of: body, date, times, venue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...graph.facts import Meeting
from ..clean import clean
from ..context import Context
from ..dates import TimeMention, after, find_dates, find_times
from ..document import Document, Text

_CLOSED = re.compile(
    r"\b(?:meeting|business|proceedings|session|chair\w*)\b[^.]{0,80}?\b(?:ended|closed|concluded|finished|terminated|adjourned|rose|close)\b|\b(?:ended|closed|concluded|finished)\s+at\b|\bclose\s+of\s+(?:the\s+)?meeting\b|\btime\s+(?:of\s+closure|finished|ended|closed)\b|\b(?:finish|end)\s+time\b|\bconclusion\s+of\s+(?:the\s+)?meeting\b",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"\b(?:opened|began|started|commenced|declared\s+open|start(?:ing)?(?:\s+time)?|commenc(?:ing|ement))\b[^.]{0,40}",
    re.IGNORECASE,
)
_VENUE = re.compile(
    r"^(?:.*\s{2,}|.*\t|[\s|*]*)(?:meeting\s+)?(?:venue|location|place|held\s+(?:at|in)|where)\s*[:|]+[\s|*]*(?P<v>\S.*)$",
    re.IGNORECASE,
)
_GAP_VENUE = re.compile(r"^[\s|*]*(?:venue|location|place)(?:\s{2,}|\t)\s*(?P<v>\S.*)$", re.IGNORECASE)
_IN = re.compile(
    r"\b(?i:in|at|via|by|on|using|through)\s+(?P<v>(?i:the\s+)?(?:[A-Z0-9][\w'.,&/-]*\s*|(?:of|the|and|in|on|at|to|&)\s+)+(?:,[^.]*)?)"
)
_PLACE = re.compile(
    r"\b(?:rooms?|hall|castle|palace|council\s+chambers?|chamber|house|centre|center|floor|street|road|offices?|building|square|place|lane|avenue|suite|library|school|church|theatre|campus|teams|zoom|boardroom|hospital|institute|pavilion|court|hq|headquarters|guildhall|town\s+hall|academy|college|club|inn|hotel|[A-Z]{1,2}\d{1,2}[A-Z]?\s?\d[A-Z]{2})\b",
    re.IGNORECASE,
)
_ONLINE = re.compile(
    r"\b(?P<v>(?:virtual(?:ly)?(?:\s+meeting)?|online(?:\s+meeting)?|remote(?:ly)?(?:\s+meeting)?|video\s*conference)?\s*(?:using|via|by|on|through)\s+(?:MS\s+|Microsoft\s+)?(?:Teams|Zoom|Skype|WebEx|Google\s+Meet|video\s*conference))\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(?:date|time|venue|location|chair\w*|present|attendees|apologies|minutes|members)\s*:", re.IGNORECASE
)
_BARE = re.compile(
    r"\b(?:at|:)\s*(?P<h>[01]?\d|2[0-3])[.:]?(?P<m>[0-5]\d)(?:\s*(?:hrs|hours|h))?(?![\d/])", re.IGNORECASE
)
_MOST = 30


def extract(context: Context) -> Iterator[Meeting]:
    """One meeting, if the document is the minutes of a dated one."""
    head, document = context.head, context.document
    if head.kind != "minutes" or not head.date or not head.body:
        return
    lines = list(document.lines[:_MOST])
    dated = next((i for i, line in enumerate(lines) if any(d.iso == head.date for d in find_dates(line.clean))), None)
    if dated is None:
        return
    named = next((i for i, line in enumerate(lines[: dated + 1]) if _has(line.clean, head.body)), dated)
    times = _times(lines, dated)
    start = times[0].value if times else _started(document)
    venue, last = _venue(lines, dated)
    until = lines[max(dated, last)]
    first = lines[named].span()[0]
    evidence = document.evidence_of(
        clean(document.text, first, until.span()[1]), rule="meeting.head", certainty="layout"
    )
    yield Meeting(
        body=head.body,
        date=head.date,
        start=start,
        end=_ended(document, start, times),
        venue=venue or _online(document),
        evidence=evidence,
    )


def _has(line: str, body: str) -> bool:
    return body.casefold() in " ".join(line.split()).casefold()


def _no_dates(line: str) -> str:
    """A line with its dates and postcodes masked, so that no part of them reads as a time."""
    out = line
    for mention in find_dates(line):
        out = out[: mention.start] + "#" * (mention.end - mention.start) + out[mention.end :]
    return out


def _times(lines: Sequence[Text], dated: int) -> list[TimeMention]:
    """The times printed in the head: on a line labelled so, else on the lines about the date."""
    for line in lines:
        if (label := re.search(r"\btime\s*[:|]|\btime(?:\s{2,}|\t)", line.clean, re.IGNORECASE)) and (
            found := find_times(_no_dates(line.clean[label.end() :]))
        ):
            return found
    return [t for line in lines[max(0, dated - 2) : dated + 4] for t in find_times(_no_dates(line.clean))]


def _started(document: Document) -> str | None:
    """When the text says that the meeting began."""
    for line in document.lines:
        found = _OPENED.search(line.clean)
        told = found and re.search(r"\b(?:meeting|chair)", line.clean, re.IGNORECASE)
        if found and told and (at := _first_time(_no_dates(line.clean[found.start() :]))):
            return at.value
    return None


def _ended(document: Document, start: str | None, times: Sequence[TimeMention]) -> str | None:
    """When the text says that it ended, the last such word counting; else the end of the range printed in its head."""
    for block in reversed(document.blocks):
        for found in reversed(list(_CLOSED.finditer(block.clean))):
            whole = _no_dates(block.clean[found.start() : found.end() + 90])
            if re.search(r"\bre-?(?:opened|convened|started)\b", whole):
                continue
            cut = found.end() - found.start()
            if at := _first_time(whole[cut:]) or _first_time(whole[:cut]):
                return after(start, at)
    return after(start, times[1]) if len(times) > 1 and after(start, times[1]) > times[0].value else None


def _first_time(words: str) -> TimeMention | None:
    """The first time of day in some words, four digits after `at` (`at 1831`) among them."""
    at, bare = find_times(words), _BARE.search(words)
    if bare and (not at or bare.start("h") < at[0].start):
        four = len(bare["h"]) == 2 and words[bare.end("h")] not in ".:"
        return TimeMention(0, 0, f"{int(bare['h']):02}:{bare['m']}", four)
    return at[0] if at else None


def _venue(lines: Sequence[Text], dated: int) -> tuple[str | None, int]:
    """(venue, index of its last line): labelled, after the date on its line, or on the lines below it."""
    for i, line in enumerate(lines):
        if found := _VENUE.match(line.clean) or _GAP_VENUE.match(line.clean):
            words, last = re.split(r"\s{4,}|\t|\|", found["v"].strip())[0].strip(" *"), i
            while (
                last + 1 < len(lines)
                and _address(lines[last + 1].clean)
                and not _LABELLED.search(lines[last + 1].clean)
            ):
                last += 1
                words += " " + lines[last].clean.strip()
            return " ".join(words.split()), last
    text = lines[dated].clean
    mention = find_dates(text)[-1]
    for rest in (text[mention.end :], text[: find_dates(text)[0].start]):
        stop = max([t.end for t in find_times(rest)], default=0)
        for found in (*_IN.finditer(rest, stop), *_IN.finditer(rest, 0, stop)):
            if _PLACE.search(found["v"]):
                return _trimmed(found["v"]), dated
    tail = text[mention.end :]
    tail = tail[max([t.end for t in find_times(tail)], default=0) :].strip(" ,-:")
    if _address(tail) and tail[:1].isupper():
        return _trimmed(tail), dated
    words, last = "", dated
    for i in range(dated + 1, min(dated + 4, len(lines))):
        part = lines[i].clean.strip().strip("*")
        lead = re.match(r"(?:held\s+)?(?:in|at|via)\s+(?:the\s+)?(?=[A-Z])", part, re.IGNORECASE) if not words else None
        timed = find_times(part)
        if timed and not words and timed[0].start < 6 and _address(part[timed[-1].end :]):
            part = part[timed[-1].end :].strip(" ,-")
            lead = re.match(r"(?:in|at|via)\s+(?:the\s+)?", part, re.IGNORECASE)
        if not _address(part) and not (words and re.fullmatch(r"[A-Z0-9]{2,4}(?:\s[A-Z0-9]{3})?", part)):
            break
        words, last = f"{words} {part[lead.end() :] if lead else part}".strip(), i
    words = re.sub(r"\s*\((?:and|also|with)\b[^()]*\)$", "", " ".join(words.split()))
    return (words or None), last


def _trimmed(words: str) -> str:
    """A venue without the article before it and what follows its end: a time, a date, a sentence."""
    plain = re.split(r"\.\s|\.$|\s+(?:at|on|from|commencing|starting)\s+(?=\d|[MTWFS]\w+day)", " ".join(words.split()))[
        0
    ]
    plain = re.split(r"\s+at$|\s+on$", plain)[0]
    return re.sub(r"^the\s+", "", plain, flags=re.IGNORECASE).strip(" ,.-")


def _online(document: Document) -> str | None:
    """Where the first lines say that the meeting was held on a screen."""
    for line in document.lines[:140]:
        if (
            "meeting" in line.clean.casefold()
            and (found := _ONLINE.search(line.clean))
            and len(line.clean.split()) < 30
        ):
            return " ".join(found["v"].split())
    return None


def _address(text: str) -> bool:
    text = text.strip()
    return (
        bool(text)
        and len(text) < 130
        and bool(_PLACE.search(text))
        and not re.search(r"\b(?:present|minutes|apologies|attendees|members|agenda)\b", text, re.IGNORECASE)
        and not text.endswith(":")
    )
