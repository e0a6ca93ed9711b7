"""`remit facts`: what documents state, as JSON Lines, without a store."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .files import each, find_files
from .output import deliver

if TYPE_CHECKING:
    from .files import File


def lines_of(file: File) -> list[str]:
    """The facts of a file, each as a line of JSON."""
    from ..graph.facts_lines import once, to_json
    from ..ingest.pipeline import extract

    path = Path(file.path)
    return [json.dumps(to_json(fact, path.name), ensure_ascii=False) for fact in once(extract(path).facts)]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--workers", type=click.IntRange(1, 256), default=1, metavar="N", help="Read on N processes.")
@click.option("-o", "file", type=click.Path(dir_okay=False, allow_dash=True), help="Write to a file.")
def facts(paths: tuple[str, ...], workers: int, file: str | None) -> None:
    """Print the facts of documents as JSON Lines, each with its quote.

    \b
    Example:
      remit facts minutes.txt papers/ > facts.jsonl
    """
    from ..ingest.pipeline import suffixes

    files, failures = find_files(paths, suffixes())
    lines: list[str] = []
    for outcome in each(lines_of, files, workers):
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
