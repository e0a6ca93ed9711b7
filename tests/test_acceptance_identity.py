"""Who is who on real papers: against the list of who is who, and with the papers of many organisations in one store."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from collections import defaultdict
from pathlib import Path

import pytest

import remit
from remit.graph.derive import Derivation
from remit.graph.questions.reading import Look
from remit.graph.statements import documents, statements
from remit.graph.store import Store

BENCH = Path(__file__).resolve().parents[1] / "bench" / "identity.py"


@pytest.fixture(scope="module")
def bench():
    """The benchmark, whose way of counting is the one that counts."""
    spec = importlib.util.spec_from_file_location("identity_bench", BENCH)
    module = sys.modules["identity_bench"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def known(five):
    """What is known from the first five papers, derived in memory."""
    with Store.read(five) as store:
        done = Derivation(list(statements(store)), documents(store), store.base)
    done.run()
    return done


def test_entities_are_those_of_the_list(shared, bench, known):
    """Pairs of names that facts print: at least 98 in 100 joined rightly, at least 90 in 100 of the list's joined."""
    lines = (shared / "corpus" / "identities.jsonl").read_text(encoding="utf-8").splitlines()
    gold = bench.listed([json.loads(line) for line in lines], shared / "corpus" / "docs")
    found = {(m, id_): id_ for m, ids in bench.stated(known, gold).items() for id_ in ids}
    right = bench.pairs({place: gold[place[0]] for place in found})
    have = bench.pairs(found)
    assert len(right) > 50
    assert len(right & have) >= 0.98 * len(have)
    assert len(right & have) >= 0.90 * len(right)


def test_misprints_are_joined_with_a_flag(known):
    """`John Bigg` is the Mayor, and the reason says that it was taken for a misprint."""
    mayor = next(e for e in known.who.all() if e.kind == "person" and any(n.endswith("John Biggs") for n in e.names))
    assert any(n.endswith("John Bigg") for n in mayor.names)
    assert any("misprint" in reason for reason in mayor.reasons)


def organisation(path):
    """Whose paper a document of the corpus is, by its name."""
    first = Path(path).name.split("_")[0]
    return "tower hamlets" if first in {"000", "001", "002", "003", "004"} else "public data panel" if first in {"03", "09"} else first  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("apart", [False, True], ids=["one folder", "a collection each"])
def test_no_two_organisations_share_what_is_their_own(shared, tmp_path, apart):
    """Boards, committees, chairs, clerks, mayors and namesakes of one organisation are never those of another."""
    papers = sorted((shared / "corpus" / "docs").glob("*.txt"))
    if apart:
        for paper in papers:
            folder = tmp_path / "papers" / organisation(paper)
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(paper, folder)
        for folder in sorted((tmp_path / "papers").iterdir()):
            assert remit.ingest_papers(folder, store=tmp_path / "s").failures == ()
    else:
        assert remit.ingest_papers(papers, store=tmp_path / "s").failures == ()
    with Store.read(tmp_path / "s") as store:
        look = Look(store)
        spread = defaultdict(set)
        for kind in ("Person", "Body", "Post"):
            for node in look.members(kind):
                if "/shared/" not in node.value:
                    for proof in look.proofs(node):
                        spread[(kind, node.value)].add(organisation(proof.document))
        joined = {name: whose for name, whose in spread.items() if len(whose) > 1}
    # three people whom the records of both open-data bodies have among those present, the chair of the one at the other
    assert {name for name, whose in joined.items() if whose != {"public data panel", "06"}} == set()
    assert {kind for kind, _ in joined} <= {"Person"}
    assert len(spread) > 300
