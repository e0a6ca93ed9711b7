"""Citations of legislation: Acts, Measures, Orders, Regulations, conventions, each with the provisions tied to it.

Invariant: an instrument is named by its title as first printed in full (the comma before its year left out), whatever
short name stands at the place; a provision belongs to the instrument that the words tie it to, after it (`section 3 of
the … Act`) or before it (`… Act 1972, section 100D`), or to the one that the same provision was tied to before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from .citations_provisions import Provisions, find_provisions
from .citations_titles import NOUN, YEAR, Title, find_titles, key_of, noun_of
from .document import Document
from .sought import Sought

_INTRODUCED = re.compile(
    r"\s*,?\s*\(\s*(?:as\s+amended\s*[,;-]?\s*)?(?:(?:herein)?after\s*,?\s*|(?:referred\s+to\s+as|known\s+as|abbreviated\s+to)\s+|together\s+)*[\"']?(?:the\s+)?[\"']?"
    rf"(?P<short>(?:[\w&'-]+\s+){{0,4}}{NOUN}(?:\s+{YEAR})?|{YEAR}\s+{NOUN}|[A-Z][A-Za-z&]*[A-Z]\w*(?:\s+(?:{YEAR}|Act|Regulations))?)[\"']?\s*\)"
)
_BACK = Sought(
    re.compile(
        rf"\b(?:(?:[Tt]hat|[Tt]he\s+same|[Tt]his|[Tt]he\s+said)\s+(?P<that>Act|Order|Measure)|[Tt]hose\s+(?P<those>Regulations|Rules)"
        rf"|(?:[Tt]he\s+|of\s+)(?P<year>{YEAR})\s+(?P<noun>Act|Regulations|Order|Rules|Measure)"
        rf"|[Tt]he\s+(?:above\s+|aforementioned\s+)?(?P<bare>Act|Regulations|Order)(?:\s+(?P<after>{YEAR}))?"
        rf"|(?P<abbr>[A-Z][A-Za-z]?[A-Z&]{{1,5}}A?)\s+(?P<of>{YEAR}))\b(?!\s+(?:of\s+Parliament|Paper|Book))"
    ),
    "act",
    "order",
    "measure",
    "regulations",
    "rules",
    " 1",
    " 2",
)
_YEARS = re.compile(rf"(?:regulation|rule|article) {YEAR}")
_TIES_AFTER = re.compile(
    r"\s*,?\s*(?:(?:[a-z]+\s+){0,2}(?:of|to|in|under|within|from|by)\s+)?(?:both\s+)?(?:the\s+|that\s+)?(?:UK\s+)?",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:^|[.;:]\s+(?:\(\w{1,3}\)\s+)?|\(\s*|\b(?:under|by|in|of|with|and|see|that|to|while|whilst|but|whereas|because|meets)\s+)$",
    re.IGNORECASE,
)
"""What stands before a provision that goes on with the instrument of the one before it in the same passage."""
_ALONE = re.compile(
    r"(?!\.\d|\s*(?:of|in|to)\s+(?:the|this|these|that|its|our|your|a|an|any)\b|\s+(?:above|below|overleaf)\b|\s+of\s+[A-Z])"
)
_HEADED = 200
"""Characters of the longest line that a title above it explains."""
_UNDER = re.compile(r"\b(?:under|pursuant\s+to)\s+(?:the\s+)?$", re.IGNORECASE)
_PLAIN_TIE = re.compile(r"\s*,?\s*(?:(?:of|to|in|under|within|from)\s*,?\s*)?(?:the\s+)?", re.IGNORECASE)
_NOTICE = re.compile(
    r"\s+(?:agreements?|notices?|reports?|directions?|duty|duties|powers?|assessments?|enquir(?:y|ies)|investigations?|officer|orders?|inspection|certificate)\s+(?:\w+\s+)?(?:under|of|in|pursuant\s+to|within)\s+(?:the\s+)?"
)
_TIES_BEFORE = re.compile(
    r"\s*(?:\((?:as\s+amended|\"[^\"()]{1,40}\"|'[^'()]{1,40}'|the\s+[^()]{1,40}|[A-Z]{2,8}(?:\s+\d{4})?)\))?\s*[,:;(-]?\s*(?:\(?(?:in\s+particular|and\s+in\s+particular|under|see|specifically|especially|at|namely|by|the\s+provisions\s+of)\s+)?"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation at `[start:end]` of a text; `provision` is None for an instrument named alone."""

    start: int
    end: int
    instrument: str
    provision: str | None = None

    @property
    def name(self) -> str:
        """The provision with its instrument: `Local Government Act 1999 section 3`."""
        return f"{self.instrument} {self.provision}" if self.provision else self.instrument


