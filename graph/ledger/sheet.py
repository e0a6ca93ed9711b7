"""The review as a sheet to fill in, and what was filled in as decisions.

Invariant: a row is about what its `item` names, whatever else was changed in it; a row without a decision decides
nothing, and a row that cannot be taken costs only itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from ...errors import AmbiguousName, RemitError, UsageError
from .entries import Entry, Ledger
from .form import plain

if TYPE_CHECKING:
    from ..questions.review import Waiting
    from .deciding import Deciding

COLUMNS = ("item", "kind", "says", "reasons", "against", "document", "quote", "weight", "decision", "value", "why")
"""The head of a sheet; the last three are to be filled in."""
HOW = (
    ("identity", "same or different"),
    ("fact", "right, wrong, or correct with the values that are other: role=Clerk; from=2024-01"),
    ("unread", "add and the type of fact, with its values: bearer=The Clerk; action=publish the minutes"),
)
"""What can be filled in, by kind of row."""
_PAIR = re.compile(r"(?:^|[;\n])\s*([a-z][a-z_]*)\s*=", re.IGNORECASE)
Row = Mapping[str, str]


def rows(items: Iterable[Waiting]) -> list[tuple[str, ...]]:
    """The rows of what waits for a decision."""
    return [
        (
            one.id, one.kind, one.says, "; ".join(one.because), "; ".join(one.against), one.document,
            " | ".join(dict.fromkeys(" ".join(p.quote.split()) for p in one.evidence[:4])), str(one.weight), "", "", "",
        )
        for one in items
    ]  # fmt: skip


def unread_row(document: str, path: str, start: int, end: int, quote: str) -> tuple[str, ...]:
    """The row of a sentence that gave no fact."""
    says = "a sentence with a word of duty that gave no fact"
    return (f"{document}#{start}-{end}", "unread", says, "", "", path, plain(quote), "", "", "", "")


def decisions(maker: Deciding, ledger: Ledger, given: Iterable[tuple[int, Row]]) -> tuple[list[Entry], list[str], int]:
    """The decisions of the rows of a sheet, each with its number; what is wrong with others, a line each; the rows left blank."""
    found: list[Entry] = []
    wrong: list[str] = []
    blank = 0
    for number, row in given:
        if not (row.get("decision") or "").strip():
            blank += 1
            continue
        try:
            made = _row(maker, row)
            ledger = ledger.with_(made)
        except AmbiguousName as error:
            wrong.append(
                f"row {number}: {error.name!r} fits {len(error.candidates)} entries; give one as an identifier"
            )
        except RemitError as error:
            wrong.append(f"row {number}: {error}")
        else:
            found += made
    return found, wrong, blank


def _row(maker: Deciding, row: Row) -> list[Entry]:
    """The decisions of one row."""
    item, decision = (row.get("item") or "").strip(), plain(row.get("decision") or "").casefold()
    value = (row.get("value") or "").strip()
    if not item:
        raise UsageError("the item is missing; leave that column as it was")
    whole = maker.because(plain(row.get("why") or ""))
    verb, _, rest = decision.partition(" ")
    if "#" in item and "/statement/" not in item:
        if verb != "add" or not rest:
            raise UsageError(f"{decision!r} is no decision on a sentence; write add and the type of fact")
        return whole.add(item.partition("#")[0], rest.replace("-", "_"), _pairs(value), row.get("quote") or "")
    if "proposal/" in item:
        if verb not in {"same", "different"} or rest:
            raise UsageError(f"{decision!r} is no decision on names; write same or different")
        sides = whole.look.nodes(NamedNode(item), "proposes")
        if len(sides) != 2:
            raise UsageError("these names are no longer proposed as one; nothing to decide")
        names = [side.value for side in sides]
        return whole.same(names) if verb == "same" else whole.different(names)
    if decision in {"right", "accept", "yes"}:
        return whole.accept([item])
    if decision in {"wrong", "reject", "no"}:
        return whole.reject([item])
    if verb == "correct":
        made = [
            one for name, new in _pairs(f"{rest} {value}".strip()).items() for one in whole.correct(item, name, new)
        ]
        if not made:
            raise UsageError("says correct but no value; write it as role=Clerk")
        return made
    raise UsageError(f"{decision!r} is no decision on a fact; write right, wrong or correct")


def _pairs(text: str) -> dict[str, str]:
    """`name=value; name=value` as a mapping; a value may hold semicolons."""
    marks = list(_PAIR.finditer(text))
    if text and (not marks or text[: marks[0].start()].strip()):
        raise UsageError(f"{plain(text)[:60]!r} is no value; write it as role=Clerk; from=2024-01")
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return {mark[1].casefold(): text[mark.end() : end].strip(" ;\n") for mark, end in zip(marks, ends, strict=True)}


def table(head: Sequence[object], body: Iterable[Sequence[object]]) -> Iterator[tuple[int, Row]]:
    """Rows of a sheet by the names in its head, each with its number there; UsageError for a head that lacks one needed."""
    names = [plain(str(name or "")).casefold() for name in head]
    if lacking := [name for name in ("item", "decision") if name not in names]:
        raise UsageError(f"the sheet has no column {lacking[0]!r}; remit review -o SHEET writes one")
    for number, cells in enumerate(body, start=2):
        found = {name: "" if cell is None else str(cell) for name, cell in zip(names, cells, strict=False)}
        if any(cell.strip() for cell in found.values()):
            yield number, found
