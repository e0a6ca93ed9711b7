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
    r"|(?P<stars>\*\*+|__+|`|\\(?=[.#*_()\[\]+!>|~-]))"
    r"|(?P<space>[\s\ufeff\u200b]+)"
    r"|(?P<plain>[^\s<&*_`\\\ufeff\u200b]+)"
    r"|(?P<other>.)",
    re.IGNORECASE,
)
_SIMPLE = re.compile(r"[^\s<&*_`\\\ufeff\u200b\u2022]+(?: [^\s<&*_`\\\ufeff\u200b\u2022]+)*")
"""Words with one blank between them and nothing to clean away."""
_PLAIN = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "\u00b4": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2033": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
        "\u2022": " ", "\u00ad": "-",
    }
)  # fmt: skip


_SPECIAL = re.compile(r"[<&*_`\\\u2022\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_BLANKS = re.compile(r"\s\s|[^\S ]|[\ufeff\u200b]")
_OTHER_BLANK = re.compile(r"[^\S \t]|[\ufeff\u200b]")


_ramp = array("i", range(1 << 16))


def _places(start: int, stop: int) -> array[int]:
    """The whole numbers from `start` up to `stop`: the places of characters that stand one after the other."""
    if stop > len(_ramp):
        _ramp.extend(range(len(_ramp), max(stop, 2 * len(_ramp))))
    return _ramp[start:stop]


class _Making:
    """A text in the making: its characters and where each stands."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.starts, self.ends = array("i"), array("i")

    def plain(self, text: str, first: int) -> None:
        """Add characters that stand one after the other in the raw text."""
        self.out.append(text)
        self.starts.extend(_places(first, first + len(text)))
        self.ends.extend(_places(first + 1, first + len(text) + 1))

    def one(self, char: str, first: int, last: int) -> None:
        """Add one character that stands for a slice of the raw text."""
        self.out.append(char)
        self.starts.append(first)
        self.ends.append(last)

    def blank(self, first: int, last: int) -> None:
        """Add a blank, unless there is one or nothing before it."""
        if self.out and self.out[-1] != " ":
            self.one(" ", first, last)


def clean(raw: str, start: int = 0, end: int | None = None, *, columns: bool = False) -> Text:
    """The clean text of `raw[start:end]`; with `columns` runs of blanks and tabs inside it are kept as they are."""
    stop = len(raw) if end is None else end
    if not _SPECIAL.search(raw, start, stop) and (whole := _at_once(raw, start, stop, columns=columns)):
        return whole
    stop = len(raw) if end is None else end
    if _SIMPLE.fullmatch(raw, start, stop):
        return Text(raw[start:stop].translate(_PLAIN), _places(start, stop), _places(start + 1, stop + 1))
    made = _Making()
    for token in _TOKEN.finditer(raw, start, stop):
        kind, first, last = token.lastgroup, token.start(), token.end()
        if kind in {"plain", "other"}:
            printed = token[0].translate(_PLAIN)
            bare = printed.lstrip(" ")
            if bare.strip():
                made.plain(bare.replace(" ", "-") if " " in bare else bare, first + len(printed) - len(bare))
        elif kind == "space" and columns and "\n" not in token[0]:
            made.plain("".join("\t" if char == "\t" else " " for char in token[0]), first)
        elif kind in {"space", "tag"}:
            made.blank(first, last)
        elif kind == "entity":
            _entity(made, token[0], first, last)
    text = "".join(made.out)
    if not columns and text.endswith(" "):
        text = text[:-1]
        made.starts.pop()
        made.ends.pop()
    return Text(text, made.starts, made.ends)


def _at_once(raw: str, start: int, stop: int, *, columns: bool) -> Text | None:
    """The clean text of a stretch in which each character stands for itself; None where one does not."""
    if not columns:
        while start < stop and raw[start] in " \t":
            start += 1
        while stop > start and raw[stop - 1] in " \t":
            stop -= 1
        if _BLANKS.search(raw, start, stop):
            return None
    part = raw[start:stop].translate(_PLAIN)
    return Text(
        _OTHER_BLANK.sub(" ", part) if columns else part,
        _places(start, stop),
        _places(start + 1, stop + 1),
    )


def _entity(made: _Making, printed: str, first: int, last: int) -> None:
    """Add what a character reference stands for; one that stands for nothing known is kept as printed."""
    text = html.unescape(printed).translate(_PLAIN)
    if text == printed or len(text) != 1:
        made.plain(printed, first)
    elif text.isspace():
        made.blank(first, last)
    else:
        made.one(text, first, last)
