"""Reading on a cluster."""

from __future__ import annotations

import pytest

from remit.cli import remit
from remit.commands import cluster
from remit.exports.rdf import lines
from remit.graph.store import Store

distributed = pytest.importorskip("distributed", reason="dask.distributed is not installed")


def run(*arguments):
    """The exit code of a command line."""
    with pytest.raises(SystemExit) as left:
        remit.main(list(arguments))
    return left.value.code


@pytest.mark.slow
def test_an_address_where_no_scheduler_answers_is_told(tmp_path, capsys, monkeypatch):
    """One line that says where and what to do."""
    monkeypatch.setitem(cluster.spread.__kwdefaults__, "wait", 0.5)
    (tmp_path / "a.txt").write_text("The Board will report to the Council.", encoding="utf-8")
    code = run("ingest", str(tmp_path / "a.txt"), "--store", str(tmp_path / "s"), "--scheduler", "tcp://127.0.0.1:9")
    assert code == 2
    assert "no scheduler answers there" in capsys.readouterr().err


@pytest.mark.slow
def test_a_cluster_gives_the_same_store(tmp_path, capsys):
    """What two workers read is what one process reads, byte for byte, bad files told."""
    papers = tmp_path / "papers"
    papers.mkdir()
    for n in range(12):
        (papers / f"{n}.txt").write_text(
            f"Terms of Reference\n\nThe Roads Board will report to the Cabinet by {n + 1} June 2024.\n",
            encoding="utf-8",
        )
    (papers / "empty.txt").write_text(" ", encoding="utf-8")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as here:
        assert run("ingest", str(papers), "--store", str(tmp_path / "a"), "--scheduler", here.scheduler_address) == 3
    assert "empty.txt: nothing in it to read" in capsys.readouterr().err
    assert run("ingest", str(papers), "--store", str(tmp_path / "b")) == 3
    assert lines(Store.read(tmp_path / "a")) == lines(Store.read(tmp_path / "b"))
