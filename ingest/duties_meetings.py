"""How often a body meets, where a row, chapter or label only says it (`Frequency: quarterly`), as its duty.

Invariant: the passage has a frequency and no verb; a sentence with one is a duty like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .context import Context
from .document import Block
from .duty import Duty
from .frequency import find_frequencies
from .remits_scope import row_label
from .seats import body_about

_LABEL = re.compile(
    r"\W*(?:\d+[.)]?\s*)?(?:meeting\s+frequency|frequency(?:\s+of\s+(?:the\s+)?meetings?)?|meetings?|how\s+often\s+(?:we|it)\s+meets?|timing\s+of\s+meetings)\W*",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"(?:Meeting\s+frequency|Frequency(?:\s+of\s+(?:the\s+)?meetings?)?|Meetings?)\s*[:-]\s+(?=\S)", re.IGNORECASE
)
_FINITE = re.compile(r"\b(?:is|are|will|shall|must|may|should|has|have|meets?|was|were|held)\b", re.IGNORECASE)
_TERMLY = re.compile(
    r"\b(?:once|twice|\w+\s+times)\s+(?:a|per|each|every)\s+(?:half[\s-])?term\b|\btermly\b|\bas\s+(?:required|and\s+when)\b",
    re.IGNORECASE,
)


def meetings(context: Context) -> Iterator[Duty]:
    """The duties to meet that labels give, in terms of reference and lists of bodies."""
    if context.head.kind in {"minutes", "letter", "directions"}:
        return
    for block in context.document.blocks:
        if len(block.clean) > 120 or not (find_frequencies(block.clean) or _TERMLY.search(block.clean)):
            continue
        inline = _INLINE.match(block.clean)
        start = inline.end() if inline else 0
        if not inline and not _LABEL.fullmatch(_above(context, block)):
            continue
        end = len(block.clean.rstrip(" .;"))
        body = body_about(context, block)
        said = block.clean[start:end]
        if body and not _FINITE.search(said) and not said.lower().startswith("as "):
            yield Duty(
                block, 0 if inline else start, end, start, body, "meets", said="meet " + said[:1].lower() + said[1:]
            )


def _above(context: Context, block: Block) -> str:
    """The label over a block: its row's, or the nearest heading."""
    if block.kind == "heading":
        before = context.document.blocks[block.index - 1] if block.index else block
        return before.clean if before.kind == "heading" and before is not block else ""
    if block.cell:
        return row_label(context, block) if block.cell.column else ""
    above = context.document.headings(block)[:1]
    return above[0].clean if above else ""
