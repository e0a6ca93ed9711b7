"""`remit diff`: what changed between two days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from .options import Day, open_store, output_options, store_option
from .output import Answer, Output, plain, write

if TYPE_CHECKING:
    from ..graph.questions.diff import Change

COLUMNS = (
    ("Change", "change"),
    ("Who", "who"),
    ("Of", "of"),
    ("Before", "before"),
    ("After", "after"),
    ("Seen", "seen"),
)


@click.command()
@click.argument("first", type=Day(), metavar="DATE")
@click.argument("second", type=Day(), metavar="DATE")
@click.argument("name", required=False)
@store_option
@output_options
def diff(first: str, second: str, name: str | None, store: str | None, output: Output) -> None:
    """Tell what changed between two days: for NAME, a body, person, post or direction, or for all.

    Who joined and left a body is read from its last record until each day: present, apologies of a member, or a
    substitute in their stead count as belonging; officers in attendance and substitutes do not.

    \b
    Example:
      remit diff 2024-06-14 2025-06-11 "Improvement Board"
      remit diff 2024-01 2024-12 --format csv
    """
    from ..graph.questions.diff import diff as ask
    from ..graph.questions.naming import find

    look = open_store(store)
    node = find(look, name, "Body", "Person", "Post", "Direction") if name else None
    found = ask(look, first, second, node)
    of = f"{look.ref(node).name}: " if node else ""
    nothing = f"{of}no change is known between {first} and {second}"
    query = " ".join(filter(None, (first, second, name)))
    write(Answer(query, found, COLUMNS, nothing, None, lambda: _shown(found)), output)


def _shown(found: Sequence[Change]) -> Iterator[str]:
    """Changes by kind, those of one body together."""
    last = None
    for change in found:
        at = (change.change, change.of)
        if at != last:
            last = at
            yield plain(change.change + (f": {change.of}" if change.of else ""))
        said = f"{change.before} \N{RIGHTWARDS ARROW} {change.after}" if change.before and change.after else change.before or change.after  # fmt: skip
        marks = "; ".join(filter(None, (said, f"seen {change.seen}" if change.seen else "")))
        yield "  " + plain(f"{change.who or ''}" + (f" ({marks})" if marks else ""))
