"""The registers as tables: duties, directions, reporting lines, each row with its quote, document and place.

Invariant: a row says what the question behind it answers, in the order of the question; nothing is computed here.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..graph.questions.instruments import directions
from ..graph.questions.obligations import Wanted, obligations
from ..graph.questions.reading import Look, Proof, Quads
from ..graph.view_reading import Source
from ..graph.views import view
from .tables import Cell, Sheet, sheet

_PROOF = ("Quote", "Document", "Place")


def register(store: Quads, on: str | None = None) -> Sheet:
    """The register of duties, as of a day."""
    rows = [
        (
            one.action, str(one.bearer or ""), "; ".join(map(str, one.recipient)), "; ".join(one.mandates),
            "; ".join(one.how), one.due or one.deadline or "", one.frequency or "", one.condition or "", one.status,
            *_proof(one.evidence), one.id,
        )
        for one in obligations(Look(store), Wanted(), on)
    ]  # fmt: skip
    headings = (
        "Duty",
        "Owed by",
        "Owed to",
        "Under",
        "How known",
        "Due",
        "How often",
        "Condition",
        "Status",
        *_PROOF,
        "Id",
    )
    return sheet("Duties", headings, rows)


def instruments(store: Quads, on: str | None = None) -> Sheet:
    """The directions, as of a day."""
    rows = [
        (
            one.name, one.date or "", str(one.issuer or ""), "; ".join(map(str, one.addressee)), one.status,
            one.in_force_from or "", one.in_force_until or "", "; ".join(map(str, one.basis)),
            "; ".join(map(str, one.replaces)), *_proof(one.evidence), one.id,
        )
        for one in directions(Look(store), on)
    ]  # fmt: skip
    headings = (
        "Direction",
        "Date",
        "Issued by",
        "Addressed to",
        "Status",
        "From",
        "Until",
        "Made under",
        "Replaces",
        *_PROOF,
        "Id",
    )
    return sheet("Directions", headings, rows)


def lines(store: Source) -> Sheet:
    """The reporting lines."""
    shown = view(store)
    nodes = shown.by_id()
    paths = {paper.id: paper.path for paper in shown.papers}
    rows: list[tuple[Cell, ...]] = []
    for edge in shown.edges:
        if edge.kind == "reports":
            first = edge.evidence[0] if edge.evidence else None
            proof = (first.quote, paths.get(first.document, ""), first.locator or "") if first else ("", "", "")
            said = dict(edge.details)
            ends = (nodes[edge.source].label, edge.verb, nodes[edge.target].label)
            rows.append((*ends, said.get("what", ""), "; ".join(edge.observed), *proof, edge.id.partition(" ")[0]))
    rows.sort(key=lambda row: tuple(map(str, row)))
    return sheet("Reporting lines", ("From", "Relation", "To", "About", "Seen", *_PROOF, "Id"), rows)


def registers(store: Quads, on: str | None = None) -> list[Sheet]:
    """All registers of a store: the sheets of its workbook."""
    return [register(store, on), instruments(store, on), lines(store)]


def _proof(evidence: Sequence[Proof]) -> tuple[str, str, str]:
    """The first passage of a row, and where it stands."""
    if not evidence:
        return "", "", ""
    first = evidence[0]
    page = f"page {first.page}" if first.page else ""
    return first.quote, first.document, ", ".join(filter(None, (page, first.locator)))
