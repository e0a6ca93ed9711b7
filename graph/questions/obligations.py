"""The register of duties: who must do what, for whom, by when, because of what, and how it stands on a day.

Invariant: a duty's status says no more than its documents: `due` and `overdue` need a date, `done` a passage that shows
it; what rests only on instruments that no longer bind is `lapsed`, on drafts `proposed`; the rest is `unknown`.
"""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from .asof import earliest, is_date, latest
from .instruments import Instrument
from .mandate import Link, links
from .periods import add_period
from .reading import Look, Proof, Ref

STATUSES = ("due", "overdue", "done", "proposed", "lapsed", "unknown")


@dataclass(frozen=True, slots=True)
class Duty:
    """An entry of the register; `due` is the next day by which it falls due, seen from the day asked for.

    `overdue` counts the days since a date that has passed without a sign that the duty was done.
    """

    bearer: Ref | None
    action: str
    recipient: tuple[Ref, ...]
    deadline: str | None
    frequency: str | None
    from_: str | None
    condition: str | None
    status: str
    due: str | None
    overdue: int | None
    mandates: tuple[str, ...]
    how: tuple[str, ...]
    done: tuple[Proof, ...]
    evidence: tuple[Proof, ...]
    id: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What entries of the register are asked for; None asks for all."""

    bearer: NamedNode | None = None
    recipient: NamedNode | None = None
    mandate: NamedNode | None = None
    status: str | None = None
    due_before: str | None = None


def obligations(look: Look, wanted: Wanted, on: str | None = None) -> list[Duty]:
    """The entries that are asked for, by bearer, then by the day they fall due, then in the order of the documents."""
    found = []
    for node in _candidates(look, wanted):
        chain = links(look, node, on)
        if wanted.mandate and not _rests_on(look, chain, wanted.mandate):
            continue
        duty = _duty(look, node, chain, on)
        if wanted.status and duty.status != wanted.status:
            continue
        if wanted.due_before and not _falls_before(duty, wanted.due_before):
            continue
        found.append(duty)
    return sorted(found, key=_place)


def _candidates(look: Look, wanted: Wanted) -> list[NamedNode]:
    """The duties of a bearer or for a recipient, or all."""
    if wanted.bearer is None and wanted.recipient is None:
        return look.members("Obligation")
    nodes = None
    for name, who in (("bearer", wanted.bearer), ("recipient", wanted.recipient)):
        if who is not None:
            some = {node for node in look.sources(name, who) if "Obligation" in look.kinds(node)}
            nodes = some if nodes is None else nodes & some
    return sorted(nodes or (), key=lambda node: str(node.value))


def _falls_before(duty: Duty, day: str) -> bool:
    """Whether a duty falls due before a day, for the first time or again."""
    return any(date and is_date(date) and earliest(date) < day for date in (duty.deadline, duty.due))


def _rests_on(look: Look, chain: list[Link], mandate: NamedNode) -> bool:
    """Whether a chain leads to an instrument, or to an Act or provision that is, or contains, one of its bases."""
    for link in chain:
        ids = [link.instrument.id, *(basis.id for basis in link.instrument.basis)]
        acts = [act.value for iri in ids for act in look.nodes(NamedNode(iri), "ofAct")]
        if mandate.value in {*ids, *acts} or any(iri.startswith(f"{mandate.value}/") for iri in ids):
            return True
    return False


def _duty(look: Look, node: NamedNode, chain: list[Link], on: str | None) -> Duty:
    """One entry of the register."""
    deadline, often = look.text(node, "deadline"), look.text(node, "frequency")
    start = look.text(node, "validFrom")
    done = tuple(proof for by in look.nodes(node, "doneBy") for proof in look.proofs(by))
    due = next_due(deadline, start, often, on)
    direct = [link for link in chain if link.level == 1]
    status = _status([link.instrument for link in direct], due, often, bool(done), on)
    return Duty(
        bearer=look.one(node, "bearer"),
        action=look.text(node, "action") or "",
        recipient=look.refs(node, "recipient"),
        deadline=deadline,
        frequency=often,
        from_=start,
        condition=look.text(node, "condition"),
        status=status,
        due=due,
        overdue=_days(due, on) if status == "overdue" else None,
        mandates=tuple(link.instrument.name for link in direct),
        how=tuple(link.how for link in direct),
        done=done,
        evidence=look.proofs(node),
        id=node.value,
    )


def next_due(deadline: str | None, start: str | None, often: str | None, on: str | None) -> str | None:
    """The first day from the day asked for on which a duty falls due; without a day, or once only, its own date."""
    first = deadline if is_date(deadline) else start if often and is_date(start) else None
    if first is None or on is None or not often:
        return first
    day, count = latest(first), 0
    while day < on and count < 4000:
        count += 1
        day = add_period(latest(first), often, count) or on
    return first if not count else day


def _status(by: list[Instrument], due: str | None, often: str | None, done: bool, on: str | None) -> str:
    """How a duty stands on a day."""
    if by and all(one.status == "proposed" for one in by):
        return "proposed"
    if done and not often:
        return "done"
    if by and all(one.status in {"lapsed", "revoked", "superseded"} for one in by):
        return "lapsed"
    if due is None or on is None:
        return "unknown"
    return "due" if latest(due) >= on else "overdue"


def _days(due: str | None, on: str | None) -> int | None:
    """The days from the day due to the day asked for."""
    if not due or not on:
        return None
    import datetime as dt

    return (dt.date.fromisoformat(on) - dt.date.fromisoformat(latest(due))).days


def _place(duty: Duty) -> tuple[object, ...]:
    """What the register is ordered by."""
    first = duty.evidence[0] if duty.evidence else None
    at = (first.document, first.start) if first else ("", 0)
    return (str(duty.bearer or ""), latest(duty.due) if duty.due else "9999", at, duty.action, duty.id)
