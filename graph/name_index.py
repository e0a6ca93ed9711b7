"""The names of a large store in SQLite's full-text search, beside the store: `<folder>/names.sqlite`.

A cache that can be deleted: without it, and in stores of few names, a look-up goes through all of them. Invariant: an
index that is `whole` holds exactly the labels of the default graph; it is marked broken before the store is written to
and whole again only after, so that whatever a killed run leaves is never asked. Each `tier` gives every label that fits
a name in that way, perhaps some that do not: `lookup` ranks them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import accumulate, islice
from pathlib import Path
from typing import TYPE_CHECKING

from ..ontology.terms import iri
from .lookup import Label, acronyms, key

if TYPE_CHECKING:
    import pyoxigraph as ox

FILE = "names.sqlite"
LEAST = 5_000
"""How many labels a store must have before an index is kept: below, going through all takes some tens of milliseconds."""
_NEAREST = 150
"""How many names, those with most parts in common first, are looked at for a misspelling."""
_MANY = 8_000
"""A misspelt name is sought by its rarest runs of three letters: by three, or as many as stand in so many names."""
_PROPERTIES = {iri("skos:prefLabel"): True, iri("skos:altLabel"): False}
_SCHEMA = """
CREATE TABLE label (id INTEGER PRIMARY KEY, entity TEXT NOT NULL, text TEXT NOT NULL, preferred INTEGER NOT NULL,
                    key TEXT NOT NULL, UNIQUE (entity, text, preferred)) STRICT;
CREATE INDEX by_key ON label (key);
CREATE TABLE acronym (short TEXT NOT NULL, label INTEGER NOT NULL, PRIMARY KEY (short, label)) STRICT, WITHOUT ROWID;
CREATE INDEX by_label ON acronym (label);
CREATE VIRTUAL TABLE word USING fts5 (key, content='label', content_rowid='id', prefix='1 2 3');
CREATE VIRTUAL TABLE part USING fts5 (key, content='label', content_rowid='id', tokenize='trigram');
CREATE VIRTUAL TABLE spread USING fts5vocab (part, row);
CREATE TABLE state (whole INTEGER NOT NULL) STRICT;
INSERT INTO state VALUES (0);
"""
_COLUMNS = "SELECT label.entity, label.text, label.preferred FROM label"


class NameIndex:
    """The index of a store's folder, to be asked; None from `of` where there is none that is whole."""

    def __init__(self, place: Path) -> None:
        self._base = sqlite3.connect(f"{place.resolve().as_uri()}?mode=ro", uri=True)

    @classmethod
    def of(cls, folder: str | Path) -> NameIndex | None:
        """The index of a folder, if it has one that is whole."""
        place = Path(folder) / FILE
        if not place.exists():
            return None
        try:
            index = cls(place)
            return index if index._base.execute("SELECT whole FROM state").fetchone() == (1,) else None
        except sqlite3.Error:
            return None

    def tiers(self, name: str) -> Iterator[list[Label]]:
        """The labels that may fit a name, those of the better kinds of match first; at most the last has misfits alone."""
        wanted = key(name)
        words = wanted.split()
        if not words:
            return
        yield self._labels("WHERE label.key = ?", wanted)
        if len(words) == 1 and 2 <= len(wanted) <= 8:
            yield self._labels("JOIN acronym ON acronym.label = label.id WHERE acronym.short = ?", wanted)
        yield self._matching("word", " ".join(f'"{word}"*' for word in words))
        if len(wanted) > 3:
            yield self._matching("part", f'"{wanted}"')
        yield self._near(wanted)

    def _near(self, wanted: str) -> list[Label]:
        """The labels that have most of the rarest runs of three letters in a name."""
        runs = {wanted[i : i + 3] for i in range(len(wanted) - 2)}
        held = "SELECT term, doc FROM spread WHERE term IN (SELECT value FROM json_each(?)) ORDER BY doc, term"
        found = self._base.execute(held, (json.dumps(sorted(runs)),)).fetchall()
        sums = accumulate(count for _, count in found)
        rare = [term for at, ((term, _), sum_) in enumerate(zip(found, sums, strict=True)) if at < 3 or sum_ < _MANY]
        if not rare:
            return []
        return self._matching("part", " OR ".join(f'"{run}"' for run in rare), f"ORDER BY rank LIMIT {_NEAREST}")

    def _matching(self, table: str, query: str, tail: str = "") -> list[Label]:
        return self._labels(f"JOIN {table} ON {table}.rowid = label.id WHERE {table} MATCH ? {tail}", query)

    def _labels(self, rest: str, value: str) -> list[Label]:
        return [Label(e, t, bool(p)) for e, t, p in self._base.execute(f"{_COLUMNS} {rest}", (value,))]


