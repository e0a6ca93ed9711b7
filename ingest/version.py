"""Which rules read a document: a mark that changes with any of them, so that a store knows what to read again.

Invariant: the same rules and vocabularies give the same mark, wherever they are installed.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

_RULES = (".py", ".txt")


@cache
def version() -> str:
    """The mark of the installed rules: twelve hexadecimal digits over all modules and vocabularies of this package."""
    top = Path(__file__).resolve().parent
    found = sha256()
    for path in sorted(top.rglob("*"), key=lambda p: p.relative_to(top).as_posix()):
        if path.suffix in _RULES and path.is_file():
            text = path.read_bytes().replace(b"\r\n", b"\n")
            found.update(f"{path.relative_to(top).as_posix()} {len(text)}\n".encode())
            found.update(text)
    return found.hexdigest()[:12]
