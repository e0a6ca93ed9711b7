"""`remit facts`: what documents state, as JSON Lines, without a store."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .files import each, find_files
from .mappings import beside, mapping_option, read_given
from .output import deliver

if TYPE_CHECKING:
    from ..ingest.tables.mapping import Mapping
    from .files import File


@dataclass(frozen=True, slots=True)
class Given:
    """A file to read, and the mapping of its table, if any."""

    file: File
    mapping: Mapping | None

    @property
    def path(self) -> str:
        """Where the file is."""
        return self.file.path


def lines_of(given: Given) -> list[str]:
    """The facts of a file, each as a line of JSON."""
    from ..graph.facts_lines import once, to_json
    from ..ingest.pipeline import extract

    path = Path(given.path)
    found = once(extract(path, mapping=given.mapping or beside(path)).facts)
    return [json.dumps(to_json(fact, path.name), ensure_ascii=False) for fact in found]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--workers", type=click.IntRange(1, 256), default=1, metavar="N", help="Read on N processes.")
@mapping_option
@click.option("-o", "file", type=click.Path(dir_okay=False, allow_dash=True), help="Write to a file.")
def facts(paths: tuple[str, ...], workers: int, mapping: str | None, file: str | None) -> None:
    """Print the facts of documents as JSON Lines, each with its quote.

    \b
    Example:
      remit facts minutes.txt papers/ > facts.jsonl
      remit facts members.csv --mapping members.yaml
    """
    from ..ingest.pipeline import suffixes

    files, failures = find_files(paths, suffixes())
    lines: list[str] = []
    known = read_given(mapping)
    for outcome in each(lines_of, [Given(one, known) for one in files], workers):
        if outcome.result is None:
            failures.append(f"{outcome.given.path}: {outcome.error}")
        elif file in {None, "-"}:
            deliver(outcome.result, None)
        else:
            lines += outcome.result
    if file not in {None, "-"}:
        deliver(lines, file)
    for failure in failures:
        click.echo(f"remit: {failure}", err=True)
    if failures:
        raise click.exceptions.Exit(3)
