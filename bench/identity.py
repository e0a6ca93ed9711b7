"""Who is who: the entities that names are resolved to, against a list of who is who, by pairs of names.

Usage: python bench/identity.py CORPUS [--misses]

CORPUS is a folder holding `corpus/docs` and `corpus/identities.jsonl`. A mention is a name in a document. Two mentions are
a pair if one entity has both: a pair found is right if the list has it too (precision), a pair of the list counts once it
is found (recall). A name that the list gives to several entities in one document (`Board`) is left out there: which of
them is meant is told by the place, not by the name.

    stated   the names that facts print, each as its fact means it: what knowledge is made of
    printed  every name of the list that its document prints, as if each were the party of a fact

The second part puts the whole corpus into one collection and into one a document, and counts the entities that take
names of several organisations together: generic bodies and posts, and namesakes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from remit.graph.derive import Derivation
from remit.graph.facts import Action, Establishes, Evidence, Holds
from remit.graph.ids import document_id
from remit.graph.statements import Statement, StoredDocument
from remit.graph.write import missing, statement_id
from remit.ingest.pipeline import extract

BASE = "urn:remit:"
Mention = tuple[str, str, str]
"""A kind, a document by the first part of its name, a name."""


def read(paths: Iterable[Path]) -> dict[str, tuple]:
    """The head and facts of documents, by file name."""
    found = {}
    for path in paths:
        got = extract(path)
        found[path.name] = (got.head, got.facts)
    return found


def derivation(papers: dict[str, tuple], collection_of=lambda _: "papers", more: Iterable[Mention] = ()) -> Derivation:
    """What is known from documents, each in a collection; `more` are names that count as parties of facts too."""
    said, documents = [], []
    for name, (head, facts) in papers.items():
        iri = document_id(BASE, collection_of(name), name)
        documents.append(
            StoredDocument(iri, collection_of(name), name, "", "", head.title, head.date, head.kind, head.body)
        )
        said += [
            Statement(statement_id(iri, f), iri, collection_of(name), head.date, f) for f in facts if not missing(f)
        ]
    for kind, document, name in sorted(more):
        paper = next(d for d in documents if d.path.startswith(document))
        place = Evidence(0, 0, name, "printed")
        fact = Establishes(evidence=place, body=name) if kind == "body" else Action(evidence=place, owner=name)
        if kind == "person":
            fact = Holds(evidence=place, person=name, role="person")
        said.append(Statement(f"{paper.iri}/statement/x-{kind}-{name}", paper.iri, paper.collection, paper.date, fact))
    done = Derivation(said, documents, BASE)
    done.run()
    return done


def entity_of(known: Derivation, mention: Mention) -> str | None:
    """The entity that a name means in a document."""
    kind, document, name = mention
    iri = next(d for d in known.documents if d.rpartition("/")[2].startswith(document))
    if kind == "direction":
        return None
    found = known.who.entity(name, known.documents[iri].collection, iri, kind)
    return found.id if found else None


def listed(identities: list[dict], docs: Path) -> dict[Mention, str]:
    """Whom each name that a document prints means, where it means one."""
    texts = {path.name[:3]: " ".join(path.read_text(encoding="utf-8").split()) for path in docs.glob("*.txt")}
    claims: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for one in identities:
        for document in one["where"]:
            for name in one["names"]:
                if " ".join(name.split()) in texts[document]:
                    claims[(document, name)].add((one["kind"], one["id"]))
    return {
        (kind, document, name): id_
        for (document, name), found in claims.items()
        if len(found) == 1
        for kind, id_ in found
        if kind != "direction"
    }


def stated(known: Derivation, gold: dict[Mention, str]) -> dict[Mention, set[str]]:
    """The entities that each listed name means in the facts of a document that name it as a party or post."""
    of = {(document, " ".join(name.split())): kind for kind, document, name in gold}
    names = {(document, " ".join(name.split())): name for _, document, name in gold}
    out: dict[Mention, set[str]] = defaultdict(set)
    for (iri, name), ids in known.meant.items():
        place = (iri.rpartition("/")[2][:3], " ".join(name.split()))
        if place in of:
            out[(of[place], place[0], names[place])] |= {i for i in ids if f":{of[place]}/" in i}
    return out


def pairs(of: dict[Mention, str]) -> set[tuple[Mention, Mention]]:
    """The pairs of mentions that one entity has."""
    by: dict[str, list[Mention]] = defaultdict(list)
    for mention, id_ in of.items():
        by[id_].append(mention)
    return {pair for mentions in by.values() for pair in combinations(sorted(mentions), 2)}


def report(title: str, gold: dict[Mention, str], found: dict[Mention, str], *, misses: bool) -> None:
    """Print precision and recall, by kind and of all."""
    for kind in ("person", "body", "post", None):
        g = {m: i for m, i in gold.items() if kind is None or m[0] == kind}
        f = {m: found[m] for m in g if m in found}
        right, have = pairs(g), pairs(f)
        both = right & have
        precision, recall = len(both) / max(1, len(have)), len(both) / max(1, len(right))
        print(f"{title:8} {kind or 'all':7} mentions {len(g):4}  pairs {len(right):5}  precision {precision:.3f}  recall {recall:.3f}")  # fmt: skip
        if misses and kind:
            for label, wrong in (("JOINED", have - right), ("APART", right - have)):
                for a, b in sorted(wrong, key=lambda p: (p[0][2], p[1][2])):
                    if a[2] != b[2] or label == "JOINED":
                        print(f"   {label} {a[1]} {a[2]!r} | {b[1]} {b[2]!r}")
                    elif found.get(a) != found.get(b):
                        print(f"   {label} {a[1]}/{b[1]} {a[2]!r}: {found.get(a)} {found.get(b)}")


def main() -> int:
    """Extract, derive, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--misses", action="store_true", help="print every pair that is wrong")
    args = parser.parse_args()
    docs = args.corpus / "corpus" / "docs"
    lines = (args.corpus / "corpus" / "identities.jsonl").read_text(encoding="utf-8").splitlines()
    identities = [json.loads(line) for line in lines]
    where = {d for one in identities for d in one["where"]}
    papers = read(p for p in sorted(docs.glob("*.txt")) if p.name[:3] in where)
    known = derivation(papers)
    gold = listed(identities, docs)
    meant = stated(known, gold)
    several = {(k, d, f"{n}#{at}" if at else n): (gold[(k, d, n)], id_) for (k, d, n), ids in meant.items() for at, id_ in enumerate(sorted(ids))}  # fmt: skip
    report(
        "stated", {m: g for m, (g, _) in several.items()}, {m: e for m, (_, e) in several.items()}, misses=args.misses
    )
    known = derivation(papers, more=gold)
    report("printed", gold, {m: e for m in gold if (e := entity_of(known, m)) is not None}, misses=args.misses)
    return 0


if __name__ == "__main__":
    sys.exit(main())
