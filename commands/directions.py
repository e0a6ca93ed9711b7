"""`remit directions` and `remit act`: what imposes duties, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from .options import answering, open_store
from .output import Answer, Output, plain, quoted, write
from .words import instrument_words

if TYPE_CHECKING:
    from ..graph.questions.instruments import Carried, Instrument, Resting

DIRECTION_COLUMNS = (
    ("Direction", "name"),
    ("Date", "date"),
    ("Issuer", "issuer"),
    ("Addressee", "addressee"),
    ("Status", "status"),
    ("In force from", "in_force_from"),
    ("Until", "in_force_until"),
    ("Basis", "basis"),
    ("Replaces", "replaces"),
    ("Replaced by", "replaced_by"),
)
ACT_COLUMNS = (
    ("Provision", "provision"),
    ("Type", "type"),
    ("How", "how"),
    ("Who", "bearer"),
    ("What", "text"),
    ("Through", "through"),
)


@click.command()
@click.option("--lapsed", is_flag=True, help="Only those that no longer bind on the day, with what rested on them.")
@answering
def directions(lapsed: bool, as_of: str | None, store: str | None, output: Output) -> None:
    """List the directions: issuer, addressee, basis, status, what they replace, and what they mandate.

    \b
    Example:
      remit directions
      remit directions --as-of 2024-10-01 --lapsed
    """
    from ..graph.questions.instruments import directions as ask

    found = ask(open_store(store), as_of, lapsed=lapsed)
    query = "lapsed directions" if lapsed else "directions"
    nothing = f"the store holds no {query}" + (f" as of {as_of}" if as_of else "")

    def shown() -> Iterator[str]:
        for at, one in enumerate(found):
            if at:
                yield ""
            yield from _direction(one)

    write(Answer(query, found, DIRECTION_COLUMNS, nothing, as_of, shown), output)


_SORTS = (
    ("establishment", "bodies"), ("terms of reference", "terms of reference"), ("obligation", "duties"),
    ("action", "actions"), ("decision", "decisions"),
)  # fmt: skip


def _direction(one: Instrument) -> Iterator[str]:
    """A direction with its words, what rests on it by sort, and what is to come after it."""
    ended = one.status in {"lapsed", "revoked", "superseded"}
    yield plain(instrument_words(one))
    for basis in one.basis:
        yield f"    under {plain(basis.name)} <{basis.id}>"
    if one.replaces:
        yield f"    replaces {plain(', '.join(map(str, one.replaces)))}"
    yield from quoted(one.evidence, "    ", most=2)
    for sort, name in _SORTS:
        things = [thing for thing in one.carries if thing.type == sort]
        if things:
            yield f"    {name} that {'rested' if ended else 'rest'} on it:"
        for thing in things:
            yield f"      {plain(_carried(thing, ended=ended))}"
    if one.successors:
        yield "    what is to come after:"
    for after in one.successors:
        place = f", in place of {after.in_place_of}" if after.in_place_of else ""
        yield f"      {plain(f'{after.body}{place}')} ({'proposed; ' if after.proposed else ''}{after.rule})"
        yield from quoted(after.evidence, "          ", most=1)


def _carried(thing: Carried, *, ended: bool) -> str:
    """Something that rests on a direction, in one line."""
    who = f"{thing.bearer}: " if thing.bearer else ""
    through = f", through the {thing.through}" if thing.through else ""
    also = f"; also under {', '.join(thing.also)}" if thing.also else "; on nothing else that still stands" if ended and not thing.through else ""  # fmt: skip
    return f"{who}{thing.text} ({thing.how}{through}{also})"


@click.command()
@click.argument("title")
@answering
def act(title: str, as_of: str | None, store: str | None, output: Output) -> None:
    """Show all that rests on an Act, or a section of one: directions, duties, bodies.

    \b
    Example:
      remit act "Local Government Act 1999"
      remit act "Local Government Act 1999 section 15" --as-of 2024-04-01
    """
    from ..graph.questions.instruments import act_named, resting_on

    look = open_store(store)
    node, name = act_named(look, title)
    found = resting_on(look, node, as_of)
    answer = Answer(
        title, found, ACT_COLUMNS, f"{name}: nothing in the store rests on it", as_of, lambda: _shown(name, found)
    )
    write(answer, output)


def _shown(name: str, found: Sequence[Resting]) -> Iterator[str]:
    """What rests on an Act, by provision."""
    yield plain(name)
    last = None
    for one in found:
        if one.provision != last:
            last = one.provision
            yield f"  {plain(one.provision.name)} <{one.provision.id}>"
        who = f"{one.bearer}: " if one.bearer else ""
        by = f", through {one.through}" if one.through else ""
        if one.status and one.status != "unknown":
            by += f", {one.status}"
        yield "    " + plain(f"{one.type} ({one.how}{by}): {who}{one.text}")
        yield from quoted(one.evidence, "        ", most=1)
