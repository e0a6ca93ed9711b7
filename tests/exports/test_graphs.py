"""The network in the formats of other tools, read back."""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from remit.exports.graphs import WRITERS, cytoscape, dot, flat, gexf, graphml, neo4j
from remit.graph.views import view


@pytest.fixture
def shown(hostile_world):
    """A view with hostile names."""
    return view(hostile_world.store)


def test_graphml_is_read_back_whole(shown):
    """Every node and edge comes back, parallel edges too, with its name and the address as a value."""
    got = nx.parse_graphml(graphml(shown), force_multigraph=True)
    assert got.number_of_nodes() == len(shown.nodes)
    assert got.number_of_edges() == len(shown.edges)
    assert {values["iri"] for _, values in got.nodes(data=True)} == {node.id for node in shown.nodes}
    assert any("<script>" in values["name"] for _, values in got.nodes(data=True))


def test_gexf_is_well_formed_and_whole(shown):
    """The file parses, with a label for each node and edge and an identifier of its own."""
    root = ET.fromstring(gexf(shown))
    names = {"g": "http://gexf.net/1.3"}
    nodes, edges = root.findall(".//g:node", names), root.findall(".//g:edge", names)
    assert (len(nodes), len(edges)) == (len(shown.nodes), len(shown.edges))
    assert len({edge.get("id") for edge in edges}) == len(edges)
    assert all(node.get("label") for node in nodes)


def test_dot_keeps_nodes_apart_and_quotes_closed(shown):
    """Identifiers have no colon, and every line's quotes pair up."""
    text = dot(shown)
    assert len(re.findall(r"^  n\d+ \[", text, re.MULTILINE)) == len(shown.nodes)
    assert all(len(re.findall(r'(?<!\\)(?:\\\\)*"', line)) % 2 == 0 for line in text.splitlines())


def test_cytoscape_json_has_identifiers_and_labels(shown):
    """Nodes and edges carry both."""
    elements = json.loads(cytoscape(shown))["elements"]
    assert all(one["data"]["id"] and one["data"]["label"] for kind in elements.values() for one in kind)


def test_neo4j_files_join(shown):
    """Ends of relationships are identifiers of nodes, and every row has as many fields as its heading."""
    files = neo4j(shown)
    nodes = list(csv.reader(io.StringIO(files["nodes.csv"], newline="")))
    links = list(csv.reader(io.StringIO(files["relationships.csv"], newline="")))
    assert {len(row) for row in nodes} == {len(nodes[0])}
    ids = {row[0] for row in nodes[1:]}
    assert all({row[0], row[1]} <= ids for row in links[1:])


def test_no_value_holds_what_xml_forbids(shown):
    """Control characters and lone surrogates are gone from all values, and every value is text."""
    for kind in flat(shown):
        for one in kind:
            assert all(isinstance(value, str) for value in one.values.values())
            assert not any(re.search("[\x00-\x08\x0b\x0c\ud800-\udfff]", value) for value in one.values.values())


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_every_format_is_the_same_twice(shown, name):
    """The same view gives the same text."""
    assert WRITERS[name](shown) == WRITERS[name](shown)
