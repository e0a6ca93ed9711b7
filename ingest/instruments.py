"""What imposes the duties of a passage: directions, a provision of an Act, terms of reference, another named document.

The innermost thing that the text names counts: the sentence first, then the stems that its list hangs on, then the
labels and headings about it, then the document itself. Invariant: answers are in the words of the facts format
(`Directions 2017-03-28`, `Local Government Act 1999 section 3`, `Terms of Reference`, `Resolution`, a document's name).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .citations import Citation
from .context import Context
from .dates import find_dates
from .directions import Found, directions, within
from .directions_grammar import NOUN, speaks
from .directions_itself import directs
from .document import Block, Document
from .own_title import own_instrument
from .sentences import sentences

_IMPOSED = re.compile(
    r"\b(?:under|pursuant\s+to|by\s+virtue\s+of|in\s+accordance\s+with|in\s+compliance\s+with|(?:required|obliged|bound|imposed|mandated|placed\s+on\s+\w+)\s+(?:\w+\s+){0,3}by|(?:duty|duties|obligations?|responsibilit(?:y|ies)|requirements?)\s+(?:\w+\s+){0,3}(?:in|under|by|of|from)|matters\s+in|as\s+(?:set\s+out\s+)?in|to\s+comply\s+with|to\s+meet)\s+(?:the\s+)?(?:(?:provisions|requirements|terms|duties|duty)\s+(?:of|in|under)\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:appointed|made|issued|given|established|constituted|published|powers?|functions?|reports?|notice|order|charged|offence|rights?|meaning|purposes|taken|conduct|information|exempt|held|granted|requests?|application|claim|permitted|authorised|delegated|designated|defined|arrangements?|proceedings|agreement|directions?)\s+(?:\w+\s+){0,2}(?:under|by|in|with)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\s*(?:\([^()]*\)\s*)?,?\s*(?:(?:also|further|therefore|now|then)\s+)*(?:requires?|required|obliges?|places?|placed|imposes?|imposed|puts?|provides?\s+that|states?\s+that|says\s+that|stipulates?|directs?|mandates?|sets?\s+out\s+(?:a|the)\s+dut|creates?\s+a\s+dut|makes?\s+it\s+a\s+dut|gives?\s+[\w\s]{1,40}\s+(?:a|the)\s+dut)\b"
)
_DIRECTED = re.compile(
    r"\b(?i:under|by\s+virtue\s+of|pursuant\s+to|as\s+per|per|required\s+by|in\s+(?:accordance|compliance|line)\s+with|to\s+comply\s+with|to\s+meet|of|in|by|from)\s+(?:(?:the|these|those|this|its|new|draft|revised|original|current|statutory|best\s+value|said|\(?[A-Z][\w'&()-]+)\s+)*(?:D|d)irections?\b"
    r"|\b(?:D|d)irections?\s*(?:\d+|[A-Z])?(?:\s*\([^()]*\))?\s*(?:(?:(?:had|has|have)\s+been\s+|was\s+|were\s+|is\s+)?(?:from|by|of|issued|made|given|dated|to|on)\s[^.;:]{1,170}?\s)?,?\s*(?:(?:also|further|now|therefore|which|that|specifically)\s+)*(?:requir\w+|oblig\w+|mandat\w+|directs?|states?|specif\w+|provides?|asks?|calls?\s+(?:for|on)|says?|instruct\w*|set\s+out)\b"
    r"|\b(?:is|was|are|were|been|hereby)\s+directed\s+to\b|\bdirect(?:s|ed|ing)\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*\s+to\b|\(from\s+(?:the\s+)?directions?\)",
)
_IN_GENERAL = re.compile(
    r"(?<!new )(?<!these )(?<!those )(?<!such )(?<!revised )(?<!fresh )\bDirections\s+(?:that\s+(?:are|were|have\s+been)\s+)?(?:made|issued|given|placed|imposed)\b"
)
"""Directions named by nothing but their having been made: where a paper tells of several, all of them."""
_NEAR = 90
_UNDER_THEM = re.compile(r"\bunder\s+(?:them|it|these|those)\W*$")
_OVER = re.compile(
    r"\b(?:conclusion|end(?:ing)?|expiry|lapse|lapsing|lifting|removal|revocation|withdrawal|cessation|period|duration|course|life|lifetime|copy|text|receipt)\s+$"
)
_AGAIN = re.compile(
    r"^(?:(?:They|It|These|This|Those|The\s+draft|The\s+former|The\s+latter)\s+(?:(?:also|further|now)\s+)*(?:requir\w+|oblig\w+|direct\w*|call\w*\s+(?:for|on)|instruct\w*)\b|Under\s+(?:it|them|these|those|this)\b)"
)
_SOURCE = re.compile(
    r"(?<=[.;])\s+(?:This|That|The|Such\s+an?)\s+(?:(?:duty|requirement|obligation)\s+)?(?:is\s+)?(?:arises?|imposed|required|set\s+out|contained|derive[sd]|comes|found|a\s+requirement|a\s+duty)\s+(?:\w+\s+){0,2}?(?:from|by|in|under|of)\s"
)
_LABEL = re.compile(r"^\W*(?:from|per|see|required\s+by)\s+(?:the\s+)?directions?\W*$", re.IGNORECASE)
_HEADED = re.compile(
    r"\b(?:requirements?|obligations?|duties|actions?|required)\b[^.]*\b(?:of|under|in|from|by)\b[^.]*\bdirections?\b|\bdirections?\b[^.]*\brequir|^\W*(?:from\s+)?(?:the\s+)?directions?\W*$",
    re.IGNORECASE,
)
_PAPER = r"(?:Code\s+of\s+(?:Conduct|Practice|Corporate\s+Governance)|Constitution|Standing\s+Orders?|Financial\s+(?:Regulations|Procedures?|Procedure\s+Rules)|(?:Contract|Council|Committee)\s+Procedure\s+Rules|Protocol|Scheme\s+of\s+Delegation|Memorandum\s+of\s+Understanding|Memorandum\s+of\s+Association|Articles\s+of\s+Association|Framework\s+(?:Agreement|Document)|(?:Improvement|Warning|Enforcement|Compliance|Performance)\s+Notice|Partnership\s+Agreement|Service\s+Level\s+Agreement|Funding\s+Agreement|Contract|Charter|Rules\s+of\s+Procedure|Deed\s+of\s+\w+|Trust\s+Deed|Policy)"
_THIS = re.compile(rf"\b[Tt]h(?:is|ese)\s+(?P<name>{_PAPER})")
_NAMED = re.compile(
    rf"(?:^|\b)(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)\s+)?(?:[A-Z][\w]*(?:'s|s')\s+)?(?P<name>(?:[A-Z][\w/&-]*\s+(?:(?:of|and|for)\s+)?){{0,6}}?{_PAPER})(?P<after>[^.;]{{0,24}})"
)
_NAMED_BEFORE = re.compile(
    r"(?:\b(?:under|required\s+by|obliged\s+by|by\s+virtue\s+of|pursuant\s+to|as\s+required\s+(?:by|under)|duty\s+in)|^[Ii]n\s+accordance\s+with)\s*$"
)
_RESOLVED = re.compile(
    r"^\W*(?:it\s+was\s+(?:\w+\s+)?)?(?:RESOLVED|resolved|Resolved|RESOLUTION|AGREED|agreed\s+that|Agreed|DECIDED)\b|^the\s+\w+\s+(?:resolved|agreed)\s+(?:that|to)\b",
)
_OWED = re.compile(r"(?:its|their|the\s+[A-Z]\w+'s)\s+(?:\w+\s+){0,2}dut(?:y|ies)\s+under\s+")
"""A duty told with the law that imposes it, whatever document tells of it."""
_TERMS = re.compile(r"\bterms\s+of\s+reference\b", re.IGNORECASE)
_WORKS = re.compile(
    r"\b(?:[Bb]oard|[Pp]anel|[Cc]ommittee|[Gg]roup|[Ff]orum|[Pp]artnership|[Cc]ommission|[Ss]ub-?[Gg]roup|[A-Z]{2,6})\s+(?:will|shall|must|is\s+to)\s+(?:\w+\s+)?(?:meet|comprise|consist|be\s+(?:chaired|made\s+up|composed)|report\s+(?:to|quarterly|monthly))\b"
)
_UNDER_OWN = re.compile(
    r"\b(?:[Uu]nder|by|by\s+virtue\s+of|pursuant\s+to|in\s+accordance\s+with)\s+(?:the|this|these)\s+(Order|Regulations|Rules)\b(?!\s+(?:of|19|20))"
)
_COMMON = frozenset(
    [
        *("board", "direction", "directions", "terms", "reference", "draft", "state", "secretary", "council", "with"),
        *("that", "from", "dated", "improvement", "requires", "required", "establish", "government", "authority"),
        *("this", "which", "have", "been", "under", "section", "made", "issued", "given", "report", "local"),
    ]
)


def mandate_at(context: Context, block: Block, start: int = 0, end: int | None = None) -> str | None:
    """What imposes the duty at `block.clean[start:end]`, in the words of the facts format; None if nothing is named."""
    del end  # a duty is imposed by what its whole sentence says
    if owed := _OWED.match(block.clean, start):
        law = next(iter(within(context.document, block, owed.end() - 1, owed.end() + 90)), None)
        if law and law.start - owed.end() < 5:
            return law.name
    itself = next((d for d in directions(context) if d.rule == "itself"), None)
    for place, (other, first, last) in enumerate(_scopes(context.document, block, start)):
        if itself and (other.index <= itself.block.index or directs(other.clean[first:last])):
            break
        if named := _named(context, other, first, last):
            return named
        if context.head.kind in {"minutes", "other"} and _RESOLVED.match(other.clean[first:last]):
            return "Resolution"
        if (
            not place
            and _TERMS.search(other.clean[first:last])
            and re.search(
                r"\b(?:under|by|in\s+accordance\s+with|per)\s+(?:\w+\s+){1,3}terms\s+of\s+reference\b",
                other.clean[first:last],
                re.IGNORECASE,
            )
        ):
            return "Terms of Reference"
    if not itself and _labelled(context, block):
        item = direction_at(context, block, block.clean[:200])
        return f"Directions {item.date}" if item else "Directions"
    if itself:
        return f"Directions {itself.date}"
    if in_terms(context, block):
        return "Terms of Reference"
    if context.head.kind == "rules":
        return _own_name(context)
    return "Terms of Reference" if is_announced(context, block, start) else None


def is_announced(context: Context, block: Block, start: int) -> bool:
    """Whether a passage tells how a body is to work whose terms of reference its paper, which they are not, announces."""
    said = block.clean[start : start + 160]
    return not in_terms(context, block) and bool(_WORKS.search(said)) and _holds_terms(context.document)


def direction_at(context: Context, block: Block, phrase: str) -> Found | None:
    """The direction that a phrase (`the new Directions`, `the draft`) means at a block; None where that is not plain."""
    known = directions(context)
    dates = {mention.iso for mention in find_dates(phrase)}
    if dated := next((d for d in known if d.date in dates), None):
        return dated
    years = set(re.findall(r"\b(?:19|20)\d\d\b", phrase))
    fits = [d for d in known if d.date[:4] in years]
    if len(fits) == 1:
        return fits[0]
    if re.search(r"\b(?:draft|proposed)\b", phrase, re.IGNORECASE):
        return next((d for d in known if d.status == "draft"), None)
    live = [d for d in known if d.status != "revoked"] or list(known)
    if len({d.issuer for d in live if d.issuer}) > 1 and _IN_GENERAL.search(phrase):
        return None
    about = _words(" ".join(h.clean for h in context.document.headings(block)) + " " + phrase)
    scores = {d.date: len(about & _words(" ".join(d.said))) for d in live}
    if len(set(scores.values())) > 1:
        return max(live, key=lambda d: (scores[d.date], d.date))
    made = [d for d in live if d.status == "made"] or live
    if len(live) > 1 and len({d.issuer for d in live if d.issuer}) > 1 and re.search(r"\b[Dd]irections\b", phrase):
        return None
    return max(made, key=lambda d: d.date, default=None)


def in_terms(context: Context, block: Block) -> bool:
    """Whether a block stands in terms of reference (an agenda item that discusses them is none)."""
    if context.head.kind == "terms":
        return True
    minutes = context.head.kind == "minutes"
    return any(_TERMS.search(h.clean) and not (minutes and h.number) for h in context.document.headings(block))


def _scopes(document: Document, block: Block, start: int) -> Iterator[tuple[Block, int, int]]:
    """The sentence of a duty, then the last sentence of each stem that its list hangs on, the nearest first."""
    yield block, *next(((a, b) for a, b in sentences(block.clean) if a <= start < b), (0, len(block.clean)))
    at, steps = block.stem, 0
    while at is not None and steps < 4:
        stem = document.blocks[at]
        spans = sentences(stem.clean)
        if spans:
            yield stem, *spans[-1]
        at, steps = stem.stem, steps + 1


def _named(context: Context, block: Block, first: int, last: int, at: tuple[int, int] | None = None) -> str | None:
    """What a sentence itself names as imposing its duties, or the one of them that stands at a place in it."""
    said = block.clean[first:last]
    noun = (
        next((m for m in _DIRECTED.finditer(said) if not _OVER.search(said[: m.start()])), None)
        if speaks(said) or "irected" in said
        else None
    )
    imposing = [c for c in within(context.document, block, first, last) if _imposes(said, c, first)]
    own = [c for c in imposing if at and at[0] - _NEAR <= c.start < at[1] and _SUBJECT.match(said[c.end - first :])]
    cited = own[-1] if own else next(iter(imposing), None)
    if cited and not (noun and noun.start() < cited.start - first):
        return cited.name
    title = own_instrument(context.document)
    if title and (under := _UNDER_OWN.search(said)) and under[1].casefold() in title.casefold():
        return title
    if noun:
        named = NOUN.search(said, noun.start()) or noun
        phrase = said[max(0, named.start() - 70) : named.end() + 70]
        item = direction_at(context, block, phrase)
        if item or directions(context) or re.search(r"\b(?:D|draft\s+d)irections?\b", phrase):
            return f"Directions {item.date}" if item else "Directions"
    if (_AGAIN.match(said) or _UNDER_THEM.search(said)) and (earlier := _before(context.document, block, first)):
        other, begin, stop = earlier
        if re.match(r"The\s+draft\b", said):
            item = direction_at(context, block, "draft")
        else:
            told = other.clean[begin:stop]
            item = direction_at(context, block, told[-300:]) if speaks(told) else None
        if item:
            return f"Directions {item.date}"
        if other is block and begin < first:
            return _named(context, other, begin, stop)
    for after in _SOURCE.finditer(block.clean, last, last + 500):
        cited = next(iter(within(context.document, block, after.end() - 1, len(block.clean))), None)
        if cited and cited.start - after.end() < 120:
            return cited.name
    for paper in _NAMED.finditer(said):
        if _SUBJECT.match(paper["after"]) or _NAMED_BEFORE.search(said[: paper.start()]):
            return re.sub(r"^(?:The|Its|Their|Our|Under|In)\s+", "", paper["name"])
    return None


def _before(document: Document, block: Block, first: int) -> tuple[Block, int, int] | None:
    """The sentence before a place: in its block, else the last one of the block before."""
    inside = [(a, b) for a, b in sentences(block.clean) if b <= first]
    if inside:
        return block, *inside[-1]
    other = document.blocks[block.index - 1] if block.index else None
    return (other, 0, len(other.clean)) if other else None


def _imposes(said: str, cited: Citation, first: int) -> bool:
    """Whether a citation is what imposes the duty of its sentence, rather than what something in it was done under."""
    before, after = said[: cited.start - first], said[cited.end - first :]
    if re.search(r"\(\s*(?:see\s+)?$", before) and re.fullmatch(r"\s*\)\W*", after):
        return True
    if _SUBJECT.match(after) and re.search(
        r"(?:^|[.;:,]\s*(?:and\s+)?|\band\s+|\bthat\s+|\b[Tt]he\s+)(?:\(\w+\)\s*)?$", before
    ):
        return True
    return bool(_IMPOSED.search(before)) and not _OTHERWISE.search(before)


def _labelled(context: Context, block: Block) -> bool:
    """Whether a label before a block in its cell, or the heading about it, says that directions impose it."""
    blocks = context.document.blocks
    if re.search(r"\(from\s+(?:the\s+)?directions?\)", block.clean, re.IGNORECASE):
        return True
    for other in reversed(blocks[max(0, block.index - 6) : block.index]):
        same = (block.cell is None) == (other.cell is None) and (
            not block.cell or not other.cell or (block.cell.row, block.cell.table) == (other.cell.row, other.cell.table)
        )
        if not same or (other.kind == "heading" and not _LABEL.match(other.clean)):
            break
        if _LABEL.match(other.clean):
            return True
    heading = next(iter(context.document.headings(block)), None)
    return bool(heading and speaks(heading.clean) and _HEADED.search(heading.clean))


def _own_name(context: Context) -> str | None:
    """The name of the rules that the document is: the kind of paper that its title says, a part before the constitution."""
    if own := own_instrument(context.document):
        return own
    top = context.document.blocks[:6]
    heads = [context.head.title or "", *(b.clean for b in top if b.kind == "heading" or len(b.clean) < 90)]
    found = [m[0] for text in heads if (m := re.search(_PAPER, text.title().replace(" Of ", " of ")))]
    if not found:
        told = next((m for b in context.document.blocks if (m := _THIS.search(b.clean))), None)
        return told["name"] if told else None
    parts = [name for name in found[:3] if name != "Constitution"]
    return (parts[0] if found[0] == "Constitution" and parts else found[0]) if found else None


@lru_cache(maxsize=4)
def _holds_terms(document: Document) -> bool:
    return any(_TERMS.search(block.clean) for block in document.blocks)


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]{4,}", text.casefold())) - _COMMON
