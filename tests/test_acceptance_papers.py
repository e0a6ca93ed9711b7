"""The questions asked of real papers: who reports to whom, and which direction mandates each action."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

ACT_1999 = "http://www.legislation.gov.uk/id/ukpga/1999/27/section/"
ACT_1996 = "http://www.legislation.gov.uk/id/ukpga/1996/56/section/"
BVIB = "Tower Hamlets Best Value Improvement Board"
CSIB = "Children's Services Improvement Board"


@pytest.fixture(scope="module")
def ask(five):
    """A question to a store of the first five papers: (results, exit code)."""

    def asked(*words):
        argv = [sys.executable, "-m", "remit.cli", *words, "--store", str(five)]
        if "--format" not in words and words[0] not in {"validate", "documents"}:
            argv += ["--format", "json"]
        got = subprocess.run(argv, capture_output=True, text=True, check=False)
        assert "Traceback" not in got.stderr
        try:
            return json.loads(got.stdout)["results"], got.returncode
        except ValueError:
            return got.stdout + got.stderr, got.returncode

    return asked


def plain(name):
    """A name with straight apostrophes, in lower case."""
    return name.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").casefold()


def superiors(lines, reporter=None, level=1):
    """The superiors in lines of a level."""
    return sorted(
        plain(x["superior"]["name"])
        for x in lines
        if x["level"] == level
        and not x["apart"]
        and (reporter is None or plain(reporter) in plain(x["reporter"]["name"]))
    )


def test_the_board_reports_to_five_and_nobody_else(ask):
    """Directly the five of its papers; each line with quote and document, and whether it is reporting or accountability."""
    lines, code = ask("reports-to", "CSIB")
    assert code == 0
    direct = superiors(lines)
    assert len(direct) == 5
    for wanted in (
        "cabinet",
        "department for education",
        "mayor",
        "best value improvement board",
        "overview and scrutiny",
    ):
        assert sum(wanted in name for name in direct) == 1, (wanted, direct)
    assert all(x["evidence"] and x["evidence"][0]["quote"] and x["evidence"][0]["document"] for x in lines)
    assert {x["kind"] for x in lines} <= {"reports", "accountable"}


def test_its_chair_reports_apart_to_another_secretary_of_state(ask):
    """The post's line stands apart, and the two Secretaries of State are never one."""
    lines, _ = ask("reports-to", "CSIB")
    apart = [x for x in lines if x["apart"]]
    chair = [
        x
        for x in apart
        if "chair" in plain(x["reporter"]["name"]) and "secretary of state" in plain(x["superior"]["name"])
    ]
    assert len(chair) == 1
    assert "education" in plain(chair[0]["superior"]["name"])
    onward = [x for x in lines if "best value improvement board" in plain(x["reporter"]["name"])]
    names = sorted(plain(x["superior"]["name"]) for x in onward)
    assert len(names) == 2
    assert names[0].startswith("department for communities")
    assert "secretary of state" in names[1]
    assert "education" not in names[1]
    assert {x["superior"]["id"] for x in onward}.isdisjoint({chair[0]["superior"]["id"]})


def test_those_below_the_other_board_are_found_with_one_operational_group(ask):
    """Boards, cabinet members and officers below it; the group that is printed under three names is one."""
    lines, _ = ask("reports-to", "BVIB", "--down")
    direct = [plain(x["reporter"]["name"]) for x in lines if x["level"] == 1]
    for wanted in ("children's service", "adults improvement board", "cabinet members", "officers"):
        assert any(wanted in name for name in direct), (wanted, direct)
    second = {plain(x["reporter"]["name"]) for x in lines if "children's service" in plain(x["superior"]["name"])}
    assert len([name for name in second if "operational" in name]) == 1


