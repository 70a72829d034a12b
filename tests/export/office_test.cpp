#include "export/office.h"

#include <doctest/doctest.h>

#include "export/export_program.h"
#include "export/sample.h"

using namespace demarche;
using exporting::term_of;
using exporting::term_words;
using sample::read_back;
using sample::written;

namespace {

Affiliation affiliation(std::string office, std::string of, std::string of_name) {
  Affiliation a;
  a.person = "p.hillary-clinton";
  a.office = std::move(office);
  a.of = std::move(of);
  a.of_name = std::move(of_name);
  return a;
}

// The small graph with three offices: of a body that is an actor, of one that is none (told in a sentence), and one in
// a body that only a text names, with a hostile name.
Graph graph_with_offices() {
  Graph graph = sample::small();
  graph.affiliations = {affiliation("Envoy", "IRN", "Iran"), affiliation("Secretary of State", "USA", "United States"),
                        affiliation("Chair | *of* [[it]]", "", "<Club> ]]> \"=1+1\"\n")};
  graph.affiliations[1].from = "2009-01-21";
  graph.affiliations[1].until = "2013-02";
  graph.affiliations[1].known = true;
  graph.affiliations[1].mentions = {graph.mentions.front().id};
  graph.affiliations[2].first_told = "2010-05-13";
  graph.affiliations[2].last_told = "2011";
  return graph;
}

std::string all_of(const std::string& format, ExportOptions options) {
  std::string all;
  for (const auto& [name, text] : written(graph_with_offices(), format, options).files) all += name + "\n" + text;
  return all;
}

}  // namespace

TEST_CASE("the term of an office") {
  Affiliation a = affiliation("Minister", "TUR", "Turkey");
  CHECK(term_of(a).first.empty());
  CHECK(term_words(a) == "");
  a.first_told = "2010-05", a.last_told = "2011-02-03";
  CHECK(term_of(a).first == "2010-05-01");
  CHECK(term_of(a).last == "2011-02-03");
  CHECK(term_words(a) == "told May 2010 to 3 Feb 2011");
  a.from = "2009";
  CHECK(term_of(a).first == "2009-01-01");
  CHECK(term_of(a).last == "");
  CHECK(term_words(a) == "since 2009");
  a.former = true;
  CHECK(term_of(a).last == "2011-02-03");
  a.until = "2014-08";
  CHECK(term_of(a).last == "2014-08-31");
  CHECK(term_words(a) == "2009 to Aug 2014");
  a.until = "2001";
  CHECK(term_of(a).last == "2009-01-01");
}

TEST_CASE("networks have an edge for each office when they are asked for") {
  for (const std::string format : {"gexf", "gephi", "cytoscape", "neo4j", "cypher"}) {
    CAPTURE(format);
    const auto plain = written(graph_with_offices(), format);
    ExportOptions options;
    options.offices = true;
    const auto what = written(graph_with_offices(), format, options);
    CHECK(plain.counts == ExportCounts{3, 3});
    CHECK(what.counts == ExportCounts{5, 6});
    const auto found = read_back(what, format, options);
    REQUIRE_MESSAGE(found.ok(), found.error().message);
    CHECK(*found == what.counts);
    const std::string all = all_of(format, options);
    CHECK(all.find("Secretary of State") != std::string::npos);
    CHECK(all.find("2009-01-21") != std::string::npos);
    CHECK(all.find(sample::clinton_calls().text) != std::string::npos);
    options.text = false;
    CHECK(all_of(format, options).find(sample::clinton_calls().text) == std::string::npos);
  }
}

TEST_CASE("RDF, reports, vaults and tables tell offices without being asked") {
  for (const auto& [format, edges] :
       {std::pair("nquads", 4), std::pair("turtle", 4), std::pair("markdown", 1), std::pair("obsidian", 5)}) {
    CAPTURE(format);
    const auto what = written(graph_with_offices(), format);
    CHECK(what.counts.edges == static_cast<std::uint64_t>(edges));
    const auto found = read_back(what, format);
    REQUIRE_MESSAGE(found.ok(), found.error().message);
    CHECK(*found == what.counts);
    CHECK(all_of(format, {}).find("Secretary of State") != std::string::npos);
  }
  ExportOptions options;
  options.table = "offices";
  for (const std::string format : {"csv", "jsonl"}) {
    const auto what = written(graph_with_offices(), format, options);
    CHECK(what.counts == ExportCounts{3, 0});
    const auto found = read_back(what, format, options);
    REQUIRE_MESSAGE(found.ok(), found.error().message);
    CHECK(*found == what.counts);
  }
}

TEST_CASE("a format without a place for offices says which have one") {
  ExportOptions options;
  options.offices = true;
  class : public ExportTarget {
    void start(std::string_view) override {}
    void write(std::string_view) override {}
  } nowhere;
  const auto refused = write_graph(*stream(graph_with_offices()), "gdelt", options, &nowhere);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().cause == Cause::wrong_use);
  CHECK(
      refused.error().message ==
      "--offices: for gexf, gephi, cytoscape, neo4j, cypher only; json, graphml, nquads, turtle, markdown and obsidian "
      "tell offices anyway, csv and jsonl with --table offices");
}
