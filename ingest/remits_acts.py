"""What of a body's remit is a particular act, and what an open-ended task.

A particular act is something one can tick off: submit, report, meet, set up, co-operate, publish. Invariant: the parts
of an item cover its acts; each part is one or the other.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .clauses import verbs
from .words import words

ACT = re.compile(
    r"^(?:to\s+|also\s+|then\s+)*(?:\w+ly\s+)?(?:ensure\s+that\s+(?:the\s+|a\s+)?(?P<who>(?-i:[A-Z])[\w' ]{2,60}?)\s+(?P<v>reports|submits|provides|meets)\b|(?:submit|report|meet|set\s*up|setting\s+up|sets?\b(?!\s+(?:the\s+)?(?:strategic|overall|direction|tone|vision|values|culture|an?\s+example))|co-?operat|publish|appoint|conven|hold(?:ing)?\s+(?:a\s+|an\s+|regular\s+|at\s+least\s+|its\s+)?(?:[\w-]+\s+){0,2}?(?:meetings?|hearings?|events?|elections?|sessions?)\b|produc|prepar|elect|nominat|consider\s+and\s+make\s+recommendations|mak\w+\s+(?:an?\s+|its\s+|regular\s+)?(?:recommendations?\b|reports?|comments?\s+to|appointments?)|approve|approving|recommend(?!ations)|refer|receive\s+and\s+approve|agree|adopt|sign|arrang|carry(?:ing)?\s+out\s+an?\s|undertak\w+\s+an?\s|conduct\w*\s+an?\s|complete|maintain\w*\s+(?:an?|the|its)\s+(?:[\w-]+\s+){0,2}?(?:register|log|record|list|database|dashboard)|notify|circulat|distribut|establish|invit|seek\s+approval|provid\w+\s+(?:an?\s+|the\s+|its\s+)?(?:[\w-]+\s+){0,3}?(?:reports?|updates?|minutes|statements?|returns?|briefings?|induction)\b|present\w*\s+(?:an?|the|its)\s|deliver\w*\s+an?\s+(?:annual|report)|escalat|review\w*\s+(?:its|these|this|the|their|our)\s+(?:own\s+)?(?:terms|membership|effectiveness|constitution)|review\w*\s+(?:\S+\s+){1,6}?(?:annually|every(?!\s+meeting)|each(?!\s+meeting)|once\s+a|at\s+least)\b|review\w*,?\s+(?:and\s+)?(?:make|approve|agree|adopt|update|revise)|scrutinise\s+the\s+annual|writ|draw(?:ing)?\s+up|draft|inspect\w*\s+\S+\s+\S*\s*(?:annually|every|each)|determin\w+\s+(?:the\s+)?(?:salar|pay|level|remuneration|allowances|budget|timetable|dates)|put(?:ting)?\s+questions|propos(?:e|ing)\s+the\s+agenda|provid\w+\s+(?:the\s+|each\s+|all\s+)?(?:[A-Z][\w-]*|\w+s)(?:\s+[A-Z][\w-]*)*\s+with\s|(?:set|agree)\w*\s+(?:the\s+)?agenda|advertis|interview|shortlist|issu(?:e|ing)\s|send|record|tak\w+\s+(?:the\s+)?minutes|keep\w*\s+(?:the\s+|an?\s+|proper\s+)?(?:minutes|records?|accounts|register)|attend|author|delegat\w+\s+to|collat|commission\w*\s+an?\s|amend|call\w*\s+(?:an?\s+)?(?:\w+\s+)?meeting|advis\w+\s+(?:all\s+)?(?:parents|members|staff|governors|residents)\s+of|advis\w+\s+(?:the\s+)?(?:\S+\s+){1,5}?of\s+(?:any|all|its|changes)\b|commission\w*\s+(?:\w+\s+){0,3}reviews?\b|appl(?:y|ying)\s+for|induct)\w*)",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"(?:[Tt]o\s+)?(?P<first>[A-Za-z-]+(?:,\s[a-z-]+)*),?\s+and\s+(?=publish|approv|agree\b|agreeing|adopt|submit|issu)"
)
"""Verbs that share the object of the last, an act (`develop and publish the plan`)."""
_BASES = {"ing": ("", "e"), "ies": ("y",), "es": ("", "e"), "s": ("",)}


@lru_cache(maxsize=2048)
def base_of(word: str) -> str:
    """An open-ended verb in its base form, for any form of it; empty if the word is none."""
    low, known = word.casefold(), words("open_verbs")
    if low in known:
        return low
    for ending, restored in _BASES.items():
        if low.endswith(ending):
            stem = low[: -len(ending)]
            for base in (*(stem + r for r in restored), stem[:-1] if stem[-2:-1] == stem[-1:] else stem):
                if base in known:
                    return base
    return ""


def is_act(text: str) -> bool:
    """Whether a predicate or item is a particular act."""
    shared = _SHARED.match(text)
    if shared and all(base_of(word) or is_act(f"{word} the") for word in re.findall(r"[A-Za-z-]+", shared["first"])):
        return is_act(text[shared.end() :])
    return bool(ACT.match(text)) and not re.match(
        r"(?:to\s+)?hold\w*\s+[^,;.]{2,80}?\s+to\s+account\b", text, re.IGNORECASE
    )


def is_open(text: str) -> bool:
    """Whether a predicate is an open-ended task by its first verb."""
    first = re.match(r"(?:to\s+|also\s+|then\s+|\w+ly\s+)*([a-z-]+)", text, re.IGNORECASE)
    return first is not None and bool(base_of(first[1])) and not is_act(text)


def parts(text: str) -> list[tuple[int, int, bool]]:
    """(start, end, whether a particular act) of what a predicate or item says: each act apart, open tasks together."""
    lead = re.match(r"(?:[Tt]o|[Tt]hat)\s+", text)
    base = lead.end() if lead else 0
    out: list[tuple[int, int, bool]] = []
    for a, b in verbs(text[base:]):
        act = is_act(text[base + a : base + b])
        if out and not act and not out[-1][2]:
            out[-1] = (out[-1][0], base + b, False)
        else:
            out.append((base + a if out else 0, base + b, act))
    return out
