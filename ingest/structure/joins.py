"""Whether a line without a mark goes on with the block before it, across a line end or a blank line.

Invariant: only the last printed line of the block, the form of the new line and the gap between them decide.
"""

from __future__ import annotations

import re
from typing import Protocol

from .lines import Line
from .marks import Mark
from .titles import is_labelled

OPEN_END = re.compile(
    r"(?:[,\-(]|\b(?:and|or|of|the|to|in|for|by|with|a|an|on|at|from|that|as|its|their|which|be|is|are|was|were|under|section))$"
)
_TITLE_END = re.compile(r"\b(?:the|of|and|for|a|an|to|by)\s+(?:[A-Z][\w'’&-]+\s+)*[A-Z][\w'’&-]+$")
_LABEL = re.compile(
    r"(?:RESOLVED|AGREED|ACTIONS?|DECISIONS?|NOTED|RECOMMENDATIONS?)\b(?:\s*[:-].*)?$|RESOLVED\s+(?:that|to|unanimously)\b"
    r"|(?:RESOLVED|AGREED|ACTION|DECISION|Resolved|Agreed|Action|Decision)(?:\s+(?:by|for|on|point|no\.?))?(?:\s+[\w/.-]{1,8})?\s*[:-]\s"
)
_SIGNED = re.compile(r"signed\s+(?:by|for|on\s+behalf)\b|signed\s*:", re.IGNORECASE)
TERMINAL = re.compile(r"[.;:?!]['\")]?$")
_WRAPPED = 60
"""Characters of a line that may have been wrapped inside a name."""
_GAPPED = re.compile(r"\S {3,}\S|\S\t+\S")


class Opened(Protocol):
    """What of the block before counts."""

    mark: Mark | None
    indent: int


def goes_on(before: Opened, last: str, line: Line, words: str, *, gap: bool, titled: bool) -> bool:
    """Whether a line (`words` its clean text) goes on with a block whose last line as printed is `last`.

    `gap` says that a blank line stands between; `titled` that the line has the form of a title.
    """
    if _LABEL.match(words) or is_labelled(words) or _SIGNED.match(words):
        return False
    if line.loose and not gap and words[:1].isupper() and not OPEN_END.search(last):
        return False
    ended = bool(TERMINAL.search(last))
    first = words[:1]
    if gap:
        if ended or _GAPPED.search(line.text.clean.strip()):
            return False
        if len(last) <= 25 or _SIGNED.match(last.lstrip()):
            return False
        if (first.islower() or first == "(") or OPEN_END.search(last):
            return True
        return not titled and len(last.strip()) >= _WRAPPED and bool(_TITLE_END.search(last))
    bullet = before.mark is not None and before.mark.form == "bullet"
    if bullet and first.isupper() and line.indent <= before.indent and len(last.strip()) < _WRAPPED:
        return bool(OPEN_END.search(last))
    if _GAPPED.search(line.text.clean.strip()) and not before.mark:
        return False
    if before.mark and line.indent + 2 < before.indent and ended:
        return False
    if (
        before.mark
        and before.mark.form in {"bullet", "lost"}
        and ended
        and line.indent <= before.indent
        and first.isupper()
    ):
        return last.endswith(".") and len(last) > 55
    return not (ended and last.endswith(":") and first.isupper())
