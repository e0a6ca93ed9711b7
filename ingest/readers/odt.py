"""OpenDocument texts and spreadsheets: headings, paragraphs, lists and tables from the zip's XML.

Deleted text of tracked changes is left out; notes stand at the end. Invariant: every word of the body is kept in order.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...errors import DamagedDocument, EmptyDocument
from .numerals import label
from .rendition import Rendition, cell

NAME = "OpenDocument"
SUFFIXES = (".odt", ".fodt", ".ods", ".fods", ".ott")
_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_B = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_S = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_MOST = 200_000_000
_KINDS = (b"application/vnd.oasis.opendocument.text", b"application/vnd.oasis.opendocument.spreadsheet")
_ASIDE = {_T + "tracked-changes", _T + "note", _O + "annotation", _T + "sequence-decls", _O + "forms"}
_PLAIN = {_T + "section", _T + "table-of-content-body"}


def sniff(head: bytes) -> bool:
    """Whether a file that begins with these bytes is an OpenDocument text."""
    return head.startswith(b"PK") and any(kind in head for kind in _KINDS)


def read(path: Path) -> str:
    """The text of an OpenDocument text.

    Raises DamagedDocument for a broken or encrypted one, EmptyDocument where nothing is printed.
    """
    from lxml import etree

    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        flat = path.suffix.casefold() in {".fodt", ".fods"}
        root = etree.fromstring(path.read_bytes() if flat else _part(path, "content.xml"), parser)
        styles = root if flat else etree.fromstring(_part(path, "styles.xml"), parser)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, OSError, RuntimeError, EOFError, ValueError):
        raise DamagedDocument(
            str(path), "is a broken or encrypted OpenDocument text; save it again, without a password"
        ) from None
    walk = _Walk(styles, root)
    if (body := root.find(f"{_O}body/{_O}text")) is not None:
        walk.blocks(body)
        for note in body.iter(_T + "note-body"):
            walk.blocks(note)
    elif (book := root.find(f"{_O}body/{_O}spreadsheet")) is not None:
        walk.sheets(book)
    text = walk.out.text()
    if not text.strip():
        raise EmptyDocument(str(path), "no text in it")
    return text


def _part(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as file:
        if name not in file.namelist() and name != "content.xml":
            return b"<none/>"
        if file.getinfo(name).file_size > _MOST:
            raise ValueError
        return file.read(name)


class _Walk:
    """Goes through the body and writes its blocks."""

    def __init__(self, *roots: Any) -> None:
        self.out = Rendition()
        self.lists: dict[str, dict[int, tuple[str, str, str]]] = {}
        for style in (style for root in roots for style in root.iter(_T + "list-style")):
            self.lists[style.get(_S + "name", "")] = {
                int(level.get(_T + "level", "1")): (
                    level.get(_S + "num-format", "") if level.tag == _T + "list-level-style-number" else "•",
                    level.get(_S + "num-prefix", ""),
                    level.get(_S + "num-suffix", ""),
                )
                for level in style
                if level.tag in {_T + "list-level-style-number", _T + "list-level-style-bullet"}
            }

    def blocks(self, element: Any) -> None:
        """The blocks of an element's content."""
        for child in element:
            if child.tag == _T + "h":
                self.out.heading(int(child.get(_T + "outline-level", "1")), words_of(child))
            elif child.tag == _T + "p":
                self._paragraph(words_of(child))
            elif child.tag == _T + "list":
                self.out.end()
                self._list(child, 1, "")
                self.out.end()
            elif child.tag == _B + "table":
                self._table(child)
            elif child.tag == _T + "soft-page-break":
                self.out.page()
            elif child.tag not in _ASIDE and isinstance(child.tag, str):
                self.blocks(child)

    def sheets(self, book: Any) -> None:
        """The sheets of a spreadsheet, each under its name, each row on the line of its number."""
        for sheet in book.iter(_B + "table"):
            self.out.heading(1, sheet.get(_B + "name", ""))
            blank = 0
            for row in sheet.iter(_B + "table-row"):
                filled = self.out.row([cell(list(_parts(held))) for held in _cells(row)], after=blank)
                again = row.get(_B + "number-rows-repeated", "1")
                blank = (0 if filled else blank + 1) + (int(again) - 1 if again.isdecimal() else 0)
            self.out.end()

    def _paragraph(self, words: str) -> None:
        if "\t" in words.strip():
            for line in words.split("\n"):
                self.out.row([cell([(False, part)]) for part in line.strip("\t").split("\t")])
        else:
            self.out.paragraph(words)

    def _list(self, element: Any, level: int, style: str) -> None:
        style = element.get(_T + "style-name", style)
        form, before, after = self.lists.get(style, {}).get(level, ("•", "", ""))
        number = 0
        for item in element:
            if item.tag not in {_T + "list-item", _T + "list-header"}:
                continue
            number = int(item.get(_T + "start-value", number + 1))
            mark = "•" if form in {"•", ""} else f"{before}{label(number, form)}{after or '.'}"
            first = True
            for child in item:
                if child.tag == _T + "list" and level < 12:
                    self._list(child, level + 1, style)
                elif child.tag in {_T + "p", _T + "h"} and (words := words_of(child)).strip():
                    if first:
                        self.out.item(mark, words.replace("\n", " "), level)
                    else:
                        self.out.paragraph(words)
                    first = False

    def _table(self, element: Any) -> None:
        own = (row for row in element.iter(_B + "table-row") if next(row.iterancestors(_B + "table"), None) is element)
        rows = [list(_cells(row)) for row in own]
        if max((len(row) for row in rows), default=0) < 2:
            for row in rows:
                for held in row:
                    self.blocks(held)
            return
        self.out.end()
        for row in rows:
            self.out.row([cell(list(_parts(held))) for held in row])
        self.out.end()


def _cells(row: Any) -> Iterator[Any]:
    for held in row:
        if held.tag in {_B + "table-cell", _B + "covered-table-cell"}:
            repeat = held.get(_B + "number-columns-repeated", "1")
            for _ in range(min(int(repeat) if repeat.isdigit() else 1, 50)):
                yield held


def _parts(held: Any) -> Iterator[tuple[bool, str]]:
    for element in held.iter(_T + "p", _T + "h"):
        listed = element.getparent().tag == _T + "list-item"
        yield from ((listed, part.replace("\t", " ")) for part in words_of(element).split("\n"))


def words_of(element: Any) -> str:
    """The words of a paragraph; tabs, line breaks and page breaks (form feeds) as such, notes left out."""
    out = [element.text or ""]
    for child in element:
        if child.tag == _T + "s":
            out.append(" ")
        elif child.tag == _T + "tab":
            out.append("\t")
        elif child.tag == _T + "line-break":
            out.append("\n")
        elif child.tag == _T + "soft-page-break":
            out.append("\f")
        elif isinstance(child.tag, str) and child.tag not in _ASIDE:
            out.append(words_of(child))
        out.append(child.tail or "")
    return "".join(out)
