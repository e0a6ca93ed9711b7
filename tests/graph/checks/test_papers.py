"""Contradictions between made-up papers, read as files are, each beside papers that only look like one."""

from __future__ import annotations

import pytest

from remit.commands.ingest import run
from remit.graph.checks import findings
from remit.graph.store import Store

MINUTES = """ASHFORD BOROUGH COUNCIL

Minutes of the Recovery Board held on {day}

Present: {present}

Apologies: {apologies}

1. Minutes

AGREED that the minutes be approved.

{more}
"""
TERMS = """Recovery Board: Terms of Reference

Dated {day}

The Recovery Board is a board of Ashford Borough Council.

{text}
"""
DIRECTIONS = """LOCAL GOVERNMENT ACT 1999: DIRECTIONS UNDER SECTION 15

To: Ashford Borough Council

1. The Secretary of State for Towns, in exercise of the powers conferred by section 15(5) of the Local Government Act 1999, directs as follows.

2. These Directions have effect from {day} and remain in force until {until}.

3. The Council must establish a Recovery Board by 31 January 2024.

{day}
"""


@pytest.fixture
def found(tmp_path):
    """Reads papers given by name and tells what a rule finds in them, in sentences."""

    def tell(rule, **papers):
        folder = tmp_path / "papers"
        folder.mkdir()
        for name, text in papers.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        run([str(folder)], str(tmp_path / "store"), collection=None, date=None, again=False)
        with Store.open(tmp_path / "store") as store:
            out = findings(store, rules={rule})
            for one in out:
                assert one.id.startswith("urn:remit:finding/")
                assert one.explanation
                assert len(one.sides) > 1
                for side in one.sides:
                    assert side.evidence, (one.text, side.says)
            return [one.text for one in out]

    return tell


def minutes(day, present="Cllr Ann Alder (Chair), Cllr Ben Birch", apologies="None", more=""):
    """The record of a meeting."""
    return MINUTES.format(day=day, present=present, apologies=apologies, more=more)


def test_present_and_absent(found):
    """One name in both lists of one record; a namesake by surname alone is another."""
    there = "Cllr Ann Alder (Chair), Cllr Ben Birch, Cllr Cy Cedar"
    both = found("present-and-absent", a=minutes("1 March 2024", there, "Cllr Ben Birch"), b=minutes("1 April 2024", there, "Cllr Dee Cedar"), c=minutes("1 May 2024", "Cllr Ann Alder (Chair)", "Cllr Cy Cedar"))  # fmt: skip
    assert both == [
        "Cllr Ben Birch is recorded as present (member) and among the apologies at Recovery Board on 2024-03-01"
    ]


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("Cllr Ann Alder (Chair), Cllr Ben Birch (Chair)", "Cllr Ann Alder (Chair)", 1),
        ("Cllr Ann Alder (Chair), Cllr Ben Birch (Vice-Chair)", "Cllr Ann Alder (Chair)", 0),
        ("Cllr Ann Alder (Co-Chair), Cllr Ben Birch (Co-Chair)", "Cllr Ann Alder (Chair)", 0),
        ("Cllr Ann Alder (Chair), Cllr Ben Birch", "Cllr Ben Birch (Chair), Cllr Cy Cedar", 0),
    ],
)
def test_two_chairs(found, first, second, count):
    """Two in the chair of one meeting; not a vice-chair, a shared chair, or another chair at the next meeting."""
    texts = found("two-chairs", a=minutes("1 March 2024", first), b=minutes("1 April 2024", second))
    assert len(texts) == count, texts


