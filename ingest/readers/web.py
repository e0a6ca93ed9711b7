"""HTML: headings, paragraphs, lists and tables of a page, without what the site puts around it.

Invariant: every word of the page's own content is kept, in the order of its source; scripts, styles and navigation
are not content.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...errors import DamagedDocument, EmptyDocument
from .numerals import label
from .rendition import Rendition, cell
from .text import decode

NAME = "HTML"
SUFFIXES = (".html", ".htm", ".xhtml")
_ASIDE = frozenset(
    {"script", "style", "noscript", "template", "head", "nav", "iframe", "svg", "object", "select", "button", "form"}
)
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
     "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
     "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
     "thead", "tr", "ul"}
)  # fmt: skip
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BOLD = frozenset({"b", "strong"})
_DEEPEST = 200


def sniff(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a web page."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:2048].lower()
    return start.startswith((b"<!doctype html", b"<html")) or (
        start.startswith((b"<?xml", b"<!--")) and b"<html" in start
    )


def read(path: Path) -> str:
    """The text of a page.

    Raises DamagedDocument for what is no HTML, EmptyDocument where nothing is printed.
    """
    raw = path.read_bytes()
    if b"\0" in raw[:4096] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DamagedDocument(str(path), "is binary, not HTML; give it the ending of its format")
    text = render(_decoded(raw, str(path)))
    if not text.strip():
        raise EmptyDocument(str(path), "no text on the page")
    return text


def _decoded(raw: bytes, name: str) -> str:
    import re

    declared = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", raw[:4096], re.IGNORECASE)
    if declared:
        try:
            return raw.decode(declared[1].decode("ascii").replace("iso-8859-1", "cp1252"))
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(raw, name)


def render(source: str) -> str:
    """The text of a page's source."""
    from lxml import html

    source = source.removeprefix("\ufeff")
    if source.lstrip().startswith("<?xml"):
        source = source[source.index("?>") + 2 :] if "?>" in source else source
    if not source.strip():
        return ""
    parser = html.HTMLParser(huge_tree=False, recover=True, encoding="utf-8")
    root = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    out = Rendition()
    _Walk(out).blocks(_content(root), 0)
    return out.text()


def _content(root: Any) -> Any:
    """The element that holds the page's own content: its `main`, where most of the words stand in one."""
    body = root.find("body")
    body = root if body is None else body
    for found in root.iter("main", "article"):
        if len("".join(found.itertext())) > 0.4 * len("".join(body.itertext())):
            return found
    return body


class _Walk:
    """Goes through elements and writes their blocks."""

    def __init__(self, out: Rendition) -> None:
        self.out = out

    def blocks(self, element: Any, depth: int) -> None:
        """The blocks of an element's content."""
        if depth > _DEEPEST:
            self.out.paragraph("".join(element.itertext()))
            return
        run = [element.text or ""]
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag and _hidden(child):
                pass
            elif tag and tag not in _ASIDE and (tag in _BLOCKS or _holds_blocks(child)):
                self._flush(run)
                self._block(child, tag, depth)
            elif tag == "br":
                run.append("\n")
            elif tag and tag not in _ASIDE:
                run.append(inline(child))
            run.append(child.tail or "")
        self._flush(run)

    def _flush(self, run: list[str]) -> None:
        self.out.paragraph("".join(run))
        run.clear()

    def _block(self, element: Any, tag: str, depth: int) -> None:
        if tag in _HEADINGS:
            self.out.heading(_HEADINGS[tag], inline(element))
        elif tag in {"ul", "ol"}:
            self.out.end()
            self._list(element, 1)
            self.out.end()
        elif tag == "table":
            self._table(element, depth)
        elif tag == "p" and not _holds_blocks(element):
            words = inline(element, breaks=True)
            self.out.paragraph(f"**{words.strip()}**" if _all_bold(element) and len(words) < 110 else words)
        else:
            self.blocks(element, depth + 1)

    def _list(self, element: Any, level: int) -> None:
        number = _whole(element.get("start"), 1)
        kind = element.get("type", "1")
        for child in element:
            if not isinstance(child.tag, str):
                continue
            if child.tag in {"ul", "ol"} and level < 12:
                self._list(child, level + 1)
                continue
            mark = "-" if element.tag == "ul" else label(_whole(child.get("value"), number), kind) + "."
            number += 1
            inner = [part for part in child if isinstance(part.tag, str) and part.tag in {"ul", "ol"}]
            first = True
            for words in _paragraphs(child):
                if first:
                    self.out.item(mark, words, level)
                else:
                    self.out.paragraph(words)
                first = False
            for part in inner:
                if level < 12:
                    self._list(part, level + 1)

    def _table(self, element: Any, depth: int) -> None:
        rows = [row for row in element.iter("tr") if _table_of(row) is element]
        cells = [[c for c in row if c.tag in {"td", "th"}] for row in rows]
        if max((len(row) for row in cells), default=0) < 2 or any(
            next(c.iter("table"), None) is not None for row in cells for c in row
        ):
            for caption in element.findall("caption"):
                self.out.paragraph(inline(caption))
            for row in cells:
                for held in row:
                    self.blocks(held, depth + 1)
            return
        for caption in element.findall("caption"):
            self.out.paragraph(inline(caption))
        self.out.end()
        reach: dict[int, int] = {}
        for row in cells:
            line: list[str] = []
            for held in row:
                while reach.get(len(line), 0) > 0:
                    reach[len(line)] -= 1
                    line.append("")
                wide, tall = (min(_whole(held.get(name), 1) or 1, 50) for name in ("colspan", "rowspan"))
                for place in range(len(line), len(line) + wide):
                    reach[place] = tall - 1
                line += [cell(list(_cell_parts(held))), *("" for _ in range(wide - 1))]
            for place in range(len(line), max(reach, default=0) + 1):
                reach[place] = max(reach.get(place, 0) - 1, 0)
            self.out.row(line)
        self.out.end()


