"""The ledger of a store: the file beside it, its standing decisions as a graph in it, and adding to both in one step.

    <folder>/decisions.csv      the ledger
    <folder>/decisions.csv.new  a longer one, while knowledge is derived from it

Invariant: the graph `<base>ledger` holds the standing decisions that knowledge was derived with, each with what it came
to decide, and nothing else. A crash while a decision is taken leaves file and knowledge as they were before or after:
which of the two files counts is told by the graph.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from ...errors import LedgerError
from ...ontology.terms import INTEGER, TYPE, iri
from ..store import AnyStore
from .entries import Entry, Ledger
from .form import COLUMNS, parse, render

FILE = "decisions.csv"
_CLASS = ox.NamedNode(iri("LedgerEntry"))
_TYPE = ox.NamedNode(TYPE)
_DECIDES = ox.NamedNode(iri("decides"))
_LINE = ox.NamedNode(iri("ledgerLine"))
_TERMS = {name: ox.NamedNode(iri("ledger" + name.title())) for name in COLUMNS}


def graph_of(base: str) -> ox.NamedNode:
    """The graph of a store's ledger."""
    return ox.NamedNode(f"{base}ledger")


def address(base: str, id_: str) -> ox.NamedNode:
    """The address of a decision."""
    return ox.NamedNode(f"{base}ledger/{id_}")


def ledger_of(store: AnyStore) -> Ledger:
    """The ledger of a store: its file, or, of a store that is in no folder, the standing decisions that it holds.

    Raises LedgerError for a file that makes no sense.
    """
    folder = getattr(store, "folder", None)
    if not isinstance(folder, Path):
        return held(store)
    ledger, pending = _read(folder / FILE), folder / f"{FILE}.new"
    if pending.exists():
        after = _read(pending)
        if _ids(after) != _ids(ledger) and _ids(after) == _ids(held(store)):
            ledger = after
            if getattr(store, "writable", False):
                pending.replace(folder / FILE)
        elif getattr(store, "writable", False):
            pending.unlink()
    return ledger


def held(store: Any) -> Ledger:
    """The decisions that a store's knowledge was derived with, in order."""
    graph = graph_of(store.base)
    found: list[tuple[int, Entry]] = []
    for quad in store.quads_for_pattern(None, _TYPE, _CLASS, graph):
        said = {q.predicate: q.object.value for q in store.quads_for_pattern(quad.subject, None, None, graph)}
        found.append((int(said[_LINE]), Entry(*(said.get(_TERMS[name], "") for name in COLUMNS))))
    return Ledger(one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].id)))


def decided(store: Any) -> dict[str, tuple[str, ...]]:
    """What each standing decision came to decide, by its identifier; one of a thing that is gone decides nothing."""
    graph = graph_of(store.base)
    out: dict[str, tuple[str, ...]] = {one.id: () for one in held(store).entries}
    for quad in store.quads_for_pattern(None, _DECIDES, None, graph):
        id_ = quad.subject.value.rpartition("/")[2]
        out[id_] = tuple(sorted((*out.get(id_, ()), quad.object.value)))
    return out


def quads(ledger: Ledger, decides: Mapping[str, Sequence[str]], base: str) -> Iterator[ox.Quad]:
    """The graph of a ledger; `decides` are the addresses of what each decision decides, by its identifier."""
    graph = graph_of(base)
    for line, one in enumerate(ledger.entries):
        if one not in ledger.standing:
            continue
        node = address(base, one.id)
        yield ox.Quad(node, _TYPE, _CLASS, graph)
        yield ox.Quad(node, _LINE, ox.Literal(str(line + 1), datatype=ox.NamedNode(INTEGER)), graph)
        for name, value in zip(COLUMNS, astuple(one), strict=True):
            if value:
                yield ox.Quad(node, _TERMS[name], ox.Literal(value), graph)
        for target in decides.get(one.id, ()):
            yield ox.Quad(node, _DECIDES, ox.NamedNode(target), graph)


def is_behind(store: AnyStore) -> bool:
    """Whether the ledger's file was changed since knowledge was derived."""
    return ledger_of(store).standing != held(store).entries


def record(store: Any, new: Sequence[Entry]) -> Ledger:
    """Add decisions to the ledger of a store open for writing, and derive anew what is known; the longer ledger.

    Raises UsageError if one contradicts what stands, LedgerError if the file cannot be read or written.
    """
    from ..knowledge import rebuild

    ledger = ledger_of(store).with_(new)
    place: Path = store.folder / FILE
    pending = place.with_name(f"{FILE}.new")
    try:
        with pending.open("w", encoding="utf-8", newline="") as file:
            file.write(render(ledger))
            file.flush()
            os.fsync(file.fileno())
        rebuild(store, ledger)
        store.flush()
        pending.replace(place)
    except OSError as error:
        raise LedgerError(f"{place}: the decision could not be kept ({error.strerror})") from error
    return ledger


def _read(place: Path) -> Ledger:
    try:
        return parse(place.read_text(encoding="utf-8"), str(place))
    except FileNotFoundError:
        return Ledger()
    except UnicodeDecodeError as error:
        raise LedgerError(f"{place}: is not in UTF-8; save it so") from error
    except OSError as error:
        raise LedgerError(f"{place}: cannot be read ({error.strerror})") from error


def _ids(ledger: Ledger) -> list[str]:
    return [one.id for one in ledger.standing]
