"""Scans: pictures of pages through tesseract, where it is installed.

One block of text a page (`--psm 6`) keeps a name and what stands beside it on one line, and wide gaps stay wide. Invariant: what is read so is
the words of the recognition, which need not be those on the paper.
"""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

from ...errors import DamagedDocument, EmptyDocument, MissingProgram

NAME = "scan"
SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
_HEADS = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_SECONDS = 120
_DPI = 200


def sniff(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a picture."""
    return head.startswith(_HEADS)


def read(path: Path) -> str:
    """The text of a scanned page."""
    text = _recognise(path.read_bytes(), path)
    if not text.strip():
        raise EmptyDocument(str(path), "no text found on the scan")
    return text


def read_page(page: Any, path: Path) -> str:
    """The text of a PDF page that holds only a picture."""
    _program(path)
    image = page.render(scale=_DPI / 72, grayscale=True).to_pil()
    held = io.BytesIO()
    image.save(held, format="PNG")
    return _recognise(held.getvalue(), path)


def _program(path: Path) -> str:
    found = shutil.which("tesseract")
    if not found:
        raise MissingProgram(str(path), "is a scan without text; install tesseract to have it read")
    return found


def _recognise(picture: bytes, path: Path) -> str:
    program = _program(path)
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program found on the path, no shell, the picture on its input
            [program, "-", "-", "--psm", "6", "-l", "eng", "-c", "preserve_interword_spaces=1"],
            input=picture,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
    except subprocess.TimeoutExpired:
        raise DamagedDocument(str(path), f"a page took OCR longer than {_SECONDS} s; scan it again, upright") from None
    except (subprocess.CalledProcessError, OSError):
        raise DamagedDocument(str(path), "tesseract cannot read the picture; scan the page again") from None
    return done.stdout.decode("utf-8", errors="replace").replace("\f", "\n")
