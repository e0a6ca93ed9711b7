"""Sentences that sound like duties and gave no fact."""

from __future__ import annotations

import pytest

from remit.ingest.unread import unread

TEXT = "1. The Clerk must publish the minutes. He may add a note.\n\nThe Board shall -\n\n(a) report;\n\nWhat is required\n\n<p>Returns are <b>required</b> by May.</p>"  # fmt: skip


def told(stated=()):
    """The sentences, as the text has them."""
    return [TEXT[a:b] for a, b in unread(TEXT, stated)]


def test_sentences_with_a_word_of_duty_are_told_by_their_place():
    """Numbers and tags around a sentence are left out; stems of lists and headings are none."""
    assert told()[0] == "The Clerk must publish the minutes."
    assert told()[1].startswith("Returns are <b>required</b> by May.")
    assert len(told()) == 2


@pytest.mark.parametrize("passage", ["publish the minutes", "The Clerk"])
def test_a_sentence_of_which_a_part_stated_a_fact_is_not_told(passage):
    """One fact is enough: it has been read."""
    at = TEXT.index(passage)
    assert "Clerk" not in told([(at, at + len(passage))])[0]
