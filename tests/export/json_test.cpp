#include <doctest/doctest.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "demarche/export.h"
#include "export/pairs.h"
#include "export/sample.h"

using namespace demarche;
using nlohmann::json;

namespace {

std::string read_error(std::string_view text) {
  const Result<Graph> result = read_json(text, "a.json");
  return result.ok() ? "no error" : result.error().message;
}

// "a>b c>d"
std::string pairs(const Interaction& interaction) {
  std::string out;
  for (const auto& pair : exporting::pairs_of(interaction))
    out += (out.empty() ? "" : " ") + *pair.from + ">" + *pair.to;
  return out;
}

}  // namespace

TEST_CASE("the small graph as JSON") {
  std::string text = write_json(sample::small());
  const std::string start = "\"demarche\":\"";
  const auto version = text.find(start) + start.size();
  text.replace(version, text.find('"', version) - version, "VERSION");
  CHECK(text == sample::golden("small.json", text));
}

TEST_CASE("any graph is read back as it was written, and writes the same bytes again") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const Graph graph = sample::random_graph(seed);
    const std::string text = write_json(graph);
    REQUIRE(json::accept(text));
    const Result<Graph> back = read_json(text, "x");
    REQUIRE_MESSAGE(back.ok(), back.error().message);
    CHECK(sample::same(*back, graph));
    CHECK(write_json(*back) == text);
  }
}

TEST_CASE("an empty graph") {
  const std::string text = write_json(Graph());
  CHECK(json::parse(text).at("nodes").empty());
  CHECK(sample::same(*read_json(text, "x"), Graph()));
}

TEST_CASE("edges join nodes and no two share source, target and key") {
  for (unsigned seed = 0; seed < 50; ++seed) {
    const json graph = json::parse(write_json(sample::random_graph(seed)));
    std::set<std::string> nodes;
    for (const auto& node : graph.at("nodes")) nodes.insert(node.at("id"));
    std::set<std::string> edges;
    for (const auto& edge : graph.at("edges")) {
      CHECK(nodes.count(edge.at("source")) == 1);
      CHECK(nodes.count(edge.at("target")) == 1);
      CHECK(edges.insert(json({edge.at("source"), edge.at("target"), edge.at("key")}).dump()).second);
    }
  }
}

TEST_CASE("pairs of an interaction") {
  using sample::interaction;
  CHECK(pairs(interaction("i", "call", "", {"a"}, {"b"})) == "a>b");
  CHECK(pairs(interaction("i", "sign", "", {"a", "b"}, {"c", "d"})) == "a>c a>d b>c b>d");
  CHECK(pairs(interaction("i", "meet", "", {"a", "b", "c"}, {}, true)) == "a>b a>c b>c");
  CHECK(pairs(interaction("i", "mobilise", "", {"a", "b"}, {})) == "a>a b>b");
  CHECK(pairs(interaction("i", "meet", "", {"a"}, {}, true)) == "a>a");
  CHECK(pairs(interaction("i", "summon", "", {}, {"b"})) == "b>b");
  CHECK(pairs(interaction("i", "meet", "", {"a", "a"}, {"b"})) == "a>b");
  CHECK(pairs(interaction("i", "meet", "", {}, {})).empty());
}

TEST_CASE("the reader sorts what was edited by hand") {
  const auto graph = read_json(R"({"nodes":[{"id":"b"},{"id":"a"}],"interactions":[]})", "x");
  REQUIRE(graph.ok());
  CHECK(graph->actors[0].id == "a");
}

TEST_CASE("the reader says what is wrong in one line") {
  CHECK(read_error("") == "a.json: empty, no JSON");
  CHECK(read_error("{\n\"nodes\": [,\n") == "a.json: broken JSON at line 2, column 11");
  CHECK(read_error("3") == "a.json: not an object; expected the graph of `demarche export --to json`");
  CHECK(read_error("{\"type\":\"FeatureCollection\"}") ==
        "a.json: no graph of demarche: it has no \"nodes\" and \"interactions\"");
  CHECK(read_error(R"({"graph":{"format":2},"nodes":[],"interactions":[]})") ==
        "a.json: written by a newer demarche (format 2; this one reads format 1)");
  CHECK(read_error(R"({"nodes":[{"name":"x"}],"interactions":[]})") == "a.json: nodes[0].id is missing");
  CHECK(read_error(R"({"nodes":[7],"interactions":[]})") == "a.json: nodes must be a list of objects");
  CHECK(read_error(R"({"nodes":[{"id":"a"},{"id":"a"}],"interactions":[]})") ==
        "a.json: nodes holds two items with the id \"a\"");
  CHECK(read_error(R"({"nodes":[{"id":"a"}],"interactions":[{"id":"i","actor":["a","b"]}]})") ==
        "a.json: interaction \"i\" names \"b\", which is not among the nodes");
  CHECK(read_error(R"({"nodes":[],"interactions":[{"id":"i","history":[{"status":"x"}]}]})") ==
        "a.json: interactions[0].history[0].status is \"x\"; it must be actual, planned, possible, denied, postponed "
        "or cancelled");
  CHECK(read_error(R"({"nodes":[],"interactions":[],"mentions":[{"id":"m"}]})") ==
        "a.json: mentions[0].doc is missing");
  CHECK(read_error(R"({"nodes":[],"interactions":[],"sources":[{"id":"s","fingerprint":"xyz"}]})") ==
        "a.json: sources[0].fingerprint must be 16 hexadecimal digits");
  for (const char* digits : {"abc", "zz"}) {
    CHECK(read_error(fmt::format(R"({{"nodes":[],"interactions":[],"sources":[{{"id":"s","signature":"{}"}}]}})",
                                 digits)) == "a.json: sources[0].signature must be pairs of hexadecimal digits");
  }
}
