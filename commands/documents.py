"""`remit documents`, `status` and `withdraw`: what is in the store, and taking a document out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import AmbiguousName, NothingFound
from .options import find_store, folder_of, output_options, read_store, store_option
from .output import Answer, Output, write

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..graph.questions.reading import Look
    from ..graph.statements import StoredDocument

COLUMNS = (
    ("Document", "document"),
    ("Collection", "collection"),
    ("Date", "date"),
    ("Kind", "kind"),
    ("Title", "title"),
    ("Statements", "statements"),
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the store's state."""

    what: str
    value: str


@click.command()
@output_options
@store_option
def documents(store: str | None, output: Output) -> None:
    """List the documents in the store, with their dates, kinds and numbers of statements.

    \b
    Example:
      remit documents
      remit documents --format json
    """
    from ..graph.questions.held import held

    found = held(read_store(store))
    write(Answer("documents", found, COLUMNS, "the store holds no document"), output)


@click.command()
@output_options
@store_option
def status(store: str | None, output: Output) -> None:
    """Tell where the store is, and what it holds.

    \b
    Example:
      remit status
    """
    from ..graph.questions.reading import Look
    from ..graph.statements import documents as every
    from ..graph.statements import statements

    place = find_store(store)
    opened = read_store(store)
    held = list(every(opened))
    look = Look(opened)
    types = Counter(statement.fact.TYPE for statement in statements(opened))
    undated = sum(1 for document in held if not document.date)
    lines = [
        Fact("store", place if "://" in place else str(Path(place).resolve())),
        Fact("documents", f"{len(held)}" + (f", {undated} undated" if undated else "")),
        Fact("collections", ", ".join(sorted({document.collection for document in held})) or "none"),
        Fact("statements", f"{sum(types.values())}"),
        *(Fact(f"  {name}", str(count)) for name, count in sorted(types.items())),
        *(
            Fact(many, str(len(look.members(kind))))
            for kind, many in (("Body", "bodies"), ("Person", "people"), ("Post", "posts"), ("Direction", "directions"))
        ),
        *_ledger(opened, look),
    ]
    write(Answer("status", lines, (("What", "what"), ("Value", "value")), "the store is empty"), output)


def _ledger(store: Any, look: Look) -> Iterator[Fact]:
    """The state of the ledger: decisions that stand, those whose thing is gone, what contradicts, what waits."""
    from ..graph.ledger.entries import apart_and_joined
    from ..graph.ledger.keeping import decided, is_behind, ledger_of
    from ..graph.questions.review import taken

    ledger = ledger_of(store)
    states = Counter(one.state for one in taken(ledger, decided(store)) if one.verb != "undo")
    gone = f", {states['gone']} about something that is gone (remit review --decisions)" if states["gone"] else ""
    if ledger.entries:
        yield Fact("decisions", f"{states['stands'] + states['gone']} standing{gone}")
    for different, chain in apart_and_joined(ledger):
        yield Fact("contradiction", f"{different} against {'; '.join(map(str, chain))}: kept apart")
    if is_behind(store):
        yield Fact("behind", "the ledger was changed by hand; the next ingest or decision applies it")
    waiting = sum(1 for node in look.members("Proposal") if look.text(node, "proposalState") == "open")
    yield Fact(
        "to review", f"{waiting} names that may mean one thing (remit review --names)" if waiting else "no names"
    )


@click.command()
@click.argument("document")
@store_option
def withdraw(document: str, store: str | None) -> None:
    """Take DOCUMENT out of the store, and all that only it supported.

    DOCUMENT is its path as `remit documents` lists it, with its collection before it where two are alike.

    \b
    Example:
      remit withdraw minutes.txt
      remit withdraw papers/minutes.txt
    """
    from ..graph.knowledge import rebuild
    from ..graph.statements import documents as every
    from ..graph.store import Store
    from ..graph.write import withdraw as take_out

    with Store.open(folder_of(store)) as opened:
        found = _one(document, list(every(opened)))
        take_out(opened, found.iri)
        rebuild(opened)
        opened.flush()
    click.echo(f"{found.collection}/{found.path} is withdrawn")


def _one(name: str, held: Sequence[StoredDocument]) -> StoredDocument:
    """The document of a name; raises NothingFound or AmbiguousName."""
    ways = (lambda d: d.iri, lambda d: f"{d.collection}/{d.path}", lambda d: d.path, lambda d: Path(d.path).name)
    for way in ways:
        hits = [document for document in held if way(document) == name]
        if len(hits) == 1:
            return hits[0]
        if hits:
            raise AmbiguousName(name, tuple(sorted(f"{d.collection}/{d.path}" for d in hits)))
    near = get_close_matches(name, [d.path for d in held], 1)
    hint = f"; did you mean {near[0]}?" if near else "; remit documents lists them"
    raise NothingFound(f"{name}: no such document in the store{hint}")
