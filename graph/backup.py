"""Copies of a store, and putting one back.

Invariant: a copy is made under another name and gets its own only when it is whole; nothing that is there is overwritten
unless that is asked for, and then it goes only after the copy stands beside it.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from ..errors import LedgerError, StoreError
from .ledger.keeping import ledger_of
from .store import Store


def backup(folder: Path, target: Path) -> None:
    """Copy the store in a folder to a new folder, as it is at this moment; nobody writes meanwhile."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise StoreError(f"{target}: is there already; name another folder")
    with Store.open(folder) as store:
        with suppress(LedgerError):  # a ledger that makes no sense is copied as it is
            ledger_of(store)  # a decision that a crash left half taken is settled first
        store.flush()
        part = _beside(target)
        try:
            part.mkdir(parents=True)
            store.quads.backup(str(part / "graph"))
            _copy_files(folder, part)
            part.rename(target)
        except OSError as error:
            shutil.rmtree(part, ignore_errors=True)
            raise StoreError(f"{target}: the copy could not be made ({error.strerror or error})") from error


def restore(copy: Path, folder: Path, *, replace: bool = False) -> None:
    """Put a copy in the place of a store; a store that is there only goes with `replace`."""
    Store.read(copy).close()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        if not replace:
            raise StoreError(f"{folder}: holds a store already; name another folder, or give --replace")
        Store.open(folder).close()  # nobody may be writing to it
    part, old = _beside(folder), folder.with_name(folder.name + ".old")
    try:
        shutil.copytree(copy / "graph", part / "graph")
        _copy_files(copy, part)
        if folder.exists():
            folder.rename(old)
        part.rename(folder)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        if old.exists() and not folder.exists():
            old.rename(folder)
        raise StoreError(f"{folder}: the copy could not be put there ({error.strerror or error})") from error
    shutil.rmtree(old, ignore_errors=True)


def _beside(target: Path) -> Path:
    """The name of a folder while it is not whole; what an interrupted copy left there goes."""
    part = target.with_name(target.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    return part


def _copy_files(source: Path, part: Path) -> None:
    """Everything of a store but its graph; store.json last, since a folder without it is no store."""
    for path in sorted(source.iterdir()):
        if path.name == "texts":
            shutil.copytree(path, part / "texts", ignore=shutil.ignore_patterns("*.new"))
        elif path.is_file() and path.suffix in {".csv", ".json"} and path.name != "store.json":
            shutil.copy2(path, part / path.name)
    shutil.copy2(source / "store.json", part / "store.json")
