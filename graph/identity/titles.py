"""Titles of posts taken apart: the form in which one is held, the office, the body that it is an office of.

Invariant: an office of a body is told by its words alone (`Chair of X`, `X Chair`, `Chair, X`, `Vice-Chair - X`); what is
left of any other title is the title. Forms (interim, acting, former) never make another post.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..names import is_acronym, is_body_name, key, words

_FORM = re.compile(
    r"^(?:the\s+)?(?:(?:interim|acting|temporary|former|previous|past|outgoing|incoming|newly[- ]appointed|ex)\b[\s,/&-]*(?:and\s+)?)+|"
    r"[\s,]*\(?\b(?:interim|acting|temporary|designate)\)?$",
    re.IGNORECASE,
)
_SEAT = (
    r"(?:(?:independent|lay|current|new|recently\s+appointed)\s+)*"
    r"(?:(?:vice|deputy|co|joint)[- ]?)?(?:chair(?:man|woman|person)?|convenor|convener|president|secretary|clerk|treasurer|leader|"
    r"external\s+rep\w*|representative|lead\s+member|member)"
)
_OF = re.compile(
    rf"^(?P<office>{_SEAT})\s*(?:\bof\b|,|\s[-–—]|\bto\b)\s*(?:the\s+)?(?:recently\s+established\s+)?(?P<body>.+)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^(?P<body>.+?)['’]?s?\s+(?P<office>(?:(?:vice|deputy|co)[- ]?)?chair(?:man|woman|person)?|clerk|treasurer)$",
    re.IGNORECASE,
)
_STATE = re.compile(r"(?:the\s+)?(?:secretar(?:y|ies)\s+of\s+states?|sos)\b", re.IGNORECASE)
_BARE = re.compile(
    r"(?:the\s+)?(?:(?:independent|current|new)\s+)*(?:(?:(?:vice|deputy|co)[- ]?)?chair(?:man|woman|person|\s+person)?|secretar(?:y|ies)\s+of\s+states?|"
    r"sos|ministers?|secretary|members?|representatives?)$",
    re.IGNORECASE,
)
_ONLY = re.compile(rf"^(?:the\s+)?{_SEAT}(?:\s+person)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """A title: its office without form and body, and the body that it names (None if none)."""

    office: str
    body: str | None
    form: str


@lru_cache(maxsize=65536)
def title(role: str) -> Title:
    """A role as printed, taken apart."""
    form = form_of(role)
    bare = without_form(role)
    for pattern in (_OF, _AFTER):
        match = None if _STATE.match(bare) else pattern.match(bare)
        if match and (is_body_name(match["body"]) or is_acronym(match["body"])):
            return Title(match["office"].strip(), match["body"].strip(), form)
    return Title(bare, None, form)


def without_form(role: str) -> str:
    """A role without the words for the form in which it is held; the role itself if there is no more."""
    return _FORM.sub("", role).strip(" ,-") or role


def form_of(role: str) -> str:
    """The words for the form in which a role is held, in lower case; empty for none."""
    found = " ".join(m.group(0) for m in _FORM.finditer(role))
    return " ".join(sorted(set(words(found)) - {"the", "and"})) if without_form(role) != role else ""


@lru_cache(maxsize=65536)
def bare_role(role: str) -> str:
    """The key of an office, whatever body it is of and in whatever form it is held."""
    return office_key(title(role).office, of_body=True)


def office_key(office: str, *, of_body: bool = False) -> str:
    """An office for comparison: small words out, one word for whoever chairs; of a body, there is one chair, independent or not."""
    plain = re.sub(r"\bchair(?:man|woman|person)\b|\bchair\s+person\b", "chair", office, flags=re.IGNORECASE)
    plain = re.sub(r"\b(vice|deputy|co)[- ]chair\b", r"\1chair", plain, flags=re.IGNORECASE)
    found = key(plain)
    return (
        "chair" if of_body and re.fullmatch(r"(?:independent|current|new|recently appointed)? ?chair", found) else found
    )


def is_bare(office: str) -> bool:
    """Whether an office says nothing unless one knows of what: `Chair`, `Members`, `Secretary of State`."""
    return bool(_BARE.match(office))


def is_seat(role: str) -> bool:
    """Whether a role is by itself an office of some body (`Chair`), so that it says nothing without one."""
    return bool(_ONLY.match(without_form(role)))
