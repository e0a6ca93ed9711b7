"""`remit same`, `different`, `rename`, `reject`, `correct`, `add`, `accept`, `undo`: decisions on what is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC
from typing import TYPE_CHECKING, Any

import click

from ..errors import UsageError
from .options import folder_of, output_options, store_option
from .output import Answer, Output, plain, write

if TYPE_CHECKING:
    from ..graph.ledger.deciding import Deciding
    from ..graph.ledger.entries import Entry

COLUMNS = (
    ("Id", "id"), ("When", "when"), ("Who", "who"), ("Verb", "verb"), ("Subject", "subject"), ("Object", "object"),
    ("Value", "value"), ("Quote", "quote"), ("Why", "why"),
)  # fmt: skip


def deciding(command: Callable[..., Any]) -> Callable[..., Any]:
    """What every decision takes: `--why`, `--who`, `--store`, `--format`, `-o`."""
    for option in (
        store_option,
        output_options,
        click.option(
            "--who", metavar="NAME", envvar="REMIT_WHO", help="Who decides (else REMIT_WHO, else your login)."
        ),
        click.option("--why", "reason", metavar="TEXT", default="", help="Why, in your words; kept with the decision."),
    ):
        command = option(command)
    return command


def decide(
    make: Callable[[Deciding], Sequence[Entry]],
    query: str,
    store: str | None,
    who: str | None,
    reason: str,
    output: Output,
) -> None:
    """Take decisions: into the ledger, and into what is known, in one step; tell what was decided."""
    from ..graph.ledger.deciding import Deciding
    from ..graph.ledger.keeping import ledger_of, record
    from ..graph.store import Store

    with Store.open(folder_of(store)) as opened:
        maker = Deciding(opened, ledger_of(opened), when=now(), who=who or login(), why=reason)
        made = make(maker)
        record(opened, made)
    write(Answer(query, made, COLUMNS, "nothing was decided", None, lambda: _told(made)), output)


def now() -> str:
    """The moment in UTC; that of SOURCE_DATE_EPOCH where it is set, as for any output that is to be the same twice."""
    import os
    from datetime import datetime

    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(fixed), UTC) if fixed.isdecimal() else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def login() -> str:
    """The name that the user has on this machine."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"


def _told(made: Sequence[Entry]) -> Iterator[str]:
    for one in made:
        yield plain(f"decided {one}")


def _named(given: Sequence[str], least: int, what: str) -> None:
    if len(given) < least:
        raise UsageError(f"{what} needs {'two names or more' if least == 2 else 'an identifier'}")


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME NAME...")
@deciding
def same(names: tuple[str, ...], **options: Any) -> None:
    """Decide that several names mean one person, body, post or plan.

    A name is one as `remit person`, `remit body` and the answers print it, or an identifier; `Name [collection]` where
    several collections have it. Old identifiers still lead to what they are merged into.

    \b
    Example:
      remit same "A Marl" "Anna Marl" --why "signed both papers"
      remit same "Cabinet [minutes]" "Cabinet [reports]"
    """
    _named(names, 2, "same")
    _run(lambda d: d.same(names), "same " + " ".join(map(repr, names)), options)


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME NAME...")
@deciding
def different(names: tuple[str, ...], **options: Any) -> None:
    """Decide that names mean different things, though they look alike or were merged.

    \b
    Example:
      remit different "J Smith" "Jane Smith" --why "John, of the parish council"
    """
    _named(names, 2, "different")
    _run(lambda d: d.different(names), "different " + " ".join(map(repr, names)), options)


@click.command()
@click.argument("name")
@click.argument("new")
@deciding
def rename(name: str, new: str, **options: Any) -> None:
    """Decide by which name something goes; the names of the papers stay as its other names.

    \b
    Example:
      remit rename "THE IMPROVEMENT BOARD" "Improvement Board"
    """
    _run(lambda d: d.rename(name, new), f"rename {name!r} {new!r}", options)


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@deciding
def reject(ids: tuple[str, ...], **options: Any) -> None:
    """Decide that a fact is none: a statement, a relation (all statements behind it), or an inferred mandate.

    ID is an identifier, or the end of one, as `remit why` and the JSON answers print it. The paper keeps its words; what
    is known no longer rests on them.

    \b
    Example:
      remit reject holds-1a2b3c4d5e6f --why "a visitor, not the clerk"
      remit reject reporting/9f8e7d6c5b4a
    """
    _run(lambda d: d.reject(ids), "reject " + " ".join(ids), options)


@click.command()
@click.argument("id_", metavar="ID")
@click.argument("name", metavar="VALUE-NAME")
@click.argument("value")
@deciding
def correct(id_: str, name: str, value: str, **options: Any) -> None:
    """Decide that a value of a fact is another one; an empty VALUE takes it away.

    ID is a statement (or a relation that rests on one alone); the names of its values are those that `remit why` prints.
    A document has a date, body, title and kind to correct: ID is then its path.

    \b
    Example:
      remit correct holds-1a2b3c4d5e6f role "Deputy Clerk"
      remit correct obligation-0a1b2c3d4e5f deadline 2024-09-30
      remit correct undated-note.txt date 2023-11
    """
    _run(lambda d: d.correct(id_, name, value), f"correct {id_} {name} {value!r}", options)


@click.command()
@click.argument("document")
@click.argument("type_", metavar="TYPE")
@click.argument("values", nargs=-1, metavar="NAME=VALUE...")
@click.option("--quote", required=True, metavar="TEXT", help="The words that state it, as they stand in the document.")
@deciding
def add(document: str, type_: str, values: tuple[str, ...], quote: str, **options: Any) -> None:
    """Add a fact that was missed, with the words of DOCUMENT that state it.

    TYPE and the names of the values are those of `remit facts`; several values of one name are divided by semicolons.
    The quote must stand in the document word for word, once.

    \b
    Example:
      remit add minutes.txt reports_to subject="Audit Panel" object="Cabinet" \\
            --quote "the Panel will answer to Cabinet for its work"
    """
    given: dict[str, str] = {}
    for pair in values:
        name, sign, value = pair.partition("=")
        if not sign or not name.strip():
            raise UsageError(f"{pair!r} is no value; write it as name=value")
        given[name.strip().replace("-", "_")] = value
    _run(lambda d: d.add(document, type_.replace("-", "_"), given, quote), f"add {document} {type_}", options)


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@deciding
def accept(ids: tuple[str, ...], **options: Any) -> None:
    """Accept a finding of `remit check` as right as it stands; it is then no longer reported.

    \b
    Example:
      remit accept finding/9f8e7d6c5b4a --why "he left at item 4"
    """
    _run(lambda d: d.accept(ids), "accept " + " ".join(ids), options)


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@deciding
def undo(ids: tuple[str, ...], **options: Any) -> None:
    """Take decisions back; what is known is then as if they had never been taken. The ledger keeps both lines.

    ID is the identifier of a decision, or its first characters; `remit review --decisions` lists them.

    \b
    Example:
      remit undo 1a2b3c4d5e6f --why "two people after all"
    """
    _run(lambda d: d.undo(ids), "undo " + " ".join(ids), options)


def _run(make: Callable[[Deciding], Sequence[Entry]], query: str, options: dict[str, Any]) -> None:
    decide(make, query, options["store"], options["who"], options["reason"], options["output"])
