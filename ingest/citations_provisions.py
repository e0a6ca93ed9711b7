"""Where provisions are named in a text: `section 15(5) and (6)`, `paragraph 3 of Part 1 of Schedule 12A`.

Invariant: a list gives one provision for each of its members, a range stays one, and a nested provision is written as
printed, the innermost first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SUB = r"\s?\((?:\d{1,3}[A-Z]{0,2}|[a-z]{1,4}|[A-Z]{1,2})\)"
_NUM = rf"\d{{1,4}}(?:[A-Z]{{1,3}}(?:\d{{1,3}}[A-Z]?)?)?(?![\w/])(?:{_SUB})*"
_ROMAN = r"[IVX]{1,6}[A-Z]?(?![\w/])"
_SEP = r"(?:\s*,\s*(?:and|or|AND|&)?\s*|\s+(?:and|or|to|AND|OR|TO|&)\s+|\s*-\s*|\s*&\s*)"
_KIND = (
    r"(?:[Ss]ections?|SECTIONS?|[Ss]ub-?sections?|[Ss]ec\.?|[Ss]s?\.?(?=\s?\d)|[Rr]egulations?|[Rr]egs?\.?|[Aa]rticles?|ARTICLES?|[Aa]rts?\.?(?=\s?\d)|[Pp]aragraphs?|[Pp]aras?\.?"
    r"|[Ss]chedules?|SCHEDULES?|[Ss]ch\.?(?=\s?\d)|Parts?|PARTS?|parts?|[Cc]hapters?|Class(?:es)?|Categor(?:y|ies)|Annex(?:es)?|Rules?|rules?)"
)
_GROUP = re.compile(
    rf"(?<![\w.])(?P<kind>{_KIND})\s?(?P<list>(?:{_NUM}|{_ROMAN}|(?<=section){_SUB}(?:{_SUB})*|(?<=sections){_SUB}|(?<=paragraph){_SUB}|(?<=Class\s)[A-Z]{{1,2}}\b)(?:{_SEP}(?:{_NUM}|{_SUB}|{_ROMAN}(?!\s+[a-z]))(?![\w/]))*)"
    r"|(?<![\w.])(?P<bare>Schedule)(?=\s+(?:to|of)\s+(?:the|that)\b)"
)
_ITEM = re.compile(rf"(?P<num>{_NUM}|{_ROMAN}|[A-Z]{{1,2}}\b)|(?P<sub>(?:{_SUB})+)")
_LONG = {
    "s": "section", "ss": "section", "sec": "section", "section": "section", "subsection": "subsection", "sub-section": "subsection",
    "reg": "regulation", "regulation": "regulation", "article": "article", "art": "article", "paragraph": "paragraph", "para": "paragraph",
    "schedule": "Schedule", "sch": "Schedule", "part": "Part", "chapter": "Chapter", "class": "Class", "classe": "Class", "category": "Category",
    "categorie": "Category", "annex": "Annex", "annexe": "Annex", "rule": "rule",
}  # fmt: skip
_NESTS = re.compile(r"\s+(?:of|to|in)\s+(?:the\s+)?")
_WITHIN = {"paragraph": {"Schedule", "Part"}, "Chapter": {"Part"}, "Part": {"Schedule"}, "subsection": {"section"}}
_JOINS = re.compile(
    r"\s*(?:(?:of|to|in)\s*)?,?\s*(?:and(?:\s+also)?|or|&|together\s+with|read\s+with)?\s+(?:(?:with|in|under)\s+)?(?:the\s+)?"
)


@dataclass(frozen=True, slots=True)
class Provisions:
    """Provisions named together at `[start:end]`; `base` is the kind and first number (`section 15`).

    `joined` says that the group after it is coordinate and both belong to the same instrument.
    """

    start: int
    end: int
    names: tuple[str, ...]
    base: str
    joined: bool = False


def find_provisions(text: str) -> list[Provisions]:
    """The provisions that a clean text names, in order, nested ones as one."""
    groups = list(_GROUP.finditer(text))
    found: list[Provisions] = []
    place = 0
    while place < len(groups):
        first = last = groups[place]
        names = _expand(first) if first["list"] else ["the Schedule"]
        place += 1
        while place < len(groups):
            gap = text[last.end() : groups[place].start()]
            under = re.fullmatch(r",?\s*", gap) and _kind(last) in _WITHIN.get(_kind(groups[place]), ())
            if not under and not _NESTS.fullmatch(gap):
                break
            inner = _expand(groups[place])
            if len(inner) > 1 and len(names) > 1:
                break
            last = groups[place]
            link = " " + gap.strip(" ,") + " " if gap.strip(" ,") else " "
            names = [f"{a}{link}{b}" for a in names for b in inner]
            place += 1
        joined = place < len(groups) and bool(_JOINS.fullmatch(text[last.end() : groups[place].start()]))
        number = re.search(r"\w+", first["list"] or "")
        found.append(
            Provisions(first.start(), last.end(), tuple(names), f"{_kind(first)} {number[0] if number else ''}", joined)
        )
    return found


def _kind(match: re.Match[str]) -> str:
    if match["bare"]:
        return "Schedule"
    word = match["kind"].casefold().rstrip(".")
    return _LONG.get(word) or _LONG[word.rstrip("s")]


def _expand(match: re.Match[str]) -> list[str]:
    """The provisions of one list, written out."""
    kind = _kind(match)
    if match["bare"]:
        return ["Schedule"]
    listed = re.sub(r"\b(?:AND|OR|TO)\b", lambda word: word[0].lower(), match["list"])
    items = list(_ITEM.finditer(listed))
    out: list[str] = []
    levels: list[str] = []
    place = 0
    while place < len(items):
        item = items[place]
        levels = _levels(item, levels)
        name = "".join(levels)
        link = listed[item.end() : items[place + 1].start()].strip() if place + 1 < len(items) else ""
        if link in {"-", "to"}:
            end = re.sub(r"\s", "", items[place + 1][0])
            many = kind + "s" if items[place + 1]["num"] and kind != "Category" else kind
            out.append(f"{many} {name}{link if link == '-' else ' to '}{end}")
            levels = _levels(items[place + 1], levels)
            place += 1
        else:
            out.append(f"{kind} {name}")
        place += 1
    return out


def _levels(item: re.Match[str], levels: list[str]) -> list[str]:
    """The levels of a provision (`101`, `(1)`, `(a)`); a member that is a level alone takes those above from the last."""
    parts = re.findall(r"\([^()]*\)|[^\s()]+", item[0])
    if item["num"] or not levels:
        return parts
    like = [i for i, level in enumerate(levels) if i and level[1:2].isdigit() == parts[0][1:2].isdigit()]
    return levels[: like[-1]] + parts if like else levels + parts
