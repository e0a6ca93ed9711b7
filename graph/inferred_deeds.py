"""Mandates of decisions on what was done, and of actions that carry decisions out.

A decision on something that a paper says was done to meet an instrument, or that shows a duty done, rests on the same; an
action on a body that a resolution of the same item sets up carries that resolution out. Invariant: as for the other
inferred mandates of decisions.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from .delivered import discharged
from .facts import Action, Delivery, Establishes, Obligation
from .inferred import MOST, takes
from .mandates import by_statement, link
from .names import key
from .topics import FEWEST

if TYPE_CHECKING:
    from .inferred import Inference
    from .inferred_decisions import Decided
    from .statements import Statement


def on_deeds(of: Decided) -> None:
    """A decision on something that was done to meet an instrument, or that shows a duty done, rests on the same."""
    shown = discharged(of.work)
    topics = of.work.topics
    on: dict[tuple[str, str], list[tuple[Statement, str]]] = defaultdict(list)
    for s, fact in of.said:
        matter = fact.topic or _named(fact.evidence.quote)
        if matter and takes(fact.evidence.quote):
            for word in topics.about(matter, s.collection):
                on[(s.collection, word)].append((s, matter))
    for other in of.d.said:
        if not isinstance(other.fact, Delivery) or other.fact.evidence.rule == "delivery.asked":
            continue
        under: dict[str, str] = {}
        if other.fact.under and (by := of.d.instruments.named(other.fact.under, other)):
            under[by] = "a paper says that what it decides on was done to meet this"
        for at in by_statement(of.d, "Delivery").get(other.iri, ()):
            for duty in sorted(shown.get(at, ())):
                for by in of.known.get(duty, ()):
                    under.setdefault(by, "what it decides on is what shows a duty under this done")
        if under:
            name = other.fact.action.split(":")[0]
            near = Counter(place for word in topics.about(name, other.collection) for place in on[(other.collection, word)])  # fmt: skip
            for (s, matter), shared in near.items():
                if shared >= FEWEST and _covers(of.work, matter, name, s.collection):
                    for by, why in under.items():
                        of.tie(s, [by], "on what was done to meet it", why, other.iri)


def carried_out(of: Decided) -> None:
    """An action on a body that a resolution of the same item sets up carries that resolution out."""
    actions = by_statement(of.d, "ActionTask")
    duties = of.work.obligations
    for s in of.d.said:
        if not isinstance(s.fact, (Action, Obligation)) or (isinstance(s.fact, Obligation) and s.fact.mandated_by):
            continue
        for other in of.d.of_document(s.document):
            if not isinstance(other.fact, Establishes) or not _is_on(other.fact.body, s.fact.evidence.quote):
                continue
            for limb, decided in of.said:
                inside = decided.evidence.start <= other.fact.evidence.start < decided.evidence.end
                if limb.document == s.document and inside and _item(limb) == _item(s):
                    things = (actions if isinstance(s.fact, Action) else duties).get(s.iri, ())
                    for thing in things:
                        for by in of.resolutions(limb):
                            why = "it is about the body that this, at the same item, sets up"
                            link(of.d, thing, by, "inferred", "carries out a resolution", why, s.iri, limb.iri)


def _named(quote: str) -> str:
    """What a decision names with capitals, the first word left out."""
    found = re.findall(r"(?:\b[A-Z][\w&'-]+(?:\s+(?:of|and|for)(?=\s+[A-Z]))?\s*){2,}", quote.split(" ", 1)[-1])
    return max(found, key=len, default="").strip()


def _covers(work: Inference, matter: str, name: str, collection: str) -> bool:
    """Whether the name of something done holds all that a matter is about, and little else."""
    a, b = work.topics.about(matter, collection, name), work.topics.about(name, collection, matter)
    return len(a) >= MOST and a <= b and len(b) <= 2 * len(a)


def _is_on(body: str, quote: str) -> bool:
    """Whether a passage names a body of several words, or calls it by the last of them (`the Working Group`)."""
    said, words = f" {key(quote)} ", body.split()
    if len(key(body).split()) > 1 and f" {key(body)} " in said:
        return True
    ends = (" ".join(words[at:]) for at in range(1, len(words)))
    return any(end[0].isupper() and re.search(rf"\b[Tt]he\s+{re.escape(end)}\b", quote) for end in ends)


def _item(s: Statement) -> str:
    """The item of the agenda under which a statement stands."""
    return (s.fact.evidence.locator or "").split(" ")[0].strip(".:()").split(".")[0]
