// The graph is a function of the set of documents: any order, any split, twice the same.
#include <doctest/doctest.h>

#include "graph/random_statements.h"

namespace demarche {
namespace {

using test::by_document;
using test::random_statements;
using test::Told;

std::string built(const std::vector<std::vector<Told>>& documents) {
  GraphBuilder builder;
  for (const auto& document : documents) test::add(document, &builder);
  return test::dump(builder.finish());
}

TEST_CASE("any order of documents and of mentions gives the same graph") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::vector<std::vector<Told>> documents = by_document(random_statements(&random));
    const std::string expected = built(documents);
    for (int round = 0; round < 5; ++round) {
      std::shuffle(documents.begin(), documents.end(), random);
      for (auto& document : documents) std::shuffle(document.begin(), document.end(), random);
      REQUIRE(built(documents) == expected);
    }
  }
}

TEST_CASE("any split into graphs gives the same graph, and adding one twice changes nothing") {
  for (unsigned seed = 100; seed < 140; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const std::vector<std::vector<Told>> documents = by_document(random_statements(&random));
    const std::string expected = built(documents);
    std::vector<GraphBuilder> parts(4);
    for (const auto& document : documents) {
      test::add(document, &parts[std::uniform_int_distribution<std::size_t>(0, 3)(random)]);
    }
    std::vector<Graph> graphs;
    for (const GraphBuilder& part : parts) graphs.push_back(part.finish());
    graphs.push_back(graphs.front());
    std::shuffle(graphs.begin(), graphs.end(), random);
    GraphBuilder whole;
    for (const Graph& graph : graphs) whole.add(graph);
    REQUIRE(test::dump(std::move(whole).finish()) == expected);
  }
}

// What the random documents do not hold, their orders and splits prove nothing about.
TEST_CASE("random documents hold whatever merging decides about") {
  std::size_t visits = 0, fulfilled = 0, called_off = 0, quarrels = 0, copied = 0, retold = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    std::mt19937 random(seed);
    GraphBuilder builder;
    for (const auto& document : by_document(random_statements(&random))) test::add(document, &builder);
    for (const Interaction& i : std::move(builder).finish().interactions) {
      const auto told = [&](Status status) {
        return std::any_of(i.history.begin(), i.history.end(), [&](const StatusStep& s) { return s.status == status; });
      };
      visits += i.part_of.empty() ? 0 : 1;
      fulfilled += told(Status::planned) && i.status == Status::actual ? 1 : 0;
      called_off += told(Status::planned) && i.status == Status::denied ? 1 : 0;
      quarrels += told(Status::actual) && told(Status::denied) ? 1 : 0;
      copied += i.independent < i.reports ? 1 : 0;
      retold += i.independent > 1 ? 1 : 0;
    }
  }
  CHECK(visits > 10);
  CHECK(fulfilled > 10);
  CHECK(called_off > 10);
  CHECK(quarrels > 10);
  CHECK(copied > 10);
  CHECK(retold > 10);
}

TEST_CASE("every mention stands in exactly one interaction, and every id is found") {
  std::mt19937 random(7);
  GraphBuilder builder;
  test::add(random_statements(&random), &builder);
  const Graph graph = builder.finish();
  std::vector<std::string> seen;
  std::string last;
  for (const Interaction& i : graph.interactions) {
    CHECK(i.id > last);
    last = i.id;
    CHECK(std::is_sorted(i.actor.begin(), i.actor.end()));
    for (const std::string& id : i.actor) CHECK(graph.actor(id) != nullptr);
    for (const std::string& id : i.recipient) CHECK(graph.actor(id) != nullptr);
    seen.insert(seen.end(), i.mentions.begin(), i.mentions.end());
    CHECK(i.independent <= i.reports);
  }
  std::sort(seen.begin(), seen.end());
  std::vector<std::string> all;
  for (const Mention& m : graph.mentions) all.push_back(m.id);
  CHECK(seen == all);
}

}  // namespace
}  // namespace demarche
