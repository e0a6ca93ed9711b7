"""The texts of documents, kept in files named by their hash.

Invariant: a text is written whole before anything refers to it and never changed; what nothing refers to can go.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterable
from typing import TYPE_CHECKING

from ..errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path


def hash_of(text: str) -> str:
    """The hash by which a text is kept."""
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def keep(folder: Path, text: str) -> str:
    """Keep a text in a store's folder; its hash."""
    name = hash_of(text)
    place = folder / "texts" / f"{name}.txt"
    if not place.exists():
        pending = place.with_suffix(f".{os.getpid()}.new")
        try:
            place.parent.mkdir(exist_ok=True)
            with pending.open("wb") as file:
                file.write(text.encode("utf-8", "surrogatepass"))
                file.flush()
                os.fsync(file.fileno())
            pending.replace(place)
        except OSError as error:
            raise StoreError(f"{place}: the text could not be kept ({error.strerror})") from error
    return name


def read(folder: Path | str, name: str) -> str | None:
    """The text of a hash; None if it is not kept."""
    try:
        with open(os.path.join(folder, "texts", f"{name}.txt"), "rb") as file:
            return file.read().decode("utf-8", "surrogatepass")
    except FileNotFoundError:
        return None


def drop(folder: Path, names: Iterable[str]) -> None:
    """Remove the texts of some hashes."""
    for name in sorted(names):
        (folder / "texts" / f"{name}.txt").unlink(missing_ok=True)


def sweep(folder: Path, wanted: Container[str]) -> None:
    """Remove the texts that nothing refers to, and what an interrupted write left."""
    for place in sorted((folder / "texts").glob("*")):
        if place.suffix != ".txt" or place.stem not in wanted:
            place.unlink(missing_ok=True)
