"""A task as the rules find it.

Invariant: a task has an owner that its line names.
"""

from __future__ import annotations

from dataclasses import dataclass

from .document import Block


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """A task: `block.clean[start:end]` to `stop_block`, its owner, what is to be done, due when; `done` if a log says so."""

    block: Block
    start: int
    end: int
    owner: str
    actions: tuple[tuple[int, int], ...]
    rule: str
    due: str | None = None
    done: bool = False
    duty: bool = True
    last: Block | None = None
