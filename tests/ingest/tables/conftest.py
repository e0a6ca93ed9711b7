"""Table files made as they are needed."""

from __future__ import annotations

import csv

import pytest

from remit.ingest.pipeline import extract

SENIOR = [
    "Post Unique Reference",
    "Name",
    "Grade (or equivalent)",
    "Job Title",
    "Job/Team Function",
    "Parent Department",
    "Organisation",
    "Unit",
    "Contact Phone",
    "Contact E-mail",
    "Reports to Senior Post",
    "Salary Cost of Reports (£)",
    "FTE",
    "Actual Pay Floor (£)",
    "Actual Pay Ceiling (£)",
    "",
    "Professional/Occupational Group",
    "Notes",
    "Valid?",
]


@pytest.fixture
def table(tmp_path):
    """Writes rows to a CSV file and reads its facts."""

    def read(rows, name="organogram-2024-03-31.csv", **given):
        path = tmp_path / name
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
        return extract(path, **given)

    return read


@pytest.fixture
def senior(table):
    """Reads an organogram of senior posts given as (reference, holder, title, unit, superior)."""

    def read(*posts, head=SENIOR, **given):
        rows = [
            [ref, who, "SCS1", title, "Leads the work", "Ministry of Works", "Roads Agency", unit, "0300", "a@b.example",
             above, "0", "1.00", "0", "0", "", "Policy", "", "1"]
            for ref, who, title, unit, above in posts
        ]  # fmt: skip
        return table([head, *rows], **given)

    return read
