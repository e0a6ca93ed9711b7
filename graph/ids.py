"""Identifiers: addresses made from what they name, the same on every machine and in every order of reading.

Invariant: a path is made from a base, a kind and the names in it, percent-encoded; nothing is counted, drawn or timed.
"""

from __future__ import annotations

import re

BASE = "urn:remit:"
"""The base address of a store that is given none."""


_LONGEST = 120


def segment(text: str) -> str:
    """Text as one part of a path: percent-encoded, no slash in it."""
    import unicodedata
    from urllib.parse import quote

    return quote(unicodedata.normalize("NFC", text), safe="-._~", errors="surrogatepass")


def slug(name: str) -> str:
    """A name as the last part of an identifier: lower case, words joined by hyphens; letters of any script stay."""
    import unicodedata

    plain = unicodedata.normalize("NFKC", name).casefold().replace("'", "").replace("’", "")
    words = re.sub(r"[^\w]+", "-", plain).strip("-_")
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST]}-{digest(words)}"
    return segment(words) or digest(name)


def digest(*parts: str) -> str:
    """Twelve hexadecimal characters that stand for the parts."""
    import hashlib

    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def document_id(base: str, collection: str, path: str) -> str:
    """The address of a document, and of its graph."""
    return f"{base}document/{segment(collection)}/" + "/".join(segment(part) for part in path.split("/"))


def entity_id(base: str, kind: str, collection: str, name: str) -> str:
    """The address of a body, person, post … by its kind and its smallest mention."""
    return f"{base}{kind}/{segment(collection)}/{slug(name)}"


def relation_id(base: str, kind: str, *parts: str) -> str:
    """The address of a relation by what defines it."""
    return f"{base}{kind}/{digest(*parts)}"
