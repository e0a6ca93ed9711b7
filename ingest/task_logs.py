"""Action logs: tables whose head names an owner and what is to be done, perhaps by when and how it stands.

Invariant: a row without an owner is no task; what the log calls complete is `done`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .clauses import is_verb, slots, verbs
from .context import Context
from .dates import find_dates
from .document import Block
from .task import Task

_DONE = re.compile(r"\b(?:complete[d]?|done|closed|discharged|actioned|finished|implemented|cleared)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\s*\(?\d{1,3}[.)]\s+(?=\S)")
_UNSAID = re.compile(r"\W*(?:none|n/?a|tb[cda]|not\s+set)?\W*", re.IGNORECASE)
_HEADS = {
    "owner": re.compile(r"^(?:owner|by|action\s+(?:by|owner)|by\s+whom|who|lead(?:\s+\w+){0,2}|responsib\w+(?:\s+\w+)?|assigned(?:\s+to)?|officer|action\s+holder|person\s+responsible)$", re.IGNORECASE),
    "what": re.compile(r"^(?:actions?(?:\s+(?:required|agreed|point)|\s*/\s*decisions?)?|tasks?|description|activity|agreed\s+action)$", re.IGNORECASE),
    "matter": re.compile(r"^(?:item|matter|subject|issue|topic)$", re.IGNORECASE),
    "due": re.compile(r"^(?:date|due(?:\s+date)?|by\s+when|when|deadline|target(?:\s+date)?|timescale|finish\s+date|date(?:\s+due)?|completion\s+date|end\s+date)$", re.IGNORECASE),
    "status": re.compile(r"^(?:status|progress|rag|update|state|outcome|complete\??)$", re.IGNORECASE),
}  # fmt: skip


def logs(context: Context) -> Iterator[Task]:
    """The tasks of a document's action logs, in order; those that the log says are done among them."""
    tables: dict[int, list[Block]] = {}
    for block in context.document.blocks:
        if block.cell:
            tables.setdefault(block.cell.table, []).append(block)
    for cells in tables.values():
        columns: dict[str, int] = {}
        for block in cells:
            assert block.cell
            if block.cell.row == 0:
                for name, form in _HEADS.items():
                    if (
                        form.match(block.clean.strip(" :"))
                        and name not in columns
                        and block.cell.column not in columns.values()
                    ):
                        columns[name] = block.cell.column
        if (
            "owner" not in columns
            or not columns.keys() & {"what", "due"}
            or len({b.cell.row for b in cells if b.cell}) < 2
        ):
            continue
        what = columns.get("what", columns.get("matter"))
        rows: dict[int, list[Block]] = {}
        for block in cells:
            assert block.cell
            if block.cell.row:
                rows.setdefault(block.cell.row, []).append(block)
        for row in rows.values():
            at = {b.cell.column: b for b in row if b.cell}
            owner = at.get(columns["owner"])
            if (
                owner is None
                or not owner.clean.strip()
                or re.fullmatch(r"(?:all|none|n/?a|-|tbc)", owner.clean.strip(), re.IGNORECASE)
            ):
                continue
            task = (
                at.get(what)
                if what is not None
                else max((b for b in row if b is not owner), key=lambda b: len(b.clean), default=None)
            )
            if task is None or len(task.clean) < 6:
                continue
            status = at.get(columns["status"]) if "status" in columns else None
            due_cell = at.get(columns["due"]) if "due" in columns else None
            done = any(cell and _DONE.search(cell.clean) for cell in (status, due_cell))
            dates = find_dates(due_cell.clean) if due_cell else []
            said = due_cell.clean.strip() if due_cell and len(due_cell.clean) < 40 else ""
            due = dates[0].iso if dates else (None if _UNSAID.fullmatch(said) else said)
            lead = _NUMBER.match(task.clean)
            begin = lead.end() if lead else 0
            spans = (
                tuple((a, b) for a, b in verbs(task.clean) if a >= begin)
                if is_verb(re.split(r"\W", task.clean[begin:])[0])
                else ((begin, len(task.clean)),)
            )
            yield Task(
                task,
                begin,
                len(task.clean),
                owner.clean.strip(),
                spans,
                "log",
                due or slots(task.clean).deadline,
                done,
                last=max(row, key=lambda b: b.text.span()[1]),
            )
