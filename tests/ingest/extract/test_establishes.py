"""Bodies set up, as facts."""

from __future__ import annotations

import pytest

from remit.ingest.context import Context
from remit.ingest.extract.establishes import extract
from remit.ingest.head import find_head
from remit.ingest.names import Names
from remit.ingest.structure import build


def set_up(text):
    document = build("a.txt", text)
    head = find_head(document)
    context = Context(document, head, Names.build(document, head))
    found = list(extract(context))
    for fact in found:
        assert document.text[fact.evidence.start : fact.evidence.end] == fact.evidence.quote
    return [(fact.body, fact.by) for fact in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Weldon Borough Council has set up a Harbour Panel.", [("Harbour Panel", ("Weldon Borough Council",))]),
        ("The Mayor had re-established the Weldon Partnership Group.", [("Weldon Partnership Group", ("Mayor",))]),
        (
            "A Harbour Panel was set up by the Weldon Borough Council in April.",
            [("Harbour Panel", ("Weldon Borough Council",))],
        ),
        (
            "The establishment of the Harbour Panel and the Rivers Panel went well.",
            [("Harbour Panel", ()), ("Rivers Panel", ())],
        ),
        ("A dedicated advice team had been established to help.", [("dedicated advice team", ())]),
        ("The Harbour Panel, established in 2019, met.", [("Harbour Panel", ())]),
        ("A Harbour Panel, to be chaired by the Mayor, would be established.", [("Harbour Panel", ())]),
        ("It will appoint a Staffing Committee of three.", [("Staffing Committee", ())]),
    ],
)
def test_bodies_set_up(text, expected):
    """Active, passive and nominal forms, with who does it."""
    assert set_up(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Panel noted established practice.",
        "It was agreed that the point be formed into a plan.",
        "The Council decided not to establish a Harbour Panel.",
        "We form views on the Harbour Panel.",
    ],
)
def test_nothing_set_up(text):
    """Established practice, other objects and what is not to be give nothing."""
    assert set_up(text) == []


def test_a_resolution_names_who_meets():
    """A body set up by resolution is set up by the body that meets."""
    text = "WELDON PARISH COUNCIL\n\nMinutes of the meeting of Weldon Parish Council held on 4 March 2024\n\n1. PLANS\n\nRESOLVED that a Harbour Working Group be set up.\n"
    assert set_up(text) == [("Harbour Working Group", ("Weldon Parish Council",))]
