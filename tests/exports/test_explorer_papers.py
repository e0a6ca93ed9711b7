"""The explorer page of whole cases: nothing spills or touches, statuses are the register's, size and bytes hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from remit.exports.explorer import explorer
from remit.graph.checks import findings
from remit.graph.questions.obligations import Wanted, obligations
from remit.graph.questions.reading import Look
from remit.graph.store import Store

SPILLS = """() => [...document.querySelectorAll('#drawing .box')].flatMap((box) => {
  const frame = box.querySelector('.outline').getBBox();
  return [...box.querySelectorAll('text')].filter((text) => {
    const own = text.getBBox();
    return own.width && (own.x < frame.x || own.x + own.width > frame.x + frame.width
      || own.y < frame.y || own.y + own.height > frame.y + frame.height + 0.5);
  }).map((text) => text.textContent);
})"""
"""The texts that reach over the edge of their box."""
TOUCHING = """() => {
  const labels = [...document.querySelectorAll('#drawing .words text')].map((one) => [one.textContent, one.getBBox()]);
  const boxes = [...document.querySelectorAll('#drawing .outline')].map((one) => ['box', one.getBBox()]);
  const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height - 2 && b.y < a.y + a.height - 2;
  return labels.flatMap(([text, one], i) => [...labels.slice(i + 1), ...boxes].filter(([, other]) => meet(one, other)).map(([other]) => `${text} / ${other}`));
}"""
"""The words on lines that touch other words or a box."""
CUT = """() => [...document.querySelectorAll('header *, #tools *, #legend label')].filter((one) => {
  const place = one.getBoundingClientRect();
  return place.width && getComputedStyle(one).visibility === 'visible' && !one.closest('.skip, #legend') && (place.right > innerWidth + 1 || place.left < -1);
}).map((one) => one.textContent.slice(0, 30))"""
"""What of the head of the page stands outside the window."""


def page_of(folder: Path) -> str:
    """The explorer page of a store, with what the checks find."""
    with Store.read(folder) as store:
        return explorer(store, findings=findings(store))


def ready(got):
    """The page, once it has drawn itself."""
    got.page.wait_for_selector("html[data-ready=yes]")
    return got.page


@pytest.mark.slow
@pytest.mark.parametrize("width", [1400, 800])
@pytest.mark.parametrize("name", ["case", "five"])
def test_nothing_spills_or_touches(name, width, request, opened):
    """In every show, at both widths, text stays in its box, words clear of one another, the head inside the window."""
    html = page_of(request.getfixturevalue(name))
    for show in ("reports", "mandates", "all"):
        got = opened(html, f"#show={show}&as-of=2018-03-31", viewport={"width": width, "height": 800})
        page = ready(got)
        assert page.locator(".box").count() > 10
        assert page.evaluate(SPILLS) == []
        assert page.evaluate(TOUCHING) == []
        assert page.evaluate(CUT) == []
        assert got.trouble == []


@pytest.mark.slow
def test_the_register_of_the_page_is_that_of_the_command_line(case, opened):
    """On each day the page lists the duties that `remit obligations` lists, with their statuses."""
    html = page_of(case)
    with Store.read(case) as store:
        look = Look(store)
        for day in ("2021-06-30", "2023-09-01", "2024-06-01", "2025-09-01"):
            page = ready(opened(html, f"#view=register&as-of={day}"))
            rows = page.evaluate(
                "[...document.querySelectorAll('#view tbody tr')].map((row) => [row.children[0].innerText, row.children[6].innerText])"
            )
            want = [[duty.action, duty.status] for duty in obligations(look, Wanted(), day)]
            assert sorted(rows) == sorted(want), day


@pytest.mark.slow
def test_the_page_of_the_first_five_papers_is_small_and_the_same_twice(five):
    """Below 400 kB, and byte for byte the same from a second reading of the store."""
    first = page_of(five)
    assert first == page_of(five)
    assert len(first.encode()) < 400_000


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_barrier_in_a_real_case(case, opened, theme):
    """axe-core finds no violation in any show or view of the example case, with something chosen."""
    axe = pytest.importorskip("axe_core_python", reason="axe-core-python is not installed")
    source = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    html = page_of(case)
    states = ("show=reports&as-of=2024-06-01", "show=mandates", "view=table", "view=register&as-of=2024-06-01",
              "view=findings", "view=timeline", "show=all&near=1&direction=Directions of 2023-06-12")  # fmt: skip
    for state in states:
        page = ready(opened(html, f"#{state}", color_scheme=theme, bypass_csp=True))
        page.wait_for_timeout(100)
        page.evaluate(source)
        found = page.evaluate("axe.run()")["violations"]
        assert [(one["id"], [n["html"] for n in one["nodes"]][:3]) for one in found] == [], state
