"""What is known follows what is stated, also after a run that was killed in between."""

from __future__ import annotations

from click.testing import CliRunner

from remit.commands.ingest import ingest
from remit.graph.knowledge import is_stale
from remit.graph.store import Store
from remit.graph.write import STALE


def test_the_next_run_derives_what_a_killed_one_left(tmp_path):
    """Documents that were written but not derived from are, even if the next run reads nothing new."""
    (tmp_path / "a.txt").write_text("The Harbour Board shall report to Saltmarsh Council every quarter.\n")
    call = ["--store", str(tmp_path / "s"), str(tmp_path / "a.txt")]
    assert CliRunner().invoke(ingest, call).exit_code == 0
    with Store.open(tmp_path / "s") as store:
        assert not is_stale(store)
        store.apply([], [STALE])
        assert is_stale(store)
    assert "1 unchanged" in CliRunner().invoke(ingest, call).output
    assert not is_stale(Store.read(tmp_path / "s"))
