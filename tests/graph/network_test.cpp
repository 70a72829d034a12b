// Two routes agree: each algorithm against a plain one on random graphs.
#include "graph/network.h"

#include <doctest/doctest.h>

#include <limits>
#include <random>
#include <set>

#include "graph/graph_text.h"

namespace demarche::graph {
namespace {

Graph random_graph(unsigned seed) {
  std::mt19937 random(seed);
  const auto any = [&](int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); };
  const int actors = 2 + any(20);
  Graph graph;
  for (int i = 0; i < actors; ++i) {
    Actor actor;
    actor.id = "a" + std::to_string(100 + i);
    graph.actors.push_back(actor);
  }
  const auto some = [&](int at_most) {
    std::set<std::string> ids;
    for (int k = any(at_most + 1); k > 0; --k) ids.insert(graph.actors[static_cast<std::size_t>(any(actors))].id);
    return std::vector<std::string>(ids.begin(), ids.end());
  };
  const int interactions = any(2 * actors);
  for (int i = 0; i < interactions; ++i) {
    Interaction interaction;
    interaction.id = "i" + std::to_string(1000 + i);
    interaction.actor = some(2);
    interaction.recipient = some(2);
    interaction.date = "2010-05-" + std::to_string(10 + any(20));
    interaction.status = any(3) == 0 ? Status::planned : Status::actual;
    graph.interactions.push_back(interaction);
  }
  return graph;
}

constexpr int kFar = std::numeric_limits<int>::max() / 4;
using Matrix = std::vector<std::vector<int>>;

std::set<std::pair<std::size_t, std::size_t>> pairs(const Graph& graph, const Interaction& i) {
  std::set<std::pair<std::size_t, std::size_t>> out;
  const auto number = [&](const std::string& id) {
    return static_cast<std::size_t>(graph.actor(id) - graph.actors.data());
  };
  const bool both = !i.actor.empty() && !i.recipient.empty();
  std::vector<std::string> left = i.actor.empty() ? i.recipient : i.actor;
  for (const std::string& a : left) {
    for (const std::string& b : both ? i.recipient : left) {
      if (a == b) continue;
      out.emplace(number(a), number(b));
      out.emplace(number(b), number(a));
    }
  }
  return out;
}

// Floyd and Warshall.
Matrix distances(const Graph& graph, const Network::Keep& keep) {
  const std::size_t n = graph.actors.size();
  Matrix d(n, std::vector<int>(n, kFar));
  for (std::size_t v = 0; v < n; ++v) d[v][v] = 0;
  for (const Interaction& i : graph.interactions) {
    if (keep && !keep(i)) continue;
    for (const auto& [a, b] : pairs(graph, i)) d[a][b] = 1;
  }
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t a = 0; a < n; ++a) {
      for (std::size_t b = 0; b < n; ++b) d[a][b] = std::min(d[a][b], d[a][k] + d[k][b]);
    }
  }
  return d;
}

void check_pair(const Network& network, const Matrix& d, Vertex a, Vertex b) {
  const auto path = shortest_path(network, a, b);
  REQUIRE(path.has_value() == (d[a][b] < kFar));
  if (!path) return;
  CHECK(static_cast<int>(path->size()) == d[a][b]);
  Vertex at = a;
  for (const Handshake& h : *path) {
    CHECK(h.from == at);
    CHECK(!h.interactions.empty());
    at = h.to;
    for (std::size_t i = 1; i < h.interactions.size(); ++i) {
      CHECK(h.interactions[i - 1]->date >= h.interactions[i]->date);
    }
  }
  CHECK(at == b);
}

void check_vertex(const Graph& graph, const Network& network, const Matrix& d, const Network::Keep& keep, Vertex a) {
  for (std::uint32_t hops = 0; hops < 4; ++hops) {
    std::vector<Reached> expected;
    for (std::uint32_t h = 0; h <= hops; ++h) {
      for (Vertex b = 0; b < d.size(); ++b) {
        if (d[a][b] == static_cast<int>(h)) expected.push_back({b, h});
      }
    }
    CHECK(neighbourhood(network, a, hops) == expected);
  }
  Degree expected;
  for (const Interaction& i : graph.interactions) {
    if (keep && !keep(i)) continue;
    const auto all = pairs(graph, i);
    expected.interactions += std::any_of(all.begin(), all.end(), [&](const auto& p) { return p.first == a; });
  }
  for (Vertex b = 0; b < d.size(); ++b) expected.contacts += d[a][b] == 1;
  CHECK(degree(network, a) == expected);
}

TEST_CASE("algorithms agree with plain ones on random graphs") {
  const Network::Keep actual = [](const Interaction& i) { return i.status == Status::actual; };
  for (unsigned seed = 0; seed < 80; ++seed) {
    CAPTURE(seed);
    const Graph graph = random_graph(seed);
    const Network::Keep keep = seed % 2 == 0 ? actual : Network::Keep();
    const Network network(graph, keep);
    const Matrix d = distances(graph, keep);
    const std::vector<std::uint32_t> component = components(network);
    for (Vertex a = 0; a < network.size(); ++a) {
      check_vertex(graph, network, d, keep, a);
      for (Vertex b = 0; b < network.size(); ++b) {
        check_pair(network, d, a, b);
        CHECK((component[a] == component[b]) == (d[a][b] < kFar));
      }
    }
  }
}

TEST_CASE("vertices are actors, arcs are interactions") {
  const Graph graph = test::graph_of({"a 2010-05-14 | Clinton call Davutoglu | 2010-05-13 | actual",
                                      "a 2010-05-14 | Clinton call Davutoglu | 2010-05-11 | actual",
                                      "a 2010-05-14 | Davutoglu meet Mottaki | 2010-05-12 | actual",
                                      "a 2010-05-14 | Obama meet - | 2010-05-12 | actual"});
  const Network network(graph);
  REQUIRE(network.size() == 4);
  CHECK_FALSE(network.vertex("x.nobody").has_value());
  const Vertex clinton = network.vertex("x.clinton").value();
  const Vertex mottaki = network.vertex("x.mottaki").value();
  CHECK(network.actor(clinton).name == "Clinton");
  const auto path = shortest_path(network, clinton, mottaki);
  REQUIRE(path.has_value());
  REQUIRE(path->size() == 2);
  CHECK(network.actor((*path)[0].to).name == "Davutoglu");
  REQUIRE((*path)[0].interactions.size() == 2);
  CHECK((*path)[0].interactions[0]->date == "2010-05-13");
  CHECK(degree(network, clinton) == Degree{2, 1});
  CHECK(components(network) == std::vector<std::uint32_t>{0, 0, 0, 1});
}

TEST_CASE("a graph without actors") {
  const Graph graph;
  const Network network(graph);
  CHECK(network.size() == 0);
  CHECK(components(network).empty());
}

}  // namespace
}  // namespace demarche::graph
