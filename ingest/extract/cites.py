"""Citations of legislation as facts: each distinct pair of instrument and provision once."""

from __future__ import annotations

from collections.abc import Iterator

from ...graph.facts import Cites
from ..citations import citations_of
from ..citations_titles import key_of
from ..context import Context


def extract(context: Context) -> Iterator[Cites]:
    """The citations of a document, each pair where it first stands."""
    seen: set[tuple[str, str]] = set()
    for block, found in zip(context.document.blocks, citations_of(context.document), strict=True):
        for cited in found:
            pair = (key_of(cited.instrument), (cited.provision or "").casefold())
            if pair not in seen:
                seen.add(pair)
                evidence = context.document.evidence(block, cited.start, cited.end, rule="cites.grammar")
                yield Cites(instrument=cited.instrument, provision=cited.provision, evidence=evidence)
