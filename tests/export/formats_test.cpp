#include <doctest/doctest.h>

#include <set>

#include "export/export_program.h"
#include "export/sample.h"

using namespace demarche;
using sample::read_back;
using sample::written;

namespace {

// Hostile names, topics and sentences everywhere; ids as the program makes them.
Graph hostile_graph() {
  Graph graph;
  for (const std::string& name : sample::hostile()) {
    const std::string id = "x." + std::to_string(100 + graph.actors.size());
    graph.actors.push_back(sample::actor(id, name, static_cast<Kind>(graph.actors.size() % 6), "USA", name));
    graph.actors.back().aliases = {name, "b"};
  }
  graph.sources = {{"d1", "title", "2010-05-13", "https://example.org/1", "post", "en", 7}};
  for (std::size_t i = 1; i < graph.actors.size(); ++i) {
    const std::string number = std::to_string(100 + i);
    const std::string& name = graph.actors[i].name;
    Mention mention = sample::clinton_calls();
    mention.id = "m." + number, mention.doc = "d1", mention.text = name, mention.title = name, mention.url = name;
    mention.status = static_cast<Status>(i % 4);
    graph.mentions.push_back(mention);
    Interaction x = sample::interaction("i." + number, i % 2 == 0 ? "call" : name, i % 3 == 0 ? "" : "2010-05-13",
                                        {graph.actors[i - 1].id}, {graph.actors[i].id});
    x.status = static_cast<Status>(i % 4), x.topic = {name}, x.place = name, x.mentions = {mention.id};
    graph.interactions.push_back(x);
  }
  return graph;
}

std::vector<std::string> names() {
  std::vector<std::string> all;
  for (const ExportFormat& format : export_formats()) all.emplace_back(format.name);
  return all;
}

}  // namespace

TEST_CASE("every format takes hostile names, and its reader finds everything") {
  const Graph graph = hostile_graph();
  for (const std::string& format : names()) {
    CAPTURE(format);
    const auto what = written(graph, format);
    const auto found = read_back(what, format);
    REQUIRE_MESSAGE(found.ok(), found.error().message);
    CHECK(found->nodes == what.counts.nodes);
    CHECK(found->edges == what.counts.edges);
    CHECK(what.counts.nodes > 0);
  }
}

TEST_CASE("every format takes random graphs, and the same graph gives the same bytes") {
  for (unsigned seed = 0; seed < 25; ++seed) {
    const Graph graph = sample::random_graph(seed);
    for (const std::string& format : names()) {
      CAPTURE(seed);
      CAPTURE(format);
      const auto what = written(graph, format);
      CHECK(written(graph, format).files == what.files);
      const auto found = read_back(what, format);
      // A vault links actors, and two actors of one random id are one note; everything else counts exactly.
      REQUIRE_MESSAGE(found.ok(), found.error().message);
      CHECK(*found == what.counts);
    }
  }
}

TEST_CASE("an empty graph is an empty file of each format") {
  for (const std::string& format : names()) {
    CAPTURE(format);
    const auto what = written(Graph(), format);
    CHECK(what.counts.nodes == 0);
    CHECK(what.counts.edges == 0);
  }
}

TEST_CASE("GraphML is read back without loss") {
  const Graph hostile = hostile_graph();
  for (unsigned seed = 0; seed < 100; ++seed) {
    CAPTURE(seed);
    const Graph graph = seed == 0 ? hostile : sample::random_graph(seed);
    Graph known = graph;
    // Each statement once, as the merge makes it: a random one may name any.
    for (std::size_t i = 0; i < known.interactions.size(); ++i) {
      if (seed != 0) known.interactions[i].mentions.clear();
    }
    if (seed != 0 && !known.interactions.empty() && !known.mentions.empty()) {
      known.interactions.front().mentions = {known.mentions.front().id};
    }
    const auto back = read_graphml(written(known, "graphml").text(), "a.graphml");
    REQUIRE_MESSAGE(back.ok(), back.error().message);
    CHECK(sample::same(*back, known));
  }
}

