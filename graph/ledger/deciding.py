"""What a keeper names, made into decisions: names to identifiers, statements to their words, each checked against the store.

Invariant: what comes out can be applied at this moment: names and statements are there, quotes stand verbatim in their
document, values fit their type. Nothing is written here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any, Self

from ...errors import AmbiguousName, BadDate, NothingFound, UsageError
from ..ids import slug
from ..lookup import split_collection
from ..questions.naming import find
from ..questions.reading import Look
from ..questions.why import identified
from ..statements import Statement, StoredDocument, documents, statements
from .entries import Entry, Ledger, entry
from .form import plain
from .rulings import ADDED, OF_DOCUMENTS, places, stated_fact, told
from .values import check_value, checked, is_date

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from ..checks import Finding

NAMES = ("Person", "Body", "Post", "Direction", "Plan")
"""The classes whose names can be decided to be one or several."""


class Deciding:
    """Makes the decisions of one keeper at one moment; each method gives the lines that its decision takes."""

    def __init__(self, store: Any, ledger: Ledger, *, when: str, who: str, why: str = "") -> None:
        self.store, self.ledger = store, ledger
        self.look = Look(store)
        self.when, self.who, self.why = plain(when), plain(who), plain(why)

    def because(self, why: str) -> Self:
        """The same keeper with other words for why; as before where there are none."""
        if not why:
            return self
        other = copy(self)
        other.why = plain(why)
        return other

    def _entry(self, verb: str, subject: str, object_: str = "", value: str = "", quote: str = "") -> Entry:
        return entry(self.when, self.who, verb, subject, object_, value, quote, self.why)

    def same(self, names: Sequence[str]) -> list[Entry]:
        """That several names mean one thing."""
        first, *others = self._pair("same", names)
        return [self._entry("same", first, other) for other in others]

    def different(self, names: Sequence[str]) -> list[Entry]:
        """That names mean different things, each from each."""
        found = self._pair("different", names)
        return [self._entry("different", one, two) for i, one in enumerate(found) for two in found[i + 1 :]]

    def rename(self, name: str, new: str) -> list[Entry]:
        """That something goes by a name."""
        new = plain(new)
        if not new:
            raise UsageError("the new name is empty; remit undo takes a renaming back")
        node = find(self.look, name, *NAMES)
        return [self._entry("rename", node.value, value=new)]

    def reject(self, ids: Sequence[str]) -> list[Entry]:
        """That facts are none: of a statement itself, of a relation all statements behind it, or a link that is inferred."""
        found: dict[str, Entry] = {}
        for id_ in ids:
            node = identified(self.look, id_)
            if node is None:
                raise UsageError(f"{id_}: is a finding; remit accept takes it as right")
            for one in self._rejected(node):
                found.setdefault(one.subject, one)
        return list(found.values())

    def correct(self, id_: str, name: str, value: str) -> list[Entry]:
        """That a value of a statement, or the date, body, title or kind of a document, is another."""
        value, name = plain(value), name.replace("-", "_").rstrip("_")
        paper = self._paper(id_)
        if paper is not None:
            if name not in OF_DOCUMENTS:
                raise UsageError(f"of a document, {', '.join(OF_DOCUMENTS)} can be corrected, not {name!r}")
            if name == "date" and value and not is_date(value):
                raise BadDate(value)
            return [self._entry("correct", paper.iri, name, value)]
        node = identified(self.look, id_)
        said = self._statement(node) if node is not None else None
        if said is None:
            said = self._only(id_, node)
        check_value(said.fact.TYPE, name, value)
        if said.fact.evidence.rule == ADDED:
            raise UsageError(f"{id_}: the ledger itself added this fact; undo that decision and add it as it should be")
        return [self._entry("correct", said.iri, name, value, plain(said.fact.evidence.quote))]

    def add(self, document: str, kind: str, given: Mapping[str, str], quote: str) -> list[Entry]:
        """That a document states a fact in words that were missed."""
        paper = self._paper(document)
        if paper is None:
            raise NothingFound(f"{document}: no such document in the store; remit documents lists them")
        text = self.store.text(paper.text_sha256) or ""
        quote = plain(quote)
        found = places(text, quote)
        if not found:
            raise UsageError(f"{paper.path}: does not say {_short(quote)!r}; quote its words as they stand there")
        if len(found) > 1:
            raise UsageError(
                f"{paper.path}: says {_short(quote)!r} {len(found)} times; quote more of the words around it"
            )
        values = json.dumps(checked(kind, {k: plain(v) for k, v in given.items()}), ensure_ascii=False, sort_keys=True)
        fact = stated_fact(kind, values, text, quote)
        if fact is None:
            raise UsageError(f"{kind}: these values make no fact")
        if any(kind == s.fact.TYPE and told(s.fact) == told(fact) and s.fact.evidence.quote == fact.evidence.quote for s in statements(self.store, paper.iri)):  # fmt: skip
            raise UsageError(f"{paper.path}: states this already; nothing to add")
        return [self._entry("add", paper.iri, kind, values, quote)]

    def accept(self, ids: Sequence[str]) -> list[Entry]:
        """That findings of the checks, or statements that are not certain, are right as they stand."""
        from ..checks import findings

        every: list[Finding] = []
        out = []
        for id_ in ids:
            node = identified(self.look, id_) if "finding/" not in id_ else None
            if node is not None and (said := self._statement(node)) is not None:
                out.append(self._entry("accept", said.iri, told(said.fact), quote=plain(said.fact.evidence.quote)))
                continue
            every = every or list(findings(self.look, None))
            tail = id_.strip().rpartition("/")[2].casefold()
            fits = [one for one in every if one.id.rpartition("/")[2].startswith(tail)] if tail else []
            if not fits:
                raise NothingFound(f"{id_}: no statement, and remit check finds nothing of this identifier")
            if len(fits) > 1:
                raise AmbiguousName(id_, tuple(f"{one.text}: {one.id}" for one in fits))
            out.append(self._entry("accept", fits[0].id, plain(fits[0].text)))
        return out

    def undo(self, ids: Sequence[str]) -> list[Entry]:
        """That decisions are taken back."""
        out = []
        for id_ in ids:
            fits = self.ledger.named(id_.strip().rpartition("/")[2])
            if not fits or not id_.strip():
                raise NothingFound(f"{id_}: no decision of that identifier; remit review --decisions lists them")
            if len(fits) > 1:
                raise AmbiguousName(id_, tuple(map(str, fits)))
            out.append(self._entry("undo", fits[0].id))
        return out

    def _pair(self, verb: str, names: Sequence[str]) -> list[str]:
        """The identifiers of the names that a decision is about; all of one kind, no two the same."""
        nodes = [find(self.look, name, *NAMES) for name in names]
        kinds = [self.look.ref(node) for node in nodes]
        for ref in kinds[1:]:
            if ref.kind != kinds[0].kind:
                raise UsageError(
                    f"{kinds[0].name} is a {kinds[0].kind} and {ref.name} a {ref.kind}; they cannot be one"
                )
        found = [self.mention(node, name) for node, name in zip(nodes, names, strict=True)]
        for at, one in enumerate(found):
            if one in found[:at]:
                how = "is named twice" if verb == "same" else (
                    "is one name; where one name means several in one collection, remit correct gives a fact another name"
                )  # fmt: skip
                raise UsageError(f"{names[at]!r} {how}")
        return found

    def mention(self, node: NamedNode, name: str) -> str:
        """The identifier of the very name that was given for a thing, among those that lead to it."""
        bare, collection = split_collection(name.strip())
        every = [node, *self.look.sources("dcterms:isReplacedBy", node)]
        if any(one.value == bare for one in every):
            return bare
        wanted = slug(bare)
        fits = [one.value for one in every if one.value.rpartition("/")[2] == wanted]
        if collection:
            fits = [one for one in fits if one.split("/")[-2] == slug(collection)] or fits
        return str(fits[0]) if fits else str(node.value)

    def _rejected(self, node: NamedNode) -> list[Entry]:
        kinds = set(self.look.kinds(node))
        said = self._statement(node)
        if said is not None:
            return [self._reject(said)]
        if "Mandate" in kinds:
            name = f"{self.look.one(node, 'mandated')} rests on {self.look.one(node, 'mandatedBy')}"
            return [self._entry("reject", node.value, plain(name))]
        behind = [s for n in self.look.nodes(node, "supportedBy") if (s := self._statement(n)) is not None]
        if not behind or kinds & {
            *NAMES,
            "Direction",
            "Provision",
            "Act",
            "TermsOfReference",
            "Resolution",
            "Document",
        }:
            ref = self.look.ref(node)
            raise UsageError(
                f"{ref.name} is a {ref.kind or 'thing'}, no fact; give a statement or relation of remit why"
            )
        return [self._reject(s) for s in behind]

    def _reject(self, said: Statement) -> Entry:
        if said.fact.evidence.rule == ADDED:
            by = next((one for one in self.ledger.of("add") if plain(said.fact.evidence.quote) == one.quote), None)
            how = f"remit undo {by.id}" if by else "undo that decision"
            raise UsageError(f"{said.iri}: the ledger itself added this fact; {how}")
        return self._entry("reject", said.iri, told(said.fact), quote=plain(said.fact.evidence.quote))

    def _statement(self, node: NamedNode) -> Statement | None:
        document, sign, _ = node.value.partition("/statement/")
        if not sign:
            return None
        return next((s for s in statements(self.store, document) if s.iri == node.value), None)

    def _only(self, id_: str, node: NamedNode | None) -> Statement:
        """The one statement behind a relation."""
        behind = [s for n in self.look.nodes(node, "supportedBy") if (s := self._statement(n))] if node else []
        if len(behind) == 1:
            return behind[0]
        if not behind:
            raise UsageError(f"{id_}: is no statement and no relation that rests on one; remit why shows them")
        raise AmbiguousName(id_, tuple(f"{told(s.fact)}: {s.iri}" for s in behind))

    def _paper(self, text: str) -> StoredDocument | None:
        """The document of a path as `remit documents` lists it, with its collection before it if need be, or of an address."""
        text = text.strip()
        every = documents(self.store)
        for fits in (
            [d for d in every if d.iri == text],
            [d for d in every if d.path == text],
            [d for d in every if f"{d.collection}/{d.path}" == text],
        ):
            if len(fits) > 1:
                raise AmbiguousName(text, tuple(f"{d.collection}/{d.path}" for d in fits))
            if fits:
                return fits[0]
        return None


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:77] + "..."