class Keeper:
    """Keeps a folder's index while its store is written to."""

    def __init__(self, folder: str | Path) -> None:
        self._place = Path(folder) / FILE

    def begin(self) -> None:
        """Mark the index broken, before the store changes; one that cannot be marked is removed."""
        if self._place.exists():
            try:
                self._mark(whole=False)
            except sqlite3.Error:
                self._place.unlink()

    def follow(self, remove: Iterable[ox.Quad], add: Iterable[ox.Quad]) -> None:
        """Take the labels that a write took out and put in, and mark the index whole."""
        if not self._place.exists():
            return
        with closing(sqlite3.connect(self._place)) as base, base:
            for label in _of_quads(remove):
                _forget(base, label)
            _fill(base, _of_quads(add))
            base.execute("UPDATE state SET whole = 1")

    def settle(self, labels: Iterable[Label]) -> None:
        """Make the index of a store that has many labels and no whole index; `labels` are all of them."""
        if NameIndex.of(self._place.parent) is not None:
            return
        many = iter(labels)
        first = list(islice(many, LEAST))
        if len(first) < LEAST:
            self._place.unlink(missing_ok=True)
            return
        part = self._place.with_name(f"{FILE}.new")
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part)) as base:
            base.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_SCHEMA}")
            _fill(base, first)
            _fill(base, many)
            base.execute("UPDATE state SET whole = 1")
            base.commit()
        part.replace(self._place)

    def _mark(self, *, whole: bool) -> None:
        with closing(sqlite3.connect(self._place)) as base, base:
            base.execute("UPDATE state SET whole = ?", (int(whole),))


def _of_quads(quads: Iterable[ox.Quad]) -> Iterator[Label]:
    """The labels among quads of the default graph."""
    for quad in quads:
        preferred = _PROPERTIES.get(quad.predicate.value)
        if preferred is not None and not getattr(quad.graph_name, "value", ""):
            yield Label(getattr(quad.subject, "value", ""), getattr(quad.object, "value", ""), preferred)


def _fill(base: sqlite3.Connection, labels: Iterable[Label]) -> None:
    """Add labels to the tables."""
    for label in labels:
        held = key(label.text)
        values = (label.entity, label.text, int(label.preferred), held)
        made = base.execute("INSERT OR IGNORE INTO label (entity, text, preferred, key) VALUES (?, ?, ?, ?)", values)
        if not made.rowcount:
            continue
        row = made.lastrowid
        base.execute("INSERT INTO word (rowid, key) VALUES (?, ?)", (row, held))
        base.execute("INSERT INTO part (rowid, key) VALUES (?, ?)", (row, held))
        base.executemany("INSERT INTO acronym VALUES (?, ?)", [(short, row) for short in acronyms(label.text)])


def _forget(base: sqlite3.Connection, label: Label) -> None:
    """Take a label out of the tables."""
    found = base.execute(
        "SELECT id, key FROM label WHERE entity = ? AND text = ? AND preferred = ?",
        (label.entity, label.text, int(label.preferred)),
    )
    for row, held in found.fetchall():
        base.execute("INSERT INTO word (word, rowid, key) VALUES ('delete', ?, ?)", (row, held))
        base.execute("INSERT INTO part (part, rowid, key) VALUES ('delete', ?, ?)", (row, held))
        base.execute("DELETE FROM acronym WHERE label = ?", (row,))
        base.execute("DELETE FROM label WHERE id = ?", (row,))
