"""What texts are about, and which acts are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.graph.facts import Alias, Evidence
from remit.graph.houses import houses
from remit.graph.statements import Statement
from remit.graph.topics import Topics, act, stem

PLAIN = Topics([])


@pytest.mark.parametrize(
    ("action", "one"),
    [
        ("Submitting quarterly reports", "report"), ("reports to the Minister", "report"), ("to provide an update", "report"),
        ("Setting up an independent review", "establish"), ("establish a board", "establish"), ("sets up a panel", "establish"),
        ("be responsible for preparing reports", "prepare"), ("draw up and agree a plan", "prepare"),
        ("continue to submit its report", "report"), ("To co-operate with the Adviser", "co-operate"),
        ("support the work of the Board", "support"), ("", ""),
    ],
)  # fmt: skip
def test_forms_of_a_verb_and_verbs_of_one_act_are_one(action, one):
    """Endings, modal words and synonyms leave no trace; a verb that is not listed stands for itself."""
    assert act(action) == one


def test_a_text_is_about_what_is_left_of_it():
    """Small words, words of reporting, frequencies and years tell nothing."""
    assert PLAIN.about("HARBOUR PLAN 2018-19 QUARTERLY REPORT: progress to be noted", "c") == {"harbour", "plan"}


def test_initials_are_read_as_the_words_they_begin():
    """By the other text, or by the papers' own expansion, and by nothing else."""
    assert PLAIN.alike("CS Improvement Plan", "Children's Services Improvement Plan update", "c")
    assert not PLAIN.alike("CS Plan", "Harbour Plan", "c")
    said = Alias(evidence=Evidence(0, 4, "HRP", "alias.x"), name="Harbour Recovery Plan", alias="HRP")
    topics = Topics([Statement("s", "d", "c", None, said)])
    assert topics.about("the HRP", "c") == topics.about("harbour recovery plan", "c")
    assert topics.about("the HRP", "other") == {"hrp"}


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("actions in the Harbour Plan", "Harbour Plan actions", True),
        ("the plan", "the plan", False),
        ("improvement of the harbour", "improving the harbours", True),
        ("dredging of the harbour entrance", "lighting of the harbour wall", False),
    ],
)
def test_texts_are_alike_by_what_both_say(one, other, alike):
    """Two words at least, and most of what the shorter says."""
    assert PLAIN.alike(one, other, "c") is alike


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_has_no_direction_and_never_fails(one, other):
    """Whatever the texts hold."""
    assert PLAIN.alike(one, other, "c") == PLAIN.alike(other, one, "c")
    assert 0 <= PLAIN.share(one, other, "c") <= 1


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
def test_a_stem_begins_its_word_and_is_not_short(word):
    """Endings alone are cut, and never the whole word."""
    assert word.startswith(stem(word))
    assert len(stem(word)) >= min(4, len(word))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "Secretary of State for Communities and Local Government",
            "Department for Communities and Local Government",
            True,
        ),
        ("Secretary of State for DCLG", "Department for Communities and Local Government", True),
        ("Secretary of State for Education", "Department for Education", True),
        ("Secretary of State for Education", "Department for Communities and Local Government", False),
        ("Saltby Council", "Saltby Council", False),
    ],
)
def test_a_ministry_and_its_minister_are_of_one_house(one, other, same):
    """In full or by initials; nobody else is of a house."""
    assert bool(houses(one) & houses(other)) is same
