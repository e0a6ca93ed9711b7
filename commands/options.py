"""What the commands share in how they are called: options, the store they ask, days.

Invariant: a question opens the store for reading only, at the place that `--store`, else REMIT_STORE, else the nearest
`.remit` from the working folder upward names; only `ingest` makes one.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from ..errors import NoStore, UsageError
from .output import FORMATS, Output

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ".remit"
"""The name of a store's folder where none is given."""

Command = Callable[..., Any]


class Day(click.ParamType):  # type: ignore[type-arg]  # generic only from click 8.2
    """A day: `2017-06-14`; a month or a year stands for its last day, `today` for today."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The day as ISO text; BadDate if it is none."""
        del param, ctx
        from ..graph.questions.asof import read_day

        return read_day(str(value))


def find_store(given: str | None, *, create: bool = False) -> str:
    """The place of the store to use; NoStore if there is none and none may be made."""
    if given:
        if "://" in given or create or os.path.isdir(given):
            return given
        raise NoStore(f"{given}: there is no store; remit ingest PATH --store {given} makes one")
    here = folder = os.getcwd()
    while not os.path.isdir(os.path.join(folder, FOLDER)):
        above = os.path.dirname(folder)
        if above == folder:
            break
        folder = above
    else:
        return os.path.join(folder, FOLDER)
    if create:
        return os.path.join(here, FOLDER)
    raise NoStore(f"{here}: no store here or above; make one with remit ingest PATH, or name it with --store")


def store_option(command: Command) -> Command:
    """Add `--store`."""
    return click.option(
        "--store",
        metavar="PATH|URL",
        envvar="REMIT_STORE",
        help="The store: a folder, or a SPARQL endpoint (else REMIT_STORE, else the nearest .remit).",
    )(command)


def as_of_option(command: Command) -> Command:
    """Add `--as-of`."""
    return click.option("--as-of", type=Day(), metavar="DATE", help="Answer for a day: 2017-06-14, or today.")(command)


def output_options(command: Command) -> Command:
    """Add `--format` and `-o`; the command receives them as one `Output`, named `output`."""

    @click.option("--format", "form", type=click.Choice(FORMATS), default="table", help="table, json or csv.")
    @click.option("-o", "file", type=click.Path(dir_okay=False, allow_dash=True), help="Write to a file.")
    @functools.wraps(command)
    def wrapped(*args: Any, form: str, file: str | None, **kwargs: Any) -> Any:
        return command(*args, output=Output(form, None if file == "-" else file), **kwargs)

    return wrapped


def answering(command: Command) -> Command:
    """What every question takes: `--as-of`, `--store`, `--format`, `-o`."""
    return as_of_option(store_option(output_options(command)))


def open_store(given: str | None) -> Any:
    """The store opened for reading, as the questions take it."""
    from ..graph.questions.reading import Look

    return Look(read_store(given))


def read_store(given: str | None) -> Any:
    """The store opened for reading: in a folder, or behind an address."""
    place = find_store(given)
    if "://" in place:
        from ..graph.remote import RemoteStore

        return RemoteStore(place)
    from ..graph.store import Store

    return Store.read(place)


def folder_of(given: str | None, *, create: bool = False) -> Path:
    """The folder of the store to be written to; UsageError for an address, which can only be asked."""
    place = find_store(given, create=create)
    if "://" in place:
        raise UsageError(f"{place}: a store behind an address can be asked, not changed; name a folder with --store")
    from pathlib import Path

    return Path(place)
