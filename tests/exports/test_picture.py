"""What a picture shows, and its static form."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.exports.captions import foot, holder
from remit.exports.focus import body, chain, reporting_line
from remit.exports.picture import around, part, picture
from remit.exports.standing import standing
from remit.exports.svg import png, svg
from remit.exports.words import INSIDE, box_lines, width
from remit.graph.views import view


def test_people_fold_into_posts_and_meetings_stay_out(world):
    """The holder is named in the box of the post; people and meetings have none of their own."""
    shown = view(world.store)
    pic = picture(shown)
    assert {box.kind for box in pic.boxes} == {"provision", "post", "body", "direction", "obligation"}
    chair = next(box for box in pic.boxes if box.held)
    edges = {edge.id: edge for edge in shown.edges}
    assert (chair.kind, holder(chair, shown.by_id(), edges, {})) == ("post", "Dr Ines Varga")


def test_superiors_stand_above_and_law_on_top(world):
    """A reporter's row is below its superior's; the tiers follow from the lines."""
    pic = picture(view(world.store))
    for line in pic.lines:
        if line.kind == "reports":
            below, above = pic.boxes[line.source], pic.boxes[line.target]
            assert (above.tier, above.rank) < (below.tier, below.rank)
    assert {box.tier for box in pic.boxes if box.kind == "provision"} == {0}


def test_verbs_stand_on_reporting_lines(world):
    """How often is part of the verb."""
    pic = picture(view(world.store))
    assert {line.verb for line in pic.lines if line.kind == "reports"} == {"reports to", "reports quarterly to"}


def test_many_duties_of_one_bearer_stand_in_one_box(world):
    """More than three duties under one instrument stack; each is still told of at the stack."""
    by = next(
        q.subject
        for q in world.store.quads_for_pattern(None, None, None)
        if str(q.subject.value).startswith("urn:remit:direction/")
    )
    council = world.thing("Body", "Another Council")
    for number in range(5):
        duty = world.relation("Obligation", bearer=council, action=f"do thing {number}")
        world.relation("Mandate", mandated=duty, mandatedBy=by, how="stated")
    pic = picture(view(world.store))
    stack = next(box for box in pic.boxes if len(box.nodes) > 1)
    assert len(stack.nodes) == 5
    assert stack.label == "5 duties"


def test_a_cycle_of_reporting_does_not_end_the_world(world):
    """Two bodies that report to each other are both drawn."""
    first, second = world.thing("Body", "One"), world.thing("Body", "Two")
    for a, b in ((first, second), (second, first)):
        world.relation("ReportingLine", reporter=a, superior=b, lineKind="reports")
    labels = {box.label for box in picture(view(world.store)).boxes}
    assert {"One", "Two"} <= labels


@pytest.mark.parametrize("way", [True, False])
def test_a_long_line_of_reporting_is_drawn(empty_world, way):
    """Two thousand posts in one chain are placed without running out of stack."""
    w = empty_world
    posts = [w.thing("Post", f"Post {n}") for n in range(2000)]
    for high, low in pairwise(posts if way else posts[::-1]):
        w.relation("ReportingLine", reporter=low, superior=high, lineKind="reports")
    assert len(picture(view(w.store)).boxes) == 2000


def test_the_neighbourhood_of_a_box_is_a_picture_of_its_own(world):
    """A part keeps the lines between its boxes, and is no larger than asked."""
    pic = picture(view(world.store))
    some = part(pic, around(pic, 0, 4))
    assert len(some.boxes) == 4
    assert all(line.source < 4 and line.target < 4 for line in some.lines)


def test_a_holder_is_dated(world):
    """Before anybody is seen in a post its box names nobody; on the day of the paper it names who was seen."""
    shown = view(world.store)
    chair = next(box for box in picture(shown).boxes if box.held)
    edges = {edge.id: edge for edge in shown.edges}
    for day, name in (("2020-01-01", "holder not known"), ("2023-10-11", "Dr Ines Varga")):
        assert holder(chair, shown.by_id(), edges, standing(shown, day)) == name


def test_the_foot_of_a_box_says_how_it_stands(world):
    """On a day the word, without a day the years; a provision says where it is published."""
    shown = view(world.store)
    boxes = {box.label: box for box in picture(shown).boxes}
    nodes = shown.by_id()
    order = boxes["Directions of 2023-06-12"]
    assert foot(order, nodes, standing(shown, None)) == "2023\N{EN DASH}2025"
    assert foot(order, nodes, standing(shown, "2026-01-01")) == "lapsed"
    assert foot(boxes["Local Government Act 1999 section 15(5)"], nodes, {}) == "legislation.gov.uk"


def test_svg_as_of_a_day_fades_and_says_so(world):
    """What is not in force on the day is faded, dashed and said in words; the day stands below the title."""
    shown = view(world.store)
    text = svg(picture(shown), "x", shown, "2026-01-01")
    assert ">lapsed</text>" in text
    assert 'stroke-dasharray="5 4"' in text
    assert "as of 1 January 2026" in text
    assert "lapsed" not in svg(picture(shown), "x", shown)


def test_svg_is_well_formed_and_says_what_it_shows(hostile_world):
    """Names are escaped, nothing is referred to, title and description stand for readers who do not see it."""
    text = svg(picture(view(hostile_world.store)), "A & <b>")
    root = ET.fromstring(text)
    assert root.find("{http://www.w3.org/2000/svg}title").text == "A & <b>"
    tags = "".join(re.findall("<[^>]*>", text))
    assert "href" not in tags
    assert "<script" not in tags
    assert text == svg(picture(view(hostile_world.store)), "A & <b>")


def test_png_is_made_of_it(world):
    """The picture as pixels."""
    pytest.importorskip("resvg_py", reason="resvg_py is not installed")
    assert png(svg(picture(view(world.store)), "x"))[:8] == b"\x89PNG\r\n\x1a\n"


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_text_fits_its_box(text):
    """No line is wider than the box, there are never more than asked."""
    lines = box_lines(text, 4)
    assert 1 <= len(lines) <= 4
    assert all(width(line) <= INSIDE for line in lines)


def test_standing_follows_the_day(world):
    """A direction is not yet made, in force, lapsed; the replaced one revoked; what rests on it likewise."""
    shown = view(world.store)
    names = {node.id: node.label for node in shown.nodes}

    def said(day, name):
        words = standing(shown, day)
        return next((words.get(iri, "") for iri, label in names.items() if label == name), "")

    assert said("2020-01-01", "Directions of 2023-06-12") == "not yet made"
    assert said("2024-01-01", "Directions of 2023-06-12") == "in force"
    assert said("2026-01-01", "Directions of 2023-06-12") == "lapsed"
    assert said("2024-01-01", "Directions of 2021-03-03") == "revoked"
    assert said("2022-01-01", "Directions of 2021-03-03") == "in force"
    assert said("2026-01-01", "prepare a Recovery Plan and submit it") == "lapsed"


def test_parts_are_pictures_of_their_own(world):
    """A reporting line, a chain and a body with its seats hold what belongs to them and nothing else."""
    shown = view(world.store)
    ids = {node.label: node.id for node in shown.nodes}

    def labels(pic):
        return {box.label for box in pic.boxes}

    assert labels(reporting_line(shown, ids["Procurement Working Group"])) == {
        "Procurement Working Group", "Recovery and Improvement Board", "Secretary of State for Towns",
    }  # fmt: skip
    assert labels(chain(shown, ids["prepare a Recovery Plan and submit it"])) == {
        "prepare a Recovery Plan and submit it", "Directions of 2023-06-12", "Secretary of State for Towns",
        "Local Government Act 1999 section 15(5)", "Ashmere Borough Council",
    }  # fmt: skip
    assert "Chair of the Recovery and Improvement Board" in labels(body(shown, ids["Recovery and Improvement Board"]))
