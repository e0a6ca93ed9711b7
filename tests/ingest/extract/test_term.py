"""Terms: how often a body meets, from prose."""

from __future__ import annotations

import pytest

from remit.graph.facts import Term
from remit.ingest.pipeline import facts_of
from remit.ingest.structure import build


def meets(text):
    """The bodies that a paper says meet every so often."""
    return [(f.name, f.meets) for f in facts_of(build("paper.txt", text)).facts if isinstance(f, Term) and f.meets]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Spending Panel will meet daily and will report weekly to the Cabinet Member for Money.", [("Spending Panel", "P1D")]),
        ("The Spending Panel meets to review the register quarterly.", []),
        ("The Events Committee elects its Chairman at its first meeting after the Annual Meeting.", []),
        ("The Events Committee will meet annually.", [("Events Committee", "P1Y")]),
        ("The Events Committee, at its monthly meeting, considers the budget.", [("Events Committee", "P1M")]),
        ("The Events Committee will meet and agree the budget every three months.", []),
    ],
)  # fmt: skip
def test_a_frequency_is_of_the_verb_beside_it(text, found):
    """What a body does besides meeting has a frequency of its own, and the Annual Meeting is a name."""
    assert meets(f"Terms of Reference\n\n{text}\n") == found
