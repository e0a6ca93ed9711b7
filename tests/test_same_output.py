"""The same papers give the same bytes, whatever the hash seed and the order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import remit

EXAMPLES = Path(remit.__file__).parent / "examples"


STEPS = """
import sys
from remit.cli import remit
store, page, *papers = sys.argv[1:]
def run(*words):
    try:
        remit.main(list(words))
    except SystemExit as end:
        assert not end.code, words
run("facts", *sorted(papers))
for paper in papers:
    run("ingest", paper, "--collection", "case", "--store", store)
run("export", "html", "-o", page, "--store", store)
run("export", "nquads", "--store", store)
"""


def started(folder: Path, seed: str, *, backwards: bool) -> subprocess.Popen[bytes]:
    """A fresh process that prints the facts of the example papers, reads them one by one, and writes quads and page."""
    kinds = {".txt", ".md", ".docx", ".html", ".odt"}
    papers = sorted((str(p) for p in EXAMPLES.iterdir() if p.suffix in kinds), reverse=backwards)
    env = {**os.environ, "PYTHONHASHSEED": seed}
    argv = [sys.executable, "-c", STEPS, str(folder / "store"), str(folder / "page.html"), *papers]
    return subprocess.Popen(argv, stdout=subprocess.PIPE, env=env)


def test_hash_seed_and_order_leave_no_trace(tmp_path):
    """Two runs with other seeds and the documents in the other order give byte-identical facts, quads and page."""
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    runs = [started(folders[0], "1", backwards=False), started(folders[1], "77", backwards=True)]
    one, two = ([line for line in run.communicate()[0].splitlines() if b"read, " not in line] for run in runs)
    assert [run.returncode for run in runs] == [0, 0]
    assert len(one) > 1000
    assert one == two
    assert (folders[0] / "page.html").read_bytes() == (folders[1] / "page.html").read_bytes()
