"""`remit demo`: the example case, read into a store of its own and asked the questions, its traps among them.

Invariant: each stop is an ordinary command, shown as it can be typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

import click

from .options import FOLDER

CASE = """\
An invented council, Ashmere, under the directions of a minister, in ten short papers:
  01  directions of June 2023: in force until June 2025; they revoke those of 2021
  02  a draft direction of another Secretary of State, never made
  03  a decision report with two terms of reference, in tables
  04  minutes, October 2023: one councillor is both present and among the apologies
  05  minutes, July 2025: the directions have lapsed and are still relied on; a department has a new name
  06  a progress report: three groups that report in a circle; a duty that falls on nobody
  07  a letter of the commissioners
  08  an action log: actions without a mandate
  09  an organogram: a vacant post, and a namesake
  10  terms of reference without a date"""


@dataclass(frozen=True, slots=True)
class Stop:
    """A question, a sentence on what its answer shows, and the command that asks it."""

    question: str
    shows: str
    words: tuple[str, ...]


RIB = "Recovery and Improvement Board"
TOUR = (
    Stop(
        "Who reports to whom?",
        "Each line with the words that say so. What the chair owes under the draft stands apart from what the board owes.",
        ("reports-to", "Children's Assurance Board"),
    ),
    Stop(
        "Which direction mandates it?",
        "The chain from a duty up to the section of the Act that gives the power, every link with its words.",
        ("mandate", "report every three months on the Recovery Plan"),
    ),
    Stop(
        "What must the board do, on 16 July 2025?",
        "Most rest on its terms of reference; one only on directions that lapsed two weeks before.",
        ("obligations", "--bearer", RIB, "--as-of", "2025-07-16"),
    ),
    Stop(
        "Which directions no longer bind?",
        "Those of 2021 were revoked, those of 2023 ran out; the draft of 2024 is in neither list, for it never bound.",
        ("query", "directions-under", "-p", "basis=Local Government Act 1999"),
    ),
    Stop(
        "What contradicts?",
        "Somebody present and absent, a post held in two forms, a circle of reporting: both sides quoted.",
        ("check", "--severity", "error"),
    ),
    Stop(
        "What is missing?",
        "A duty that falls on nobody.",
        ("check", "--rule", "no-bearer"),
    ),
    Stop(
        "Which duties and actions have no mandate?",
        "Nothing in the papers imposes these: no direction, resolution, terms of reference or Act.",
        ("query", "without-mandate"),
    ),
    Stop(
        "And the department with the new name?",
        "A successor, not the same body: what was owed to the old one is not silently owed to the new one.",
        ("body", "Ministry for Local Services"),
    ),
    Stop(
        "Who is Marsh?",
        "Namesakes are not guessed at: remit asks back (exit code 2).",
        ("person", "Marsh"),
    ),
    Stop(
        "Who is Director of Children's Services?",
        "The organogram has the post as vacant.",
        ("holders", "Director of Children's Services"),
    ),
    Stop(
        "What has been read?",
        "Two papers bear no date: answers from them say so, and are never dated by the day of reading.",
        ("documents",),
    ),
)


@click.command()
@click.argument("folder", required=False, default="demo", metavar="[FOLDER]")
def demo(folder: str) -> None:
    """Read the example papers into FOLDER (else ./demo), ask them the questions, and write the page.

    The papers are invented, and planted with what goes wrong in real ones; each answer says what it shows.

    \b
    Example:
      remit demo
      remit demo /tmp/ashmere
    """
    from ..cli import remit

    place = Path(folder)
    store = str(place / FOLDER)
    click.echo(f"{CASE}\n")
    with as_file(files(__package__.rpartition(".")[0]) / "examples") as papers:
        if code := _run(remit, "ingest", str(papers), "--collection", "Ashmere", "--store", store):
            raise click.exceptions.Exit(code)
    for stop in TOUR:
        click.echo(f"\n{stop.question}\n{stop.shows}\n")
        _run(remit, *stop.words, "--store", store)
    page = str(place / "explorer.html")
    click.echo("\nThe whole case as one page, to open in a browser; it asks no other machine for anything.\n")
    _run(remit, "export", "explorer", "-o", page, "--store", store)
    click.echo(f"\nAsk on:  remit reports-to NAME --store {store}     All commands:  remit --help")


def _run(group: click.Group, *words: str) -> int:
    """Show a command line and what it answers; its exit code."""
    shown = " ".join(f'"{word}"' if " " in word else word for word in words if word)
    click.echo(f"$ remit {shown}")
    code = 0
    try:
        group.main(list(words))
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    return code
