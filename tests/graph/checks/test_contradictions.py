"""Contradictions are found where both sides are valid at one time, and only there."""

from __future__ import annotations

import pytest

from remit.graph.facts import Attendance, Direction, Establishes, Holds, Meeting, ReportsTo, Term

BODY = "Harbour Improvement Board"


def at(person, capacity, quote, day="2024-05-02", **more):
    """An attendance at a meeting of the body."""
    return (Attendance, quote, {"person": person, "capacity": capacity, "body": BODY, "date": day, **more})


def met(day="2024-05-02"):
    """The meeting of a day."""
    return (Meeting, f"Minutes of the {BODY}, {day}", {"body": BODY, "date": day})


def test_somebody_present_and_among_the_apologies_is_found_with_both_quotes(papers):
    """One entry of each sort at one meeting contradict, and each side carries its words."""
    papers.add(
        "m.txt",
        "2024-05-02",
        met(),
        at("Ada Quill", "member", "Ada Quill (Member)"),
        at("Ada Quill", "apologies", "Apologies: A. Quill, Ada Quill"),
    )
    (one,) = papers.found("present-and-absent")
    assert [side.evidence[0].quote for side in one.sides] == ["Ada Quill (Member)", "Apologies: A. Quill, Ada Quill"]
    assert one.severity == "error"
    assert one.id.startswith("urn:remit:finding/")


def test_apologies_for_another_meeting_contradict_nothing(papers):
    """Present on one day and absent on another is no contradiction."""
    papers.add("m.txt", "2024-05-02", met(), at("Ada Quill", "member", "Ada Quill (Member)"))
    papers.add(
        "n.txt", "2024-06-02", met("2024-06-02"), at("Ada Quill", "apologies", "Apologies: Ada Quill", "2024-06-02")
    )
    assert papers.found("present-and-absent") == []


def test_apologies_for_lateness_contradict_nothing(papers):
    """Who sent apologies for coming late was there."""
    papers.add(
        "m.txt", "2024-05-02", met(), at("Ada Quill", "member", "Ada Quill (Member)"),
        at("Ada Quill", "apologies", "Apologies for lateness were received from Ada Quill"),
    )  # fmt: skip
    assert papers.found("present-and-absent") == []


def test_two_people_in_the_chair_of_one_meeting_are_found_once(papers):
    """The pair is one finding, whichever of the two is named first."""
    papers.add(
        "m.txt",
        "2024-05-02",
        met(),
        at("Ada Quill", "chair", "Ada Quill (Chair)"),
        at("Bo Lunt", "chair", "Bo Lunt (in the Chair)"),
    )
    (one,) = papers.found("two-chairs")
    assert {ref.name for ref in one.about} == {"Ada Quill", "Bo Lunt", BODY}


def test_co_chairs_and_chairs_of_different_days_are_not_two_chairs(papers):
    """A shared chair, and a chair that passed on, are in order."""
    papers.add(
        "m.txt",
        "2024-05-02",
        met(),
        at("Ada Quill", "chair", "Ada Quill (Co-Chair)", role="Co-Chair"),
        at("Bo Lunt", "chair", "Bo Lunt (Co-Chair)", role="Co-Chair"),
    )
    papers.add("n.txt", "2024-06-02", met("2024-06-02"), at("Cy Orde", "chair", "Cy Orde (Chair)", "2024-06-02"))
    assert papers.found("two-chairs") == []


def held(person, role, quote, **more):
    """A tenure."""
    return (Holds, quote, {"person": person, "role": role, **more})


def test_interim_and_acting_on_one_day_are_two_forms_of_a_post(papers):
    """The same person under two forms of one title in papers of one day is found."""
    papers.add(
        "m.txt",
        "2024-05-02",
        held("Bo Lunt", "Interim Head of Estates & Parks", "Bo Lunt, Interim Head of Estates & Parks"),
        held("Bo Lunt", "Acting Head of Estates and Parks", "Bo Lunt, Acting Head of Estates and Parks"),
    )
    (one,) = papers.found("two-forms")
    assert "acting and interim" in one.text


