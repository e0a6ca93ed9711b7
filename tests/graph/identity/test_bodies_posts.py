"""Which names are one body or one post, and which are not."""

from __future__ import annotations

import pytest

from remit.graph.facts import Alias, Establishes, ExOfficio, Holds, ReportsTo, Succeeds

COUNCIL = "Saltmarsh Borough Council"


def bodies(world, *names, path="a.txt", more=()):
    """A paper that names bodies."""
    return world.paper(path, *((Establishes, {"body": name}) for name in names), *more, (Alias, {"name": COUNCIL, "alias": "Council"}))  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saltmarsh Children's Services Improvement Board", "Children's Services Improvement Board"),
        ("Children's Services Improvement Board", "Children's Service Improvement Board"),
        ("Children's Services Improvement Board", "CS Improvement Board"),
        ("Children's Services Improvement Board", "CSIB"),
        ("Democratic Services", "Democratic Services Team"),
        ("Policy & Resources Committee", "POLICY AND RESOURCES COMMITTEE"),
        ("London Borough of Tarnwick", "LBT"),
        (COUNCIL, "Saltmarsh"),
    ],
)
def test_short_forms_that_fit_one_name_are_joined(world, one, other):
    """Place left out, plural, words cut short, initials, unit noun, capitals, the place for its council."""
    bodies(world, one, other, COUNCIL)
    assert world.of("a.txt", one, "body") == world.of("a.txt", other, "body")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Performance and Improvement Board", "Performance Improvement Board"),
        ("Cabinet", "Cabinet Grants Sub Committee"),
        ("Scrutiny Committee", "Scrutiny Sub-Committee"),
        ("Area Committee 1", "Area Committee 2"),
        ("Best Value Review Board", "Best Value Improvement Board"),
        ("Adults Safeguarding Board", "Children's Safeguarding Board"),
        ("Harbour Board", "Ferry Board"),
    ],
)
def test_bodies_that_differ_in_what_they_are_stay_apart(world, one, other):
    """A sub-committee, a number, another purpose: another body."""
    bodies(world, one, path="a.txt")
    bodies(world, other, path="b.txt")
    assert world.of("a.txt", one, "body") != world.of("b.txt", other, "body")


def test_a_short_form_that_fits_two_names_fits_neither(world):
    """`AB` may be the Assurance Board or the Advisory Board."""
    bodies(world, "Housing Assurance Board", "Harbour Advisory Board", "HAB")
    assert world.of("a.txt", "HAB", "body") not in {world.of("a.txt", n, "body") for n in ("Housing Assurance Board", "Harbour Advisory Board")}  # fmt: skip


def test_one_acronym_of_two_papers_means_what_each_says(world):
    """In each paper the short form is that of the paper."""
    for path, name in (("a.txt", "Joint Audit Board"), ("b.txt", "Junior Advisers' Bureau Committee")):
        world.paper(path, (Alias, {"name": name, "alias": "JAB"}), (ReportsTo, {"subject": "JAB", "object": "Cabinet"}))
    assert world.of("a.txt", "JAB", "body") == world.of("a.txt", "Joint Audit Board", "body")
    assert world.of("b.txt", "JAB", "body") == world.of("b.txt", "Junior Advisers' Bureau Committee", "body")
    assert world.of("a.txt", "JAB", "body") != world.of("b.txt", "JAB", "body")


def test_a_renamed_department_is_a_succession(world):
    """The new department is said to follow the old: two bodies, joined by an event, though their names are a letter apart."""
    old, new = "Department for Harbours and Coasts", "Department for Harbour and Coasts"
    bodies(world, old, new, more=[(Succeeds, {"new": new, "old": old})])
    assert world.of("a.txt", old, "body") != world.of("a.txt", new, "body")
    assert any("Succession" in node.kinds for node in world.known.drafts.nodes.values())


