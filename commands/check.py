"""`remit check`: contradictions between papers, and gaps in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from ..errors import UsageError
from .options import answering, open_store
from .output import Answer, Output, deliver, plain, quoted, table, write

if TYPE_CHECKING:
    from ..graph.checks import Finding

COLUMNS = (
    ("Severity", "severity"),
    ("Rule", "rule"),
    ("Finding", "text"),
    ("About", "about"),
    ("Accepted", "accepted"),
    ("Id", "id"),
)


@click.command()
@click.option("--rule", "wanted", multiple=True, metavar="ID", help="Only this check (again for several).")
@click.option("--severity", type=click.Choice(("error", "warning", "note")), help="Only findings at least as grave.")
@click.option("--accepted", "with_accepted", is_flag=True, help="Also the findings that the ledger accepts.")
@click.option("--list", "listing", is_flag=True, help="List the checks, and run none.")
@answering
@click.pass_context
def check(
    ctx: click.Context,
    wanted: tuple[str, ...],
    severity: str | None,
    with_accepted: bool,
    listing: bool,
    as_of: str | None,
    store: str | None,
    output: Output,
) -> None:
    """Find what contradicts in the papers and what is missing from them, with the words on each side.

    Contradictions count only where both sides are valid at one time. A finding that is right as it stands is accepted by
    its identifier: remit accept ID. Exit code 1 says that something was found.

    \b
    Example:
      remit check
      remit check --severity error
      remit check --rule present-and-absent --format json
      remit check --as-of 2024-12-31 -o findings.csv --format csv
    """
    from ..graph.checks import RULES, SEVERITIES, findings

    if unknown := sorted(set(wanted) - {rule.id for rule in RULES}):
        raise UsageError(f"no check {unknown[0]!r}; remit check --list names them")
    if listing:
        rows = [[rule.id, rule.severity, rule.group, rule.explanation] for rule in RULES]
        deliver(table(["Check", "Severity", "Group", "What it finds"], rows), output.file)
        return
    worst = SEVERITIES.index(severity) if severity else len(SEVERITIES)
    found = [
        one
        for one in findings(open_store(store), as_of, rules=set(wanted) or None)
        if SEVERITIES.index(one.severity) <= worst and (with_accepted or one.accepted is None)
    ]
    if not found and output.form == "table":
        click.echo("nothing found")
        return
    write(Answer("check", found, COLUMNS, "", as_of, lambda: _shown(found)), output, may_be_empty=True)
    ctx.exit(1 if any(one.accepted is None for one in found) else 0)


def _shown(found: Sequence[Finding]) -> Iterator[str]:
    """Findings by severity and rule, each with its sides and their words."""
    last = None
    for one in found:
        if one.rule != last:
            if last is not None:
                yield ""
            last = one.rule
            yield f"{one.severity}: {one.kind} [{one.rule}]"
            yield f"  {one.explanation}"
        yield f"  - {plain(one.text)}"
        for side in one.sides:
            yield f"      {plain(side.says)}"
            yield from quoted(side.evidence, "        ", most=2)
        yield f"      {one.id}" + (f" (accepted: {plain(one.accepted)})" if one.accepted else "")
    yield ""
    counts = {severity: sum(one.severity == severity for one in found) for severity in ("error", "warning", "note")}
    yield ", ".join(f"{n} {severity}{'s' if n != 1 else ''}" for severity, n in counts.items() if n)
