"""The facts format: what is written reads back."""

from __future__ import annotations

import dataclasses
import json
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.graph.facts import (
    BY_NAME,
    FACT_TYPES,
    Certainty,
    Cites,
    Direction,
    Evidence,
    Meeting,
    in_order,
    value_names,
    values,
)
from remit.graph.facts_lines import AGAIN, from_json, once, read_lines, to_json

_WORDS = st.text(min_size=1, max_size=30)
_EVIDENCE = st.builds(
    Evidence,
    start=st.integers(0, 10**6),
    end=st.integers(0, 10**6),
    quote=_WORDS,
    rule=_WORDS,
    certainty=st.sampled_from(get_args(Certainty)),
    page=st.none() | st.integers(1, 999),
    locator=st.none() | _WORDS,
)


def _value(hint, *, optional):
    if hint == tuple[str, ...]:
        return st.lists(_WORDS, max_size=3).map(tuple)
    choices = [get_args(part) for part in (hint, *get_args(hint)) if "Literal" in str(part) and get_args(part)]
    plain = st.sampled_from([c for c in choices[-1] if isinstance(c, str)]) if choices else _WORDS
    return st.none() | plain if optional else plain


def _facts(kind):
    hints = get_type_hints(kind)
    given_values = {
        field.name: _value(hints[field.name], optional=field.default is None)
        for field in dataclasses.fields(kind)
        if field.name != "evidence"
    }
    return st.builds(kind, evidence=_EVIDENCE, **given_values)


ANY = st.sampled_from(FACT_TYPES).flatmap(_facts)


@given(ANY, _WORDS)
def test_round_trip(fact, document):
    """Every fact reads back from its line of JSON as it was, evidence included."""
    line = json.dumps(to_json(fact, document), ensure_ascii=False).replace("\n", " ")
    ((name, read),) = read_lines(["", line, "  "])
    assert (name, read) == (document, fact)


@given(st.lists(ANY, max_size=8), st.randoms())
def test_one_order(facts, random):
    """Facts are given in one order, whatever order they were found in."""
    shuffled = list(facts)
    random.shuffle(shuffled)
    once = [to_json(fact, "a") for fact in in_order(facts)]
    assert [to_json(fact, "a") for fact in in_order(in_order(facts))] == once
    by_type = [fact["type"] for fact in once]
    assert by_type == sorted(by_type, key=[kind.TYPE for kind in FACT_TYPES].index)


def test_names_of_values():
    """Values carry the names of the format (`from`, not `from_`), and empty ones are left out."""
    assert "from" in value_names(BY_NAME["obligation"])
    fact = Direction(date="2017-03-28", basis=("Rivers Act 1999",), evidence=Evidence(0, 4, "text", "given"))
    assert values(fact) == {"date": "2017-03-28", "basis": ("Rivers Act 1999",)}
    assert to_json(fact, "a.txt")["basis"] == "Rivers Act 1999"


def test_times_of_a_meeting_are_not_offsets():
    """A meeting's own start and end are times of day; its offsets stand apart."""
    fact = Meeting(body="Board", date="2020-01-02", start="18:05", end="19:00", evidence=Evidence(3, 9, "quoted", "r"))
    line = to_json(fact, "a.txt")
    assert (line["start"], line["end"], line["offsets"]) == ("18:05", "19:00", [3, 9])
    assert from_json(line) == fact


def test_lines_of_others():
    """A line without places, or with keys that no fact has, is read; a wrong or missing value is refused."""
    line = {"type": "cites", "document": "a", "quote": "q", "instrument": "Rivers Act 1999", "colour": "red"}
    assert from_json(line) == Cites(instrument="Rivers Act 1999", evidence=Evidence(0, 0, "q", "given"))
    with pytest.raises(KeyError):
        from_json({"type": "cites", "document": "a", "quote": "q"})
    with pytest.raises(KeyError):
        from_json({"type": "opinion", "document": "a", "quote": "q"})
    with pytest.raises(ValueError, match="instrument must be text"):
        from_json({**line, "instrument": 7})


def test_gold_files_read(shared):
    """Every line of the gold files beside the checkout is a fact of the format."""
    for path in sorted((shared / "corpus" / "gold").glob("*.jsonl")):
        for name, fact in read_lines(path.read_text(encoding="utf-8").splitlines()):
            assert name == path.stem + ".txt"
            assert fact.evidence.quote


def test_what_a_document_says_again_is_one_fact_of_the_format():
    """A fact said in several places is one line; the store keeps every passage."""
    first = Cites(evidence=Evidence(0, 5, "words", "cites.printed"), instrument="Rivers Act 1991")
    again = dataclasses.replace(first, evidence=Evidence(9, 14, "words", "cites.printed" + AGAIN))
    assert once([first, again]) == [first]
