"""Makes the Word, OpenDocument, web and PDF versions of the example papers from their plain texts.

    python docs/build_examples.py

Writes `examples/03-….docx`, `examples/05-….pdf` and `examples/10-….odt` from the sources in `docs/example-sources/`,
and in `tests/formats/` three papers as text, HTML, DOCX and PDF. Needs python-docx, odfpy and Chromium. The results
are kept in the repository: run it only when a source changes.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "docs" / "example-sources"
EXAMPLES = ROOT / "examples"
MARK = re.compile(r"^\s*(?:\(?[a-z]{1,3}\)|\(?[ivx]+\)|\d{1,2}(?:\.\d+)*\.?)\s+\S")


@dataclass
class Part:
    """A paragraph, a heading, or a table of cells that hold paragraphs; `bulleted` paragraphs make a list."""

    kind: str
    text: str = ""
    rows: tuple[tuple[tuple[str, ...], ...], ...] = ()


def cell(text: str) -> tuple[str, ...]:
    """The paragraphs of a cell that is marked up as `<p>…</p>` or a list."""
    parts = re.split(r"</?(?:p|li|ul)>", text)
    return tuple(part.strip() for part in parts if part.strip())


def parts(text: str) -> list[Part]:
    """The parts of a plain paper, in order."""
    out: list[Part] = []
    for group in re.split(r"\n\s*\n", text.strip("\n")):
        lines = group.split("\n")
        if all("\t" in line for line in lines):
            out.append(Part("table", rows=tuple(tuple(cell(c) for c in line.split("\t")) for line in lines)))
        elif all(re.search(r"\S {2,}\S", line) and not MARK.match(line) for line in lines):
            out.append(
                Part(
                    "table",
                    rows=tuple(
                        tuple((c.strip(),) for c in re.split(r" {2,}", line.strip(), maxsplit=1)) for line in lines
                    ),
                )
            )
        else:
            out.extend(paragraphs(lines))
    return out


def paragraphs(lines: list[str]) -> list[Part]:
    """Headings and paragraphs of a group of lines; a line with a mark begins a new one."""
    found: list[str] = []
    for line in lines:
        if found and not MARK.match(line):
            found[-1] += " " + line.strip()
        else:
            found.append(line.strip())
    kinds = ["heading" if len(t) < 90 and t == t.upper() and re.search("[A-Z]{3}", t) else "paragraph" for t in found]
    return [Part(kind, text) for kind, text in zip(kinds, found, strict=True)]


def as_html(title: str, found: list[Part]) -> str:
    """A web page of the parts."""
    out = [f'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{html.escape(title)}</title>']
    out.append(
        "<style>body{font:11pt serif} table{border-collapse:collapse} td{border:1px solid #444;padding:3px 6px;vertical-align:top}</style></head>\n<body>"
    )
    for part in found:
        if part.kind == "table":
            rows = "".join(
                "<tr>" + "".join(f"<td>{''.join(f'<p>{html.escape(p)}</p>' for p in c)}</td>" for c in row) + "</tr>\n"
                for row in part.rows
            )
            out.append(f"<table>\n{rows}</table>")
        else:
            tag = "h2" if part.kind == "heading" else "p"
            out.append(f"<{tag}>{html.escape(part.text)}</{tag}>")
    return "\n".join([*out, "</body>\n</html>\n"])


def write_docx(path: Path, found: list[Part]) -> None:
    """A Word file of the parts."""
    import docx

    paper = docx.Document()
    for part in found:
        if part.kind == "table":
            table = paper.add_table(rows=0, cols=max(len(row) for row in part.rows))
            table.style = "Table Grid"
            for row in part.rows:
                for place, content in zip(table.add_row().cells, row, strict=False):
                    place.text = content[0] if content else ""
                    for more in content[1:]:
                        place.add_paragraph(more)
        elif part.kind == "heading":
            paper.add_heading(part.text, level=2)
        else:
            paper.add_paragraph(part.text)
    paper.save(str(path))


def write_odt(path: Path, found: list[Part]) -> None:
    """An OpenDocument text of the parts (without tables)."""
    from odf.opendocument import OpenDocumentText
    from odf.text import H, P

    paper = OpenDocumentText()
    for part in found:
        paper.text.addElement(H(outlinelevel=2, text=part.text) if part.kind == "heading" else P(text=part.text))
    paper.save(str(path))


def write_pdf(path: Path, page: str) -> None:
    """A PDF of a web page, printed by Chromium."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        source.write_text(page, encoding="utf-8")
        flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--no-pdf-header-footer",
        ]
        subprocess.run(
            [chromium, *flags, f"--user-data-dir={folder}/profile", f"--print-to-pdf={path}", source.as_uri()],
            check=True,
            capture_output=True,
        )


def main() -> None:
    """Write them all."""
    (ROOT / "tests" / "formats").mkdir(exist_ok=True)
    for source in sorted(SOURCES.glob("*.txt")):
        found = parts(source.read_text(encoding="utf-8"))
        page = as_html(source.stem, found)
        if source.stem.startswith("03"):
            write_docx(EXAMPLES / f"{source.stem}.docx", found)
        if source.stem.startswith("05"):
            write_pdf(EXAMPLES / f"{source.stem}.pdf", page)
        else:
            shutil.copy(source, ROOT / "tests" / "formats" / source.name)
            (ROOT / "tests" / "formats" / f"{source.stem}.html").write_text(page, encoding="utf-8")
            write_docx(ROOT / "tests" / "formats" / f"{source.stem}.docx", found)
            write_pdf(ROOT / "tests" / "formats" / f"{source.stem}.pdf", page)
        if source.stem.startswith("10"):
            write_odt(EXAMPLES / f"{source.stem}.odt", found)


if __name__ == "__main__":
    main()