def holds(world, *given, path="a.txt", date="2024-01-10"):
    """A paper that says who holds what, as (person, role, body)."""
    told = [(Holds, {"person": p, "role": r, "body": b, "as_of": date}) for p, r, b in given]
    return world.paper(path, *told, (Alias, {"name": COUNCIL, "alias": "Council"}), date=date)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Director of Finance", None), ("Director, Finance", None)),
        (("Interim Director of Finance", None), ("Acting Director of Finance", None)),
        (("Divisional Director of Strategy and Partnership", None), ("Divisional Director, Strategy & Partnerships", None)),
        (("Chair", "Harbour Board"), ("Chair of the Harbour Board", None)),
        (("Chair", "Harbour Board"), ("Harbour Board Chair", None)),
        (("Independent Chair", "Harbour Board"), ("Chairman of the Harbour Board", None)),
        (("Chief Executive", COUNCIL), ("Chief Executive", None)),
        (("External Reporesentative", "Harbour Board"), ("External Representative", "Harbour Board")),
    ],
)  # fmt: skip
def test_titles_of_one_post_are_joined(world, one, other):
    """Form, punctuation, order, plural, misprint and the body's place in the title make no second post."""
    holds(world, ("Ann Marsh", *one))
    holds(world, ("Ann Marsh", *other), path="b.txt")
    assert world.post("a.txt", *one) == world.post("b.txt", *other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Chair", "Harbour Board"), ("Chair", "Ferry Panel")),
        (("Chair", "Harbour Board"), ("Vice-Chair", "Harbour Board")),
        (("Mayor", None), ("Deputy Mayor", None)),
        (("Policy Officer", None), ("Senior Policy Officer", None)),
        (("Cabinet Member for Resources", None), ("Cabinet Member for Resources and the Voluntary Sector", None)),
        (("Corporate Director", None), ("Corporate Directors", None)),
        (("Director", "London Borough of Tarnwick"), ("Director", None)),
    ],
)
def test_posts_that_differ_stay_apart(world, one, other):
    """Another body, another rank, another portfolio in other hands, several at once: other posts."""
    holds(world, ("Ann Marsh", *one))
    holds(world, ("Bea Tarn", *other), path="b.txt")
    assert world.post("a.txt", *one) != world.post("b.txt", *other)


def test_a_longer_title_of_the_same_holder_is_the_same_post(world):
    """One person is said to hold both, and the one title says all that the other does."""
    holds(world, ("Ann Marsh", "Cabinet Member for Housing", None))
    holds(world, ("Ann Marsh", "Cabinet Member for Housing Management & Performance", None), path="b.txt")
    assert world.post("a.txt", "Cabinet Member for Housing") == world.post("b.txt", "Cabinet Member for Housing Management & Performance")  # fmt: skip


def test_a_post_keeps_its_address_when_its_holder_changes(world):
    """Two chairs in turn hold one post, each by a tenure of his own."""
    holds(world, ("Ann Marsh", "Chair", "Harbour Board"))
    holds(world, ("Bea Tarn", "Chair", "Harbour Board"), path="b.txt", date="2024-06-10")
    assert world.post("a.txt", "Chair", "Harbour Board") == world.post("b.txt", "Chair", "Harbour Board")
    assert sum("Tenure" in node.kinds for node in world.known.drafts.nodes.values()) == 2


def test_a_seat_made_for_a_bodys_own_officer_is_that_bodys_post(world):
    """`Independent Chair` as chair of a board is the board's chair; a chair who sits as member is another body's."""
    world.paper("a.txt", (ExOfficio, {"role": "Independent Chair", "body": "Harbour Board", "capacity": "chair"}), (ExOfficio, {"role": "Chair of the Ferry Panel", "body": "Harbour Board", "capacity": "member"}))  # fmt: skip
    assert world.post("a.txt", "Independent Chair", "Harbour Board") == world.post(
        "a.txt", "Chair of the Harbour Board"
    )
    assert world.post("a.txt", "Chair of the Ferry Panel") != world.post("a.txt", "Chair of the Harbour Board")
