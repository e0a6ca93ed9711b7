"""`remit members` and `remit holders`: the people of a body and of a post."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from .options import answering, open_store
from .output import Answer, Output, plain, quoted, table, write

if TYPE_CHECKING:
    from ..graph.questions.listings import Unnamed
    from ..graph.questions.members import Holder, Place

MEMBER_COLUMNS = (
    ("Type", "type"),
    ("Capacity", "capacity"),
    ("Who", "who"),
    ("Role", "role"),
    ("Known", "known"),
    ("Since", "since"),
    ("Until", "until"),
    ("Seen", "seen"),
)
HOLDER_COLUMNS = (
    ("Person", "person"),
    ("Post", "post"),
    ("As printed", "role"),
    ("Form", "form"),
    ("Known", "known"),
    ("Since", "since"),
    ("Until", "until"),
    ("Seen", "seen"),
)


@click.command()
@click.argument("body")
@click.option("--history", is_flag=True, help="Also those whom later records no longer show.")
@answering
def members(body: str, history: bool, as_of: str | None, store: str | None, output: Output) -> None:
    """List the people of BODY by capacity, and the posts that have a seat on it.

    As of a day these are the people of its last record until then; each answer says how it knows.

    \b
    Example:
      remit members "Improvement Board" --as-of 2024-06-14
      remit members Cabinet --format csv
    """
    from ..graph.questions.members import members as ask
    from ..graph.questions.naming import find

    look = open_store(store)
    node = find(look, body, "Body")
    name = look.ref(node).name
    found = ask(look, node, as_of, history=history)
    nothing = f"{name}: nobody is recorded with it" + (f" as of {as_of}" if as_of else "")
    write(Answer(body, found, MEMBER_COLUMNS, nothing, as_of, lambda: _shown(name, found)), output)


def _shown(name: str, found: Sequence[Place]) -> Iterator[str]:
    """People, then seats, as tables."""
    yield plain(name)
    for kind, title in (("person", "People"), ("seat", "Seats")):
        some = [place for place in found if place.type == kind]
        if some:
            yield ""
            rows = [[p.capacity, p.who.name, p.role or "", _known(p), ", ".join(p.seen), _where(p)] for p in some]
            yield from table(["Capacity", title, "As printed", "Known", "Seen", "Document"], rows)


def _known(place: Place) -> str:
    """How a place is known, with its term where one is stated."""
    term = (f"since {place.since}" if place.since else None, f"until {place.until}" if place.until else None)
    return ", ".join(filter(None, (place.known, *term)))


def _where(place: Place) -> str:
    """The documents that show a place."""
    return ", ".join(dict.fromkeys(proof.document for proof in place.evidence))


@click.command()
@click.argument("post")
@answering
def holders(post: str, as_of: str | None, store: str | None, output: Output) -> None:
    """List who holds POST, and how that is known; titles that go on from the one given count too.

    \b
    Example:
      remit holders "Cabinet Member for Resources" --as-of 2024-12-01
    """
    from ..graph.questions.listings import unnamed
    from ..graph.questions.members import holders as ask
    from ..graph.questions.naming import find

    look = open_store(store)
    node = find(look, post, "Post")
    name = look.ref(node).name
    found: list[Holder | Unnamed] = [*ask(look, node, as_of), *unnamed(look, node, as_of)]

    def shown() -> Iterator[str]:
        yield plain(name)
        for one in found:
            since = [f"since {one.since}" if one.since else None, f"until {one.until}" if one.until else None]
            seen = f"seen {', '.join(one.seen)}" if one.seen else "undated"
            title = one.role or one.post.name
            yield "  " + plain(
                f"{one.person or one.form}: {title} ({'; '.join(filter(None, [one.known, *since, seen]))})"
            )
            yield from quoted(one.evidence, "      ", most=2)

    write(Answer(post, found, HOLDER_COLUMNS, f"{name}: no holder is recorded", as_of, shown), output)
