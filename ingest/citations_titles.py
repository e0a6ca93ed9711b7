"""Where instruments of legislation are named in a text, and by what title.

Full titles are read backwards from the word that classes them and its year (`… Act 1999`, `… Regulations 2012`), over
capitals, small title words and brackets. Invariant: spans stand in order and do not overlap; an instrument inside the
title of another (`… Act 2006 (Inspection …) Regulations 2007`) is no instrument of its own. Sources: the citation rules
for Acts and statutory instruments at legislation.gov.uk; the short title runs from its first capital to its year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .sought import Sought

YEAR = r"(?:1[6-9]|20)\d{2}"
NOUN = r"(?:Act|Measure|Order|Regulations|Rules|Bye?-?laws?)"
_TAIL = Sought(
    re.compile(
        rf"\b(?P<noun>{NOUN}|ACT|MEASURE|ORDER|REGULATIONS|RULES),?\s+(?:\((?:Northern\s+Ireland|NI|Scotland|Wales|England)\)\s+)?(?:of\s+)?(?:\((?P<b>{YEAR})\)|(?P<y>{YEAR})\b)(?!/)"
    ),
    "act",
    "measure",
    "order",
    "regulations",
    "rules",
    "law",
)
_CLASSED = re.compile(rf"\b(?:{NOUN}|Acts|ACT|MEASURE|ORDER|REGULATIONS|RULES)\b")
_PLURAL = re.compile(rf"\bActs\s+(?P<years>{YEAR}(?:\s*,\s*{YEAR})*\s*(?:,\s*)?(?:and|&|to|-)\s*{YEAR})\b")
_NO_YEAR = re.compile(rf"\b(?P<noun>Act)\b(?!\s*,?\s*\(?(?:of\s+)?{YEAR})(?!\s+of\s+Parliament|ion)")
_OWN = re.compile(
    r"(?:(?:Compulsory\s+Purchase|Tree\s+Preservation|Traffic\s+Regulation|Public\s+Spaces?\s+Protection|Stopping\s+Up|Purchase|Standing|Possession|Court|Closure)\s+Order"
    r"|Financial\s+(?:Procedure\s+)?(?:Regulations|Rules)|(?:Contracts?|Procurement|Staff|Standing)\s+(?:Procedure\s+)?Rules"
    r"|(?:Council|Committee|Cabinet|Executive|Scrutiny|Information|Budget|Policy)\s+(?:Framework\s+)?Procedure\s+Rules),?\s+\S+$",
    re.IGNORECASE,
)
_OTHER = Sought(
    re.compile(
        r"\b(?:(?:UK|EU)\s+)?GDPR\b|\bGeneral\s+Data\s+Protection\s+Regulations?\b"
        r"|\b(?:Council\s+)?(?:Regulation|Directive|Decision)\s+\((?:EU|EC|EEC|EU,\s*Euratom)\)\s*(?:No\.?\s*)?\d{1,4}/\d{1,4}|\b(?:Council\s+)?Directive\s+\d{2,4}/\d{1,4}/E[CU]C?"
        r"|\b(?:First\s+Protocol\s+to\s+the\s+)?European\s+Convention\s+(?:on|for\s+the\s+Protection\s+of)\s+Human\s+Rights(?:\s+and\s+Fundamental\s+Freedoms)?"
        r"|\bECHR\b"
        r"|\b(?:(?:United\s+Nations|UN|European|Council\s+of\s+Europe|Hague|Geneva)\s+)?Convention\s+(?:on|for|against|relating\s+to)\s+(?:the\s+)?[A-Z]\w+(?:\s+(?:(?:of|the|and|in|with|to|against)\s+)*[A-Z]\w+)*"
        r"|\b(?:Aarhus|Ramsar|Bern|Istanbul|Lanzarote|Espoo)\s+Convention\b"
        r"|(?<=\b(?:by|of|to|in)\s)(?:S\.[IR]\.|S[IR])\s+(?:No\.?\s*)?\d{4}/\d{1,4}\b|(?<=\bunder\s)(?:S\.[IR]\.|S[IR])\s+(?:No\.?\s*)?\d{4}/\d{1,4}\b"
        r"|\b(?:[A-Z][\w'-]+\s+){0,6}Bye?-?law\s+(?:(?:No|Number)\.?\s*)?(?:\d{1,3}[A-Z]?|[IVXL]{1,6})\b"
    ),
    "gdpr",
    "general data",
    "(e",
    "directive",
    "convention",
    "echr",
    "s.i.",
    "s.r.",
    " si ",
    " sr ",
    "bylaw",
    "byelaw",
    "by-law",
    "bye-law",
)
_TOKEN = re.compile(r"\([^()]{1,110}\)|[^\s()]+")
_SMALL = frozenset(
    ["and", "of", "for", "in", "to", "on", "at", "etc", "etc.", "&", "the", "with", "from", "or", "by", "against", "as", "a"]
)  # fmt: skip
_START = frozenset(
    [
        "the",
        "under",
        "in",
        "this",
        "that",
        "these",
        "those",
        "see",
        "section",
        "sections",
        "schedule",
        "part",
        "parts",
        "chapter",
        "article",
        "by",
        "both",
        "and",
        "also",
        "for",
        "per",
        "pursuant",
        "following",
        "since",
        "as",
        "when",
        "whereas",
        "if",
        "where",
        "regulation",
        "regulations",
        "paragraph",
        "order",
        "act",
        "acts",
        "any",
        "an",
        "a",
        "of",
        "to",
        "on",
        "with",
        "from",
        "new",
        "amended",
        "relevant",
        "s",
        "ss",
        "reg",
        "article.",
        "uk",
        "all",
        "every",
        "our",
        "said",
        "same",
        "above",
        "its",
        "via",
        "through",
        "whilst",
        "while",
        "although",
        "because",
        "until",
        "after",
        "before",
        "directions",
        "direction",
        "minutes",
        "report",
        "statutory",
        "legislation",
        "legal",
        "background",
        "law",
    ]
)
_OWNERS = re.compile(
    r"(?:council|authority|government|trust|company|board|department|state|parliament|school|academy|country|nation|committee|minister|commissioner|it|us|body)'s$|^(?:councils|authorities|governments|trusts|schools)'$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Title:
    """An instrument named in full (or without its year) at `[start:end]` of a text."""

    start: int
    end: int
    title: str


def find_titles(text: str) -> list[Title]:
    """The instruments that a clean text names by their titles, in order."""
    found: list[Title] = []
    if _CLASSED.search(text):
        for match in _TAIL.finditer(text):
            _add(found, text, match.start(), match.end(), match["noun"])
        for match in _PLURAL.finditer(text):
            start = _start(text, match.start())
            if start < match.start():
                stem = tidy(text[start : match.start()])
                for year in re.finditer(YEAR, match["years"]):
                    at = match.start("years") + year.start()
                    first = start if year.start() == 0 else at
                    found.append(Title(first, at + 4, f"{stem} Act {year[0]}"))
        for match in _NO_YEAR.finditer(text):
            start = _start(text, match.start())
            verb = text[max(0, match.start() - 12) : match.start()].split()[-1:]
            if start < match.start() and not _SMALL.intersection(verb) and not _inside(found, start, match.end()):
                found.append(Title(start, match.end(), tidy(text[start : match.end()])))
    for match in _OTHER.finditer(text):
        start = match.start() + (_lead(match[0]) if "law" in match[0] else 0)
        if not _inside(found, start, match.end()):
            found.append(Title(start, match.end(), " ".join(text[start : match.end()].split())))
    return sorted(found, key=lambda t: (t.start, t.end))


def tidy(title: str) -> str:
    """A printed title without the comma or brackets about its year, not in capitals, its article left off."""
    plain = re.sub(r"^(?:the|The|THE)\s+", "", " ".join(title.split()))
    plain = re.sub(rf",?\s+(?:of\s+)?\(?({YEAR})\)?$", r" \1", plain)
    if plain.isupper():
        plain = re.sub(r"[A-Z]+('[A-Z])?", lambda m: m[0].capitalize(), plain)
        plain = re.sub(r"(?<=\s)(?:And|Of|For|In|To|On|The|With|Etc|At|By|From|Or)\b", lambda m: m[0].lower(), plain)
    return plain[:1].upper() + plain[1:]


def noun_of(title: str) -> str:
    """`act`, `order`, `regulations` … as the title says."""
    found = re.findall(r"\b(act|order|regulations|measure|rules|byelaws?|regulation|convention)\b", title.casefold())
    return found[-1] if found else "act"


def key_of(title: str) -> str:
    """What two prints of one title share: case, `&` and commas left out."""
    return re.sub(r"[^a-z0-9]+", " ", title.casefold().replace("&", " and ")).strip()


def _add(found: list[Title], text: str, at: int, end: int, noun: str) -> None:
    start = _start(text, at)
    if start == at or _OWN.search(text[start:end]):
        return
    if noun.isupper() and not text[start:at].isupper():
        return
    while found and start <= found[-1].start and found[-1].end <= end:
        found.pop()
    if found and found[-1].end > start:
        return
    found.append(Title(start, end, tidy(text[start:end])))


def _inside(found: list[Title], start: int, end: int) -> bool:
    return any(t.start < end and start < t.end for t in found)


def _lead(words: str) -> int:
    """How many characters of opening words (`The`, `Under`) belong to the sentence, not to the title."""
    at = 0
    for token in _TOKEN.finditer(words):
        if token[0].casefold().strip(",") not in _START:
            return token.start()
        at = token.end()
    return at


def _opens(bare: str) -> bool:
    """Whether a word opens a sentence rather than a title (the small words of a title in capitals do not)."""
    low = bare.casefold()
    return low in _START and (low not in _SMALL or (bare[:1].isupper() and not (bare.isupper() and len(bare) > 1)))


def _start(text: str, at: int) -> int:
    """Where the title begins whose class (`Act`) stands at `at`; `at` itself if there is none."""
    floor = max(0, at - 220)
    tokens = list(_TOKEN.finditer(text, floor, at))
    start, after, joined = at, "", False
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        word = token[0]
        bare = word.strip(",\"'")
        if (word[-1:] in ".;:" and bare.casefold() != "etc.") or (word[-1:] == ")" and word[:1] != "("):
            break
        if word[:1] == "(":
            if re.fullmatch(YEAR, word[1:-1]) or not (word[1:2].isupper() or re.match(r"\(No\.|\(etc", word)):
                break
            start = token.start()
        elif re.fullmatch(YEAR, bare):
            if not after.startswith("(") or place == 0 or not re.fullmatch(NOUN, tokens[place - 1][0].strip(",")):
                break
            start = token.start()
        elif _opens(bare):
            if not (bare in {"Regulation", "Act", "Part"} and after):
                break
            if bare == "Part" or (not re.fullmatch(YEAR, after.strip(",")) and bare == "Act"):
                break
            start = token.start()
        elif bare[:1].isupper() or re.match(r"[\"'][A-Z]", word):
            if _OWNERS.search(bare) or re.fullmatch(r"[IVX]+[A-Z]?", bare) or (word.endswith(",") and not joined):
                break
            start = token.start()
        elif bare.casefold() in _SMALL:
            before = tokens[place - 1][0].casefold() if place else ""
            if bare == "a" or (
                bare == "the" and before not in {"of", "in", "for", "on", "to", "against", "from", "with"}
            ):
                break
            if re.match(r"(?:\d|s\.|\()", before) and bare in {"of", "to", "in"}:
                break
            joined = joined or bare in {"and", "&", "or"}
        else:
            break
        after = word
    if start < at and text[start] in "\"'":
        start += 1
    return min(at, start + _lead(text[start:at])) if start < at else at
