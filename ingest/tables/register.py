"""Registers of members: who belongs to which body, in what capacity, since when and until when.

Invariant: a register names its body, in a column or above its rows; where it names none, nothing is said of membership.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...graph.facts import Capacity, Evidence, Fact, Holds, Member
from ..dates import find_dates
from .grid import Grid, Row, evidence
from .headings import Headed, headed
from .holders import read_holder

_PERSON = (("person",), ("forename", "surname"))
_BESIDE = (("ward",), ("party",), ("body", "from"), ("body", "to"), ("body", "role"))
_NEEDED = tuple((*who, *beside) for who in _PERSON for beside in _BESIDE)
_PLAIN = re.compile(r"\W*(?:(?:full|voting|non-voting|ordinary|elected|co-opted|appointed|lay|parent|staff|independent)\s+)?(?:member|trustee|governor|councillor|representative|yes|current|active)?\W*", re.IGNORECASE)  # fmt: skip
_CHAIR = re.compile(r"chair(?:man|woman|person)?\b", re.IGNORECASE)
_SUBSTITUTE = re.compile(r"\b(?:substitute|deputy\s+member|reserve|alternate)\b", re.IGNORECASE)
_FORMER = re.compile(r"\b(?:former|ex-?member|resigned|retired|left|inactive|deceased)\b", re.IGNORECASE)
_OPEN = re.compile(r"\W*(?:present|current|ongoing|to\s+date|date|n/?a)?\W*", re.IGNORECASE)


def find(grid: Grid) -> Headed | None:
    """A grid as a register of members, if its headings say that it is one."""
    return headed(grid, "register", *_NEEDED)


def facts(text: str, table: Headed, date: str | None, body: str | None) -> Iterator[Fact]:
    """The memberships and offices that a register lists; `body` is whose it is where no column says."""
    for row in table.rows:
        where = table.said(row, "body") or body
        names = table.places("person") or table.places("forename", "surname")
        person = read_holder(" ".join(filter(None, (row.said(column) for column in names.values())))).person
        role = table.said(row, "role")
        if not where or not person or _FORMER.search(role):
            continue
        since, until = day(table.said(row, "from")), day(table.said(row, "to"))
        proof = evidence(text, table.grid, row, table.columns, rule="member.register", at=table.heading("person"))
        office = None if _PLAIN.fullmatch(role) else role
        yield Member(
            person=person, body=where, capacity=_capacity(role), role=role or None, ward=table.said(row, "ward") or None,
            party=table.said(row, "party") or None, as_of=date, from_=since, to=until, evidence=proof,
        )  # fmt: skip
        if office and not _SUBSTITUTE.search(office):
            yield Holds(person=person, role=office, body=where, as_of=date, from_=since, to=until, evidence=_office(text, table, row))  # fmt: skip


def _office(text: str, table: Headed, row: Row) -> Evidence:
    """The words that show an office."""
    return evidence(text, table.grid, row, table.columns, rule="holds.register", at=table.heading("role"))


def _capacity(role: str) -> Capacity:
    """The capacity that a register's word for it means."""
    if _SUBSTITUTE.search(role):
        return "substitute"
    return "chair" if _CHAIR.match(role.strip()) else "member"


def day(said: str) -> str | None:
    """The date that a cell gives; None for an empty or open one."""
    if _OPEN.fullmatch(said):
        return None
    found = find_dates(said, years=True)
    return found[0].iso if found else None