@dataclass
class _Known:
    """What a document has named: titles by their key, the short names it introduced, what was named last."""

    titles: dict[str, str] = field(default_factory=dict)
    shorts: dict[str, str] = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)
    bases: dict[str, str] = field(default_factory=dict)
    convention: str | None = None

    def learn(self, text: str, titles: Sequence[Title]) -> None:
        """Note the titles of a text and the short names that it introduces for them."""
        for title in titles:
            name = self.titles.setdefault(key_of(title.title), title.title)
            after = _INTRODUCED.match(text, title.end)
            if after and (re.search(NOUN, after["short"]) or after["short"][0] == name[0] or "GDPR" in after["short"]):
                self.shorts.setdefault(after["short"].casefold(), name)

    def title(self, printed: str) -> str:
        """The title as first printed in full; one printed without its year is the one of that name that has a year."""
        key = key_of(printed)
        if key in self.shorts:
            return self.shorts[key]
        if re.search(rf"{YEAR}$", key) is None:
            dated = [title for known, title in self.titles.items() if re.fullmatch(rf"{re.escape(key)} {YEAR}", known)]
            if len(dated) == 1:
                return dated[0]
        return self.titles.get(key, printed)


@lru_cache(maxsize=4)
def citations_of(document: Document) -> tuple[tuple[Citation, ...], ...]:
    """The citations of each block of a document, by its index."""
    return tuple(tuple(found) for found in find_all([block.clean for block in document.blocks]))


def find_citations(text: str) -> list[Citation]:
    """The citations of one clean text, in order."""
    return find_all([text])[0]


def find_all(texts: Sequence[str]) -> list[list[Citation]]:
    """The citations of each of the texts of one document, whose short names count in all of them."""
    known = _Known()
    titles = [find_titles(text) for text in texts]
    for text, named in zip(texts, titles, strict=True):
        known.learn(text, named)
    out: list[list[Citation]] = []
    over: tuple[str | None, str | None] = (None, None)
    for text, named in zip(texts, titles, strict=True):
        under = next((t for t in over if t), None) if len(text) < _HEADED and not named else None
        out.append(_find(text, named, known, under))
        alone = named[0].title if len(named) == 1 and named[0].end - named[0].start > 0.75 * len(text) else None
        over = (alone, over[0])
    return out


def _find(text: str, titles: Sequence[Title], known: _Known, over: str | None = None) -> list[Citation]:
    """The citations of a text; `over` is the instrument that stands alone on a line above it."""
    named, new = _named(text, titles, known)
    groups = [g for g in find_provisions(text) if not _overlaps(named, g.start, g.end) and not _YEARS.fullmatch(g.base)]
    owners: list[int | None] = [_owner(text, group, named) for group in groups]
    for place in range(len(groups) - 2, -1, -1):
        if owners[place] is None and groups[place].joined:
            after = owners[place + 1]
            owners[place] = after if after is not None and named[after].start >= groups[place + 1].end else None
    found: list[Citation] = []
    used: set[int] = set()
    last: dict[str, str] = {}
    for group, owner in zip(groups, owners, strict=True):
        start, end = group.start, group.end
        if owner is not None:
            title = named[owner].title
            start, end = min(start, named[owner].start), max(end, named[owner].end)
            used.add(owner)
            known.bases[group.base] = last[group.base.split()[0]] = title
        elif over and _UNDER.search(text[:start]) and _ALONE.match(text, end):
            title = known.title(over)
        elif (carried := last.get(group.base.split()[0])) and _GOES_ON.search(text[:start]) and _ALONE.match(text, end):
            title = carried
        elif known.convention and group.base.startswith("article"):
            title = known.convention
        elif group.base in known.bases and "(" in group.names[0] and not re.match(r"\s*(?:of|to)\b", text[end:]):
            title = known.bases[group.base]
        else:
            continue
        cap = "Convention" in title or "Protocol" in title or title == "ECHR"
        found.extend(
            Citation(start, end, title, "A" + name[1:] if cap and name.startswith("article") else name)
            for name in group.names
        )
    found.extend(
        Citation(title.start, title.end, title.title)
        for place, title in enumerate(named)
        if place not in used and place in new
    )
    return sorted(found, key=lambda c: (c.start, c.end))


