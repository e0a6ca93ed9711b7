"""Actions: tasks placed on a named person, post or body."""

from __future__ import annotations

from collections.abc import Iterator

from ...graph.facts import Action
from ..actors import meant
from ..context import Context
from ..tasks import tasks


def extract(context: Context) -> Iterator[Action]:
    """One fact a task and owner; the quote is the line, or the row of the log."""
    document = context.document
    for task in tasks(context):
        until = (task.last, len(task.last.clean)) if task.last is not None and task.last is not task.block else None
        evidence = document.evidence(
            task.block,
            task.start,
            task.end,
            rule=f"action.{task.rule}",
            certainty="layout" if task.rule in {"log", "officer"} else "explicit",
            until=until,
        )
        yield Action(owner=meant(context, task.owner, task.block), evidence=evidence)
