"""What is known depends on the papers and the ledger alone: not on the order of reading, nor on what was there between."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.graph.facts import Action, Alias, Attendance, Establishes, Evidence, Holds, Meeting, Obligation, ReportsTo
from remit.graph.knowledge import rebuild
from remit.graph.ledger.deciding import Deciding
from remit.graph.ledger.keeping import ledger_of, record
from remit.graph.store import Store
from remit.graph.write import DocumentRecord, put_document, withdraw

WHEN = {"body": "Harbour Improvement Board", "date": "2024-01-10"}
PAPERS = {
    ("coast", "a.txt"): [
        (Meeting, WHEN), (Alias, {"name": "Saltmarsh Borough Council", "alias": "Council"}),
        (Attendance, {"person": "Cllr Ann Marsh", "capacity": "chair", **WHEN}),
        (Attendance, {"person": "Nell Hardwick", "capacity": "officer", **WHEN}),
        (Holds, {"person": "Nell Hardwick", "role": "Interim Head of Quays", "as_of": "2024-01-10"}),
        (ReportsTo, {"subject": "Harbour Improvement Board", "object": "Cabinet", "frequency": "P3M"}),
    ],
    ("coast", "b.txt"): [
        (Alias, {"name": "Saltmarsh Council", "alias": "Council"}), (Alias, {"name": "Harbour Improvement Board", "alias": "HIB"}),
        (Holds, {"person": "N Hardwick", "role": "Head of Quays"}), (Action, {"owner": "Clerk"}),
        (Obligation, {"bearer": "HIB", "action": "report to the Department for Harbours", "recipient": ("Department for Harbours",)}),
    ],
    ("coast", "c.txt"): [
        (Alias, {"name": "Merebrook Council", "alias": "Council"}), (Action, {"owner": "Clerk"}),
        (Holds, {"person": "Nell Hardwick", "role": "Chief Executive"}), (ReportsTo, {"subject": "Audit Panel", "object": "Cabinet"}),
    ],
    ("river", "a.txt"): [
        (Establishes, {"body": "Department of Harbours"}), (ReportsTo, {"subject": "Harbour Improvement Board", "object": "Department for Harbours"}),
        (Holds, {"person": "Cllr Ann Marsh", "role": "Leader of the Council"}), (Action, {"owner": "Clerk"}),
    ],
}  # fmt: skip
NAMES = sorted(PAPERS)


def put(store, name):
    """Write one paper."""
    text, facts = "", []
    for kind, values in PAPERS[name]:
        quote = f"{kind.TYPE}: " + " ".join(map(str, values.values()))
        facts.append(kind(evidence=Evidence(len(text), len(text) + len(quote), quote, "given"), **values))
        text += quote + "\n"
    put_document(store, DocumentRecord(*name, text, f"{name}", title=name[1], date="2024-01-10"), facts)


def dump(store):
    """All quads, in order."""
    return sorted(map(str, store.quads_for_pattern(None, None, None, None)))


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """All papers with decisions: the ledger, and the quads of a store that was derived once."""
    with Store.open(tmp_path_factory.mktemp("whole") / "s", create=True) as store:
        for name in NAMES:
            put(store, name)
        rebuild(store)
        decided = [
            ("same", ["Cllr Ann Marsh [coast]", "Cllr Ann Marsh [river]"]), ("rename", "Harbour Improvement Board [coast]", "The Improvers"),
            ("different", ["Head of Quays", "Interim Head of Quays"]),
        ]  # fmt: skip
        for at, (verb, *given_) in enumerate(decided):
            maker = Deciding(store, ledger_of(store), when=f"2024-02-0{at + 1}T00:00:00Z", who="Pat")
            record(store, getattr(maker, verb)(*given_))
        quads = dump(store)
        rebuild(store)
        assert dump(store) == quads
        return (store.folder / "decisions.csv").read_bytes(), quads


steps = st.lists(st.tuples(st.sampled_from(["put", "withdraw", "derive"]), st.sampled_from(NAMES)), max_size=8)


@settings(max_examples=12, deadline=None)
@given(order=st.permutations(NAMES), before=steps)
def test_any_way_to_the_same_papers_leads_to_the_same_bytes(whole, order, before):
    """Read in any order, derived after each or once, with papers come and gone before: the store is the same."""
    ledger, quads = whole
    folder = Path(tempfile.mkdtemp())
    try:
        with Store.open(folder / "s", create=True) as store:
            (folder / "s" / "decisions.csv").write_bytes(ledger)
            for what, name in before:
                if what == "put":
                    put(store, name)
                elif what == "withdraw":
                    withdraw(store, f"urn:remit:document/{name[0]}/{name[1]}")
                else:
                    rebuild(store)
            for name in order:
                put(store, name)
                if len(name[1]) % 2 or name == order[0]:
                    rebuild(store)
            rebuild(store)
            assert dump(store) == quads
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def test_taking_a_paper_out_and_in_again_leaves_no_trace(whole, tmp_path):
    """Ingest, withdraw, ingest: the knowledge of a store without the paper, then of one with it, byte for byte."""
    ledger, quads = whole
    with Store.open(tmp_path / "s", create=True) as store:
        (tmp_path / "s" / "decisions.csv").write_bytes(ledger)
        for name in NAMES[:-1]:
            put(store, name)
        rebuild(store)
        without = dump(store)
        put(store, NAMES[-1])
        rebuild(store)
        assert dump(store) == quads
        withdraw(store, "urn:remit:document/river/a.txt")
        rebuild(store)
        assert dump(store) == without
        put(store, NAMES[-1])
        rebuild(store)
        assert dump(store) == quads
