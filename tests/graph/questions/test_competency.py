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


def test_what_the_example_case_has_none_of_is_found_where_there_is_some(known):
    """Conditions, bodies set up without a mandate, bodies that meet and report to nobody."""
    panel, council = known.thing("Body", "Tide Panel"), known.thing("Body", "Saltby Council")
    known.relation("Meeting", meetingOf=panel, dcterms__date="2024-05-01")
    known.relation("Establishment", established=panel)
    known.relation("Obligation", bearer=council, action="publish the plan", condition="subject to funding")
    assert answered(known.look, "conditions", {}) == [["publish the plan", "subject to funding"]]
    assert answered(known.look, "set-up-without-mandate", {}) == [["Tide Panel"]]
    assert answered(known.look, "meet-without-line", {}) == [["Tide Panel"]]


if __name__ == "__main__":
    here = Look(Store.read(sys.argv[1]))
    lines = []
    for name, asked in sorted(EXPECTED.items()):
        rows = answered(here, name, asked["parameters"])
        told = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
        head = f'{json.dumps(name)}: {{"parameters": {json.dumps(asked["parameters"])}, "rows": ['
        lines.append(head + (f"\n{told}\n ]}}" if rows else "]}"))
    ANSWERS.write_text("{\n " + ",\n ".join(lines) + "\n}\n", encoding="utf-8")
