"""Functions: items of a body's stated aim, role or objectives that are no particular act."""

from __future__ import annotations

from collections.abc import Iterator

from ...graph.facts import Function
from ..context import Context
from ..remits import items


def extract(context: Context) -> Iterator[Function]:
    """One fact an item."""
    for item in items(context):
        if not item.act:
            listed = item.block.kind == "item" or item.block.cell is not None
            evidence = context.document.evidence(
                item.block,
                item.start,
                item.end,
                rule="function.item" if listed else "function.told",
                certainty="layout" if listed else "explicit",
                until=(item.last, len(item.last.clean.rstrip(" .;"))) if item.last is not None else None,
            )
            yield Function(body=item.body, evidence=evidence)
