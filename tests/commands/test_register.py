"""The register, the directions and the chains, as a user asks for them."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from remit.cli import remit


def ask(store, *words, form="json"):
    """The results of a command, with its exit code."""
    got = CliRunner().invoke(remit, [*words, "--store", str(store), "--format", form])
    return (json.loads(got.stdout)["results"] if form == "json" and got.stdout else got.stdout), got.exit_code


def test_what_falls_due_is_told_with_what_shows_it_done(five):
    """The Council's first report is done, the Board's and the Chair's unknown, the submission a decision."""
    found, _ = ask(five, "obligations", "--due-before", "2017-08-01", "--as-of", "2017-07-15")
    got = {(one["bearer"]["name"], one["type"], one["due"]): one for one in found}
    council = next(one for (who, *_), one in got.items() if who.endswith("Tower Hamlets"))
    assert (council["status"], council["due"], council["done_for"]) == ("done", "2017-06-30", ["2017-06-30"])
    assert " ".join(council["done"][0]["quote"].split()) == "The first report was sent in June 2017"
    chair = next(one for (who, *_), one in got.items() if who.startswith("Chair"))
    assert (chair["status"], chair["due"], chair["done"]) == ("unknown", "2017-06", [])
    board = next(one for (who, kind, _), one in got.items() if "Best Value" in who and kind == "obligation")
    assert (board["status"], board["due"]) == ("unknown", "2017-06-30")
    (decision,) = [one for one in found if one["type"] == "decision"]
    assert (decision["due"], decision["status"]) == ("2017-07-20", "due")
    assert "Department for Education" in decision["action"]
    assert len(found) == 4


def test_a_lapsed_direction_is_told_with_what_rested_on_it_and_what_is_to_come(five):
    """Bodies and duties of the Directions, the boards put forward for after; no board that it does not require."""
    found, _ = ask(five, "directions", "--as-of", "2018-10-01", "--lapsed")
    one = next(d for d in found if d["date"] == "2017-03-28")
    assert one["status"] == "lapsed"
    bodies = [c["text"] for c in one["carries"] if c["type"] == "establishment"]
    assert bodies == ["establish the Tower Hamlets Best Value Improvement Board"]
    duties = [
        c["text"] for c in one["carries"] if c["type"] == "obligation" and c["how"] == "stated" and not c["through"]
    ]
    assert len(duties) == 3
    after = {s["body"]["name"]: (s["proposed"], bool(s["in_place_of"])) for s in one["successors"]}
    assert after == {
        "Cabinet led Performance and Improvement Board": (True, False), "Transformation and Improvement Board": (True, True),
    }  # fmt: skip
    assert all(not d["successors"] for d in found if d["date"] != "2017-03-28")


def test_why_proves_each_of_them(five):
    """Duties done, decisions and what is to come all have statements behind them."""
    found, _ = ask(five, "obligations", "--due-before", "2017-08-01", "--as-of", "2017-07-15")
    lapsed, _ = ask(five, "directions", "--as-of", "2018-10-01", "--lapsed")
    ids = [one["id"] for one in found]
    ids += [c["mandate"] for d in lapsed for c in d["carries"]][:12] + [
        s["id"] for d in lapsed for s in d["successors"]
    ]
    for address in ids:
        proofs, code = ask(five, "why", address)
        assert code == 0
        assert proofs[0]["statements"]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (("--act", "Local Government Act 1999", "--bearer", "Ashmere Borough Council"), 6),
        (("--document", "04-board-minutes", "--status", "overdue"), 3),
        (("--recipient", "Cabinet"), 3),
        (("--mandate", "Directions of 2024-02-05", "--status", "proposed"), 4),
    ],
)
def test_the_register_of_the_example_case_is_filtered(case, words, count):
    """By Act, paper, recipient, instrument and standing."""
    found, code = ask(case, "obligations", *words, "--as-of", "2025-07-16")
    assert code == 0
    assert len(found) == count, [one["action"] for one in found]


def test_the_register_is_sorted_and_grouped(case):
    """Groups stand together, in order."""
    found, _ = ask(case, "obligations", "--group-by", "status", "--as-of", "2024-04-15")
    statuses = [one["status"] for one in found]
    assert statuses == sorted(statuses)
    days = [one["due"] or "no day" for one in ask(case, "obligations", "--sort", "due", "--as-of", "2024-04-15")[0]]
    assert days == sorted(days)
    text, _ = ask(case, "obligations", "--group-by", "mandate", form="table")
    assert "\nno mandate found\n" in text


def test_every_chain_of_the_corpus_is_in_the_form_of_its_gold(five):
    """One object a passage: document, quote, type, mandates, each with how and why."""
    text, code = ask(five, "mandate", "--all", form="jsonl")
    assert code == 0
    lines = [json.loads(line) for line in text.splitlines()]
    assert {"document", "quote", "type", "mandates"} == set(lines[0])
    links = [link for line in lines for link in line["mandates"]]
    assert {link["how"] for link in links} == {"stated", "inferred"}
    assert all(link["because"] for link in links if link["how"] == "inferred")
