"""`remit serve`: the store as a read-only SPARQL endpoint on this machine."""

from __future__ import annotations

import click

from ..errors import UsageError
from .options import find_store, store_option


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=7878, show_default=True, help="The port; 0 for any that is free.")  # fmt: skip
@click.option(
    "--timeout",
    type=click.FloatRange(0.1),
    default=30.0,
    metavar="SECONDS",
    show_default=True,
    help="Give a query up after.",
)
@store_option
def serve(port: int, timeout: float, store: str | None) -> None:
    """Serve the store on the loopback address: SPARQL at /sparql, a page to ask from at /, the explorer at /explorer.

    Nothing can be changed through it, and nothing but this machine can reach it. Ctrl-C ends it.

    \b
    Example:
      remit serve
      remit serve --port 0 --timeout 10
    """
    from ..exports.endpoint import Endpoint
    from ..graph.store import Store

    place = find_store(store)
    if "://" in place:
        raise UsageError(f"{place}: is an endpoint already; serve takes a store's folder")
    Store.read(place)
    with Endpoint(place, port, timeout) as endpoint:
        click.echo(f"serving {place} at {endpoint.address}", err=True)
        endpoint.serve_forever(poll_interval=0.2)