@pytest.mark.parametrize(
    ("terms", "said", "count"),
    [
        ("The Recovery Board will meet quarterly.", "The Recovery Board meets monthly.", 1),
        ("The Recovery Board will meet quarterly.", "The Recovery Board meets every three months.", 0),
        ("The Recovery Board will meet quarterly.", "The Recovery Board reports monthly to Cabinet.", 0),
        ("The Recovery Board will meet quarterly.", "The Audit Committee meets monthly.", 0),
        ("The Recovery Board will meet monthly until 31 December 2023 and quarterly thereafter.", "The Recovery Board meets quarterly.", 0),
    ],
)  # fmt: skip
def test_two_frequencies(found, terms, said, count):
    """Two intervals for one body at one time; not the same in other words, another act, another body, or stages."""
    texts = found("two-frequencies", terms=TERMS.format(day="1 February 2024", text=terms), minutes=minutes("1 June 2024", more=f"2. Meetings\n\n{said}"))  # fmt: skip
    assert len(texts) == count, texts


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("Fay Fern - Interim Head of Finance", "F Fern, Acting Head of Finance", 1),
        ("Fay Fern - Interim Head of Finance", "F Fern, Head of Finance", 0),
        ("Fay Fern - Interim Head of Finance", "F Fern, Acting Head of Audit", 0),
        ("Fay Fern - Interim Head of Finance", "Gil Gorse, Acting Head of Finance", 0),
    ],
)
def test_two_forms(found, first, second, count):
    """Interim and acting in one post on one day; not a title cut short, another post, or another person."""
    more = f"Officers in attendance:\n\n{first}\n\n2. Budget\n\n{second}, presented the report."
    texts = found("two-forms", a=minutes("1 March 2024", more=more))
    assert len(texts) == count, texts


def test_two_forms_on_two_days_are_in_order(found):
    """Somebody interim in March may be acting in June."""
    papers = {day: minutes(f"1 {day} 2024", more=f"Officers in attendance:\n\nFay Fern - {form} Head of Finance") for day, form in (("March", "Interim"), ("June", "Acting"))}  # fmt: skip
    assert found("two-forms", **papers) == []


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (
            (
                "The Recovery Board reports to the Audit Committee.",
                "The Audit Committee reports to the Recovery Board.",
            ),
            1,
        ),
        (("The Recovery Board reports to the Audit Committee.", "The Audit Committee reports to the Council."), 0),
        (("The Recovery Board reports to the Audit Committee.", "The Recovery Board reports to the Council."), 0),
    ],
)
def test_cycles(found, lines, count):
    """Two bodies that report to each other; not a line that goes on upward or forks."""
    texts = found("reporting-cycle", terms=TERMS.format(day="1 February 2024", text="\n\n".join(lines)))
    assert len(texts) == count, texts


@pytest.mark.parametrize(("to", "count"), [("March 2026", 1), ("March 2025", 0), ("31 March 2025", 0)])
def test_a_term_beyond_its_directions(found, to, count):
    """A term to March 2026 under directions to 31 March 2025; not one that ends with them."""
    terms = (
        "RECOVERY BOARD: TERMS OF REFERENCE\n\nNAME\tRecovery Board\nDATE\tJanuary 2024 - {to}\nFREQUENCY\tQuarterly\n"
    )
    texts = found("term-beyond-mandate", directions=DIRECTIONS.format(day="15 January 2024", until="31 March 2025"), terms=terms.format(to=to))  # fmt: skip
    assert len(texts) == count, texts


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("The Council must submit an improvement plan to the Secretary of State by 30 June 2024 under the Directions of 15 January 2024.", 1),
        ("The Council must submit an improvement plan to the Secretary of State by May 2024 under the Directions of 15 January 2024.", 0),
        ("The Council must submit a workforce plan to the Secretary of State by 30 June 2024 under the Directions of 15 January 2024.", 0),
        ("The Secretary of State has extended the time: the Council must submit an improvement plan to the Secretary of State by 30 June 2024 under the Directions of 15 January 2024.", 0),
    ],
)  # fmt: skip
def test_two_dates(found, said, count):
    """Two papers with two days for one duty; not a vaguer date, another plan, or a day that is moved."""
    text = DIRECTIONS.format(day="15 January 2024", until="31 March 2025").replace("establish a Recovery Board by 31 January 2024", "submit an improvement plan to the Secretary of State by 31 May 2024")  # fmt: skip
    texts = found("two-dates", directions=text, minutes=minutes("1 March 2024", more=f"2. Plan\n\n{said}"))
    assert len(texts) == count, texts


def test_a_timetable_in_one_paper_is_no_contradiction(found):
    """The same report due on several days of one paper is due on each of them."""
    due = "\n\n".join(f"{n}. The Council must submit a progress report to the Secretary of State by {day}." for n, day in enumerate(("30 June 2024", "30 September 2024"), 4))  # fmt: skip
    text = DIRECTIONS.format(day="15 January 2024", until="31 March 2025").replace("\n\n15 January 2024\n", f"\n\n{due}\n\n15 January 2024\n")  # fmt: skip
    assert found("two-dates", directions=text) == []
