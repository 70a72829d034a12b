"""GEXF by the rules of its schema, and in Gephi's own toolkit; Gephi's tables."""

import csv

import pytest
from lxml import etree

from conftest import java

NS = "{http://gexf.net/1.3}"
# What the schema of GEXF 1.3 allows: attributes and children of each element that a graph of ours may have.
ALLOWED = {
    "gexf": ({"version", "variant"}, ["meta", "graph"]),
    "meta": ({"lastmodifieddate"}, ["creator", "keywords", "description"]),
    "creator": (set(), []),
    "description": (set(), []),
    "graph": ({"timeformat", "start", "end", "timestamp", "mode", "timerepresentation", "timezone", "defaultedgetype", "idtype"},
              ["attributes", "nodes", "edges"]),
    "attributes": ({"class", "mode"}, ["attribute"]),
    "attribute": ({"id", "title", "type"}, ["default", "options"]),
    "nodes": ({"count"}, ["node"]),
    "node": ({"start", "end", "intervals", "timestamp", "timestamps", "id", "label", "pid"}, ["attvalues", "spells"]),
    "edges": ({"count"}, ["edge"]),
    "edge": ({"start", "end", "intervals", "timestamp", "timestamps", "id", "type", "label", "source", "target", "weight", "kind"},
             ["attvalues", "spells"]),
    "attvalues": (set(), ["attvalue"]),
    "attvalue": ({"for", "value", "start", "end", "timestamp"}, []),
}
REQUIRED = {"gexf": {"version"}, "attributes": {"class"}, "attribute": {"id", "title", "type"}, "node": {"id"},
            "edge": {"source", "target"}, "attvalue": {"for", "value"}}
WORDS = {("gexf", "version"): {"1.3"}, ("graph", "timeformat"): {"integer", "double", "date", "dateTime"},
         ("graph", "mode"): {"static", "dynamic", "slice"}, ("graph", "timerepresentation"): {"interval", "timestamp"},
         ("graph", "defaultedgetype"): {"directed", "undirected", "mutual"}, ("graph", "idtype"): {"integer", "string"},
         ("attributes", "class"): {"node", "edge"}, ("attributes", "mode"): {"static", "dynamic"},
         ("attribute", "type"): {"integer", "long", "double", "float", "boolean", "string", "anyURI"}}


def test_gexf_keeps_the_rules_of_its_schema(exports):
    for element in etree.parse(str(exports.path("gexf"))).iter():
        assert element.tag.startswith(NS), element.tag
        name = element.tag[len(NS):]
        attributes, children = ALLOWED[name]
        assert set(element.attrib) <= attributes and REQUIRED.get(name, set()) <= set(element.attrib), name
        order = [children.index(child.tag[len(NS):]) for child in element]
        assert order == sorted(order), f"children of {name} in the schema's order"
        for key, value in element.attrib.items():
            assert value in WORDS.get((name, key), {value}), (name, key, value)


def test_gexf_parallel_edges_differ_in_kind(exports):
    seen = set()
    ids = set()
    for edge in etree.parse(str(exports.path("gexf"))).iter(NS + "edge"):
        key = edge.get("source"), edge.get("target"), edge.get("kind")
        assert key not in seen
        assert edge.get("id") not in ids
        seen.add(key), ids.add(edge.get("id"))
        assert (edge.get("start") is None) == (edge.get("end") is None)


def one_day(exports):
    """A day on which something happened, and how many edges last exactly or longer over it."""
    edges = list(etree.parse(str(exports.path("gexf"))).iter(NS + "edge"))
    days = [e.get("start") for e in edges if e.get("start") and e.get("start") == e.get("end")]
    day = max(set(days), key=days.count)
    return day, sum(e.get("start") is not None and e.get("start") <= day <= e.get("end") for e in edges)


@pytest.mark.parametrize("format", ["gexf", "gephi"])
def test_gephi_reads_all_and_shows_a_day(exports, format):
    day, count = one_day(exports)
    path = exports.path(format)
    read = java("gephi", "GephiCheck.java", path, day, options=["-Djava.awt.headless=true"])
    data = exports.json
    assert read["nodes"] == len(data["nodes"]) and read["labelled"] == read["nodes"]
    assert read["edges"] == len(data["edges"]), "no parallel edges are merged"
    assert read["directed"] and read["dynamic"]
    assert read["on_day"] == count


def test_gephi_tables(exports):
    with open(exports.path("gephi") / "edges.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["Type"] for row in rows} == {"Directed"}
    assert all(not row["Timeset"] or row["Timeset"].startswith("<[") for row in rows)
    assert not any(cell and cell[0] in "=+@" for row in rows for cell in row.values())
