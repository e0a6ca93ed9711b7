"""To whom something is given, sent, submitted or reported.

Invariant: a recipient is a body, post or person that the words after the verb name with `to`, or as its first object.
"""

from __future__ import annotations

import re

from .bearers import bears
from .context import Context
from .document import Block
from .letters import writer

_GIVES = re.compile(
    r"\b(?:report\w*|submi\w+|send\w*|sent|suppl\w+|provid\w+|giv\w+|forward\w*|circulat\w+|present\w*|deliver\w*|issu\w+|return\w*|refer\w*|escalat\w*|recommend\w*|notif\w+|inform\w*|advis\w+|updat\w+|shar\w+|distribut\w+|disseminat\w+|bring|brought|account\w*|writ\w+|offer\w*|email\w*|written|feedback|feed|copy|copies|dispatch\w*|propos\w+|hand|transfer|disclos\w+)\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:to|with)\s+(?=(?:the\s+|a\s+|an\s+|next\s+(?:meeting\s+of\s+(?:the\s+)?)?|each\s+(?:meeting\s+of\s+)?(?:the\s+)?|all\s+|its\s+|this\s+|members\s+of\s+|full\s+|every\s+meeting\s+of\s+(?:the\s+)?|each\s+of\s+the\s+)*(?P<np>[A-Za-z]))"
)
_NP = re.compile(
    r"(?:the\s+|a\s+|an\s+|all\s+|its\s+|this\s+|each\s+(?:meeting\s+of\s+)?(?:the\s+)?)*(?P<n>(?:(?:members|meetings?)\s+of\s+the\s+|full\s+|new\s+|elected\s+|relevant\s+)?[A-Za-z][\w'/&-]*(?:(?:\s+(?:of|for|and|&|,)\s+(?:the\s+)?(?=[A-Z])|,\s+(?=[A-Z])|\s+(?=[A-Z]))[A-Z][\w'/&-]*)*)"
)
_PLAIN = re.compile(
    r"(?:(?:the|all|each|its|an?)\s+)*(?P<n>(?:[a-z-]+\s+){0,3}?[a-z-]+)(?=\s+(?:on|by|every|each|twice|from|for|in|within|as|at|with|and|before|after|to|no|annually|quarterly|monthly)\b|[.;,)]|\s*$)"
)
"""A recipient told in lower case (`to the internal auditor`)."""
_MEETS = re.compile(
    r"(?:the\s+)?(?:(?:next|each|every|following|first|subsequent)\s+)(?:available\s+|ordinary\s+|scheduled\s+)?meetings?\s+of\s+"
)
_FOR = re.compile(
    r"^(?:also\s+)?(?:produc|prepar|provid|mak|draft|writ|present|submit)\w*\s+(?:an?\s+|the\s+|its\s+)?(?:[\w-]+\s+){0,4}?(?:reports?|updates?|accounts?|summar(?:y|ies)|briefings?)\s+(?:for|to)\s+(?:the\s+)?(?:next\s+meeting\s+of\s+(?:the\s+)?)?(?P<np>[A-Z][\w'&-]*(?:\s+(?:of|for|and)\s+(?:the\s+)?[A-Z][\w'&-]*|\s+[A-Z][\w'&-]*)*)"
)
"""A report that is made for somebody."""
_DITRANSITIVE = re.compile(
    r"^(?:provide|send|give|inform|advise|notify|email|supply|brief|update|ask)\s+(?P<np>(?:the\s+)?(?:[A-Z][\w'&-]*(?:\s+(?:of|for|and|the)\s+[A-Z][\w'&-]*|\s+[A-Z][\w'&-]*)*))(?:,[^,;]{3,60},)?\s+(?=(?:with|of|if|that|details|an?\s|explaining|about|on)\b)"
)


_TELLS = re.compile(
    r"^(?:[a-z]+\s+and\s+)?(?:notify|inform|advise|tell|alert)\s+(?:the\s+|its\s+|each\s+|all\s+)?(?P<np>[a-z][\w-]*(?:\s+(?!of\b|that\b|if\b|when\b|where\b|about\b|in\b|as\b)[a-z][\w-]*){0,3}?)(?=\s+(?:of|that|if|when|where|about|in|as|immediately|promptly|within|by)\b|[.,;]|$)"
)
_TO_ME = re.compile(r"\bto\s+me\b|^(?:provide|send|give|inform|advise|notify|update)\s+me\b")
_MINISTER = re.compile(r"(?:the\s+)?(?:Secretary\s+of\s+State|SoS|Minister)$")


