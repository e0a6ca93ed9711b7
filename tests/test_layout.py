"""The layout that the design promises: which room may use which, and how long a module may be."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import remit

ROOT = Path(remit.__file__).parent
ROOMS = ("ontology", "graph", "ingest", "exports", "commands", "api")
MAY_USE = {
    "ontology": {"errors"},
    "graph": {"errors", "ontology"},
    "ingest": {"errors", "ontology", "graph"},
    "exports": {"errors", "ontology", "graph"},
    "commands": {"errors", "ontology", "graph", "ingest", "exports", "cli", ""},
    "api": {"errors", "ontology", "graph", "ingest", "exports", "commands"},
}
MODULES = sorted(p for room in ROOMS for p in (ROOT / room).rglob("*.py"))


def rooms_used(path: Path) -> set[str]:
    """The rooms of the package from which a module imports."""
    package = path.relative_to(ROOT).parts[:-1]
    used = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1]
            names = [*base, *(node.module or "").split(".")]
            if names and names[0]:
                used.add(names[0])
            else:
                used.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "remit":
            used.add("an absolute import of remit")
    return used - {package[0]}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_run_one_way(path):
    """A module uses only the rooms below its own, by relative imports."""
    room = path.relative_to(ROOT).parts[0]
    assert rooms_used(path) <= MAY_USE[room]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_are_short_and_say_what_they_hold(path):
    """A module has at most 300 lines and opens with a docstring."""
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    assert ast.get_docstring(ast.parse(text))
