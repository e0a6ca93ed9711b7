"""What shows a duty done: things that papers say have been done, and meetings of bodies that were to be set up.

Invariant: a duty is shown done by something of its own collection only: said right after the duty itself, or about the same
thing and to nobody else; whether that is in time, and for which time of a duty that comes again, is told by its date.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from .facts import Delivery, Meeting, Obligation, Term
from .ids import relation_id
from .mandates import body_set_up
from .names import key
from .topics import FEWEST, act

if TYPE_CHECKING:
    from .inferred import Inference
    from .statements import Statement

_BESIDE = 4
_FIRST = re.compile(r"\bfirst\s+(\w+)", re.IGNORECASE)
_REPORT = re.compile(r"\b(?:report|submission|update|return)s?\b", re.IGNORECASE)
_HANDS_OVER = frozenset(
    {"report", "publish", "prepare", "review", "appoint", "establish", "adopt", "agree", "carry out"}
)


def deliveries(work: Inference) -> None:
    """Draft what papers say has been done, and link duties to what shows them done."""
    d = work.d
    done: list[tuple[Statement, Delivery, str]] = []
    for s in d.said:
        if isinstance(s.fact, Delivery) and s.fact.evidence.rule != "delivery.asked":
            at = d.relation("delivery", "Delivery", s, s.document, key(s.fact.action))
            by = d.party(s.fact.by, s) if s.fact.by else None
            to = [e for name in s.fact.recipient if (e := d.party(name, s))]
            d.say(at, action=s.fact.action, date=s.fact.date, links=[*(("deliveredBy", e.id) for e in [by] if e), *(("recipient", e.id) for e in to)])  # fmt: skip
            done.append((s, s.fact, at))
    told = _meetings(work)
    by_word: dict[tuple[str, str], set[int]] = defaultdict(set)
    for place, (s, fact, _) in enumerate(done):
        by_word[(s.collection, s.document)].add(place)
        for word in work.topics.about(fact.action, s.collection):
            by_word[(s.collection, word)].add(place)
        if fact.under and (under := d.instruments.named(fact.under, s)):
            by_word[(s.collection, under)].add(place)
    for s in d.said:
        if isinstance(s.fact, Obligation):
            shared = Counter(place for word in work.topics.about(s.fact.action, s.collection) for place in by_word.get((s.collection, word), ()))  # fmt: skip
            likely = {place for place, count in shared.items() if count >= FEWEST}
            under = d.instruments.named(s.fact.mandated_by, s) if s.fact.mandated_by else None
            same = by_word.get((s.collection, under or ""), set())
            near = sorted(likely | same | by_word.get((s.collection, s.document), set()))
            for thing in work.obligations.get(s.iri, ()):
                for place in near:
                    other, fact, at = done[place]
                    first = place in same and _first_of_all(work, s.fact, thing, fact, at)
                    if first or _shows(work, s, s.fact, thing, other, fact, at):
                        d.say(thing, links=[("doneBy", at)])
                body = body_set_up(d, s, s.fact)
                if body and told.get(body.id):
                    d.say(thing, links=[("doneBy", min(told[body.id])[1])])


def discharged(work: Inference) -> dict[str, set[str]]:
    """The duties that each delivery shows done, by its address."""
    out: dict[str, set[str]] = {}
    for node in work.d.drafts.of("Obligation"):
        for name, target in node.links:
            if name == "doneBy":
                out.setdefault(target, set()).add(node.id)
    return out


def _shows(
    work: Inference, s: Statement, duty: Obligation, thing: str, other: Statement, fact: Delivery, at: str
) -> bool:
    """Whether something done is what a duty required."""
    here, there = s.fact.evidence, other.fact.evidence
    beside = s.document == other.document and here.start < there.start <= here.end + _BESIDE
    if beside and _REPORT.search(fact.action) and _REPORT.search(f"{duty.action} {here.quote}"):
        return True
    if act(duty.action) not in _HANDS_OVER or (
        s.document == other.document and there.start < here.end and here.start < there.end
    ):
        return False
    to = work.recipients(at)
    owed = work.recipients(thing)
    if to and owed and not work.same_house(to, owed):
        return False
    if fact.date and duty.from_ and fact.date < duty.from_[:7]:
        return False
    if act(duty.action) == "report" and _REPORT.search(duty.action) and not _REPORT.search(fact.action):
        return False
    return work.topics.alike(_object(duty.action), fact.action, s.collection) and _said(work, duty, fact, s.collection)


def _first_of_all(work: Inference, duty: Obligation, thing: str, fact: Delivery, at: str) -> bool:
    """Whether something done under a duty's own instrument is the first of the reports that the duty requires."""
    reports = (
        act(duty.action) == "report" and duty.frequency and _FIRST.search(fact.action) and _REPORT.search(fact.action)
    )
    to, owed = work.recipients(at), work.recipients(thing)
    return bool(reports and to and owed) and work.same_house(to, owed)


def _object(action: str) -> str:
    """What an act is done to: its words before to whom and by when."""
    return re.split(
        r"\s+(?:to\s+be\s+|by\s+|to\s+the\s+(?:Secretary|Department|Board|Council|Committee)|every\s)", action
    )[0]


def _said(work: Inference, duty: Obligation, fact: Delivery, collection: str) -> bool:
    """Whether what was done says most of what the duty is about, not only the duty most of what was done."""
    wanted = work.topics.about(_object(duty.action), collection, fact.action)
    told = work.topics.about(fact.action, collection, duty.action)
    return len(wanted & told) >= 0.7 * len(wanted)


def _meetings(work: Inference) -> dict[str, list[tuple[str, str]]]:
    """The days on which each body is recorded, or told, to have met, each with the address of what says so."""
    out: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for s in work.d.said:
        one = s.fact
        day = one.date if isinstance(one, Meeting) else one.met if isinstance(one, Term) else None
        if not day or not isinstance(one, (Meeting, Term)):
            continue
        name = one.body if isinstance(one, Meeting) else one.name
        if who := work.d.who.entity(name, s.collection, s.document, "body"):
            parts = ("meeting", who.id, day) if isinstance(one, Meeting) else ("term", who.id, s.document)
            out[who.id].append((day, relation_id(work.d.base, *parts)))
    return out
