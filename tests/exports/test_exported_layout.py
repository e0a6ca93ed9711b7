"""Boxes in rows and lines round them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from remit.exports.layout import WIDTH, Item, Net, settle
from remit.exports.routing import lay_out


@st.composite
def graphs(draw):
    """Boxes on tiers, and branching lines between them."""
    count = draw(st.integers(2, 24))
    items = [
        Item(draw(st.integers(0, 4)), draw(st.integers(0, 1)), draw(st.sampled_from([32, 48, 80])))
        for _ in range(count)
    ]
    nets = []
    for _ in range(draw(st.integers(0, 12))):
        hub = draw(st.integers(0, count - 1))
        leaves = draw(
            st.lists(st.integers(0, count - 1).filter(lambda i, h=hub: i != h), min_size=1, max_size=5, unique=True)
        )
        words = (
            tuple(draw(st.sampled_from(["reports to", "reports quarterly to"])) for _ in leaves)
            if draw(st.booleans())
            else ()
        )
        nets.append(Net(hub, tuple(leaves), words))
    return items, nets


def stretches(path):
    """The straight stretches of a line."""
    return list(pairwise(path))


@settings(max_examples=150, deadline=None)
@given(graphs())
def test_nothing_overlaps_and_no_line_runs_through_a_box(graph):
    """Boxes keep apart; every stretch is level or upright and stays outside every box; all numbers are whole."""
    items, nets = graph
    made = lay_out(items, nets)
    boxes = [(p.x, p.y, p.x + WIDTH, p.y + item.height) for p, item in zip(made.boxes, items, strict=True)]
    for i, (ax, ay, bx, by) in enumerate(boxes):
        assert min(ax, ay) >= 0
        assert bx <= made.width
        assert by <= made.height
        for cx, cy, dx, dy in boxes[i + 1 :]:
            assert bx < cx or dx < ax or by < cy or dy < ay
    for routes in made.paths:
        for path in routes:
            for (ax, ay), (bx, by) in stretches(path):
                assert {type(ax), type(ay)} == {int}
                assert ax == bx or ay == by
                for left, top, right, bottom in boxes:
                    inside = max(ax, bx) > left and min(ax, bx) < right and max(ay, by) > top and min(ay, by) < bottom
                    assert not inside


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_every_line_begins_and_ends_at_its_boxes(graph):
    """A path starts on the edge of its hub and ends on the edge of its leaf."""
    items, nets = graph
    made = lay_out(items, nets)
    for net, routes in zip(nets, made.paths, strict=True):
        for leaf, path in zip(net.leaves, routes, strict=True):
            for box, (x, y) in ((net.hub, path[0]), (leaf, path[-1])):
                at = made.boxes[box]
                assert at.x < x < at.x + WIDTH
                assert y in {at.y, at.y + items[box].height}


@given(st.lists(st.tuples(st.floats(-1e3, 1e3), st.floats(0.5, 4)), min_size=1, max_size=20))
def test_settling_keeps_order_and_room(wanted):
    """Settled places keep the room between neighbours."""
    places = settle([w for w, _ in wanted], [w for _, w in wanted], [10.0] * (len(wanted) - 1))
    assert all(b - a >= 10 - 1e-6 for a, b in pairwise(places))


def test_the_page_lays_out_as_the_export_does(browser):
    """The algorithm in the page gives the same places, corners and words as the one here."""
    from remit.exports.embedding import module

    page = browser.new_page()
    page.add_script_tag(content=module(("layout.js", "routing.js")) + "\nwindow.layOut = layOut;")
    compared = []

    @settings(max_examples=40, deadline=None, database=None)
    @given(graphs())
    def compare(graph):
        items, nets = graph
        made = lay_out(items, nets)
        got = page.evaluate(
            "([items, nets]) => layOut(items, nets)",
            [
                [{"tier": i.tier, "rank": i.rank, "height": i.height} for i in items],
                [{"hub": n.hub, "leaves": list(n.leaves), "words": list(n.words)} for n in nets],
            ],
        )
        assert got["boxes"] == [[p.x, p.y] for p in made.boxes]
        assert got["paths"] == [[[list(point) for point in path] for path in routes] for routes in made.paths]
        assert [(w["text"], w["x"], w["y"], w["leaf"]) for w in got["words"]] == [
            (w.text, w.x, w.y, w.leaf) for w in made.words
        ]
        assert (got["width"], got["height"]) == (made.width, made.height)
        assert got["bands"] == [[b.tier, b.top, b.bottom] for b in made.bands]
        compared.append(1)

    compare()
    assert compared
    page.close()
