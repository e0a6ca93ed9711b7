"""The facts format: facts as lines of JSON, and back.

Invariant: what is written of a fact is read as the same fact. A fact that a document states in several places is one line,
that of the passage that states it best.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_type_hints

from .facts import BY_NAME, Evidence, Fact, Meeting, values

AGAIN = ".again"
"""Ends the name of the rule of a fact that its document has stated before."""
_EVIDENCE = ("start", "end", "page", "locator", "rule", "certainty")


def once(facts: Iterable[Fact]) -> list[Fact]:
    """Facts without those that only say again what another passage of their document says."""
    return [fact for fact in facts if not fact.evidence.rule.endswith(AGAIN)]


def to_json(fact: Fact, document: str) -> dict[str, Any]:
    """The fact as a JSON object of the facts format; tuples of one stand as that one."""
    out: dict[str, Any] = {"type": fact.TYPE, "document": document, "quote": fact.evidence.quote}
    for name, value in values(fact).items():
        out[name] = (value[0] if len(value) == 1 else list(value)) if isinstance(value, tuple) else value
    if isinstance(fact, Meeting):  # its own start and end are times of day
        out["offsets"] = [fact.evidence.start, fact.evidence.end]
    for name in _EVIDENCE[2:] if isinstance(fact, Meeting) else _EVIDENCE:
        if (value := getattr(fact.evidence, name)) is not None:
            out[name] = value
    return out


def from_json(line: Mapping[str, Any]) -> Fact:
    """The fact that a JSON object of the facts format states; keys that no fact has are passed over.

    Raises KeyError for an unknown type or a value that the type requires, ValueError for one of the wrong kind.
    """
    kind = BY_NAME[line["type"]]
    offsets = line.get("offsets", (0, 0)) if kind is Meeting else (line.get("start", 0), line.get("end", 0))
    evidence = Evidence(
        quote=line["quote"],
        start=offsets[0],
        end=offsets[1],
        rule=line.get("rule", "given"),
        certainty=line.get("certainty", "explicit"),
        page=line.get("page"),
        locator=line.get("locator"),
    )
    hints = get_type_hints(kind)
    given: dict[str, Any] = {}
    for field in dataclasses.fields(kind):
        if field.name == "evidence":
            continue
        value = line.get(field.name.rstrip("_"))
        if hints[field.name] == tuple[str, ...]:
            given[field.name] = () if not value else (value,) if isinstance(value, str) else tuple(value)
        elif value is not None:
            if not isinstance(value, str):
                raise ValueError(f"{kind.TYPE}: {field.name} must be text, not {value!r}")
            given[field.name] = value
        elif field.default is dataclasses.MISSING:
            raise KeyError(f"{kind.TYPE} without {field.name.rstrip('_')}")
    return kind(evidence=evidence, **given)


def read_lines(lines: Iterable[str]) -> Iterator[tuple[str, Fact]]:
    """(document, fact) for each line of a JSON Lines file; blank lines are passed over."""
    for given in map(json.loads, filter(str.strip, lines)):
        yield given["document"], from_json(given)
