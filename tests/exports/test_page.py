"""The pyvis network as an offline page."""

from __future__ import annotations

import io
import json
import re

from remit.exports.page import page, write_page


def test_the_page_is_the_same_twice_and_refers_to_nothing(world, tmp_path):
    """Two runs give the same bytes; nothing is loaded from anywhere."""
    text = page(world.store)
    assert text == page(world.store)
    own = re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)
    assert not re.search(r"(src|href)\s*=|@import|url\(", own)
    stream = io.StringIO()
    write_page(world.store, stream)
    write_page(world.store, tmp_path / "p.html")
    assert stream.getvalue() == text == (tmp_path / "p.html").read_text(encoding="utf-8")


def test_places_are_whole_numbers_and_physics_is_off(world):
    """Nothing moves in the browser: every box has its place."""
    data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page(world.store))[1])
    assert all(isinstance(n["x"], int) and isinstance(n["y"], int) and n["physics"] is False for n in data["nodes"])
    assert data["options"]["physics"] == {"enabled": False}


def test_what_is_not_in_force_is_faded(world):
    """As of a day after its end a direction, and what rests on it, is faded and named lapsed."""
    data = json.loads(re.search(r'id="data">(.*?)</script>', page(world.store, "2026-01-01"))[1])
    told = {t["name"]: t["status"] for t in data["told"]}
    assert told["Directions of 2023-06-12"] == "lapsed"
    assert any(n["opacity"] < 1 for n in data["nodes"])


def test_a_click_leads_to_the_quote(world, opened):
    """Choosing a box shows its relations with quote, document and place; the page does nothing else."""
    got = opened(page(world.store))
    got.page.wait_for_selector("html[data-ready=yes]")
    got.page.fill("#find", "RIB")
    got.page.keyboard.press("Tab")
    panel = got.page.inner_text("#panel")
    assert "The Board reports every quarter to the Secretary of State." in panel
    assert "Minutes of 11 October 2023 (minutes.txt), 2.1" in panel
    box = got.page.evaluate("remit.network.canvasToDOM(remit.network.getPosition(remit.network.getSelectedNodes()[0]))")
    place = got.page.locator("#network").bounding_box()
    got.page.evaluate("document.getElementById('panel').replaceChildren()")
    got.page.mouse.click(place["x"] + box["x"], place["y"] + box["y"])
    got.page.wait_for_selector("#panel blockquote")
    assert "every quarter" in got.page.inner_text("#panel")
    assert got.trouble == []


def test_nothing_in_a_name_runs(hostile_world, opened):
    """Markup, scripts and addresses in names are shown as text; no script, request or dialog comes of them."""
    got = opened(page(hostile_world.store))
    got.page.wait_for_selector("html[data-ready=yes]")
    count = got.page.evaluate("JSON.parse(document.getElementById('data').textContent).told.length")
    for index in range(count):
        got.page.evaluate(f"remit.choose({index})")
    got.page.mouse.move(500, 400)
    got.page.wait_for_timeout(300)
    assert got.page.evaluate("window.__xss") is None
    assert got.page.locator("#panel img, #panel script").count() == 0
    assert got.trouble == []
