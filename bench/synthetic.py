"""A synthetic store of any size, in the shape that remit's own knowledge has.

A unit is one organisation: 60 posts in a tree of reporting lines, 20 bodies, 40 obligations mandated by a direction
that rests on a provision, tenures with dates, each relation supported by a statement with its evidence.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import pyoxigraph as ox

DEF = "urn:remit:def:"
ORG = "http://www.w3.org/ns/org#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
ELI = "http://data.europa.eu/eli/ontology#"
DCT = "http://purl.org/dc/terms/"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
INTEGER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")


def term(name: str) -> ox.NamedNode:
    """An own term."""
    return ox.NamedNode(DEF + name)


def known(s: str, p: ox.NamedNode | str, o: str | ox.NamedNode | ox.Literal) -> ox.Quad:
    """A quad of the default graph; `o` as text is an address."""
    pred = p if isinstance(p, ox.NamedNode) else term(p)
    return ox.Quad(ox.NamedNode(s), pred, ox.NamedNode(o) if isinstance(o, str) else o)


def unit(number: int, seed: int = 7) -> Iterator[ox.Quad]:
    """The quads of one organisation."""
    rng = random.Random(seed * 1_000_003 + number)
    base, place = "urn:remit:", f"org{number}"
    doc = f"{base}document/{place}/paper.txt"
    graph = ox.NamedNode(doc)
    label = ox.NamedNode(SKOS + "prefLabel")
    made = 0

    def said(kind: str, **values: str) -> str:
        nonlocal made
        made += 1
        iri, ev = f"{doc}/statement/{kind}-{made:06d}", f"{doc}/evidence/{made * 100}-{made * 100 + 80}"
        quads.append(ox.Quad(ox.NamedNode(iri), TYPE, term("Statement"), graph))
        quads.append(ox.Quad(ox.NamedNode(iri), term("evidence"), ox.NamedNode(ev), graph))
        quads.append(ox.Quad(ox.NamedNode(iri), term("rule"), ox.Literal("synthetic"), graph))
        for name, value in values.items():
            quads.append(ox.Quad(ox.NamedNode(iri), term(name), ox.Literal(value), graph))
        quads.append(ox.Quad(ox.NamedNode(ev), ox.NamedNode(PROV + "wasQuotedFrom"), graph, graph))
        quads.append(
            ox.Quad(
                ox.NamedNode(ev), ox.NamedNode(OA + "exact"), ox.Literal(f"passage {made} of paper {number}"), graph
            )
        )
        quads.append(
            ox.Quad(ox.NamedNode(ev), ox.NamedNode(OA + "start"), ox.Literal(str(made * 100), datatype=INTEGER), graph)
        )
        quads.append(
            ox.Quad(
                ox.NamedNode(ev), ox.NamedNode(OA + "end"), ox.Literal(str(made * 100 + 80), datatype=INTEGER), graph
            )
        )
        return iri

    quads: list[ox.Quad] = [
        ox.Quad(graph, TYPE, term("Document"), graph),
        ox.Quad(graph, term("path"), ox.Literal("paper.txt"), graph),
        ox.Quad(graph, term("collection"), ox.Literal(place), graph),
    ]
    bodies = [f"{base}body/{place}/board-{i}" for i in range(20)]
    posts = [f"{base}post/{place}/post-{i}" for i in range(60)]
    for i, body in enumerate(bodies):
        quads += [known(body, TYPE, DEF + "Body"), known(body, label, ox.Literal(f"Board {i} of Borough {number}"))]
    for i, post in enumerate(posts):
        quads += [known(post, TYPE, DEF + "Post"), known(post, label, ox.Literal(f"Director {i} of Borough {number}"))]
    ends = [(posts[i], posts[rng.randrange(max(0, i - 4), i)]) for i in range(1, 60)]
    ends += [(bodies[i], bodies[(i - 1) // 2]) for i in range(1, 20)] + [(posts[0], bodies[0])]
    for i, (low, high) in enumerate(ends):
        line = f"{base}reporting/{number:06x}{i:06x}"
        quads += [
            known(line, TYPE, DEF + "ReportingLine"),
            known(line, "reporter", low),
            known(line, "superior", high),
            known(line, "lineKind", ox.Literal("reports")),
            known(line, "observed", ox.Literal(f"20{rng.randrange(10, 25)}-06-14")),
            known(line, "supportedBy", said("reports_to", subjectText=low, objectText=high)),
            known(low, ox.NamedNode(ORG + "reportsTo"), high),
        ]
    act = f"http://www.legislation.gov.uk/id/ukpga/1999/27/section/{number % 30 + 1}"
    direction = f"{base}direction/{place}/2017-03-28"
    quads += [
        known(direction, TYPE, DEF + "Direction"),
        known(direction, label, ox.Literal("Directions of 2017-03-28")),
        known(direction, ox.NamedNode(DCT + "date"), ox.Literal("2017-03-28")),
        known(direction, "inForceUntil", ox.Literal("2018-09-30")),
        known(direction, ox.NamedNode(ELI + "based_on"), act),
        known(act, TYPE, DEF + "Provision"),
        known(act, label, ox.Literal(f"Local Government Act 1999 section {number % 30 + 1}")),
    ]
    for i in range(40):
        duty, link = f"{base}obligation/{number:06x}{i:06x}", f"{base}mandate/{number:06x}{i:06x}"
        by = said("obligation", bearerText="Board", actionText=f"submit report {i}")
        quads += [
            known(duty, TYPE, DEF + "Obligation"),
            known(duty, "bearer", rng.choice(bodies)),
            known(duty, "recipient", rng.choice(bodies)),
            known(duty, "action", ox.Literal(f"submit report {i} of borough {number}")),
            known(duty, "deadline", ox.Literal(f"20{rng.randrange(10, 25)}-0{rng.randrange(1, 10)}-28")),
            known(duty, "supportedBy", by),
            known(link, TYPE, DEF + "Mandate"),
            known(link, "mandated", duty),
            known(link, "mandatedBy", direction),
            known(link, "how", ox.Literal("stated")),
            known(link, "supportedBy", by),
        ]
    yield from quads


def store_quads(wanted: int) -> Iterator[ox.Quad]:
    """At least `wanted` quads, unit after unit."""
    made, number = 0, 0
    while made < wanted:
        for quad in unit(number):
            made += 1
            yield quad
        number += 1
