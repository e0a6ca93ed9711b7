"""The vocabulary of remit: the ontology, its shapes and schemes, the table of Acts, and the little that loads them."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

ONTOLOGY = "remit.ttl"
SHAPES = "shapes.ttl"
SCHEMES = "schemes.ttl"


def data_file(name: str) -> Traversable:
    """A data file of this package (`remit.ttl`, `shapes.ttl`, `schemes.ttl`, `acts.csv`)."""
    return files(__name__) / name
