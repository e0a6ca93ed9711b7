"""Citations of United Kingdom legislation: Acts, Measures, Orders, Regulations, and their provisions.

Invariant: an instrument is named by its printed title (its comma before the year left out); a provision belongs to the
instrument that the words tie it to, before or after it, or to the one named last where the text says `that Act`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_YEAR = r"(?:1[89]|20)\d{2}"
_KIND_YEAR = re.compile(
    rf"\b(?:Act|ACT|Measure|Order|ORDER|Regulations|REGULATIONS|Rules|Byelaws?|By-laws?),?\s+{_YEAR}\b"
)
_NO_LAW = re.compile(
    r"\b(?:Compulsory Purchase|Tree Preservation|Traffic Regulation|Public Spaces Protection|Stopping Up)\s+Order\b",
    re.IGNORECASE,
)
_CONVENTION = re.compile(r"\bEuropean\s+Convention\s+on\s+Human\s+Rights|\bECHR\b")
_BARE = re.compile(r"\b((?:[A-Z][\w'&-]+\s+(?:(?:and|of|the|for|in|to)\s+)*){1,6})(Act)\b(?!\s*,?\s*(?:19|20)\d\d)")
_EUROPEAN = re.compile(
    r"\b(?:UK\s+)?(?:GDPR|General\s+Data\s+Protection\s+Regulation)\b|\b(?:Regulation|Directive)\s+\((?:EU|EC)\)\s+(?:No\.?\s*)?\d{2,4}/\d{1,4}|\bDirective\s+\d{2,4}/\d{1,4}/E[CU]|\bEuropean\s+Convention\s+on\s+Human\s+Rights"
)
_SUB = r"(?:\(\d{1,3}[A-Z]{0,2}\)|\([a-z]{1,3}\)|\([A-Z]{1,2}\))"
_NUM = rf"\d{{1,4}}[A-Z]{{0,3}}(?:{_SUB})*"
_SEP = rf"(?:\s*,\s*|\s*(?:,\s*)?(?:and|or|&)\s+|\s*(?:-|to)\s*)"
_PROVISION = re.compile(
    rf"\b(?P<kind>[Ss]ections?|[Ss]ubsections?|[Ss]s?\.|[Rr]egulations?|[Rr]egs?\.?|[Aa]rticles?|[Pp]aragraphs?|[Ss]chedules?|Part|Chapter|SECTIONS?)\s*"
    rf"(?P<list>(?:{_NUM}|[IVX]{{1,5}}\b|{_SUB})(?:{_SEP}(?:{_NUM}|{_SUB}))*)",
)
_ITEM = re.compile(
    rf"(?P<range>\d{{1,4}}[A-Z]{{0,3}}\s*(?:-|to)\s*\d{{1,4}}[A-Z]{{0,3}})|(?P<num>{_NUM}|[IVX]{{1,5}}\b)|(?P<sub>{_SUB}+)"
)
_KINDS = {"s": "section", "ss": "section", "sec": "section", "reg": "regulation", "regs": "regulation"}
_SHORT = re.compile(r"\(\s*(?:together\s+)?[\"']?(?:the\s+)?[\"']?(?P<short>[A-Z0-9][\w' -]{1,40}?)[\"']?\s*\)")
_BACK = re.compile(
    rf"\b(?:(?:that|the\s+same|this|the\s+said)\s+(?P<that>Act|Order|Measure)|the\s+(?P<short>(?:{_YEAR}|[A-Z][\w']+)\s+(?:Act|Regulations|Order|Rules))|the\s+(?:above\s+|said\s+)?(?P<bare>Act|Regulations|Order)\b(?!\s+{_YEAR})|(?P<abbr>[A-Z]{{2,6}}\s+{_YEAR}))\b"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation at `[start:end]` of a text; `provision` is None for an instrument named alone."""

    start: int
    end: int
    instrument: str
    provision: str | None = None