@pytest.mark.parametrize(
    ("first", "second", "day"),
    [
        ("Interim Head of Estates", "Acting Head of Estates", "2025-05-02"),
        ("Interim Head of Estates", "Acting Head of Highways", "2024-05-02"),
        ("Head of Estates", "Acting Head of Estates", "2024-05-02"),
    ],
)
def test_other_days_other_posts_and_shortened_titles_are_not_two_forms(papers, first, second, day):
    """A form that changed, another post, and a title without a form are in order."""
    papers.add("m.txt", "2024-05-02", held("Bo Lunt", first, f"Bo Lunt, {first}"))
    papers.add("n.txt", day, held("Bo Lunt", second, f"Bo Lunt, {second}"))
    assert papers.found("two-forms") == []


def test_two_frequencies_of_meeting_contradict_where_the_terms_still_run(papers):
    """Terms with a stated beginning run on into the day of minutes that say otherwise."""
    papers.add(
        "t.txt",
        None,
        (Term, "Terms from April 2024: every six weeks", {"name": BODY, "from_": "2024-04", "meets": "P6W"}),
        kind="terms",
    )
    papers.add("m.txt", "2024-05-02", (Term, f"the {BODY} at its monthly meetings", {"name": BODY, "meets": "P1M"}))
    (one,) = papers.found("two-frequencies")
    assert [side.says for side in one.sides] == ["monthly", "six-weekly"]


@pytest.mark.parametrize(("when", "other"), [("2019-05-02", "P1M"), ("2024-04-02", "P6W"), (None, "P1M")])
def test_frequencies_of_other_times_or_of_one_length_do_not_contradict(papers, when, other):
    """What was so years before, the same again, and an undated aside prove nothing."""
    papers.add(
        "t.txt",
        None,
        (Term, "Terms from April 2024: every six weeks", {"name": BODY, "from_": "2024-04", "meets": "P6W"}),
        kind="terms",
    )
    papers.add("m.txt", when, (Term, f"the {BODY} at its usual meetings", {"name": BODY, "meets": other}))
    assert papers.found("two-frequencies") == []


def test_a_meeting_before_the_first_meeting_is_found(papers):
    """A board that met in April cannot first meet in June; a like-named board that met then is shown."""
    papers.add("a.txt", "2024-09-01", (Term, f"{BODY}. This met in April 2024", {"name": BODY, "met": "2024-04"}))
    papers.add(
        "b.txt", None, (Term, "the first meeting of the Board in June 2024", {"name": BODY, "first_met": "2024-06"})
    )
    papers.add(
        "c.txt",
        "2024-06-20",
        (
            Term,
            "minutes of the Harbour Improvement Review Board of 9 April 2024",
            {"name": "Harbour Improvement Review Board", "met": "2024-04-09"},
        ),
    )
    (one,) = papers.found("two-dates")
    assert [side.evidence[0].document for side in one.sides] == ["a.txt", "b.txt", "c.txt"]


def test_a_first_meeting_told_with_less_precision_agrees(papers):
    """June 2024 and 12 June 2024 are one day for all the papers say."""
    papers.add("a.txt", "2024-09-01", (Term, "It met on 12 June 2024", {"name": BODY, "met": "2024-06-12"}))
    papers.add(
        "b.txt", None, (Term, "the first meeting of the Board in June 2024", {"name": BODY, "first_met": "2024-06"})
    )
    assert papers.found("two-dates") == []


def test_two_ends_of_one_direction_contradict(papers):
    """A direction ends once."""
    papers.add(
        "a.txt",
        "2024-01-01",
        (
            Direction,
            "Directions of 1 January 2024 until 31 March 2025",
            {"date": "2024-01-01", "until": "2025-03-31", "status": "made"},
        ),
    )
    papers.add(
        "b.txt",
        "2024-02-01",
        (
            Direction,
            "Directions of 1 January 2024 lapse on 30 June 2025",
            {"date": "2024-01-01", "until": "2025-06-30", "status": "made"},
        ),
    )
    (one,) = papers.found("two-dates")
    assert {side.says for side in one.sides} == {"2025-03-31", "2025-06-30"}


