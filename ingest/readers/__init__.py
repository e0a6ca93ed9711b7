"""Readers: from a file to the document's text, one module a format.

Each has NAME, SUFFIXES, `sniff(head)` (does a file that begins so have this format?) and `read(path)`. Invariant: a
reader gives plain text in the conventions that the structure pass reads (Markdown headings, bullets, cells parted by
tabs, a form feed where a page begins), and loses no word.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, cast

from ...errors import DamagedDocument, EmptyDocument, UnknownFormat
from . import docx, legacy, ocr, odt, pdf, sheets, text, web

_MOST_BYTES = 500_000_000
_OWN_WORD = frozenset({docx.NAME, sheets.NAME})
"""Readers that tell an encrypted file of theirs, which begins as one of an old word processor."""


class Reader(Protocol):
    """What a module of a format offers."""

    NAME: str
    SUFFIXES: tuple[str, ...]

    def sniff(self, head: bytes) -> bool:
        """Whether a file that begins with these bytes has this format."""

    def read(self, path: Path) -> str:
        """The text of a file."""


READERS: tuple[Reader, ...] = cast("tuple[Reader, ...]", (text, web, docx, odt, pdf, sheets, legacy, ocr))


def suffixes() -> frozenset[str]:
    """The endings of the files that can be read."""
    return frozenset(suffix for reader in READERS for suffix in reader.SUFFIXES)


def reader_of(path: Path) -> Reader:
    """The reader of a file: by its ending, unless it begins as a file of another format does; else by how it begins.

    Raises UnknownFormat where neither is known.
    """
    suffix = path.suffix.casefold()
    with path.open("rb") as file:
        head = file.read(8192)
    named = next((reader for reader in READERS if suffix in reader.SUFFIXES), None)
    if named and (named.sniff(head) or (named.NAME in _OWN_WORD and legacy.is_encrypted(path, head))):
        return named
    for reader in READERS:
        if reader.sniff(head) and not (named and reader.NAME == text.NAME):
            return reader
    if named:
        return named
    raise UnknownFormat(
        str(path), f"no reader for {suffix or 'files without an ending'}; convert it to text, Word, HTML, PDF or .xlsx"
    )


def read(path: Path) -> str:
    """The text of a file.

    Raises ReadError where the file has no text that can be read.
    """
    try:
        size = path.stat().st_size
        if size > _MOST_BYTES:
            raise DamagedDocument(str(path), f"is larger than {_MOST_BYTES // 1_000_000} MB; split it")
        if not size:
            raise EmptyDocument(str(path), "is an empty file (0 bytes); get a whole copy of it")
        return reader_of(path).read(path)
    except OSError as error:
        raise DamagedDocument(
            str(path), f"cannot be opened ({error.strerror or 'input error'}); check the path and its permissions"
        ) from None