def test_quarterly_reports_have_four_answers(ask):
    """Council, board twice, and the other board's chair, each by its own instrument."""
    chains, code = ask("mandate", "quarterly reports")
    assert code == 0
    got = {}
    for chain in chains:
        to = ", ".join(sorted(plain(r["name"]) for r in chain["recipient"]))
        got[plain(chain["bearer"]["name"]), to] = chain
    assert len(chains) == 4, sorted(got)
    council = next(
        c
        for (who, to), c in got.items()
        if who.endswith(("council", "borough of tower hamlets")) and "secretary of state" in to
    )
    first = council["mandates"][0]["instrument"]
    assert (first["date"], first["in_force_until"]) == ("2017-03-28", "2018-09-30")
    assert council["deadline"] == "2017-06-30"
    board = [c for (who, _), c in got.items() if "best value improvement board" in who]
    assert len(board) == 2
    assert all(any(m["instrument"]["kind"] == "terms of reference" for m in c["mandates"]) for c in board)
    chair = next(c for (who, _), c in got.items() if "chair" in who)
    draft = next(m["instrument"] for m in chair["mandates"] if m["instrument"]["kind"] == "direction")
    assert (draft["date"], draft["status"]) == ("2017-04-07", "proposed")
    assert chair["deadline"] == "2017-06"
    assert "education" in plain(chair["recipient"][0]["name"])


def test_setting_up_the_board_leads_to_the_draft_and_its_three_provisions(ask):
    """The chain ends at public identifiers of the Acts."""
    chains, _ = ask("mandate", "establish the Children's Services Improvement Board")
    instruments = [m["instrument"] for c in chains for m in c["mandates"] if m["instrument"]["date"] == "2017-04-07"]
    assert instruments
    assert {b["id"] for one in instruments for b in one["basis"]} == {
        f"{ACT_1999}15/5", f"{ACT_1996}497A/4", f"{ACT_1996}497A/4B",
    }  # fmt: skip


def test_the_register_and_the_directions_are_given(ask):
    """Duties with their bearers; the directions with what they replace."""
    duties, code = ask("obligations")
    assert code == 0
    assert all(d["evidence"] and d["bearer"] for d in duties)
    directions, _ = ask("directions", "--as-of", "2018-10-01")
    status = {d["date"]: d["status"] for d in directions}
    assert status["2017-03-28"] == "lapsed"
    assert status["2014-12-17"] == "revoked"
    assert status["2017-04-07"] == "proposed"


def test_the_members_of_a_day_are_those_of_its_minutes(ask):
    """Two records, two lists; Alan Wood and Andrew Wood are two people, Sir Alan Wood and Alan Wood one."""
    first, _ = ask("members", "BVIB", "--as-of", "2017-06-14")
    then = {plain(p["who"]["name"]): p["capacity"] for p in first if p["type"] == "person"}
    assert sum("biggs" in name for name in then) == 1
    assert next(c for n, c in then.items() if "biggs" in n) == "chair"
    woods = [name for name in then if "wood" in name]
    assert len(woods) == 2
    assert next(c for n, c in then.items() if "andrew wood" in n) in {"substitute", "member"}
    later, _ = ask("members", "BVIB", "--as-of", "2018-06-11")
    people = [plain(p["who"]["name"]) for p in later if p["type"] == "person"]
    assert all(any(name in p for p in people) for name in ("finch", "ronald", "hassell", "alan wood"))
    assert not any("andrew wood" in p for p in people)
    alan = {p["who"]["id"] for p in [*first, *later] if "alan wood" in plain(p["who"]["name"])}
    assert len(alan) == 1
    seats = [plain(p["who"]["name"]) for p in first if p["type"] == "seat"]
    assert len(seats) >= 10


def test_one_board_goes_by_its_names_and_its_predecessor_is_another(ask):
    """Acronyms and the full name are one body; the Review Board is not it."""
    ids = {name: {e["id"] for e in ask("body", name)[0] if e["about"] == "name"} for name in ("BVIB", "THBVIB", BVIB)}
    assert ids["BVIB"] == ids["THBVIB"] == ids[BVIB]
    other, _ = ask("body", "Best Value Review Board")
    assert {e["id"] for e in other if e["about"] == "name"}.isdisjoint(ids["BVIB"])


def test_two_secretaries_of_state_are_ambiguous(ask):
    """The bare title fits both; nothing is chosen."""
    text, code = ask("reports-to", "Secretary of State", "--down")
    assert code == 2
    assert "education" in plain(text)
