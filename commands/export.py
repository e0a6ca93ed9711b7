"""`remit export`: the store, or what is known, in the formats of others."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from ..errors import RemitError, UsageError
from .options import as_of_option, find_store, store_option

RDF = ("nquads", "turtle", "trig", "jsonld")
PAGES = ("html", "explorer")
PICTURES = ("svg", "png")
FORMATS = (*RDF, *PAGES, *PICTURES)


@click.command()
@click.argument("form", type=click.Choice(FORMATS), metavar="FORMAT")
@click.option("-o", "file", type=click.Path(dir_okay=False, allow_dash=True), help="Write to a file.")
@as_of_option
@store_option
def export(form: str, file: str | None, as_of: str | None, store: str | None) -> None:
    """Write the store in another form.

    nquads, trig, jsonld: all of it. turtle: what is known. html: the network as one page; explorer: the page to read, search
    and send, with picture, table, register and timeline; svg and png: its picture (png needs the extra `png`).

    \b
    Example:
      remit export nquads -o papers.nq
      remit export explorer -o papers.html --as-of 2024-06-14
    """
    from ..graph.store import Store

    here = file in {None, "-"}
    if here and form not in {*RDF, "svg"}:
        raise UsageError(f"say where the {form} goes: -o FILE")
    data = _made(Store.read(Path(find_store(store))), form, as_of)
    if here:
        sys.stdout.buffer.write(data)
    else:
        part = Path(f"{file}.part")
        part.write_bytes(data)
        part.replace(str(file))
        click.echo(f"{file} is written", err=True)


def _made(opened: Any, form: str, as_of: str | None) -> bytes:
    """The bytes of a form."""
    if form == "html":
        from ..exports.page import page

        return page(opened, as_of).encode("utf-8", "replace")
    if form == "explorer":
        from ..exports.explorer import explorer

        return explorer(opened, as_of=as_of).encode("utf-8", "replace")
    if form in PICTURES:
        from ..exports import svg
        from ..exports.picture import picture
        from ..graph.views import view

        shown = picture(view(opened))
        if form == "svg":
            return svg.svg(shown, "Reporting lines and mandates").encode("utf-8", "replace")
        try:
            return svg.png(shown, "Reporting lines and mandates")
        except ImportError:
            raise RemitError("png needs resvg_py: pip install 'remit[png]', or export svg") from None
    from ..exports.rdf import serialize

    return bytes(serialize(opened, form))
