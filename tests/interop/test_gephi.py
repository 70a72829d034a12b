"""GEXF by the rules of its schema, and in Gephi's own toolkit; Gephi's tables."""

import csv
import os

import pytest
from lxml import etree

from conftest import HERE, java

NS = "{http://gexf.net/1.3}"


def schema(path):
    return (etree.RelaxNG if str(path).endswith(".rng") else etree.XMLSchema)(etree.parse(str(path)))


def test_gexf_keeps_the_rules_of_its_schema(exports):
    file = etree.parse(str(exports.path("gexf")))
    schema(HERE / "gexf-1.3.xsd").assertValid(file)
    published = os.environ.get("DEMARCHE_GEXF_SCHEMA")
    if published:
        schema(published).assertValid(file)


@pytest.mark.parametrize("spoilt", ['<node label="no id"/>', '<node id="x" start="2010"/>', '<node id="x"><spell/></node>'])
def test_schema_finds_faults(articles, spoilt):
    text = articles.path("gexf").read_text().replace("<nodes>", "<nodes>" + spoilt)
    assert not schema(HERE / "gexf-1.3.xsd").validate(etree.fromstring(text.encode()))


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


@pytest.mark.parametrize("format", ["gexf", "gephi"])
def test_gephi_reads_offices(exports, format):
    day, _ = one_day(exports)
    read = java("gephi", "GephiCheck.java", exports.path(format, "--offices", name=f"{format}-offices"), day,
                options=["-Djava.awt.headless=true"])
    held = exports.json["affiliations"]
    known = {n["id"] for n in exports.json["nodes"]}
    assert held and read["edges"] == len(exports.json["edges"]) + len(held), "no parallel edges are merged"
    assert read["nodes"] == len(known | {a["of"] for a in held})


def test_gexf_with_offices_keeps_the_rules_of_its_schema(articles):
    file = etree.parse(str(articles.path("gexf", "--offices", name="gexf-offices")))
    schema(HERE / "gexf-1.3.xsd").assertValid(file)
    held = [e for e in file.iter(NS + "edge") if e.get("kind").startswith("office")]
    assert len(held) == len(articles.json["affiliations"])
    assert any(e.get("start") and not e.get("end") for e in held), "a term that goes on has no end"


def test_gephi_tables(exports):
    with open(exports.path("gephi") / "edges.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["Type"] for row in rows} == {"Directed"}
    assert all(not row["Timeset"] or row["Timeset"].startswith("<[") for row in rows)
    assert not any(cell and cell[0] in "=+@" for row in rows for cell in row.values())
