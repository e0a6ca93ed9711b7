"""`remit person` and `remit body`: all that is known of one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from .options import answering, open_store
from .output import Answer, Output, plain, quoted, write

if TYPE_CHECKING:
    from ..graph.questions.entities import Entry

COLUMNS = (("About", "about"), ("What", "text"), ("With", "with_"), ("Known", "known"), ("Seen", "seen"))


@click.command()
@click.argument("name")
@answering
def person(name: str, as_of: str | None, store: str | None, output: Output) -> None:
    """Show all that is known of a person: posts, places on bodies, meetings, duties, actions.

    \b
    Example:
      remit person "Jane Smith"
      remit person Smith --as-of 2024-06-14 --format json
    """
    from ..graph.questions.entities import person as ask
    from ..graph.questions.naming import find

    look = open_store(store)
    node = find(look, name, "Person")
    _write(name, look.ref(node).name, ask(look, node, as_of), as_of, output)


@click.command()
@click.argument("name")
@answering
def body(name: str, as_of: str | None, store: str | None, output: Output) -> None:
    """Show all that is known of a body: aims, people, seats, meetings, reporting lines, duties, decisions.

    \b
    Example:
      remit body "Improvement Board"
      remit body Cabinet --as-of 2024-06-14
    """
    from ..graph.questions.entities import body as ask
    from ..graph.questions.naming import find

    look = open_store(store)
    node = find(look, name, "Body")
    _write(name, look.ref(node).name, ask(look, node, as_of), as_of, output)


def _write(query: str, name: str, found: Sequence[Entry], as_of: str | None, output: Output) -> None:
    """Write what is known of one thing."""
    write(Answer(query, found, COLUMNS, f"{name}: nothing is known", as_of, lambda: _shown(found)), output)


def _shown(found: Sequence[Entry]) -> Iterator[str]:
    """The entries, each sort under its heading, with the first words that prove each."""
    last = None
    for entry in found:
        if entry.about == "name":
            yield plain(entry.text)
            continue
        if entry.about != last:
            last = entry.about
            yield f"  {entry.about}"
        other = entry.with_.name if entry.with_ else ""
        text = ": ".join(filter(None, (other, entry.text))) if entry.text != other else other
        marks = "; ".join(filter(None, (entry.known, ", ".join(entry.seen))))
        yield "    " + plain(text) + (f" ({marks})" if marks else "")
        yield from quoted(entry.evidence, "        ", most=1)
