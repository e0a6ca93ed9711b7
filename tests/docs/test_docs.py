"""The documentation tells the truth: every command line in README and docs runs, and prints what the pages show.

Where a test here fails because a command or a rule has changed on purpose: `make docs-generate`.
"""

from __future__ import annotations

import ast
import importlib.util
import json
import re
import shlex
import sys
from pathlib import Path

import pytest

from remit.cli import COMMANDS
from remit.cli import remit as group

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / "docs" / "tools"
AGAIN = "is stale: run `make docs-generate`, and read what it changed"
APART = {"serve"}
"""Commands whose examples are run elsewhere, since they run until they are stopped."""


def tool(name):
    """A module of docs/tools, which is no package."""
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
        module = sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[name]


blocks, cli_page, ontology_page = tool("blocks"), tool("cli_page"), tool("ontology_page")
PAGES = [page for page in blocks.pages() if blocks.blocks(page.read_text(encoding="utf-8"))]


def test_the_generated_pages_are_current():
    """The reference of the commands and the page of the ontology are what their sources make."""
    for name, make in (("cli", cli_page.cli_page), ("ontology", ontology_page.ontology_page)):
        page = ROOT / "docs" / f"{name}.md"
        assert page.read_text(encoding="utf-8") == make(), f"{page.name} {AGAIN}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_command_lines_of_a_page(page, case, tmp_path):
    """Each runs, with the exit code that the page tells of, and prints what the page shows."""
    text = page.read_text(encoding="utf-8")
    told = {}
    with blocks.desk(tmp_path, text, case) as folder:
        for block in blocks.blocks(text):
            if block.kind == "python":
                exec(compile(block.text, f"{page.name}", "exec"), told)
            for command in block.commands:
                if command.line.split()[0] in blocks.ELSEWHERE:
                    continue
                if command.line == "remit demo":
                    blocks.demonstrated(folder, case)
                    continue
                printed, code = blocks.run(command.line, folder)
                assert code == command.exit, f"{command.line}\n{printed}"
                if command.shown is not None and command.shown != printed:
                    shown = command.shown
                    assert blocks.fits(shown, printed), f"{page.name}, {command.line} {AGAIN}; it prints:\n{printed}"
        if "papers" in told:
            told["papers"].close()


def test_the_other_command_lines_are_tested_elsewhere():
    """Lines that make an environment or call make are those that the tests of the package and the Makefile know."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    package = (ROOT / "tests" / "test_package.py").read_text(encoding="utf-8")
    for page in PAGES:
        for block in blocks.blocks(page.read_text(encoding="utf-8")):
            for command in block.commands:
                first, *rest = shlex.split(command.line)
                if first == "make":
                    assert rest[0] in targets, command.line
                elif first in blocks.ELSEWHERE:
                    assert f'"{" ".join([first, *rest[:-1]])}"' in package, f"{command.line}: no test runs it"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_in_the_help_are_well_put(name):
    """Every command has examples, and each is one that the command line takes."""
    lines = cli_page.examples(group.get_command(None, name))
    assert any(f"remit {name}" in line for line in lines), f"remit {name} --help shows no example"
    for line in lines:
        words = shlex.split(line.rpartition("|")[2].partition(">")[0])
        command = group.get_command(None, words[1])
        command.make_context(words[1], words[2:])


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in APART])
def test_the_examples_in_the_help_run(name, case, tmp_path):
    """Each is answered, or finds nothing, or finds something: none is a misuse."""
    lines = cli_page.examples(group.get_command(None, name))
    assert any(f"remit {name}" in line for line in lines), f"remit {name} --help shows no example"
    with blocks.desk(tmp_path, "<!-- example case -->", case) as folder:
        for line in lines:
            if "tcp://" in line:  # another machine's
                continue
            printed, _ = blocks.run(line, folder)
            assert "Traceback" not in printed
            assert "--help shows how" not in printed, f"{line}\n{printed}"


def test_the_notebook_runs(tmp_path, monkeypatch):
    """Its cells run in order, and what a cell ends with can be shown."""
    monkeypatch.chdir(tmp_path)
    cells = json.loads((ROOT / "docs" / "ashmere.ipynb").read_text(encoding="utf-8"))["cells"]
    names, shown = {}, 0
    for cell in cells:
        if cell["cell_type"] != "code":
            continue
        body = ast.parse("".join(cell["source"])).body
        last = body.pop() if isinstance(body[-1], ast.Expr) else None
        exec(compile(ast.Module(body, []), "cell", "exec"), names)
        value = eval(compile(ast.Expression(last.value), "cell", "eval"), names) if last else None
        if value is not None:
            shown += any(hasattr(value, name) for name in ("_repr_html_", "_repr_svg_"))
            assert repr(value)
    assert shown >= 5


def test_what_a_page_shows_may_leave_out():
    """`…` stands for anything in a line, and for any lines where it stands alone; all else must be as printed."""
    assert blocks.fits("a … c\n…\nz", "a b c\nd\ne\nz")
    assert blocks.fits("a\n…", "a\nb\nc")
    assert blocks.fits("a  ", "a")
    assert not blocks.fits("a\nz", "a\nb\nz")
    assert not blocks.fits("a … c", "a b d")


def test_every_page_is_in_the_site_and_every_link_leads_somewhere():
    """The menu names each page; a link between pages names a page that is there."""
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        assert f": {page.name}\n" in menu, page.name
        for target in re.findall(r"\]\(([\w.-]+\.(?:md|ipynb))", page.read_text(encoding="utf-8")):
            assert (ROOT / "docs" / target).is_file(), f"{page.name}: {target}"


@pytest.mark.slow
def test_the_site_is_built(tmp_path):
    """Mkdocs builds the site without a warning; no page asks another machine for anything it needs."""
    pytest.importorskip("mkdocs")
    import subprocess

    argv = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(tmp_path / "site")]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for page in (tmp_path / "site").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.findall(r'<(?:script|img|iframe)[^>]+src="(?:https?:)?//', text), page
        assert not re.findall(r'<link[^>]+rel="stylesheet"[^>]+href="(?:https?:)?//', text), page
