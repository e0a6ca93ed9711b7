"""Boxes in rows and lines round them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from remit.exports.drawing import columns, drawn
from remit.exports.embedding import module
from remit.exports.explorer import MODULES
from remit.exports.layout import Item, Net, settle
from remit.exports.picture import picture
from remit.exports.routing import lay_out
from remit.graph.views import view


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
        nets.append(Net(hub, tuple(leaves), draw(st.sampled_from(["", "reports to", "reports quarterly to"]))))
    return items, nets


def stretches(path):
    """The straight stretches of a line."""
    return list(pairwise(path))


@settings(max_examples=30, deadline=None)
@given(graphs())
def test_nothing_overlaps_and_no_line_runs_through_a_box(graph):
    """Boxes keep apart; every stretch is level or upright and stays outside every box; all numbers are whole."""
    items, nets = graph
    made = lay_out(items, nets)
    boxes = [(p.x, p.y, p.x + p.width, p.y + item.height) for p, item in zip(made.boxes, items, strict=True)]
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


@settings(max_examples=30, deadline=None)
@given(graphs())
def test_words_stand_clear_of_boxes_other_words_and_other_lines(graph):
    """A label touches no box, no other label and no line of another net, and stands on a line of its own."""
    items, nets = graph
    made = lay_out(items, nets)
    boxes = [(p.x, p.y, p.x + p.width, p.y + item.height) for p, item in zip(made.boxes, items, strict=True)]
    labels = [(w.net, (w.x - len(w.text) * 3 - 4, w.y - 10, w.x + len(w.text) * 3 + 4, w.y + 3)) for w in made.words]
    for number, (net, label) in enumerate(labels):
        assert not any(meet(label, box) for box in boxes)
        assert not any(meet(label, other) for _, other in labels[number + 1 :])
        for index, routes in enumerate(made.paths):
            crossed = any(meet(label, span) for path in routes for span in spans(path))
            assert crossed if index == net else not crossed


def meet(one, other):
    """Whether two frames overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def spans(path):
    """The stretches of a line as frames a unit thick."""
    return [
        (min(ax, bx) - 0.5, min(ay, by) - 0.5, max(ax, bx) + 0.5, max(ay, by) + 0.5)
        for (ax, ay), (bx, by) in stretches(path)
    ]


@settings(max_examples=20, deadline=None)
@given(graphs())
def test_every_line_begins_and_ends_at_its_boxes(graph):
    """A path starts on the edge of its hub and ends on the edge of its leaf."""
    items, nets = graph
    made = lay_out(items, nets)
    for net, routes in zip(nets, made.paths, strict=True):
        for leaf, path in zip(net.leaves, routes, strict=True):
            for box, (x, y) in ((net.hub, path[0]), (leaf, path[-1])):
                at = made.boxes[box]
                assert at.x < x < at.x + at.width
                assert y in {at.y, at.y + items[box].height}


@given(st.lists(st.tuples(st.floats(-1e3, 1e3), st.floats(0.5, 4)), min_size=1, max_size=20))
def test_settling_keeps_order_and_room(wanted):
    """Settled places keep the room between neighbours."""
    places = settle([w for w, _ in wanted], [w for _, w in wanted], [10.0] * (len(wanted) - 1))
    assert all(b - a >= 10 - 1e-6 for a, b in pairwise(places))


def test_the_page_draws_the_whole_as_the_export_does(browser, crowd):
    """Nets, columns, places, corners and words are the same in the page for a store with columns of officers."""
    pic = picture(view(crowd.store))
    made = drawn(pic)
    assert any(len(some) > 1 for some in columns(pic))
    page = browser.new_page()
    names = MODULES[: MODULES.index("bundling.js") + 1]
    page.add_script_tag(content=module(names).replace("'use strict';", "") + "\nwindow.layoutOf = layoutOf;")
    boxes = [{"tier": b.tier, "rank": b.rank, "lines": b.lines, "held": b.held, "foot": b.foot} for b in pic.boxes]
    lines = [{"kind": ln.kind, "source": ln.source, "target": ln.target, "verb": ln.verb} for ln in pic.lines]
    got = page.evaluate("([boxes, lines]) => layoutOf({ boxes }, boxes.map((_, i) => i), lines)", [boxes, lines])
    assert got["boxes"] == [[s.x, s.y, s.width] for s in made.boxes]
    assert got["paths"] == [[n for point in path for n in point] for path in made.paths]
    assert got["words"] == [[w.text, w.x, w.y, list(some)] for w, some in made.words]
    page.close()


def test_columns_stand_clear(crowd):
    """In a picture with columns no box touches another, and no line runs through a box that is not its end."""
    pic = picture(view(crowd.store))
    made = drawn(pic)
    frames = [(s.x, s.y, s.x + s.width, s.y + b.height) for s, b in zip(made.boxes, pic.boxes, strict=True)]
    for number, one in enumerate(frames):
        assert not any(meet(one, other) for other in frames[number + 1 :])
    for line, path in zip(pic.lines, made.paths, strict=True):
        for number, frame in enumerate(frames):
            inside = (frame[0] + 1, frame[1] + 1, frame[2] - 1, frame[3] - 1)
            assert not any(meet(inside, span) for span in spans(path)), (line, pic.boxes[number].label)


def test_the_page_lays_out_as_the_export_does(browser):
    """The algorithm in the page gives the same places, corners and words as the one here."""
    page = browser.new_page()
    page.add_script_tag(
        content=module(("ordering.js", "layout.js", "labels.js", "routing.js")) + "\nwindow.layOut = layOut;"
    )
    compared = []

    @settings(max_examples=25, deadline=None, database=None)
    @given(graphs())
    def compare(graph):
        items, nets = graph
        made = lay_out(items, nets)
        got = page.evaluate(
            "([items, nets]) => layOut(items, nets)",
            [
                [{"tier": i.tier, "rank": i.rank, "height": i.height} for i in items],
                [{"hub": n.hub, "leaves": list(n.leaves), "word": n.word} for n in nets],
            ],
        )
        assert got["boxes"] == [[p.x, p.y, p.width] for p in made.boxes]
        assert got["paths"] == [[[list(point) for point in path] for path in routes] for routes in made.paths]
        assert [(w["text"], w["x"], w["y"], w["net"]) for w in got["words"]] == [
            (w.text, w.x, w.y, w.net) for w in made.words
        ]
        assert (got["width"], got["height"]) == (made.width, made.height)
        assert got["bands"] == [[b.tier, b.top, b.bottom] for b in made.bands]
        compared.append(1)

    compare()
    assert compared
    page.close()
