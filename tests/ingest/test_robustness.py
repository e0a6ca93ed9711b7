"""Whatever the text, extraction ends, and every quote stands in it verbatim."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from remit.ingest.clean import clean
from remit.ingest.pipeline import facts_of
from remit.ingest.structure import build

LINES = st.sampled_from(
    [
        "MINUTES OF THE ROADS BOARD", "Held on 4 May 2016 at 6.05 p.m.", "Present:", "Councillor Ann Hart (Chair)", "Ben Low\tClerk",
        "\tOfficer", "| Name | Role |", "|---|---|", "Apologies were received from Carol Day", "1.", "2.1 The Council must report to the Board",
        "(a) submit a plan by 1 June;", "• meet quarterly", "RESOLVED that the minutes be approved", "<b>NAME</b>\t<p>x</p><ul><li>y",
        "Action: Ben Low to write", "", "", "\f", "Page 3 of 4", "Appendix 2", "under section 15(5) of the Local Government Act 1999",
        "DIRECTIONS UNDER SECTION 15(5)", "WHEREAS -", "The Secretary of State for Quays directs the Authority as follows.", "Dear Ms Hart",
        "7.—(1) The Executive shall—", "The actions to be taken by the Authority are:", "Signed on behalf of the Board: Ann Hart, Clerk", "Yours sincerely",
        "This Direction replaces the direction of 4 May 2016, which is revoked", "appointing Ann Hart as Chair, Ben Low and Carol Day as Members",
        "Decision maker:   Ann Hart, Clerk", "DECISION", "(section 116)", '"the Act" means the Valley Act 1999;', "by S.I. 2003/1324",
        "**Bold**", "# Title", "Ref   Action   Owner   Due", "1     Write    Clerk   asap", "&amp; &#8217; &nbsp;", "(((", "–––",
    ]
)  # fmt: skip
ANY = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)


@given(st.lists(LINES | ANY, max_size=40).map("\n".join))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text(text):
    """Any mixture of lines is read without error; blocks and facts are slices of the text."""
    document = build("a.txt", text)
    for block in document.blocks:
        assert len(block.clean) == len(block.text.starts) == len(block.text.ends)
        start, end = block.text.span()
        assert 0 <= start <= end <= len(text)
    for fact in facts_of(document).facts:
        evidence = fact.evidence
        assert text[evidence.start : evidence.end] == evidence.quote
        assert evidence.quote.strip()


@given(ANY)
def test_clean_maps_back(text):
    """Each character of clean text is a slice of the raw text, in order, and plain ones are themselves."""
    found = clean(text)
    assert list(found.starts) == sorted(found.starts)
    for place, char in enumerate(found.clean):
        raw = text[found.starts[place] : found.ends[place]]
        assert raw
        assert not char.isalnum() or char in raw or raw.startswith("&")


@pytest.mark.parametrize(
    "unit",
    [
        " ",
        "\n",
        "a\t",
        "(",
        "Present:\n",
        "the Board ",
        "section 15(5)(a) of the ",
        "<p>",
        "**",
        "| a ",
        "(a) x;\n",
        "A Smith, ",
    ],
)
def test_long_and_odd(unit):
    """A text of one thing many times over takes time in proportion to its length, not more."""
    build("a.txt", unit * 50)
    begun = time.process_time()
    facts_of(build("a.txt", unit * (30_000 // len(unit))))
    assert time.process_time() - begun < 20


def test_running_heads_are_furniture():
    """Words that return at the edge of page after page, and page numbers, are in no block."""
    text = "\f".join(
        f"OFFICIAL\nThe Board met in week {['one', 'two', 'three', 'four'][i]} as planned.\nPage {i + 1} of 4\n"
        for i in range(4)
    )
    document = build("a.txt", text)
    assert not any("OFFICIAL" in block.clean or "Page" in block.clean for block in document.blocks)
    assert [block.page for block in document.blocks] == [1, 2, 3, 4]


def test_one_long_line_is_cut():
    """A paper that comes on one line is cut into blocks of bounded length, no word lost."""
    text = "The Board met and talked. " * 2000
    document = build("a.txt", text)
    assert max(len(block.clean) for block in document.blocks) <= 4000
    assert " ".join(block.clean for block in document.blocks).split() == text.split()


def test_minutes_without_a_roll_are_minutes(tmp_path):
    """A record that lists nobody but resolves is one; a report that only lists earlier minutes is none."""
    from remit.ingest.pipeline import extract

    top = "HARBOUR BOARD\n\nMinutes of the meeting held on 4 June 2024 at 10.00 am\n\n1. Berths\n\nThe report was read.\n\n"
    path = tmp_path / "a.txt"
    path.write_text(top + "RESOLVED\n\nThat the Harbour Master submit a plan by 30 September 2024.\n", encoding="utf-8")
    found = extract(path)
    assert found.head.kind == "minutes"
    assert {"meeting", "decision"} <= {fact.TYPE for fact in found.facts}
    path.write_text(top + "It may be read at the harbour office.\n", encoding="utf-8")
    assert extract(path).head.kind != "minutes"
