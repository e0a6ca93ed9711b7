"""The `remit` command: the group, and what becomes of errors.

Invariant: a command's module is imported when that command is called, never before, so that a cold question costs what
it needs and no more. Whatever goes wrong reaches the user as one line and an exit code: 1 nothing found, or a check
found something; 2 the question was not well put; 3 input or store could not be read, or part of the input.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any, NoReturn

import click

from .errors import AmbiguousName, RemitError

COMMANDS = {
    "ingest": "ingest",
    "documents": "documents",
    "status": "documents",
    "withdraw": "documents",
    "backup": "backup",
    "restore": "backup",
    "facts": "facts",
    "reports-to": "reports_to",
    "mandate": "mandate",
    "obligations": "obligations",
    "directions": "directions",
    "act": "directions",
    "members": "members",
    "holders": "members",
    "person": "entities",
    "body": "entities",
    "timeline": "timeline",
    "diff": "diff",
    "check": "check",
    "why": "why",
    "same": "ledger",
    "different": "ledger",
    "rename": "ledger",
    "reject": "ledger",
    "correct": "ledger",
    "add": "ledger",
    "accept": "ledger",
    "undo": "ledger",
    "review": "review",
    "query": "query",
    "validate": "validate",
    "export": "export",
    "serve": "serve",
    "demo": "demo",
    "completion": "completion",
}
"""Each command and the module of `commands/` that holds it, in the order of the help."""


MOST = 20
"""How many of the entries that a name fits are printed."""


class Lazy(click.Group):
    """A group that imports a command when it is called, and turns every error into one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported now; None if there is none."""
        del ctx
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        name = f"{__package__}.commands.{module}"
        __import__(name)
        command: click.Command = getattr(sys.modules[name], cmd_name.replace("-", "_"))
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; an unknown one is answered with the nearest known."""
        name = args[0]
        if not name.startswith("-") and name not in COMMANDS:
            from difflib import get_close_matches

            near = get_close_matches(name, COMMANDS, 1)
            hint = f"did you mean {near[0]}?" if near else "remit --help lists the commands"
            raise click.UsageError(f"no command {name!r}; {hint}")
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command line and leave with its exit code."""
        extra["standalone_mode"] = False
        if len(args) < 2 and not extra.get("prog_name"):
            extra["prog_name"] = "remit"
        sys.exit(_guarded(lambda: super(Lazy, self).main(*args, **extra)))


def _guarded(run: Callable[[], Any]) -> int:
    """Run something; tell of what goes wrong in one line; give the exit code."""
    try:
        code = run()
        return code if isinstance(code, int) else 0
    except AmbiguousName as error:
        shown = [f"  {candidate}" for candidate in error.candidates[:MOST]]
        if len(error.candidates) > MOST:
            shown.append(f"  and {len(error.candidates) - MOST} more; a longer part of the name fits fewer")
        _say(f"{error.name!r} fits {len(error.candidates)} entries; say which:", *shown)
        return error.exit_code
    except RemitError as error:
        _say(str(error))
        return error.exit_code
    except click.ClickException as error:
        if error.__class__.__name__ == "NoArgsIsHelpError":  # click 8.2; older ones print the help themselves
            click.echo(error.format_message())
            return 0
        _say(error.format_message() + _where_to_look(error))
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say("interrupted; what was finished is kept")
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        name = str(error.filename or "the system").removesuffix(".part")
        _say(f"{name}: {error.strerror or error}; check the path and what may be written there")
        return 3
    except RecursionError:
        _say("the input is nested too deeply to be read")
        return 3
    except Exception as error:
        if os.environ.get("REMIT_DEBUG"):
            raise
        _say(f"a fault in remit itself, {type(error).__name__}: {error} (REMIT_DEBUG=1 shows where); please report it")
        return 3


def _say(*lines: str) -> None:
    """Print lines on standard error, the first with the program's name; each is kept to one line."""
    first, *rest = [" ".join(line.split()) if not line.startswith("  ") else line for line in lines]
    click.echo("\n".join([f"remit: {first}", *rest]), err=True)


def _where_to_look(error: click.ClickException) -> str:
    """A pointer to the help of the command that was not well called."""
    ctx = getattr(error, "ctx", None)
    return f" ({ctx.command_path} --help shows how)" if ctx and ctx.command_path != "remit" else ""


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Print the versions that matter and leave."""
    if not wanted or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version
    from platform import python_version
    from shutil import which

    from . import __version__

    click.echo(f"remit {__version__}")
    click.echo(f"Python {python_version()}")
    for name in ("pyoxigraph", "rdflib", "pyshacl", "networkx", "pypdfium2", "pdfplumber", "python-docx", "lxml"):
        try:
            click.echo(f"{name} {version(name)}")
        except PackageNotFoundError:
            click.echo(f"{name} missing")
    for program, what, names in (
        ("LibreOffice", "old Word files", ("soffice", "libreoffice")),
        ("tesseract", "scans", ("tesseract",)),
    ):
        there = any(which(name) for name in names)
        click.echo(f"{program} {'found' if there else 'not found'} (for {what})")
    ctx.exit()


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version",
    is_flag=True,
    callback=_version,
    expose_value=False,
    is_eager=True,
    help="Print the versions, and exit.",
)
def remit() -> None:
    """Who reports to whom, and which direction mandates each action, with the words that prove it.

    \b
    Example:
      remit ingest papers/
      remit reports-to "Improvement Board"
      remit mandate "quarterly reports" --as-of 2024-04-01

    Every command explains itself: remit COMMAND --help. Exit codes: 0 answered, 1 nothing found or a check found
    something, 2 not well put, 3 something could not be read.
    """


def main() -> NoReturn:
    """The entry point of the installed command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    sys.exit(remit.main())


if __name__ == "__main__":
    main()
