"""Finding duties, decisions and actions by words, as somebody remembers them.

Invariant: every word of the question that means anything must be met, whatever its ending; a thing whose own words meet
all of them hides those that only do so with the names of the bodies concerned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from ..lookup import acronyms
from .instruments import described
from .reading import Look

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

SOUGHT = ("Obligation", "Decision", "ActionTask", "Establishment")
"""The classes of things that are mandated."""

_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset({
    "a", "an", "and", "any", "are", "as", "at", "be", "been", "being", "by", "do", "for", "from", "has", "have",
    "in", "into", "is", "it", "its", "of", "on", "or", "shall", "should", "so", "that", "the", "their", "them",
    "there", "these", "they", "this", "those", "to", "under", "was", "were", "which", "who", "whom", "will",
    "with", "would", "must", "may", "not", "s",
})  # fmt: skip
_SET_UP = re.compile(
    r"\b(?:set(?:s|ting)?[ -]?up|found(?:ed|ing)?|constitut(?:e|es|ed|ing|ion of)|creat(?:e|es|ed|ing|ion))\b"
)
_OFTEN = {
    "P1D": "daily", "P1W": "weekly", "P7D": "weekly", "P2W": "fortnightly", "P1M": "monthly", "P2M": "bimonthly",
    "P3M": "quarterly", "P6M": "half-yearly six-monthly", "P6W": "six-weekly", "P1Y": "yearly annual",
}  # fmt: skip
_ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ions",
    "ion",
    "ies",
    "ied",
    "ers",
    "ed",
    "es",
    "ly",
    "s",
    "e",
    "y",
)
_LINKS = ("bearer", "recipient", "decidedBy", "owner", "established", "establishedBy")


def stem(word: str) -> str:
    """A word without its ending, so that `reports`, `reporting` and `report` are one."""
    for _ in range(2):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                word = word[: -len(ending)]
                break
    return word


def words(text: str) -> frozenset[str]:
    """The words of a text that mean something, without their endings."""
    return _words(text)


@lru_cache(maxsize=8192)
def _words(text: str) -> frozenset[str]:
    """See `words`; names come round again."""
    plain = (
        text.casefold()
        if text.isascii()
        else "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))
    )
    plain = re.sub(r"['\N{RIGHT SINGLE QUOTATION MARK}]s\b|s['\N{RIGHT SINGLE QUOTATION MARK}](?=\s)", "s", plain)
    plain = _SET_UP.sub("establish", plain.replace("&", " and "))
    return frozenset(stem(word) for word in _WORD.findall(plain) if word not in _EMPTY)


def matching(look: Look, text: str) -> list[NamedNode]:
    """The duties, decisions, actions and establishments that a text describes, in order of their identifiers."""
    wanted = words(text)
    if not wanted:
        return []
    own: list[NamedNode] = []
    named: list[NamedNode] = []
    for kind in SOUGHT:
        for node in look.members(kind):
            said = _said(look, node, kind)
            if wanted <= said:
                own.append(node)
            elif not own and wanted <= said | _names(look, node):
                named.append(node)
    return own or named


def _said(look: Look, node: NamedNode, kind: str) -> frozenset[str]:
    """The words of a thing itself: what is to be done, how often, and for a decision the limb as quoted."""
    often = _OFTEN.get(look.text(node, "frequency") or "", "")
    said = words(f"{described(look, node)} {often}")
    if kind == "Establishment":
        body = look.node(node, "established")
        return said | words("establish") | (_all_names(look, [body]) if body else frozenset())
    return said


def _names(look: Look, node: NamedNode) -> frozenset[str]:
    """The words of all names of those whom a thing concerns, and of its quotes."""
    concerned = [other for link in _LINKS for other in look.nodes(node, link)]
    quotes = (words(proof.quote) for proof in look.proofs(node))
    return _all_names(look, concerned).union(*quotes)


def _all_names(look: Look, nodes: Iterable[NamedNode]) -> frozenset[str]:
    """The words of every name of some things, and their initials."""
    out: set[str] = set()
    for node in nodes:
        for name in ("skos:prefLabel", "skos:altLabel"):
            for text in look.texts(node, name):
                out |= words(text)
                out |= {stem(short) for short in acronyms(text)}
    return frozenset(out)
