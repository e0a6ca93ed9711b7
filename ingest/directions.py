"""The statutory directions that a document is, or tells of, gathered from all its sentences.

A direction is known by its date. Invariant: nothing is said of a direction that no sentence of the document says, but
that newer directions said to be new, revised or in place of others stand in the place of the older ones of that issuer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from .citations import Citation, citations_of
from .context import Context
from .directions_grammar import NOUN, REVOKED, Reading, Told, read, speaks, statutory
from .directions_itself import addressee, directs, made_on, operative
from .document import Block, Document
from .head import titled
from .sentences import sentences

_ALL_REVOKED = re.compile(
    r"\b(?:those|these|previous|earlier|original|first|former|old)\s+(?:\w+\s+)?directions?\s+(?:have\s+now\s+been|were|are|have\s+been|was|is|has\s+been|had\s+been)\s+(?:\w+\s+)?(?:revoked|replaced|superseded|lifted|withdrawn)",
    re.IGNORECASE,
)
_NEWER = re.compile(
    r"\b(?:removal|revoked|fresh|revised|new|replac\w+|supersed\w+|further\s+revised|updated|amended)\b", re.IGNORECASE
)
_OLDER = re.compile(
    r"\b(?:previously|previous|former|formerly|earlier|original(?:ly)?|old|first|spent|then)\b", re.IGNORECASE
)

_NO_POWER = re.compile(
    r"\b(?:required\s+by|requirements?\s+(?:of|in|under)|representations|duty|duties|fail\w+|compl\w+\s+with|in\s+accordance\s+with)\b[^,;.]*$",
    re.IGNORECASE,
)


_EXERCISED = re.compile(r"\bin\s+exercise\s+of\b[^;.]*$", re.IGNORECASE)


_TODAY = re.compile(
    r"\b[Tt]oday\b[^.;]{0,80}?\b(?:issu|mak|made|giv|gave)\w*\s+(?:\w+\s+){0,3}?[Dd]irections?\b|\b(?:am|are)\s+today\s+(?:issuing|making|giving)\b[^.;]{0,60}?[Dd]irections?\b"
)
"""Directions made on the day of the paper that tells of them."""


@dataclass
class Found:
    """A direction as one document tells of it, while it is gathered; the passage is `block.clean[start:end]`."""

    date: str
    block: Block
    start: int
    end: int
    issuer: str | None = None
    addressee: str | None = None
    status: Literal["made", "draft", "revoked"] = "made"
    until: str | None = None
    basis: list[str] = field(default_factory=list)
    revokes: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    rule: str = "recited"


@dataclass
class _Gathering:
    """The directions found so far, and what waits for its direction to be known."""

    known: dict[str, Found] = field(default_factory=dict)
    ends: list[tuple[str, bool, str, bool]] = field(default_factory=list)
    years: list[tuple[str, Block, int, int, bool]] = field(default_factory=list)
    draft_basis: list[str] = field(default_factory=list)
    all_revoked: bool = False
    last: list[str] = field(default_factory=list)


@lru_cache(maxsize=8)
def directions(context: Context) -> tuple[Found, ...]:
    """The directions of a document, in order of their first mention."""
    got = _Gathering()
    _itself(context, got)
    for block in context.document.blocks:
        if NOUN.search(block.clean) or got.last:
            _tell(context.document, block, got, context.head.date)
    _finish(got)
    return tuple(sorted(got.known.values(), key=lambda d: (d.rule != "itself", d.block.index, d.start, d.date)))


def within(document: Document, block: Block, start: int, end: int) -> list[Citation]:
    """The citations of a block between two places of its clean text."""
    return [c for c in citations_of(document)[block.index] if start <= c.start and c.end <= end]


def _names(cited: Iterable[Citation]) -> list[str]:
    """The provisions among citations, and the Acts named whole, as `… Act 1999 section 3`."""
    return list(dict.fromkeys(c.name for c in cited if c.provision or " Act " in c.instrument))


def _tell(document: Document, block: Block, got: _Gathering, today: str | None) -> None:
    """Notes what the sentences of a block say of directions; `today` is the document's own day."""
    clean = block.clean
    before: list[str] = []
    fresh = False
    for start, end in sentences(clean):
        sentence = clean[start:end]
        cited = [
            c
            for c in within(document, block, start, end)
            if not re.search(
                r"\b(?:report|notice|representations|inspection|duty|duties|issued\s+on\s+[\w\s]+)\s+(?:made\s+|issued\s+)?(?:by\s+[\w\s]+)?under\s+(?:the\s+)?$",
                clean[start : c.start],
            )
        ]
        basis = _names(cited)
        if speaks(sentence):
            said = read(sentence)
            if not said.told and today and _TODAY.search(sentence) and basis:
                noun = NOUN.search(sentence)
                last = noun.end() if noun else len(sentence)
                said = replace(said, told=(Told(today, 0, last, said.draft),))
            if said.told and (got.known or statutory(sentence)):
                carried = before if re.search(r"\bpowers?\b", sentence) else []
                if re.search(r"\balso\b", sentence) and got.last:
                    carried = got.known[got.last[-1]].basis
                _note(got, block, start, sentence, said, basis=basis or carried)
            elif basis and said.draft:
                got.draft_basis = basis
            for year in said.years:
                at = sentence.index(year)
                got.years.append(
                    (year, block, start + _begin(sentence, at), start + at + 4, bool(REVOKED.search(sentence)))
                )
                _revoked_year(year, sentence, said, got)
            for date, ended in said.ends:
                if not said.years:
                    of = said.told[-1].date if said.told else (got.last[-1] if got.last and fresh else "")
                    got.ends.append((date, ended, of, said.draft))
            got.all_revoked = got.all_revoked or bool(_ALL_REVOKED.search(sentence))
            fresh = True
        elif fresh and re.search(r"\b(?:they|which|it)\b", sentence, re.IGNORECASE):
            got.ends.extend(
                (date, ended, got.last[-1] if got.last else "", False) for date, ended in read(sentence).ends
            )
        before = basis or before


