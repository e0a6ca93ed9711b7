"""How well and how fast facts are extracted: scored against a corpus, by type, by document and by fixed halves.

Usage: python bench/extraction.py CORPUS [--misses TYPE|all [--half odd|even] [--document NAME]] [--runs N]

CORPUS is a folder holding `score.py` and `corpus/docs`, `corpus/gold`. The halves are the odd and the even files in the
order of their names. The change is against the last run, kept in bench/results/.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from remit.graph.facts_lines import once, to_json
from remit.ingest.pipeline import extract

RESULTS = Path(__file__).resolve().parent / "results" / "extraction.json"
WORDS_A_DOCUMENT = 2600
AROUND = 160


def score(shared: Path, gold: list[Path], facts: list[dict], *, misses: bool = False) -> str:
    """What score.py prints for the gold files chosen: JSON, or the list of misses."""
    with tempfile.TemporaryDirectory() as folder:
        chosen = Path(folder, "gold")
        chosen.mkdir()
        for path in gold:
            (chosen / path.name).write_bytes(path.read_bytes())
        found = Path(folder, "facts.jsonl")
        found.write_text("".join(json.dumps(fact) + "\n" for fact in facts), encoding="utf-8")
        call = [sys.executable, str(shared / "score.py"), str(chosen), str(shared / "corpus" / "docs"), str(found)]
        done = subprocess.run(
            [*call, "--misses" if misses else "--json"], check=True, capture_output=True, encoding="utf-8"
        )
        return done.stdout


def change(now: float, before: float | None) -> str:
    """The change against the last run, blank where there is none."""
    return "" if before is None or abs(now - before) < 0.0005 else f" {now - before:+.3f}"


def table(title: str, figures: dict, before: dict) -> None:
    """Print the figures of one set of documents, a line for each type."""
    print(f"\n{title}")
    print(f"{'type':13}{'gold':>6}{'found':>7}{'prec':>7}{'recall':>8}{'F1':>7}{'slots':>7}{'strict':>8}  change of F1")
    for kind, row in figures.items():
        if isinstance(row, dict):
            past = before.get(kind)
            print(
                f"{kind:13}{row['gold']:6}{row['found']:7}{row['precision']:7.2f}{row['recall']:8.2f}{row['f1']:7.3f}"
                f"{row['slots']:7.2f}{row['strict_f1']:8.2f} {change(row['f1'], past['f1'] if past else None)}"
            )
    print(f"macro F1 {figures['macro_f1']:.3f}   faithful quotes {figures['faithful']:.4f}")


def print_misses(listing: str, wanted: str, docs: Path) -> None:
    """Print each miss, wrong fact and wrong value of a type with the text around it."""
    for line in listing.splitlines():
        label, _, rest = line.partition(" ")
        if label not in {"MISSED", "WRONG", "SLOTS"}:
            continue
        first, _, second = rest.strip().partition(" <> ")
        fact = json.loads(first)
        if wanted not in {"all", fact["type"]}:
            continue
        print(f"\n{label} {fact['document']} {shown(fact)}")
        if second:
            print(f"   got {shown(json.loads(second))}")
        text = " ".join((docs / fact["document"]).read_text(encoding="utf-8", errors="replace").split())
        quote = " ".join(fact["quote"].split())
        at = text.find(quote)
        print(
            f"   … {text[max(0, at - AROUND) : at]}[[{quote}]]{text[at + len(quote) :][:AROUND]} …"
            if at >= 0
            else quote
        )


def shown(fact: dict) -> str:
    """A fact on one line, without its place."""
    left = ("document", "quote", "start", "end", "offsets", "page", "certainty")
    return " ".join(f"{key}={value!r}" for key, value in fact.items() if key not in left)


def main() -> int:
    """Extract, score, compare with the last run, time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--misses", metavar="TYPE", help="print every miss and wrong fact of a type, or of all")
    parser.add_argument("--half", choices=["odd", "even"], help="with --misses: of one half only")
    parser.add_argument("--document", default="", help="with --misses: of documents whose name begins so")
    parser.add_argument("--runs", type=int, default=5, help="timed runs; the median is given")
    args = parser.parse_args()
    docs = args.corpus / "corpus" / "docs"
    paths = sorted(docs.glob("*.txt"))
    gold = sorted((args.corpus / "corpus" / "gold").glob("*.jsonl"))
    if not paths or not gold:
        print(f"{args.corpus}: no corpus/docs and corpus/gold there; give the folder that holds them", file=sys.stderr)
        return 2
    facts = [to_json(fact, path.name) for path in paths for fact in once(extract(path).facts)]
    halves = {"odd": gold[0::2], "even": gold[1::2]}
    if args.misses:
        chosen = [p for p in halves.get(args.half or "", gold) if p.name.startswith(args.document)]
        print_misses(score(args.corpus, chosen, facts, misses=True), args.misses, docs)
        return 0
    before = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    now = {name: json.loads(score(args.corpus, files, facts)) for name, files in {"all": gold, **halves}.items()}
    for name, figures in now.items():
        table({"all": "all documents", "odd": "odd half", "even": "even half"}[name], figures, before.get(name, {}))
    print("\nby document (F1, strict F1)")
    for path in gold:
        row = now[path.stem] = json.loads(score(args.corpus, [path], facts))
        past = before.get(path.stem)
        moved = change(row["all"]["f1"], past["all"]["f1"] if past else None)
        print(f"{path.stem[:44]:46}{row['all']['f1']:6.3f} {row['all']['strict_f1']:6.3f}{moved}")
    words = sum(len(path.read_text(encoding="utf-8", errors="replace").split()) for path in paths)
    times = []
    for _ in range(max(1, args.runs)):
        start = time.process_time()
        for path in paths:
            extract(path)
        times.append(time.process_time() - start)
    rate = words / statistics.median(times)
    print(
        f"\nspeed: {rate / WORDS_A_DOCUMENT:.1f} documents of {WORDS_A_DOCUMENT} words a second a core "
        f"({rate:,.0f} words a second; median of {len(times)} runs; target 9)"
    )
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(now, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
