"""`remit obligations`: the register of duties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from .options import Day, answering, open_store
from .output import Answer, Output, plain, quoted, write
from .words import often

if TYPE_CHECKING:
    from ..graph.questions.obligations import Duty

COLUMNS = (
    ("Bearer", "bearer"),
    ("Duty", "action"),
    ("Recipient", "recipient"),
    ("Deadline", "deadline"),
    ("How often", "frequency"),
    ("From", "from_"),
    ("Condition", "condition"),
    ("Status", "status"),
    ("Due", "due"),
    ("Overdue by days", "overdue"),
    ("Mandated by", "mandates"),
    ("How known", "how"),
)
STATUSES = ("due", "overdue", "done", "proposed", "lapsed", "unknown")


@click.command()
@click.option("--bearer", metavar="NAME", help="Who must.")
@click.option("--recipient", metavar="NAME", help="To whom it is owed.")
@click.option("--mandate", metavar="NAME", help="The direction, terms of reference, Act or section it rests on.")
@click.option("--status", type=click.Choice(STATUSES), help="How it stands on the day.")
@click.option("--due-before", type=Day(), metavar="DATE", help="What falls due before a day.")
@answering
def obligations(
    bearer: str | None,
    recipient: str | None,
    mandate: str | None,
    status: str | None,
    due_before: str | None,
    as_of: str | None,
    store: str | None,
    output: Output,
) -> None:
    """List the duties: who must do what, for whom, by when, and because of what.

    \b
    Example:
      remit obligations --bearer Council
      remit obligations --due-before 2024-08-01 --as-of 2024-07-15
      remit obligations --mandate "Local Government Act 1999" --format csv -o register.csv
    """
    from ..graph.questions.instruments import end_conditions
    from ..graph.questions.naming import find
    from ..graph.questions.obligations import Wanted
    from ..graph.questions.obligations import obligations as ask

    look = open_store(store)
    wanted = Wanted(
        bearer=find(look, bearer, "Body", "Post", "Person") if bearer else None,
        recipient=find(look, recipient, "Body", "Post", "Person") if recipient else None,
        mandate=find(look, mandate) if mandate else None,
        status=status,
        due_before=due_before,
    )
    duties = ask(look, wanted, as_of)
    mandated = {name for duty in duties for name in duty.mandates}
    notes = [note for note in end_conditions(look) if note[0] in mandated]
    given = {"bearer": bearer, "recipient": recipient, "mandate": mandate, "status": status, "due before": due_before}
    query = ", ".join(f"{name} {value}" for name, value in given.items() if value) or "all obligations"
    nothing = f"{query}: the store holds no such duty"
    write(Answer(query, duties, COLUMNS, nothing, as_of, lambda: _shown(duties, notes)), output)


def _shown(duties: Sequence[Duty], notes: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The register, grouped by bearer, each duty with its words; then what the end of its instruments depends on."""
    last = None
    for duty in duties:
        if duty.bearer != last:
            if last is not None:
                yield ""
            yield plain(str(duty.bearer or "no bearer"))
            last = duty.bearer
        to = f" to {', '.join(map(str, duty.recipient))}" if duty.recipient else ""
        by = ", ".join(f"{name} ({how})" for name, how in zip(duty.mandates, duty.how, strict=True))
        standing = f"{duty.status} {duty.due}" if duty.due and duty.status == "due" else duty.status
        if duty.overdue is not None:
            standing = f"overdue by {duty.overdue} days, since {duty.due}"
        marks = [
            often(duty.frequency),
            f"by {duty.deadline}" if duty.deadline else None,
            f"from {duty.from_}" if duty.from_ else None,
            duty.condition,
            standing if standing != "unknown" else None,
            by or "no mandate found",
        ]
        yield "  " + plain(f"{duty.action}{to}") + f" ({plain('; '.join(filter(None, marks)))})"
        yield from quoted(duty.evidence, "      ", most=2)
        for proof in duty.done:
            yield from quoted((proof,), "      done: ")
    for name, text in notes:
        yield ""
        yield plain(f"{name}: their end is said to depend on a decision that no document here records: “{text}”")
