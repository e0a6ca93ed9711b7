"""Makes the generated pages anew, and what the command lines in all pages print.

    python docs/tools/generate.py

Writes `docs/cli.md`, `docs/ontology.md`, and the printed lines of every `console` block that no longer fit.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from blocks import ROOT, pages, refreshed
from cli_page import cli_page
from ontology_page import ontology_page

GENERATED = {"docs/cli.md": cli_page, "docs/ontology.md": ontology_page}
"""Pages that are made whole, and by what."""


def example_case(folder: Path) -> Path:
    """A store of the example case."""
    import remit

    remit.ingest_papers(ROOT / "examples", store=folder / "case", collection="Ashmere")
    return folder / "case"


def main() -> None:
    """Write what has changed, and name it."""
    for name, make in GENERATED.items():
        _write(ROOT / name, make())
    with tempfile.TemporaryDirectory() as folder:
        case = example_case(Path(folder))
        for at, page in enumerate(pages()):
            desk = Path(folder) / f"desk{at}"
            desk.mkdir()
            _write(page, refreshed(page.read_text(encoding="utf-8"), case, desk))


def _write(path: Path, text: str) -> None:
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{path.relative_to(ROOT)} is written\n")


if __name__ == "__main__":
    main()
