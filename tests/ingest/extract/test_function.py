"""Functions of bodies: items of a remit, and aims told in prose."""

from __future__ import annotations

from remit.ingest.context import Context
from remit.ingest.extract import function, obligation
from remit.ingest.head import find_head
from remit.ingest.names import Names
from remit.ingest.structure import build

TERMS = "Hazelbeck Resilience Forum\nTerms of Reference\n\n"


def read(text):
    document = build("paper.txt", TERMS + text)
    head = find_head(document, None)
    return Context(document, head, Names.build(document, head))


def quotes(context):
    facts = sorted(function.extract(context), key=lambda fact: fact.evidence.start)
    for fact in facts:
        assert context.document.text[fact.evidence.start : fact.evidence.end] == fact.evidence.quote
        assert fact.body == "Hazelbeck Resilience Forum"
    return [" ".join(fact.evidence.quote.split()) for fact in facts]


def test_items_told_apart():
    """Under objectives, what can be ticked off is a duty, the rest are functions."""
    context = read("Objectives\n\n1. To promote public awareness.\n2. To publish the risk register every two years.\n")
    assert quotes(context) == ["To promote public awareness"]
    assert [fact.bearer for fact in obligation.extract(context)] == ["Hazelbeck Resilience Forum"]


def test_aim_told_in_prose():
    """The purpose of a body told in a sentence is a function of it."""
    assert quotes(read("Background\n\nThe purpose of the Forum is to bring responders together.\n")) == [
        "The purpose of the Forum is to bring responders together"
    ]


def test_open_ended_will():
    """What a body will seek to do, with no act to tick off, is a function and no duty."""
    context = read("Background\n\nThe Forum will seek to influence national policy.\n")
    assert quotes(context) == ["The Forum will seek to influence national policy"]
    assert not list(obligation.extract(context))


def test_means_are_none():
    """How something will be achieved is no function."""
    assert not quotes(read("Delivery\n\nThis will be achieved by:\n\n- holding exercises;\n- sharing plans.\n"))
