#include "render/thinning.h"

#include <doctest/doctest.h>

#include "render/cast.h"

using namespace demarche;

namespace {

// Everybody with everybody, the pair of i and j in i * j reports; and one summit.
Graph crowd(std::size_t actors) {
  Graph graph;
  for (std::size_t i = 0; i < actors; ++i) {
    graph.actors.push_back(sample::actor("a" + std::to_string(100 + i), "A", Kind::person, ""));
  }
  for (std::size_t i = 0; i < actors; ++i) {
    for (std::size_t j = i + 1; j < actors; ++j) {
      graph.interactions.push_back(cast::deed("i" + std::to_string(1000 * i + j), "urge", "2010-05-13",
                                              {graph.actors[i].id}, {graph.actors[j].id}, 1, Status::actual,
                                              static_cast<unsigned>(i * j)));
    }
  }
  cast::sort(&graph);
  return graph;
}

Interaction summit(std::string id, const Graph& graph, unsigned reports) {
  Interaction i = sample::interaction(std::move(id), "meet", "2010", {}, {}, true);
  for (const Actor& actor : graph.actors) i.actor.push_back(actor.id);
  i.independent = reports;
  return i;
}

std::vector<std::string> ids(const Graph& graph) {
  std::vector<std::string> out;
  for (const Interaction& interaction : graph.interactions) out.push_back(interaction.id);
  return out;
}

bool has(const Graph& graph, const std::string& id) {
  const auto all = ids(graph);
  return std::find(all.begin(), all.end(), id) != all.end();
}

}  // namespace

TEST_CASE("lines are counted as they are drawn: a bundle is one, a summit one for each guest") {
  Graph graph = crowd(5);
  CHECK(rendering::count_lines(graph) == 10);
  graph.interactions.push_back(graph.interactions.back());
  graph.interactions.back().id = "twice";
  CHECK(rendering::count_lines(graph) == 10);
  graph.interactions.push_back(summit("s1", graph, 1));
  CHECK(rendering::count_lines(graph) == 15);
  graph.interactions.push_back(summit("s2", graph, 1));
  CHECK(rendering::count_lines(graph) == 15);
}

TEST_CASE("a crowded picture keeps everybody, and what is reported most") {
  Graph graph = crowd(20);
  rendering::thin(40, "", &graph);
  CHECK(graph.actors.size() == 20);
  CHECK(rendering::count_lines(graph) == 40);
  CHECK(has(graph, "i18019"));  // the most reported
  CHECK(has(graph, "i1019"));   // the best of the second actor
  CHECK(!has(graph, "i1002"));  // of two reports, between two that have better
  CHECK(!has(graph, "i2003"));
}

TEST_CASE("what has to do with the centre goes last") {
  Graph graph = crowd(20);
  rendering::thin(40, "a101", &graph);
  for (int i = 2; i < 20; ++i) CHECK(has(graph, "i" + std::to_string(1000 + i)));
}

TEST_CASE("a summit of few reports goes, one of many stays") {
  Graph graph = crowd(20);
  graph.interactions.push_back(summit("s", graph, 1));
  rendering::thin(60, "", &graph);
  CHECK(!has(graph, "s"));
  graph = crowd(20);
  graph.interactions.push_back(summit("s", graph, 10000));
  rendering::thin(60, "", &graph);
  CHECK(has(graph, "s"));
}

TEST_CASE("what is not crowded stays as it is") {
  Graph graph = cast::fourteen();
  const auto before = ids(graph);
  rendering::thin(100, "", &graph);
  CHECK(ids(graph) == before);
}
