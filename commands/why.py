"""`remit why`: the proof of an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from .options import answering, open_store
from .output import Answer, Output, plain, quoted, write

if TYPE_CHECKING:
    from ..graph.questions.why import Explained, Said

COLUMNS = (("Kind", "kind"), ("What", "name"), ("Certainty", "certainty"), ("Reasons", "because"), ("Id", "id"))


@click.command()
@click.argument("name", metavar="ID")
@answering
def why(name: str, as_of: str | None, store: str | None, output: Output) -> None:
    """Prove an answer: the statements behind it with their words, the rules that found them, the reasons, the decisions.

    ID is an identifier as the JSON answers print it (`id`), the end of one (`reporting/1a2b3c4d5e6f`, or the first four
    or more of those characters), or a name, whose merging is then explained.

    \b
    Example:
      remit why urn:remit:reporting/1a2b3c4d5e6f
      remit why 1a2b3c
      remit why "Improvement Board"
      remit why finding/9f8e7d6c5b4a --format json
    """
    from ..graph.questions.why import why as ask

    found = ask(open_store(store), name, as_of)
    write(Answer(name, found, COLUMNS, f"{name}: nothing is known", as_of, lambda: _all(found)), output)


def _all(found: Sequence[Explained]) -> Iterator[str]:
    """The thing asked for, then what mandates it."""
    for at, one in enumerate(found):
        if at:
            yield ""
        yield from _shown(one)


def _shown(one: Explained) -> Iterator[str]:
    """A proof as text: what it is, what is concluded and why, then each statement with its words."""
    yield plain(f"{one.kind}: {one.name}")
    yield f"  {one.id}"
    if one.certainty:
        yield f"  {one.certainty}" + (f", {one.known} on the day" if one.known else "")
    for fact in one.facts:
        yield f"  {fact.name}: {plain(fact.value)}"
    for reason in one.reasons:
        yield "  " + plain(f"by rule “{reason.rule}”" + (f" because {reason.because}" if reason.because else ""))
    for decision in one.decisions:
        yield f"  decided: {plain(decision)}"
    if one.statements:
        more = f", {len(one.statements)} shown" if one.support > len(one.statements) else ""
        yield f"  stated {one.support} time{'s' if one.support != 1 else ''}{more}:"
    for said in one.statements:
        yield from _statement(said)


def _statement(said: Said) -> Iterator[str]:
    """One statement with its words."""
    values = "; ".join(f"{value.name} {value.value!r}" for value in said.values)
    yield f"    {plain(f'{said.type}: {values}')}"
    yield f"      {plain(said.document)}, {said.date or 'undated'}; rule {said.rule}, {said.certainty}; {said.id.rpartition('/')[2]}"
    yield from quoted(said.evidence, "      ", most=3)