TEST_CASE("GraphML that is not ours is refused in one line") {
  const auto fault = [](std::string_view xml) {
    const auto graph = read_graphml(xml, "a.graphml");
    return graph.ok() ? "no error" : graph.error().message;
  };
  const std::string not_ours =
      "a.graphml: no whole graph of demarche; only what `demarche export --to graphml` writes without --fields and "
      "--no-text is read back";
  CHECK(fault("<graphml><graph/></graphml>") == not_ours);
  CHECK(fault(written(sample::small(), "graphml", {.text = false}).text()) == not_ours);
  CHECK(fault("<graphml>\n<graph>\n</graphml>") == "a.graphml: broken XML at line 3");
  CHECK(fault("") == "a.graphml: broken XML at line 1");
  CHECK(fault("<!DOCTYPE g [<!ENTITY a \"b\">]><g>&a;</g>") == "a.graphml: has a document type, which is not read");
  std::string attributes;
  for (int i = 0; i < 300000; ++i) attributes += " a=\"1\"";
  CHECK(fault("<graphml" + attributes + "/>") == "a.graphml: an element with too many attributes");
  CHECK(fault("<g><key id=\"n_record\"/><data key=\"n_record\">{\"name\":3}</data></g>") ==
        "a.graphml:1: id is missing");
}

TEST_CASE("what is asked for wrongly is named") {
  const Graph graph = sample::small();
  CHECK(written(graph, "word").text() ==
        "no format \"word\"; known: json, graphml, gexf, gephi, cytoscape, neo4j, cypher, nquads, turtle, records, "
        "plover, gdelt, csv, jsonl, markdown, obsidian, dot");
  CHECK(written(graph, "csv", {.table = "people"}).text() ==
        "--table \"people\": no such table; known: interactions, ties, actors, mentions, offices");
  CHECK(written(graph, "json", {.edges_key = "arcs"}).text() == "--edges-key \"arcs\": must be edges, links or both");
  CHECK(written(graph, "plover", {.fields = {"name"}}).text() ==
        "--fields: plover has one form only; take csv, jsonl, graphml or another table");
  CHECK(written(graph, "csv", {.fields = {"colour"}, .table = "actors"}).text() ==
        "--fields \"colour\": no such field; known: id, name, label, kind, code, sector, qid, offices, aliases");
}

TEST_CASE("fields and text are left out where asked") {
  const Graph graph = sample::small();
  CHECK(written(graph, "csv", {.fields = {"date", "actor"}}).text() ==
        "date,actor\n2010-05-13,Hillary Clinton\n2010-05,Iran\n2010-05-17,Iran\n");
  const std::string sentence = graph.mentions[0].text;
  for (const std::string format :
       {"json", "graphml", "gexf", "csv", "jsonl", "cypher", "nquads", "records", "markdown"}) {
    CAPTURE(format);
    CHECK(written(graph, format, {.text = false}).text().find(sentence.substr(0, 20)) == std::string::npos);
  }
}

TEST_CASE("plans and denials are no facts in RDF") {
  Graph graph = sample::small();
  for (const Status status : {Status::planned, Status::possible, Status::denied}) {
    for (Interaction& interaction : graph.interactions) interaction.status = status;
    for (Mention& mention : graph.mentions) mention.status = status;
    for (const std::string format : {"nquads", "turtle"}) {
      const std::string text = written(graph, format).text();
      CHECK(text.find("hasActor> <urn:demarche:actor") == std::string::npos);
      CHECK(text.find("\n    sem:hasActor <urn") == std::string::npos);
      CHECK(text.find("sem/Event>") == std::string::npos);
    }
  }
}

TEST_CASE("parallel edges of GEXF differ in kind, a day is an interval") {
  Graph graph = sample::small();
  graph.interactions = {sample::interaction("i1", "call", "2010-05-13", {"IRN"}, {"p.hillary-clinton"}),
                        sample::interaction("i2", "call", "2010-05", {"IRN"}, {"p.hillary-clinton"}),
                        sample::interaction("i3", "call", "", {"p.hillary-clinton"}, {"IRN"})};
  const std::string text = written(graph, "gexf").text();
  CHECK(text.find("kind=\"call\" label=\"call\" weight=\"1.0\" start=\"2010-05-13\" end=\"2010-05-13\"") !=
        std::string::npos);
  CHECK(text.find("kind=\"call 2\" label=\"call\" weight=\"1.0\" start=\"2010-05-01\" end=\"2010-05-31\"") !=
        std::string::npos);
  CHECK(text.find("target=\"IRN\" kind=\"call\" label=\"call\" weight=\"1.0\">") != std::string::npos);
}
