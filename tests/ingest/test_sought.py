"""Patterns with hints."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from remit import ingest
from remit.ingest.sought import Sought


def every_sought():
    """(module and name, pattern) of each pattern with hints."""
    for found in pkgutil.walk_packages(ingest.__path__, f"{ingest.__name__}."):
        module = importlib.import_module(found.name)
        for name, value in sorted(vars(module).items()):
            if isinstance(value, Sought):
                yield pytest.param(value, id=f"{found.name.removeprefix('remit.ingest.')}.{name}")


def test_in_papers_one_of_the_hints_stands_wherever_a_pattern_fits():
    """In every line of the example papers and of the tests of the rules, which fit each rule somewhere."""
    here = Path(__file__).parent
    texts = [*here.rglob("*.py"), *(here.parents[1] / "examples").glob("*.txt")]
    lines = {" ".join(line.split()) for text in texts for line in text.read_text(encoding="utf-8").splitlines()}
    for param in every_sought():
        sought = param.values[0]
        for line in lines:
            if not sought.may_fit(line):
                assert not sought.pattern.search(line), (param.id, line)


@pytest.mark.slow
@pytest.mark.parametrize("sought", list(every_sought()))
def test_wherever_a_pattern_fits_one_of_its_hints_stands(sought):
    """Text made to fit the pattern, its blanks folded as in clean text, holds a hint."""

    @given(st.from_regex(sought.pattern, alphabet=st.characters(min_codepoint=32, max_codepoint=126)))
    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True)
    def holds(text):
        folded = " ".join(text.split())
        if sought.pattern.search(folded):
            assert sought.search(folded), f"{sought.hints} in none of {folded!r}"

    holds()


def test_a_text_without_a_hint_is_not_searched():
    """Neither search nor finditer gives anything where no hint stands."""
    sought = Sought(re.compile("a+"), "aa")
    assert sought.search("bab") is None
    assert list(sought.finditer("bab")) == []
    assert [m[0] for m in sought.finditer("baaab")] == ["aaa"]
    assert sought.search("AAA") is None
