"""SPARQL over a store: the competency questions by name, queries of the user's own, and what neither may do.

Invariant: a parameter is bound as a term and never becomes part of the query's text; a query reaches nothing outside the
store unless that is asked for; a query that takes too long is given up.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, Store, Variable

from ...errors import NothingFound, QueryError
from ...ontology.terms import PREFIXES

FOLDER = Path(__file__).resolve().parent.parent / "queries"
_HEAD = re.compile(r"#\s*(question|parameter|columns):\s*(.+?)\s*\Z")
_TOKEN = re.compile(
    r"#[^\n]*|<[^<>\s]*>|'''.*?'''|\"\"\".*?\"\"\"|'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|[?$]\w+|[\w-]*:[\w.-]*|\w+|\S",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a competency question: `kind` is `date`, `text`, or the classes of thing it names (`Body|Post`)."""

    name: str
    kind: str
    about: str


@dataclass(frozen=True, slots=True)
class Question:
    """A competency question: a SPARQL file whose header says what it asks."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Rows:
    """What a query gave: columns and rows of texts; a yes or no, and triples, are rows too."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


def questions() -> list[Question]:
    """The competency questions, by name."""
    return [_read(path) for path in sorted(FOLDER.glob("*.rq"))]


def question(name: str) -> Question | None:
    """The competency question of a name; None if there is none."""
    return next((one for one in questions() if one.name == name), None)


def _read(path: Path) -> Question:
    """A competency question from its file."""
    text = path.read_text(encoding="utf-8")
    asked, parameters = path.stem.replace("-", " "), []
    for line in text.splitlines():
        if match := _HEAD.match(line):
            if match[1] == "question":
                asked = match[2]
            elif match[1] == "parameter":
                name, kind, about = [*match[2].split(None, 2), "", ""][:3]
                parameters.append(Parameter(name, kind, about))
    return Question(path.stem, asked, tuple(parameters), text)


def refuse(text: str, *, service: bool = False) -> None:
    """Raise QueryError for a query that would change the store, or leave it (`service` lets it ask other endpoints)."""
    words = {token.upper() for token in _TOKEN.findall(text)}
    if "SERVICE" in words and not service:
        raise QueryError(
            "the query uses SERVICE, which reaches outside the store; take it out, or allow it with --service"
        )
    if "LOAD" in words:
        raise QueryError("the query uses LOAD, which changes the store from outside; take it out")
    for word in ("INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD"):
        if word in words and not words & {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}:
            raise QueryError(f"the query uses {word}; a question may not change the store")


def slow_shapes(text: str, bound: Container[str] = ()) -> list[str]:
    """What in a query is known to be slow on a large store, and what to write instead; variables bound count as ends."""
    tokens = [token for token in _TOKEN.findall(text) if not token.startswith("#")]
    upper = [token.upper() for token in tokens]
    out = []
    if any(upper[i : i + 3] == ["FILTER", "NOT", "EXISTS"] for i in range(len(upper))):
        out.append("FILTER NOT EXISTS takes quadratic time; OPTIONAL with !BOUND, or MINUS, does not")
    path = [
        i
        for i, token in enumerate(tokens)
        if token in {"+", "*"} and i and (":" in tokens[i - 1] or tokens[i - 1] in {")", "a"})
    ]
    if any(_open_ends(tokens, i, bound) for i in path):
        out.append("a path between two variables walks the whole store; put the known end into the path itself")
    if any(_in_graph(tokens, upper, i) for i in path):
        out.append(
            "a path inside GRAPH never leaves that document, and its chain is cut without a word; ask the default graph"
        )
    return out


def _in_graph(tokens: Sequence[str], upper: Sequence[str], at: int) -> bool:
    """Whether a place in a query stands inside the braces of a GRAPH."""
    depth = 0
    for place in range(at - 1, -1, -1):
        if tokens[place] == "}":
            depth += 1
        elif tokens[place] == "{":
            if depth:
                depth -= 1
            elif "GRAPH" in upper[max(0, place - 2) : place]:
                return True
    return False


def _open_ends(tokens: Sequence[str], at: int, bound: Container[str]) -> bool:
    """Whether the path whose repetition stands at a place has variables at both ends."""
    before = next((t for t in reversed(tokens[:at]) if t[0] in '?$<"{.;' or t.isdigit()), "")
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    return all(end[:1] in {"?", "$"} and end[1:] not in bound for end in (before, after))


def run(store: Store, text: str, bound: Mapping[str, Any], seconds: float, *, service: bool = False) -> Rows:
    """The answer of a query with its variables bound; raises QueryError if it is none or takes too long."""
    refuse(text, service=service)
    got: list[Rows] = []
    failed: list[Exception] = []

    def work() -> None:
        try:
            got.append(_rows(store, text, bound))
        except (SyntaxError, ValueError, RuntimeError, OSError) as error:
            failed.append(error)

    thread = Thread(target=work, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise QueryError(f"the query cannot be run: {_short(str(failed[0]))}") from failed[0]
    if not got:
        raise QueryError(f"the query was given up after {seconds:g} s; narrow it, or allow more with --timeout")
    return got[0]


def _rows(store: Store, text: str, bound: Mapping[str, Any]) -> Rows:
    """The answer of a query, whole."""
    terms = {Variable(name): value for name, value in bound.items()}
    result = store.query(text, prefixes=dict(PREFIXES), substitutions=terms or None)
    if isinstance(result, QuerySolutions):
        names = [variable.value for variable in result.variables if variable.value not in bound]
        rows = tuple(tuple(_text(solution[name]) for name in names) for solution in result)
        return Rows(tuple(names), rows)
    if isinstance(result, QueryBoolean):
        return Rows(("answer",), (("yes" if result else "no",),))
    triples = sorted((_text(t.subject), _text(t.predicate), _text(t.object)) for t in result)
    return Rows(("subject", "predicate", "object"), tuple(triples))


def bind(parameter: Parameter, value: str, find: Any) -> NamedNode | Literal:
    """The term that a user's value means for a parameter; `find` looks names up."""
    if parameter.kind == "date":
        from .asof import read_day

        return Literal(read_day(value))
    if parameter.kind == "text":
        return Literal(value)
    node = find(value, *parameter.kind.split("|"))
    if not isinstance(node, NamedNode):
        raise NothingFound(f"{value!r}: nothing of that name in the store")
    return node


def _text(value: Any) -> str | None:
    """A term as text."""
    return None if value is None else str(getattr(value, "value", value))


def _short(message: str) -> str:
    """The telling part of an error of the SPARQL parser."""
    line = " ".join(message.split())
    return line if len(line) < 160 else line[:157] + "..."
