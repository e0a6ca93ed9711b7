"""Plain text and Markdown: the file's own characters are the document's text.

Invariant: offsets into the text are offsets into the file as decoded with universal newlines.
"""

from __future__ import annotations

import re
from pathlib import Path

from ...errors import DamagedDocument, EmptyDocument

NAME = "text"
SUFFIXES = (".txt", ".text", ".md", ".markdown")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
"""Characters that no text has, and binary data has many of."""


def sniff(head: bytes) -> bool:
    """Whether a file that begins with these bytes is text in UTF-8."""
    if not head.strip() or _is_binary(head.decode("latin-1")):
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4
    return not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(
        (b"<!", b"<html", b"<HTML", b"<?xml", b"{\\rtf", b"%PDF-")
    )


def _is_binary(sample: str) -> bool:
    """Whether a stretch has a NUL, or more control characters than text can have."""
    return "\0" in sample or len(_CONTROL.findall(sample)) > len(sample) / 50


def read(path: Path) -> str:
    """The text of a file.

    Raises EmptyDocument for one with nothing printed in it, DamagedDocument for one that holds no text.
    """
    raw = path.read_bytes()
    if not raw.strip(b" \t\r\n\f\xef\xbb\xbf"):
        raise EmptyDocument(str(path), "nothing in it to read")
    text = decode(raw, str(path))
    if _is_binary(text[:65536]):
        raise DamagedDocument(str(path), "is binary, not text; give it the ending of its format")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode(raw: bytes, name: str) -> str:
    """Bytes as text: UTF-8, UTF-16 with or without its mark, else Windows-1252, which leaves no byte unread."""
    try:
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            return raw.decode("utf-16")
        if wide := _wide(raw[:4096]):
            return raw.decode(wide)
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return raw.decode("cp1252")
        except UnicodeDecodeError:
            raise DamagedDocument(
                name, "is in no encoding that can be read (tried UTF-8, UTF-16, Windows-1252)"
            ) from None


def _wide(sample: bytes) -> str | None:
    """The form of UTF-16 that text without a mark is in: every other byte of most letters is then zero."""
    for encoding, zero, letter in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        if len(sample) > 1 and sample[zero::2].count(0) > 0.4 * len(sample) / 2 and not sample[letter::2].count(0):
            return encoding
    return None
