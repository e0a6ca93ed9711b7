"""`remit ingest`: files and folders into the store."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import RemitError
from .files import File, Outcome, each, find_files, left_out
from .mappings import beside, mapping_option, read_given
from .options import Day, folder_of, store_option
from .output import plain

if TYPE_CHECKING:
    from ..graph.facts import Fact
    from ..graph.store import Store
    from ..graph.write import DocumentRecord
    from ..ingest.tables.mapping import Mapping

_NAMED = 6
"""How many of the files that were left out are named."""


Read = tuple["DocumentRecord", tuple["Fact", ...]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to read and what the user says of it; `organisation` only where the user names it."""

    file: File
    collection: str
    date: str | None
    mapping: Mapping | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """What became of the files of a run: how many were read or known already, what could not be read and why, a line each,
    and the files in folders whose endings no reader knows.
    """

    read: int
    unchanged: int
    facts: int
    failures: tuple[str, ...]
    left_out: tuple[str, ...] = ()


def read_file(wanted: Wanted) -> Read:
    """The record of a document and its facts; runs in a process of its own where several are asked for."""
    from ..graph.write import DocumentRecord
    from ..ingest.pipeline import extract

    path = Path(wanted.file.path)
    mapping = wanted.mapping or beside(path)
    found = extract(path, date=wanted.date, mapping=mapping)
    head = found.head
    record = DocumentRecord(
        collection=wanted.collection,
        path=wanted.file.name,
        text=found.document.text,
        sha256=digest(wanted.file.path),
        title=head.title,
        date=head.date,
        kind=head.kind,
        body=head.body,
        organisation=wanted.organisation,
        extractor=reading(mapping),
    )
    return record, found.facts


def reading(mapping: Mapping | None) -> str:
    """What marks how a file was read: the version of the rules, and the mapping if there is one."""
    from ..ingest.version import version

    return f"{version()} {mapping.mark}" if mapping else version()


def digest(path: str) -> str:
    """The hash of a file's bytes."""
    with open(path, "rb") as file:  # noqa: PTH123 - hashlib wants the open file
        return hashlib.file_digest(file, "sha256").hexdigest()


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--collection", metavar="NAME", help="The organisation whose papers these are (else the folder's name).")
@click.option("--date", type=Day(), metavar="DATE", help="The date of papers that bear none themselves.")
@click.option("--again", is_flag=True, help="Read unchanged documents again too.")
@click.option("--workers", type=click.IntRange(1, 256), default=1, metavar="N", help="Read on N processes.")
@click.option(
    "--scheduler", metavar="ADDRESS", help="Read on a cluster: a dask scheduler, such as tcp://10.0.0.5:8786."
)
@mapping_option
@store_option
def ingest(
    paths: tuple[str, ...],
    collection: str | None,
    date: str | None,
    again: bool,
    workers: int,
    scheduler: str | None,
    mapping: str | None,
    store: str | None,
) -> None:
    """Read files and folders into the store; made on first use.

    Unchanged documents are skipped, changed ones replaced, and so are those that an older version of the rules read. What cannot be read is told and left out; the rest is kept, and
    the exit code is then 3.

    \b
    Example:
      remit ingest papers/
      remit ingest minutes.txt --collection "Merebrook" --date 2024-06-14
      remit ingest archive/ --workers 4 --store archive.remit
      remit ingest /shared/archive/ --scheduler tcp://10.0.0.5:8786
      remit ingest members.csv --mapping members.yaml
    """
    known = read_given(mapping)
    count, place = run(
        paths, store, collection=collection, date=date, again=again, spread=(workers, scheduler), mapping=known
    )
    if place:
        click.echo(_summary(count, place))
    for failure in count.failures:
        click.echo(f"remit: {plain(failure)}", err=True)
    if count.left_out:
        more = f" and {len(count.left_out) - _NAMED} more" if len(count.left_out) > _NAMED else ""
        names = plain(", ".join(count.left_out[:_NAMED]))
        click.echo(f"remit: left out, since no reader knows their endings: {names}{more}", err=True)
    if count.failures:
        raise click.exceptions.Exit(3)


def run(
    paths: Sequence[str],
    store: str | None,
    *,
    collection: str | None,
    date: str | None,
    again: bool,
    spread: tuple[int, str | None] = (1, None),
    mapping: Mapping | None = None,
) -> tuple[Count, Path | None]:
    """Read files and folders into a store, on so many processes or on a cluster; what became of them, and the store's folder where there was anything to read."""
    from ..graph.store import Store
    from ..ingest.pipeline import suffixes

    files, failures = find_files(paths, suffixes())
    if spread[1]:
        files = [replace(file, path=str(Path(file.path).resolve())) for file in files]
    wanted = [Wanted(file, collection or file.collection, date, mapping, collection) for file in files]
    others = tuple(left_out(paths, suffixes()))
    if not wanted:
        return Count(0, 0, 0, tuple(failures), others), None
    place = folder_of(store, create=True)
    with Store.open(place, create=True) as opened:
        return replace(_put(opened, wanted, again, spread, failures), left_out=others), place


def _put(
    store: Store, wanted: Sequence[Wanted], again: bool, spread: tuple[int, str | None], failures: Sequence[str]
) -> Count:
    """Put the documents into the store, one write each, and derive what is known from all."""
    from ..graph.knowledge import is_stale, rebuild
    from ..graph.write import is_unchanged, put_document

    told, todo, unchanged = list(failures), [], 0
    for one in wanted:
        try:
            mark = reading(one.mapping or beside(Path(one.file.path)))
            same = is_unchanged(store, (one.collection, one.file.name), digest(one.file.path), mark)
        except OSError as error:
            told.append(f"{one.file.path}: {error.strerror}")
            continue
        except RemitError as error:
            told.append(f"{one.file.path}: {error}")
            continue
        if same and not again:
            unchanged += 1
        else:
            todo.append(one)
    facts = read = 0
    try:
        with _progress(len(todo)) as step:
            for outcome in _outcomes(todo, *spread):
                step(outcome.given.file.name)
                if outcome.result is None:
                    told.append(f"{outcome.given.file.path}: {outcome.error}")
                    continue
                put_document(store, *outcome.result)
                read += 1
                facts += len(outcome.result[1])
    finally:
        if read or is_stale(store):  # a run that was killed before it had derived leaves that to the next
            rebuild(store)
        store.flush()
    return Count(read, unchanged, facts, tuple(told))


def _outcomes(todo: Sequence[Wanted], workers: int, scheduler: str | None) -> Iterator[Outcome[Wanted, Read]]:
    """What becomes of each file, read here, on several processes, or on a cluster."""
    if scheduler is None:
        return each(read_file, todo, workers)
    from .cluster import spread

    return spread(read_file, todo, scheduler)


@contextmanager
def _progress(length: int) -> Iterator[Callable[[str], None]]:
    """A bar on the terminal, and nothing where there is none; gives the function that tells of one more file."""
    if not sys.stderr.isatty() or length < 2:
        yield lambda _: None
        return
    bar: Any
    with click.progressbar(length=length, file=sys.stderr, item_show_func=lambda name: plain(name or "")[:40]) as bar:
        yield lambda name: bar.update(1, name)


def _summary(count: Count, place: Path) -> str:
    """A run in one line."""
    parts = [f"{count.read} {'document' if count.read == 1 else 'documents'} read, {count.facts} facts"]
    if count.unchanged:
        parts.append(f"{count.unchanged} unchanged")
    if count.failures:
        parts.append(f"{len(count.failures)} not read")
    return f"{'; '.join(parts)}; store {place}"
