"""Short forms that a document introduces: `Long Name (ABC)`, `("the Authority")`, `ABC (Long Name)`, `"X" means …`.

Invariant: both forms are printed in the document, the short one at the place given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from .document import Block
from .names_grammar import Found, Kind
from .names_people import parts
from .names_tokens import Tokens
from .words import entries, table

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "a", "an", "&", "at", "by", "with", "from"})
_ARTICLES = frozenset({"the", "a", "an"})
_PAREN = re.compile(r"\(([^()]{2,70})\)")
_SHORT = re.compile(
    r"^(?:(?:herein)?after(?:\s+referred\s+to)?(?:\s+as)?\s*,?\s*|(?:referred\s+to|known|abbreviated)\s+(?:\w+\s+){0,3}?(?:as|to)\s+|or\s+|collectively\s*,?\s*|together\s*,?\s*)*"
    r"(?P<the>the\s+)?(?P<q>[\"'])?(?P<in>the\s+)?(?P<short>[A-Z0-9][\w&/'. -]{0,50}?)(?(q)[\"'])$",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"[\"'](?:the )?(?P<short>[A-Za-z0-9][\w&' -]{1,50}?)[\"']\s+(?:means|refers to|is|are)\s+(?:the\s+)?(?=[A-Z])"
)
_PAPER = re.compile(
    r"(?:[A-Z][\w'-]*\s+){0,8}?(?:Directions?|Order|Regulations|Rules|Scheme|Agreement|Determination|Instructions)\b(?:\s+to\s+(?:the\s+)?(?:[A-Z][\w'-]*(?:\s+(?:of|and|for|the))*\s+){0,9}?[A-Z][\w'-]*)?(?:\s+\([^()]{3,60}\)(?:\s+(?:Directions?|Order|Regulations))?)?\s+(?:19|20)\d\d\b"
)
_KNOWN = re.compile(
    r"(?:known as|called|referred to as|abbreviated to|by the abbreviation|abbreviation)\s+(?:the\s+)?(?:[\"'](?:the )?)?(?P<short>[A-Z][A-Z&]{1,8})\b"
)
_COMPANY = re.compile(r",?\s+(?:Ltd|Limited|LLP|plc|PLC|CIC|Inc)\.?$")
_WORD = re.compile(r"[A-Za-z0-9](?:[\w&-]|'(?!s\b))*")
_JOINED = re.compile(r"(?<=[A-Za-z])-[A-Za-z]+")
_STOPS = re.compile(r"[.;:()] ")
_THE_INITIALS = re.compile(r"[\"']?the\s+[\"']?([A-Z]{2,6})[\"']?$")
_LOWER_HEADS = re.compile(r"\b(?:hub|team|unit|forum|group|board|panel|partnership|committee)$")
_ACRONYM = re.compile(r"^[A-Z][A-Za-z&/-]{0,8}[A-Z](?:[a-z]|\d)?$")


class Short(NamedTuple):
    """A short form with the name it stands for, and where it is introduced (or first used)."""

    name: str
    alias: str
    kind: Kind
    block: int
    start: int
    end: int
    rule: str


_MORE_THINGS = frozenset({"report", "hub", "ltd", "limited", "llp", "plc", "cic", "meeting", "reference", "assessment"})
Named = Callable[[Block, int], tuple[Found, int, int] | None]


def acronym(word: str) -> bool:
    """Whether a word looks like initials: two capitals or more, no more than twelve letters."""
    return (
        2 <= len(word) <= 12
        and not word[1:].islower()
        and bool(_ACRONYM.match(word))
        and sum(c.isupper() for c in word) >= 2
    )


def fits(short: str, long: str) -> bool:
    """Whether the letters of a short form are the initials of the words of a long one, small words free to count."""
    if short.endswith("s") and short[:-1].isupper() and long.endswith("s"):
        short = short[:-1]
    letters = [c.lower() for c in short if c.isalpha()]
    long = _COMPANY.sub("", long).replace("'s", "").replace("'", "")
    readings = dict.fromkeys((long, _JOINED.sub("", long)))
    return bool(letters) and any(_walk(letters, _initialled(reading)) for reading in readings)


def _initialled(long: str) -> list[str]:
    """The words of a name in lower case, but for short ones all in capitals, which may count letter by letter."""
    return [p if p.isupper() and len(p) < 5 else p.lower() for p in re.findall(r"[A-Za-z]+", long)]


def _walk(letters: Sequence[str], parts: Sequence[str]) -> bool:
    """Match letters with first letters of the words in order; small words may be passed over, big ones not."""
    states = {0}
    for part in parts:
        first = part[0].lower()
        following = {s + 1 for s in states if s < len(letters) and first == letters[s]}
        if part.isupper():
            whole = list(part.lower())
            following |= {s + len(whole) for s in states if list(letters[s : s + len(whole)]) == whole}
        if part.lower() in _SMALL:
            following |= states
        states = following
    return len(letters) in states


def introduced(block: Block, tokens: Tokens, found: Sequence[Found]) -> Iterator[Short]:
    """The short forms that a block introduces for the names found in it."""
    text = block.clean
    if "(" in text:
        for match in _PAREN.finditer(text):
            yield from _bracket(block, tokens, found, match)
    for match in _MEANS.finditer(text):
        here = [one for one in found if tokens.starts[one.start] == match.end()]
        paper = _PAPER.match(text, match.end())
        if paper and not (here and tokens.ends[here[0].end - 1] >= paper.end()):
            yield Short(paper[0], match["short"], "instrument", block.index, match.start("short"), paper.end(), "means")
            continue
        for one in here[:1] if not match["short"][0].islower() or (here and here[0].kind == "body") else ():
            name = text[tokens.starts[one.start] : tokens.stops[one.end - 1]]
            yield Short(
                name, match["short"], one.kind, block.index, match.start("short"), tokens.ends[one.end - 1], "means"
            )
    for match in _KNOWN.finditer(text):
        long = _before(text, match.start())
        if long and fits(match["short"], long[0]):
            yield Short(long[0], match["short"], "body", block.index, long[1], match.end(), "known-as")


def _bracket(block: Block, tokens: Tokens, found: Sequence[Found], match: re.Match[str]) -> Iterator[Short]:
    text = block.clean
    inside = match.group(1).strip()
    before = match.start() - 1
    while before >= 0 and text[before] in " '\"":
        before -= 1
    one = next((f for f in found if tokens.starts[f.start] <= before < tokens.ends[f.end - 1]), None)
    if one is None and before >= 0 and text[before] == ")":
        opened = text.rfind("(", 0, before)
        one = next((f for f in found if f.kind == "person" and 0 < opened - tokens.ends[f.end - 1] + 1 < 3), None)
    named = re.match(r"([A-Z]\w{1,4})(?:\s+(?:for|from|until|by|via|item)\b.*)?$", inside)
    if one and one.kind == "person" and named and acronym(named[1]):
        inside = named[1]
    if re.fullmatch(r"[A-Z]{2,8} \d{4}", inside) and one and one.kind == "instrument":
        name = text[tokens.starts[one.start] : tokens.ends[one.end - 1]]
        yield Short(name, inside, "instrument", block.index, tokens.starts[one.start], match.end(), "brackets")
        return
    if the := _THE_INITIALS.match(inside):
        inside = the[1]
    if acronym(inside.strip("\"'")):
        short = inside.strip("\"'")
        yield from _initials(block, tokens, one, match, short)
        return
    word = re.search(r"(?<![\w'-])([A-Z][\w&-]*)\s*$", text[: match.start()])
    if word and acronym(word.group(1)) and fits(word.group(1), inside):
        match.start() + 1
        yield Short(inside, word.group(1), "body", block.index, word.start(1), match.end(), "acronym-first")
        return
    if (
        one
        and one.kind == "body"
        and inside.istitle()
        and inside.lower() in table("body_generics")
        and inside in text[tokens.starts[one.start] : match.start()]
    ):
        name = text[tokens.starts[one.start] : tokens.stops[one.end - 1]]
        yield Short(name, inside, one.kind, block.index, tokens.starts[one.start], match.end(), "brackets")
        return
    quoted = _SHORT.match(inside)
    if quoted and (quoted["q"] or quoted["the"]) and one is not None:
        short = quoted["short"].strip()
        told = (
            quoted["q"]
            or acronym(short)
            or one.kind not in {"person", "post"}
            or len(inside) > len(short) + len("the ")
        )
        if not told and not set(short.lower().split()) & set(tokens.lower[one.start : one.end]):
            return
        if short[0].isupper() or short[0].isdigit() or (quoted["q"] and short in table("body_generics")):
            name = text[tokens.starts[one.start] : tokens.ends[one.end - 1]]
            yield Short(name, short, one.kind, block.index, tokens.starts[one.start], match.end(), "introduced")
    elif quoted and quoted["q"] and one is None and (thing := _ending(text[: match.start()], quoted["short"].strip())):
        start, name = thing
        yield Short(name, quoted["short"].strip(), "plan", block.index, start, match.end(), "introduced")


def _ending(text: str, short: str) -> tuple[int, str] | None:
    """The phrase at the end of a text that holds all words of a quoted short form, and where it begins.

    It begins with the first of them, or with the capitalised words before that.
    """
    clause = text[max(0, len(text) - 240) :].rstrip()
    begin = max((m.end() for m in _STOPS.finditer(clause)), default=0)
    needed = {word.lower() for word in _WORD.findall(short)}
    at = len(clause)
    for word in reversed(list(_WORD.finditer(clause, begin))):
        if needed:
            needed.discard(word.group().lower())
        elif not (word.group()[0].isupper() or word.group()[0].isdigit() or word.group() in _SMALL - _ARTICLES):
            break
        if word.group().lower() not in _SMALL:
            at = word.start()
    name = clause[at:]
    if needed or short[0].islower() or name[0].islower() or name == short:
        return None
    return len(text.rstrip()) - len(name), name


def _initials(block: Block, tokens: Tokens, one: Found | None, match: re.Match[str], short: str) -> Iterator[Short]:
    text = block.clean
    if one is not None:
        name = text[tokens.starts[one.start] : tokens.stops[one.end - 1]]
        person = one.kind == "person"
        if person and not (short.isalpha() and len(short) <= 4 and short[0] == _first_letter(name)):
            return
        if person or _near(short, name):
            yield Short(name, short, one.kind, block.index, tokens.starts[one.start], match.end(), "brackets")
            return
    back = _back(text, match.start(), short)
    if back is not None and one is not None and one.kind == "body":
        back = min(back[0], tokens.starts[one.start]), back[1]
    if back is not None:
        long = text[back[0] : back[1]]
        rule = "brackets" if one or _thing(long) else "untold"
        yield Short(long, short, one.kind if one else "body", block.index, back[0], match.end(), rule)


def _thing(long: str) -> bool:
    """Whether a phrase holds a noun of bodies, papers or instruments, so that its initials are worth keeping."""
    nouns = {entry.lstrip("~") for name in ("body_heads", "plan_heads", "instrument_heads") for entry in entries(name)}
    return any({word, word.removesuffix("s")} & (nouns | _MORE_THINGS) for word in long.lower().split())


def _first_letter(name: str) -> str:
    return parts(name)[0][0].upper()


def _near(short: str, name: str) -> bool:
    """Whether a short form in brackets can be that of the name before it: its letters stand in the name in order."""
    if fits(short, name):
        return True
    letters = iter(name.lower())
    return name[0].lower() == short[0].lower() and all(c.lower() in letters for c in short if c.isalpha())


def _back(text: str, stop: int, short: str) -> tuple[int, int] | None:
    """The stretch of words before a bracket whose initials are the short form, the capitals in it at least two."""
    before = list(re.finditer(r"[A-Za-z][\w'&-]*|[&]", text[max(0, stop - 160) : stop]))
    base = max(0, stop - 160)
    for count in range(2, min(len(before), 12) + 1):
        first = before[-count]
        if not first.group()[0].isupper() and not (len(short) > 2 and _LOWER_HEADS.search(before[-1].group())):
            continue
        start, end = base + first.start(), base + before[-1].end()
        stretch = text[start:end]
        if re.search(r"[.;:()]", stretch):
            return None
        big = [w.group() for w in before[-count:] if w.group().lower() not in _SMALL]
        if fits(short, stretch) and (first.group()[0].islower() or sum(w[0].isupper() for w in big) * 2 >= len(big)):
            return start, end
    return None


def _before(text: str, stop: int) -> tuple[str, int] | None:
    match = re.search(r"((?:[A-Z][\w'-]*|of|and|the|for|&)\s+){1,12}(?:\w+\s+){0,4}$", text[max(0, stop - 120) : stop])
    if not match:
        return None
    words = re.search(r"[A-Z][\w' &-]*[a-z]", match.group())
    return (words.group(), max(0, stop - 120) + match.start() + words.start()) if words else None
