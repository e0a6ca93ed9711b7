"""Bodies, posts, plans and instruments that replace or continue another.

Invariant: both are named in the sentence (or its block); directions replaced stand with the direction, not here.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from ...graph.facts import Succeeds
from ..context import Context
from ..document import Block
from ..names import Mention
from ..names_tokens import key_of
from ..sentences import sentences
from ..sought import Sought

_NEW_OLD = Sought(
    re.compile(
        r"\b(?:replac(?:e[sd]?|ing)(?:\s+and\s+cancel(?:s|led))?|supersed(?:e[sd]?|ing)|succeed(?:s|ed|ing)?|t(?:akes?|ook|aken|aking)\s+over\s+(?:the\s+(?:work|role|functions|responsibilities|duties)\s+of|from)|tak(?:e[sn]?|ing)\s+the\s+place\s+of|continu(?:e[sd]?|ing)\s+the\s+work\s+of|subsum(?:e[sd]?|ing)|inherit(?:s|ed)?\s+the\s+(?:functions|role|powers)\s+of|is\s+the\s+successor\s+(?:body\s+)?to|(?:was|were|is|are)?\s*formerly(?:\s+known\s+as|\s+called)?|previously\s+(?:known\s+as|called)|in\s+(?:place|succession)\s+(?:of|to)|successor\s+to)\s+(?:the\s+|an?\s+|its\s+)?(?:old\s+|former\s+|previous\s+|existing\s+|current\s+)?$",
        re.IGNORECASE,
    ),
    "replac",
    "supersed",
    "succe",
    "over",
    "place",
    "continu",
    "subsum",
    "inherit",
    "formerly",
    "previously",
)
_OLD_NEW = re.compile(
    r"^[^.;]{0,60}?\b(?:(?:is|was|were|are|be|been|being)\s+(?:\w+\s+)?(?:replaced|superseded|succeeded|subsumed|taken\s+over|absorbed)\s+(?:by|into|with)|(?:is|was|were|be|been|being)\s+(?:re-?named|re-?branded|re-?launched|re-?constituted)(?:\s+(?:as|to))?|(?:became|becomes|will\s+become|to\s+become)|now\s+(?:known\s+as|called|the)|later)\s+(?:the\s+|an?\s+)?(?:new\s+|revised\s+)?$",
    re.IGNORECASE,
)
_IT = re.compile(
    r"(?:It|This)\s+(?:(?:was|is)\s[^.;]{0,120}?\sand\s+)?(?:will\s+|would\s+|has\s+)?(?:replace[sd]?|supersede[sd]?|takes?\s+over\s+from|took\s+over\s+from|succeed(?:s|ed))\s+(?:the\s+)?(?:old\s+|former\s+)?$"
)
_LATER = Sought(re.compile(r"\b([A-Z][\w'-]+)\s+\((?:later|now)\s+([A-Z][\w'-]+)\)\s+([A-Z][\w'-]+)"), "later", "now")
_KINDS = frozenset({"body", "plan", "instrument", "post"})


def extract(context: Context) -> Iterator[Succeeds]:
    """Each pair (new, old) once."""
    seen: set[tuple[str, str]] = set()
    for block in context.document.blocks:
        for new, old, start, end, rule in _pairs(context, block):
            key = (key_of(new), key_of(old))
            if key[0] == key[1] or key in seen:
                continue
            seen.add(key)
            evidence = context.document.evidence(block, start, end, rule=f"succeeds.{rule}")
            yield Succeeds(evidence=evidence, new=new, old=old)


def _pairs(context: Context, block: Block) -> Iterator[tuple[str, str, int, int, str]]:
    text = block.clean
    for match in _LATER.finditer(text):
        yield f"{match[2]} {match[3]}", f"{match[1]} {match[3]}", match.start(), match.end(), "later"
    mentions = [m for m in context.names.mentions(block) if m.kind in _KINDS]
    if len(mentions) < 2:
        return
    told: list[Mention] = []
    for start, end in sentences(text):
        inside = [m for m in mentions if start <= m.start and m.end <= end]
        if inside and told and _IT.match(text[start : inside[0].start]) and _fits(told[0], inside[0]):
            yield told[0].name, inside[0].name, start, inside[0].end, "replaces"
        told = [m for m in inside if m.kind != "post"] or told
        for first, second in itertools.pairwise(inside):
            between = text[first.end : second.start]
            if len(between) > 110:
                continue
            forward = _NEW_OLD.search(between)
            if forward and _fits(first, second) and not _passive(between):
                yield _said(first), _said(second), first.start, second.end, "replaces"
            elif _OLD_NEW.match(between) and _fits(first, second):
                yield _said(second), _said(first), first.start, second.end, "replaced-by"


def _passive(between: str) -> bool:
    return bool(re.search(r"\b(?:be|been|was|were|is|are)\s+(?:replaced|superseded|succeeded)\s", between))


def _said(mention: Mention) -> str:
    return mention.name


def _fits(first: Mention, second: Mention) -> bool:
    """Whether two mentions can be old and new of each other: of a kind, neither a mere generic word nor directions."""
    papers = {"plan", "instrument"}
    alike = first.kind == second.kind or {first.kind, second.kind} <= papers
    return alike and not any(m.name.lower() in {"directions", "direction"} for m in (first, second))
