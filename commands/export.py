"""`remit export`: the store, or what is known, in the formats of others."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import UsageError
from .options import as_of_option, find_store, store_option

RDF = ("nquads", "turtle", "trig", "jsonld")
FORMATS = (*RDF, "html")


@click.command()
@click.argument("form", type=click.Choice(FORMATS), metavar="FORMAT")
@click.option("-o", "file", type=click.Path(dir_okay=False, allow_dash=True), help="Write to a file.")
@as_of_option
@store_option
def export(form: str, file: str | None, as_of: str | None, store: str | None) -> None:
    """Write the store as nquads, trig or jsonld (all of it), turtle (what is known), or as an html page.

    \b
    Example:
      remit export nquads -o papers.nq
      remit export html -o papers.html --as-of 2024-06-14
    """
    from ..graph.store import Store

    opened = Store.read(Path(find_store(store)))
    if form == "html":
        from ..exports.page import page

        if file in {None, "-"}:
            raise UsageError("say where the page goes: -o FILE")
        data = page(opened, as_of).encode()
    else:
        from ..exports.rdf import serialize

        data = serialize(opened, form)
    if file in {None, "-"}:
        click.get_binary_stream("stdout").write(data)
    else:
        part = Path(f"{file}.part")
        part.write_bytes(data)
        part.replace(str(file))
        click.echo(f"{file} is written", err=True)
