"""The mapping of a table: named with `--mapping`, else the YAML file beside the table (`members.csv.yaml`).

Invariant: a mapping named outright that makes no sense stops the command; one beside a table costs that table alone.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from ..ingest.tables.mapping import Mapping

_TABLES = (".csv", ".tsv", ".xlsx", ".xlsm", ".ods", ".fods")


def mapping_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--mapping`."""
    return click.option("--mapping", metavar="FILE", help="A YAML file that says what the columns of a table state (else TABLE.yaml beside it).")(command)  # fmt: skip


def read_given(path: str | None) -> Mapping | None:
    """The mapping named on the command line; raises MappingError or ReadError."""
    if path is None:
        return None
    from ..ingest.tables.mapping import read_mapping

    return read_mapping(Path(path))


def beside(table: Path) -> Mapping | None:
    """The mapping that lies beside a table file; None where there is none."""
    path = table.with_name(f"{table.name}.yaml")
    if table.suffix.casefold() not in _TABLES or not path.is_file():
        return None
    return read_given(str(path))
