"""The ledger's word on names while they are joined: groups parted, pairs kept apart.

Invariant: two names that a standing decision calls different are never in one group, nor joined through others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..ledger.entries import Entry, Ledger
from .joining import APART, Group, Proposal, Reason, proposal

AddressOf = Callable[[str, str, str], str]


def part(
    groups: Mapping[Group, Mapping[str, set[str]]], kind: str, address: AddressOf, ledger: Ledger
) -> dict[Group, dict[str, set[str]]]:
    """The groups of names, those in which the ledger calls two names different divided."""
    out = {group: dict(names) for group, names in groups.items()}
    for one in ledger.of("different"):
        for group in sorted(out):
            by = {address(kind, group[0], name): name for name in sorted(out[group])}
            if one.subject in by and one.object in by:
                out[(group[0], f"{group[1]} #{one.id}")] = {by[one.object]: out[group].pop(by[one.object])}
                break
    return out


def keep_apart(
    groups: Mapping[Group, Mapping[str, set[str]]], kind: str, address: AddressOf, ledger: Ledger
) -> list[Proposal]:
    """What rules out joining the groups that the ledger calls different."""
    differing = list(ledger.of("different"))
    if not differing:
        return []
    at: dict[str, list[Group]] = {}
    for group in sorted(groups):
        for name in groups[group]:
            at.setdefault(address(kind, group[0], name), []).append(group)
    return [
        proposal(kind, a, b, groups, [Reason(APART, f"different: decided by {one.who}")])
        for one, a, b in _pairs(differing, at)
    ]


def _pairs(differing: list[Entry], at: Mapping[str, list[Group]]) -> Iterator[tuple[Entry, Group, Group]]:
    for one in differing:
        for a in at.get(one.subject, ()):
            for b in at.get(one.object, ()):
                if a != b:
                    yield one, a, b
