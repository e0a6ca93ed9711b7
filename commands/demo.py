"""`remit demo`: the example case, read into a store of its own and asked the questions."""

from __future__ import annotations

from contextlib import suppress
from importlib.resources import as_file, files
from pathlib import Path

import click

from .options import FOLDER

CASE = (
    "An invented council under directions, in ten short papers: minutes, a decision report, directions, letters, logs."
)
STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Who reports to whom?", ("reports-to", "Children's Assurance Board")),
    ("Which direction mandates it?", ("mandate", "report every three months on the Recovery Plan")),
    ("What must be done, on 1 March 2024?", ("obligations", "--as-of", "2024-03-01")),
)


@click.command()
@click.argument("folder", required=False, default="demo", metavar="[FOLDER]")
def demo(folder: str) -> None:
    """Read the example papers into FOLDER (else ./demo), ask the questions, and write the network page.

    \b
    Example:
      remit demo
      remit demo /tmp/ashmere
    """
    from ..cli import remit

    place = Path(folder)
    store = str(place / FOLDER)
    click.echo(f"{CASE}\n")
    with as_file(files(__package__.rpartition(".")[0]) / "examples") as papers:
        _run(remit, "ingest", str(papers), "--collection", "Ashmere", "--store", store)
    for question, words in STEPS:
        click.echo(f"\n{question}")
        _run(remit, *words, "--store", store)
    page = str(place / "network.html")
    click.echo("\nThe network, as a page that needs no network:")
    _run(remit, "export", "html", "-o", page, "--store", store)
    click.echo(f"\nAsk on:  remit reports-to NAME --store {store}")


def _run(group: click.Group, *words: str) -> None:
    """Show a command line and what it answers."""
    shown = " ".join(f'"{word}"' if " " in word else word for word in words if word)
    click.echo(f"$ remit {shown}")
    with suppress(SystemExit):
        group.main(list(words))
