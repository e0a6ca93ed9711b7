"""Functions: items of a body's stated aim, role or objectives that are no particular act, and such aims told in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...graph.facts import Function
from ..context import Context
from ..remits import items
from ..sentences import sentences

_TOLD = re.compile(
    r"\b(?:the\s+)?(?:(?:main|overall|key|primary)\s+)?(?:aims?|role|purpose|remit|objectives?|functions?)\s+of\s+(?P<body>the\s+[A-Z][\w' &-]*?|this\s+\w+)\s+(?:is|was|are|were|which\s+(?:is|was|are|were)|will\s+be)\s+to\s+(?=[a-z])",
    re.IGNORECASE,
)


def extract(context: Context) -> Iterator[Function]:
    """One fact an item."""
    document = context.document
    for item in items(context):
        if not item.act:
            yield Function(
                body=item.body,
                evidence=document.evidence(item.block, item.start, item.end, rule="function.item", certainty="layout"),
            )
    for block in document.blocks:
        if block.kind == "heading":
            continue
        for start, end in sentences(block.clean):
            found = _TOLD.search(block.clean, start, end)
            if not found:
                continue
            stop = end - (1 if block.clean[end - 1] in ".;" else 0)
            body = context.names.resolve(found["body"], block)
            if context.names.kind(body) == "body" or context.head.body == body:
                yield Function(body=body, evidence=document.evidence(block, found.start(), stop, rule="function.told"))
