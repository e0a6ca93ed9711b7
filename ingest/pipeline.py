"""The way from a file to its facts: read, structure, head, names, extractors.

Invariant: the facts of a document depend on its bytes and name alone; every quote is a slice of its text.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from ..graph.facts import Fact, in_order
from ..graph.facts_lines import once, to_json
from . import readers, tables
from .context import Context, Head
from .document import Document
from .extract import extractors
from .head import find_head
from .names import Names
from .structure import build
from .tables.mapping import Mapping


@dataclass(frozen=True, slots=True, eq=False)
class Extraction:
    """A document, what its head says, and its facts in order."""

    document: Document
    head: Head
    facts: tuple[Fact, ...]


def suffixes() -> frozenset[str]:
    """The endings of the files that can be read."""
    return readers.suffixes()


def read(path: Path, name: str | None = None) -> Document:
    """The document of a file, under its own name or the one given.

    Raises ReadError where the file has no text that can be read.
    """
    return build(name or path.name, readers.read(path))


def facts_of(document: Document, date: str | None = None) -> Extraction:
    """The facts of a document; `date` is the document's own date where the text gives none."""
    head = find_head(document, date)
    context = Context(document, head, Names.build(document, head))
    found = [fact for extract in extractors() for fact in extract(context)]
    return Extraction(document, head, tuple(in_order(_once(found))))


def extract(path: Path, name: str | None = None, date: str | None = None, mapping: Mapping | None = None) -> Extraction:
    """The facts of a file; `mapping` says what the columns of a table file state.

    Raises ReadError where the file has no text that can be read, MappingError where the mapping does not fit it.
    """
    name = name or path.name
    if mapping is not None or tables.is_table(name):
        return _table_facts(name, readers.read(path), date, mapping)
    return facts_of(read(path, name), date)


def _table_facts(name: str, text: str, date: str | None, mapping: Mapping | None) -> Extraction:
    """The facts of a table file: of the tables that are known by their headings or a mapping, then of the rest."""
    found = tables.read_tables(name, text, date, mapping)
    if not found.rest.strip():
        document = Document(name, text, ())
        return Extraction(document, Head("table", date=found.date), tuple(in_order(_once([*found.facts]))))
    rest = facts_of(build(name, found.rest), found.date)
    kind = "table" if rest.head.kind == "other" else rest.head.kind
    head = replace(rest.head, kind=kind, date=found.date if found.facts else rest.head.date)
    return Extraction(replace(rest.document, text=text), head, tuple(in_order(_once([*rest.facts, *found.facts]))))


def _once(facts: list[Fact]) -> list[Fact]:
    """Each fact once; those without a passage left out."""
    return [fact for fact in dict.fromkeys(facts) if fact.evidence.end > fact.evidence.start]


def main() -> None:
    """Print the facts of the files named on the command line, one JSON object a line."""
    for name in sys.argv[1:]:
        path = Path(name)
        for fact in once(extract(path).facts):
            sys.stdout.write(json.dumps(to_json(fact, path.name), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
