"""The statutory directions that a document speaks of, and what imposes the duties of a passage.

A direction is known by its date; what the document says of it in several places (issuer, addressee, status, end, basis,
what it revokes) is gathered. Invariant: nothing is said of a direction that no sentence of the document says of it, but
that the newest one in force replaces those the document calls revoked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from .citations import Citation, citations_of, find_citations
from .context import Context
from .dates import find_dates
from .document import Block, Document
from .sentences import sentences

_DIRECTION = re.compile(r"\b(?:Directions?|DIRECTIONS?|directions?)\b")
_STATUTORY = re.compile(
    r"\b(?:Secretar(?:y|ies)\s+of\s+State|SoS\w*|Minister|Welsh\s+Ministers|section\s+\d+|statutory|gave|given|issued|placed\s+under|revoked|draft\s+directions?|Directions?\s+(?:dated|of|issued|made)|Best\s+Value\s+Directions)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:strategic|clear|under\s+the|provide\s+\w+\s+and|challenge\s+and|delivery\s+and)\s+directions?\b|\bdirection\s+of\s+travel\b",
    re.IGNORECASE,
)
_ISSUER = re.compile(
    r"\b(?:the\s+)?(?:then\s+)?(?P<i>(?:Secretar(?:y)\s+of\s+State(?:\s+(?:for|of)\s+(?:the\s+)?[A-Z][\w'&-]*(?:(?:,\s+|\s+and\s+|\s+&\s+|\s+of\s+|\s+for\s+|\s+)(?:the\s+)?[A-Z][\w'&-]*)*)?)|SoS\w*|Welsh\s+Ministers|Minister\s+(?:for|of)\s+[A-Z]\w+(?:\s+[A-Z]\w+)*)"
)
_TO = re.compile(
    r"\b(?:to|on|upon|requires?|required|requiring)\s+(?P<a>(?:the\s+|[Tt]he\s+)?(?:[A-Z][\w'-]+\s+){0,5}(?:Council|Authority|council|authority|Trust|Board|Corporation|Commissioner|Governing\s+Body|Borough|Police))\b(?!\s+Act)"
)
_UNTIL = re.compile(
    r"\b(?:in\s+(?:force|place|effect)\s+until|remain\s+(?:in\s+(?:force|place|effect)\s+)?until|conclude[sd]?\s+on|expires?\s+on|end(?:s|ed)?\s+on|run(?:s)?\s+(?:to|until)|cease[sd]?\s+to\s+have\s+effect\s+on|until)\s+(?:the\s+)?(?:end\s+of\s+)?$",
    re.IGNORECASE,
)
_NOT_DATE = re.compile(
    r"\b(?:received|sent|report|letter|inspection|meeting|review|visit|published|by|within|effect\s+from|from|issued\s+on\s+\d+\s+\w+\s+\d+\s+under\s+section\s+13)\b[^.;]{0,24}$",
    re.IGNORECASE,
)
_REVOKED = re.compile(
    r"\b(?:revoked|replaced|superseded|lapsed|expired|withdrawn|ceased\s+to\s+have\s+effect)\b", re.IGNORECASE
)
_OLD = re.compile(r"\b(?:previously|previous|former|earlier|original|old|first|those|spent)\b", re.IGNORECASE)


@dataclass
class Found:
    """A direction as one document tells of it, while it is gathered."""

    date: str
    block: Block
    start: int
    end: int
    issuer: str | None = None
    addressee: str | None = None
    status: str = "made"
    until: str | None = None
    basis: list[str] = field(default_factory=list)
    revokes: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    rule: str = "recited"


@lru_cache(maxsize=8)
def directions(context: Context) -> tuple[Found, ...]:
    """The directions of a document, in order of their first mention."""
    document = context.document
    known: dict[str, Found] = {}
    if context.head.kind == "directions" and context.head.date:
        _itself(context, known)
    ends: list[tuple[str, str, bool]] = []
    revoked_all = False
    last: list[str] = []
    pending_draft: list[str] = []
    for block in document.blocks:
        clean = block.clean
        basis_before: list[str] = []
        for start, end in sentences(clean):
            sentence = clean[start:end]
            basis = _basis(_within(document, block, start, end))
            if (
                _DIRECTION.search(sentence)
                and not (_NOT.search(sentence) and not _STATUTORY.search(sentence))
                and _STATUTORY.search(sentence)
            ):
                carried = (
                    basis_before
                    if "power" in sentence
                    else known[last[-1]].basis
                    if last and re.search(r"\balso\b", sentence)
                    else []
                )
                found = _dated(context, block, start, sentence, known, basis or carried)
                if not found and basis and re.search(r"\bdraft\s+[Dd]irection\b", sentence):
                    pending_draft = basis
                last = found or last
                for date, draft in _ends(sentence):
                    if not found or date not in found:
                        ends.append((date, found[-1] if found else "", draft))
                if re.search(
                    r"\b(?:those|these|previous|earlier|the\s+\d{4}|original|first)\s+directions?\s+(?:have\s+now\s+been|were|are|have\s+been|was|is)\s+(?:\w+\s+)?revoked",
                    sentence,
                    re.IGNORECASE,
                ):
                    revoked_all = True
                _revoked(context, sentence, known, last)
            elif (
                known
                and (dates := _ends(sentence))
                and re.search(r"\bthey\b|\bwhich\b|directions", sentence, re.IGNORECASE)
            ):
                ends.extend((date, last[-1] if last else "", draft) for date, draft in dates)
            basis_before = basis or basis_before
    for item in known.values():
        if item.status == "draft" and not item.basis:
            item.basis = pending_draft
    _finish(context, known, ends, revoked_all=revoked_all)
    return tuple(known.values())


def _itself(context: Context, known: dict[str, Found]) -> None:
    """The instrument that the document is."""
    head, document = context.head, context.document
    assert head.date
    operative = next(
        (
            b
            for b in document.blocks
            if re.search(
                r"\bdirects\s+as\s+follows\b|\bhereby\s+directs?\b|\bdirections?\s+under\b", b.clean, re.IGNORECASE
            )
            and not b.clean.isupper()
        ),
        document.blocks[0],
    )
    draft = any(re.search(r"\bdraft\b", line.clean, re.IGNORECASE) for line in document.lines[:12])
    text = " ".join(line.clean for line in document.lines[:40])
    issuer = _ISSUER.search(" ".join(text.split()))
    to = re.search(
        r"\bTo:\s+(.+?)\s*(?:\(|,|$)",
        next((line.clean for line in document.lines[:30] if re.match(r"\s*To:", line.clean)), ""),
    )
    short = re.search(
        r"\(\"(?:the\s+)?([A-Z]\w+)\"\)",
        next((b.clean for b in document.blocks[:12] if re.match(r"To\b", b.clean)), ""),
    )
    found = Found(
        head.date,
        operative,
        0,
        len(operative.clean),
        _tidy(issuer["i"]) if issuer else None,
        short[1] if short else to[1] if to else None,
        "draft" if draft else "made",
        rule="itself",
    )
    found.basis = _basis(find_citations(" ".join(line.clean for line in document.lines[:14])))
    if got := _basis(citations_of(document)[operative.index]):
        found.basis = got
    known[head.date] = found


def _tidy(name: str) -> str:
    return " ".join(name.split()).strip(" ,")


def _within(document: Document, block: Block, start: int, end: int) -> list[Citation]:
    """The citations of a block between two places of its clean text."""
    return [c for c in citations_of(document)[block.index] if start <= c.start and c.end <= end]


def _basis(cited: Iterable[Citation]) -> list[str]:
    """The provisions of Acts among citations, as `Act section n`."""
    return list(dict.fromkeys(c.name for c in cited if "Act" in c.instrument))


def _ends(sentence: str) -> list[tuple[str, bool]]:
    draft = bool(re.search(r"\bdraft\b", sentence, re.IGNORECASE))
    return [(m.iso, draft) for m in find_dates(sentence) if _UNTIL.search(sentence[: m.start])]


def _dated(
    context: Context, block: Block, at: int, sentence: str, known: dict[str, Found], basis: list[str]
) -> list[str]:
    """Notes the directions that a sentence dates; their dates."""
    noun = [m for m in _DIRECTION.finditer(sentence)]
    made: list[str] = []
    mentions = find_dates(sentence, years=True)
    for place, mention in enumerate(mentions):
        before, after = sentence[: mention.start], sentence[mention.end :]
        if _UNTIL.search(before) or len(mention.iso) == 4 and not re.search(r"[Dd]irections?\s+(?:of\s+)?$", before):
            continue
        if (
            len(mention.iso) == 4
            and re.search(r"\)\s+Directions\s+$|[A-Z]\w+\s+Directions\s+$", before)
            and not re.search(r"State\s+Directions\s+$", before)
        ):
            continue
        near = [m for m in noun if abs(m.start() - mention.start) < 170]
        chained = bool(
            place
            and made
            and re.fullmatch(r"\s*(?:,|and|,\s+and|&)\s*", sentence[mentions[place - 1].end : mention.start])
        )
        tied = re.search(
            r"(?:\b[Dd]irections?\b[^.;]{0,90}?\b(?:on|dated|of|in|made\s+on|issued\s+on)\s+|\b(?:[Oo]n|[Ii]n)\s+|\bdirection\s+dated\s+)(?:the\s+)?$",
            before,
        )
        if (
            not near
            or not (chained or tied)
            or (
                _NOT_DATE.search(before[-40:])
                and not chained
                and not re.search(r"(?:dated|issued\s+on|of|given\s+on|gave\s+[^.]{0,60}on)\s+(?:the\s+)?$", before)
            )
        ):
            continue
        if re.search(r"\bwrote\b|\breport\b[^.]{0,50}$", before[-70:]) and not chained:
            continue
        first = re.match(r"\s*(?:[Oo]n|[Ii]n)\s+$", before) is not None
        if first and not re.search(r"\b(?:gave|issued|made|given|placed\s+under|directed)\b", after[:260]):
            continue
        if not re.search(
            r"\b(?:gave|given|issued|made|dated|placed\s+under|[Dd]irections?\s+of|direction\s+from|sent|to\s+be\s+made)\b",
            sentence,
        ):
            continue
        item = known.get(mention.iso)
        span_start = max(0, _phrase_start(sentence, near[0].start(), mention.start))
        if item is None:
            item = known[mention.iso] = Found(
                mention.iso, block, at + min(span_start, mention.start), at + max(mention.end, near[0].end())
            )
        made.append(mention.iso)
        item.said.append(sentence)
        if re.search(r"\bdraft\s+(?:\w+\s+)?[Dd]irections?\b", sentence) and not (place and item.said[1:]):
            item.status = "draft" if item.status == "made" and len(item.said) <= 4 else item.status
        issuer = _ISSUER.search(sentence)
        if issuer and (item.issuer is None or len(issuer["i"]) > len(item.issuer)):
            item.issuer = _tidy(issuer["i"])
        to = _TO.search(sentence) or re.search(
            r"(?P<a>[Tt]he\s+(?:council|Council|Authority|authority))\s+was\s+(?:placed|issued)", sentence
        )
        if to and item.addressee is None:
            item.addressee = re.sub(r"^[Tt]he\s+", "", _tidy(to["a"]))
        for provision in basis:
            if provision not in item.basis:
                item.basis.append(provision)
        if (
            _REVOKED.search(before[-70:])
            and re.search(r"revoked\s+the\s+[Dd]irections?", before)
            and item.status != "draft"
        ):
            item.status = "revoked"
    return made


def _phrase_start(sentence: str, noun: int, date: int) -> int:
    """Where the passage that ties a direction to its date begins: its issuer, or its adjectives."""
    at = min(noun, date)
    issuer = _ISSUER.search(sentence)
    if issuer and issuer.start() < at and at - issuer.start() < 120:
        return issuer.start()
    lead = re.search(r"(?:\b(?:new|draft|revised|fresh|further|the)\s+)+$", sentence[:at], re.IGNORECASE)
    return lead.start() if lead else at


def _revoked(context: Context, sentence: str, known: dict[str, Found], last: list[str]) -> None:
    """Marks those that a sentence calls revoked by their short name (`The 2023 Directions are revoked`)."""
    for year in re.findall(r"\b[Tt]he\s+((?:19|20)\d{2})\s+[Dd]irections?\b", sentence):
        for item in known.values():
            if item.date.startswith(year) and _REVOKED.search(sentence):
                item.status = "revoked"
                when = [
                    m.iso
                    for m in find_dates(sentence)
                    if re.search(r"(?:effect\s+(?:from|on)|on)\s+$", sentence[: m.start])
                ]
                item.until = item.until or (when[0] if when else None)
    if re.search(r"\b(?:cease[sd]?\s+to\s+have\s+effect|were\s+revoked|was\s+revoked)\b", sentence):
        for iso in last:
            if known[iso].status == "made" and len(last) == 1 and not find_dates(sentence)[:0]:
                known[iso].status = "revoked" if _REVOKED.search(sentence) else known[iso].status


def _finish(context: Context, known: dict[str, Found], ends: list[tuple[str, str, bool]], *, revoked_all: bool) -> None:
    for month in [m for m in known if len(m) < 10]:
        whole = [d for d in known.values() if d.date != month and d.date.startswith(month)]
        if whole:
            vague = known.pop(month)
            whole[0].issuer = whole[0].issuer or vague.issuer
            whole[0].addressee = whole[0].addressee or vague.addressee
    ends = [
        (date, of if of in known else next((d for d in known if of and d.startswith(of)), ""), draft)
        for date, of, draft in ends
    ]
    if not known:
        return
    in_force = [d for d in known.values() if d.status == "made"]
    newest = max(in_force, key=lambda d: d.date, default=None)
    if newest and len(in_force) > 1:
        for item in in_force:
            told = " ".join(item.said)
            if item is not newest and (
                revoked_all
                or _OLD.search(told)
                or re.search(r"\b(?:removal|revoked|fresh|revised|new)\b", " ".join(newest.said), re.IGNORECASE)
            ):
                item.status = "revoked"
    for date, of, draft in ends:
        target = known.get(of) if of else None
        if target is None or (target.status == "revoked" and len(known) > 1 and newest and not target.rule == "x"):
            target = newest if not draft else target
        if target and target.until is None and date > target.date[: len(date)]:
            target.until = date
    if newest:
        older = sorted(d.date for d in known.values() if d.status == "revoked" and d.date < newest.date)
        newest.revokes = older
    common = next((d.issuer for d in known.values() if d.issuer and d.status != "draft"), None)
    for item in known.values():
        if item.issuer is None and item.status != "draft":
            item.issuer = common
        if item.addressee is None:
            item.addressee = next((d.addressee for d in known.values() if d.addressee), None)


def direction_at(context: Context, block: Block, phrase: str) -> Found | None:
    """The direction that a phrase (`the new Directions`, `the draft`, `From Direction`) means at a block."""
    known = directions(context)
    if not known:
        return None
    for mention in find_dates(phrase):
        for item in known:
            if item.date == mention.iso:
                return item
    year = re.search(r"\b((?:19|20)\d{2})\b", phrase)
    fits = [d for d in known if year and d.date.startswith(year[1])]
    if len(fits) == 1:
        return fits[0]
    if re.search(r"\bdraft\b", phrase, re.IGNORECASE):
        return next((d for d in known if d.status == "draft"), None)
    topic = _words(" ".join(h.clean for h in context.document.headings(block)) + " " + phrase)
    scored = [(len(topic & _words(" ".join(d.said))), d) for d in known if d.status != "revoked"]
    if scored and len({s for s, _ in scored}) > 1 and len(scored) > 1:
        return max(scored, key=lambda pair: (pair[0], pair[1].date))[1]
    live = [d for d in known if d.status == "made"] or list(known)
    return max(live, key=lambda d: d.date)


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    return frozenset(
        w
        for w in re.findall(r"[a-z]{4,}", text.casefold())
        if w
        not in {
            "board",
            "direction",
            "directions",
            "terms",
            "reference",
            "draft",
            "state",
            "secretary",
            "council",
            "with",
            "that",
            "from",
            "dated",
            "improvement",
            "requires",
            "required",
            "establish",
            "government",
        }
    )


def in_terms(context: Context, block: Block) -> bool:
    """Whether a block stands in terms of reference."""
    if context.head.kind == "terms":
        return True
    return any(
        re.search(r"\bterms\s+of\s+reference\b", h.clean, re.IGNORECASE) for h in context.document.headings(block)
    )


def mandate_at(context: Context, block: Block, start: int = 0, end: int | None = None) -> str | None:
    """What imposes the duty at `block.clean[start:end]`, in the words of the facts format; None if nothing is named."""
    text = block.clean[start:end]
    sentence = next((block.clean[a:b] for a, b in sentences(block.clean) if a <= start < b), text)
    begin = next((a for a, b in sentences(block.clean) if a <= start < b), start)
    around = [(block, begin, begin + len(sentence))]
    at = block.stem
    while at is not None and len(around) < 4:
        other = context.document.blocks[at]
        around.append((other, 0, len(other.clean)))
        at = other.stem
    for other, first, last in around:
        said = other.clean[first:last]
        found = [
            c
            for c in _within(context.document, other, first, last)
            if re.search(
                r"(?:\bunder|\bobliged\s+by|\bby|pursuant\s+to|\bduty\s+in|\bregard\s+to\s+the\s+matters\s+in|\bunder\s+the|^|\.\s|:\s)\s*(?:the\s+)?$",
                said[: c.start - first][-28:],
            )
        ]
        if found and not re.search(r"\bwithin\s+the\s+meaning\b", said[: found[0].start - first][-30:]):
            return found[0].name
        if (
            (noun := _DIRECTION.search(said))
            and re.search(
                r"\b(?:requir\w+|directs?|under|from\s+[Dd]irection|by\s+virtue\s+of|direction\s+\d|the\s+draft)\b",
                said,
                re.IGNORECASE,
            )
            and not _NOT.search(said)
        ):
            item = direction_at(context, block, said[max(0, noun.start() - 60) : noun.end() + 60])
            if item:
                return f"Directions {item.date}"
            return "Directions"
        if re.search(r"\b[Tt]he\s+draft\s+requires\b|^Under\s+it\b", said):
            item = direction_at(context, block, "draft")
            if item:
                return f"Directions {item.date}"
    before = context.document.blocks[block.index - 1 : block.index] if block.cell else ()
    for other in [
        b
        for b in context.document.blocks[max(0, block.index - 6) : block.index]
        if block.cell and b.cell and b.cell.row == block.cell.row and b.cell.table == block.cell.table
    ]:
        if re.fullmatch(r"\(?from\s+(?:the\s+)?directions?\)?:?", other.clean, re.IGNORECASE):
            item = direction_at(context, block, other.clean)
            return f"Directions {item.date}" if item else "Directions"
    del before
    if context.head.kind == "directions" and context.head.date:
        return f"Directions {context.head.date}"
    code = re.search(
        r"\b(?:the\s+)?(?:[A-Z]\w+'s\s+)?((?:[A-Z][\w/]+\s+)*(?:Code\s+of\s+(?:Conduct|Practice)|Constitution|Standing\s+Orders|Financial\s+Regulations|Protocol))\s+requires?\b",
        sentence,
    )
    if code:
        return code[1]
    if in_terms(context, block) or re.search(r"\bunder\s+its\s+terms\s+of\s+reference\b", sentence, re.IGNORECASE):
        return "Terms of Reference"
    return None
