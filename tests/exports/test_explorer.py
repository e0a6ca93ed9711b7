"""The explorer page, driven in a real browser with the network off."""

from __future__ import annotations

import re

import pytest

from remit.exports import explorer as made_by
from remit.exports.embedding import asset
from remit.exports.explorer import MODULES, explorer

FINDINGS = [
    {"kind": "body without reporting line", "text": "Ashmere Borough Council reports to nobody", "about": [],
     "evidence": [{"document": "minutes.txt", "locator": "2.1", "quote": "as quoted"}]},
]  # fmt: skip


def ready(got):
    """The page, once it has drawn itself."""
    got.page.wait_for_selector("html[data-ready=yes]")
    return got.page


def choose(page, words):
    """Search and take the first hit."""
    page.fill("#find", words)
    page.wait_for_selector("#hits:not([hidden])")
    page.keyboard.press("Enter")


def test_the_page_is_the_same_twice_and_refers_to_nothing(world):
    """Two runs give the same bytes; nothing is loaded from anywhere; inline handlers and styles do not exist."""
    text = explorer(world.store)
    assert text == explorer(world.store)
    outside = re.sub(
        r"<script type=\"module\">.*?</script>|<style>.*?</style>|<template.*?</template>", "", text, flags=re.DOTALL
    )
    assert not re.search(r"\ssrc=|href=\"(?!#)|\son\w+=|\sstyle=|https?:", outside)


