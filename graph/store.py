"""The store: a folder with an RDF store on disk, the texts of its documents, and what it is.

    <folder>/graph/         the quads (pyoxigraph)
    <folder>/texts/         each document's text by its hash
    <folder>/decisions.csv  the ledger
    <folder>/store.json     base address and version of the form
    <folder>/names.sqlite   an index of names, in large stores; a cache

Invariant: `apply` is one atomic write; readers open the folder read-only and never wait. One writer at a time.
"""

from __future__ import annotations

import os.path
from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Protocol, Self

import pyoxigraph as ox

from ..errors import NoStore, StoreBusy, StoreError
from . import texts
from .ids import BASE

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from .lookup import Label
    from .name_index import Keeper

FORM = 1
"""Version of the form of stores; raised when old stores can no longer be read."""
_DAMAGE = (OSError, RuntimeError)
_UNFINISHED = frozenset({"graph", "texts", "store.json.new"})


class AnyStore(Protocol):
    """What is asked of a store, wherever it is: in a folder (`Store`) or behind an address (`remote.RemoteStore`)."""

    base: str

    def quads_for_pattern(self, s: Any, p: Any, o: Any, g: Any = None) -> Iterator[Any]:
        """The quads that fit; None fits all."""

    def apply(self, remove: Iterable[ox.Quad], add: Iterable[ox.Quad]) -> None:
        """Take quads out and put others in, in one atomic write."""

    def flush(self) -> None:
        """Make all writes cheap to read again."""

    def text(self, name: str) -> str | None:
        """The text of a hash; None if it is not kept."""

    def keep_text(self, text: str) -> str:
        """Keep a text, whole before this returns; its hash."""

    def drop_texts(self, names: Iterable[str]) -> None:
        """Remove the texts of some hashes."""

    def sweep_texts(self, wanted: Container[str]) -> None:
        """Remove all texts but those of the wanted hashes."""


