"""The facts that documents state: one frozen dataclass a type, each with its evidence.

Invariant: a fact says what the text of one document says, in that document's own names. Dates are ISO texts of the
precision that the document gives (`2017-06-14`, `2017-03`, `2017`), frequencies ISO 8601 durations, times `18:05`.
A value that the text does not give is None, or an empty tuple where there can be several.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

Certainty = Literal["explicit", "layout", "inferred"]
Capacity = Literal["chair", "member", "substitute", "officer", "apologies", "guest"]
SeatCapacity = Literal["chair", "member", "attendee"]
DirectionStatus = Literal["made", "draft", "revoked"]
PostStatus = Literal["filled", "vacant", "undisclosed", "eliminated"]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Where a fact stands: `text[start:end] == quote` for the text of its document.

    `rule` names the rule that found it; `certainty` is `explicit` (the words say it), `layout` (the place of the words
    on the page says it) or `inferred` (taken over from elsewhere in the document). `page` counts from 1; `locator` is
    the paragraph, item or row as printed.
    """

    start: int
    end: int
    quote: str
    rule: str
    certainty: Certainty = "explicit"
    page: int | None = None
    locator: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What all facts have: the evidence."""

    TYPE: ClassVar[str] = ""
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias(Fact):
    """A short form that the document uses for a longer name."""

    TYPE: ClassVar[str] = "alias"
    name: str
    alias: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Fact):
    """The meeting that the document is the record of."""

    TYPE: ClassVar[str] = "meeting"
    body: str
    date: str
    start: str | None = None
    end: str | None = None
    venue: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Fact):
    """A person recorded at a meeting, in one capacity."""

    TYPE: ClassVar[str] = "attendance"
    person: str
    capacity: Capacity
    body: str | None = None
    date: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds(Fact):
    """A person said to hold a post or office."""

    TYPE: ClassVar[str] = "holds"
    person: str
    role: str
    body: str | None = None
    as_of: str | None = None
    from_: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExOfficio(Fact):
    """A post that is made chair, member or attendee of a body."""

    TYPE: ClassVar[str] = "ex_officio"
    role: str
    body: str
    capacity: SeatCapacity


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsTo(Fact):
    """A standing line of reporting or accountability; `kind` is `reports` or `accountable`."""

    TYPE: ClassVar[str] = "reports_to"
    subject: str
    object: str
    what: str | None = None
    frequency: str | None = None
    kind: Literal["reports", "accountable"] = "reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class Function(Fact):
    """An item of a body's stated aim, role or objectives that is no duty."""

    TYPE: ClassVar[str] = "function"
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction(Fact):
    """A dated statutory direction, or set of directions; `condition` tells what its end depends on, if anything."""

    TYPE: ClassVar[str] = "direction"
    date: str
    issuer: str | None = None
    addressee: str | None = None
    status: DirectionStatus | None = None
    until: str | None = None
    revokes: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    condition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation(Fact):
    """A duty that somebody is under; `stands_in` names the sort of instrument whose text the passage itself is."""

    TYPE: ClassVar[str] = "obligation"
    bearer: str
    action: str
    recipient: tuple[str, ...] = ()
    deadline: str | None = None
    from_: str | None = None
    frequency: str | None = None
    mandated_by: str | None = None
    condition: str | None = None
    stands_in: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Fact):
    """One limb of a resolution, recommendation or list of agreed actions; the quote is the limb.

    `topic` is the heading of the business that it stands under, or the title of the paper; `deadline` a day that the limb names as the one by when.
    """

    TYPE: ClassVar[str] = "decision"
    body: str
    date: str | None = None
    item: str | None = None
    number: str | None = None
    topic: str | None = None
    deadline: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Fact):
    """A task placed on a named person or post; the quote is the action line."""

    TYPE: ClassVar[str] = "action"
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cites(Fact):
    """A provision of legislation that the document cites."""

    TYPE: ClassVar[str] = "cites"
    instrument: str
    provision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Establishes(Fact):
    """A body that is, was or is to be set up; `by` are the direction, decision or body that sets it up."""

    TYPE: ClassVar[str] = "establishes"
    body: str
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Succeeds(Fact):
    """A body, post or instrument that replaces or continues another."""

    TYPE: ClassVar[str] = "succeeds"
    new: str
    old: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Fact):
    """The term of a body or document, how often a body meets (a duration), and meetings of it that a paper tells of.

    `met` is when it is said to have met, `first_met` when for the first time, or when it was to.
    """

    TYPE: ClassVar[str] = "term"
    name: str
    from_: str | None = None
    to: str | None = None
    meets: str | None = None
    met: str | None = None
    first_met: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDuty(Fact):
    """A duty whose bearer the text does not give."""

    TYPE: ClassVar[str] = "open_duty"
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery(Fact):
    """Something said to have been done, by whom and for whom; `under` is the instrument that it is said to have met."""

    TYPE: ClassVar[str] = "delivery"
    action: str
    by: str | None = None
    recipient: tuple[str, ...] = ()
    date: str | None = None
    under: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Fact):
    """A post that a table lists, by a name that no other post of the table has; the references are the table's own."""

    TYPE: ClassVar[str] = "post"
    name: str
    title: str
    body: str | None = None
    unit: str | None = None
    reference: str | None = None
    superior: str | None = None
    grade: str | None = None
    number: str | None = None
    status: PostStatus | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Fact):
    """A person who belongs to a body by a register or list of its members, not by the record of a meeting."""

    TYPE: ClassVar[str] = "member"
    person: str
    body: str
    capacity: Capacity = "member"
    role: str | None = None
    ward: str | None = None
    party: str | None = None
    as_of: str | None = None
    from_: str | None = None
    to: str | None = None


FACT_TYPES: tuple[type[Fact], ...] = (
    Alias, Meeting, Attendance, Holds, ExOfficio, ReportsTo, Function, Direction, Obligation,
    Decision, Action, Cites, Establishes, Succeeds, Term, OpenDuty, Delivery, Post, Member,
)  # fmt: skip
BY_NAME: Mapping[str, type[Fact]] = {kind.TYPE: kind for kind in FACT_TYPES}
_ORDER = {kind.TYPE: place for place, kind in enumerate(FACT_TYPES)}


def value_names(kind: type[Fact]) -> tuple[str, ...]:
    """Names of a fact type's own values as the format prints them (`from`, not `from_`)."""
    return tuple(field.name.rstrip("_") for field in dataclasses.fields(kind) if field.name != "evidence")


def values(fact: Fact) -> dict[str, str | tuple[str, ...]]:
    """The values that the fact gives, by name; empty ones left out."""
    given = ((field.name, getattr(fact, field.name)) for field in dataclasses.fields(fact))
    return {name.rstrip("_"): value for name, value in given if name != "evidence" and value}


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Facts by type, place and values: the one order in which they are ever given."""
    return sorted(
        facts, key=lambda f: (_ORDER[f.TYPE], f.evidence.start, f.evidence.end, str(values(f)), f.evidence.rule)
    )
