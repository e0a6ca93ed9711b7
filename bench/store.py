"""The store at size: questions, names, the register, writing, each beside a yardstick of the same run.

Usage: python bench/store.py [--quads N] [--folder DIR]

Two synthetic stores are asked, one of 100,000 quads and one of N, so that growth shows; `--folder` keeps them for the
next run.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import synthetic

from remit.errors import RemitError
from remit.graph.facts import Evidence, Obligation
from remit.graph.questions.mandate import chain
from remit.graph.questions.naming import find
from remit.graph.questions.obligations import Wanted, obligations
from remit.graph.questions.reading import KNOWN, Look, term
from remit.graph.questions.reporting import reporting_lines
from remit.graph.store import Store
from remit.graph.write import DocumentRecord, put_document

SMALL = 100_000
RUNS = 9
DAY = "2018-01-01"
ASKED = "Director 42 of Borough 17"


def spent(run: Callable[[], object]) -> float:
    """Seconds of processor time of a call in this process."""
    began = time.process_time()
    run()
    return time.process_time() - began


def middle(run: Callable[[], object], runs: int = RUNS) -> float:
    """The median of a call's seconds."""
    return statistics.median(spent(run) for _ in range(runs))


def process(*command: str) -> tuple[float, float]:
    """Seconds of processor time and peak MiB of a process of its own."""
    # The peak of children only ever grows, so a child of a child is measured.
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=False); "
        "u = resource.getrusage(resource.RUSAGE_CHILDREN); print(u.ru_utime + u.ru_stime, u.ru_maxrss / 1024)"
    )
    out = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True).stdout
    seconds, size = map(float, out.split())
    return seconds, size


def make(folder: Path, quads: int) -> float:
    """Make a synthetic store where there is none; seconds that loading took (0 where it was there)."""
    if (folder / "store.json").exists():
        return 0.0
    with Store.open(folder, create=True) as store:
        return spent(lambda: store.quads.bulk_extend(synthetic.store_quads(quads)))


def cold(folders: dict[int, Path]) -> None:
    """A question as a whole process, beside the imports it needs, and growth with the store."""
    base = [sys.executable, "-c", "import click, pyoxigraph"]
    ask = [sys.executable, "-m", "remit.cli", "reports-to", ASKED, "--store"]
    times: dict[int, list[float]] = {size: [] for size in folders}
    ratios, peak = [], 0.0
    for _ in range(RUNS):
        bare = process(*base)[0]
        for size, folder in folders.items():
            took, memory = process(*ask, str(folder))
            times[size].append(took)
            if size == max(folders):
                ratios.append(took / bare)
                peak = max(peak, memory)
    small, large = (statistics.median(times[size]) for size in (min(folders), max(folders)))
    print(f"reports-to, whole process: {large * 1000:.0f} ms, {statistics.median(ratios):.2f} of the imports alone "
          f"(target 1.5), {peak:.0f} MiB (target 60), {large / small:.2f} of its cost at {min(folders)} (target 1.3)")  # fmt: skip
    turtle = folders[min(folders)].with_suffix(".nt")
    if not turtle.exists():
        with turtle.open("wb") as out:
            for quad in Store.read(folders[min(folders)]).quads:
                out.write(f"{ox.Triple(quad.subject, quad.predicate, quad.object)} .\n".encode())
    code = "import sys, rdflib; g = rdflib.Graph(); g.parse(sys.argv[1], format='turtle')"
    rdflib = process(sys.executable, "-c", code, str(turtle))[0]
    print(f"rdflib parsing {min(folders)} quads: {rdflib * 1000:.0f} ms, {rdflib / large:.0f} times (target 50)")


def questions(folder: Path) -> None:
    """Questions in a process that has the store open."""
    store = Store.read(folder)
    node = find(Look(store), ASKED)
    print(f"reporting lines, in process: {middle(lambda: reporting_lines(Look(store), node)) * 1000:.2f} ms")
    duties = [q.subject for q, _ in zip(
        store.quads_for_pattern(None, term("bearer"), None, KNOWN), range(400), strict=False)][::10]  # fmt: skip
    times = [spent(lambda duty=duty: chain(Look(store), duty)) for duty in duties]
    print(f"chain of one duty, in process: {statistics.median(times) * 1000:.2f} ms (target 3)")
    for kind, name, target in (
        ("prefix", "Director 42 of Borough 17", 5),
        ("begun", "direct 42 boro 17", 5),
        ("substring", "orough 17", 2),
        ("misspelt", "Directr 42 of Boruogh 17", 50),
    ):

        def look(name: str = name) -> object:
            try:
                return find(Look(store), name)
            except RemitError as error:
                return error

        print(f"name, {kind}: {middle(look) * 1000:.1f} ms (target {target})")


