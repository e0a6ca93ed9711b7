"""Several organisations' papers in one folder: their general names, their namesakes, their acronyms stay apart."""

from __future__ import annotations

import pytest

from remit.graph.facts import Action, Alias, Direction, Holds, Obligation, ReportsTo

PLACES = ("Saltmarsh", "Merebrook", "Ashdown")


@pytest.fixture
def folder(world):
    """Three councils' minutes in one collection, each with a board, posts and people of the same names."""
    for place in PLACES:
        world.minutes(
            f"{place}.txt",
            "Audit Committee",
            [("John Price", "chair", "Chair"), ("Cllr Ada Fern", "member", "Leader of the Council"), ("Joy Pike", "officer", "Chief Executive")],
            (Alias, {"name": f"{place} Improvement Board", "alias": "Board"}),
            (Alias, {"name": f"{place} Planning Advisory Group", "alias": "PAG"}),
            (ReportsTo, {"subject": "Board", "object": "Cabinet"}),
            (ReportsTo, {"subject": "PAG", "object": "Board"}),
            *((Action, {"owner": owner}) for owner in ("Clerk", "Mayor", "Secretary of State", "Monitoring Officer", "Chair")),
            organisation=f"{place} Borough Council",
        )  # fmt: skip
    return world


@pytest.mark.parametrize("name", ["Audit Committee", "Cabinet", "Board", "PAG", "Council"])
def test_bodies_with_general_names_are_each_councils_own(folder, name):
    """No body of one council is that of another, for having its name."""
    assert len({folder.of(f"{place}.txt", name, "body") for place in PLACES}) == 3


@pytest.mark.parametrize("name", ["Clerk", "Mayor", "Secretary of State", "Monitoring Officer", "Chief Executive", "Chair", "Leader of the Council"])  # fmt: skip
def test_posts_with_general_names_are_each_councils_own(folder, name):
    """Never are posts joined for a role word."""
    assert len({folder.of(f"{place}.txt", name, "post") for place in PLACES}) == 3


def test_namesakes_of_several_councils_stay_apart(folder):
    """A John Price here is not the one there; nor is that proposed where the councils are known to be others."""
    assert len({folder.of(f"{place}.txt", "John Price") for place in PLACES}) == 3


def test_an_address_that_means_several_leads_to_each(folder):
    """An address given out while one alone had the name now tells of all, and chooses none."""
    ids = {folder.of(f"{place}.txt", "John Price") for place in PLACES}
    plain = folder.known.drafts.at("urn:remit:person/papers/john-price")
    assert {target for name, target in plain.links if name == "dcterms:isReplacedBy"} == ids
    assert all(id_.startswith("urn:remit:person/papers/john-price~") for id_ in ids)


def test_one_council_printed_three_ways_is_one_circle(world):
    """Papers that name the council in capitals, in short or by its board alone are one organisation's."""
    world.minutes("a.txt", "Saltmarsh Harbour Improvement Board", ["Ann Marsh", "Bea Tarn"], (Action, {"owner": "Clerk"}), organisation="SALTMARSH BOROUGH COUNCIL")  # fmt: skip
    world.paper("b.txt", (Holds, {"person": "Ann Marsh", "role": "Clerk"}), title="Saltmarsh Council")
    world.paper("c.txt", (Action, {"owner": "Clerk"}), body="Saltmarsh Harbour Improvement Board")
    world.paper("d.txt", (Action, {"owner": "Clerk"}))
    assert len({world.of(f"{p}.txt", "Clerk", "post") for p in "abcd"}) == 1


def test_nothing_but_what_is_national_crosses_collections(world):
    """Two collections share a ministry, and nothing else of the same name."""
    for collection in ("north", "south"):
        world.minutes(f"{collection}.txt", "Audit Committee", ["John Price"], (ReportsTo, {"subject": "Audit Committee", "object": "Department for Harbours"}), collection=collection)  # fmt: skip
    assert world.of("north.txt", "John Price") != world.of("south.txt", "John Price")
    assert world.of("north.txt", "Audit Committee", "body") != world.of("south.txt", "Audit Committee", "body")
    assert world.of("north.txt", "Department for Harbours", "body") == world.of("south.txt", "Department for Harbours", "body")  # fmt: skip


def test_papers_said_to_be_of_one_organisation_are_one_circle(world):
    """Whoever names the organisation of papers when they are read is believed."""
    import dataclasses

    for path, body in (("a.txt", "Saltmarsh Harbour Safety Board"), ("b.txt", "Merebrook Ferry Safety Board")):
        world.minutes(path, body, ["Ann Marsh"])
        world.documents[path] = dataclasses.replace(world.documents[path], organisation="Coast Trust")
    assert world.of("a.txt", "Ann Marsh") == world.of("b.txt", "Ann Marsh")


def test_directions_and_plans_of_two_organisations_stay_apart(world):
    """A date, or a plan's name, means the direction or plan of the organisation whose paper names it."""
    for place, day in (("Saltmarsh", "2022-05-01"), ("Merebrook", "2022-07-01"), ("Ashdown", "2022-07-01")):
        world.paper(
            f"{place}.txt",
            (Alias, {"name": f"{place} Borough Council", "alias": "Council"}),
            (Direction, {"date": day, "addressee": "Council", "status": "made"}),
            (Direction, {"date": "2022", "addressee": "Council"}),
            (Obligation, {"bearer": "Council", "action": "report", "mandated_by": "Directions"}),
            (Obligation, {"bearer": "Council", "action": "save", "mandated_by": "Asset Management Plan"}),
        )
    nodes = world.known.drafts.nodes.values()
    directions = sorted(n.id for n in nodes if "Direction" in n.kinds)
    assert [id_.partition("/papers/")[2] for id_ in directions] == ["2022-05-01", "2022-07-01~Ashdown.txt", "2022-07-01~Merebrook.txt"]  # fmt: skip
    assert len([n for n in nodes if "Plan" in n.kinds]) == 3
    mandates = {dict(n.links)["mandatedBy"] for n in nodes if "Mandate" in n.kinds}
    assert set(directions) <= mandates
