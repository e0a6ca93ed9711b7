"""One paper in four formats says the same: tests/formats holds three, made by docs/build_examples.py."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from remit.graph.facts_lines import to_json
from remit.ingest.pipeline import extract

FORMATS = Path(__file__).resolve().parents[2] / "formats"
PLACES = ("document", "offsets", "page", "locator", "rule", "certainty")


def folded(value: object) -> object:
    """A value with its white space and markup folded to blanks, and without case (a heading may be set in capitals)."""
    if isinstance(value, list):
        return [folded(part) for part in value]
    return re.sub(r"(?:\s|\*\*|#|<[^>]*>)+", " ", str(value)).strip().casefold()


def facts(path: Path) -> Counter[str]:
    """The facts of a paper, what differs by its format left out."""
    out: Counter[str] = Counter()
    for fact in extract(path).facts:
        record = to_json(fact, path.name)
        left = (*PLACES, *(() if record["type"] == "meeting" else ("start", "end")))
        out[json.dumps({k: folded(v) for k, v in record.items() if k not in left}, sort_keys=True)] += 1
    return out


@pytest.mark.parametrize("suffix", [".html", ".docx", ".pdf"])
@pytest.mark.parametrize("text", sorted(FORMATS.glob("*.txt")), ids=lambda path: path.stem)
def test_the_same_facts_whatever_the_format(text, suffix):
    """Web page, Word file and PDF of a paper give the facts of its text, with the same quotes."""
    expected = facts(text)
    assert sum(expected.values()) >= 8
    assert facts(text.with_suffix(suffix)) == expected
