"""Gaps in mandates and duties: no mandate, no bearer, no deadline, a deadline passed without a sign.

Invariant: a gap says what the papers in the store do not say; a passage that may close it silences it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import NamedNode

from ..questions.asof import is_date, latest
from ..questions.instruments import bearer, described
from ..questions.obligations import Duty, Wanted, obligations
from ..questions.proposed import is_proposed
from ..questions.reading import Look, Proof
from .finding import Found, Side
from .signs import shown
from .validity import newest

_DELIVER = re.compile(
    r"^[\"“]?(?:(?:to|also|then)\s+)*(?:submit|report|produce|publish|prepare|draft|write|circulate|appoint|establish|set\s+up|send|bring|present|complete|provide|draw\s+up|issue|convene|recruit)s?\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:each|every|before|after|within|by\s+the|as\s+soon\s+as|immediately|at\s+(?:the\s+)?(?:next|first|each)|regular(?:ly)?|quarterly|monthly|annual(?:ly)?|when(?:ever)?|next\s+meeting|from\s+time\s+to\s+time|upon|on\s+request)\b",
    re.IGNORECASE,
)


def without_mandate(look: Look, on: str | None) -> Iterator[Found]:
    """A duty, action or setting up that nothing in the store mandates."""
    del on
    told: set[tuple[str, int, int]] = set()
    for kind in ("Obligation", "ActionTask", "Establishment"):
        for node in look.members(kind):
            proofs = look.proofs(node)
            places = {(p.document, p.start, p.end) for p in proofs}
            body = look.node(node, "established")
            if look.sources("mandated", node) or _within(places, told) or (body and _no_body_yet(look, body)):
                continue
            told |= places
            who = bearer(look, node)
            text = described(look, node)
            whose = f" of {who}" if who else ""
            what = f"setting up of {look.ref(body)}" if body else f"{look.ref(node).kind}{whose}: “{text}”"
            yield Found(
                (node.value,),
                f"No mandate found for the {what}",
                (look.ref(node), *((who,) if who else ())),
                (Side("no mandate", proofs),),
            )


def _no_body_yet(look: Look, body: NamedNode) -> bool:
    """Whether a body is only put forward, or is a team that papers describe without naming it."""
    return look.ref(body).name[:1].islower() or is_proposed(look, body)


def _within(places: set[tuple[str, int, int]], told: set[tuple[str, int, int]]) -> bool:
    """Whether all passages lie upon passages already told of."""
    return bool(places) and all(any(d == e and s < f and t < x for e, t, f in told) for d, s, x in places)


def without_bearer(look: Look, on: str | None) -> Iterator[Found]:
    """A duty of which no paper says whose it is."""
    del on
    for node in look.members("OpenDuty"):
        text = look.text(node, "text") or ""
        yield Found(
            (node.value,), f"Nobody is named who must do this: “{text}”", (), (Side("no bearer", look.proofs(node)),)
        )


def without_deadline(look: Look, on: str | None) -> Iterator[Found]:
    """A duty to deliver something once, of which no paper says by when or how often."""
    del on
    duties = obligations(look, Wanted())
    dated = [p for d in duties if d.deadline or d.frequency or d.from_ for p in d.evidence]
    for duty in duties:
        said = " ".join([duty.action, *(p.quote for p in duty.evidence)])
        if duty.deadline or duty.frequency or duty.from_ or not _DELIVER.match(duty.action) or _WHEN.search(said):
            continue
        if any(_beside(p, q) for p in duty.evidence for q in dated) or _status_closed(duty) or _line_tells(look, duty):
            continue
        yield Found(
            (duty.id,),
            f"No day or frequency is given for the duty of {duty.bearer}: “{duty.action}”",
            tuple(ref for ref in (duty.bearer,) if ref),
            (Side("no deadline", duty.evidence),),
        )


def _beside(one: Proof, other: Proof) -> bool:
    """Whether two passages lie in one clause, so that a day in the one may serve the other."""
    return one.document == other.document and max(one.start, other.start) - min(one.end, other.end) < 12


def _line_tells(look: Look, duty: Duty) -> bool:
    """Whether a line of reporting from the bearer to a recipient says how often."""
    if duty.bearer is None:
        return False
    to = {ref.id for ref in duty.recipient}
    lines = look.sources("reporter", NamedNode(duty.bearer.id))
    return any(
        look.text(line, "frequency") and (high := look.node(line, "superior")) and high.value in to for line in lines
    )


def _status_closed(duty: Duty) -> bool:
    """Whether a duty no longer binds, or not yet."""
    return duty.status in {"done", "lapsed", "proposed"}


def deadline_passed(look: Look, on: str | None) -> Iterator[Found]:
    """A duty whose day has passed (by the day asked for, else by the newest paper) without a passage that shows it done."""
    day = on or newest(look)
    if day is None:
        return
    for duty in obligations(look, Wanted(), day):
        due = duty.deadline
        if due is None or not is_date(due) or latest(due) >= day or duty.done or duty.status in {"done", "proposed"}:
            continue
        if shown(look, duty, day):
            continue
        first = "The first time of the duty" if duty.frequency else "The duty"
        yield Found(
            (duty.id, due),
            f"{first} of {duty.bearer} “{duty.action}” was due by {due}; no paper until {day} shows it done",
            tuple(ref for ref in (duty.bearer,) if ref),
            (Side(f"due {due}", duty.evidence),),
        )
