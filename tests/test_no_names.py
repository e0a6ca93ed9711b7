"""Rules are about how papers are written: nothing in the product knows a council, board, person or place of any of them."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from remit.graph.facts_lines import to_json
from remit.ingest.pipeline import extract
from remit.ingest.words import entries

HOME = Path(__file__).resolve().parents[1]
ROOMS = ("graph", "ontology", "ingest", "exports", "commands", "api")
KINDS = {".py", ".txt", ".ttl", ".rq", ".html", ".js", ".css", ".csv", ".json"}
ACTS = "acts.csv"
"""The titles of Acts are data of the law, and some hold names of places."""
NAMES = ("person", "body", "issuer", "addressee", "bearer", "subject", "object", "new", "old", "name", "owner")
CORPUS = HOME.parent / "shared" / "corpus"


ORDINARY = frozenset(
    {"association", "assurance", "borough", "circular", "convention", "democratic", "determination", "european", "institute", "levelling",
     "metropolitan", "ministry", "preservation", "professor", "protocol", "recovery", "sports", "valley"}
)  # fmt: skip
"""Words of names that are words of the language as well."""
DEMO = "demo.py"
"""The demonstration writes the example papers out, and says so."""


@cache
def product() -> str:
    """Everything that the product is made of, as one text in lower case."""
    files = [HOME / "cli.py", *(p for room in ROOMS for p in sorted((HOME / room).rglob("*")) if p.suffix in KINDS)]
    return "\n".join(
        p.read_text(encoding="utf-8", errors="replace") for p in files if p.name not in {ACTS, DEMO}
    ).lower()


@cache
def product_words() -> frozenset[str]:
    """The words of the product."""
    return frozenset(re.findall(r"[a-z][a-z'-]+", product()))


def standing(names: set[str]) -> list[str]:
    """Which of the names stand in the product: full names of people, single words of other names."""
    return sorted(n for n in names if (n in product() if " " in n else n in product_words()))


def told(facts: list[dict], texts: list[str]) -> set[str]:
    """The people in full, and the words of other names that no paper uses as a word and no national body bears."""
    plain = set(re.findall(r"(?<![\w'])[a-z]{4,}", "\n".join(texts)))
    national = {word for entry in entries("national_bodies") for word in entry.lower().split()}
    heads = ("body_heads", "plan_heads", "instrument_heads", "role_heads", "bearer_nouns", "body_generics")
    nouns = {word for name in heads for entry in entries(name) for word in re.findall(r"[a-z-]+", entry.lower())}
    common = (
        plain
        | national
        | nouns
        | ORDINARY
        | {word for entry in entries("first_names") for word in entry.lower().split()}
    )
    found: set[str] = set()
    for fact in facts:
        for key in NAMES:
            value = fact.get(key)
            if not isinstance(value, str):
                continue
            words = re.findall(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?", value)
            if key == "person" and len(words) > 1:
                found.add(" ".join(words[-2:]).lower())
            elif key != "person" and fact["type"] in {"attendance", "meeting", "establishes", "succeeds", "direction"}:
                found.update(w.lower() for w in words if len(w) > 5 and w.lower() not in common)
    return found


def test_no_name_of_the_example_papers():
    """No person and no place of the examples stands in the product."""
    papers = [p for p in sorted((HOME / "examples").iterdir()) if p.suffix in {".txt", ".md"}]
    facts = [to_json(fact, p.name) for p in papers for fact in extract(p).facts]
    names = told(facts, [p.read_text(encoding="utf-8") for p in papers])
    assert len(names) > 5
    assert standing(names) == []


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside the project")
def test_no_name_of_the_corpus():
    """No person and no place of the corpus stands in the product."""
    gold = sorted((CORPUS / "gold").glob("*.jsonl"))
    facts = [json.loads(line) for p in gold for line in p.read_text(encoding="utf-8").splitlines() if line.strip()]
    names = told(facts, [p.read_text(encoding="utf-8") for p in sorted((CORPUS / "docs").glob("*.txt"))])
    assert len(names) > 50
    assert standing(names) == []
