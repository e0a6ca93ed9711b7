"""The competency questions on the example case, each with its full expected answer.

The answers stand in `competency.json`: for each question its parameters and rows. To renew them after a change that is
meant, run this file as a script and read what changed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from remit.graph.questions.naming import find
from remit.graph.questions.reading import Look
from remit.graph.questions.sparql import bind, question, questions, run
from remit.graph.store import Store

ANSWERS = Path(__file__).with_name("competency.json")
EXPECTED = json.loads(ANSWERS.read_text(encoding="utf-8"))


def answered(look, name, parameters):
    """The rows of a question with its parameters."""
    one = question(name)
    bound = {p.name: bind(p, parameters[p.name], lambda v, *kinds: find(look, v, *kinds)) for p in one.parameters}
    return [list(row) for row in run(look.store, one.text, bound, 30).rows]


@pytest.fixture(scope="module")
def look(case):
    """The example case as the questions see it."""
    return Look(Store.read(case))


def test_every_question_has_an_answer_to_be_held_against():
    """At least twenty-five questions, and none forgotten."""
    assert {one.name for one in questions()} == set(EXPECTED)
    assert len(EXPECTED) >= 25


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_example_case_answers_as_read_by_hand(look, name):
    """Every row, no other, in order."""
    asked = EXPECTED[name]
    assert answered(look, name, asked["parameters"]) == asked["rows"]


if __name__ == "__main__":
    here = Look(Store.read(sys.argv[1]))
    renewed = {name: {**asked, "rows": answered(here, name, asked["parameters"])} for name, asked in EXPECTED.items()}
    ANSWERS.write_text(json.dumps(renewed, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
