"""`remit review`: what waits for a decision, as a list or as a sheet to fill in and read back; the decisions themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import NothingFound, UsageError
from .options import find_store, folder_of, open_store, output_options, read_store, store_option
from .output import Answer, Output, plain, quoted, write

if TYPE_CHECKING:
    from ..graph.ledger.sheet import Row
    from ..graph.questions.review import Waiting

COLUMNS = (
    ("Kind", "kind"), ("Weight", "weight"), ("What", "says"), ("For", "because"), ("Against", "against"), ("Id", "id"),
)  # fmt: skip
TAKEN = (
    ("State", "state"), ("When", "when"), ("Who", "who"), ("Verb", "verb"), ("Subject", "subject"), ("Object", "object"),
    ("Value", "value"), ("Why", "why"), ("Id", "id"),
)  # fmt: skip
UNREAD = (("Document", "document"), ("Sentence", "quote"), ("Item", "id"))
_SHEETS = (".csv", ".xlsx")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with a word of duty that gave no fact, with its place in the text of its document."""

    document: str
    quote: str
    start: int
    end: int
    id: str


@click.command()
@click.option("--names", "kind", flag_value="identity", help="Only names that may mean one thing.")
@click.option("--facts", "kind", flag_value="fact", help="Only facts that are not certain.")
@click.option("--unread", is_flag=True, help="Sentences with must, shall, required or a deadline that gave no fact.")
@click.option("--decisions", is_flag=True, help="The ledger: every decision, and whether it stands.")
@click.option("--document", metavar="PATH", help="Only what this document shows.")
@click.option("--most", type=click.IntRange(1), metavar="N", help="At most N, the weightiest first.")
@click.option("--read", "sheet", type=click.Path(), help="Take the decisions filled in on a sheet.")  # fmt: skip
@click.option("--who", metavar="NAME", envvar="REMIT_WHO", help="Who decides (else REMIT_WHO, else your login).")
@click.option("--why", "reason", metavar="TEXT", default="", help="Why, where a row of the sheet does not say.")
@store_option
@output_options
def review(
    kind: str | None,
    unread: bool,
    decisions: bool,
    document: str | None,
    most: int | None,
    sheet: str | None,
    who: str | None,
    reason: str,
    store: str | None,
    output: Output,
) -> None:
    """List what waits for a decision: names that may mean one thing, and facts that are not certain, by weight.

    With -o and a name that ends in .xlsx or .csv it is a sheet with columns to fill in: `decision` takes same or
    different for names, right, wrong or correct for facts, add and a type of fact for sentences; `value` takes what is
    other, as role=Clerk; from=2024-01; `why` your reason. --read takes the sheet back into the ledger. Rows that cannot
    be taken are told, the others kept, and the exit code is then 3.

    \b
    Example:
      remit review
      remit review --names -o names.xlsx
      remit review --unread --document minutes.txt
      remit review --read names.xlsx --who "Pat Reviewer"
      remit review --decisions
    """
    if sum(map(bool, (unread, decisions, sheet, kind))) > 1:
        raise UsageError("give one of --names, --facts, --unread, --decisions and --read")
    if sheet:
        _read(sheet, store, who, reason)
    elif decisions:
        _decisions(store, output)
    elif unread:
        _unread(store, document, most, output)
    else:
        _waiting(store, kind, document, most, output)


def _waiting(store: str | None, kind: str | None, document: str | None, most: int | None, output: Output) -> None:
    from ..graph.ledger.sheet import rows
    from ..graph.questions.review import waiting

    found = waiting(open_store(store), (kind,) if kind else ("identity", "fact"))  # type: ignore[arg-type]
    found = [one for one in found if document is None or any(p.document == document for p in one.evidence)][:most]
    if _is_sheet(output):
        _write_sheet(rows(found), output.file or "")
        return
    write(Answer("review", found, COLUMNS, "nothing waits for a decision", None, lambda: _shown(found)), output)


