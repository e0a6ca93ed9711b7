"""The names of a document: mentions, short forms, generic words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.ingest.context import Head
from remit.ingest.head import find_head
from remit.ingest.names import Names
from remit.ingest.names_tokens import key_of
from remit.ingest.structure import build

MINUTES = """WELDON PARISH COUNCIL

Minutes of the meeting of Weldon Parish Council held on 4 March 2024

Present: Cllr Anna Hartwell (Chairman), Cllr Tom Peake, Mrs Helen Crabbe (Clerk)

1. FINANCE
Mr Peake asked the National Association of Local Councils (NALC) for advice. The Council noted it.
HC will write to NALC. A Hartwell signed.
"""

TWO = """TERMS OF REFERENCE

Appendix 1

WELDON HARBOUR BOARD

The Board meets monthly. The Secretary of State for Ports set up the Weldon Harbour Board.

Appendix 2

WELDON SCHOOLS BOARD

The Board meets weekly. The Secretary of State for Schools set up the Weldon Schools Board.
"""


def names_of(text):
    document = build("a.txt", text)
    return document, Names.build(document, find_head(document))


def block_of(document, words):
    return next(block for block in document.blocks if words in block.clean)


def test_people_of_the_roll_are_known_by_surname_and_initial():
    """Somebody on the roll is known afterwards by honorific with surname and by initial with surname."""
    document, names = names_of(MINUTES)
    block = block_of(document, "asked the National")
    assert names.resolve("Mr Peake", block) == "Cllr Tom Peake"
    assert names.resolve("A Hartwell", block) == "Cllr Anna Hartwell"


def test_introduced_initials_stand_for_the_name():
    """Initials in brackets after a name mean that name everywhere."""
    document, names = names_of(MINUTES)
    block = block_of(document, "will write")
    assert names.resolve("NALC", block) == "National Association of Local Councils"
    assert names.kind("NALC") == "body"


@pytest.mark.parametrize(("used", "known"), [("AH", True), ("HC", True), ("TP", True), ("KC", False)])
def test_initials_never_introduced_stand_for_the_people_of_the_roll(used, known):
    """Where most of the short capitals of a document are initials of its people, those are their short forms."""
    text = MINUTES + "TP would ask, as AH had, whether HC was well. KC came.\n"
    _document, names = names_of(text)
    assert (key_of(used) in names.table.aliases) is known


def test_a_generic_word_means_the_body_that_meets():
    """`the Council` in a council's minutes is that council."""
    document, names = names_of(MINUTES)
    assert names.resolve("the Council", block_of(document, "noted it")) == "Weldon Parish Council"


def test_a_generic_word_means_what_its_appendix_names():
    """Two boards in two appendices are told apart by the heading, two secretaries of state by their board."""
    document, names = names_of(TWO)
    first, second = block_of(document, "meets monthly"), block_of(document, "meets weekly")
    assert names.resolve("the Board", first).upper() == "WELDON HARBOUR BOARD"
    assert names.resolve("the Board", second).upper() == "WELDON SCHOOLS BOARD"
    assert names.resolve("the Secretary of State", first) == "Secretary of State for Ports"
    assert names.resolve("the Secretary of State", second) == "Secretary of State for Schools"


def test_an_unknown_phrase_comes_back_without_its_article():
    """What the document does not name is given back as it is."""
    document, names = names_of(MINUTES)
    assert names.resolve("the Harbour Master", document.blocks[0]) == "Harbour Master"


def test_mentions_stand_in_order_and_do_not_overlap():
    """The mentions of a block are slices of it, in order."""
    document, names = names_of(MINUTES)
    for block in document.blocks:
        last = 0
        for mention in names.mentions(block):
            assert last <= mention.start < mention.end <= len(block.clean)
            last = mention.end


def test_lines_of_a_signature_are_not_run_together():
    """A name ends with its line where the line was ended on purpose."""
    text = MINUTES + "\n\nChairman, Cllr Anna Hartwell\nWeldon Harbour and Quays Joint Committee\n"
    _document, names = names_of(text)
    assert "Cllr Anna Hartwell" in names.people()
    assert not any("Weldon" in person for person in names.people())


@given(st.text(alphabet=st.sampled_from("ABCabc .,()\n'&-19éﬁ\t"), max_size=400))
def test_names_of_any_text(text):
    """Any text has names that lie inside its blocks."""
    document = build("a.txt", text)
    names = Names.build(document, Head())
    for block in document.blocks:
        assert all(0 <= m.start < m.end <= len(block.clean) for m in names.mentions(block))
        assert isinstance(names.resolve("it", block), str)


@pytest.mark.slow
def test_reading_names_stays_linear():
    """Ten times the document takes about ten times as long."""

    def seconds(times):
        document = build("a.txt", MINUTES * times)
        start = time.perf_counter()
        names = Names.build(document, find_head(document))
        for block in document.blocks:
            names.mentions(block)
        return time.perf_counter() - start

    seconds(5)
    assert seconds(300) < 25 * max(seconds(30), 0.01)
