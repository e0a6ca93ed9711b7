"""Everything that can go wrong and that a user is told of.

::

    RemitError                  exit 3   anything remit itself refuses or cannot do
    ├── UsageError              exit 2   the question was not well put
    │   ├── AmbiguousName       exit 2   a name that fits several entries (carries them)
    │   ├── BadDate             exit 2   not a date
    │   └── MappingError        exit 2   a mapping of a table that makes no sense (3 where it does not fit a file)
    ├── NothingFound            exit 1   well put, but the store has no answer
    ├── ReadError               exit 3   a document could not be read
    │   ├── UnknownFormat       exit 3   no reader for it
    │   ├── DamagedDocument     exit 3   its reader gave up: broken, encrypted, binary
    │   ├── EmptyDocument       exit 3   nothing in it to read
    │   └── MissingProgram      exit 3   needs a program that is not installed
    ├── StoreError              exit 3   the store could not be opened, read or written
    │   ├── NoStore             exit 3   there is none
    │   └── StoreBusy           exit 3   another writer has it
    ├── LedgerError             exit 3   a line of the decisions ledger makes no sense
    └── QueryError              exit 2   a SPARQL query that cannot be run

Invariant: the text of each is one line that says what, where, and what to do next.
"""

from __future__ import annotations

__all__ = [
    "AmbiguousName",
    "BadDate",
    "DamagedDocument",
    "EmptyDocument",
    "LedgerError",
    "MappingError",
    "MissingProgram",
    "NoStore",
    "NothingFound",
    "QueryError",
    "ReadError",
    "RemitError",
    "StoreBusy",
    "StoreError",
    "UnknownFormat",
    "UsageError",
]


class RemitError(Exception):
    """Anything remit refuses or cannot do; `exit_code` is what the command line returns."""

    exit_code = 3


class UsageError(RemitError):
    """The question was not well put."""

    exit_code = 2


class AmbiguousName(UsageError):  # noqa: N818 - read as a finding, not as an accident
    """A name that fits several entries; `candidates` are their labels, best first."""

    def __init__(self, name: str, candidates: tuple[str, ...]) -> None:
        super().__init__(f"{name!r} fits {len(candidates)} entries; say which: " + "; ".join(candidates))
        self.name = name
        self.candidates = candidates


class BadDate(UsageError):  # noqa: N818
    """Not a date that can be read."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{text!r} is no date; write it as 2017-06-14, 2017-06 or 2017")


class MappingError(UsageError):
    """A mapping that makes no sense, or does not fit a table; `line` counts from 1, `key` is the key or column."""

    def __init__(self, path: str, line: int, key: str, what: str) -> None:
        super().__init__(f"{path}, line {line}: {key}: {what}")
        self.path, self.line, self.key = path, line, key


class NothingFound(RemitError):  # noqa: N818
    """Well put, but the store has no answer."""

    exit_code = 1


class ReadError(RemitError):
    """A document could not be read; `path` names it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class UnknownFormat(ReadError):  # noqa: N818
    """No reader knows the file's format."""


class DamagedDocument(ReadError):  # noqa: N818
    """The reader of its format gave up: broken, encrypted or binary."""


class EmptyDocument(ReadError):  # noqa: N818
    """Nothing in it to read."""


class MissingProgram(ReadError):  # noqa: N818
    """The format needs a program that is not installed."""


class StoreError(RemitError):
    """The store could not be opened, read or written."""


class NoStore(StoreError):  # noqa: N818
    """There is no store where one was looked for."""


class StoreBusy(StoreError):  # noqa: N818
    """Another process is writing to the store."""


class LedgerError(RemitError):
    """A line of the decisions ledger makes no sense."""


class QueryError(UsageError):
    """A SPARQL query that cannot be run."""
