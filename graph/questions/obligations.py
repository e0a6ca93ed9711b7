"""The register of duties: who must do what, for whom, by when, because of what, and how it stands on a day.

Invariant: a duty's status says no more than its documents: `due` and `overdue` need a date and something that binds, `done`
a passage that shows it; what rests only on instruments that no longer bind is `lapsed`, on drafts `proposed`; the rest is
`unknown`. A decision that only names a date is no duty, and is listed as what it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from .asof import earliest, is_date, latest
from .instruments import described
from .mandate import Link, links
from .occurrences import Deed, deeds, first_due, last_before, met, next_due
from .reading import Look, Proof, Ref

STATUSES = ("due", "overdue", "done", "proposed", "lapsed", "unknown")
_BINDING = frozenset({"act", "provision", "resolution"})
_ENDED = frozenset({"lapsed", "revoked", "superseded"})


@dataclass(frozen=True, slots=True)
class Duty:
    """An entry of the register; `due` is the day that its status is about, the next one seen from the day asked for.

    `first` is the first day it falls due; `overdue` counts the days since a date that has passed without a sign that it was
    done; `done_for` are the days that papers show met. `differs` tells what papers say differently of it. `type` is
    `obligation`, or `decision` for a decision that names a date.
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
    first: str | None = None
    done_for: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    type: str = "obligation"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What entries of the register are asked for; None asks for all. `document` is part of a paper's path."""

    bearer: NamedNode | None = None
    recipient: NamedNode | None = None
    mandate: NamedNode | None = None
    status: str | None = None
    due_before: str | None = None
    document: str | None = None


def obligations(look: Look, wanted: Wanted, on: str | None = None) -> list[Duty]:
    """The entries that are asked for, by bearer, then by the day they fall due, then in the order of the documents."""
    found = []
    for node in _candidates(look, wanted):
        first = first_due(*(look.text(node, name) for name in ("deadline", "validFrom", "frequency")))
        if wanted.due_before and (first is None or earliest(first) >= wanted.due_before):
            continue
        chain = links(look, node, on)
        if wanted.mandate and not _rests_on(look, chain, wanted.mandate):
            continue
        if on is None or _begun(look, node, chain, on):
            found.append(_duty(look, node, chain, on, wanted.due_before))
    if wanted.due_before and wanted.recipient is None:
        found += _dated_decisions(look, wanted, on, found)
    kept = [
        duty
        for duty in found
        if (not wanted.status or duty.status == wanted.status)
        and (not wanted.document or any(wanted.document in proof.document for proof in duty.evidence))
    ]
    return sorted(kept, key=_place)


def standing_of(look: Look, node: NamedNode, on: str | None) -> str:
    """The status of a duty on a day; empty where the duty cannot have been known then."""
    chain = links(look, node, on)
    return _duty(look, node, chain, on, None).status if on is None or _begun(look, node, chain, on) else ""


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


def _begun(look: Look, node: NamedNode, chain: list[Link], on: str) -> bool:
    """Whether a duty can have been known on a day: it rests on something made by then, or stands in a paper of then."""
    direct = [link for link in chain if link.level == 1 and link.how == "stated"]
    if direct:
        return any(link.instrument.status != "not yet made" for link in direct)
    dates = [proof.date for proof in look.proofs(node)]
    return not dates or any(day is None or not is_date(day) or earliest(day) <= on for day in dates)


def _rests_on(look: Look, chain: list[Link], mandate: NamedNode) -> bool:
    """Whether a chain leads to an instrument, or to an Act or provision that is, or contains, one of its bases."""
    for link in chain:
        ids = [link.instrument.id, *(basis.id for basis in link.instrument.basis)]
        acts = [act.value for iri in ids for act in look.nodes(NamedNode(iri), "ofAct")]
        if mandate.value in {*ids, *acts} or any(iri.startswith(f"{mandate.value}/") for iri in ids):
            return True
    return False


