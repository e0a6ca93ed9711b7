"""Checks of tables of posts: superiors that are not there, references used twice."""

from __future__ import annotations

import pytest

from remit.commands.ingest import run
from remit.graph.checks import findings
from remit.graph.store import Store

HEAD = "Post Unique Reference,Name,Job Title,Organisation,Reports to Senior Post\n"


@pytest.fixture
def check(tmp_path):
    """Reads tables given by name and runs a rule over them: the sentences found."""

    def ran(rule, **tables):
        folder = tmp_path / "works"
        folder.mkdir()
        for name, rows in tables.items():
            (folder / f"{name}-2024-03-31.csv").write_text(HEAD + rows, encoding="utf-8")
        place = str(tmp_path / "store")
        run([str(folder)], place, collection=None, date=None, again=False)
        with Store.open(tmp_path / "store") as store:
            return [(found.text, [p.locator for p in found.evidence]) for found in findings(store, rules={rule})]

    return ran


def test_a_superior_that_no_table_lists_is_told(check):
    """With the row that names it; posts whose superior another table lists, the top and the eliminated are not."""
    found = check(
        "unknown-superior",
        senior="1,Ann Alder,Director of All Works,Roads,XX\n2,N/D,Head of Bridges,Roads,9\n3,Eliminated,Head of Tunnels,Roads,8\n4,N/D,Head of Quays,Roads,4\n",
        other="5,N/D,Head of Signs,Roads,1\n",
    )
    assert found == [
        ("Head of Bridges reports to post 9, which is not listed", ["row 3, Job Title"]),
        ("Head of Quays reports to post 4, its own reference", ["row 5, Job Title"]),
    ]


def test_two_posts_under_one_reference_are_told(check):
    """Two titles under one reference, but not a job share, nor one reference in two organisations."""
    found = check("one-reference", senior="1,N/D,Director of All Works,Roads,XX\n1,N/D,Registrar of Works,Roads,XX\n2,Ann Alder,Head of Law and Order,Roads,XX\n2,Ben Birch,Head of Law and Order,Roads,XX\n", ports="2,N/D,Head of Ports Law,Ports,XX\n")  # fmt: skip
    assert [text for text, _ in found] == ["Director of All Works and Registrar of Works are both listed as post 1"]


def test_a_cycle_in_a_table_is_told(check):
    """Posts that report round in a circle."""
    found = check("reporting-cycle", senior="1,N/D,Director of All Works,Roads,3\n2,N/D,Head of Bridges,Roads,1\n3,N/D,Painter of Bridges,Roads,2\n4,N/D,Painter of Signs,Roads,2\n")  # fmt: skip
    assert [text for text, _ in found] == ["Director of All Works → Painter of Bridges → Head of Bridges → Director of All Works: each reports or answers to the next"]  # fmt: skip
