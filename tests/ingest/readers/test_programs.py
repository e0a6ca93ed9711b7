"""What other programs read for us, where they are installed: scans by tesseract, old Word files by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from remit.graph.facts import Attendance
from remit.ingest.pipeline import extract

FORMATS = Path(__file__).resolve().parents[2] / "formats"
MINUTES = FORMATS / "04-board-minutes-2023-10-11"
pytestmark = pytest.mark.slow


def people(path: Path) -> set[str]:
    """Who is on the roll of a paper."""
    return {fact.person for fact in extract(path).facts if isinstance(fact, Attendance)}


@pytest.mark.skipif(not shutil.which("tesseract"), reason="no tesseract on this machine")
def test_a_scan_is_read(tmp_path):
    """Pages that are pictures give most of the people on the roll, and every quote stands in what was recognised."""
    import pypdfium2

    document = pypdfium2.PdfDocument(MINUTES.with_suffix(".pdf"))
    pages = [page.render(scale=200 / 72).to_pil().convert("L") for page in document]
    scan = tmp_path / "scan.pdf"
    pages[0].save(scan, save_all=True, append_images=pages[1:], resolution=200)
    found = extract(scan)
    assert all(f.evidence.quote == found.document.text[f.evidence.start : f.evidence.end] for f in found.facts)
    assert len(people(scan) & people(MINUTES.with_suffix(".txt"))) >= 4


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice on this machine")
def test_an_old_word_file_is_read(tmp_path):
    """The minutes saved as .doc name the people that the .docx names."""
    call = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "doc:MS Word 97",
    ]
    subprocess.run(
        [*call, "--outdir", str(tmp_path), str(MINUTES.with_suffix(".docx"))], check=True, capture_output=True
    )
    assert people(tmp_path / f"{MINUTES.name}.doc") == people(MINUTES.with_suffix(".docx"))
