"""Headings: which lines name what follows them, and how deep.

Invariant: a heading is known by its form (markup, capitals, a number, a short title alone between blanks) and its
surroundings. The word RESOLVED made a heading is the least of all: it stands in its item. Level 1 is a document's or appendix's title, 2 a chapter, and so on; a deeper level has a higher number.
"""

from __future__ import annotations

import re

from .marks import Mark, find_mark

_MARKDOWN = re.compile(r"^\s*(#{1,6})\s+\S")
_TAG = re.compile(r"^\s*<h([1-6])\b", re.IGNORECASE)
_LEAD = re.compile(r"\s*(?:#{1,6}\s*)?(?:\*\*|<(?:b|strong)>)?\s*", re.IGNORECASE)
_BOLD = re.compile(r"^\s*(?:\*\*[^*].*\*\*|<(?:b|strong)>.*</(?:b|strong)>)\s*:?\s*$", re.IGNORECASE)
_APPENDIX = re.compile(
    r"^(?:appendix|annex|annexe|schedule|enclosure|part|attachment)\s+(?:[A-Z]|\d{1,2}|[IVX]{1,4})\b(?:\s*[-:.]?\s*[A-Z].{0,80})?$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’&/-]*")
_LABELS = re.compile(
    r"^(?:it\s+was\s+)?(?:resolved|agreed|action|actions|decision|decisions|noted|recommendation|present|in attendance|apologies)\b",
    re.IGNORECASE,
)
_RESOLVED = re.compile(r"(?:(?:it\s+was\s+)?(?:resolved|agreed)\b[^A-Za-z]*(?:that)?\W*$)", re.IGNORECASE)
_DECIDES = re.compile(r"\b(?:proposed|seconded|approved|adopted|signed|resolved|agreed|accepted|RESOLVED|AGREED)\b")
_LEAST = 6
_SMALL = {"of", "and", "the", "for", "to", "in", "on", "a", "an", "by", "at", "with", "from", "or", "under", "as"}

_OPEN = (_SMALL - {"on", "in", "by"}) | {
    "that",
    "which",
    "its",
    "their",
    "this",
    "is",
    "are",
    "be",
    "will",
    "shall",
    "must",
    "may",
    "should",
}


def level_of(raw: str, text: str, number: str, form: str, *, before: bool, after: bool) -> int:
    """The level of a line that is a heading, else 0.

    `raw` is the line as printed, `text` its words without mark, `number` and `form` its mark; `before` and `after` say
    whether the lines before and after it are blank.
    """
    found = _MARKDOWN.match(raw) or _TAG.match(raw)
    if found:
        outer = int(found[1]) if found[1].isdigit() else len(found[1])
        return _LEAST if _RESOLVED.match(text.strip("#* ")) and not number else outer
    introduces = text.rstrip().endswith((":", "-"))
    text = text.strip().rstrip(":-").strip("# ").strip()
    if not text or len(text) > 160 or not _WORD.search(text):
        return 0
    if form in {"", "number", "item"} and _APPENDIX.match(f"{number} {text}".strip() if not form else text):
        return 1
    if form == "item":
        return 3 if len(text) < 130 else 0
    words = _WORD.findall(text)
    numbered = form in {"number", "decimal", "reference", "minute"}
    if _capitals(text, words) and len(text) <= 140 and not text.endswith((",", ";")):
        if numbered:
            return 3
        if form:
            return 0
        return 0 if _LABELS.match(text) and len(words) <= 2 else 2
    if _BOLD.match(raw) and len(text) < 120 and form != "bullet":
        return 4 if not numbered else 3
    if text.endswith((".", ";", ",", "?", "!")) or len(text) > 90:
        return 0
    if (introduces and len(words) > 4) or words[-1] in _OPEN:
        return 0
    if numbered and after and len(words) <= 11 and text[:1].isupper() and _title(words):
        return 3 + number.count(".")
    if (
        not form
        and before
        and after
        and len(words) <= 9
        and text[:1].isupper()
        and _title(words)
        and not re.search(r"\s{3,}|\d{4}|,$|£\s?\d", text)
        and not _DECIDES.search(text)
    ):
        return 5
    return 0


def _capitals(text: str, words: list[str]) -> bool:
    if sum(map(str.islower, text)) > len(text) * 0.15:
        return False
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 4:
        return False
    upper = sum(c.isupper() for c in letters)
    return upper / len(letters) > 0.85 and (len(words) > 1 or len(letters) >= 5)


def _title(words: list[str]) -> bool:
    """Whether the words read like a title: no finite sentence, at most a few in lower case, or just very few words."""
    lower = [w for w in words if w[0].islower() and w.casefold() not in _SMALL]
    if words[0] in {"That", "To"} or (len(lower) > 3 and len(lower) > len(words) / 2):
        return False
    return not any(
        w in {"is", "are", "was", "were", "will", "has", "have", "had", "be", "been", "must", "shall"} for w in lower
    )


def heading_mark(raw: str) -> Mark | None:
    """The number inside a line that is marked up as a heading (`### **5. LEGAL**`)."""
    lead = _LEAD.match(raw)
    if not lead or not lead.end():
        return None
    mark = find_mark(raw[lead.end() :])
    if not mark or mark.form == "bullet":
        return Mark("", "", "", lead.end()) if raw.lstrip().startswith("#") else None
    return Mark(mark.form, mark.number, mark.text, lead.end() + mark.end)
