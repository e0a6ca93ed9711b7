"""`remit validate`: whether the store keeps its own rules."""

from __future__ import annotations

from contextlib import suppress

import click

from ..errors import NothingFound
from .options import output_options, read_store, store_option
from .output import Answer, Output, write

COLUMNS = (("Document", "document"), ("Where", "focus"), ("What is wrong", "message"))


@click.command()
@output_options
@store_option
def validate(store: str | None, output: Output) -> None:
    """Check the store against its SHACL shapes, and every quote against the text of its document.

    Exit code 0 if all is sound, 1 if something is not.

    \b
    Example:
      remit validate
    """
    from ..graph.validate import validate as check

    found = list(check(read_store(store)))
    if found:
        write(Answer("validate", found, COLUMNS, ""), output)
        raise click.exceptions.Exit(1)
    if output.form == "table":
        click.echo("the store is sound: every statement keeps its shape, every quote stands in its document")
    else:
        with suppress(NothingFound):  # an empty list of faults is no failure
            write(Answer("validate", found, COLUMNS, ""), output)
