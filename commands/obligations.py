"""`remit obligations`: the register of duties."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from .options import Day, answering, open_store
from .output import Answer, Output, plain, quoted, write
from .words import often

if TYPE_CHECKING:
    from ..graph.questions.obligations import Duty

COLUMNS = (
    ("Type", "type"),
    ("Bearer", "bearer"),
    ("Duty", "action"),
    ("Recipient", "recipient"),
    ("Deadline", "deadline"),
    ("How often", "frequency"),
    ("From", "from_"),
    ("Condition", "condition"),
    ("Status", "status"),
    ("First due", "first"),
    ("Due", "due"),
    ("Overdue by days", "overdue"),
    ("Mandated by", "mandates"),
    ("How known", "how"),
    ("Done for", "done_for"),
    ("Papers differ", "differs"),
)
STATUSES = ("due", "overdue", "done", "proposed", "lapsed", "unknown")
_BY: dict[str, Callable[[Duty], str]] = {
    "bearer": lambda duty: str(duty.bearer or "no bearer"),
    "recipient": lambda duty: ", ".join(map(str, duty.recipient)) or "no recipient",
    "mandate": lambda duty: ", ".join(duty.mandates) or "no mandate found",
    "status": lambda duty: duty.status,
    "due": lambda duty: duty.due or "no day",
    "document": lambda duty: duty.evidence[0].document if duty.evidence else "",
}
"""What the register can be sorted and grouped by."""


@click.command()
@click.option("--bearer", metavar="NAME", help="Who must.")
@click.option("--recipient", metavar="NAME", help="To whom it is owed.")
@click.option("--mandate", metavar="NAME", help="The direction, terms of reference, resolution, Act or section it rests on.")  # fmt: skip
@click.option("--act", metavar="TITLE", help="The Act or section it rests on.")
@click.option("--status", type=click.Choice(STATUSES), help="How it stands on the day.")
@click.option("--due-before", type=Day(), metavar="DATE", help="What falls due before a day, dated decisions included.")
@click.option("--document", metavar="PART", help="Part of the name of a paper that states it.")
@click.option("--sort", type=click.Choice(tuple(_BY)), help="Order by (bearer and day unless told otherwise).")
@click.option("--group-by", "group", type=click.Choice(tuple(_BY)), default="bearer", show_default=True, help="Group by.")  # fmt: skip
@answering
def obligations(  # one parameter an option
    bearer: str | None,
    recipient: str | None,
    mandate: str | None,
    act: str | None,
    status: str | None,
    due_before: str | None,
    document: str | None,
    sort: str | None,
    group: str,
    as_of: str | None,
    store: str | None,
    output: Output,
) -> None:
    """List the duties: who must do what, for whom, by when, and because of what.

    A duty that comes again is told for the next day it falls due, or with --due-before for the last day before that one.
    "done" shows the passage that says so; what the papers do not settle is "unknown".

    \b
    Example:
      remit obligations --bearer Council
      remit obligations --due-before 2024-08-01 --as-of 2024-07-15
      remit obligations --act "Local Government Act 1999" --group-by status --format csv -o register.csv
    """
    from ..graph.questions.instruments import end_conditions
    from ..graph.questions.naming import find
    from ..graph.questions.obligations import Wanted
    from ..graph.questions.obligations import obligations as ask

    look = open_store(store)
    resting = find(look, mandate) if mandate else find(look, act, "Act", "Provision") if act else None
    wanted = Wanted(
        bearer=find(look, bearer, "Body", "Post", "Person") if bearer else None,
        recipient=find(look, recipient, "Body", "Post", "Person") if recipient else None,
        mandate=resting,
        status=status,
        due_before=due_before,
        document=document,
    )
    duties = ask(look, wanted, as_of)
    if mandate and act:
        also = {duty.id for duty in ask(look, Wanted(mandate=find(look, act, "Act", "Provision")), as_of)}
        duties = [duty for duty in duties if duty.id in also]
    if sort:
        duties.sort(key=_BY[sort])
    if group != "bearer" or sort is None:
        duties.sort(key=_BY[group])
    mandated = {name for duty in duties for name in duty.mandates}
    notes = [note for note in end_conditions(look) if note[0] in mandated]
    given = {
        "bearer": bearer, "recipient": recipient, "mandate": mandate, "act": act, "status": status,
        "due before": due_before, "document": document,
    }  # fmt: skip
    query = ", ".join(f"{name} {value}" for name, value in given.items() if value) or "all obligations"
    nothing = f"{query}: the store holds no such duty"
    write(Answer(query, duties, COLUMNS, nothing, as_of, lambda: _shown(duties, notes, group)), output)


def _shown(duties: Sequence[Duty], notes: Sequence[tuple[str, str]], group: str) -> Iterator[str]:
    """The register in groups, each duty with its words; then what the end of its instruments depends on."""
    last = None
    for duty in duties:
        head = _BY[group](duty)
        if head != last:
            if last is not None:
                yield ""
            yield plain(head)
            last = head
        yield "  " + plain(_line(duty, group))
        yield from quoted(duty.evidence, "      ", most=2)
        if duty.done:
            yield "      done:"
            yield from quoted(duty.done, "        ")
        for difference in duty.differs:
            yield f"      papers differ: {plain(difference)}"
    for name, text in notes:
        yield ""
        yield plain(f"{name}: their end is said to depend on a decision that no document here records: “{text}”")


def _line(duty: Duty, group: str) -> str:
    """A duty in one line."""
    by = ", ".join(f"{name} ({how})" for name, how in zip(duty.mandates, duty.how, strict=True))
    marks = [
        f"to {', '.join(map(str, duty.recipient))}" if duty.recipient else None,
        often(duty.frequency),
        f"by {duty.deadline}" if duty.deadline else None,
        f"from {duty.from_}" if duty.from_ else None,
        duty.condition,
        _standing(duty),
        by or "no mandate found",
    ]
    who = f"{duty.bearer}: " if group != "bearer" and duty.bearer else ""
    kind = "decision, no duty: " if duty.type == "decision" else ""
    return f"{kind}{who}{duty.action} ({'; '.join(filter(None, marks))})"


def _standing(duty: Duty) -> str | None:
    """How a duty stands on the day, in words."""
    if duty.overdue is not None:
        return f"overdue by {duty.overdue} days, since {duty.due}"
    if duty.status == "done":
        return f"done for {duty.due}" if duty.due else "done"
    if duty.due and duty.due != duty.deadline:
        return f"{duty.status} {duty.due}" if duty.status == "due" else f"{duty.status} for {duty.due}"
    return None if duty.status == "unknown" and not duty.due else duty.status
