"""The remit of a body: acts and open-ended tasks told apart, whose list it is, and what is none."""

from __future__ import annotations

import pytest

from remit.ingest.context import Context
from remit.ingest.extract import function, obligation
from remit.ingest.head import find_head
from remit.ingest.names import Names
from remit.ingest.remits_acts import is_act, is_open, parts
from remit.ingest.structure import build


def read(text):
    document = build("paper.txt", text)
    head = find_head(document, None)
    context = Context(document, head, Names.build(document, head))
    functions = [
        " ".join(f.evidence.quote.split()) for f in sorted(function.extract(context), key=lambda f: f.evidence.start)
    ]
    duties = [
        (o.bearer, " ".join(o.evidence.quote.split()))
        for o in sorted(obligation.extract(context), key=lambda o: o.evidence.start)
    ]
    return functions, duties


@pytest.mark.parametrize(
    "text",
    ["approve the budget", "submit a report to the Council", "To review these terms annually", "hold a hearing", "maintain the register of gifts",
     "advise all parents of vacancies", "make recommendations on fees", "apply for grants", "review, adopt and monitor a policy"],
)  # fmt: skip
def test_acts(text):
    """What one can tick off is an act."""
    assert is_act(text)


@pytest.mark.parametrize(
    "text",
    ["monitor the works", "Overseeing the fund", "hold partners to account", "provide a regular forum", "sets the strategic direction", "promotes access"],
)  # fmt: skip
def test_open_tasks(text):
    """What one goes on doing is none."""
    assert not is_act(text)
    assert is_open(text) or text.startswith("sets")


def test_parts():
    """An item is cut where an act follows an open task; verbs that share an object, and purposes, stay whole."""
    said = "To monitor spending and report the position to the Council each term"
    assert [(said[a:b], act) for a, b, act in parts(said)] == [
        ("To monitor spending", False), ("report the position to the Council each term", True),
    ]  # fmt: skip
    assert len(parts("To advertise, shortlist, and interview candidates")) == 1
    assert len(parts("Ensuring that controls are in place to reach good care and to meet the rules")) == 1


PANEL = "Ferry Works Panel\nTerms of Reference\n\n"


@pytest.mark.parametrize(
    "stem",
    ["The Panel will:", "The Panel shall:", "The Panel is responsible for:", "The responsibilities of the Panel are to:", "The Panel will work to:",
     "It meets in public and will:", "To do this the Panel will:"],
)  # fmt: skip
def test_stems(stem):
    """A list on the body's stem is its remit, however the stem is put."""
    functions, duties = read(PANEL + f"{stem}\n• monitor the works\n• approve the ferry timetable\n")
    assert functions == ["monitor the works"]
    assert duties[-1] == ("Ferry Works Panel", "approve the ferry timetable")


def test_must_binds():
    """What a body must do is a duty, open-ended or not."""
    functions, duties = read(PANEL + "The Panel must:\n• monitor the works\n• publish its plan\n")
    assert not functions
    assert [quote for _, quote in duties] == ["monitor the works", "publish its plan"]


def test_powers_are_no_remit():
    """A list of what a body is authorised to do gives nothing."""
    functions, duties = read(
        PANEL + "The Panel is authorised by the Council to:\n• investigate any activity\n• obtain legal advice\n"
    )
    assert not functions
    assert not duties


def test_objects_of_an_act():
    """Where the stem has the verb of an act, each object listed is a duty; of an open task, a function."""
    _, duties = read(
        PANEL + "The Panel will make recommendations to the Council on:\n• fares\n• the winter timetable\n"
    )
    assert [quote for _, quote in duties] == ["fares", "the winter timetable"]
    functions, duties = read(
        PANEL + "The Panel will review the adequacy of:\n• all safety statements\n• the rescue arrangements\n"
    )
    assert functions == ["all safety statements", "the rescue arrangements"]
    assert not duties


def test_chapters_without_a_stem():
    """In terms of reference a list of `To …` under any subject is the remit."""
    functions, duties = read(PANEL + "Finance\n\na) To oversee the fund.\n\nb) To set the fares each year.\n")
    assert functions == ["To oversee the fund"]
    assert duties == [("Ferry Works Panel", "To set the fares each year")]


def test_told_in_the_present():
    """What a body does, said of it in the present, is a function; how often it meets is none."""
    functions, _ = read(PANEL + "Purpose\n\nThe Panel brings together operators and users. It meets monthly.\n")
    assert functions == ["brings together operators and users"]


def test_items_with_a_subject():
    """A bullet that is a sentence about somebody else is his duty, not the body's remit."""
    functions, duties = read(
        PANEL
        + "The purpose of the Panel is to:\n• oversee the works\n• Panel officers will ensure that the boats are insured.\n"
    )
    assert functions == ["oversee the works"]
    assert not any(bearer == "Ferry Works Panel" for bearer, _ in duties)


def test_tasks_of_a_cell():
    """A cell that lists tasks as sentences holds one each."""
    rows = "Name\tFerry Works Panel\nMembers\tThe Surveyor\nResponsibilities\tApprove the plan. Monitor the works. Agree the fares.\n"
    functions, duties = read("Terms of Reference\n\n" + rows)
    assert functions == ["Monitor the works"]
    assert [quote for _, quote in duties] == ["Approve the plan", "Agree the fares"]
