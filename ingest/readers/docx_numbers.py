"""The numbers that Word computes for paragraphs: from the numbering part and the styles that refer to it.

Invariant: a counter belongs to its abstract list, restarts under a higher level, and starts where its level says.
"""

from __future__ import annotations

import re
from typing import Any

from .numerals import label

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KINDS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}


class Numbers:
    """The counters of one document; asked once for each paragraph, in order."""

    def __init__(self, document: Any) -> None:
        self.levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self.lists: dict[str, tuple[str, dict[int, int]]] = {}
        self.counts: dict[str, dict[int, int]] = {}
        self.started: set[tuple[str, int]] = set()
        self.styles: dict[str, tuple[str, int]] = {}
        part = next((p for p in document.part.package.iter_parts() if str(p.partname).endswith("/numbering.xml")), None)
        root = getattr(part, "element", None)
        if root is None:
            return
        for abstract in root.iter(_W + "abstractNum"):
            self.levels[abstract.get(_W + "abstractNumId")] = {
                int(level.get(_W + "ilvl")): (
                    _val(level, "numFmt", "decimal"),
                    _val(level, "lvlText", ""),
                    _int(_val(level, "start", "1")),
                )
                for level in abstract.iter(_W + "lvl")
            }
        for number in root.iter(_W + "num"):
            starts = {
                int(o.get(_W + "ilvl")): _int(_val(o, "startOverride", "1"))
                for o in number.iter(_W + "lvlOverride")
                if o.find(_W + "startOverride") is not None
            }
            self.lists[number.get(_W + "numId")] = (_val(number, "abstractNumId", ""), starts)
        for style in document.styles.element.iter(_W + "style"):
            found = style.find(f"{_W}pPr/{_W}numPr")
            if found is not None and (key := _val(found, "numId", "")):
                self.styles[style.get(_W + "styleId")] = (key, _int(_val(found, "ilvl", "0")))

    def of(self, paragraph: Any) -> tuple[str, int]:
        """(the mark that Word shows before a paragraph, `•` for a bullet, empty for none; its depth from 0)."""
        found = paragraph.find(f"{_W}pPr/{_W}numPr")
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        key, level = self.styles.get(style.get(_W + "val"), ("", 0)) if style is not None else ("", 0)
        if found is not None:
            key, level = _val(found, "numId", key), _int(_val(found, "ilvl", str(level)))
        if key not in self.lists:
            return "", 0
        abstract, starts = self.lists[key]
        levels = self.levels.get(abstract, {})
        if level not in levels or levels[level][0] == "none":
            return "", 0
        if levels[level][0] == "bullet":
            return "•", level
        counts = self.counts.setdefault(abstract, {})
        if level in starts and (key, level) not in self.started:
            self.started.add((key, level))
            counts[level] = starts[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else levels[level][2]
        for deeper in [k for k in counts if k > level]:
            del counts[deeper]
        mark = re.sub(r"%(\d)", lambda m: self._shown(levels, counts, int(m[1]) - 1), levels[level][1])
        return mark.strip(), level

    @staticmethod
    def _shown(levels: dict[int, tuple[str, str, int]], counts: dict[int, int], level: int) -> str:
        form, _text, start = levels.get(level, ("decimal", "", 1))
        return label(counts.get(level, start), _KINDS.get(form, "1"))


def _val(element: Any, tag: str, default: str) -> str:
    found = element.find(_W + tag)
    value = found.get(_W + "val") if found is not None else None
    return str(value) if value is not None else default


def _int(value: str) -> int:
    return int(value) if value.isdigit() and len(value) < 7 else 0
