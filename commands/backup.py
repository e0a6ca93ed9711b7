"""`remit backup` and `remit restore`: a copy of the store, and putting one back."""

from __future__ import annotations

from pathlib import Path

import click

from .options import folder_of, store_option


@click.command()
@click.argument("target", metavar="FOLDER", type=click.Path(path_type=Path))
@store_option
def backup(target: Path, store: str | None) -> None:
    """Copy the store to a new FOLDER, whole or not at all; the copy is itself a store.

    \b
    Example:
      remit backup copies/2024-06-14
      remit reports-to Cabinet --store copies/2024-06-14
    """
    from ..graph.backup import backup as copy

    source = folder_of(store)
    copy(source, target)
    click.echo(f"{source} is copied to {target}")


@click.command()
@click.argument("copy", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Even where there is a store already; it goes.")
@store_option
def restore(copy: Path, replace: bool, store: str | None) -> None:
    """Put the copy in FOLDER in the place of the store; made in .remit here if there is none.

    A store that is there already stays, unless --replace is given.

    \b
    Example:
      remit restore copies/2024-06-14
      remit restore copies/2024-06-14 --replace
    """
    from ..graph.backup import restore as put_back

    place = folder_of(store, create=True)
    put_back(copy, place, replace=replace)
    click.echo(f"{place} is restored from {copy}")