def _duty(look: Look, node: NamedNode, chain: list[Link], on: str | None, before: str | None) -> Duty:
    """One entry of the register."""
    deadline, often = look.text(node, "deadline"), look.text(node, "frequency")
    start = look.text(node, "validFrom")
    first = first_due(deadline, start, often)
    due = last_before(first, often, before) if first and before else next_due(deadline, start, often, on)
    done = deeds(look, node, on)
    shown = {day for deed in done if (day := met(deed, first, often))}
    direct = [link for link in chain if link.level == 1]
    status = "done" if _is_done(done, due, often, shown) else _status(direct, due, on)
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
        done=tuple(proof for deed in done for proof in deed.evidence),
        evidence=look.proofs(node),
        id=node.value,
        first=first,
        done_for=tuple(sorted(shown)),
        differs=tuple(_differs(look, node)),
    )


def _is_done(done: list[Deed], due: str | None, often: str | None, shown: set[str]) -> bool:
    """Whether what was done meets the day in question, or the duty itself where it is of no day."""
    return bool(done) and not often if due is None or not often else due in shown


def _status(by: list[Link], due: str | None, on: str | None) -> str:
    """How a duty that no paper shows done stands on a day."""
    statuses = {link.instrument.status for link in [link for link in by if link.how == "stated"] or by}
    if statuses == {"proposed"}:
        return "proposed"
    if statuses and statuses <= _ENDED:
        return "lapsed"
    if due is None or on is None:
        return "unknown"
    if latest(due) >= on:
        return "due"
    return "overdue" if _binds(by) else "unknown"


def _binds(by: list[Link]) -> bool:
    """Whether a duty is known to bind: by what the papers state to impose it, or by itself where they name nothing."""
    stated = [link.instrument for link in by if link.how == "stated"]
    return not stated or any(one.status in {"in force", "made"} or one.kind in _BINDING for one in stated)


def _days(due: str | None, on: str | None) -> int | None:
    """The days from the day due to the day asked for."""
    if not due or not on:
        return None
    import datetime as dt

    return (dt.date.fromisoformat(on) - dt.date.fromisoformat(latest(due))).days


def _differs(look: Look, node: NamedNode) -> list[str]:
    """What papers say differently of a duty, in words: each value with the papers that give it."""
    out = []
    for name, key, label in (("deadline", None, "deadline"), ("frequency", None, "frequency"), ("validFrom", "from", "from")):  # fmt: skip
        if len(set(look.texts(node, name))) > 1:
            papers: dict[str, list[str]] = {}
            for value, proof in look.stated(node, name, key):
                papers.setdefault(value, []).append(proof.document)
            said = "; ".join(f"{value} ({', '.join(sorted(set(where)))})" for value, where in sorted(papers.items()))
            out.append(f"{label}: {said}")
    return out


def _dated_decisions(look: Look, wanted: Wanted, on: str | None, duties: list[Duty]) -> list[Duty]:
    """The decisions that name a day before the one asked for, and lay no duty on anybody."""
    taken = [(p.document, p.start, p.end) for duty in duties for p in duty.evidence]
    out = []
    for node in look.members("Decision"):
        due = look.text(node, "deadline")
        if not due or not is_date(due) or earliest(due) >= str(wanted.due_before):
            continue
        proofs, by = look.proofs(node), look.node(node, "decidedBy")
        if any(p.document == d and p.start < end and start < p.end for p in proofs for d, start, end in taken):
            continue
        chain = links(look, node, on)
        if (wanted.bearer and by != wanted.bearer) or (wanted.mandate and not _rests_on(look, chain, wanted.mandate)):
            continue
        direct = [link for link in chain if link.level == 1]
        done = deeds(look, node, on)
        status = "done" if done else "due" if on and latest(due) >= on else "unknown"
        out.append(
            Duty(
                bearer=look.one(node, "decidedBy"), action=described(look, node), recipient=(), deadline=due, frequency=None,
                from_=None, condition=None, status=status, due=due, overdue=None,
                mandates=tuple(link.instrument.name for link in direct), how=tuple(link.how for link in direct),
                done=tuple(proof for deed in done for proof in deed.evidence), evidence=proofs, id=node.value, first=due, type="decision",
            )
        )  # fmt: skip
    return out


def _place(duty: Duty) -> tuple[object, ...]:
    """What the register is ordered by."""
    first = duty.evidence[0] if duty.evidence else None
    at = (first.document, first.start) if first else ("", 0)
    return (str(duty.bearer or ""), latest(duty.due) if duty.due else "9999", at, duty.action, duty.id)
