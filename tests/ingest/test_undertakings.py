"""Undertakings told in minutes."""

from __future__ import annotations

import pytest

from remit.ingest.undertakings import undertakings


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Ms Arden agreed to circulate the draft.", "Ms Arden"),
        ("She undertook to raise this with the Ministry.", "She"),
        ("KB would produce a short note.", "KB"),
        ("The Clerk was asked to obtain three quotes.", "The Clerk"),
        ("Members asked the Headteacher to provide a breakdown.", "the Headteacher"),
        ("The terms will be published by the Secretary.", "Secretary"),
    ],
)
def test_who_undertakes(sentence, who):
    """Promises, tasks asked for and things to be done by somebody are undertakings of that person."""
    assert [u.who for u in undertakings(sentence)] == [who]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Treasurer said that prices would rise.",
        "Ms Arden would be away in May.",
        "If Mr Lisle would agree to it the work could begin.",
        "The Clerk was asked to comment on the figures.",
        "This would be mirrored by the Chair.",
        "The Board noted the report.",
    ],
)
def test_forecasts_are_none(sentence):
    """What somebody says, foresees or is merely asked about is no undertaking."""
    assert not list(undertakings(sentence))