def test_modules_are_short_and_share_no_name():
    """A module has at most 300 lines; joined into one they declare each name once."""
    names = []
    for name in MODULES:
        source = asset(name)
        assert len(source.splitlines()) <= 300
        assert source.startswith("/**")
        names += re.findall(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", source, re.MULTILINE)
        for used in re.findall(r"from '\./([\w.]+)'", source):
            assert MODULES.index(used) < MODULES.index(name), f"{name} uses {used} before it is there"
    assert len(names) == len(set(names)), sorted({n for n in names if names.count(n) > 1})


def test_search_finds_an_alias_and_leads_to_the_quote(world, opened):
    """An acronym is found, the box is brought into sight, and the panel shows the words with their place."""
    got = opened(explorer(world.store))
    page = ready(got)
    choose(page, "rib")
    assert page.locator(".box.chosen").count() == 1
    page.wait_for_selector("#panel mark")
    panel = page.inner_text("#panel")
    assert "The Board reports every quarter to the Secretary of State." in panel
    assert "Minutes of 11 October 2023" in panel
    assert "Directions of 2023-06-12" in panel
    assert "Local Government Act 1999 section 15(5)" in panel
    assert page.locator("#panel a[href='http://www.legislation.gov.uk/id/ukpga/1999/27/section/15/5']").count() >= 1
    assert got.trouble == []


@pytest.mark.slow
def test_a_click_on_a_box_and_on_a_line_opens_its_evidence(world, opened):
    """Boxes and lines are chosen by the pointer."""
    got = opened(explorer(world.store))
    page = ready(got)
    page.click("#fit")
    page.locator(".box", has_text="Procurement").click()
    page.wait_for_selector("#panel mark")
    assert "The group will report to the Board." in page.inner_text("#panel")
    page.keyboard.press("Escape")
    page.evaluate(
        "document.querySelector('.line.l-reports .reach').dispatchEvent(new MouseEvent('click', {bubbles: true}))"
    )
    page.wait_for_selector("#panel mark")
    assert "Reporting line" in page.inner_text("#panel .top")
    assert got.trouble == []


def test_the_day_fades_what_is_not_in_force(world, opened):
    """Before it is made and after it ends a direction is faded and named so; field and slider agree."""
    got = opened(explorer(world.store))
    page = ready(got)
    box = page.locator(".box", has_text="Directions of 2023-06-12")
    assert "away" not in box.get_attribute("class")
    page.fill("#day", "2026-01-01")
    page.dispatch_event("#day", "change")
    assert "away" in box.get_attribute("class")
    assert "lapsed" in box.get_attribute("aria-label")
    assert box.locator(".foot").text_content() == "lapsed"
    assert page.get_attribute("#slider", "aria-valuetext") == "2026-01-01, 1 January 2026"
    assert page.inner_text("#said") == "1 January 2026"
    page.focus("#slider")
    page.keyboard.press("Home")
    assert page.input_value("#day") < "2021-03-03"
    assert "not yet made" in box.get_attribute("aria-label")
    page.click("#always")
    assert page.input_value("#day") == ""
    assert got.trouble == []


def test_the_legend_filters_picture_and_table_alike(world, opened):
    """What the legend leaves out is in neither; the table has a row for each box and line that is shown."""
    got = opened(explorer(world.store))
    page = ready(got)
    assert page.locator(".box.k-obligation").count() == 2
    page.uncheck("[data-kind=obligation]")
    assert page.locator(".box.k-obligation").count() == 0
    boxes = page.locator(".box").count()
    lines = page.locator(".line").count()
    page.click("[data-view=table]")
    assert page.locator("#view table").nth(0).locator("tbody tr").count() == lines
    assert page.locator("#view table").nth(1).locator("tbody tr").count() == boxes
    assert got.trouble == []


def test_the_keyboard_walks_and_says_where(world, opened):
    """Arrows go from box to box, what is reached is spoken, Enter opens it, Escape closes it."""
    got = opened(explorer(world.store))
    page = ready(got)
    page.focus("#drawing")
    seen = set()
    for key in ("ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowLeft", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
        seen.add(page.inner_text("#spoken"))
    assert len(seen) > 2
    assert any("reports quarterly to" in text for text in seen)
    page.keyboard.press("Enter")
    assert page.locator(".box.chosen").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".box.chosen").count() == 0
    assert got.trouble == []


@pytest.mark.slow
def test_an_address_brings_back_the_view(world, opened):
    """What is chosen, the day, the view and the filter stand in the address, and come back from it."""
    html = explorer(world.store)
    got = opened(html)
    page = ready(got)
    choose(page, "RIB")
    page.fill("#day", "2024-01-31")
    page.dispatch_event("#day", "change")
    page.uncheck("[data-kind=chairs]")
    page.click("#near")
    fragment = page.evaluate("location.hash")
    assert "body=Recovery" in fragment
    assert "as-of=2024-01-31" in fragment
    boxes = page.locator(".box").count()
    again = opened(html, fragment)
    page = ready(again)
    assert page.input_value("#day") == "2024-01-31"
    assert not page.is_checked("[data-kind=chairs]")
    assert page.locator(".box").count() == boxes
    assert "Recovery and Improvement Board" in page.inner_text("#panel h2")
    short = ready(opened(html, "#body=RIB&as-of=2024-01-31&view=timeline"))
    assert "Recovery and Improvement Board" in short.inner_text("#view h2")
    assert got.trouble == again.trouble == []


@pytest.mark.slow
def test_what_is_chosen_is_brought_into_a_show_that_has_it(world, opened):
    """Reporting lines alone show no direction; to choose one changes to the mandates, also from an address."""
    html = explorer(world.store)
    got = opened(html, "#show=reports")
    page = ready(got)
    assert page.locator(".box.k-direction").count() == 0
    assert page.locator(".line.l-mandate").count() == 0
    choose(page, "Directions of 2023")
    assert page.get_attribute("[data-show=mandates]", "aria-pressed") == "true"
    assert page.locator(".box.chosen").count() == 1
    again = ready(opened(html, "#show=reports&direction=Directions of 2023-06-12"))
    assert again.locator(".box.chosen").count() == 1
    assert got.trouble == []


@pytest.mark.slow
def test_captions_are_those_of_the_export(world, opened):
    """Holder and foot of each box are the same in the page as in the static picture, on any day."""
    from remit.exports.captions import foot, holder
    from remit.exports.picture import picture
    from remit.exports.standing import standing
    from remit.graph.questions.duty_days import duty_words
    from remit.graph.questions.reading import Look
    from remit.graph.views import view

    shown = view(world.store)
    pic, nodes, edges = picture(shown), shown.by_id(), {edge.id: edge for edge in shown.edges}
    got = opened(explorer(world.store))
    page = ready(got)
    for day in ("", "2020-01-01", "2022-06-30", "2023-10-11", "2024-06-14", "2030-01-01"):
        page.fill("#day", day)
        page.dispatch_event("#day", "change")
        words = standing(shown, day or None, duty_words(Look(world.store), day or None))
        for index, box in enumerate(pic.boxes):
            group = page.locator(f"#box-{index}")
            said = [group.locator(f".{name}").all_text_contents() for name in ("holder", "foot")]
            assert said[1] == [foot(box, nodes, words)], (day, box.label)
            assert said[0] == ([holder(box, nodes, edges, words)] if box.held else []), (day, box.label)
    assert got.trouble == []


@pytest.mark.slow
def test_register_findings_and_timeline(world, opened):
    """The register filters its duties, findings are told with their quotes, the timeline is in order."""
    got = opened(explorer(world.store, findings=FINDINGS))
    page = ready(got)
    page.click("[data-view=register]")
    assert page.locator("#view tbody tr").count() == 2
    page.fill("#view input[type=search]", "prepare")
    assert page.locator("#view tbody tr").count() == 1
    page.fill("#day", "2024-01-01")
    page.dispatch_event("#day", "change")
    assert "overdue" in page.inner_text("#view tbody")
    assert "30 September 2023" in page.inner_text("#view tbody")
    page.select_option("#view select >> nth=2", "due")
    assert page.locator("#view tbody tr").count() == 0
    page.click("[data-view=findings]")
    assert "reports to nobody" in page.inner_text("#view")
    page.click("[data-view=timeline]")
    days = [one.get_attribute("datetime") for one in page.locator("#view time").all()]
    assert days == sorted(days)
    assert "2023-06-12" in days
    assert got.trouble == []


def test_nothing_in_a_name_runs(hostile_world, opened):
    """Markup, scripts and addresses in names are text in every view; no script, request or dialog comes of them."""
    got = opened(
        explorer(
            hostile_world.store, findings=[{"kind": "<b>x</b>", "text": "</template><script>window.__xss=9</script>"}]
        )
    )
    page = ready(got)
    for view in ("table", "register", "findings", "timeline", "picture"):
        page.click(f"[data-view={view}]")
    for word in ("script", "img", "href", "cmd"):
        choose(page, word)
        page.wait_for_selector("#panel mark")
    page.wait_for_timeout(200)
    assert page.evaluate("window.__xss") is None
    assert page.locator("main img, main script, main b script").count() == 0
    assert got.trouble == []


@pytest.mark.slow
def test_data_that_are_large_are_packed(world, opened, monkeypatch):
    """Compressed data are read as well as plain ones."""
    monkeypatch.setattr(made_by, "LARGE", 100)
    html = explorer(world.store)
    assert 'data-form="gzip"' in html
    got = opened(html)
    page = ready(got)
    choose(page, "RIB")
    page.wait_for_selector("#panel mark")
    assert got.trouble == []


@pytest.mark.slow
def test_it_prints_on_a_page_without_its_tools(world, opened):
    """On paper there is the picture and the legend; fields and buttons are left out."""
    got = opened(explorer(world.store))
    page = ready(got)
    page.emulate_media(media="print")
    assert not page.is_visible("#find")
    assert page.is_visible("#drawing")
    assert page.pdf()[:4] == b"%PDF"
    assert got.trouble == []


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_barrier_in_any_view(world, opened, theme):
    """axe-core finds no violation in any view, light and dark."""
    axe = pytest.importorskip("axe_core_python", reason="axe-core-python is not installed")
    from pathlib import Path

    source = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    got = opened(explorer(world.store, findings=FINDINGS), color_scheme=theme, bypass_csp=True)
    page = ready(got)
    choose(page, "RIB")
    page.wait_for_selector("#panel mark")
    page.evaluate(source)
    for view in ("picture", "table", "register", "findings", "timeline"):
        page.click(f"[data-view={view}]")
        found = page.evaluate("axe.run()")["violations"]
        assert [(one["id"], [n["html"] for n in one["nodes"]][:3]) for one in found] == [], view


@pytest.mark.slow
def test_a_large_graph_opens_on_a_neighbourhood_and_grows(empty_world, opened):
    """Above 150 boxes the page opens on some of them; a click adds the neighbours of a box; search reaches the rest."""
    w = empty_world
    posts = [w.thing("Post", f"Post number {n}") for n in range(300)]
    for n in range(1, 300):
        w.relation("ReportingLine", reporter=posts[n], superior=posts[(n - 1) // 4], lineKind="reports")
    html = explorer(w.store)
    got = opened(html)
    page = ready(got)
    first = page.locator(".box").count()
    assert first == 1 + 4 + 16
    leaf = page.locator(".box", has_text="Post number 20").first
    assert leaf.locator(".grow").text_content() == "+4"
    leaf.dispatch_event("click")
    assert page.locator(".box").count() == first + 4
    choose(page, "Post number 299")
    assert page.locator(".box.chosen").get_attribute("aria-label") == "Post (holder): Post number 299"
    assert page.locator(".box").count() <= 150
    again = ready(opened(html, page.evaluate("location.hash")))
    assert again.locator(".box.chosen").count() == 1
    assert got.trouble == []


@pytest.mark.slow
def test_the_scripts_are_typed():
    """The JSDoc types of the modules hold, where there is a TypeScript compiler."""
    import shutil
    import subprocess
    from importlib.resources import files

    compiler = shutil.which("tsc")
    if not compiler:
        pytest.skip("no tsc on this machine")
    main = str(files("remit.exports").joinpath("assets", "main.js"))
    options = "--allowJs --checkJs --noEmit --target es2022 --module es2022 --moduleResolution bundler --strict false"
    run = subprocess.run(
        [compiler, *options.split(), "--lib", "es2023,dom,dom.iterable", main],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout == ""
