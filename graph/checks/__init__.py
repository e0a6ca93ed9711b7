"""Checks: contradictions between papers and gaps in them, each a small rule in a plain registry.

Invariant: the same store gives the same findings in the same order; what a ledger accepts is told as accepted.
"""

from __future__ import annotations

from collections.abc import Container, Mapping

from ..questions.decided import accepted as accepted_by
from ..questions.reading import Look, Quads
from .finding import SEVERITIES, Finding, Rule, Side
from .registry import RULES

__all__ = ["RULES", "SEVERITIES", "Finding", "Rule", "Side", "findings"]


def findings(
    store: Look | Quads,
    as_of: str | None = None,
    *,
    rules: Container[str] | None = None,
    accepted: Mapping[str, str] | None = None,
) -> list[Finding]:
    """What the checks find in a store, the gravest first, then by rule and words.

    `as_of` leaves out what later papers alone show and judges deadlines on that day; without it they are judged by the
    newest paper. `rules` names the rules to run; `accepted` gives the reasons of accepted findings by identifier, the ledger's
    if none are given.
    """
    look = store if isinstance(store, Look) else Look(store)
    known = accepted_by(look) if accepted is None else accepted
    found = [
        _marked(one, known.get(one.id))
        for rule in RULES
        if rules is None or rule.id in rules
        for one in rule.findings(look, as_of)
        if as_of is None or one.since is None or one.since <= as_of
    ]
    order = {rule.id: place for place, rule in enumerate(RULES)}
    return sorted(found, key=lambda f: (SEVERITIES.index(f.severity), order[f.rule], f.text, f.id))


def _marked(one: Finding, why: str | None) -> Finding:
    """A finding as the ledger has it."""
    import dataclasses

    return one if why is None else dataclasses.replace(one, accepted=why)
