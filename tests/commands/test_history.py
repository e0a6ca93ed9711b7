"""`remit timeline`, `diff` and `holders` on the first five papers of the corpus."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest


def run(*argv):
    """A command line, run as a user would."""
    return subprocess.run(
        [sys.executable, "-m", "remit.cli", *map(str, argv)], capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def ask(five):
    """A question to a store of the first five papers."""

    def asked(*words):
        got = run(*words, "--store", five, "--format", "json")
        assert "Traceback" not in got.stderr
        return json.loads(got.stdout)["results"]

    return asked


def test_the_board_is_told_from_its_directions_to_its_proposed_successor(ask):
    """The Directions come first, then the review board, inferred; the transformation board is proposed."""
    events = ask("timeline", "BVIB")
    assert (events[0]["date"], events[0]["event"], events[0]["how"]) == ("2017-03-28", "required", "stated")
    before = next(e for e in events if e["event"] == "predecessor")
    assert (before["with"]["name"], before["how"]) == ("Best Value Review Board", "inferred")
    after = next(e for e in events if e["event"] == "successor")
    assert (after["with"]["name"], after["how"]) == ("Transformation and Improvement Board", "proposed")
    assert all(e["id"] and e["evidence"] for e in events)


def test_four_joined_four_left_and_one_only_substituted(ask):
    """Members who sent apologies, and the member stood in for, neither joined nor left."""
    changes = ask("diff", "2017-06-14", "2018-06-11", "BVIB")
    who = {kind: {c["who"]["name"].split()[-1] for c in changes if c["change"] == kind} for kind in ("joined", "left", "only substituted")}  # fmt: skip
    assert who["joined"] == {"Finch", "Ronald", "Hassell", "Ullah"}
    assert who["left"] == {"Gibbs", "Jones", "Edgar", "Wills"}
    assert who["only substituted"] == {"Wood"}
    assert {c["change"] for c in changes} == set(who)


def test_both_titles_of_a_post_are_shown_with_how_each_holder_is_known(ask):
    """Between two records the one is last known, the other not yet seen."""
    found = ask("holders", "Cabinet Member for Resources", "--as-of", "2017-12-01")
    assert [(h["person"]["name"].split()[-1], h["role"], h["known"]) for h in found] == [
        ("Edgar", "Cabinet Member for Resources", "last known"),
        ("Ronald", "Cabinet Member for Resources and the Voluntary Sector", "not yet seen"),
    ]