def named(context: Context, phrase: str, block: Block) -> str:
    """What a phrase means; a minister named in general stays so, since papers speak of several."""
    plain = re.sub(r"^the\s+", "", phrase.strip(), flags=re.IGNORECASE)
    return plain if _MINISTER.match(plain) else context.names.resolve(plain, block)


def recipients(context: Context, block: Block, start: int, end: int, bearer: str) -> list[str]:
    """The recipients that `block.clean[start:end]` names, in order; not the bearer itself."""
    text = block.clean[start:end]
    gives = _GIVES.search(text)
    if not gives:
        return []
    found: list[str] = []
    if context.head.kind == "letter" and _TO_ME.search(text, gives.start()) and (who := writer(context)):
        return [who]
    told = _TELLS.match(text)
    if told and bears(told["np"]):
        return [named(context, told["np"], block)]
    double = _DITRANSITIVE.match(text)
    made = _FOR.match(text)
    if made and bears(made["np"]):
        found.extend(split_names(context, made["np"] + _rest(text, made.end()), block))
    elif double and bears(re.sub(r"^the\s+", "", double["np"])):
        found.extend(split_names(context, double["np"], block))
    else:
        for to in _TO.finditer(text, gives.start()):
            if to[0].startswith("with") and not re.search(r"\bshar\w+\b", text[: to.start()]):
                continue
            meets = _MEETS.match(text, to.end())
            place = meets.end() if meets else to.end()
            low = _PLAIN.match(text, place)
            if low and bears(low["n"]) and not re.match(r"(?:the\s+)?(?:meetings?|next|each)\b", low["n"]):
                found.append(named(context, low["n"], block))
                break
            np = _NP.match(text, place)
            if not np:
                continue
            phrase = np["n"]
            if not bears(re.sub(r"^(?:full|new|elected|relevant)\s+", "", phrase)):
                whole = re.match(
                    r"(?:the\s+)?(?:[A-Z][^.;]*?)(?=\s+(?:on|by|every|each|twice|from|for\s+agreement|in|within|as|at|with)\b|[.;]|$)",
                    text[to.end() :],
                )
                if (
                    not whole
                    or not whole[0]
                    or not any(bears(re.sub(r"^the\s+", "", p.strip())) for p in re.split(r",|\band\b", whole[0]))
                ):
                    continue
                phrase = whole[0]
            more = re.match(
                r"(?:\s*\([^()]*\))?((?:,\s*(?:and\s+)?|\s+and\s+)(?:to\s+)?(?:the\s+)?(?:[A-Z][\w'&-]*(?:\s+(?:of|for)\s+[A-Z][\w'&-]*|\s+[A-Z][\w'&-]*)*))+",
                text[np.end() :],
            )
            whole_phrase = phrase + (more[0] if more and phrase == np["n"] else "")
            found.extend(split_names(context, whole_phrase, block))
            break
    return [name for name in dict.fromkeys(found) if name and name != bearer]


def _rest(text: str, at: int) -> str:
    """Further names joined to the first by commas or `and`."""
    more = re.match(
        r"(?:(?:,\s*(?:and\s+)?|\s+and\s+)(?:to\s+)?(?:the\s+)?[A-Z][\w'&-]*(?:\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w'&-]*|\s+[A-Z][\w'&-]*)*)+",
        text[at:],
    )
    return more[0] if more else ""


def split_names(context: Context, phrase: str, block: Block) -> list[str]:
    """The names of a list; one name that holds `and` stays whole where it is known."""
    plain = re.sub(r"^(?:the|a|an|its|this)\s+", "", phrase.strip(), flags=re.IGNORECASE)
    if not re.search(r",|\band\b", plain):
        return [named(context, plain, block)]
    known = [m for m in context.names.mentions(block) if m.kind in {"body", "post", "person"}]
    at = block.clean.find(phrase)
    inside = [
        m for m in known if at <= m.start and m.end <= at + len(phrase) and block.clean[m.end : m.end + 2] != "'s"
    ]
    inside = [
        m
        for i, m in enumerate(inside)
        if not (
            i
            and m.kind == "person"
            and inside[i - 1].kind == "post"
            and block.clean[inside[i - 1].end : m.start] == ", "
        )
    ]
    if len(inside) >= 2:
        return [
            block.clean[m.start : m.end] if _MINISTER.match(block.clean[m.start : m.end]) else m.name for m in inside
        ]
    if context.names.kind(plain):
        return [named(context, plain, block)]
    pieces = [
        re.sub(r"^(?:to\s+)?(?:the|a|an)\s+", "", p.strip(), flags=re.IGNORECASE)
        for p in re.split(r",\s*(?:and\s+)?|\s+and\s+", plain)
    ]
    if all(bears(p) for p in pieces if p):
        return [named(context, p, block) for p in pieces if p]
    return [named(context, plain, block)]
