"""Gaps about bodies: no line of reporting, no terms of reference.

Only bodies that stand on something count: those that keep minutes, have terms of reference, or were set up by an
instrument. Invariant: organisations at the top of papers, to which others report, are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..names import is_generic
from ..questions.proposed import is_proposed
from ..questions.reading import Look, Proof
from .finding import Found, Side
from .validity import texts

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

_TOP = re.compile(r"\b(?:council|authority|department|ministry|cabinet|government|parliament|trust|school|governing\s+body|governors|corporation|company)s?$", re.IGNORECASE)  # fmt: skip
_THERE = r"[^.]{0,80}?\b(?:(?:is|are|be|were|was)\s+(?:set\s+out|attached|agreed|approved|found|appended|included)|can\s+be\s+found|appendix|annex|as\s+agreed)"


def without_line(look: Look, on: str | None) -> Iterator[Found]:
    """A body of which no paper says to whom it reports or answers."""
    del on
    for body in _standing(look):
        posts = look.sources("org:postIn", body)
        lines = [line for node in (body, *posts) for line in look.sources("reporter", node)]
        if any(look.node(line, "superior") not in posts for line in lines):
            continue
        ref = look.ref(body)
        yield Found((body.value,), f"No paper says to whom {ref} reports", (ref,), (Side("no reporting line", _founding(look, body)),))  # fmt: skip


def without_terms(look: Look, on: str | None) -> Iterator[Found]:
    """A body whose terms of reference are not among the papers, and of which none says that it has any."""
    del on
    said = None
    for body in _standing(look):
        if any("TermsOfReference" in look.kinds(node) for node in look.sources("ofBody", body)):
            continue
        said = said if said is not None else [text for *_, text in texts(look)]
        if any(_has_terms(look, body, text) for text in said):
            continue
        ref = look.ref(body)
        yield Found((body.value,), f"No terms of reference of {ref} are among the papers", (ref,), (Side("no terms of reference", _founding(look, body)),))  # fmt: skip


def _standing(look: Look) -> list[NamedNode]:
    """The bodies that keep minutes, have terms of reference or were set up by an instrument."""
    out = []
    for body in look.members("Body"):
        name = look.ref(body).name
        set_up = [node for node in look.sources("established", body) if look.sources("mandated", node)]
        stands = set_up or look.sources("meetingOf", body) or look.sources("ofBody", body)
        if (
            stands
            and not is_proposed(look, body)
            and not _TOP.search(name)
            and not is_generic(name.replace("Executive", ""))
        ):
            out.append(body)
    return out


def _founding(look: Look, body: NamedNode) -> tuple[Proof, ...]:
    """The words that show a body: of its setting up, its terms of reference, else of its meetings."""
    nodes = look.sources("established", body) or look.sources("ofBody", body) or look.sources("meetingOf", body)
    return look.proofs(*nodes)


def _has_terms(look: Look, body: NamedNode, text: str) -> bool:
    """Whether a text says that a body's terms of reference exist."""
    names = sorted({look.ref(body).name, *look.texts(body, "skos:altLabel")})
    any_name = "|".join(re.escape(name) for name in names if len(name) > 2)
    form = rf"\bterms\s+of\s+reference\s+(?:of|for)\s+(?:the\s+)?(?:{any_name})\b{_THERE}"
    return bool(any_name) and re.search(form, " ".join(text.split()), re.IGNORECASE) is not None