def _note(got: _Gathering, block: Block, at: int, sentence: str, said: Reading, *, basis: list[str]) -> None:
    """Notes the directions that a sentence dates."""
    also = got.known[got.last[-1]].issuer if got.last and re.search(r"\balso\b", sentence) else None
    got.last = [told.date for told in said.told]
    for told in said.told:
        item = got.known.get(told.date)
        if item is None:
            item = got.known[told.date] = Found(told.date, block, at + told.start, at + told.end)
            item.status = "draft" if told.draft else "made"
        elif item.status == "draft" and not told.draft and re.search(r"\b(?:made|came\s+into\s+force)\b", sentence):
            item.status = "made"
        if told.revoked and item.rule != "itself":
            item.status = "revoked"
        item.said.append(sentence)
        item.issuer = item.issuer or (None if said.issuer else also)
        if said.issuer and (item.issuer is None or (len(said.issuer) > len(item.issuer) and item.rule != "itself")):
            item.issuer = said.issuer
        item.addressee = item.addressee or said.addressee
        item.basis.extend(p for p in basis if p not in item.basis and item.rule != "itself")


def _begin(sentence: str, at: int) -> int:
    """Where the title begins that ends in the year at `at`."""
    the = [m.start() for m in re.finditer(r"\b[Tt]he\s", sentence[:at]) if at - m.start() < 120]
    return the[-1] if the else max(0, sentence.rfind(" ", 0, max(0, at - 60)) + 1)


def _revoked_year(year: str, sentence: str, said: Reading, got: _Gathering) -> None:
    """Marks those that a sentence calls revoked by their year (`The 2023 Directions are revoked with effect from …`)."""
    if not REVOKED.search(sentence):
        return
    for item in got.known.values():
        if item.date.startswith(year) and item.rule != "itself":
            item.status = "revoked"
            item.until = item.until or next((date for date, ended in said.ends if ended), None)