def register(folder: Path) -> None:
    """The overdue register of the whole store, beside SQLite over the same duties in a table."""
    store = Store.read(folder)
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE duty (id TEXT, bearer TEXT, action TEXT, deadline TEXT)")
    base.execute("CREATE INDEX due ON duty (deadline)")
    rows = (
        [node.value, *(look.text(node, name) or "" for name in ("bearer", "action", "deadline"))]
        for look in [Look(store)]
        for node in look.members("Obligation")
    )
    base.executemany("INSERT INTO duty VALUES (?, ?, ?, ?)", rows)
    query = "SELECT * FROM duty WHERE deadline < ? ORDER BY bearer, deadline"
    sql = middle(lambda: base.execute(query, (DAY,)).fetchall(), 5)
    found: list[object] = []
    ours = spent(lambda: found.extend(obligations(Look(store), Wanted(status="overdue", due_before=DAY), DAY)))
    print(
        f"overdue register: {len(found)} entries in {ours:.2f} s, SQLite {sql:.3f} s, {ours / sql:.0f} times (target 1.5)"
    )


def writing(folders: dict[int, Path]) -> None:
    """One document of 900 quads replaced: what the store itself takes."""
    said = [
        Obligation(bearer=f"Officer {n}", action=f"report {n}", evidence=Evidence(n, n + 5, "words", "bench"))
        for n in range(60)
    ]
    took = {}
    for size, folder in folders.items():
        with Store.open(folder) as store:
            record = DocumentRecord("bench", "paper.txt", "words " * 40, "00")
            put_document(store, record, said)
            times = []
            for turn in range(RUNS):
                changed = [replace(fact, action=f"{fact.action} at {turn}") for fact in said[:3]] + said[3:]

                def write(changed: list[Obligation] = changed, record: DocumentRecord = record) -> None:
                    put_document(store, record, changed)
                    store.flush()

                times.append(spent(write))
            took[size] = statistics.median(times)
    large, small = took[max(took)], took[min(took)]
    print(
        f"one document replaced: {large * 1000:.0f} ms (target 300), {large / small:.2f} of its cost at {min(took)} (target 1.3)"
    )


def organogram(posts: int = 2000) -> None:
    """A table of posts read, kept and resolved."""
    from remit.commands.ingest import run

    rows = [f"P{n},Ann Alder {n},Officer of Works {n % 70},Roads Agency,Group {n % 40},{f'P{n // 3}' if n > 2 else 'XX'}"
            for n in range(1, posts + 1)]  # fmt: skip
    heads = "Post Unique Reference,Name,Job Title,Organisation,Unit,Reports to Senior Post\n"
    with tempfile.TemporaryDirectory() as place:
        table = Path(place) / "posts-2024-03-31.csv"
        table.write_text(heads + "\n".join(rows), encoding="utf-8")
        took = spent(lambda: run([str(table)], f"{place}/store", collection="works", date=None, again=False))
    print(f"organogram of {posts} posts: {took:.1f} s (target 10)")


def loading(quads: int) -> None:
    """The first load beside pyoxigraph's own of the same quads."""
    from remit.graph.bulk import fill

    with tempfile.TemporaryDirectory() as place:
        some = list(synthetic.store_quads(quads))
        own = spent(lambda: ox.Store(str(Path(place) / "own")).bulk_extend(some))
        ours = spent(lambda: fill(Path(place) / "ours", quads=some))
    print(f"first load of {len(some)} quads: {ours:.2f} s, {ours / own:.2f} of pyoxigraph's own (target 1.5)")


def main() -> int:
    """Make the stores, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help="where the stores are kept; else they are made and removed")
    args = parser.parse_args()
    place = args.folder or Path(tempfile.mkdtemp())
    place.mkdir(exist_ok=True)
    try:
        folders = {size: place / f"s{size}" for size in sorted({SMALL, args.quads})}
        for size, folder in folders.items():
            if took := make(folder, size):
                print(f"made {size} quads in {took:.1f} s")
        cold(folders)
        questions(folders[args.quads])
        register(folders[args.quads])
        writing(folders)
        loading(SMALL)
        organogram()
    finally:
        if not args.folder:
            shutil.rmtree(place, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
