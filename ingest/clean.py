"""Cleaning: from a stretch of raw text to clean text that knows where each character came from.

Invariant: every character of the result maps to the slice of the raw text that it stands for; inline markup stands for
nothing, other markup and any run of white space for one blank.
"""

from __future__ import annotations

import html
import re
from array import array

from .document import Text

_TOKEN = re.compile(
    r"(?P<inline></?(?:sup|sub|b|i|em|strong|u|span|font|a|small)\b[^<>\n]{0,200}>)"
    r"|(?P<tag></?[a-zA-Z][^<>]{0,200}>|<!--[^<>]{0,200}-->)"
    r"|(?P<entity>&(?:[a-zA-Z]{2,10}|#\d{1,6}|#x[0-9a-fA-F]{1,5});)"
    r"|(?P<stars>\*\*+|__+|`)"
    r"|(?P<space>[\s\ufeff\u200b]+)"
    r"|(?P<plain>[^\s<&*_`\ufeff\u200b]+)"
    r"|(?P<other>.)",
    re.IGNORECASE,
)
_PLAIN = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "\u00b4": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2033": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
        "\u2022": " ", "\u00ad": "-",
    }
)  # fmt: skip


_SPECIAL = re.compile(r"[<&*_`\u2022\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_BLANKS = re.compile(r"\s\s|[^\S ]|[\ufeff\u200b]")
_OTHER_BLANK = re.compile(r"[^\S \t]|[\ufeff\u200b]")


def clean(raw: str, start: int = 0, end: int | None = None, *, columns: bool = False) -> Text:
    """The clean text of `raw[start:end]`; with `columns` runs of blanks and tabs inside it are kept as they are."""
    stop = len(raw) if end is None else end
    if not _SPECIAL.search(raw, start, stop):
        if columns:
            return _whole(_OTHER_BLANK.sub(" ", raw[start:stop]), start)
        while start < stop and raw[start] in " \t":
            start += 1
        while stop > start and raw[stop - 1] in " \t":
            stop -= 1
        if not _BLANKS.search(raw, start, stop):
            return _whole(raw[start:stop], start)
    return _by_token(raw, start, stop, columns=columns)


def _whole(part: str, start: int) -> Text:
    """A stretch in which each character stands for itself."""
    stop = start + len(part)
    return Text(part.translate(_PLAIN), array("l", range(start, stop)), array("l", range(start + 1, stop + 1)))


def _by_token(raw: str, start: int, stop: int, *, columns: bool) -> Text:
    out: list[str] = []
    starts, ends = array("l"), array("l")
    size = 0
    for token in _TOKEN.finditer(raw, start, stop):
        kind, first, last = token.lastgroup, token.start(), token.end()
        if kind == "plain" or kind == "other":
            text = token[0].translate(_PLAIN)
            if " " in text:
                text, first, last = text.replace(" ", ""), first, last
                if not text:
                    continue
            if len(text) != last - first:
                first = last - len(text)
            out.append(text)
            starts.extend(range(first, last))
            ends.extend(range(first + 1, last + 1))
            size += len(text)
        elif kind == "space" or kind == "tag":
            if columns and kind == "space" and "\n" not in token[0]:
                out.append("".join("\t" if char == "\t" else " " for char in token[0]))
                starts.extend(range(first, last))
                ends.extend(range(first + 1, last + 1))
                size += last - first
            elif size and out[-1] != " ":
                out.append(" ")
                starts.append(first)
                ends.append(last)
                size += 1
        elif kind == "entity":
            text = html.unescape(token[0]).translate(_PLAIN)
            if text == token[0] or len(text) != 1:
                text = token[0]
                out.append(text)
                starts.extend(range(first, last))
                ends.extend(range(first + 1, last + 1))
                size += len(text)
            elif text.isspace():
                if size and out[-1] != " ":
                    out.append(" ")
                    starts.append(first)
                    ends.append(last)
                    size += 1
            else:
                out.append(text)
                starts.append(first)
                ends.append(last)
                size += 1
    whole = "".join(out)
    if not columns and whole.endswith(" "):
        whole = whole[:-1]
        starts.pop()
        ends.pop()
    return Text(whole, starts, ends)
