"""The store for rdflib, by oxrdflib over the store that is open: nothing is copied, nothing can be written."""

from __future__ import annotations

from typing import Any

from rdflib import Dataset, Graph

from ..errors import UsageError
from ..ontology.terms import PREFIXES


def dataset(store: Any) -> Dataset:
    """A store of a folder as a Dataset; raises UsageError for one behind an address."""
    import oxrdflib

    quads = getattr(store, "quads", None)
    if quads is None:
        raise UsageError("a store behind an address has no rdflib view; give rdflib's SPARQLStore its address")
    out = Dataset(store=oxrdflib.OxigraphStore(store=quads))
    for prefix, namespace in PREFIXES.items():
        out.bind(prefix, namespace)
    return out


def known(store: Any) -> Graph:
    """The default graph of a store."""
    graph: Graph = dataset(store).default_graph
    return graph
