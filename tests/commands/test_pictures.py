"""`remit export svg` and `png`: pictures of one thing."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from remit.cli import remit


def drawn(case, *words):
    """The picture that a command prints, as an element, and its text."""
    result = CliRunner().invoke(remit, ["export", "svg", "--store", str(case), *words])
    assert result.exit_code == 0, result.output
    text = result.stdout
    return ET.fromstring(text), text


@pytest.mark.parametrize(
    ("name", "part", "holds"),
    [
        ("RIB", "line", "Department for Towns"),
        ("RIB", "body", "Independent Chair of"),
        ("Directions of 2023-06-12", "chain", "1999 section 15(5)"),
    ],
)
def test_a_part_is_drawn_of_a_thing_by_any_of_its_names(case, name, part, holds):
    """A reporting line, a body with its seats, a chain: each is a picture with its title and what belongs to it."""
    root, text = drawn(case, "--of", name, "--part", part)
    assert root.find("{http://www.w3.org/2000/svg}title").text
    assert holds in text


def test_a_picture_follows_the_day(case):
    """On a day what is not in force is faded and said in words; the day stands below the title."""
    _, text = drawn(case, "--as-of", "2026-01-01")
    assert "as of 1 January 2026" in text
    assert ">lapsed</text>" in text
    assert 'opacity="0.55"' in text


def test_a_picture_of_nothing_is_told_in_one_line(case):
    """A thing without lines has no picture; exit code 1."""
    result = CliRunner().invoke(remit, ["export", "svg", "--store", str(case), "--of", "no such body"])
    assert result.exit_code == 1
    assert result.output.count("\n") == 1
