"""How far a duty reaches: where its passage ends, and its act in few words.

Invariant: what is cut off says why, with what effect or of whom something consists; never what is to be done, for whom,
by when or how often.
"""

from __future__ import annotations

import re

from .clauses import base_of, is_verb

_ASIDE = re.compile(
    r",?\s+and\s+(?:any\s+)?(?:failure|its|their|these|there)\b(?=[^.;]{0,60}\b(?:will|would|may|could|can|is|are|includes?|comprises?)\b)"
    r"|,?\s+and\s+this\s+(?:report|paper|document|decision|note)\b"
    r"|,?\s+and\s+(?:will|shall)\s+(?:also\s+)?(?:comprise|consist|be\s+made\s+up|include)\b"
    r"|,?\s+(?:with|whose)\s+(?:the\s+|its\s+|a\s+)?(?:main\s+|primary\s+|key\s+|overall\s+)?(?:objective|aim|purpose|intention)\s+(?:being|of|is)\b"
    r"|,?\s+(?:that|which)\s+(?:will|would|may|can|could)\b",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r",?\s+(?:(?:so\s+as|in\s+order)\s+to|so\s+that|to\s+(?:ensure|assist|help|maintain|enable|facilitate|allow|demonstrate)|with\s+a\s+view\s+to|as\s+to\s+whether|for\s+the\s+purposes?\s+of)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_SUBJECT = re.compile(
    r"^(?:\(\w{1,4}\)\s*)?(?:[Tt]hat\s+)?(?:[Tt]he\s+)?(?:[A-Z][\w']*\s+){1,6}(?:shall|must|will|is\s+to|are\s+to)\s+(?=[a-z])"
)
_HANGING = re.compile(
    r"(?:\s+to(?:\s+be)?\s+[a-z]\w*)?(?:\s+(?:and|or|of|the|an?|to|in|for|on|with|by|from|as|at|its|their))*$"
)
_JOINT = re.compile(
    r",?\s(?=(?:to\s+(?!the\b|an?\b|its\b|their\b|each\b|all\b)[a-z]+|and(?!\s[A-Z])|which|that|who|where|by|for|in|on|with|from|under|at|including)\s)|,(?=\s)"
)
"""Where a long act can be cut: between two clauses or phrases."""
_ON_IT = re.compile(r"((?:[a-z-]+)(?:\s+(?:up|out|on))?)\s+(?:it|them)\b")
_OBJECT = re.compile(
    r"\s+(?P<np>(?:an?|the|its|their|any|each|all)\s+[\w'&-]+(?:\s+(?:and\s+(?=[A-Z]))?(?!(?:of|on|for|by|to|in|with|from|at|and)\b)[\w'&-]+){0,6})\s*(?:$|(?:of|on|for|by|to|in|with|from|at)\b)"
)
_SMALL = 3
_LONG = 140


def passage_end(text: str, action: int, end: int) -> int:
    """Where the passage of a duty ends whose act begins at `action` and whose sentence or clause runs to `end`."""
    cut = _ASIDE.search(text, action, end)
    return cut.start() if cut and len(text[action : cut.start()].split()) >= _SMALL else end


def _plain_verb(action: str) -> str:
    """An act that begins with its verb in the base form, without a capital (`Submitting` and `Submit` as `submit`)."""
    first, _, rest = action.partition(" ")
    base = base_of(first)
    return f"{base} {rest}" if base and rest and not rest.startswith("of ") else action


def object_meant(before: str, action: str) -> str:
    """An act on `it` or `them` with what the clause before it in the sentence acts on, where that is one thing."""
    on = _ON_IT.match(action)
    clause = re.split(r"[.;:(]\s", before)[-1]
    lead = re.sub(r",?\s+and\s+(?:(?:then|also|to|will|must|shall)\s+)*$", "", clause)
    if not on or lead == clause:
        return action
    verbs = [m for m in re.finditer(r"[a-z-]+", lead) if is_verb(m[0])]
    meant = _OBJECT.match(lead, verbs[-1].end()) if verbs else None
    return f"{on[1]} {meant['np']}{action[on.end() :]}" if meant else action


def in_few_words(action: str) -> str:
    """What is to be done, without why: the first clause, at most about twenty words."""
    action = _SUBJECT.sub("", action)
    first = re.split(r"\.\s|;\s|\s\(", action)[0]
    bare = " ".join(first.split()).strip("\"'\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}")
    bare = _plain_verb(bare)
    short = _PURPOSE.sub("", bare)
    if len(short.split()) >= _SMALL:
        bare = short
    if len(bare) <= _LONG:
        return bare
    stops = [m.start() for m in _JOINT.finditer(bare, _LONG - 80, _LONG + 1)]
    return _HANGING.sub("", bare[: stops[-1] if stops else bare.rfind(" ", 0, _LONG)].rstrip(" ,-"))
