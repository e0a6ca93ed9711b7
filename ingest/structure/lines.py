"""Lines: the text as printed, each line cleaned, and which of them are page furniture.

Furniture states nothing: page numbers, running headers and footers, tables of contents. Invariant: a line is called
furniture for what it is on its page (a lone number at the edge; words that return page after page, with nothing but such
lines between them and the edge), never for its words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from ..clean import clean
from ..document import Text

_NUMBERED_PAGE = re.compile(
    r"^(?:.{0,80}\s{2,}|.{0,80}[|]\s*)?page\s*\|?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$", re.IGNORECASE
)
_LONE_NUMBER = re.compile(r"^[-–(]?\s*\d{1,4}\s*[-–)]?$")
_LEADERS = re.compile(r"(?:\.\s?){5,}\s*\d{1,4}$")
_GOES_ON = re.compile(r"\s*[a-z]+ (?:\S+ ){2,}")
_BLOCK = r"(?:</?(?:p|div|ul|ol|blockquote|section|article|br|hr)\b[^<>]{0,200}>|</li>)"
_TAGGED = re.compile(r"^\s*</?(?:p|div|ul|ol|li|h[1-6])\b[^<>]{0,200}>", re.IGNORECASE | re.MULTILINE)
_BLOCK_LEAD = re.compile(rf"\s*{_BLOCK}(?:\s*{_BLOCK})*\s*", re.IGNORECASE)
_BLOCK_TAIL = re.compile(rf"(?:\s*{_BLOCK})+\s*$", re.IGNORECASE)
_REFERENCE = re.compile(
    r"(?P<left>\s*[A-Z][^\s].{1,60}?\S)\s{4,}(?P<right>(?:(?:Our|Your)\s+[Rr]ef\w*|Ref(?:erence)?|Date|Direct\s+(?:[Ll]ine|[Dd]ial)|Tel(?:ephone)?|E-?mail|Enquiries\s+to)\b\s*:?.*)$"
)
_DEAR = re.compile(r"\s*Dear\b")
_LETTER_HEAD = 40
"""Lines of a letter within which its head stands."""
_EDGE = 4
_LONG = 200
_LONGEST = 6000


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line: its place in the raw text, its clean text with columns kept, its page (from 1).

    `loose` says that the paper does not wrap its lines: each is a paragraph of its own.
    """

    start: int
    end: int
    raw: str
    text: Text
    page: int
    loose: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing is printed on it."""
        return not self.text.clean.strip()

    @property
    def indent(self) -> int:
        """Blanks before the first character, a tab counting as four."""
        head = self.raw[: len(self.raw) - len(self.raw.lstrip())]
        return len(head.replace("\f", "").expandtabs(4))


def letter_columns(lines: list[Line], source: str) -> list[Line]:
    """The lines of a letter head with its column of references (`Our ref:`, `Date:`) put after the column beside it."""
    if not any(_DEAR.match(line.raw) for line in lines[: _LETTER_HEAD + 20]):
        return lines
    out: list[Line] = []
    aside: list[Line] = []
    for place, line in enumerate(lines):
        split = _REFERENCE.match(line.raw) if place < _LETTER_HEAD else None
        if split:
            middle, right = line.start + split.end("left"), line.start + split.start("right")
            cut = [(line.start, middle), (right, line.end)]
            left, beside = (
                Line(a, b, source[a:b], clean(source, a, b, columns=True), line.page, line.loose) for a, b in cut
            )
            out.append(left)
            aside.append(beside)
            continue
        if aside and line.blank:
            out.extend([line, *aside])
            aside = []
        out.append(line)
    return [*out, *aside]


def split_lines(text: str) -> tuple[list[Line], list[int]]:
    """The lines of a text and the offsets at which its pages begin; a form feed begins a page."""
    lines: list[Line] = []
    pages = [0]
    at = 0
    tagged = len(_TAGGED.findall(text)) >= max(5, text.count("\n") // 5) if "<" in text else False
    for raw in text.split("\n"):
        if "\f" in raw:
            pages.extend(at + place for place, char in enumerate(raw) if char == "\f")
        for part in _bounded(raw):
            if tagged:
                lines.extend(_untagged(text, at, at + len(part), part, len(pages)))
            else:
                lines.append(Line(at, at + len(part), part, clean(text, at, at + len(part), columns=True), len(pages)))
            at += len(part)
        at += 1
    return [replace(line, loose=True) for line in lines] if _unwrapped(lines) else lines, pages


def _unwrapped(lines: list[Line]) -> bool:
    """Whether lines are not wrapped to a width: much of the text stands in lines longer than any page has."""
    lengths = [len(line.raw) for line in lines]
    return sum(length for length in lengths if length > _LONG) > sum(lengths) * 0.4


def _untagged(text: str, start: int, end: int, raw: str, page: int) -> Iterator[Line]:
    """The line of a stretch; where tags of paragraphs or lists stand at its ends, without them, set off by blank ones."""
    first, last = start, end
    if "<" in raw and (lead := _BLOCK_LEAD.match(raw)):
        first += lead.end()
    if raw.rstrip().endswith(">") and (tail := _BLOCK_TAIL.search(raw)):
        last = start + tail.start()
    if (first, last) == (start, end) or first >= last:
        yield Line(start, end, raw, clean(text, start, end, columns=True), page)
        return
    yield Line(start, start, "", clean(text, start, start), page)
    yield Line(first, last, text[first:last], clean(text, first, last, columns=True), page)
    yield Line(end, end, "", clean(text, end, end), page)


def _bounded(raw: str) -> list[str]:
    """A line in parts of a bounded length, cut at blanks: what holds a whole paper on one line is read like any other."""
    parts = []
    while len(raw) > _LONGEST:
        stop = raw.rfind(" ", _LONGEST // 2, _LONGEST) + 1 or _LONGEST
        parts.append(raw[:stop])
        raw = raw[stop:]
    return [*parts, raw]


def furniture(lines: list[Line]) -> set[int]:
    """Indexes of the lines that are page furniture."""
    found = {i for i, line in enumerate(lines) if _is_page_mark(line) or _LEADERS.search(line.text.clean)}
    by_page: dict[int, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if not line.blank:
            by_page[line.page].append(i)
    if len(by_page) < 2:
        return found
    seen: dict[str, set[int]] = defaultdict(set)
    edge: dict[int, str] = {}
    for page, printed in by_page.items():
        for i in {*printed[:_EDGE], *printed[-_EDGE:]}:
            key = re.sub(r"\d+", "#", " ".join(lines[i].text.clean.split()).casefold())
            if _GOES_ON.match(lines[i].text.clean):
                continue
            edge[i] = key
            seen[key].add(page)
            if _LONE_NUMBER.match(lines[i].text.clean.strip()) and i in {*printed[:2], *printed[-2:]}:
                found.add(i)
    least = max(2, (len(by_page) + 1) // 2)
    returns = {i for i, key in edge.items() if len(seen[key]) >= least and not key.startswith(("#.", "("))}
    for printed in by_page.values():
        for inward in (printed[:_EDGE], printed[: -_EDGE - 1 : -1]):
            found.update(takewhile(lambda i: i in returns or i in found, inward))
    return found


def _is_page_mark(line: Line) -> bool:
    text = line.text.clean.strip()
    return (
        bool(text)
        and len(text) < 120
        and bool(
            ("page" in text.lower() and _NUMBERED_PAGE.match(text)) or (_LONE_NUMBER.match(text) and line.indent >= 40)
        )
    )
