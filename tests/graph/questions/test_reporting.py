"""Reporting lines."""

from __future__ import annotations

from remit.graph.questions.reporting import reporting_lines


def test_the_line_goes_upward_and_tells_reporting_from_accountability(known):
    """Each step is a line with its words; those of a post in the body stand apart."""
    paper = known.document("terms.txt", "2023-04-01")
    panel, board, cabinet = (known.thing("Body", n) for n in ("Water Panel", "River Board", "Cabinet"))
    minister, chair = known.thing("Post", "Minister for Rivers"), known.thing("Post", "Chair of Water Panel")
    known.add(chair, "org:postIn", panel)
    known.relation(
        "ReportingLine", "reports to the River Board", paper, reporter=panel, superior=board, lineKind="reports"
    )
    known.relation("ReportingLine", "held to account", paper, reporter=board, superior=cabinet, lineKind="accountable")
    known.relation("ReportingLine", "the chair reports", paper, reporter=chair, superior=minister, lineKind="reports")
    lines = reporting_lines(known.look, panel)
    assert [(x.level, x.reporter.name, x.superior.name, x.kind, x.apart) for x in lines] == [
        (1, "Water Panel", "River Board", "reports", False),
        (2, "River Board", "Cabinet", "accountable", False),
        (1, "Chair of Water Panel", "Minister for Rivers", "reports", True),
    ]
    assert lines[0].evidence[0].quote == "reports to the River Board"
    assert lines[0].evidence[0].document == "terms.txt"


def test_down_shows_those_below_and_depth_bounds_the_walk(known):
    """`down` turns the walk round, `depth` ends it."""
    a, b, c = (known.thing("Body", n) for n in ("A Board", "B Panel", "C Group"))
    known.relation("ReportingLine", reporter=b, superior=a, lineKind="reports")
    known.relation("ReportingLine", reporter=c, superior=b, lineKind="reports")
    assert [x.reporter.name for x in reporting_lines(known.look, a, down=True)] == ["B Panel", "C Group"]
    assert [x.reporter.name for x in reporting_lines(known.look, a, down=True, depth=1)] == ["B Panel"]


def test_a_cycle_ends_where_it_comes_round_and_says_so(known):
    """Two bodies that report to each other make two lines, the second marked."""
    a, b = known.thing("Body", "A Board"), known.thing("Body", "B Panel")
    known.relation("ReportingLine", reporter=a, superior=b, lineKind="reports")
    known.relation("ReportingLine", reporter=b, superior=a, lineKind="reports")
    assert [(x.superior.name, x.round) for x in reporting_lines(known.look, a)] == [
        ("B Panel", ""),
        ("A Board", "cycle"),
    ]


def test_a_day_leaves_out_what_has_ended_or_is_not_yet_seen(known):
    """As of a day each line says how it is known; those outside their time are left out."""
    a, b, c = (known.thing("Body", n) for n in ("A Board", "B Panel", "C Group"))
    known.relation(
        "ReportingLine", reporter=a, superior=b, lineKind="reports", validTo="2020-12-31", observed="2019-01-01"
    )
    known.relation("ReportingLine", reporter=a, superior=c, lineKind="reports", observed=["2019-01-01", "2022-01-01"])
    assert [(x.superior.name, x.known) for x in reporting_lines(known.look, a, on="2021-06-01")] == [
        ("C Group", "between")
    ]
    assert reporting_lines(known.look, a, on="2018-01-01") == []


def test_a_person_reports_by_the_posts_held(known):
    """The lines of a post that somebody holds stand apart from the person's own."""
    person, post, boss = (
        known.thing("Person", "Ann Example"),
        known.thing("Post", "Clerk"),
        known.thing("Post", "Chief Clerk"),
    )
    known.relation("Tenure", holder=person, heldPost=post)
    known.relation("ReportingLine", reporter=post, superior=boss, lineKind="reports")
    assert [(x.reporter.name, x.superior.name, x.apart) for x in reporting_lines(known.look, person)] == [
        ("Clerk", "Chief Clerk", True)
    ]


def test_as_of_a_day_before_its_bound_an_undated_paper_shows_nothing(known):
    """From the bound on its lines are undated, before it they are not yet seen."""
    from remit.graph.questions.reporting import dated

    paper = known.document("note.txt")
    line = known.relation("ReportingLine", "words", paper, notBefore=["2017-04-07", "2017-05-01"])
    assert [dated(known.look, line, day) for day in ("2017-04-06", "2017-04-07", "2020-01-01")] == [
        "not yet seen",
        "undated",
        "undated",
    ]
    dated_line = known.relation(
        "ReportingLine", "words", known.document("m.txt", "2016-01-01"), notBefore="2017-04-07", observed="2016-01-01"
    )
    assert dated(known.look, dated_line, "2016-06-01") == "last known"
