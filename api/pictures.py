"""A drawing of the network, shown as it is in a notebook."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import NothingFound

if TYPE_CHECKING:
    from ..graph.views import View

KINDS = {
    "line": ("Body", "Post", "Person"),
    "chain": ("Obligation", "Decision", "Body", "Direction"),
    "body": ("Body",),
}
"""The parts that can be drawn of one thing, and the classes of which."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as SVG text, with its title."""

    title: str
    svg: str

    def _repr_svg_(self) -> str:
        """The picture, for notebooks."""
        return self.svg

    def save(self, file: str | Path) -> None:
        """Write the picture to a file."""
        Path(file).write_text(self.svg, encoding="utf-8", newline="\n")


def drawing(shown: View, iri: str | None, part: str, title: str) -> Drawing:
    """The network, or a part of it about one thing; raises NothingFound where nothing is to be drawn."""
    from ..exports.focus import PARTS
    from ..exports.picture import picture
    from ..exports.svg import svg

    drawn = picture(shown) if iri is None else PARTS[part](shown, iri)
    if not drawn.boxes:
        raise NothingFound(f"{title}: there is nothing to draw")
    return Drawing(title, svg(drawn, title, shown))
