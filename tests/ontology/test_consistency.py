"""Reasoning over ontology and data: nothing contradicts, and a planted contradiction is found."""

from __future__ import annotations

import owlrl
import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import FOAF, ORG, OWL, PROV, RDF, RDFS

from remit.ontology import data_file

REMIT = Namespace("urn:remit:def:")
ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")
DATA = """
@prefix remit: <urn:remit:def:> . @prefix org: <http://www.w3.org/ns/org#> . @prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix oa: <http://www.w3.org/ns/oa#> . @prefix : <urn:x:> .
:board a remit:Body ; remit:supportedBy :s ; org:reportsTo :council . :council a remit:Body . :ann a remit:Person .
:chair a remit:Post ; org:postIn :board . :line a remit:ReportingLine ; remit:reporter :board ; remit:superior :council .
:tenure a remit:Tenure ; remit:holder :ann ; remit:heldPost :chair ; remit:supportedBy :s .
:member a remit:Membership ; org:member :ann ; org:organization :board .
:meeting a remit:Meeting ; remit:meetingOf :board ; remit:supportedBy :s .
:there a remit:Attendance ; remit:attendee :ann ; remit:atMeeting :meeting . :seat a remit:Seat ; remit:seatPost :chair ; remit:seatOn :board .
:act a remit:Act . :section a remit:Provision ; remit:ofAct :act . :minister a remit:Post .
:direction a remit:Direction ; remit:issuer :minister ; remit:addressee :council ; eli:based_on :section ; remit:revokes :older .
:older a remit:Direction . :duty a remit:Obligation ; remit:bearer :council ; remit:recipient :minister ; remit:supportedBy :s .
:mandate a remit:Mandate ; remit:mandated :duty ; remit:mandatedBy :direction . :terms a remit:TermsOfReference ; remit:ofBody :board .
:res a remit:Resolution ; remit:resolvedBy :board . :dec a remit:Decision ; remit:decidedBy :board ; remit:partOf :res .
:task a remit:ActionTask ; remit:owner :chair . :set a remit:Establishment ; remit:established :board ; remit:supportedBy :s .
:next a remit:Succession ; org:resultingOrganization :board ; org:originalOrganization :council ; remit:supportedBy :s .
:next2 a remit:Succession ; org:resultingOrganization :chair ; org:originalOrganization :minister .
:doc a remit:Document . :s a remit:Statement ; remit:evidence :e . :e a prov:Quotation, oa:TextQuoteSelector ; prov:wasQuotedFrom :doc .
"""


def errors(more=""):
    graph = Graph()
    graph.parse(data=data_file("remit.ttl").read_bytes(), format="turtle")
    graph.parse(data=DATA + more, format="turtle")
    # what the standards themselves say that own terms could contradict
    graph.add((FOAF.Person, OWL.disjointWith, FOAF.Organization))
    graph.add((FOAF.Document, OWL.disjointWith, FOAF.Organization))
    graph.add((FOAF.Person, OWL.disjointWith, FOAF.Document))
    graph.add((ORG.Organization, OWL.equivalentClass, FOAF.Organization))
    graph.add((ORG.Organization, OWL.disjointWith, ORG.Membership))
    graph.add((ORG.Organization, OWL.disjointWith, ORG.ChangeEvent))
    graph.add((ORG.Membership, OWL.disjointWith, ORG.ChangeEvent))
    graph.add((ORG.ChangeEvent, RDFS.subClassOf, PROV.Activity))
    graph.add((PROV.Activity, OWL.disjointWith, PROV.Entity))
    graph.add((PROV.qualifiedQuotation, RDFS.domain, PROV.Entity))
    graph.add((PROV.qualifiedQuotation, RDFS.range, PROV.Quotation))
    graph.add((PROV.wasQuotedFrom, RDFS.domain, PROV.Entity))
    graph.add((PROV.wasQuotedFrom, RDFS.range, PROV.Entity))
    graph.add((ORG.postIn, RDFS.domain, ORG.Post))
    graph.add((ORG.postIn, RDFS.range, ORG.Organization))
    graph.add((ORG.member, RDFS.domain, ORG.Membership))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return [str(e) for s in graph.subjects(RDF.type, ERROR) for e in graph.objects(s)]


PLANTED = {
    "both person and body": ":x1 a remit:Person, remit:Body .",
    "both body and post": ":x2 a remit:Body, remit:Post .",
    "both direction and provision": ":x3 a remit:Direction, remit:Provision .",
    "a body that holds a post": ":x4 a remit:Body . :t2 remit:holder :x4 .",
}
"""Contradictions, each about a thing of its own; the last is told by the range of a property alone."""


def test_ontology_and_data_are_consistent():
    """Every kind of relation at once, with the axioms of the standards, contradicts nothing."""
    assert [e for e in errors() if "disjoint" in e.lower() or "nothing" in e.lower()] == []


@pytest.fixture(scope="module")
def found():
    """What reasoning finds where all contradictions are planted at once."""
    return [e for e in errors(" ".join(PLANTED.values())) if "disjoint" in e.lower()]


@pytest.mark.parametrize(("number", "what"), list(enumerate(PLANTED, 1)))
def test_a_planted_contradiction_is_found(found, number, what):
    """Something planted as two kinds that nothing can be at once is an inconsistency about just that thing."""
    assert any(f"urn:x:x{number}" in e for e in found), what
