"""Makes the pictures of the explorer page that stand in the README, from the example papers.

    python docs/tools/screenshots.py

Writes `docs/pictures/reporting-lines.png` and `docs/pictures/mandate.png`. Needs playwright and Chromium, and no network.
Run it when the page has changed what it shows.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from remit.cli import remit

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "pictures"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run", "--font-render-hinting=none"]  # fmt: skip
SHOTS = {
    "reporting-lines": "#as-of=2024-06-01",
    "mandate": "#show=all&near=1&direction=Directions of 2023-06-12",
}
"""The states of the page, by the name of the picture."""


def run(*words: str) -> None:
    """Run a command of remit; its error is ours."""
    result = CliRunner().invoke(remit, words)
    if result.exit_code:
        raise SystemExit(result.output)


def shoot(browser: Any, page: Path) -> None:
    """Take every picture of a page."""
    for name, state in SHOTS.items():
        context = browser.new_context(offline=True, viewport={"width": 1400, "height": 800}, color_scheme="light")
        tab = context.new_page()
        tab.goto(f"{page.as_uri()}{state}")
        tab.wait_for_selector("html[data-ready=yes]")
        tab.wait_for_timeout(300)
        tab.screenshot(path=PICTURES / f"{name}.png")
        context.close()


def make() -> None:
    """Read the example papers, write the page, take its pictures."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        store, page = str(Path(folder) / "store"), Path(folder) / "explorer.html"
        run("ingest", str(ROOT / "examples"), "--store", store)
        run("export", "explorer", "-o", str(page), "--store", store)
        browser = play.chromium.launch(executable_path=program, headless=True, args=FLAGS)
        shoot(browser, page)
        browser.close()


if __name__ == "__main__":
    make()
