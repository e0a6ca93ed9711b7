"""The command lines in Markdown pages: found, run, compared with what the page shows, and written anew.

A block marked `console` holds command lines after `$ ` and what each prints; one marked `sh` holds command lines alone; one
marked `python` is run as it stands. In printed lines `…` stands for anything, on a line of its own for any lines. A comment
before a block says more: `<!-- exit 2 -->`, `<!-- first 12 lines -->`. Pages that hold `<!-- example case -->` find the
example case in `.remit`; every page finds some of its papers in `papers/`, the PDF among them as `minutes.pdf`, and the tables
of `docs/desk/` beside them.

Invariant: what a page shows is what the command prints, but for the name of the working folder.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", "CONTRIBUTING.md", "docs/*.md")
_BLOCK = re.compile(
    r"(?P<before>(?:<!--[^\n]*-->\n)*)(?P<indent> *)```(?P<kind>console|sh|python)\n(?P<body>.*?)\n(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
ELSEWHERE = ("pip", "pipx", "uv", "make", "git", "python", "python3", "cd", "source", "mkdir", ".venv/bin/python")
"""First words of command lines that make or leave an environment: the tests of the package run those."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command line of a page, what the page shows it to print, its exit code, and how many lines a page shows at most."""

    line: str
    shown: str | None
    exit: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a page: its kind, its commands (or, of Python, its text), and where it stands."""

    kind: str
    commands: tuple[Command, ...]
    text: str
    start: int
    end: int


def pages() -> list[Path]:
    """The pages that hold command lines."""
    return sorted({path for pattern in PAGES for path in ROOT.glob(pattern)})


def blocks(text: str) -> list[Block]:
    """The blocks of a page, in order."""
    out = []
    for found in _BLOCK.finditer(text):
        told = found["before"]
        code = re.search(r"exit (\d+)", told)
        first = re.search(r"first (\d+) lines", told)
        body = re.sub(rf"^{found['indent']}", "", found["body"], flags=re.MULTILINE)
        commands = _commands(found["kind"], body, int(code[1]) if code else 0, int(first[1]) if first else None)
        out.append(Block(found["kind"], tuple(commands), body, found.start("body"), found.end("body")))
    return out


def _commands(kind: str, body: str, code: int, most: int | None) -> Iterator[Command]:
    """The command lines of a block's body."""
    if kind == "sh":
        for line in re.sub(r"\\\n\s*", "", body).split("\n"):
            bare = re.sub(r"\s+#.*$", "", line).strip()
            if bare and not bare.startswith("#"):
                yield Command(bare, None, code)
    elif kind == "console":
        for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
            line, _, shown = re.sub(r"\\\n>?\s*", "", part).partition("\n")
            yield Command(line.strip(), shown.rstrip(), code, most)


def fits(shown: str, printed: str) -> bool:
    """Whether what a page shows is what was printed, `…` standing for anything."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == _ELLIPSIS else _lenient(line) + r"[ ]*\n" for line in shown.split("\n")
    )
    return re.fullmatch(pattern, printed.rstrip() + "\n") is not None


def _lenient(line: str) -> str:
    return ".*".join(re.escape(part) for part in line.rstrip().split(_ELLIPSIS))


@contextlib.contextmanager
def desk(folder: Path, text: str, case: Path) -> Iterator[Path]:
    """A working folder for the commands of a page, entered for as long as the context lasts."""
    papers = ROOT / "examples"
    (folder / "papers").mkdir()
    for name, called in (
        ("05-board-minutes-2025-07-16.pdf", "minutes.pdf"),
        ("03-decision-report.docx", "decision-report.docx"),
        ("01-directions-2023.txt", "directions.txt"),
    ):
        shutil.copy(papers / name, folder / "papers" / called)
    for table in (ROOT / "docs" / "desk").iterdir():
        shutil.copy(table, folder / table.name)
    if "<!-- example case -->" in text:
        shutil.copytree(case, folder / ".remit")
    before = os.getcwd()
    kept = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("REMIT_")}
    os.environ |= {"REMIT_WHO": "you", "SOURCE_DATE_EPOCH": "1735689600"}
    os.chdir(folder)
    try:
        yield folder
    finally:
        os.chdir(before)
        for name in ("REMIT_WHO", "SOURCE_DATE_EPOCH"):
            del os.environ[name]
        os.environ |= kept


def demonstrated(folder: Path, case: Path) -> None:
    """Leave in a folder what `remit demo` leaves there; what the tour prints is tested for itself."""
    shutil.copytree(case, folder / "demo" / ".remit")


def run(line: str, folder: Path) -> tuple[str, int]:
    """What a command line prints, its working folder left out, and its exit code."""
    if re.search(r"(?<!\\)[|>]|&&", re.sub(r"'[^']*'|\"[^\"]*\"", "", line)):
        bin_folder = folder / ".bin"
        if not bin_folder.exists():
            bin_folder.mkdir()
            script = bin_folder / "remit"
            script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m remit.cli "$@"\n', encoding="utf-8")
            script.chmod(0o755)
        env = {**os.environ, "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"}
        done = subprocess.run(line, shell=True, capture_output=True, text=True, env=env, check=False)  # noqa: S602 - our own pages
        return _told(done.stdout + done.stderr, folder), done.returncode
    from click.testing import CliRunner

    from remit.cli import remit

    words = shlex.split(line)
    if words[0] != "remit":
        raise ValueError(f"{line}: begins with no command of remit, and is none of {', '.join(ELSEWHERE)}")
    got = CliRunner().invoke(remit, words[1:], prog_name="remit")
    return _told(got.output, folder), got.exit_code


def _told(output: str, folder: Path) -> str:
    """Output without the name of the working folder, and without what of it moves."""
    for name in (str(folder), str(folder.resolve())):
        output = output.replace(f"{name}{os.sep}", "").replace(name, ".")
    return output.rstrip()


def refreshed(text: str, case: Path, folder: Path) -> str:
    """A page with what its commands print now, where what it shows no longer fits."""
    out, at = [], 0
    with desk(folder, text, case):
        for block in blocks(text):
            if block.kind == "python":
                continue
            parts, moved = [], False
            for command in block.commands:
                if command.line.split()[0] in ELSEWHERE:
                    parts.append(f"$ {command.line}" + (f"\n{command.shown}" if command.shown else ""))
                    continue
                if command.line == "remit demo":
                    demonstrated(folder, case)
                    parts.append(f"$ {command.line}")
                    continue
                printed, code = run(command.line, folder)
                if code != command.exit:
                    raise SystemExit(f"{command.line}: exit code {code}, the page says {command.exit}:\n{printed}")
                shown = command.shown if command.shown and fits(command.shown, printed) else _cut(printed, command.most)
                moved |= shown != command.shown
                parts.append(f"$ {command.line}" + (f"\n{shown}" if shown else ""))
            if block.kind == "console" and moved:
                out.append(text[at : block.start] + "\n".join(parts))
                at = block.end
    return "".join(out) + text[at:]


def _cut(printed: str, most: int | None) -> str:
    """The first lines of what was printed, and a mark that there are more."""
    lines = printed.split("\n")
    return printed if most is None or len(lines) <= most else "\n".join([*lines[:most], _ELLIPSIS])