def _named(text: str, titles: Sequence[Title], known: _Known) -> tuple[list[Title], set[int]]:
    """The instruments named in a text, short names among them; and the places of those named by a title."""
    full = [Title(t.start, t.end, known.title(t.title)) for t in titles]
    new = {t.start for t in titles if key_of(t.title) not in known.shorts}
    named = list(full)
    for title in full:
        if "Human Rights" in title.title and "Convention" in title.title:
            known.convention = known.convention or title.title.removeprefix("First Protocol to the ")
    passed = 0
    for match in _BACK.finditer(text):
        while passed < len(full) and full[passed].end <= match.start():
            known.last[noun_of(full[passed].title)] = full[passed].title
            passed += 1
        if passed < len(full) and full[passed].start < match.end():
            continue
        if meant := _means(match, known):
            named.append(Title(match.start(), match.end(), meant))
            known.last[noun_of(meant)] = meant
    named.sort(key=lambda t: t.start)
    for short, long in known.shorts.items():
        if re.fullmatch(r"the |act|order|regulations|rules", short):
            continue
        for match in re.finditer(rf"\b{re.escape(short)}\b(?!\s*{YEAR})", text, re.IGNORECASE):
            if match[0][0].islower() or _overlaps(named, match.start(), match.end()):
                continue
            insort(named, Title(match.start(), match.end(), long), key=_start)
    named.sort(key=lambda t: t.start)
    for title in named:
        known.last[noun_of(title.title)] = title.title
    return named, {place for place, title in enumerate(named) if title.start in new}


def _start(title: Title) -> int:
    return title.start


def _overlaps(named: Sequence[Title], start: int, end: int) -> bool:
    """Whether a stretch meets one of the titles, which stand in order."""
    place = bisect_left(named, end, key=_start)
    return place > 0 and named[place - 1].end > start


def _means(match: re.Match[str], known: _Known) -> str | None:
    """The title that a reference back stands for; None where that is not plain."""
    if word := match["that"] or match["those"]:
        return known.last.get(word.casefold())
    if match["abbr"]:
        initials = match["abbr"].replace("&", "")
        fits = [t for t in known.titles.values() if t.endswith(match["of"]) and _initials(t) == initials]
        return known.shorts.get(match[0].casefold()) or (fits[0] if len(fits) == 1 else _unspelt(match))
    year = match["year"] or match["after"]
    noun = (match["noun"] or match["bare"]).casefold()
    if year:
        if meant := known.shorts.get(f"{year} {noun}") or known.shorts.get(f"{noun} {year}"):
            return meant
        fits = [t for t in known.titles.values() if t.endswith(f" {year}") and noun_of(t) == noun]
        return fits[0] if len(fits) == 1 else None
    if noun in known.shorts:
        return known.shorts[noun]
    fits = [t for t in known.titles.values() if noun_of(t) == noun and re.search(YEAR, t)]
    return fits[0] if len(fits) == 1 else None


def _unspelt(match: re.Match[str]) -> str | None:
    """An Act cited by its initials alone (`LGA 1972 s.101`), known for one by the provision beside it."""
    beside = re.match(r",?\s*\(?(?:ss?\.?\s?\d|[Ss]ection|[Ss]chedule|Part\s)", match.string[match.end() :])
    ahead = re.search(
        r"(?:\bss?\.?\s?|[Ss]ections?\s)\d+\w*(?:\(\w+\))*\s+(?:of\s+)?(?:the\s+)?$", match.string[: match.start()]
    )
    return match[0] if match["abbr"].endswith("A") and (beside or ahead) else None


def _initials(title: str) -> str:
    return "".join(word[0] for word in re.findall(r"[A-Z][\w'-]*", re.sub(r"\([^()]*\)", "", title)))


def _owner(text: str, group: Provisions, named: Sequence[Title]) -> int | None:
    """The place of the instrument that the words tie a group of provisions to."""
    place = bisect_left(named, group.end, key=_start)
    after = place if place < len(named) else None
    while place > 0 and named[place - 1].end > group.start:
        place -= 1
    before = place - 1 if place else None
    ahead = text[group.end : named[after].start] if after is not None else None
    behind = text[named[before].end : group.start] if before is not None else None
    if ahead is not None and (
        (re.match(r"\s*,?\s*(?:of|to|in|under|within)\b", ahead) and _TIES_AFTER.fullmatch(ahead))
        or _NOTICE.fullmatch(ahead)
    ):
        return after
    if behind is not None and _TIES_BEFORE.fullmatch(behind):
        return before
    return after if ahead is not None and _PLAIN_TIE.fullmatch(ahead) else None
