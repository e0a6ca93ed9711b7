"""The marks of list items and numbered paragraphs: bullets of any glyph, numbers, letters, roman numerals.

Invariant: a mark is recognised by its own form and what follows it, never by the words of the item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

BULLETS = "•·●▪■◦○§‣➢►✓✔❖◆\u2023\u2043\uf0b7\uf0a7\uf0d8\uf02d\uf0fc\uf076\uf06e\u25cf\u2219"

_FORMS: tuple[tuple[str, str], ...] = (
    ("decimal", r"(?P<n>\d{1,3}(?:\.\d{1,3}){1,3})\\?[.)]?(?=\s|$|[A-Z])"),
    ("reference", r"(?P<n>[A-Z]{1,5}[/.]?\d{1,4}(?:[/.-]\d{1,4}){0,3})(?:\.|:)?(?=\s{1,}|\t|$)"),
    ("dated", r"(?P<n>\d{2}-\d{2}/[A-Z]{2,6}/\d{1,3}|[A-Z]{1,3}\d{1,3}:\d{1,2}/\d{2,4})(?=\s|$)"),
    ("minute", r"(?P<n>\d{2,4}/\d{1,4}(?:[.-]\d{1,3})?[a-z]?)(?:\.|:)?(?=\s+\(?[A-Z\"'])"),
    ("article", r"(?P<n>\d{1,3}[A-Z]{0,2})\.?\s?[\u2012-\u2015-]\s?\(1\)(?=\s|$|[A-Z])"),
    (
        "number",
        r"(?P<n>\d{1,4})(?:\\?[.)](?=\s|$|[A-Z])|\t| {2,}(?=\S)| (?=(?-i:[A-Z][A-Z'’&/-]{2,}(?: [A-Z0-9&'’/(),:.-]+)+)\s*$))",
    ),
    ("item", r"(?:agenda\s+)?item\s+(?P<n>\d{1,3}[a-z]?(?:\s?[ivx]{1,4}\))?)\s*[:.)-]+(?=\s|$)"),
    ("bracket-number", r"\((?P<n>\d{1,3})\)(?=\s|$)"),
    ("bracket-letter", r"\((?P<n>[a-z]{1,2})\)(?=\s|$)"),
    ("bracket-roman", r"\((?P<n>[ivxl]{1,5})\)(?=\s|$)"),
    ("roman-half", r"(?P<n>[ivx]{1,5})\)(?=\s|$)"),
    ("letter-half", r"(?P<n>[a-zA-Z])\\?[.)](?=\s|$)"),
    ("roman-dot", r"(?P<n>[ivx]{2,5}|[IVX]{1,5})\.(?=\s|$)"),
)
_BULLET = re.compile(
    rf"(?:[{BULLETS}]|[-–—*+](?=\s|$)|[o](?=\s+\S)|[\ue000-\uf8ff]|<li\b[^<>]{{0,100}}>(?:\s*<p\b[^<>]{{0,100}}>)?)\s*",
    re.IGNORECASE,
)
_MARK = re.compile(
    "|".join(f"(?P<{name.replace('-', '_')}>{form.replace('?P<n>', '')})" for name, form in _FORMS), re.IGNORECASE
)
_EACH = {name.replace("-", "_"): re.compile(form, re.IGNORECASE) for name, form in _FORMS}
_SAME = {"article": "number", "dated": "minute"}
_ROMAN = re.compile(r"[ivxl]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: its form, its number or letter (empty for a bullet), and where the item's own words begin."""

    form: str
    number: str
    text: str
    end: int


def find_mark(line: str) -> Mark | None:
    """The mark at the beginning of a line (white space before it allowed), if there is one.

    A bullet directly before a number (`- 1.2. Text`) is part of that number's mark.
    """
    at = len(line) - len(line.lstrip())
    bullet = _BULLET.match(line, at)
    found = _MARK.match(line, bullet.end() if bullet else at)
    if found and found.lastgroup:
        form = found.lastgroup
        inner = _EACH[form].match(line, found.start())
        assert inner
        number = inner["n"]
        if _usable(form, number, line, found.end()):
            stop = found.end()
            while stop < len(line) and line[stop] in " \t":
                stop += 1
            return Mark(_SAME.get(form, form), number, found[0].strip(), stop)
    if bullet:
        stop = bullet.end()
        return Mark("bullet", "", line[at:stop].strip(), stop) if stop <= len(line) else None
    return None


def _usable(form: str, number: str, line: str, end: int) -> bool:
    """Whether what looks like a mark is one, by its form and what follows."""
    rest = line[end:].lstrip()
    if form == "reference":
        return bool(re.search(r"\d", number)) and "/" in number and bool(rest)
    if form == "number":
        if rest[:1].islower() and not line[: end + 1].rstrip().endswith((".", ")")):
            return False
        return not (len(number) == 4 and 1900 <= int(number) <= 2099)
    if form == "decimal":
        return not re.match(r"(?:am|pm|p\.m|a\.m|%|million|m\b|FTE)", rest, re.IGNORECASE)
    if form == "letter_half":
        return not (
            line[end - 1] == "."
            and number.isupper()
            and re.match(r"[A-Z][a-z]+\b|[A-Z]\.", rest) is not None
            and len(rest.split()) < 4
        )
    if form == "item":
        return True
    return True


def is_roman(number: str) -> bool:
    """Whether a letter mark can be read as a roman numeral."""
    return bool(_ROMAN.match(number))
