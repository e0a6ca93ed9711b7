"""What the extractors of one document share: its kind, its head, its names, and what was found before them.

Invariant: an extractor reads the context and yields facts; it never changes what another one sees.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from .document import Document
    from .names import Names

DocumentKind = Literal["minutes", "terms", "directions", "report", "letter", "rules", "table", "other"]


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a document says of it as a whole.

    `kind` is the genre; `body` the body that meets, or whose paper it is, as printed; `organisation` the one at the
    top (`LONDON BOROUGH OF …`); `date` the meeting's or the document's own date (ISO); `title` as printed.
    """

    kind: DocumentKind = "other"
    title: str | None = None
    body: str | None = None
    organisation: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What every extractor is given."""

    document: Document
    head: Head
    names: Names
