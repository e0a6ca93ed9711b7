"""Into the store, and past it: documents read and kept, facts of a document without a store, a store opened."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from .papers import Papers

if TYPE_CHECKING:
    from ..commands.ingest import Count
    from ..graph.facts import Fact

_Place = str | PathLike[str]


def open_store(place: _Place | None = None) -> Papers:
    """A store to ask: the folder or address given, else REMIT_STORE, else the nearest `.remit` from here upward.

    Raises NoStore where there is none, StoreError where it cannot be read.
    """
    import os

    from ..commands.options import find_store, read_store

    given = fspath(place) if place is not None else os.environ.get("REMIT_STORE")
    found = find_store(given)
    return Papers(read_store(found), found)


def facts(path: _Place, *, date: str | None = None) -> tuple[Fact, ...]:
    """The facts of one document, in order, each with its evidence; `date` is its own day where its text gives none.

    Raises ReadError where the file cannot be read.
    """
    from ..ingest.pipeline import extract

    return extract(Path(path), date=date).facts


def ingest_papers(
    paths: _Place | Sequence[_Place],
    *,
    store: _Place | None = None,
    collection: str | None = None,
    date: str | None = None,
    again: bool = False,
    workers: int = 1,
) -> Count:
    """Read files and folders into a store, made if there is none, as `remit ingest` does.

    What cannot be read is told in `failures` of the count, a line each, and left out. Raises StoreBusy while another
    process writes, StoreError where the store cannot be written. With more than one worker the call must stand
    under `if __name__ == "__main__":` in a script, as for all processes of Python.
    """
    from ..commands.ingest import run

    given = [paths] if isinstance(paths, (str, PathLike)) else paths
    return run(
        [fspath(path) for path in given],
        fspath(store) if store is not None else None,
        collection=collection,
        date=date,
        again=again,
        spread=(workers, None),
    )[0]
