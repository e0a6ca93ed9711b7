"""`remit timeline`: what happened to a body, person, post or direction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from .options import answering, open_store
from .output import Answer, Output, plain, quoted, write

if TYPE_CHECKING:
    from ..graph.questions.timeline import Event

COLUMNS = (("Date", "date"), ("Event", "event"), ("What", "text"), ("With", "with_"), ("How", "how"))


@click.command()
@click.argument("name")
@click.option("--quotes", is_flag=True, help="Show the words behind each event.")
@answering
def timeline(name: str, quotes: bool, as_of: str | None, store: str | None, output: Output) -> None:
    """Tell what happened to NAME, a body, person, post or direction, in the order of days.

    A day that a paper states is told as stated, one that is only a paper's own as observed; what is inferred or only
    proposed says so; what no dated paper shows comes last.

    \b
    Example:
      remit timeline "Improvement Board"
      remit timeline "Jane Smith" --quotes
      remit timeline "Improvement Board" --as-of 2024-06-14 --format json
    """
    from ..graph.questions.naming import find
    from ..graph.questions.timeline import timeline as ask

    look = open_store(store)
    node = find(look, name, "Body", "Person", "Post", "Direction")
    found = ask(look, node, as_of)
    nothing = f"{look.ref(node).name}: no event is known" + (f" until {as_of}" if as_of else "")
    write(
        Answer(name, found, COLUMNS, nothing, as_of, lambda: _shown(look.ref(node).name, found, quotes=quotes)), output
    )


def _shown(name: str, found: Sequence[Event], *, quotes: bool) -> Iterator[str]:
    """Events as lines, each with its day."""
    yield plain(name)
    for event in found:
        after = event.how.removeprefix("undated, ") if event.date is None else ""
        marks = (
            f" ({event.how})"
            if event.how in {"inferred", "proposed"}
            else f" ({after})"
            if "not before" in after
            else ""
        )
        yield f"  {event.date or 'undated':<10}  {plain(f'{event.event}: {event.text}')}{marks}"
        if quotes:
            yield from quoted(event.evidence, "              ", most=2)
