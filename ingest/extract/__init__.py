"""The extractors: one module a fact type, each with `extract(context)`.

Invariant: an extractor yields facts of its own type alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from ...graph.facts import FACT_TYPES, Fact
from ..context import Context

Extractor = Callable[[Context], Iterator[Fact]]


def extractors() -> list[Extractor]:
    """Every fact type's extractor, in the order of the types."""
    found: list[Extractor] = []
    for kind in FACT_TYPES:
        try:
            module = import_module(f".{kind.TYPE}", __name__)
        except ModuleNotFoundError:
            continue
        found.append(module.extract)
    return found
