"""The page of the ontology, from `ontology/remit.ttl` and the schemes of `ontology/schemes.ttl`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from remit.ontology.terms import PREFIXES

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology"
HEAD = """\
# The ontology

Made by `make docs-generate` from `ontology/remit.ttl` and `ontology/schemes.ttl`. Terms without a prefix are remit's own
(`urn:remit:def:`); each is aligned to the standard term that comes nearest. What a document says are *statements*, in a named
graph for each document; what is known are *parties*, *instruments*, *acts* and the dated *relations* between them, in the
default graph, each with `supportedBy` to the statements behind it.

`remit query -` knows all these prefixes; they need no declaration:
"""
KINDS = (("Class", "Classes"), ("ObjectProperty", "Properties to things"), ("DatatypeProperty", "Properties to values"))


class Terms:
    """The triples of a Turtle file, by subject and predicate."""

    def __init__(self, path: Path) -> None:
        self.said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode):
                value = quad.object.value if not isinstance(quad.object, ox.BlankNode) else ""
                self.said[quad.subject.value][short(quad.predicate.value)].append(value)

    def of(self, kind: str) -> list[str]:
        """The subjects of a type, by name."""
        return sorted(s for s, said in self.said.items() if kind in {short(value) for value in said["rdf:type"]})

    def text(self, subject: str, *names: str) -> str:
        """The first text of the first property that has one."""
        return next((self.said[subject][name][0] for name in names if self.said[subject][name]), "")


def short(iri: str) -> str:
    """A term with its prefix; remit's own without."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            local = iri[len(namespace) :]
            return local if prefix == "remit" else f"{prefix}:{local}"
    return iri


def ontology_page() -> str:
    """The page."""
    terms, schemes = Terms(ONTOLOGY / "remit.ttl"), Terms(ONTOLOGY / "schemes.ttl")
    lines = [
        HEAD,
        "| prefix | vocabulary |",
        "| --- | --- |",
        *(f"| `{p}:` | `{n}` |" for p, n in PREFIXES.items()),
        "",
    ]
    for kind, title in KINDS:
        own = [iri for iri in terms.of(f"owl:{kind}") if ":" not in short(iri)]
        lines += [f"## {title}", ""]
        for iri in own:
            lines += _term(terms, iri)
    lines += ["## Schemes", "", "Kinds, capacities and statuses are the notations of these schemes.", ""]
    for scheme in schemes.of("skos:ConceptScheme"):
        lines += [f"### {schemes.text(scheme, 'skos:prefLabel', 'rdfs:label', 'dcterms:title') or short(scheme)}", ""]
        lines += [*_concepts(schemes, scheme), ""]
    return "\n".join(lines).rstrip() + "\n"


def _term(terms: Terms, iri: str) -> Iterator[str]:
    """One class or property."""
    said = terms.said[iri]
    yield f"### {short(iri)}"
    yield ""
    yield _plain(terms.text(iri, "skos:definition", "rdfs:comment")) or f"{_plain(terms.text(iri, 'rdfs:label'))}."
    yield ""
    for name, title in (
        ("rdfs:subClassOf", "is a"),
        ("rdfs:subPropertyOf", "refines"),
        ("rdfs:domain", "of"),
        ("rdfs:range", "to"),
        ("owl:inverseOf", "inverse of"),
    ):
        if values := sorted(short(value) for value in said[name] if value):
            yield f"- {title} " + ", ".join(f"`{value}`" for value in values)
    for note in said["skos:scopeNote"]:
        yield f"- {_plain(note)}"
    for source in said["dcterms:source"]:
        yield f"- source: <{source}>"
    yield ""


def _concepts(schemes: Terms, scheme: str) -> Iterator[str]:
    """The concepts of a scheme, as rows."""
    yield "| notation | meaning |"
    yield "| --- | --- |"
    for concept in schemes.of("skos:Concept"):
        if scheme in schemes.said[concept]["skos:inScheme"]:
            meaning = schemes.text(concept, "skos:definition", "skos:scopeNote", "skos:prefLabel")
            yield f"| `{schemes.text(concept, 'skos:notation') or short(concept)}` | {_plain(meaning)} |"


def _plain(text: str) -> str:
    """A text of the ontology as Markdown shows it."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
