"""The reference of the command line, from the commands themselves."""

from __future__ import annotations

import re

import click

HEAD = """\
# The command line

Made by `make docs-generate` from the commands themselves; `remit COMMAND --help` says the same. Exit codes: 0 answered;
1 nothing found, or a check found something; 2 the question was not well put; 3 something could not be read.
"""


def cli_page() -> str:
    """The page."""
    from remit.cli import COMMANDS, remit

    context = click.Context(remit, info_name="remit")
    parts = [HEAD, " · ".join(f"[{name}](#remit-{name})" for name in COMMANDS) + "\n"]
    for name in COMMANDS:
        command = remit.get_command(context, name)
        assert command is not None
        parts.append(_section(name, command, click.Context(command, info_name=name, parent=context)))
    return "\n".join(parts)


def examples(command: click.Command) -> list[str]:
    """The command lines that a command's help gives as examples."""
    text = re.sub(r"\\\n\s*", "", (command.help or "").partition("Example:")[2])
    return [line.strip() for line in text.split("\n") if re.match(r"\s*(?:\S.*\|\s*)?remit ", line)]


def _section(name: str, command: click.Command, context: click.Context) -> str:
    """One command: what it does, how it is called, its examples."""
    about, _, _ = (command.help or "").partition("\b")
    lines = [f"## remit {name}", "", *_paragraphs(about), "", "```text", _usage(command, context), "```", ""]
    options = [one for one in command.params if isinstance(one, click.Option)]
    rows = [row for one in options if (row := _row(one, context))]
    if rows:
        lines += ["| option | |", "| --- | --- |", *(f"| `{_bar(left)}` | {_bar(right)} |" for left, right in rows), ""]
    if shown := examples(command):
        lines += ["```text", *shown, "```", ""]
    return "\n".join(lines)


def _paragraphs(about: str) -> list[str]:
    parts = [" ".join(part.split()) for part in re.split(r"\n\s*\n", about.strip()) if part.strip()]
    return "\n\n".join(parts).split("\n")


def _usage(command: click.Command, context: click.Context) -> str:
    return " ".join(f"remit {context.info_name} {' '.join(command.collect_usage_pieces(context))}".split())


def _row(option: click.Option, context: click.Context) -> tuple[str, str] | None:
    """An option as it is written and what it does; None for one that is not told."""
    found = option.get_help_record(context)
    if found is None:
        return None
    about = option.help or ""
    default = f" Default: {option.default}." if option.show_default else ""
    return found[0], (about + default).replace("<", "&lt;")


def _bar(text: str) -> str:
    return text.replace("|", "\\|")
