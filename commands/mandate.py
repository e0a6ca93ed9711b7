"""`remit mandate`: which direction, resolution or Act mandates an action."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from ..errors import UsageError
from .options import as_of_option, open_store, store_option
from .output import FORMATS, Answer, Output, deliver, plain, quoted, write
from .words import instrument_words, often

if TYPE_CHECKING:
    from ..graph.questions.mandate import Chain, Link

COLUMNS = (
    ("Type", "type"),
    ("Who", "bearer"),
    ("What", "text"),
    ("To", "recipient"),
    ("How often", "frequency"),
    ("By when", "deadline"),
    ("Mandated by", "mandates"),
)


@click.command()
@click.argument("text", required=False)
@click.option("--all", "every", is_flag=True, help="Every duty, decision, action and establishment.")
@click.option(
    "--format", "form", type=click.Choice((*FORMATS, "jsonl")), default="table", help="table, json, csv or jsonl."
)
@click.option("-o", "file", type=click.Path(dir_okay=False, allow_dash=True), help="Write to a file.")
@as_of_option
@store_option
def mandate(text: str | None, every: bool, form: str, file: str | None, as_of: str | None, store: str | None) -> None:
    """Show what mandates the action that TEXT describes, up to the Act, with the words for every link.

    TEXT is any words of the duty, decision or action; endings do not matter. Links are marked as stated in a document or
    inferred, the inferred with their reasons. "no mandate found" is an answer too.

    \b
    Example:
      remit mandate "quarterly reports"
      remit mandate "establish the improvement board" --as-of 2024-04-01
      remit mandate --all --format csv -o mandates.csv
    """
    from ..graph.questions.mandate import all_mandates, mandates

    if (text is None) != every:
        raise UsageError("say which action, or --all for every one, not both")
    look = open_store(store)
    chains = all_mandates(look, as_of) if text is None else mandates(look, text, as_of)
    file = None if file == "-" else file
    if form == "jsonl":
        deliver(_json_lines(chains), file)
        return
    nothing = (
        f"{text!r}: no duty, decision or action in the store has these words"
        if text is not None
        else "the store holds no duty"
    )
    answer = Answer(text or "--all", chains, COLUMNS, nothing, as_of, lambda: _shown(chains))
    write(answer, Output(form, file))


def _shown(chains: Sequence[Chain]) -> Iterator[str]:
    """Each action with its words, then the links up from it."""
    for at, chain in enumerate(chains):
        if at:
            yield ""
        yield plain(_head(chain))
        yield from quoted(chain.evidence, "    ")
        if not chain.mandates:
            yield "  no mandate found"
        for link in chain.mandates:
            yield from _link(link)


def _head(chain: Chain) -> str:
    """An action in one line."""
    who = f"{chain.bearer}: " if chain.bearer else ""
    to = f" to {', '.join(map(str, chain.recipient))}" if chain.recipient else ""
    first = chain.deadline or chain.from_
    when = (
        " ".join(("first" if chain.frequency else "", "by" if chain.deadline else "from", first)).strip()
        if first
        else None
    )
    marks = [often(chain.frequency), when, chain.date, chain.condition]
    tail = "; ".join(filter(None, marks))
    return f"{chain.type}: {who}{chain.text}{to}" + (f" ({tail})" if tail else "")


def _link(link: Link) -> Iterator[str]:
    """One link up, with what stands behind it."""
    indent = "  " * link.level
    yield indent + plain(f"\N{RIGHTWARDS ARROW} {link.how}: {instrument_words(link.instrument, brief=True)}")
    for basis in link.instrument.basis:
        yield f"{indent}    under {plain(basis.name)} <{basis.id}>"
    if link.instrument.id.startswith("http"):
        yield f"{indent}    <{link.instrument.id}>"
    if link.how == "inferred":
        for reason in link.because:
            yield f"{indent}    because {plain(reason)}"
    yield from quoted(link.evidence, indent + "    ", most=2)


def _json_lines(chains: Sequence[Chain]) -> Iterator[str]:
    """For each passage that states an action, one object: document, quote, type and mandates."""
    import json

    types = {"establishment": "establishes"}
    for chain in chains:
        for proof in chain.evidence:
            line: dict[str, Any] = {
                "document": proof.document,
                "quote": proof.quote,
                "type": types.get(chain.type, chain.type),
                "mandates": [
                    {
                        "by": _called(link),
                        "how": link.how,
                        "because": "; ".join(link.because),
                        "provisions": [basis.name for basis in link.instrument.basis],
                    }
                    for link in chain.mandates
                    if link.level == 1
                ],
            }
            yield json.dumps(line, ensure_ascii=False)


def _called(link: Link) -> str:
    """A mandate as chains call it: directions by their date, the others by name."""
    one = link.instrument
    if one.kind == "direction":
        return f"Directions {one.date}{' (draft)' if one.status == 'proposed' else ''}"
    return one.name
