"""Whether a body, or what follows from a body, is only proposed so far as the papers go.

Invariant: a body that has met, or that a paper says has been set up, is not called proposed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .reading import Look, Proof

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

_PROPOSED = re.compile(
    r"\b(?:propos(?:e|es|ed|al|als|ing)|will|would|should|could|may|intends?|intention|keen\s+to|plans?\s+to|to\s+be\s+(?:set\s+up|established|created)|if\s+established|considering)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:(?:has|have|had)\s+(?:also\s+|now\s+)?(?:been\s+)?|was\s+|were\s+|recently\s+)(?:re-?)?(?:established|set\s+up|formed|created|constituted|replaced)|took\s+over|formerly|replaces\b",
    re.IGNORECASE,
)


def is_proposed(look: Look, body: NamedNode) -> bool:
    """Whether a body is told of only as something to come."""
    if look.sources("meetingOf", body) or any(look.texts(term, "met") for term in look.sources("termOf", body)):
        return False
    nodes = [*look.sources("established", body), *look.sources("org:resultingOrganization", body)]
    proofs = look.proofs(*nodes)
    if any(_DONE.search(_with_lead(look, proof)) for proof in proofs):
        return False
    return any(_PROPOSED.search(_with_lead(look, proof)) for proof in proofs)


def _with_lead(look: Look, proof: Proof) -> str:
    """A quote with the words just before it in its sentence, and what closes it."""
    before, after = look.around(proof, 60, 28)
    end = re.split(r"[.;]", after)[0]
    return f"{re.split(r'[.;:]', before)[-1]} {proof.quote} {end if _DONE.search(end) else ''}"
