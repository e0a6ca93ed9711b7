"""Word documents: paragraphs with the numbers that Word computes for them, headings by style, tables in place.

Deleted text of tracked changes is left out, inserted text kept, and so are moves; hidden text and headers and footers are
set aside; a text box stands before the paragraph that holds it, footnotes and endnotes stand at the end. Invariant: the
numbers written are those that Word shows, and every word that Word shows in the body is kept in order.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...errors import DamagedDocument, EmptyDocument
from .docx_numbers import Numbers
from .rendition import Rendition, cell

NAME = "Word"
SUFFIXES = (".docx", ".docm")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ASIDE = {
    _W + "del",
    _W + "moveFrom",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
"""What is no longer in the paper, and what older programs are shown instead of what stands beside it."""
_BOX = _W + "txbxContent"
_HEADING = re.compile(r"^heading\s*(\d)", re.IGNORECASE)


def sniff(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a Word document."""
    return head.startswith(b"PK") and b"word/" in head


def read(path: Path, name: str | None = None) -> str:
    """The text of a Word document.

    Raises DamagedDocument for a broken or encrypted one, EmptyDocument where nothing is printed.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    shown = name or str(path)
    with path.open("rb") as file:
        if file.read(4) == b"\xd0\xcf\x11\xe0":
            raise DamagedDocument(shown, "is encrypted; save it without a password")
    try:
        document = docx.Document(str(path))
        text = _Walk(document).text()
    except (
        PackageNotFoundError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        OSError,
        SyntaxError,
        AttributeError,
        EOFError,
    ):
        raise DamagedDocument(shown, "is a broken Word document; get a whole copy of it") from None
    if not text.strip():
        raise EmptyDocument(shown, "no text in it")
    return text


class _Walk:
    """Goes through the body and writes its blocks."""

    def __init__(self, document: Any) -> None:
        self.body = document.element.body
        self.package = document.part.package
        self.out = Rendition()
        self.numbers = Numbers(document)
        self.styles = {
            style.style_id: (style.name or "")
            for style in document.styles
            if getattr(style, "style_id", None) and style.type is not None
        }

    def text(self) -> str:
        """The whole text."""
        for element in _children(self.body):
            if element.tag == _W + "p":
                self._paragraph(element)
            else:
                self._table(element)
        for element in _notes(self.package):
            self.out.paragraph(paragraph_text(element))
        return self.out.text()

    def _paragraph(self, element: Any) -> None:
        for box in _boxes(element):
            for inner in _children(box):
                if inner.tag == _W + "p":
                    self._paragraph(inner)
                else:
                    self._table(inner)
        words = paragraph_text(element)
        style = self._style(element)
        level = _HEADING.match(style)
        number, depth = self.numbers.of(element)
        if not words.strip():
            if "\f" in words:
                self.out.page()
            return
        if level or style.casefold() == "title":
            self.out.heading(int(level[1]) if level else 1, f"{number} {words}" if number and number != "•" else words)
        elif number and number != "•" and len(words) < 110 and "\n" not in words and _bold(element):
            self.out.paragraph(f"**{number} {words.strip()}**")
        elif number:
            if number != "•" and not depth:
                self.out.end()
            self.out.item(number, words.replace("\n", " "), depth + 1)
        elif "list bullet" in style.casefold():
            self.out.item("•", words.replace("\n", " "), _whole(style[-1:]))
        elif len(words) < 110 and "\n" not in words and "\t" not in words and _bold(element):
            self.out.paragraph(f"**{words.strip()}**")
        elif "\t" in words.strip():
            for line in words.split("\n"):
                self.out.row(_tabbed(line))
        else:
            self.out.paragraph(words)

    def _style(self, element: Any) -> str:
        found = element.find(f"{_W}pPr/{_W}pStyle")
        return self.styles.get(found.get(_W + "val"), "") if found is not None else ""

    def _table(self, element: Any) -> None:
        rows = [list(_children(row, "tc")) for row in _children(element, "tr")]
        if max((len(row) for row in rows), default=0) < 2:
            for row in rows:
                for held in row:
                    for inner in _children(held):
                        if inner.tag == _W + "p":
                            self._paragraph(inner)
                        else:
                            self._table(inner)
            return
        self.out.end()
        for row in rows:
            line: list[str] = []
            for held in row:
                merged = held.find(f"{_W}tcPr/{_W}vMerge")
                goes_on = merged is not None and merged.get(_W + "val") != "restart"
                line.append("" if goes_on else cell(self._parts(held)))
                span = held.find(f"{_W}tcPr/{_W}gridSpan")
                line.extend("" for _ in range((_whole(span.get(_W + "val")) if span is not None else 1) - 1))
            self.out.row(line)
        self.out.end()

    def _parts(self, held: Any) -> list[tuple[bool, str]]:
        out: list[tuple[bool, str]] = []
        for element in held.iter(_W + "p"):
            words = paragraph_text(element).replace("\t", " ")
            number, _depth = self.numbers.of(element) if words.strip() else ("", 0)
            out.extend(
                (bool(number), f"{number} {part}" if number and number != "•" else part) for part in words.split("\n")
            )
        return out


def _children(element: Any, *kinds: str) -> Iterator[Any]:
    """The paragraphs and tables (or rows, cells) of an element, those in content controls among them."""
    wanted = {_W + kind for kind in kinds or ("p", "tbl")}
    for child in element:
        if child.tag in wanted:
            yield child
        elif child.tag in {_W + "sdt", _W + "sdtContent", _W + "ins", _W + "moveTo", _W + "customXml", _W + "smartTag"}:
            yield from _children(child, *kinds)


def _boxes(element: Any) -> Iterator[Any]:
    """The contents of the text boxes in a paragraph, each once: Word keeps a box a second time for older programs."""
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag not in _ASIDE:
            yield from _boxes(child)


def _notes(package: Any) -> Iterator[Any]:
    """The paragraphs of footnotes, then of endnotes."""
    from docx.oxml import parse_xml

    for kind in ("footnote", "endnote"):
        for part in package.iter_parts():
            if str(part.partname).endswith(f"/{kind}s.xml"):
                for note in parse_xml(part.blob).iter(_W + kind):
                    if note.get(_W + "type") in {None, "normal"}:
                        yield from note.iter(_W + "p")


def paragraph_text(element: Any) -> str:
    """The words of a paragraph as they are shown; tabs, line breaks and page breaks (form feeds) as such."""
    out: list[str] = []
    _collect(element, out)
    return "".join(out)


def _collect(element: Any, out: list[str]) -> None:
    """Add what an element shows to `out`."""
    for node in element:
        if node.tag in _ASIDE or node.tag == _BOX:
            continue
        if node.tag == _W + "r":
            if not _on(node.find(f"{_W}rPr/{_W}vanish")):
                _collect(node, out)
        elif node.tag == _W + "t":
            out.append(node.text or "")
        elif node.tag == _W + "tab" and element.tag == _W + "r":
            out.append("\t")
        elif node.tag == _W + "br":
            out.append("\f" if node.get(_W + "type") == "page" else "\n")
        elif node.tag == _W + "cr":
            out.append("\n")
        elif node.tag == _W + "lastRenderedPageBreak":
            out.append("\f")
        elif node.tag == _W + "noBreakHyphen":
            out.append("-")
        else:
            _collect(node, out)


def _tabbed(line: str) -> list[str]:
    """The cells of a line that is set out with tabs; a tab before the first word is no cell."""
    return [cell([(False, part)]) for part in re.split(r"\t+", line.strip("\t"))]


def _bold(element: Any) -> bool:
    """Whether all words of a paragraph are set in bold."""
    runs = [run for run in element.iter(_W + "r") if "".join(t.text or "" for t in run.iter(_W + "t")).strip()]
    return bool(runs) and all(_on(run.find(f"{_W}rPr/{_W}b")) for run in runs)


def _on(flag: Any) -> bool:
    return flag is not None and flag.get(_W + "val") not in {"0", "false", "off"}


def _whole(value: str | None) -> int:
    return min(int(value), 60) if value and value.isdigit() and len(value) < 4 else 1
