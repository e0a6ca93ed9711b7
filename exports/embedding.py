"""Putting data and scripts into one page that asks for nothing and runs nothing but what is ours.

Invariant: data goes in as JSON without a character that means anything in HTML; the content policy names the hashes of
the trusted scripts and styles, computed before any data is inserted, and allows nothing else.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

_UNSAFE = {char: f"\\u{ord(char):04x}" for char in "<>&\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"}
_TABLE = str.maketrans(_UNSAFE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_IMPORT = re.compile(r"^import [^;]+;\n", re.MULTILINE | re.DOTALL)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|let|class)", re.MULTILINE)


def data_text(value: Any) -> str:
    """A value as JSON that can stand inside any element of a page."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text).translate(_TABLE)


def packed(text: str) -> str:
    """A text compressed, in letters that can stand inside any element; the same bytes at any time of day."""
    return base64.b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode()


def source_hash(source: str) -> str:
    """A script or style as a content policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def policy(scripts: Iterable[str], styles: Iterable[str], *, inline_styles: bool = False) -> str:
    """The content policy of a page with these scripts and styles."""
    style = "'unsafe-inline'" if inline_styles else " ".join(source_hash(style) for style in styles)
    allowed = " ".join(source_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {style}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def asset(name: str) -> str:
    """One of our own files in `assets/`."""
    return files(__package__ or "").joinpath("assets", name).read_text(encoding="utf-8")


def template(name: str) -> str:
    """One of our own pages in `templates/`."""
    return files(__package__ or "").joinpath("templates", name).read_text(encoding="utf-8")


def module(names: Iterable[str]) -> str:
    """Our ES modules as one: the files in order, without their imports and exports, which name one another only."""
    parts = []
    for name in names:
        source = _EXPORT.sub("", _IMPORT.sub("", asset(name)))
        parts.append(f"// {name}\n{source.strip()}\n")
    return "'use strict';\n" + "\n".join(parts)


def filled(page: str, values: dict[str, str]) -> str:
    """A page with its marks `{{name}}` filled; values are not looked at again."""
    return re.sub(r"\{\{(\w+)\}\}", lambda mark: values[mark[1]], page)