def _itself(context: Context, got: _Gathering) -> None:
    """The instrument that the document is."""
    document, blocks = context.document, context.document.blocks
    directing = operative(document)
    headed = context.head.kind == "directions" or any(speaks(b.clean) and len(b.clean) < 140 for b in blocks[:10])
    date = made_on(document) or context.head.date
    if not (directing and headed and date and context.head.kind in {"directions", "other"}):
        return
    item = got.known[date] = Found(date, directing, 0, len(directing.clean), rule="itself")
    if any(re.search(r"\bdraft\b", b.clean, re.IGNORECASE) for b in blocks[:8] if len(b.clean) < 120):
        item.status = "draft"
    recitals = blocks[: directing.index + 1]
    issuers = [said.issuer for b in recitals if (said := read(b.clean)).issuer]
    item.issuer = max(issuers, key=len, default=None)
    item.addressee = titled(addressee(document) or "") or next(
        (a for b in blocks[directing.index : directing.index + 3] if (a := read(b.clean).addressee)), None
    )
    titles = [b for b in blocks[:8] if speaks(b.clean) and len(b.clean) < 260 and b.index < directing.index]
    item.basis = (
        _powers(document, exercised=True)
        or _names(c for b in titles for c in citations_of(document)[b.index] if c.provision)
        or _powers(document)
        or _names(citations_of(document)[directing.index])
        or _names(c for b in recitals[:12] for c in citations_of(document)[b.index] if c.provision)
    )
    got.last = [date]


def _powers(document: Document, *, exercised: bool = False) -> list[str]:
    """The provisions that the directing blocks of an instrument rest on; a paragraph of one already named adds nothing.

    With `exercised`, those alone that the words `in exercise of` bring in.
    """
    out: list[str] = []
    for block in document.blocks[:80]:
        if directs(block.clean):
            tied = [
                c
                for c in citations_of(document)[block.index]
                if c.provision
                and not _NO_POWER.search(block.clean[max(0, c.start - 90) : c.start])
                and (not exercised or _EXERCISED.search(block.clean[max(0, c.start - 200) : c.start]))
            ]
            out.extend(name for name in _names(tied) if not any(name.startswith(known) for known in out))
    return out


def _finish(got: _Gathering) -> None:
    known = got.known
    for year, block, start, end, revoked in got.years:
        if not any(date.startswith(year) for date in known):
            known[year] = Found(year, block, start, end, status="revoked" if revoked else "made")
    for vague in [date for date in known if len(date) < 10]:
        whole = next((d for d in known.values() if d.date != vague and d.date.startswith(vague)), None)
        if whole:
            gone = known.pop(vague)
            whole.issuer, whole.addressee = whole.issuer or gone.issuer, whole.addressee or gone.addressee
            whole.until, whole.said = whole.until or gone.until, whole.said + gone.said
    for item in known.values():
        if item.status == "draft" and not item.basis:
            item.basis = got.draft_basis
    live = [d for d in known.values() if d.status == "made"]
    newest = max(live, key=lambda d: d.date, default=None)
    for item in live:
        if newest and item is not newest and _same_issuer(item, newest):
            told = " ".join(item.said)
            if got.all_revoked or _OLDER.search(told) or _NEWER.search(" ".join(newest.said)):
                item.status = "revoked"
    for date, ended, of, draft in got.ends:
        target = known.get(of) or next((d for d in known.values() if of and d.date.startswith(of)), None)
        if ended and target and target.rule != "itself":
            target.status = "revoked" if target.status == "made" else target.status
        elif target is None or (target.status == "revoked" and newest):
            target = target if draft and target else newest
        if target and target.until is None and date > target.date[: len(date)]:
            target.until = date
    if newest:
        newest.revokes = sorted(
            d.date
            for d in known.values()
            if d.status == "revoked"
            and d.date < newest.date
            and not (d.until and d.until < newest.date[: len(d.until)])
            and _same_issuer(d, newest)
        )
    for item in known.values():
        if item.issuer is None and item.status != "draft":
            item.issuer = next(
                (d.issuer for d in known.values() if d.issuer and d.status != "draft" and d.rule != "itself"), None
            )
        if item.addressee is None:
            item.addressee = next((d.addressee for d in known.values() if d.addressee), None)


def _same_issuer(one: Found, other: Found) -> bool:
    """Whether two directions can come from one office: neither names a department that the other does not."""
    a, b = (re.findall(r"[A-Z]\w+", d.issuer or "") for d in (one, other))
    short, long = sorted((a, b), key=len)
    return not short or short[0] == "SoS" or long[0] == "SoS" or long[: len(short)] == short