class Store:
    """An open store. Make one by `Store.open` (to write) or `Store.read` (to ask)."""

    def __init__(self, folder: Path | str, quads: ox.Store, base: str, *, writable: bool) -> None:
        self.place = str(folder)
        self.quads = quads
        self.base = base
        self.writable = writable

    @property
    def folder(self) -> Path:
        """The folder of the store."""
        from pathlib import Path

        return Path(self.place)

    @classmethod
    def open(cls, folder: Path, *, create: bool = False, base: str | None = None) -> Self:
        """The store in a folder, to be written to; with `create` made if there is none.

        Raises NoStore, StoreBusy while another process writes, StoreError where it cannot be read.
        """
        if not (folder / "store.json").exists():
            if not create:
                raise NoStore(f"{folder}: there is no store; remit ingest PATH --store {folder} makes one")
            _make(folder, base or BASE)
        about = _about(folder)
        return cls(folder, _quads(folder, read_only=False), about["base"], writable=True)

    @classmethod
    def read(cls, folder: Path | str) -> Self:
        """The store in a folder, to be asked only."""
        about = _about(folder)
        return cls(folder, _quads(folder, read_only=True), about["base"], writable=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write what is pending and let go of the folder."""
        if self.writable:
            self.flush()
            self._names().settle(self._labels())
        del self.quads

    def quads_for_pattern(self, s: Any, p: Any, o: Any, g: Any = None) -> Iterator[Any]:
        """The quads that fit, as they are at the call; None fits all."""
        return self._told(self.quads.quads_for_pattern(s, p, o, g))

    def _told(self, quads: Iterator[Any]) -> Iterator[Any]:
        """Quads, with a damaged store told as such."""
        try:
            yield from quads
        except _DAMAGE as error:
            raise StoreError(f"{self.place}: the store cannot be read ({error}); restore it from a backup") from error

    def text(self, name: str) -> str | None:
        """The text of a hash; None if it is not kept."""
        return texts.read(self.place, name)

    def keep_text(self, text: str) -> str:
        """Keep a text, whole before this returns; its hash."""
        return texts.keep(self.folder, text)

    def drop_texts(self, names: Iterable[str]) -> None:
        """Remove the texts of some hashes."""
        texts.drop(self.folder, names)

    def sweep_texts(self, wanted: Container[str]) -> None:
        """Remove all texts but those of the wanted hashes."""
        texts.sweep(self.folder, wanted)

    def query(self, text: str, **options: Any) -> Any:
        """The answer to a SPARQL query, as pyoxigraph gives it; SyntaxError if it is none."""
        try:
            return self.quads.query(text, **options)
        except _DAMAGE as error:
            raise StoreError(f"{self.place}: the store cannot be read ({error}); restore it from a backup") from error

    def apply(self, remove: Iterable[ox.Quad], add: Iterable[ox.Quad]) -> None:
        """Take quads out and put others in, in one atomic write."""
        if not self.writable:
            raise StoreError(f"{self.place}: is open for reading only")
        remove, add = list(remove), list(add)
        if update := as_update(remove, add):
            names = self._names()
            names.begin()
            try:
                self.quads.update(update)
            except _DAMAGE as error:
                raise StoreError(f"{self.place}: the store could not be written ({error})") from error
            names.follow(remove, add)

    def flush(self) -> None:
        """Make all writes cheap to read again (else every reader replays them)."""
        self.quads.flush()

    def _names(self) -> Keeper:
        """What keeps the index of names."""
        from .name_index import Keeper

        return Keeper(self.place)

    def _labels(self) -> Iterator[Label]:
        """Every name in the store."""
        from .lookup import every_label

        return every_label(self)

    def __len__(self) -> int:
        return len(self.quads)


def as_update(remove: Iterable[ox.Quad], add: Iterable[ox.Quad]) -> str:
    """The SPARQL update, one transaction, that takes quads out and puts others in; empty if there is nothing to do."""
    groups = (("DELETE", sorted(map(_line, remove))), ("INSERT", sorted(map(_line, add))))
    return ";\n".join(f"{verb} DATA {{\n" + "\n".join(lines) + "\n}" for verb, lines in groups if lines)


def _line(quad: ox.Quad) -> str:
    """A quad as a line of an update; pyoxigraph's own serialisation escapes what documents say."""
    triple = f"{quad.subject} {quad.predicate} {quad.object} ."
    return triple if isinstance(quad.graph_name, ox.DefaultGraph) else f"GRAPH {quad.graph_name} {{ {triple} }}"


def _make(folder: Path, base: str) -> None:
    """Make an empty store; store.json comes last, so that a folder without it is none."""
    import json

    try:
        if folder.exists() and {place.name for place in folder.iterdir()} - _UNFINISHED:
            raise StoreError(f"{folder}: is no store and not empty; name another folder")
        (folder / "graph").mkdir(parents=True, exist_ok=True)
        (folder / "texts").mkdir(exist_ok=True)
        pending = folder / "store.json.new"
        pending.write_text(json.dumps({"base": base, "form": FORM}, indent=1) + "\n", encoding="utf-8")
        pending.replace(folder / "store.json")
    except OSError as error:
        raise StoreError(f"{folder}: no store can be made there ({error.strerror}); name another folder") from error


def _about(folder: Path | str) -> dict[str, Any]:
    import json

    try:
        with open(os.path.join(folder, "store.json"), encoding="utf-8") as file:
            about: dict[str, Any] = json.load(file)
    except FileNotFoundError:
        raise NoStore(f"{folder}: there is no store; remit ingest PATH --store {folder} makes one") from None
    except (OSError, ValueError) as error:
        raise StoreError(f"{folder}/store.json: cannot be read ({error}); restore it from a backup") from error
    if not isinstance(about, dict) or not isinstance(about.get("base"), str):
        raise StoreError(f"{folder}/store.json: says no base address; restore it from a backup")
    if about.get("form") != FORM:
        form = about.get("form")
        raise StoreError(f"{folder}: was made by another version of remit (form {form}); ingest the papers again")
    return about


def _quads(folder: Path | str, *, read_only: bool) -> ox.Store:
    place = os.path.join(folder, "graph")
    if not os.path.isdir(place):
        raise StoreError(f"{folder}: its graph is missing; restore it from a backup")
    try:
        if read_only:
            if not os.listdir(place):
                return ox.Store()
            return ox.Store.read_only(place)
        return ox.Store(place)
    except _DAMAGE as error:
        if "lock" in str(error).casefold():
            raise StoreBusy(
                f"{folder}: another process is writing to this store; try again when it has ended"
            ) from error
        raise StoreError(f"{folder}: the store cannot be read ({error}); restore it from a backup") from error
