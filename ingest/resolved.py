"""Duties that resolutions lay on somebody: `That X do Y`, and limbs with an `Action by:` line under them.

Invariant: the limb names who is to act, or the line right under it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .bearers import bears
from .clauses import is_verb, verbs
from .context import Context
from .duty import Duty
from .resolutions import limbs
from .tasks import tasks

_THAT = re.compile(
    r"^(?:[Tt]hat\s+)?(?P<who>(?:the\s+|a\s+|an\s+)?(?:[A-Z][\w'&/-]*|[A-Z]{2,6})(?:\s+(?:of|for|and|the|&|[A-Z][\w'&/-]*))*(?:\s+[A-Z][\w'&/-]*)?)(?P<aside>,\s[^,]{3,40},)?\s+(?:to\s+)?(?P<verb>[a-z][\w-]+)\b"
)
_SET_UP = re.compile(
    r"^(?:[Tt]hat\s+)?(?P<who>(?:a|an|the)\s+[A-Z][\w'&/ -]+?)\s+be\s+(?:set\s+up|established|created|formed|constituted)\b"
)
_TO_DO = re.compile(r"(?:,\s*|\s+and\s+)to\s+(?=(?:report|meet|submit|publish|produce|prepare|review|advise)\b)")


def resolved_duties(context: Context) -> Iterator[Duty]:
    """The duties of the limbs of a document's resolutions, in order."""
    if context.head.kind != "minutes":
        return
    by = {t.block.index: t for t in tasks(context) if t.rule == "by"}
    document = context.document
    for limb in limbs(document, context.head.kind):
        block, text = limb.block, limb.block.clean[limb.start : limb.end].rstrip(" .;")
        if limb.kind in {"approved", "agreed"} and not re.match(r"[Tt]hat\b", text):
            continue
        follower = by.get(block.index + 1)
        if follower is not None:
            yield Duty(
                block,
                limb.start,
                limb.start + len(text),
                limb.start + _skip(text),
                follower.owner,
                "action-by",
                due=follower.due,
            )
            continue
        set_up = _SET_UP.match(text)
        if set_up:
            for to in _TO_DO.finditer(text, set_up.end()):
                yield Duty(
                    block,
                    limb.start + to.start() + len(to[0]) - 3,
                    limb.start + len(text),
                    limb.start + to.end(),
                    context.names.resolve(set_up["who"], block),
                    "set-up",
                )
            continue
        found = _who_acts(text)
        if not found:
            continue
        who, at = found
        bearer = context.names.resolve(text[slice(*who)], block)
        for place, (a, b) in enumerate(verbs(text[at:])):
            first = who[0] if place == 0 else at + a
            yield Duty(block, limb.start + first, limb.start + at + b, limb.start + at + a, bearer, "resolved")


def _who_acts(text: str) -> tuple[tuple[int, int], int] | None:
    """Where a limb names who is to act, and where the act begins; a stray word after an aside is passed over."""
    found = _THAT.match(text)
    if not found or not bears(re.sub(r"^(?:the|a|an)\s+", "", found["who"])):
        return None
    if is_verb(found["verb"]):
        return found.span("who"), found.start("verb")
    after = re.match(r"\s+([a-z][\w-]+)\b", text[found.end() :]) if found["aside"] else None
    return (found.span("who"), found.end() + after.start(1)) if after and is_verb(after[1]) else None


def _skip(text: str) -> int:
    """Where the act of a limb with an action line begins: after the one who is to do it, or after `That`."""
    if found := _who_acts(text):
        return found[1]
    lead = re.match(r"[Tt]hat\s+(?:the\s+|a\s+|an\s+)?", text)
    return lead.end() if lead else 0
