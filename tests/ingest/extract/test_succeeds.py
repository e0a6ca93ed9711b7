"""Successions, as facts."""

from __future__ import annotations

import pytest

from remit.ingest.context import Context
from remit.ingest.extract.succeeds import extract
from remit.ingest.head import find_head
from remit.ingest.names import Names
from remit.ingest.structure import build


def pairs(text):
    document = build("a.txt", text)
    head = find_head(document)
    context = Context(document, head, Names.build(document, head))
    found = list(extract(context))
    for fact in found:
        assert document.text[fact.evidence.start : fact.evidence.end] == fact.evidence.quote
    return [(fact.new, fact.old) for fact in found]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The Harbour Board will replace the Quays Panel.", ("Harbour Board", "Quays Panel")),
        ("The Harbour Board, which in April took over from the Quays Panel, met.", ("Harbour Board", "Quays Panel")),
        (
            "It will create a Harbour Board, which will continue the work of the Quays Panel.",
            ("Harbour Board", "Quays Panel"),
        ),
        ("The Harbour Board, formerly known as the Quays Panel, met.", ("Harbour Board", "Quays Panel")),
        ("The Quays Panel was replaced by the Harbour Board.", ("Harbour Board", "Quays Panel")),
        ("The Quays Panel was renamed the Harbour Board.", ("Harbour Board", "Quays Panel")),
        ("The Department for Quays became the Department for Ports.", ("Department for Ports", "Department for Quays")),
        (
            "The Member/Officer Protocol, which would replace the Protocol on Working Relations, was agreed.",
            ("Member/Officer Protocol", "Protocol on Working Relations"),
        ),
        ("A Harbour Board was set up. It replaces the Quays Panel.", ("Harbour Board", "Quays Panel")),
        ("It was built by Camber (later Norvale) Council.", ("Norvale Council", "Camber Council")),
    ],
)
def test_successions(text, pair):
    """New and old are told apart by the direction of the verb."""
    assert pairs(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Board met the Quays Panel.",
        "The Harbour Board will replace the windows.",
        "Anna Keel took over from Tom Orr.",
    ],
)
def test_no_successions(text):
    """Meetings, things and people give none."""
    assert pairs(text) == []
