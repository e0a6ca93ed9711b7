"""How answers are written: text for people, JSON and CSV for programs.

Invariant: nothing that stands in a document reaches a terminal as a control sequence or a spreadsheet as a formula, and
the same answer is written with the same bytes, whether to the screen, a pipe or a file.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import click

from ..errors import NothingFound

FORMATS = ("table", "json", "csv")
WIDTH = 110
_FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
_PROOF = ("document", "page", "locator", "start", "end", "quote")


@dataclass(frozen=True, slots=True)
class Output:
    """Where an answer goes and in which form."""

    form: str = "table"
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gave: `results` are frozen dataclasses or mappings; `columns` name the ones (heading, value) shown flat.

    `lines` writes the results for people where a plain table would not do; `nothing` says what was not found.
    """

    query: str
    results: Sequence[Any]
    columns: Sequence[tuple[str, str]]
    nothing: str
    as_of: str | None = None
    lines: Callable[[], Iterable[str]] | None = None


def write(answer: Answer, output: Output, *, may_be_empty: bool = False) -> None:
    """Write an answer; raises NothingFound, after an empty answer for programs, if it holds no result and must."""
    if answer.results or output.form != "table":
        deliver(_RENDER[output.form](answer), output.file)
    if not answer.results and not may_be_empty:
        raise NothingFound(answer.nothing)


def deliver(lines: Iterable[str], file: str | None) -> None:
    """Write lines to standard output, or to a file at one stroke."""
    text = "".join(f"{line}\n" for line in lines)
    if file is None:
        click.echo(text, nl=False)
        return
    part = f"{file}.part"
    with open(part, "w", encoding="utf-8", newline="\n") as out:  # noqa: PTH123 - pathlib would cost a cold start
        out.write(text)
    os.replace(part, file)  # noqa: PTH105 - likewise


def plain(text: str) -> str:
    """Text on one line, without control characters and marks that turn the direction of writing."""
    folded = " ".join(text.split())
    if folded.isprintable():
        return folded
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in folded)


def readable(quote: str) -> str:
    """A quote as people read it: its markup left out (`30<sup>th</sup> June`), which JSON and CSV keep."""
    if "<" in quote or "**" in quote:
        import re

        inline = re.sub(r"</?(?:b|strong|i|em|u|sup|sub|span)(?: [^<>]*)?>|\*\*", "", quote, flags=re.IGNORECASE)
        block = r"</?(?:p|li|ul|ol|br|div|td|th|tr)(?: [^<>]*)?/?>"
        quote = re.sub(block, " ", inline, flags=re.IGNORECASE)
    if "&" in quote:
        from html import unescape

        quote = unescape(quote)
    return plain(quote)


def as_json(value: Any) -> Any:
    """A result as JSON holds it: dataclasses as objects, tuples as lists, names without their last underscore."""
    names = getattr(value, "__dataclass_fields__", None)
    if names is not None:
        return {name.rstrip("_"): as_json(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {str(key): as_json(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_json(inner) for inner in value]
    return value


def guarded(value: Any) -> str:
    """A cell of CSV: text that a spreadsheet would take for a formula is set behind an apostrophe."""
    text = plain(
        "" if value is None else "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    )
    return f"'{text}" if text[:1] in _FORMULA else text


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = None) -> Iterator[str]:
    """Rows under headings, the widest columns folded until all fit, inside a word only where nothing else is left; empty
    columns are left out.
    """
    cells = [[plain(cell) for cell in row] for row in rows]
    keep = [i for i in range(len(headings)) if any(row[i] for row in cells)]
    sizes = {i: max([len(headings[i]), *(len(row[i]) for row in cells)]) for i in keep}
    room = (width or screen()) - 2 * (len(keep) - 1)
    words = {i: max((len(word) for row in cells for word in row[i].split()), default=0) for i in keep}
    while sizes and sum(sizes.values()) > room:
        loose = [i for i in sizes if sizes[i] > max(words[i], 12)]
        widest = max(loose or sizes, key=lambda i: (sizes[i], -i))
        if sizes[widest] <= 12:
            break
        sizes[widest] -= 1
    yield "  ".join(headings[i].ljust(sizes[i]) for i in keep).rstrip()
    yield "  ".join("-" * sizes[i] for i in keep)
    for row in cells:
        folded = [fold(row[i], sizes[i]) for i in keep]
        for at in range(max((len(f) for f in folded), default=0)):
            parts = ((f[at] if at < len(f) else "").ljust(sizes[i]) for i, f in zip(keep, folded, strict=True))
            yield "  ".join(parts).rstrip()


def fold(text: str, width: int) -> list[str]:
    """Text in lines of at most a width."""
    if len(text) <= width:
        return [text]
    import textwrap

    return textwrap.wrap(text, width, break_on_hyphens=False) or [""]


def quoted(proofs: Sequence[Any], indent: str = "  ", most: int = 3) -> Iterator[str]:
    """The words that prove a result, each with its document and place."""
    for proof in proofs[:most]:
        at = ", ".join(filter(None, (proof.document, proof.locator, f"page {proof.page}" if proof.page else "")))
        text = f"\N{LEFT DOUBLE QUOTATION MARK}{readable(proof.quote)}\N{RIGHT DOUBLE QUOTATION MARK} ({plain(at)})"
        for line in fold(text, max(40, screen() - len(indent))):
            yield indent + line
    if len(proofs) > most:
        yield f"{indent}and {len(proofs) - most} more (--format json gives all)"


def screen() -> int:
    """The width to write for: the terminal's, and a fixed one where there is none."""
    if not sys.stdout.isatty():
        return WIDTH
    import shutil

    return max(60, shutil.get_terminal_size((WIDTH, 24)).columns)


def _text(answer: Answer) -> Iterable[str]:
    """An answer for people."""
    if answer.lines:
        return answer.lines()
    rows = [[_cell(_get(result, name)) for _, name in answer.columns] for result in answer.results]
    return table([heading for heading, _ in answer.columns], rows)


def _get(result: Any, name: str) -> Any:
    """A value of a result, which is a dataclass or, from a query, a mapping."""
    return result[name] if isinstance(result, Mapping) else getattr(result, name)


def _cell(value: Any) -> str:
    """A value in a table."""
    return "" if value is None else ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def _json(answer: Answer) -> Iterable[str]:
    """An answer as one JSON object."""
    import json

    whole = {"query": answer.query, "as_of": answer.as_of, "results": as_json(answer.results)}
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    if not text.replace("\n", "").isprintable():
        text = "".join(c if c.isprintable() or c == "\n" else _escape(c) for c in text)
    yield text


def _escape(character: str) -> str:
    """A character as JSON may write it in plain letters."""
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


def _csv(answer: Answer) -> Iterable[str]:
    """An answer as CSV: the flat values, then the first proof and how many there are."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    with_proof = any(hasattr(result, "evidence") for result in answer.results)
    heads = [name.rstrip("_") for _, name in answer.columns]
    writer.writerow(heads + ([*_PROOF, "proofs"] if with_proof else []))
    for result in answer.results:
        row = [guarded(_get(result, name)) for _, name in answer.columns]
        if with_proof:
            proofs = getattr(result, "evidence", ())
            row += [guarded(getattr(proofs[0], name)) if proofs else "" for name in _PROOF] + [str(len(proofs))]
        writer.writerow(row)
    return out.getvalue().split("\n")[:-1]


_RENDER: Mapping[str, Callable[[Answer], Iterable[str]]] = {"table": _text, "json": _json, "csv": _csv}
