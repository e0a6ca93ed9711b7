"""`make bench`: every measurement in turn, each as a ratio against a yardstick of the same run.

Usage: python bench/run.py [NAME ...] [--quads N]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parents[1] / "shared"


def main() -> int:
    """Run the benchmarks that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="extraction, identity, store, lookup, page (default: all)")
    parser.add_argument(
        "--quads", type=int, default=100_000, help="size of the synthetic store (the design's figures are for 10000000)"
    )
    args = parser.parse_args()
    jobs = {
        "extraction": ["extraction.py", str(CORPUS)],
        "identity": ["identity.py", str(CORPUS)],
        "store": ["store.py", "--quads", str(args.quads)],
        "page": ["page.py"],
    }
    failed = 0
    for name in args.names or jobs:
        script = HERE / jobs[name][0]
        if not script.exists():
            continue
        if name in {"extraction", "identity"} and not CORPUS.is_dir():
            print(f"{name}: skipped, no corpus beside the checkout")
            continue
        print(f"== {name} ==", flush=True)
        failed |= subprocess.run([sys.executable, str(script), *jobs[name][1:]], check=False).returncode
    return failed


if __name__ == "__main__":
    sys.exit(main())
