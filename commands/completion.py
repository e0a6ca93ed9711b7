"""`remit completion`: what a shell needs to complete commands and options."""

from __future__ import annotations

import click

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS), metavar="SHELL")
def completion(shell: str) -> None:
    """Print the script that completes remit's commands and options in SHELL: bash, zsh or fish.

    Put it where your shell looks: for bash `eval "$(remit completion bash)"` in ~/.bashrc, for zsh the same with zsh in
    ~/.zshrc, for fish the script itself in ~/.config/fish/completions/remit.fish.

    \b
    Example:
      remit completion bash
      remit completion fish > remit.fish
    """
    from click.shell_completion import get_completion_class

    from ..cli import remit

    made = get_completion_class(shell)
    assert made is not None
    complete = made(remit, {}, "remit", "_REMIT_COMPLETE")
    click.echo(complete.source_template % complete.source_vars(), nl=False)
