"""Directions and plans that the ledger takes for one, keeps under another name, or that several circles have of one name.

Invariant: an address that was joined to another still leads to it; a name that papers of two organisations in one collection
have is two things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ..facts import Direction
from ..ledger.entries import Ledger, apart_and_joined, joined

if TYPE_CHECKING:
    from ..knowledge import Drafts


class Papers:
    """What the ledger decides on directions and plans, by their addresses."""

    def __init__(self, ledger: Ledger) -> None:
        split = {link.id for _, chain in apart_and_joined(ledger) for link in chain}
        links = [
            one for one in ledger.of("same") if _is_paper(one.subject) and _is_paper(one.object) and one.id not in split
        ]
        self._of = joined((one.subject, one.object) for one in links)
        self._named = {one.subject: one for one in ledger.of("rename") if _is_paper(one.subject)}
        self._decisions = [one for one in ledger.of("same", "different", "rename") if _is_paper(one.subject)]

    def meant(self, address: str) -> str:
        """The address of the one thing that an address means."""
        return self._of.get(address, address)

    def others(self, address: str) -> list[str]:
        """The addresses that were joined to one."""
        return sorted(one for one, to in self._of.items() if to == address and one != address)

    def name(self, address: str) -> str | None:
        """What the ledger calls a thing; None where it says nothing."""
        found = [one.value for subject, one in self._named.items() if self.meant(subject) == address]
        return found[-1] if found else None

    def decided(self, known: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """What each decision on directions and plans came to decide; those on what is not known decide nothing."""
        here = set(known)
        out: dict[str, tuple[str, ...]] = {}
        for one in self._decisions:
            sides = {self.meant(a) for a in (one.subject, one.object) if a} & here
            needed = 1 if one.verb in {"rename", "same"} else 2
            out[one.id] = tuple(sorted(sides)) if len(sides) >= needed else ()
        return out


def whole_day(fact: Direction, found: Sequence[Direction], whole: Sequence[str]) -> str:
    """The day of the direction that a date of any precision means, by its other marks; the date itself if unclear."""
    if len(fact.date) == 10:
        return fact.date
    fits = [d for d in whole if d.startswith(fact.date)]
    if len(fits) > 1 and fact.until:
        ends = {f.date for f in found if f.until == fact.until}
        fits = [d for d in fits if d in ends] or fits
    if len(fits) > 1:
        status = {f.date for f in found if f.status == fact.status}
        fits = [d for d in fits if d in status] or fits
    return fits[0] if len(fits) == 1 else fact.date


def settle(drafts: Drafts, papers: Papers) -> dict[str, tuple[str, ...]]:
    """Give joined directions and plans the names and old addresses that the ledger leaves them; what it came to decide."""
    known = {id_ for id_, draft in drafts.nodes.items() if draft.kinds & {"Direction", "Plan"}}
    for address in sorted(known):
        draft = drafts.at(address)
        names = sorted(t for n, t in draft.texts if n in {"skos:prefLabel", "skos:altLabel"})
        shown = papers.name(address)
        days = sorted((t for n, t in draft.texts if n == "dcterms:date"), key=lambda d: (-len(d), d))
        if len(days) > 1:
            draft.texts -= {("dcterms:date", day) for day in days[1:]}
            shown = shown or f"Directions of {days[0]}"
        shown = (
            shown or min((t for n, t in draft.texts if n == "skos:prefLabel"), default=None) or min(names, default=None)
        )
        if shown:
            draft.texts -= {("skos:prefLabel", t) for t in names} | {("skos:altLabel", shown)}
            draft.texts |= {("skos:prefLabel", shown)} | {("skos:altLabel", t) for t in names if t != shown}
        for old in papers.others(address):
            if old not in known:
                drafts.at(old).links.add(("dcterms:isReplacedBy", address))
    return papers.decided(known)


def shared(claims: Mapping[tuple[str, str], set[str]]) -> set[tuple[str, str]]:
    """Those of some collections' names that several circles claim."""
    return {place for place, circles in claims.items() if len(circles) > 1}


def claims(found: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str], set[str]]:
    """The circles that claim each (collection, name) of (collection, circle, name)."""
    out: dict[tuple[str, str], set[str]] = defaultdict(set)
    for collection, circle, name in found:
        out[(collection, name)].add(circle)
    return out


def _is_paper(address: str) -> bool:
    return any(f"{sign}{kind}/" in address for kind in ("direction", "plan") for sign in (":", "/"))
