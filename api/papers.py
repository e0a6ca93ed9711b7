"""A store opened for asking: one method for each question of the command line, and the views of other libraries.

Invariant: nothing is written; names are as forgiving as on the command line, and never chosen among several.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from html import escape
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from ..errors import UsageError
from .answers import Answers

if TYPE_CHECKING:
    import networkx as nx
    from pyoxigraph import NamedNode
    from rdflib import Dataset, Graph

    from ..graph.checks import Finding
    from ..graph.questions.diff import Change
    from ..graph.questions.entities import Entry
    from ..graph.questions.held import Held
    from ..graph.questions.instruments import Instrument, Resting
    from ..graph.questions.listings import Unnamed
    from ..graph.questions.mandate import Chain
    from ..graph.questions.members import Holder, Place
    from ..graph.questions.obligations import Duty
    from ..graph.questions.reporting import Line
    from ..graph.questions.timeline import Event
    from ..graph.questions.why import Explained
    from ..graph.validate import Finding as Fault
    from ..graph.views import View
    from .pictures import Drawing

_ACTORS = ("Body", "Post", "Person")
_TOLD = ("Body", "Person", "Post", "Direction")


class Papers:
    """What the papers in a store say. Made by `remit.open_store`; usable in a `with` statement.

    Days are ISO texts (`2024-06-14`; a month or a year stands for its last day, `today` for today). Every question raises
    AmbiguousName for a name that fits several things, NothingFound for one that fits none, BadDate for what is no day,
    StoreError where the store cannot be read; a question without an answer gives empty `Answers`.
    """

    def __init__(self, store: Any, place: str) -> None:
        from ..graph.questions.reading import Look

        self.store = store
        self.place = place
        self._look = Look(store)
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store; more than once does no harm."""
        if not self._closed:
            self._closed = True
            self.store.close()

    def __repr__(self) -> str:
        return f"<remit papers in {self.place}>"

    def _repr_html_(self) -> str:
        """The documents in the store, for notebooks."""
        return f"<p>remit papers in <code>{escape(self.place)}</code></p>{self.documents()._repr_html_()}"

    def documents(self) -> Answers[Held]:
        """The documents in the store, with dates, kinds and numbers of statements."""
        from ..graph.questions.held import held

        return Answers("documents", held(self.store))

    def reports_to(
        self, name: str, *, down: bool = False, depth: int | None = None, as_of: str | None = None
    ) -> Answers[Line]:
        """To whom a body, post or person reports, and so on upward; with `down` those below. At most `depth` steps."""
        from ..graph.questions.reporting import reporting_lines

        day = _day(as_of)
        lines = reporting_lines(self._look, self._find(name, *_ACTORS), down=down, depth=depth, on=day)
        return Answers(f"reports-to {name}", lines, day)

    def mandate(self, text: str | None = None, *, as_of: str | None = None) -> Answers[Chain]:
        """What mandates the actions that words describe, up to the Act; without words, for every action there is."""
        from ..graph.questions.mandate import all_mandates, mandates

        day = _day(as_of)
        chains = all_mandates(self._look, day) if text is None else mandates(self._look, text, day)
        return Answers(f"mandate {text or '--all'}", chains, day)

    def obligations(
        self,
        *,
        bearer: str | None = None,
        recipient: str | None = None,
        mandate: str | None = None,
        status: str | None = None,
        due_before: str | None = None,
        document: str | None = None,
        as_of: str | None = None,
    ) -> Answers[Duty]:
        """The register of duties, of a bearer, to a recipient, under an instrument or Act, stated in a document (a part of
        its name will do), as they stand on the day.
        """
        from ..graph.questions.obligations import Wanted
        from ..graph.questions.obligations import obligations as ask

        day = _day(as_of)
        wanted = Wanted(
            bearer=self._find(bearer, *_ACTORS) if bearer else None,
            recipient=self._find(recipient, *_ACTORS) if recipient else None,
            mandate=self._find(mandate) if mandate else None,
            status=status,
            due_before=_day(due_before),
            document=document,
        )
        return Answers("obligations", ask(self._look, wanted, day), day)

    def directions(self, *, lapsed: bool = False, as_of: str | None = None) -> Answers[Instrument]:
        """The directions with issuer, basis, status and what they carry; with `lapsed` those that no longer bind."""
        from ..graph.questions.instruments import directions as ask

        day = _day(as_of)
        return Answers("directions", ask(self._look, day, lapsed=lapsed), day)

    def act(self, title: str, *, as_of: str | None = None) -> Answers[Resting]:
        """All that rests on an Act, or on a section of one."""
        from ..graph.questions.instruments import act_named, resting_on

        day = _day(as_of)
        return Answers(f"act {title}", resting_on(self._look, act_named(self._look, title)[0], day), day)

    def members(self, body: str, *, history: bool = False, as_of: str | None = None) -> Answers[Place]:
        """The people of a body by capacity, and the posts with a seat on it."""
        from ..graph.questions.members import members as ask

        day = _day(as_of)
        return Answers(f"members {body}", ask(self._look, self._find(body, "Body"), day, history=history), day)

    def holders(self, post: str, *, as_of: str | None = None) -> Answers[Holder | Unnamed]:
        """Who holds a post, and how that is known; the days on which tables list it without a holder."""
        from ..graph.questions.listings import unnamed
        from ..graph.questions.members import holders as ask

        day = _day(as_of)
        node = self._find(post, "Post")
        return Answers(f"holders {post}", [*ask(self._look, node, day), *unnamed(self._look, node, day)], day)

    def person(self, name: str, *, as_of: str | None = None) -> Answers[Entry]:
        """All that is known of a person."""
        from ..graph.questions.entities import person as ask

        day = _day(as_of)
        return Answers(f"person {name}", ask(self._look, self._find(name, "Person"), day), day)

    def body(self, name: str, *, as_of: str | None = None) -> Answers[Entry]:
        """All that is known of a body."""
        from ..graph.questions.entities import body as ask

        day = _day(as_of)
        return Answers(f"body {name}", ask(self._look, self._find(name, "Body"), day), day)

    def timeline(self, name: str, *, as_of: str | None = None) -> Answers[Event]:
        """What happened to a body, person, post or direction, in the order of days."""
        from ..graph.questions.timeline import timeline as ask

        day = _day(as_of)
        return Answers(f"timeline {name}", ask(self._look, self._find(name, *_TOLD), day), day)

    def diff(self, first: str, second: str, name: str | None = None) -> Answers[Change]:
        """What changed between two days, for one thing or for all."""
        from ..graph.questions.diff import diff as ask

        node = self._find(name, *_TOLD) if name else None
        asked = " ".join(filter(None, ("diff", first, second, name)))
        return Answers(asked, ask(self._look, _day(first) or "", _day(second) or "", node))

    def check(self, *, rules: Collection[str] | None = None, as_of: str | None = None) -> Answers[Finding]:
        """Contradictions between the papers and gaps in them; `rules` names the checks to run, else all."""
        from ..graph.checks import RULES, findings

        if unknown := sorted(set(rules or ()) - {rule.id for rule in RULES}):
            raise UsageError(f"no check {unknown[0]!r}; there are {', '.join(rule.id for rule in RULES)}")
        day = _day(as_of)
        return Answers("check", findings(self._look, day, rules=rules), day)

    def why(self, name: str, *, as_of: str | None = None) -> Answers[Explained]:
        """The proof of an answer by its `id`: statements, words, rules, reasons."""
        from ..graph.questions.why import why as ask

        day = _day(as_of)
        return Answers(f"why {name}", ask(self._look, name, day), day)

    def query(
        self, query: str, parameters: Mapping[str, str] | None = None, *, seconds: float = 60.0
    ) -> Answers[dict[str, str | None]]:
        """The rows of a SPARQL 1.1 query, or of a competency question by name with its parameters.

        Raises QueryError for a query that cannot be run, would leave the store or change it, or takes longer.
        """
        from ..graph.questions.sparql import bind, question, run

        named, given = question(query), dict(parameters or {})
        wanted = {p.name for p in named.parameters} if named else set()
        if wanted != given.keys():
            raise UsageError(
                f"{query.split(maxsplit=1)[0]}: takes the parameters {', '.join(sorted(wanted)) or 'none'}"
            )
        bound = {p.name: bind(p, given[p.name], self._find) for p in named.parameters} if named else {}
        rows = run(self.store, named.text if named else query, bound, seconds)
        return Answers(
            named.name if named else "query", [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]
        )

    def validate(self) -> Answers[Fault]:
        """What is wrong with the store, by its shapes and by the texts of its documents; empty if it is sound."""
        from ..graph.validate import validate

        return Answers("validate", validate(self.store))

    def view(self) -> View:
        """The network as frozen dataclasses: nodes, edges, and the passages behind them."""
        from ..graph.views import view

        return view(self.store)

    def network(self) -> nx.MultiDiGraph[str]:
        """The network as a networkx graph, nodes and edges by identifier, their values as attributes."""
        from ..graph.views import to_networkx

        return to_networkx(self.view())

    def picture(self, name: str | None = None, part: str = "line") -> Drawing:
        """The network drawn, or of one thing its reporting `line`, its `chain` of mandates, or the `body` with its seats."""
        from .pictures import KINDS, drawing

        if part not in KINDS:
            raise UsageError(f"no part {part!r}; there are {', '.join(KINDS)}")
        node = self._find(name, *KINDS[part]) if name else None
        return drawing(self.view(), node.value if node else None, part, name or "Reporting lines and mandates")

    def dataset(self) -> Dataset:
        """The store as an rdflib Dataset, read in place: what is known in the default graph, each document's own in others.

        Raises UsageError for a store behind an address, which rdflib asks itself.
        """
        from .rdf import dataset

        return dataset(self.store)

    def graph(self) -> Graph:
        """What is known as an rdflib Graph, read in place."""
        from .rdf import known

        return known(self.store)

    def _find(self, name: str, *kinds: str) -> NamedNode:
        """The one thing that a name means."""
        from ..graph.questions.naming import find

        return find(self._look, name, *kinds)


def _day(text: str | None) -> str | None:
    """A day as ISO text."""
    from ..graph.questions.asof import read_day

    return None if text is None else read_day(text)