def report(low, high, **more):
    """A line of reporting."""
    return (ReportsTo, f"The {low} reports to the {high}.", {"subject": low, "object": high, **more})


def test_a_cycle_in_reporting_is_one_finding_with_a_side_for_each_line(papers):
    """Three lines that come round are found once, in their order."""
    papers.add(
        "a.txt",
        "2024-01-01",
        report("Quay Group", "Crane Group"),
        report("Crane Group", "Tide Group"),
        report("Tide Group", "Quay Group"),
    )
    (one,) = papers.found("reporting-cycle")
    assert len(one.sides) == 3
    assert {ref.name for ref in one.about} == {"Quay Group", "Crane Group", "Tide Group"}


def test_lines_that_end_before_others_begin_make_no_cycle(papers):
    """A tree of lines has no cycle."""
    papers.add("a.txt", "2024-01-01", report("Quay Group", "Crane Group"), report("Tide Group", "Crane Group"))
    assert papers.found("reporting-cycle") == []


def direction(until="2025-03-31", status="made"):
    """A direction that requires the body."""
    return [
        (
            Direction,
            f"Directions of 1 January 2024 until {until}",
            {"date": "2024-01-01", "until": until, "status": status},
        ),
        (
            Establishes,
            f"The Directions require the Council to set up the {BODY}.",
            {"body": BODY, "by": ("Directions 2024-01-01",)},
        ),
    ]


def test_a_term_beyond_the_end_of_the_directions_is_found(papers):
    """A board under directions to March 2025 cannot be given a term to 2026 by them."""
    papers.add("a.txt", "2024-01-01", *direction())
    papers.add(
        "t.txt",
        None,
        (Term, "Term: January 2024 to January 2026", {"name": BODY, "from_": "2024-01", "to": "2026-01"}),
        kind="terms",
    )
    (one,) = papers.found("term-beyond-mandate")
    assert "2026-01" in one.text


@pytest.mark.parametrize(("to", "status"), [("2025-03", "made"), ("2026-01", "draft")])
def test_a_term_within_the_directions_or_under_a_draft_is_in_order(papers, to, status):
    """March 2025 lies within an end on 31 March 2025, and a draft ends nothing."""
    papers.add("a.txt", "2024-01-01", *direction(status=status))
    papers.add(
        "t.txt", None, (Term, f"Term: January 2024 to {to}", {"name": BODY, "from_": "2024-01", "to": to}), kind="terms"
    )
    assert papers.found("term-beyond-mandate") == []


def test_the_same_papers_in_another_order_give_the_same_findings(papers, tmp_path):
    """Findings depend on what is stated alone, their identifiers too."""
    mine = type(papers)(tmp_path / "other")
    given = [
        (
            "m.txt",
            "2024-05-02",
            met(),
            at("Ada Quill", "member", "Ada Quill (Member)"),
            at("Ada Quill", "apologies", "Apologies: Ada Quill"),
        ),
        (
            "n.txt",
            "2024-05-02",
            held("Bo Lunt", "Interim Head of Estates", "Bo Lunt, Interim Head of Estates"),
            held("Bo Lunt", "Acting Head of Estates", "Bo Lunt, Acting Head of Estates"),
        ),
    ]
    for paper in given:
        papers.add(*paper)
    for paper in reversed(given):
        mine.add(*paper)
    assert papers.found() == mine.found() != []


def test_as_of_a_day_leaves_out_what_later_papers_show(papers):
    """A contradiction is told from the day of the paper that brings it."""
    papers.add(
        "m.txt",
        "2024-05-02",
        met(),
        at("Ada Quill", "member", "Ada Quill (Member)"),
        at("Ada Quill", "apologies", "Apologies: Ada Quill"),
    )
    assert papers.found("present-and-absent", as_of="2024-05-01") == []
    assert len(papers.found("present-and-absent", as_of="2024-05-02")) == 1
