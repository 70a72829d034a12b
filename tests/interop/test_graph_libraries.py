"""NetworkX, igraph and Cytoscape.js read what is written for them."""

import json
import xml.etree.ElementTree as ET

import igraph
import networkx as nx
import pytest

from conftest import HOSTILE, node


def visible(name):
    """What XML can carry of a name: characters that it forbids are replaced."""
    return "".join("\ufffd" if ord(c) < 0x20 and c not in "\t\n\r" else c for c in name)


def test_node_link_json(exports):
    data = exports.json
    graph = nx.node_link_graph(data, edges="edges")
    assert graph.is_directed() and graph.is_multigraph()
    assert graph.number_of_nodes() == len(data["nodes"])
    assert graph.number_of_edges() == len(data["edges"])


@pytest.mark.parametrize("key", ["links", "both"])
def test_node_link_json_of_older_networkx(exports, key):
    data = json.loads(exports.path("json", "--edges-key", key, name=f"json-{key}").read_text())
    assert ("edges" in data) == (key == "both")
    assert nx.node_link_graph(data, edges="links").number_of_edges() == len(exports.json["edges"])


def test_graphml_in_networkx(exports):
    graph = nx.read_graphml(exports.path("graphml"), force_multigraph=True)
    data = exports.json
    assert graph.number_of_nodes() == len(data["nodes"])
    assert graph.number_of_edges() == len(data["edges"])
    for given in data["nodes"]:
        read = graph.nodes[given["id"]]
        assert read["name"] == read["label"] == visible(given["name"])
        assert ("qid" in read) == ("qid" in given), "a missing value is left out"
    types = {type(v) for _, _, d in graph.edges(data=True) for v in d.values()}
    assert types <= {str, int, float, bool}
    assert {d["status"] for _, _, d in graph.edges(data=True)} <= {"actual", "planned", "possible", "denied"}


def test_graphml_has_only_plain_types(exports):
    names = {"boolean", "int", "long", "double", "string"}
    keys = [e for e in ET.parse(exports.path("graphml")).iter() if e.tag.endswith("}key")]
    assert keys and {k.get("attr.type") for k in keys} <= names


def test_graphml_in_igraph(exports):
    graph = igraph.Graph.Read_GraphML(str(exports.path("graphml")))
    data = exports.json
    assert graph.is_directed()
    assert graph.vcount() == len(data["nodes"]) and graph.ecount() == len(data["edges"])
    assert sorted(graph.vs["name"]) == sorted(visible(n["name"]) for n in data["nodes"])


def test_gexf_in_networkx(exports):
    graph = nx.read_gexf(exports.path("gexf"), version="1.3")
    data = exports.json
    assert graph.number_of_nodes() == len(data["nodes"])
    assert graph.number_of_edges() == len(data["edges"])
    assert graph.is_directed() and (graph.is_multigraph() or exports.folder.name == "hostile")


def test_offices_in_networkx(articles):
    graph = nx.read_gexf(articles.path("gexf", "--offices", name="gexf-offices"), version="1.3")
    data = articles.json
    held = [(a["person"], a["of"], a["office"]) for a in data["affiliations"]]
    assert graph.number_of_edges() == len(data["edges"]) + len(held)
    read = [(u, v, d) for u, v, d in graph.edges(data=True) if "office" in d]
    assert sorted((u, v, d["office"]) for u, v, d in read) == sorted(held)
    texts = {m["id"]: m["text"] for m in data["mentions"]}
    evidence = {texts[m] for a in data["affiliations"] for m in a.get("mentions", [])}
    assert evidence and {d["text"] for _, _, d in read if "text" in d} <= evidence
    assert sum("text" in d for _, _, d in read) == sum(bool(a.get("mentions")) for a in data["affiliations"])


def test_offices_in_cytoscape(exports):
    read = node("cytoscape_check.js", exports.path("cytoscape", "--offices", name="cytoscape-offices"))
    data = exports.json
    known = {n["id"] for n in data["nodes"]} | {a["of"] for a in data["affiliations"]}
    assert (read["nodes"], read["edges"]) == (len(known), len(data["edges"]) + len(data["affiliations"]))


def test_fields_and_no_text(articles):
    path = articles.path("graphml", "--fields", "name,status,date", name="fields")
    graph = nx.read_graphml(path, force_multigraph=True)
    assert {k for _, _, d in graph.edges(data=True) for k in d} - {"id"} == {"status", "date"}
    assert {k for _, d in graph.nodes(data=True) for k in d} == {"name"}
    bare = articles.path("json", "--no-text", name="no-text")
    assert all("text" not in m for m in json.loads(bare.read_text())["mentions"])


def test_filters_are_those_of_talks(articles):
    data = json.loads(articles.path("json", "--party", "Lavrov", "--since", "2022", name="lavrov").read_text())
    assert 0 < len(data["interactions"]) < len(articles.json["interactions"])
    assert all(i["date"] >= "2022" for i in data["interactions"])


def test_cytoscape(exports):
    read = node("cytoscape_check.js", exports.path("cytoscape"))
    data = exports.json
    assert (read["nodes"], read["edges"]) == (len(data["nodes"]), len(data["edges"]))
    assert read["names"] == {n["id"]: n["name"] for n in data["nodes"]}


def test_hostile_names_are_all_there(hostile):
    assert {n["name"] for n in hostile.json["nodes"]} == set(HOSTILE)
