"""The vocabulary of remit: the ontology, its shapes and schemes, the table of Acts, and the little that loads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

ONTOLOGY = "remit.ttl"
SHAPES = "shapes.ttl"
SCHEMES = "schemes.ttl"


def data_file(name: str) -> Traversable:
    """A data file of this package (`remit.ttl`, `shapes.ttl`, `schemes.ttl`, `acts.csv`)."""
    from importlib.resources import files

    return files(__name__) / name