def _unread(store: str | None, document: str | None, most: int | None, output: Output) -> None:
    from ..graph.ledger.sheet import unread_row

    found = list(_sentences(read_store(store), document))[:most]
    if _is_sheet(output):
        sheet = [unread_row(s.id.partition("#")[0], s.document, s.start, s.end, s.quote) for s in found]
        _write_sheet(sheet, output.file or "")
        return
    write(Answer("review --unread", found, UNREAD, "every sentence with a word of duty gave a fact"), output)


def _sentences(store: Any, document: str | None) -> Iterator[Sentence]:
    """The unread sentences of a store, or of one document."""
    from ..graph.statements import documents, statements
    from ..ingest.unread import unread

    held = [one for one in documents(store) if document in {None, one.path, one.iri}]
    if document and not held:
        raise NothingFound(f"{document}: no such document in the store; remit documents lists them")
    for one in held:
        text = store.text(one.text_sha256) or ""
        said = [s.fact for s in statements(store, one.iri) if s.fact.TYPE not in {"alias", "cites", "meeting"}]
        for start, end in unread(text, ((f.evidence.start, f.evidence.end) for f in said)):
            yield Sentence(one.path, " ".join(text[start:end].split()), start, end, f"{one.iri}#{start}-{end}")


def _decisions(store: str | None, output: Output) -> None:
    from ..graph.ledger.keeping import decided, ledger_of
    from ..graph.questions.review import taken

    opened = read_store(store)
    found = taken(ledger_of(opened), decided(opened))
    write(Answer("review --decisions", found, TAKEN, "the ledger is empty"), output)


def _read(sheet: str, store: str | None, who: str | None, reason: str) -> None:
    from ..graph.ledger.deciding import Deciding
    from ..graph.ledger.keeping import ledger_of, record
    from ..graph.ledger.sheet import decisions
    from ..graph.store import Store
    from .ledger import login, now

    given = list(_rows(sheet))
    with Store.open(folder_of(store)) as opened:
        ledger = ledger_of(opened)
        maker = Deciding(opened, ledger, when=now(), who=who or login(), why=reason)
        made, wrong, blank = decisions(maker, ledger, given)
        if made:
            record(opened, made)
    parts = [f"{len(made)} decision{'' if len(made) == 1 else 's'} taken"]
    parts += [f"{blank} row{'' if blank == 1 else 's'} left blank"] * bool(blank)
    parts += [f"{len(wrong)} not taken"] * bool(wrong)
    click.echo(f"{'; '.join(parts)}; store {find_store(store)}")
    for line in wrong:
        click.echo(f"remit: {plain(f'{sheet}, {line}')}", err=True)
    if wrong:
        raise click.exceptions.Exit(3)


def _rows(sheet: str) -> Iterator[tuple[int, Row]]:
    """The rows of a sheet, by its head, with their numbers."""
    from ..graph.ledger.sheet import table
    from .sheets import read_sheet

    head, *body = read_sheet(Path(sheet))
    yield from table(head, body)


def _is_sheet(output: Output) -> bool:
    return output.form == "table" and bool(output.file) and str(output.file).casefold().endswith(_SHEETS)


def _write_sheet(rows: Sequence[tuple[str, ...]], file: str) -> None:
    from ..graph.ledger.sheet import COLUMNS as HEAD
    from .sheets import write_sheet

    if not rows:
        raise NothingFound("nothing waits for a decision; no sheet is written")
    write_sheet(Path(file), HEAD, rows)
    click.echo(f"{file}: {len(rows)} rows to fill in; remit review --read {file} takes them back")


def _shown(found: Sequence[Waiting]) -> Iterator[str]:
    """What waits, each with its reasons and words."""
    for at, one in enumerate(found):
        if at:
            yield ""
        yield plain(f"{one.weight:3}  {one.says}")
        for reason in one.because:
            yield f"     for: {plain(reason)}"
        for reason in one.against:
            yield f"     against: {plain(reason)}"
        yield from quoted(one.evidence, "     ", most=2)
        yield f"     {one.id}"
    names = sum(one.kind == "identity" for one in found)
    yield ""
    yield f"{names} names to decide (remit same, remit different), {len(found) - names} facts to look at (remit accept, remit reject, remit correct)"
