"""Marks of attendance in columns beside a name (`P  P  A  S`), one a meeting, the last of them this one's.

Invariant: a mark means absence only where the document says what the letter stands for.
"""

from __future__ import annotations

import re

from .document import Document, Text

_MARKS = re.compile(r"(?:[ \t]{2,}[A-Za-z\u2713\u2714/])+[ \t]*$")
_AWAY = r"\b{}\s*(?:-|=|:|\u2013|\u2014)\s*(?:absen|sanction|apolog|not\s+present|did\s+not|leave|away|sick)"
_FEWEST = 2


def marked_away(document: Document, entry: Text) -> bool:
    """Whether the columns beside a name end in a letter that the document explains as an absence."""
    start, end = entry.span()
    stop = document.text.find("\n", end)
    found = _MARKS.search(document.text[start : stop if stop >= 0 else len(document.text)].rstrip())
    marks = found[0].split() if found else []
    if len(marks) < _FEWEST or not marks[-1].isalpha():
        return False
    return re.search(_AWAY.format(re.escape(marks[-1])), document.text, re.IGNORECASE) is not None
