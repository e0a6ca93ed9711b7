"""The explorer page in a browser: from opening to the first stable picture, beside raw pyvis on the same graph.

Usage: python bench/page.py [--raw SECONDS]   (how long raw pyvis may take before it is given up; 0 leaves it out)
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import pyoxigraph as ox

sys.path.insert(0, str(Path(__file__).resolve().parent))
import synthetic

from remit.exports.explorer import explorer
from remit.graph.views import view

RUNS = 5
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
WATCH = """
(function look() {
  const done = document.documentElement?.dataset.ready || window.__stable;
  if (done) requestAnimationFrame(() => setTimeout(() => { window.__first = performance.now(); }));
  else setTimeout(look, 4);
})();
"""
STABLE = "<script>network.once('stabilizationIterationsDone', () => network.once('afterDrawing', () => { window.__stable = 1; }));</script>"


def store(units: int) -> ox.Store:
    """A store of so many organisations, of 122 things each."""
    made = ox.Store()
    for number in range(units):
        made.bulk_extend(synthetic.unit(number))
    return made


def raw(shown) -> str:
    """The same graph as pyvis itself would write it, with its default physics."""
    from pyvis.network import Network

    net = Network(directed=True, cdn_resources="in_line")
    at = {node.id: number for number, node in enumerate(shown.nodes)}
    for node in shown.nodes:
        net.add_node(at[node.id], label=node.label)
    for edge in shown.edges:
        net.add_edge(at[edge.source], at[edge.target], label=edge.verb)
    return net.generate_html().replace("</body>", STABLE + "</body>")


def first(browser, file: Path, limit: float) -> float | None:
    """Milliseconds to the first stable picture; None if it took longer than the limit in seconds."""
    context = browser.new_context(offline=True, viewport={"width": 1400, "height": 800})
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(file.as_uri(), wait_until="commit")
    end = time.perf_counter() + limit
    found = None
    while found is None and time.perf_counter() < end:
        found = page.evaluate("window.__first || null")
        page.wait_for_timeout(20)
    context.close()
    return found


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raw", type=float, default=60, help="seconds that raw pyvis may take; 0 leaves it out")
    limit = parser.parse_args().raw
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        print("page: skipped, no Chromium on this machine")
        return 0
    from playwright.sync_api import sync_playwright

    failed = 0
    with sync_playwright() as play, tempfile.TemporaryDirectory() as folder:
        browser = play.chromium.launch(executable_path=program, headless=True, args=FLAGS)
        for units, target in ((8, 1000), (164, 2000)):
            made = store(units)
            began = time.perf_counter()
            text = explorer(made)
            took = time.perf_counter() - began
            file = Path(folder) / "page.html"
            file.write_text(text, encoding="utf-8")
            times = [first(browser, file, 60) or 60_000 for _ in range(RUNS)]
            middle = statistics.median(times)
            failed |= middle > target
            count = len(view(made).nodes)
            print(f"explorer, {count} things: first picture {middle:.0f} ms (target {target}); "
                  f"export {took:.2f} s; {len(text.encode()) / 1000:.0f} kB")  # fmt: skip
            if limit and units == 8:
                file.write_text(raw(view(made)), encoding="utf-8")
                got = first(browser, file, limit)
                print(f"raw pyvis, {count} things: " + (f"{got:.0f} ms" if got else f"none within {limit:.0f} s"))
        browser.close()
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