def _hidden(element: Any) -> bool:
    """Whether the page itself says that an element is not shown."""
    if "hidden" in element.attrib:
        return True
    style = element.get("style", "").replace(" ", "").casefold()
    return "display:none" in style or "visibility:hidden" in style


def _table_of(row: Any) -> Any:
    return next(row.iterancestors("table"), None)


def _holds_blocks(element: Any) -> bool:
    return any(isinstance(child.tag, str) and child.tag in _BLOCKS for child in element.iterdescendants())


def inline(element: Any, *, breaks: bool = False) -> str:
    """The words of an element; with `breaks` its line breaks as such, else as blanks."""
    out = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _ASIDE and not _hidden(child):
            out.append(("\n" if breaks else " ") if child.tag == "br" else inline(child, breaks=breaks))
        out.append(child.tail or "")
    return "".join(out) if breaks else "".join(out).replace("\n", " ")


def _paragraphs(item: Any) -> list[str]:
    """The paragraphs of a list item, lists inside it left out."""
    out: list[str] = []
    run = [item.text or ""]
    for child in item:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag in {"ul", "ol"} or tag in _ASIDE:
            pass
        elif tag in _BLOCKS:
            out.append("".join(run))
            run = []
            out.extend(_paragraphs(child) if _holds_blocks(child) else [inline(child)])
        elif tag:
            run.append(" " if tag == "br" else inline(child))
        run.append(child.tail or "")
    out.append("".join(run))
    return [words for words in out if words.strip()]


def _cell_parts(element: Any) -> list[tuple[bool, str]]:
    """(is an item, words) of what stands in a cell."""
    out: list[tuple[bool, str]] = []
    run = [element.text or ""]
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag in _BLOCKS or tag == "br":
            out.append((False, "".join(run)))
            run = []
        if tag in {"ul", "ol"}:
            out.extend((True, words) for item in child.iter("li") for words in _paragraphs(item))
        elif tag in _BLOCKS:
            out.extend(_cell_parts(child) if _holds_blocks(child) else [(tag == "li", inline(child))])
        elif tag and tag not in _ASIDE and tag != "br":
            run.append(inline(child))
        run.append(child.tail or "")
    out.append((False, "".join(run)))
    return [(item, words) for item, words in out if words.strip()]


def _all_bold(element: Any) -> bool:
    inner = [child for child in element if isinstance(child.tag, str) and child.tag != "br"]
    return (
        bool(inner)
        and not (element.text or "").strip()
        and all(child.tag in _BOLD and not (child.tail or "").strip() for child in inner)
    )


def _whole(value: str | None, default: int) -> int:
    return int(value) if value and value.strip().isdigit() and len(value) < 7 else default
