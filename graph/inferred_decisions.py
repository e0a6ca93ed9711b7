"""Mandates of decisions and actions that follow from several statements: what the business they belong to was required by.

A body decides on reports that it or its maker must send, on reports that others must make to it, on business that it made a
standing item, on papers that it asked for, on what was done to meet a direction, and on what it was set up by. Invariant:
each link names the statements it rests on, and none runs from a decision to an instrument of a later day or one that had
ended by then.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from .facts import Decision, Delivery, Obligation
from .houses import houses
from .inferred import MOST, REPORTED, Inference, on_report
from .inferred_deeds import carried_out, on_deeds
from .mandates import SET_UP, body_set_up, by_statement, establishments, link, mandated, named_body
from .names import key
from .topics import act

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .statements import Statement

_TERMS = re.compile(r"\bterms\s+of\s+reference\b", re.IGNORECASE)
_TO = r"\b(?:reports?|submissions?|updates?|returns?|letters?)\s+(?:(?:on|about|under)\s+[^,;.]{3,60}?\s+)?(?:in\s+\w+\s+)?(?:made\s+|submitted\s+|sent\s+)?to\s+(?:the\s+)?"
_STANDING = re.compile(
    r"(?:(?:^(?:it\s+was\s+\w+\s+that\s+)?|\bthat\s+)(?:the\s+)?(?P<be>[^,;.]{5,80}?)\s+(?:(?:should|would|will|to|is\s+to)\s+)?be(?:come)?\s+(?:made\s+)?a\s+)?"
    r"\bstanding\s+(?:agenda\s+)?items?\b(?:\s+(?:on|for|about|regarding|relating\s+to)\s+(?:the\s+)?(?P<on>[^,;.]+?)(?=\s+(?:at|for|on)\s|[,;.]|$))?",
    re.IGNORECASE,
)
_THIS = re.compile(r"(?:it|this|these|there|(?:this|the)\s+(?:matter|item|subject|issue))\b", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:paper|report|briefing|update|presentation|proposals?|plan)s?\s+(?:should\s+|will\s+|would\s+|to\s+)?be\s+(?:brought|presented|submitted|provided|prepared|developed|produced|made|taken)\b"
    r"(?:\s+(?:back\s+)?to\s+(?:the\s+|a\s+|an\s+)?[\w ]{3,40}?(?=\s+(?:on|about|setting|detailing|outlining|regarding)\b))?\s*(?:on|about|setting\s+out|detailing|outlining|regarding)\s+(?P<topic>[^,;.]+)",
    re.IGNORECASE,
)
_RECIPIENT = re.compile(
    r"\s+to\s+(?!(?:report|submit|provide|be)\b).*?(?=\s+(?:on|about|from|by|every|each|in|within|with|for\s+the)\s|$)",
    re.IGNORECASE,
)
_OTHER = re.compile(rf"{SET_UP.pattern}|{_TERMS.pattern}", re.IGNORECASE)
"""Decisions on setting something up or on terms of reference, which are none on a report."""
_RECITED, _HALF = 0.6, 0.4


class Decided:
    """The decisions of all papers, with what is needed to infer what mandates them."""

    def __init__(self, work: Inference) -> None:
        self.work, self.d = work, work.d
        self.decisions = by_statement(self.d, "Decision")
        self.known = mandated(self.d)
        self.said: list[tuple[Statement, Decision]] = [(s, s.fact) for s in self.d.said if isinstance(s.fact, Decision)]
        self.body = {s.iri: self._body(s, fact) for s, fact in self.said}
        self.by_body: dict[str, list[tuple[Statement, Decision]]] = defaultdict(list)
        for one, decision in self.said:
            self.by_body[self.body[one.iri]].append((one, decision))
        self._called: dict[str, frozenset[str]] = {}
        self._houses = [e for e in self.d.who.all() if any(houses(n) for n in e.names)]
        self.duties = self._duties()
        self.makers = self._makers()

    def run(self) -> None:
        """Draft the inferred mandates of decisions on bodies, reports and papers."""
        for s, fact in self.said:
            self._sets_up(s, fact)
            self._reports(s, fact)
        self._standing()
        self._asked_for()

    def _body(self, s: Statement, fact: Decision) -> str:
        found = self.d.who.entity(fact.body, s.collection, s.document)
        return found.id if found else ""

    def _duties(self) -> dict[str, list[tuple[str, Statement, Obligation]]]:
        """The duties to report to somebody, by collection: the duty, its statement, the fact."""
        out: dict[str, list[tuple[str, Statement, Obligation]]] = defaultdict(list)
        found: dict[tuple[str, str], list[tuple[Statement, Obligation]]] = {}
        for s in self.d.said:
            if isinstance(s.fact, Obligation) and act(s.fact.action) == "report" and REPORTED.search(s.fact.action):
                for thing in self.work.obligations.get(s.iri, ()):
                    if self.work.recipients(thing):
                        found.setdefault((s.collection, thing), []).append((s, s.fact))
        for (collection, thing), sayings in found.items():
            out[collection].append((thing, *max(sayings, key=lambda one: (len(one[1].action), one[0].iri))))
        return out

    def _makers(self) -> dict[str, set[str]]:
        """Who was to set each body up, by the body: the bearers of the duties to do so."""
        out: dict[str, set[str]] = defaultdict(set)
        for s in self.d.said:
            if isinstance(s.fact, Obligation) and (body := body_set_up(self.d, s, s.fact)):
                for thing in self.work.obligations.get(s.iri, ()):
                    out[body.id] |= {t for n, t in self.d.drafts.at(thing).links if n == "bearer"}
        return out

    def tie(self, s: Statement, instruments: Iterable[str], rule: str, why: str, *support: str) -> None:
        """Draft links from the decisions of a statement to instruments that were in force on its day."""
        for by in sorted(set(instruments)):
            if self._in_time(s, by):
                for thing in self.decisions.get(s.iri, ()):
                    link(self.d, thing, by, "inferred", rule, why, s.iri, *support)

    def _in_time(self, s: Statement, by: str) -> bool:
        """Whether an instrument is not known to be later than a statement's paper, or to have ended before it."""
        if not s.date:
            return True
        texts = dict(sorted(self.d.drafts.at(by).texts))
        made, until = texts.get("dcterms:date"), texts.get("inForceUntil")
        return not (made and made[:7] > s.date[:7]) and not (until and s.date > until)

    def _sets_up(self, s: Statement, fact: Decision) -> None:
        """A decision to set a body up, or on its terms of reference, rests on what requires the body."""
        said = fact.evidence.quote
        bodies = establishments(self.d)
        if (SET_UP.search(said) or _TERMS.search(said)) and (body := named_body(self.d, s, bodies)):
            entity = self.d.entity_at(body)
            why = f"it decides on {entity.name if entity else 'a body'}, which this requires"
            self.tie(s, self.known.get(bodies[body], ()), "sets up a body required by it", why)

    def _reports(self, s: Statement, fact: Decision) -> None:
        """A decision on a report rests on what requires that report: of the body, of its maker, or of others to the body."""
        said = f"{fact.topic or ''} {fact.evidence.quote}"
        if not on_report(fact.evidence.quote) or _OTHER.search(fact.evidence.quote):
            return
        body = self.body[s.iri]
        own = {body, *self.makers[body]}
        addressed = bool(self._addressed(said))
        for thing, other, duty in self.duties[s.collection]:
            to, bearer = self.work.recipients(thing), self.bearer(thing)
            if body in to:
                if bearer != body and self.work.topics.alike(_matter(duty.action), said, s.collection):
                    self.tie(s, self.known.get(thing, ()), "a report that is owed to the body", "it decides on a report that the body is to be given under this", other.iri)  # fmt: skip
            elif addressed and self._to(said, to, own=bearer in own):
                self.tie(s, self.known.get(thing, ()), "a report to the same recipient", "it decides on a report to the recipient of a duty under this", other.iri)  # fmt: skip
            elif fact.topic and bearer in own and REPORTED.search(fact.topic) and self.work.topics.alike(fact.topic, _matter(duty.action), s.collection, MOST):  # fmt: skip
                self.tie(s, self.known.get(thing, ()), "a report on the same matter", "it stands under a report on the matter that a duty of the body, or of who set it up, is to report on under this", other.iri)  # fmt: skip

    def bearer(self, thing: str) -> str:
        """Whose a duty is."""
        return next((t for n, t in self.d.drafts.at(thing).links if n == "bearer"), "")

    def _to(self, said: str, to: frozenset[str], *, own: bool) -> bool:
        """Whether words name a report to one of some recipients, or to the ministry of one that is a minister.

        A minister named in general is the one to whom the body or its maker owes reports.
        """
        for rest in self._addressed(said):
            for address in sorted(to):
                names = self._names(address)
                if any(rest.startswith(f"{name} ") for name in names):
                    return True
                if own and rest.startswith("secretary state ") and any(n.startswith("secretary state ") for n in names):
                    return True
        return False

    @staticmethod
    def _addressed(said: str) -> list[str]:
        """What follows each `report to` of some words, as it is compared."""
        return [f"{key(said[m.end() : m.end() + 90])} " for m in re.finditer(_TO, said, re.IGNORECASE)]

    def _names(self, address: str) -> frozenset[str]:
        """All names of a party, and of its ministry or minister, as they are compared."""
        if (kept := self._called.get(address)) is None:
            names: set[str] = set()
            if entity := self.d.entity_at(address):
                names |= {*entity.names, *self.d.short_names(entity)}
                for other in self._houses:
                    if other.id != address and self.work.same_house(frozenset({address}), frozenset({other.id})):
                        names |= {*other.names, *self.d.short_names(other)}
            names |= {house for name in sorted(names) for house in houses(name)}
            kept = self._called[address] = frozenset(key(n) for n in names if len(n) > 2)
        return kept

    def _standing(self) -> None:
        """A decision on business that the body once made a standing item rests on that resolution."""
        for other, earlier in self.said:
            found = _STANDING.search(" ".join(earlier.evidence.quote.split()))
            if not found:
                continue
            named = [said for said in (found["on"], found["be"]) if said and not _THIS.match(said)]
            matter = named[0] if named else earlier.topic
            for s, fact in self.by_body[self.body[other.iri]] if matter else ():
                if (
                    s.document != other.document and fact.topic and (other.date or "") < (s.date or "9999")
                    and REPORTED.search(f"{fact.topic} {fact.evidence.quote}")
                    and self.work.topics.alike(str(matter), fact.topic, s.collection)
                ):  # fmt: skip
                    why = "the body had agreed to have this business as a standing item"
                    self.tie(s, self.resolutions(other), "a standing item", why, other.iri)

    def _asked_for(self) -> None:
        """A decision that a paper recommends rests on the resolution of the body that asked for a paper on the matter."""
        for other, earlier in self.said:
            asked = _ASKED.search(" ".join(earlier.evidence.quote.split()))
            if not asked:
                continue
            for s, fact in self.by_body[self.body[other.iri]]:
                recommended = fact.evidence.rule == "decision.recommended" and other.document != s.document
                if recommended and not (s.date and other.date and other.date >= s.date):
                    self._answers(s, fact, other, asked["topic"])

    def _answers(self, s: Statement, fact: Decision, other: Statement, topic: str) -> None:
        """Tie what a paper recommends to the resolution that asked for a paper on a topic, if the paper is on it."""
        topics, why = self.work.topics, "the body had agreed that a paper on this matter be brought to it"
        if topics.alike(topic, fact.evidence.quote, s.collection):
            self.tie(s, self.resolutions(other), "a paper that was asked for", why, other.iri)
        for one in self.d.of_document(s.document):
            if not isinstance(one.fact, Delivery) or one.fact.evidence.rule != "delivery.asked":
                continue
            words = one.fact.action
            both = topics.share(topic, words, s.collection) >= _RECITED
            if both and topics.share(fact.evidence.quote, words, s.collection) >= _HALF:
                told = f"{why}, and the paper says so"
                self.tie(s, self.resolutions(other), "a paper that was asked for", told, other.iri, one.iri)

    def resolutions(self, s: Statement) -> list[str]:
        """The resolutions that the decisions of a statement are part of."""
        return [t for thing in self.decisions.get(s.iri, ()) for n, t in self.d.drafts.at(thing).links if n == "partOf"]


def decided(work: Inference) -> None:
    """Draft every inferred mandate of decisions, and of actions that carry them out."""
    found = Decided(work)
    found.run()
    on_deeds(found)
    carried_out(found)


def _matter(action: str) -> str:
    """What a report is to be on: the words of a duty but those that say to whom."""
    return _RECIPIENT.sub(" ", action)


__all__ = ["Decided", "decided"]
