"""`remit export`: the store, or what is known, in the formats of others."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from ..errors import NothingFound, UsageError
from .options import as_of_option, read_store, store_option

RDF = ("nquads", "turtle", "trig", "jsonld")
PAGES = ("html", "explorer")
PICTURES = ("svg", "png")
GRAPHS = ("graphml", "gexf", "dot", "cytoscape")
TABLES = ("xlsx", "csv")
FORMATS = (*RDF, *PAGES, *PICTURES, *GRAPHS, "neo4j", *TABLES)
TEXTS = {*RDF, "svg", *GRAPHS, "csv"}
"""The formats that can go to standard output."""
TITLE = "Reporting lines and mandates"


@click.command()
@click.argument("form", type=click.Choice(FORMATS), metavar="FORMAT")
@click.option("-o", "file", type=click.Path(dir_okay=False, allow_dash=True), help="Write to a file.")
@click.option("--of", "name", metavar="NAME", help="svg and png: of one body, post or duty only.")
@click.option("--part", type=click.Choice(("line", "chain", "body")), default="line", help="svg and png: what of it.")
@click.option("--raw", is_flag=True, help="csv: texts as they are, for machines (no guard against formulas).")
@as_of_option
@store_option
def export(
    form: str, file: str | None, name: str | None, part: str, raw: bool, as_of: str | None, store: str | None
) -> None:
    """Write the store in another form.

    nquads, trig, jsonld: all of it. turtle: what is known. html: the network as one page; explorer: the page to read, search
    and send, with picture, table, register and timeline; svg and png: its picture, or with --of that of a reporting line, of
    a chain of mandates, or of a body with its seats (png needs the extra `png`). graphml, gexf, dot, cytoscape, neo4j (two
    files in a folder): the network for other tools. xlsx: the registers of duties, directions and reporting lines; csv: the
    register of duties.

    \b
    Example:
      remit export nquads -o papers.nq
      remit export explorer -o papers.html --as-of 2024-06-14
      remit export svg --of "Improvement Board" --part body -o board.svg
    """
    here = file in {None, "-"}
    if here and form not in TEXTS:
        raise UsageError(f"say where the {form} goes: -o FILE")
    opened = read_store(store)
    if form == "neo4j":
        from ..exports.graphs import neo4j
        from ..graph.views import view

        for called, text in neo4j(view(opened)).items():
            Path(str(file)).mkdir(parents=True, exist_ok=True)
            _write(Path(str(file)) / called, text.encode("utf-8", "replace"))
        return
    data = _picture(opened, form, name, part, as_of) if form in PICTURES else _made(opened, form, as_of, raw)
    if here:
        sys.stdout.buffer.write(data)
    else:
        _write(Path(str(file)), data)


def _write(file: Path, data: bytes) -> None:
    """Write a file whole or not at all, and say so."""
    pending = file.with_name(f"{file.name}.part")
    pending.write_bytes(data)
    pending.replace(file)
    click.echo(f"{file} is written", err=True)


def _picture(opened: Any, form: str, name: str | None, part: str, as_of: str | None) -> bytes:
    """The picture of the store, or of one thing in it, as SVG or PNG."""
    from ..exports import svg
    from ..exports.focus import PARTS
    from ..exports.picture import picture
    from ..graph.questions.reading import Look
    from ..graph.views import view

    title, shown, look = TITLE, view(opened), Look(opened)
    if name is None:
        pic = picture(shown)
    else:
        from ..graph.questions.naming import find

        kinds = {
            "line": ("Body", "Post", "Person"),
            "body": ("Body",),
            "chain": ("Obligation", "Decision", "Body", "Direction"),
        }
        node = find(look, name, *kinds[part])
        title = look.ref(node).name
        pic = PARTS[part](shown, node.value)
    if not pic.boxes:
        raise NothingFound(f"{title}: there is nothing to draw")
    from ..graph.questions.duty_days import duty_words

    drawing = svg.svg(pic, title, shown, as_of, duty_words(look, as_of))
    return svg.png(drawing) if form == "png" else drawing.encode("utf-8", "replace")


def _made(opened: Any, form: str, as_of: str | None, raw: bool) -> bytes:
    """The bytes of a form."""
    if form == "html":
        from ..exports.page import page

        return page(opened, as_of).encode("utf-8", "replace")
    if form == "explorer":
        from ..exports.explorer import explorer
        from ..graph.checks import findings

        found = [one for one in findings(opened, as_of) if one.accepted is None]
        return explorer(opened, as_of=as_of, findings=found).encode("utf-8", "replace")
    if form in GRAPHS:
        from ..exports.graphs import WRITERS
        from ..graph.views import view

        return WRITERS[form](view(opened)).encode("utf-8", "replace")
    if form in TABLES:
        from ..exports.registers import register, registers
        from ..exports.tables import csv_bytes, xlsx_bytes

        return xlsx_bytes(registers(opened, as_of)) if form == "xlsx" else csv_bytes(register(opened, as_of), raw=raw)
    from ..exports.rdf import serialize

    return bytes(serialize(opened, form))
