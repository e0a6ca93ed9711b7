"""`decisions.csv`: written and read back the same, whatever stands in it; lines that make no sense are told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.errors import LedgerError
from remit.graph.ledger.entries import Ledger, entry
from remit.graph.ledger.form import bare, guarded, parse, plain, render

HEAD = "id,when,who,verb,subject,object,value,quote,why\n"
text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(plain)


@given(st.lists(st.tuples(text, text, text, text), max_size=5))
def test_a_ledger_is_read_as_it_was_written(rows):
    """Whatever a keeper or a paper says, formulas and quotation marks included, comes back letter for letter."""
    made = [entry(f"2024-06-{i + 1:02}", who or "x", "same", of or "x", "y", value, quote, why) for i, (who, of, value, why) in enumerate(rows) for quote in [value]]  # fmt: skip
    ledger = Ledger(made)
    assert parse(render(ledger), "decisions.csv").entries == ledger.entries
    assert render(ledger).count("\n") == len(made) + 1


@given(text)
def test_no_cell_is_a_formula(value):
    """What a spreadsheet would calculate stands behind an apostrophe, and comes back without it."""
    assert guarded(value)[:1] not in set("=+-@\uff1d\uff0b\uff0d\uff20")
    assert bare(guarded(value)) == value


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("d1,2024-06-14,Pat,marry,a,b,,,", "line 2 decides 'marry'"),
        ("d1,2024-06-14,Pat,same,a,,,,", "line 2 says no object"),
        ("d1,2024-06-14,,same,a,b,,,", "line 2 says no who"),
        ("d1,yesterday,Pat,same,a,b,,,", "line 2 is of 'yesterday'"),
        ("d1,2024-06-14,Pat,undo,d9,,,,", "line 2 undoes 'd9'"),
        ("d1,2024-06-14,Pat,same,a,b,,,\nd1,2024-06-14,Pat,same,a,c,,,", "line 3 has the identifier of line 2"),
    ],
)
def test_a_line_that_is_no_decision_is_told_with_its_number(line, said):
    """An edited ledger is not guessed at: one line says where it is wrong."""
    with pytest.raises(LedgerError, match=r"decisions\.csv: ") as raised:
        parse(f"{HEAD}{line}\n", "decisions.csv")
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_line_written_by_hand_is_given_an_identifier():
    """Columns can stand in any order, and a line without identifier gets the one that it would have had."""
    ledger = parse("verb,subject,object,who,when\nsame,a,b,Pat,2024-06-14\n\n", "x")
    assert ledger.entries == (entry("2024-06-14", "Pat", "same", "a", "b"),)


def test_a_head_without_the_needed_names_is_told():
    """A file that is no ledger is refused at its first line."""
    with pytest.raises(LedgerError, match="line 1 names no column 'verb'"):
        parse("when,who,what\n", "decisions.csv")
