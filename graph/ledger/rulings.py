"""Decisions applied to what documents state: facts rejected, corrected and added, documents dated.

Invariant: what documents state is not changed by a decision, only what is derived from it; an added fact stands in its
document's graph under the rule `ledger.add`, with a quote that stands verbatim in the document. A decision finds its
statement by identifier, or, when the document has changed around it, by the same words in the same document, if they
stand there as one statement of that type; a decision that finds nothing decides nothing and is kept.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..facts import BY_NAME, Evidence, Fact, values
from ..facts_lines import from_json
from ..statements import Statement, StoredDocument
from ..write import missing, statement_id
from .entries import Entry, Ledger
from .form import plain
from .values import corrected

ADDED = "ledger.add"
"""The rule of a fact that the ledger adds."""
OF_DOCUMENTS = ("date", "body", "title", "kind")
"""What can be corrected of a document."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """What knowledge is derived from: the statements and documents as decided on.

    `decides` are the addresses that each decision came to decide, by its identifier; `dropped` those of links that are
    rejected; `added` the statements that the ledger adds.
    """

    statements: list[Statement]
    documents: list[StoredDocument]
    added: list[Statement] = field(default_factory=list)
    dropped: frozenset[str] = frozenset()
    decides: dict[str, tuple[str, ...]] = field(default_factory=dict)


def ruled(
    stated: Iterable[Statement],
    documents: Sequence[StoredDocument],
    ledger: Ledger,
    text_of: Callable[[str], str | None],
) -> Ruled:
    """Statements and documents as the ledger decides on them; `text_of` gives a document's text by its hash."""
    found = {s.iri: s for s in stated if s.fact.evidence.rule != ADDED}
    papers = {d.iri: d for d in documents}
    decides: dict[str, tuple[str, ...]] = {}
    added: list[Statement] = []
    for one in ledger.of("add"):
        statement = _added(one, papers.get(one.subject), text_of)
        if statement is not None:
            decides[one.id] = (statement.iri,)
            if statement.iri not in found:
                found[statement.iri] = statement
                added.append(statement)
    for one in ledger.of("correct"):
        if one.subject in papers:
            if one.object in OF_DOCUMENTS:
                changed: Any = {one.object: one.value or None}
                papers[one.subject] = dataclasses.replace(papers[one.subject], **changed)
                decides[one.id] = (one.subject,)
        elif (target := _target(one, found)) is not None:
            fact = corrected(target.fact, one.object, one.value)
            if fact is not None:
                found[target.iri] = dataclasses.replace(target, fact=fact)
                decides[one.id] = (target.iri,)
    dropped = set()
    gone = set()
    for one in ledger.of("reject"):
        if "/statement/" not in one.subject:
            dropped.add(one.subject)
        elif (target := _target(one, found)) is not None:
            gone.add(target.iri)
            decides[one.id] = (target.iri,)
    for one in ledger.of("accept"):
        if "/statement/" in one.subject and (target := _target(one, found)) is not None:
            decides[one.id] = (target.iri,)
    dates = {d.iri: d.date for d in papers.values()}
    kept = [
        s if dates.get(s.document, s.date) == s.date else dataclasses.replace(s, date=dates[s.document])
        for iri, s in sorted(found.items())
        if iri not in gone
    ]
    return Ruled(kept, [papers[iri] for iri in sorted(papers)], added, frozenset(dropped), decides)


def told(fact: Fact) -> str:
    """What a fact says, in one line."""
    return plain("; ".join(f"{k}: {' & '.join(v) if isinstance(v, tuple) else v}" for k, v in sorted(values(fact).items())))  # fmt: skip


def places(text: str, quote: str) -> list[tuple[int, int]]:
    """Where words stand in a text, whatever the white space between them: starts and ends."""
    words = [re.escape(word) for word in quote.split()]
    return [match.span() for match in re.finditer(r"\s+".join(words), text)] if words else []


def stated_fact(kind: str, said: str, text: str, quote: str) -> Fact | None:
    """The fact of a type whose values are given as JSON and whose words stand once or more in a text; None if none."""
    found = places(text, quote)
    if not found or kind not in BY_NAME:
        return None
    start, end = found[0]
    try:
        fact = from_json({**json.loads(said), "type": kind, "quote": text[start:end]})
    except (KeyError, TypeError, ValueError):
        return None
    return None if missing(fact) else dataclasses.replace(fact, evidence=Evidence(start, end, text[start:end], ADDED))


def _added(one: Entry, paper: StoredDocument | None, text_of: Callable[[str], str | None]) -> Statement | None:
    """The statement that a decision adds; None if its document or its words are gone."""
    text = text_of(paper.text_sha256) if paper else None
    fact = stated_fact(one.object, one.value, text, one.quote) if text else None
    if paper is None or fact is None:
        return None
    return Statement(statement_id(paper.iri, fact), paper.iri, paper.collection, paper.date, fact)


def _target(one: Entry, found: dict[str, Statement]) -> Statement | None:
    """The statement that a decision is about."""
    if (exact := found.get(one.subject)) is not None:
        return exact
    document, _, tail = one.subject.partition("/statement/")
    kind = tail.rpartition("-")[0]
    fits = [
        s
        for s in found.values()
        if s.document == document and kind == s.fact.TYPE and plain(s.fact.evidence.quote) == one.quote
    ]
    if one.verb in {"accept", "reject"} and len(fits) > 1:
        fits = [s for s in fits if told(s.fact) == one.object]
    return fits[0] if len(fits) == 1 else None
