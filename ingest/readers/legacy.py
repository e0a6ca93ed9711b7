"""Formats of old word processors: converted by LibreOffice, where it is installed, then read as Word documents.

Invariant: nothing is left behind; the conversion has a folder and a profile of its own.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from ...errors import DamagedDocument, MissingProgram
from . import docx, sheets, web

NAME = "legacy"
SUFFIXES = (".doc", ".rtf", ".wpd")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the files of old Office programs begin, and encrypted ones of new."""
_HEADS = (OLE, b"{\\rtf", b"\xffWPC")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SECONDS = 180


def sniff(head: bytes) -> bool:
    """Whether a file that begins with these bytes is of such a format."""
    return head.startswith(_HEADS)


def is_encrypted(path: Path, head: bytes) -> bool:
    """Whether a file that begins so is a document of a new Office program under a password."""
    return head.startswith(OLE) and _ENCRYPTED in path.read_bytes()


def read(path: Path) -> str:
    """The text of such a document.

    Raises MissingProgram where LibreOffice is not installed. What only bears the ending of an old format (a Word
    document or a web page saved as `.doc`) is read as what it is.
    """
    with path.open("rb") as file:
        head = file.read(4096)
    if head.startswith(b"PK"):
        return sheets.read(path) if sheets.sniff(head) else docx.read(path)
    if is_encrypted(path, head):
        raise DamagedDocument(str(path), "is encrypted; save it without a password")
    if web.sniff(head):
        return web.read(path)
    if not sniff(head):
        raise DamagedDocument(str(path), f"is no {path.suffix} document; get a whole copy of it")
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        raise MissingProgram(str(path), "needs LibreOffice to be read; install it, or save the document as .docx")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        source = place / ("document" + path.suffix.casefold())
        shutil.copyfile(path, source)
        try:
            subprocess.run(  # noqa: S603 - a fixed program found on the path, no shell, names of our own
                [
                    program,
                    f"-env:UserInstallation={(place / 'profile').as_uri()}",
                    "--headless",
                    "--convert-to",
                    "docx",
                    "--outdir",
                    str(place / "out"),
                    str(source),
                ],
                capture_output=True,
                timeout=_SECONDS,
                check=True,
            )
        except subprocess.TimeoutExpired:
            raise DamagedDocument(str(path), f"LibreOffice took longer than {_SECONDS} s to convert it") from None
        except (subprocess.CalledProcessError, OSError):
            raise DamagedDocument(
                str(path), "LibreOffice cannot convert it; it may be damaged or under a password"
            ) from None
        converted = place / "out" / "document.docx"
        if not converted.is_file():
            raise DamagedDocument(str(path), "LibreOffice cannot convert it; it may be damaged or under a password")
        return docx.read(converted, str(path))