class Citations:
    """The citations of one document: short names introduced in one block count in those after it."""

    def __init__(self) -> None:
        self.short: dict[str, str] = {}
        self.convention: str | None = None
        self.last: dict[str, str] = {}
        self.titles: set[str] = set()

    def find(self, text: str) -> list[Citation]:
        """The citations of a clean text, in order; remembers short names for texts that follow."""
        named = self._instruments(text)
        found: list[Citation] = []
        used: set[int] = set()
        bases: dict[str, tuple[int, int, str]] = {}
        for match in _PROVISION.finditer(text):
            place = self._belongs(text, match, named)
            base = _base(match)
            if place is not None:
                start, end, title = bases[base] = named[place]
                used.add(place)
            elif base in bases:
                start, end, title = match.start(), match.end(), bases[base][2]
            elif self.convention and match["kind"].casefold().startswith("article"):
                start, end, title = match.start(), match.end(), self.convention
            else:
                continue
            for provision in provisions(match["kind"], match["list"]):
                found.append(Citation(min(match.start(), start), max(match.end(), end), title, provision))
        for place, (start, end, title) in enumerate(named):
            if place not in used and not self._is_back(text, start):
                found.append(Citation(start, end, title))
        return sorted(found, key=lambda c: (c.start, c.end, c.provision or ""))

    def _instruments(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, title) of the instruments named in a text, short names among them."""
        named = [(*span, tidy(text[slice(*span)])) for span in _titles(text)]
        for match in _EUROPEAN.finditer(text):
            if _CONVENTION.match(match[0]):
                self.convention = match[0]
            named.append((match.start(), match.end(), match[0]))
        for match in _BARE.finditer(text):
            words = match[1].split()
            if (
                not any(a <= match.start() < b or a < match.end() <= b for a, b, _ in named)
                and words[0] not in {"The", "This", "That", "An", "Any", "Under", "In"}
                and words
            ):
                named.append((match.start(), match.end(), match[0]))
        named.sort()
        for _start, end, title in named:
            after = _SHORT.match(text, end + (1 if text[end : end + 1] == " " else 0))
            if after:
                self.short[after["short"].strip().casefold()] = title
            year = re.search(r"\d{4}$", title)
            if year:
                self.short.setdefault(f"{year[0]} act", title) if " Act " in title and after and "act" in after[
                    "short"
                ].casefold() else None
        for match in _BACK.finditer(text):
            if any(a <= match.start() < b for a, b, _ in named):
                continue
            title = self._means(match, sorted(n for n in named if n[0] < match.start()))
            if title:
                named.append((match.start(), match.end(), title))
        named.sort()
        self.titles.update(title for _a, _b, title in named)
        for _start, _end, title in named:
            self.last[_noun(title)] = title
        return named

    def _means(self, match: re.Match[str], before: list[tuple[int, int, str]]) -> str | None:
        """The title that a short name stands for."""
        if match["that"]:
            noun = match["that"].casefold()
            return next((title for _a, _b, title in reversed(before) if _noun(title) == noun), self.last.get(noun))
        name = (match["short"] or match["bare"] or match["abbr"] or "").casefold()
        if name in self.short:
            return self.short[name]
        titles = {title for _a, _b, title in before} | self.titles
        if match["bare"]:
            fits = [title for title in titles if _noun(title) == name]
        else:
            year = re.match(_YEAR, name)
            fits = [title for title in titles if year and title.endswith(f" {name.split()[1].title()} {year[0]}")]
        return fits[0] if len(fits) == 1 else None

    @staticmethod
    def _is_back(text: str, start: int) -> bool:
        return bool(_BACK.match(text, start)) and not _KIND_YEAR.search(text[start : start + 12])

    @staticmethod
    def _belongs(text: str, match: re.Match[str], named: list[tuple[int, int, str]]) -> int | None:
        """The index of the instrument that a provision belongs to."""
        for place, (start, _end, _title) in enumerate(named):
            if start >= match.end():
                between = text[match.end() : start]
                if not between.strip() and place and not text[named[place - 1][1] : match.start()].strip():
                    return place - 1
                if re.fullmatch(
                    r"\s*,?\s*(?:(?:of|to|in|under)\s+(?:the\s+)?(?:\w+\s+)?|the\s+|,?\s*(?:and|or)\s+(?:[\w()., -]{1,60}?)\s+of\s+(?:the\s+)?)?",
                    between,
                ):
                    return place
                break
        for place in range(len(named) - 1, -1, -1):
            start, end, _title = named[place]
            if end <= match.start():
                between = text[end : match.start()]
                if re.fullmatch(
                    r"\s*[,:;]?\s*(?:\(?(?:in\s+particular\s+|under\s+|see\s+)?|\([^()]{1,40}\)\s*,?\s*(?:and\s+)?)",
                    between,
                ):
                    return place
                break
        return None


def _titles(text: str) -> list[tuple[int, int]]:
    """Spans of the full titles of instruments: the longest that reads as a title and ends in its year."""
    spans: list[tuple[int, int]] = []
    for kind in _KIND_YEAR.finditer(text):
        start = _title_start(text, kind.start())
        if start < kind.start() and not _NO_LAW.search(text[start : kind.end()]):
            end = kind.end()
            spans = [s for s in spans if not (start <= s[0] and s[1] <= end)]
            if not spans or spans[-1][1] <= start:
                spans.append((start, end))
            else:
                spans.append((spans[-1][1], end)) if text[spans[-1][1] : kind.start()].strip() else None
    return [(a + len(text[a:b]) - len(text[a:b].lstrip()), b) for a, b in spans]


def _title_start(text: str, at: int) -> int:
    """Where the title begins whose `Act 1999` stands at `at`: back over capitalised and small title words."""
    tokens = list(re.finditer(r"\([^()]{2,90}\)|[^\s()]+", text[max(0, at - 200) : at]))
    base = max(0, at - 200)
    start, small = at, 0
    for token in reversed(tokens):
        word = token[0]
        if re.fullmatch(_YEAR, word.strip(",")) and re.search(
            r"\bAct,?\s*$", text[max(0, base + token.start() - 6) : base + token.start()]
        ):
            start, small = base + token.start(), 0
        elif word[:1].isupper() or (word.startswith("(") and word[1:2].isupper()):
            if word.rstrip(",") in {"Section", "Sections", "Schedule", "The", "Under", "Part"} or word.endswith(
                (".", ";", ":")
            ):
                break
            start, small = base + token.start(), 0
        elif (
            word.strip(",") in {"and", "of", "for", "in", "to", "on", "etc", "&", "the", "with", "from", "or"}
            and small < 3
        ):
            small += 1
            if (
                word == "the"
                and small == 1
                and not re.search(r"(?:and|of|for|in|to|on)\s*$", text[: base + token.start()])
            ):
                break
        else:
            break
    return start


def tidy(title: str) -> str:
    """A printed title without the comma before its year."""
    plain = re.sub(r",\s*(?=\d{4}$)", " ", " ".join(title.split())).removeprefix("the ").removeprefix("The ")
    if plain.isupper():
        plain = re.sub(r"\b(And|Of|For|In|To|On|The|With|Etc)\b", lambda m: m[0].lower(), plain.title())
    return plain[:1].upper() + plain[1:]


def _noun(title: str) -> str:
    """`act`, `order`, `regulations` … as the title says."""
    found = re.findall(r"\b(act|order|regulations|measure|rules)\b", title.casefold())
    return found[-1] if found else "act"


def _base(match: re.Match[str]) -> str:
    """A provision's kind and first number, without what stands in brackets."""
    return match["kind"].casefold().rstrip("s.") + re.split(r"[(,\s]", match["list"])[0]


def provisions(kind: str, listed: str) -> list[str]:
    """The provisions of a list as printed after its kind: `497A(4) and (4B)` gives `section 497A(4)`, `section 497A(4B)`.

    A range stays one provision (`sections 135-142`).
    """
    word = _KINDS.get(
        kind.casefold().rstrip("."), kind.casefold().rstrip("s") if kind.casefold() not in {"ss."} else "section"
    )
    word = "Part" if kind == "Part" else "Chapter" if kind == "Chapter" else word
    out: list[str] = []
    base = ""
    for item in _ITEM.finditer(listed):
        if item["range"]:
            ends = re.split(r"\s*(?:-|to)\s*", item["range"])
            out.append(f"{word}s {ends[0]}-{ends[1]}")
        elif item["num"]:
            base = item["num"]
            out.append(f"{word} {base}")
        elif base:
            root = re.match(r"[^(]*", base)
            out.append(f"{word} {root[0] if root else base}{item['sub']}")
    return out
