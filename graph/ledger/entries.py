"""A decision, the ledger of them, which of them stand, and which cannot stand together.

Invariant: the ledger only grows. A decision stands unless a later one that stands undoes it; of two that stand on one
thing the later holds. No decision is taken that contradicts one that stands, and where an edited ledger holds such a
pair all the same, what is kept apart stays apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...errors import UsageError
from ..ids import digest

VERBS = ("same", "different", "rename", "reject", "correct", "add", "accept", "undo")
"""What can be decided: on names (the first three), on facts, on a finding of the checks, on another decision."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision: a line of the ledger.

    | verb | subject | object | value | quote |
    | --- | --- | --- | --- | --- |
    | same, different | identifier of a name | identifier of the other name | | |
    | rename | identifier | | the name to go by | |
    | reject | identifier of a statement or link | what it says | | its words |
    | correct | identifier of a statement or document | name of the value | new value, empty for none | its words |
    | add | identifier of the document | type of fact | its values as JSON | its words |
    | accept | identifier of a finding | what it says | | |
    | undo | identifier of a decision | | | |

    `when` is a time in UTC as ISO text, `who` and `why` are the decider's own words.
    """

    id: str
    when: str
    who: str
    verb: str
    subject: str
    object: str = ""
    value: str = ""
    quote: str = ""
    why: str = ""

    def __str__(self) -> str:
        """The decision in a line, for messages."""
        said = " ".join(filter(None, (self.verb, self.subject, self.object, repr(self.value) if self.value else "")))
        return f"{self.id} ({self.when[:10]}, {self.who}): {said}"


def entry(when: str, who: str, verb: str, subject: str, object_: str = "", value: str = "", quote: str = "", why: str = "") -> Entry:  # fmt: skip
    """A decision with its identifier, made from all that it says; it begins with a letter, lest a sheet take it for a number."""
    told = (when, who, verb, subject, object_, value, quote, why)
    return Entry(f"d{digest('decision', *told)}", *told)


class Ledger:
    """The decisions in the order they were taken."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries: tuple[Entry, ...] = tuple(entries)

    @cached_property
    def standing(self) -> tuple[Entry, ...]:
        """The decisions that stand, in order; undoings are none of them."""
        undone: set[str] = set()
        found = []
        for one in reversed(self.entries):
            if one.id in undone:
                continue
            if one.verb == "undo":
                undone.add(one.subject)
            else:
                found.append(one)
        return tuple(reversed(found))

    def of(self, *verbs: str) -> Iterator[Entry]:
        """The standing decisions of some verbs, in order."""
        return (one for one in self.standing if one.verb in verbs)

    def named(self, id_: str) -> list[Entry]:
        """The decisions whose identifier is this or begins so."""
        exact = [one for one in self.entries if one.id == id_]
        return exact or [one for one in self.entries if one.id.startswith(id_)]

    def with_(self, new: Sequence[Entry]) -> Ledger:
        """The ledger with decisions added; UsageError for one that contradicts one that stands, or is there already."""
        ledger = self
        for one in new:
            longer = Ledger((*ledger.entries, one))
            if refused := _refused(ledger, one) or _contradiction(longer, one):
                raise UsageError(refused)
            ledger = longer
        return ledger


def _refused(ledger: Ledger, one: Entry) -> str | None:
    """Why a decision adds nothing to a ledger or makes no sense there; None if it does."""
    if one.verb == "undo":
        if not any(other.id == one.subject for other in ledger.entries):
            return f"{one.subject}: no decision of that identifier in the ledger; remit review --decisions lists them"
        stands = {other.id for other in ledger.standing} | _undoings(ledger)
        if one.subject not in stands:
            return f"{one.subject}: is undone already"
        return None
    pair = {one.subject, one.object}
    for other in ledger.of(one.verb):
        if one.verb in {"same", "different"}:
            again = {other.subject, other.object} == pair
        else:
            again = (other.subject, other.value) == (one.subject, one.value) and (
                one.verb not in {"correct", "add"} or (other.object, other.quote) == (one.object, one.quote)
            )
        if again and not _overtaken(ledger, other):
            return f"decided already: {other}"
    return None


def _overtaken(ledger: Ledger, one: Entry) -> bool:
    """Whether a later decision on the same name or value stands in the place of this one."""
    if one.verb not in {"rename", "correct"}:
        return False
    same = [o for o in ledger.of(one.verb) if o.subject == one.subject and o.object == one.object]
    return same[-1] is not one


def _undoings(ledger: Ledger) -> set[str]:
    """The undoings that stand."""
    undone: set[str] = set()
    stands: set[str] = set()
    for one in reversed(ledger.entries):
        if one.id not in undone and one.verb == "undo":
            undone.add(one.subject)
            stands.add(one.id)
    return stands


def _contradiction(ledger: Ledger, new: Entry) -> str | None:
    """Which standing decisions of a ledger cannot stand with its newest; None if all can."""
    if new.verb in {"same", "different", "undo"}:
        for different, chain in apart_and_joined(ledger):
            return _clash(new, [one for one in (different, *chain) if one.id != new.id])
    rejected = {one.subject: one for one in ledger.of("reject")}
    for one in ledger.of("correct"):
        if one.subject in rejected and new.id in {one.id, rejected[one.subject].id} and new.verb != "reject":
            return _clash(new, [rejected[one.subject]])
    return None


def _clash(new: Entry, others: Sequence[Entry]) -> str:
    """The message about a decision that contradicts others."""
    undo = " or ".join(f"remit undo {one.id}" for one in others)
    return f"this contradicts {'; '.join(map(str, others))}; to decide otherwise, first {undo}" + (
        "" if new.verb != "undo" else f" (undoing {new.subject} brings it back)"
    )


def apart_and_joined(ledger: Ledger) -> Iterator[tuple[Entry, tuple[Entry, ...]]]:
    """Each standing `different` whose two names the standing `same` make one, with those that do, in order."""
    links = list(ledger.of("same"))
    one_of = joined((link.subject, link.object) for link in links)
    for different in ledger.of("different"):
        a, b = different.subject, different.object
        if one_of.get(a, a) == one_of.get(b, b):
            yield different, _chain(links, a, b)


def joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What pairs make one: each name that stands in a pair, to the smallest name that the pairs join it to."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while (higher := above.get(name, name)) != name:
            above[name] = above.get(higher, higher)
            name = above[name]
        return name

    for one, other in pairs:
        low, high = sorted((top(one), top(other)))
        above[high] = low
        above.setdefault(low, low)
    return {name: top(name) for name in above}


def _chain(links: Sequence[Entry], start: str, end: str) -> tuple[Entry, ...]:
    """The shortest run of `same` decisions from one name to another; empty if none leads there."""
    ways: dict[str, tuple[Entry, ...]] = {start: ()}
    edge = [start]
    while edge:
        found: list[str] = []
        for name in edge:
            for link in links:
                if name in {link.subject, link.object}:
                    other = link.object if link.subject == name else link.subject
                    if other not in ways:
                        ways[other] = (*ways[name], link)
                        found.append(other)
        if end in ways:
            return ways[end]
        edge = found
    return ()
