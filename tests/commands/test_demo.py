"""`remit demo` says what the example case shows."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from remit.cli import remit


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What the demonstration prints, and its folder."""
    folder = tmp_path_factory.mktemp("demo")
    got = CliRunner().invoke(remit, ["demo", str(folder)])
    assert got.exit_code == 0, got.output
    return got.output, folder


@pytest.mark.parametrize(
    "shown",
    [
        "reports to Cabinet (six-monthly",
        "Chair of the Children's Assurance Board reports to Secretary of State for Children and Learning",
        "<http://www.legislation.gov.uk/id/ukpga/1999/27/section/15/5>",
        "lapsed; Directions of 2023-06-12",
        "revoked",
        "Cllr Leonie Abara is recorded as present (member) and among the apologies",
        "Performance Group \N{RIGHTWARDS ARROW} Resources Group \N{RIGHTWARDS ARROW} Programme Office",
        "Nobody is named who must do this",
        "obtain a quotation for member training",
        "Department for Towns and Local Services\n",
        "Cllr Jane Marsh (person)",
        "Dr Joan Marsh (person)",
        "10-undated-note.odt",
    ],
)
def test_every_trap_is_shown(told, shown):
    """Revoked, lapsed and draft directions, a cycle, an absentee, a duty on nobody, a namesake, a new name, no date."""
    assert shown in told[0]


def test_the_page_is_written_and_the_way_on_is_told(told):
    """At the end there is a page, and the command to go on with."""
    assert (told[1] / "explorer.html").stat().st_size > 10_000
    assert "remit reports-to NAME --store" in told[0]
    assert "Traceback" not in told[0]
