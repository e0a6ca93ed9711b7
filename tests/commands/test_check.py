"""`remit check` on the example case and on real papers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import remit

CASE = Path(remit.__file__).parent / "examples"


def run(*argv):
    """A command line, run as a user would."""
    return subprocess.run(
        [sys.executable, "-m", "remit.cli", *map(str, argv)], capture_output=True, text=True, check=False
    )


def found(store, *words):
    """The findings as JSON, with the exit code."""
    got = run("check", *words, "--store", store, "--format", "json")
    assert "Traceback" not in got.stderr
    return json.loads(got.stdout)["results"], got.returncode


def test_the_example_case_holds_three_contradictions_and_no_other(case):
    """An absentee among those present, two forms of a post, and a cycle; namesakes and renamed bodies raise nothing."""
    results, code = found(case, "--severity", "error")
    assert [one["rule"] for one in results] == ["present-and-absent", "two-forms", "reporting-cycle"]
    assert code == 1


def test_the_gaps_of_the_example_case_are_found(case):
    """The lapsed direction relied on, the board that outlives it, the duties that nobody is named for."""
    results, _ = found(case)
    rules = {one["rule"] for one in results}
    assert {"lapsed-but-relied-on", "outlives-mandate", "no-bearer", "no-mandate"} <= rules
    open_ = " ".join(one["text"] for one in results if one["rule"] == "no-bearer")
    assert "lessons-learned review" in open_
    unmandated = " ".join(one["text"] for one in results if one["rule"] == "no-mandate")
    assert "publish the contracts register" in unmandated


def test_every_quote_of_every_finding_stands_in_its_paper(case):
    """Findings quote verbatim, at the offsets that they give."""
    results, _ = found(case)
    for one in results:
        assert one["id"].startswith("urn:remit:finding/")
        for proof in one["evidence"]:
            path = CASE / proof["document"]
            if path.suffix in {".txt", ".md"}:
                assert path.read_text(encoding="utf-8")[proof["start"] : proof["end"]] == proof["quote"]


def test_a_check_that_finds_nothing_leaves_with_zero(case):
    """Exit code 1 means that something was found, 0 that nothing was."""
    got = run("check", "--rule", "two-chairs", "--store", case)
    assert (got.returncode, got.stdout) == (0, "nothing found\n")


def test_an_unknown_check_is_refused_in_one_line(case):
    """A misspelt check is a mistake of the question, told with where to look."""
    got = run("check", "--rule", "two-chair", "--store", case)
    assert got.returncode == 2
    assert got.stderr.count("\n") == 1
    assert "--list" in got.stderr


def test_the_five_papers_contradict_each_other_five_times(five):
    """Each contradiction of the first five papers is found with words of both sides, and no other."""
    results, code = found(five, "--severity", "error")
    assert code == 1
    told = {one["rule"]: one for one in results}
    assert [one["rule"] for one in results] == [
        "present-and-absent", "two-frequencies", "two-dates", "two-forms", "term-beyond-mandate",
    ]  # fmt: skip
    assert "Sirajul Islam" in told["present-and-absent"]["text"]
    assert [side["says"] for side in told["two-frequencies"]["sides"]] == ["monthly", "six-weekly"]
    assert [side["evidence"][0]["document"][:3] for side in told["two-dates"]["sides"]] == ["002", "003", "000"]
    assert "2018-06-11" in told["two-forms"]["text"]
    assert "2018-09-30" in told["term-beyond-mandate"]["text"]
    assert all(side["evidence"] for one in results for side in one["sides"])


def test_every_finding_can_be_proved_by_its_identifier(case):
    """`why` answers to the identifier that `check` prints."""
    results, _ = found(case, "--severity", "error")
    for one in results:
        got = run("why", one["id"], "--store", case, "--format", "json")
        assert got.returncode == 0
        proof = json.loads(got.stdout)["results"][0]
        assert (proof["id"], proof["name"]) == (one["id"], one["text"])
        assert proof["statements"]


def test_why_of_nothing_is_one_line(case):
    """What has no identifier here is not found."""
    got = run("why", "urn:remit:reporting/000000000000", "--store", case)
    assert (got.returncode, got.stderr.count("\n")) == (1, 1)
