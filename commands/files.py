"""The files that a command was given, and what each of them yields, one at a time or on several processes.

Invariant: outcomes come in the order of the files, whatever the number of processes, and a file that cannot be read, or
that brings its process down, costs only itself.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from ..errors import ReadError, RemitError

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

_LITTER = frozenset({"thumbs.db", "desktop.ini", ".yaml", ".yml"})
"""What systems leave in folders, and the mappings of tables, which are read with their table."""
Given = TypeVar("Given")
Got = TypeVar("Got")


@dataclass(frozen=True, slots=True)
class File:
    """A file to read; `name` is its path below the folder given, with `/` between the parts."""

    path: str
    name: str
    folder: str

    @property
    def collection(self) -> str:
        """The collection that the file belongs to if none is named: the name of the folder given."""
        return Path(self.folder).name or "papers"


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Given, Got]):
    """What became of one file: its result, or in words why there is none."""

    given: Given
    result: Got | None
    error: str | None = None


def find_files(paths: Sequence[str], suffixes: frozenset[str]) -> tuple[list[File], list[str]]:
    """The files that paths name, each once, in order of their names, and one line for each path that names none.

    A file named outright is always taken; of a folder, everything below it whose suffix a reader knows, hidden files
    and folders left out.
    """
    found: dict[str, File] = {}
    failures: list[str] = []
    for given in paths:
        path = Path(given)
        if not given.strip():
            failures.append(f"{given!r}: names no file or folder; a dot stands for this folder")
        elif path.is_dir():
            inside = list(_below(path, suffixes))
            if not inside:
                failures.append(f"{given}: no document in this folder; remit reads {' '.join(sorted(suffixes))}")
            for file in inside:
                found.setdefault(os.path.realpath(file.path), file)
        elif path.is_file():
            folder = str(path.resolve().parent)
            found.setdefault(os.path.realpath(given), File(given, path.name, folder))
        else:
            failures.append(f"{given}: {'not a file or folder' if path.exists() else 'no such file or folder'}")
    return sorted(found.values(), key=lambda f: (f.folder, f.name)), failures


def left_out(paths: Sequence[str], suffixes: frozenset[str]) -> list[str]:
    """The files in folders whose endings no reader knows, in order; what systems leave behind is not told."""
    folders = [Path(given) for given in paths if Path(given).is_dir()]
    return [
        str(path)
        for folder in folders
        for path in _files(folder)
        if not {path.suffix.casefold(), path.name.casefold()} & (suffixes | _LITTER)
    ]


def _below(folder: Path, suffixes: frozenset[str]) -> Iterator[File]:
    """The documents in a folder and below it."""
    top = str(folder.resolve())
    for path in _files(folder):
        if path.suffix.casefold() in suffixes:
            yield File(str(path), path.relative_to(folder).as_posix(), top)


def _files(folder: Path) -> Iterator[Path]:
    """The files in a folder and below it, hidden ones left out, and stores of remit."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not Path(here, f, "store.json").exists())
        for name in sorted(names):
            path = Path(here, name)
            if not name.startswith((".", "~$")) and path.is_file():
                yield path


def one(work: Callable[[Given], Got], given: Given) -> Outcome[Given, Got]:
    """Do the work on one file; every failure becomes an outcome."""
    try:
        return Outcome(given, work(given))
    except ReadError as error:
        return Outcome(given, None, error.reason)
    except RemitError as error:
        return Outcome(given, None, str(error))
    except OSError as error:
        return Outcome(given, None, error.strerror or str(error))
    except MemoryError:
        return Outcome(given, None, "too large for the memory of this machine")
    except RecursionError:
        return Outcome(given, None, "nested too deeply to be read")
    except Exception as error:
        if os.environ.get("REMIT_DEBUG"):
            raise
        return Outcome(given, None, f"a fault in remit itself, {type(error).__name__}: {error}; please report it")


def each(work: Callable[[Given], Got], given: Iterable[Given], workers: int) -> Iterator[Outcome[Given, Got]]:
    """The outcome of the work on each file, in order; the work must be a function of a module if workers > 1."""
    if workers < 2:
        for item in given:
            yield one(work, item)
    else:
        yield from _spread(work, list(given), workers)


def _spread(work: Callable[[Given], Got], given: Sequence[Given], workers: int) -> Iterator[Outcome[Given, Got]]:
    """The outcomes from several fresh processes; a process that dies is blamed on the file that kills it alone."""
    from concurrent.futures.process import BrokenProcessPool

    ahead = workers * 4
    pool = _pool(workers)
    waiting: dict[int, Future[Outcome[Given, Got]]] = {}
    try:
        for at, item in enumerate(given):
            for next_ in range(at, min(at + ahead, len(given))):
                if next_ not in waiting:
                    waiting[next_] = pool.submit(one, work, given[next_])
            try:
                yield waiting.pop(at).result()
            except BrokenProcessPool:
                pool.shutdown(wait=False)
                yield _alone(work, item)
                waiting.clear()
                pool = _pool(workers)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _alone(work: Callable[[Given], Got], item: Given) -> Outcome[Given, Got]:
    """The outcome of one file in a process of its own."""
    from concurrent.futures.process import BrokenProcessPool

    with _pool(1) as pool:
        try:
            return pool.submit(one, work, item).result()
        except BrokenProcessPool:
            return Outcome(item, None, "the process that read it was brought down")


def _pool(workers: int) -> ProcessPoolExecutor:
    """Fresh processes, started the same way on every system."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
