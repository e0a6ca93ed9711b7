"""`remit query`: SPARQL, and the competency questions by name."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import QueryError, ReadError, UsageError
from .options import open_store, output_options, store_option
from .output import Answer, Output, deliver, table, write

if TYPE_CHECKING:
    from ..graph.questions.sparql import Question


@click.command()
@click.argument("query", required=False, metavar="FILE|-|NAME")
@click.option("--list", "listing", is_flag=True, help="List the questions that can be asked by name.")
@click.option("-p", "--parameter", "given", multiple=True, metavar="NAME=VALUE", help="The value of a parameter.")
@click.option(
    "--timeout", type=click.FloatRange(0.1), default=60.0, metavar="SECONDS", show_default=True, help="Give up after."
)
@click.option("--service", is_flag=True, help="Let the query ask other endpoints (SERVICE), over the network.")
@output_options
@store_option
def query(
    query: str | None,
    listing: bool,
    given: tuple[str, ...],
    timeout: float,
    service: bool,
    store: str | None,
    output: Output,
) -> None:
    """Run SPARQL 1.1 from a file or standard input, or a competency question by name.

    What is known stands in the default graph, what each document says in a graph of its own. The prefixes of the ontology
    need no declaration. A query may read only this store, unless --service lets
    it ask others; shapes that are slow on large stores are warned of.

    \b
    Example:
      remit query --list
      remit query due-before -p day=2024-04-01
      echo 'SELECT ?b { ?b a remit:Body }' | remit query -
    """
    from ..graph.questions.naming import find
    from ..graph.questions.sparql import bind, question, questions, run, slow_shapes

    if listing:
        deliver(_listed(questions()), output.file)
        return
    if query is None:
        raise UsageError("say which query: a file, - for standard input, or a name of remit query --list")
    named = None if query == "-" or Path(query).is_file() else question(query)
    text = named.text if named else _read(query)
    values = _pairs(given)
    look = open_store(store)
    bound = {}
    if named:
        _complete(named, values)
        bound = {p.name: bind(p, values[p.name], lambda v, *kinds: find(look, v, *kinds)) for p in named.parameters}
    elif values:
        raise UsageError("parameters belong to questions by name; write the values into the query itself")
    else:
        for shape in slow_shapes(text):
            click.echo(f"remit: note: {shape}", err=True)
    rows = run(look.store, text, bound, timeout, service=service)
    results = [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]
    columns = [(name, name) for name in rows.columns]
    write(Answer(query, results, columns, f"{query}: the query gave no row"), output)


def _read(place: str) -> str:
    """The text of a query from a file or standard input."""
    try:
        if place == "-":
            return sys.stdin.buffer.read().decode("utf-8")
        return Path(place).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise QueryError(f"{place}: not a text file") from None
    except FileNotFoundError:
        raise ReadError(place, "no such file, and no question of that name; remit query --list names them") from None


def _pairs(given: Sequence[str]) -> dict[str, str]:
    """The parameters given, by name."""
    out = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise UsageError(f"{pair!r}: write a parameter as NAME=VALUE")
        out[name] = value
    return out


def _complete(named: Question, values: dict[str, str]) -> None:
    """Raise UsageError unless the parameters given are those of the question."""
    wanted = [parameter.name for parameter in named.parameters]
    for name in wanted:
        if name not in values:
            raise UsageError(f"{named.name}: give -p {name}=..., {_about(named, name)}")
    for name in values:
        if name not in wanted:
            raise UsageError(f"{named.name}: no parameter {name!r}; it takes {', '.join(wanted) or 'none'}")


def _about(named: Question, name: str) -> str:
    """What a parameter of a question is."""
    return next(p.about or p.kind for p in named.parameters if p.name == name)


def _listed(every: Sequence[Question]) -> list[str]:
    """The questions by name, with their parameters."""
    rows = [[one.name, one.question, " ".join(f"-p {p.name}=..." for p in one.parameters)] for one in every]
    return list(table(["Name", "Question", "Parameters"], rows))
