"""Names as typed, to things in the store."""

from __future__ import annotations

import pytest

from remit.errors import AmbiguousName
from remit.graph.questions.instruments import act_named
from remit.graph.questions.naming import find


def test_a_part_of_a_bodys_name_means_the_body_and_not_its_posts(known):
    """Where a name fits a body and posts in it, it means the body; two bodies are still ambiguous."""
    board, chair = (
        known.thing("Body", "Harbour Improvement Board"),
        known.thing("Post", "Chair of Harbour Improvement Board"),
    )
    known.add(chair, "org:postIn", board)
    assert find(known.look, "Improvement Board", "Body", "Post") == board
    assert find(known.look, "chair of harbour", "Body", "Post") == chair
    known.thing("Body", "Coast Improvement Board")
    with pytest.raises(AmbiguousName):
        find(known.look, "Improvement Board", "Body", "Post")


def test_a_section_that_papers_cite_only_in_parts_is_one(known):
    """`section 15` means all of it where only its subsections are cited; a section nobody cites stays ambiguous or unknown."""
    from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

    from remit.graph.questions.reading import TYPE, term

    for part in ("5", "6"):
        node = NamedNode(f"http://www.legislation.gov.uk/id/ukpga/1999/27/section/15/{part}")
        known.store.add(Quad(node, TYPE, term("Provision"), DefaultGraph()))
        name = Literal(f"Local Government Act 1999 section 15({part})")
        known.store.add(Quad(node, term("skos:prefLabel"), name, DefaultGraph()))
    node, name = act_named(known.look, "Local Government Act 1999 section 15")
    assert node.value == "http://www.legislation.gov.uk/id/ukpga/1999/27/section/15"
    assert name == "Local Government Act 1999 section 15"
    assert act_named(known.look, "Local Government Act 1999 section 15(6)")[0].value.endswith("/15/6")
    with pytest.raises(AmbiguousName):
        act_named(known.look, "Local Government")
