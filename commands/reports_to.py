"""`remit reports-to`: the reporting line upward from a body, post or person, or downward."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from .options import answering, open_store
from .output import Answer, Output, plain, quoted, write
from .words import often

if TYPE_CHECKING:
    from ..graph.questions.reporting import Line

COLUMNS = (
    ("Level", "level"),
    ("Reporter", "reporter"),
    ("Superior", "superior"),
    ("Kind", "kind"),
    ("How often", "frequency"),
    ("What", "what"),
    ("Apart", "apart"),
    ("Known", "known"),
    ("Seen", "seen"),
)


@click.command("reports-to")
@click.argument("name")
@click.option("--down", is_flag=True, help="Those below, instead of those above.")
@click.option("--depth", type=click.IntRange(1), metavar="N", help="At most N steps.")
@click.option("--tree", is_flag=True, help="The lines alone, as a tree, without quotes.")
@answering
def reports_to(
    name: str, down: bool, depth: int | None, tree: bool, as_of: str | None, store: str | None, output: Output
) -> None:
    """Show to whom NAME reports, and so on upward, with the words that say so.

    Reporting and being held to account are told apart, and the lines of a post in a body from the body's own.

    \b
    Example:
      remit reports-to "Improvement Board"
      remit reports-to Cabinet --down --tree
      remit reports-to "Improvement Board" --as-of 2024-04-01 --format json
    """
    from ..graph.questions.naming import find
    from ..graph.questions.reporting import reporting_lines

    look = open_store(store)
    asked = find(look, name, "Body", "Post", "Person")
    own = look.ref(asked).name
    lines = reporting_lines(look, asked, down=down, depth=depth, on=as_of)
    nothing = f"{own}: {'nobody is said to report to it' if down else 'no reporting line'}{_on(as_of)}"
    answer = Answer(name, lines, COLUMNS, nothing, as_of, lambda: _shown(own, lines, down, tree))
    write(answer, output)


def _on(day: str | None) -> str:
    """The day asked for, in words."""
    return f" as of {day}" if day else ""


def _shown(own: str, lines: Sequence[Line], down: bool, tree: bool) -> Iterator[str]:
    """The walk as indented lines, each followed by its words; the lines that stand apart at the end."""
    yield plain(own)
    apart = False
    for line in lines:
        if line.apart and not apart:
            apart = True
            yield ""
            yield plain(
                f"Apart from {own} itself, its posts:" if line.reporter.kind == "post" or down else "Posts held:"
            )
        indent = "  " * line.level
        yield indent + plain(_said(line, down))
        if not tree:
            yield from quoted(line.evidence, indent + "      ")


def _said(line: Line, down: bool) -> str:
    """One line in words."""
    if line.apart:
        verb = "reports to" if line.kind == "reports" else "is held to account by"
        head = f"{line.reporter} {verb} {line.superior}"
    elif down:
        head = f"\N{LEFTWARDS ARROW} {line.reporter}"
    else:
        head = "\N{RIGHTWARDS ARROW} "
        head += f"reports to {line.superior}" if line.kind == "reports" else f"is held to account by {line.superior}"
    seen = f"seen {', '.join(line.seen)}" if line.seen else "undated"
    kind = ("reports" if line.kind == "reports" else "held to account") if down and not line.apart else None
    marks = [
        kind,
        often(line.frequency),
        f"on {line.what}" if line.what else None,
        line.known,
        seen,
        line.round or None,
    ]
    return f"{head} ({'; '.join(filter(None, marks))})"
