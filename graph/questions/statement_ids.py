"""Statements by the end of their identifiers, as `remit why` prints them: `holds-1a2b3c4d5e6f`.

Invariant: an end that fits several statements is AmbiguousName; one that fits none is no statement.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...errors import AmbiguousName
from ...ontology.terms import statement_class
from ..facts import BY_NAME
from .reading import TYPE, Look, term

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

_SHORT = re.compile(r"(?:statement/)?(?P<kind>[a-z_]+)-(?P<hex>[0-9a-f]{4,12})\Z")


def short_statement(look: Look, text: str) -> NamedNode | None:
    """The statement whose identifier ends so: its type, and at least four of its hexadecimal characters."""
    match = _SHORT.match(text.strip())
    if match is None or match["kind"] not in BY_NAME:
        return None
    start = f"{match['kind']}-{match['hex']}"
    every = look.store.quads_for_pattern(None, TYPE, term(statement_class(match["kind"])), None)
    fits = sorted(
        {q.subject for q in every if q.subject.value.rpartition("/")[2].startswith(start)},
        key=lambda node: str(node.value),
    )
    if len(fits) > 1:
        raise AmbiguousName(text, tuple(str(node.value) for node in fits))
    return fits[0] if fits else None
