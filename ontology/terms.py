"""Names of the terms that code uses: remit's own, and those of the standard vocabularies.

Invariant: every own term named here is defined in `remit.ttl` (a test holds that). Plain strings, so that a cold command
pays nothing for them.
"""

from __future__ import annotations

from collections.abc import Mapping

REMIT = "urn:remit:def:"
PREFIXES: Mapping[str, str] = {
    "remit": REMIT,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "time": "http://www.w3.org/2006/time#",
    "foaf": "http://xmlns.com/foaf/0.1/",
}
TYPE = PREFIXES["rdf"] + "type"
INTEGER = PREFIXES["xsd"] + "integer"


def iri(name: str) -> str:
    """The address of a term: `bearer` of remit's own, `skos:prefLabel` of a standard vocabulary."""
    prefix, _, local = name.rpartition(":")
    return PREFIXES[prefix or "remit"] + local


def statement_class(fact_type: str) -> str:
    """The class of the statements of a fact type: `reports_to` → `ReportsToStatement`."""
    return "".join(part.title() for part in fact_type.split("_")) + "Statement"


def value_property(key: str) -> str:
    """The property that keeps a fact's value as text: `mandated_by` → `mandatedByText`."""
    first, *rest = key.split("_")
    return first + "".join(part.title() for part in rest) + "Text"
