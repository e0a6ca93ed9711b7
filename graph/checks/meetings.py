"""Contradictions in the records of meetings: present and absent, two chairs at once.

Invariant: both sides stand in records of one meeting, or in papers of one day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from ..questions.reading import Look, Ref
from .finding import Found, Side
from .validity import Span, overlap, span

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

_PRESENT = ("chair", "member", "substitute", "officer", "guest")
_LATE = re.compile(r"\b(?:lateness|late\s+arrival|arriving\s+late|being\s+late|leaving\s+early)\b", re.IGNORECASE)
_CHAIR = re.compile(r"(?:independent\s+)?chair(?:man|woman|person)?\b", re.IGNORECASE)
_SHARED = re.compile(r"\b(?:co-?|joint\s+|vice[- ]?|deputy\s+|acting\s+)chair", re.IGNORECASE)


def present_and_absent(look: Look, on: str | None) -> Iterator[Found]:
    """Somebody among those present and among the apologies of one meeting."""
    del on
    for meeting in look.members("Meeting"):
        for who, records in sorted(_records(look, meeting).items(), key=lambda r: r[0].id):
            sent = records.get("apologies", [])
            here = [(capacity, node) for capacity in _PRESENT for node in records.get(capacity, ())]
            if not sent or not here or _only_late(look, sent):
                continue
            day = look.text(meeting, "dcterms:date") or ""
            body = look.one(meeting, "meetingOf")
            yield Found(
                (who.id, meeting.value),
                f"{who} is recorded as present ({here[0][0]}) and among the apologies at {body or 'the meeting'} on {day}",
                (who, *((body,) if body else ()), look.ref(meeting)),
                (
                    Side(f"present, as {here[0][0]}", look.proofs(*(node for _, node in here))),
                    Side("apologies for absence", look.proofs(*sent)),
                ),
            )


def _records(look: Look, meeting: NamedNode) -> dict[Ref, dict[str, list[NamedNode]]]:
    """The attendances at a meeting, by person and capacity."""
    out: dict[Ref, dict[str, list[NamedNode]]] = defaultdict(lambda: defaultdict(list))
    for node in look.sources("atMeeting", meeting):
        who = look.one(node, "attendee")
        if who:
            out[who][look.text(node, "capacity") or "member"].append(node)
    return out


def _only_late(look: Look, sent: list[NamedNode]) -> bool:
    """Whether apologies were for coming late."""
    said = [" ".join((*look.around(proof, 160, 80), proof.quote)) for proof in look.proofs(*sent)]
    return bool(said) and all(_LATE.search(text) for text in said)


def two_chairs(look: Look, on: str | None) -> Iterator[Found]:
    """Two people in the chair of one meeting, or in the chair of one body on one day."""
    del on
    told: set[tuple[str, ...]] = set()
    for meeting in look.members("Meeting"):
        chairs = [(who, records["chair"]) for who, records in _records(look, meeting).items() if "chair" in records]
        body = look.one(meeting, "meetingOf")
        for (one, first), (two, second) in combinations(sorted(chairs, key=lambda c: c[0].id), 2):
            roles = " ".join(look.text(node, "roleText") or "" for node in (*first, *second))
            if not body or _SHARED.search(roles):
                continue
            day = look.text(meeting, "dcterms:date") or ""
            told.add((one.id, two.id, body.id))
            yield Found(
                (one.id, two.id, meeting.value),
                f"{one} and {two} are both recorded in the chair of {body} on {day}",
                (one, two, body),
                (Side(f"{one} in the chair", look.proofs(*first)), Side(f"{two} in the chair", look.proofs(*second))),
            )
    yield from (found for found in _two_in_office(look) if found.parts not in told)


def _two_in_office(look: Look) -> Iterator[Found]:
    """Two holders of the chair of one body whose times are known to overlap."""
    for body in look.members("Body"):
        held = []
        for post in look.sources("org:postIn", body):
            name = look.ref(post).name
            if _CHAIR.match(name) and not _SHARED.search(name):
                held += [node for node in look.sources("heldPost", post) if not _stood_in(look, node, body)]
        for one, two in combinations(held, 2):
            first, second = look.one(one, "holder"), look.one(two, "holder")
            if first and second and first.id != second.id and _together(look, one, two):
                a, b = sorted(((first, one), (second, two)), key=lambda h: h[0].id)
                yield Found(
                    (a[0].id, b[0].id, body.value),
                    f"{a[0]} and {b[0]} are both said to be chair of {look.ref(body)} at one time",
                    (a[0], b[0], look.ref(body)),
                    (Side(f"{a[0]} as chair", look.proofs(a[1])), Side(f"{b[0]} as chair", look.proofs(b[1]))),
                )


def _stood_in(look: Look, tenure: NamedNode, body: NamedNode) -> bool:
    """Whether a holder is called chair only for having taken the chair of a meeting."""
    holder = look.node(tenure, "holder")
    seen = set(look.texts(tenure, "observed"))
    for meeting in look.sources("meetingOf", body):
        if look.text(meeting, "dcterms:date") in seen and holder is not None:
            capacities = {look.text(node, "capacity") for node in look.sources("attendee", holder) if look.node(node, "atMeeting") == meeting}  # fmt: skip
            others = [r for w, r in _records(look, meeting).items() if w.id != holder.value and "apologies" in r]
            if "chair" in capacities and others:
                return True
    return False


def _together(look: Look, one: NamedNode, two: NamedNode) -> bool:
    """Whether two tenures are shown to overlap in time."""

    def spans(node: NamedNode) -> list[Span | None]:
        start, end = look.text(node, "validFrom"), look.text(node, "validTo")
        return [span(look, proof, start if end else None, end) for proof in look.proofs(node)]

    return any(overlap(a, b) for a in spans(one) for b in spans(two))
