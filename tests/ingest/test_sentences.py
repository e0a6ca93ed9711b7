"""Sentences of a clean text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.ingest.sentences import sentences

_TEXT = st.text(alphabet="ab CD.;:?!()'\"1£- \n", max_size=200)


def split(text):
    return [text[a:b] for a, b in sentences(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Panel met. It adjourned.", 2),
        ("The meeting closed at 7.30 p.m. Members left.", 2),
        ("It opened at 10 a.m. in the hall.", 1),
        ("Cllr. Fenn and Mr. B. Vale spoke. Dr. Orr agreed.", 2),
        ("See para. 3.2 and No. 4 of the Act.", 1),
        ("Costs rose by £1.5m. Was this foreseen? It was not!", 3),
        ('He said "we agree." The vote followed.', 2),
        ("Apply to J. R. Hartwell & Co. in writing.", 1),
        ("e.g. bins, i.e. litter, etc. are collected", 1),
        ("", 0),
    ],
)
def test_stops_that_end_nothing(text, count):
    """Abbreviations, initials, times and numbers do not end a sentence; stops before a new one do."""
    assert len(split(text)) == count, split(text)


@given(_TEXT)
def test_spans_cover_the_text(text):
    """Spans stand in order, do not overlap, and leave nothing but blanks out."""
    spans = sentences(text)
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end].strip() == text[start:end]
        at = end
    assert not text[at:].strip()


@given(_TEXT, _TEXT)
def test_one_at_a_time(first, second):
    """Splitting a sentence again gives it back whole."""
    for piece in split(first + " " + second):
        assert "".join(split(piece)).replace(" ", "") == piece.replace(" ", "")
