"""Citations of legislation as facts: each distinct pair of instrument and provision once."""

from __future__ import annotations

from collections.abc import Iterator

from ...graph.facts import Cites
from ..citations import Citations
from ..context import Context


def extract(context: Context) -> Iterator[Cites]:
    """The citations of a document, each pair where it first stands."""
    known = Citations()
    seen: set[tuple[str, str | None]] = set()
    for block in context.document.blocks:
        for cited in known.find(block.clean):
            pair = (cited.instrument.casefold(), cited.provision)
            if pair in seen:
                continue
            seen.add(pair)
            evidence = context.document.evidence(block, cited.start, cited.end, rule="cites.grammar")
            yield Cites(instrument=cited.instrument, provision=cited.provision, evidence=evidence)
