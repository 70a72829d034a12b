"""rdflib and N3.js read the RDF; plans and denials are never facts."""

import pytest
import rdflib
from rdflib import RDF, RDFS, Namespace, URIRef

from conftest import node

SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
DEM = Namespace("urn:demarche:term:")
ORG = Namespace("http://www.w3.org/ns/org#")
SCHEMA = Namespace("https://schema.org/")


def parsed(exports, format):
    if format == "turtle":
        return rdflib.Graph().parse(exports.path("turtle"), format="turtle")
    return rdflib.Dataset(default_union=True).parse(exports.path("nquads"), format="nquads")


@pytest.fixture(params=["turtle", "nquads"])
def graph(request, exports):
    return exports, request.param, parsed(exports, request.param)


def test_counts_and_names(graph):
    exports, _, rdf = graph
    data = exports.json
    names = {str(label) for actor in rdf.subjects(RDF.type, SEM.Actor) for label in rdf.objects(actor, RDFS.label)}
    assert names == {n["name"] for n in data["nodes"] if n["name"]}
    assert len(set(rdf.subjects(RDF.type, SEM.Actor))) == len(data["nodes"])
    told = sum(len(i["mentions"]) for i in data["interactions"])
    assert len(set(rdf.subjects(RDF.type, DEM.Statement))) == told


def test_only_what_happened_is_a_fact(graph):
    exports, _, rdf = graph
    facts = {str(s) for s in rdf.subjects(RDF.type, SEM.Event)}
    actual = {i["id"] for i in exports.json["interactions"] if i["status"] == "actual"}
    assert facts == {f"urn:demarche:interaction:{i}" for i in actual}
    with_actors = {str(s) for s in rdf.subjects(SEM.hasActor, None)}
    assert with_actors <= facts
    for predicate in (DEM.agent, DEM.recipient, SEM.hasTimeStamp, SEM.hasPlace):
        assert {str(s) for s in rdf.subjects(predicate, None)} <= facts


def test_offices_are_memberships(graph):
    exports, _, rdf = graph
    held = list(rdf.subjects(RDF.type, ORG.Membership))
    given = exports.json["affiliations"]
    assert len(set(held)) == len(given)
    assert sorted(str(rdf.value(m, SCHEMA.roleName)) for m in held) == sorted(a["office"] for a in given)
    people = {str(rdf.value(m, ORG.member)) for m in held}
    assert people == {f"urn:demarche:actor:{a['person']}" for a in given}
    assert all(rdf.value(rdf.value(m, ORG.organization), RDFS.label) for m in held)
    told = {str(s) for m in held for s in rdf.objects(m, rdflib.PROV.wasDerivedFrom)}
    assert told == {f"urn:demarche:statement:{m}" for a in given for m in a.get("mentions", [])}


def test_a_named_graph_for_each_statement(exports):
    data = exports.json
    rdf = rdflib.Dataset().parse(exports.path("nquads"), format="nquads")
    named = {str(g.identifier) for g in rdf.graphs() if str(g.identifier).startswith("urn:demarche:statement:")}
    assert len(named) == sum(len(i["mentions"]) for i in data["interactions"])


def test_links_to_wikidata(articles):
    rdf = parsed(articles, "turtle")
    same = {str(o) for o in rdf.objects(None, rdflib.OWL.sameAs)}
    known = {n["qid"] for n in articles.json["nodes"] if n.get("qid")}
    assert {f"http://www.wikidata.org/entity/{q}" for q in known} <= same


@pytest.mark.parametrize("format", ["turtle", "nquads"])
def test_n3(exports, format):
    read = node("n3_check.js", exports.path(format))
    data = exports.json
    told = sum(len(i["mentions"]) for i in data["interactions"])
    assert (read["actors"], read["statements"]) == (len(data["nodes"]), told)
    bodies = {a["of"]: a["of_name"] for a in data["affiliations"]}
    assert read["names"] == bodies | {n["id"]: n["name"] for n in data["nodes"] if n["name"]}
    assert read["graphs"] == (told if format == "nquads" else 0)
    rdf = parsed(exports, format)
    assert read["quads"] == len(list(rdf.quads())) if format == "nquads" else read["quads"] == len(rdf)
