"""Formats of old word processors: converted by LibreOffice, where it is installed, then read as Word documents.

Invariant: nothing is left behind; the conversion has a folder and a profile of its own.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from ...errors import DamagedDocument, MissingProgram
from . import docx, web

NAME = "legacy"
SUFFIXES = (".doc", ".rtf", ".wpd")
_HEADS = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf", b"\xffWPC")
_SECONDS = 180


def sniff(head: bytes) -> bool:
    """Whether a file that begins with these bytes is of such a format."""
    return head.startswith(_HEADS)


def read(path: Path) -> str:
    """The text of such a document.

    Raises MissingProgram where LibreOffice is not installed. What only bears the ending of an old format (a Word
    document or a web page saved as `.doc`) is read as what it is.
    """
    with path.open("rb") as file:
        head = file.read(4096)
    if head.startswith(b"PK"):
        return docx.read(path)
    if web.sniff(head):
        return web.read(path)
    if not sniff(head):
        raise DamagedDocument(str(path), f"is no {path.suffix} document")
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
            raise DamagedDocument(str(path), "LibreOffice cannot convert it") from None
        converted = place / "out" / "document.docx"
        if not converted.is_file():
            raise DamagedDocument(str(path), "LibreOffice cannot convert it")
        return docx.read(converted, str(path))
