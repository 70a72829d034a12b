// Small networks whose measures can be counted by hand.
#include "graph/measures.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/graph/clustering_coefficient.hpp>
#include <random>
#include <set>

#include "graph/paths.h"

namespace demarche::graph {
namespace {

using Numbers = std::vector<std::uint32_t>;

TieNetwork network_of(std::size_t actors, const std::vector<Dealing>& contacts) {
  return TieNetwork(actors, ties_of(contacts));
}

// Two triangles 0 1 2 and 4 5 6, joined through 3; 7 knows nobody.
TieNetwork bow() { return network_of(8, {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {4, 6}, {5, 6}}); }

TEST_CASE("ties add up contacts") {
  const std::vector<Tie> ties = ties_of({{0, 1, 30, 4}, {1, 2, kNoDay, -5}, {0, 1, 10, -2}, {0, 1, kNoDay, 1}});
  REQUIRE(ties.size() == 2);
  CHECK(ties[0].contacts == 3);
  CHECK(ties[0].first == 10);
  CHECK(ties[0].last == 30);
  CHECK(ties[0].balance == 3);
  CHECK(ties[1].last == kNoDay);
  const TieNetwork network(3, ties);
  CHECK(network.between(1, 0)->contacts == 3);
  CHECK(network.between(0, 2) == nullptr);
}

TEST_CASE("every pair across the sides, or inside the only one") {
  std::vector<Dealing> out;
  add_contacts({2, 0}, {1, 2}, 5, 1, &out);
  CHECK(out.size() == 3);
  out.clear();
  add_contacts({3, 1, 2}, {}, 5, 1, &out);
  CHECK(out.size() == 3);
  CHECK(out[0].a == 1);
  CHECK(out[0].b == 3);
}

TEST_CASE("clustering is that of Boost, which looks at every pair") {
  std::mt19937 random(7);
  std::uniform_int_distribution<std::uint32_t> any(0, 39);
  std::vector<Dealing> dealings;
  for (int i = 0; i < 300; ++i) {
    const std::uint32_t a = any(random) * any(random) / 40, b = any(random);
    if (a != b) dealings.push_back({std::min(a, b), std::max(a, b)});
  }
  const TieNetwork network = network_of(40, dealings);
  const std::vector<double> found = clustering(network);
  for (std::uint32_t v = 0; v < network.size(); ++v) {
    const bool two = boost::out_degree(v, network.boost()) > 1;
    CAPTURE(v);
    CHECK(found[v] == doctest::Approx(two ? boost::clustering_coefficient<double>(network.boost(), v) : 0));
  }
}

TEST_CASE("measures of a bow tie") {
  const TieNetwork network = bow();
  CHECK(contact_counts(network) == std::vector<double>{2, 2, 3, 2, 3, 2, 2, 0});
  const std::vector<double> between = betweenness(network);
  // 3 lies on all 9 ways from {0,1,2} to {4,5,6}, of 6 * 5 / 2 pairs of others.
  CHECK(between[3] == doctest::Approx(9.0 / 15));
  CHECK(between[2] == doctest::Approx(8.0 / 15));
  CHECK(between[0] == doctest::Approx(0));
  CHECK(core_numbers(network) == std::vector<double>{2, 2, 2, 2, 2, 2, 2, 0});
  const std::vector<double> cluster = clustering(network);
  CHECK(cluster[0] == doctest::Approx(1));
  CHECK(cluster[2] == doctest::Approx(1.0 / 3));
  CHECK(cluster[3] == doctest::Approx(0));
  CHECK(components(network) == Numbers{0, 0, 0, 0, 0, 0, 0, 1});
}

TEST_CASE("PageRank counts how often two met") {
  const TieNetwork network = network_of(4, {{0, 1}, {0, 1}, {0, 1}, {0, 2}});
  const std::vector<double> rank = pagerank(network);
  CHECK(rank[0] > rank[1]);
  CHECK(rank[1] > rank[2]);
  CHECK(rank[3] == 0);
  CHECK(rank[0] + rank[1] + rank[2] == doctest::Approx(1));
}

TEST_CASE("sampled betweenness keeps the order of the leading ones") {
  const TieNetwork network = bow();
  const std::vector<double> sampled = betweenness(network, 7);
  CHECK(std::max_element(sampled.begin(), sampled.end()) - sampled.begin() == 3);
}

TEST_CASE("the best way by each measure") {
  // 0-1-4 is short but old, 0-2-3-4 is recent, 0-5-4 is strong.
  std::vector<Dealing> contacts = {{0, 1, 10}, {1, 4, 10}, {0, 2, 900}, {2, 3, 900}, {3, 4, 900}, {0, 5, 1}, {4, 5, 1}};
  for (int i = 0; i < 9; ++i) {
    contacts.push_back({0, 5, 1});
    contacts.push_back({4, 5, 1});
  }
  const TieNetwork network = network_of(7, contacts);
  CHECK(*best_path(network, {0}, {4}, PathBy::fewest) == Numbers{0, 1, 4});
  CHECK(*best_path(network, {0}, {4}, PathBy::recent) == Numbers{0, 2, 3, 4});
  CHECK(*best_path(network, {0}, {4}, PathBy::strongest) == Numbers{0, 5, 4});
  CHECK(*best_path(network, {3, 1}, {4, 5}, PathBy::fewest) == Numbers{3, 4});
  CHECK(*best_path(network, {1, 4}, {4}, PathBy::fewest) == Numbers{4});
  CHECK(!best_path(network, {0}, {6}, PathBy::fewest));
}

TEST_CASE("the fewest ties that hold two sides together") {
  const TieNetwork network = bow();
  const auto named = [&](const Numbers& cut) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
    for (const std::uint32_t i : cut) out.emplace_back(network.ties()[i].a, network.ties()[i].b);
    return out;
  };
  CHECK(named(minimum_cut(network, {0, 1}, {5, 6})).size() == 1);
  CHECK(named(minimum_cut(network, {0}, {1})).size() == 2);
  CHECK(minimum_cut(network, {0}, {7}).empty());
}

// Against the definition: the number of ties of a smallest cut is the number of ways that share no tie (Menger), found
// one after the other, and without the cut there is none.
TEST_CASE("a cut of random networks parts the sides and is no larger than it must be") {
  for (unsigned seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::vector<Dealing> contacts;
    for (int i = 0; i < 40; ++i) {
      const std::uint32_t a = random() % 14, b = random() % 14;
      if (a != b) contacts.push_back({std::min(a, b), std::max(a, b)});
    }
    const TieNetwork network = network_of(14, contacts);
    const Numbers cut = minimum_cut(network, {0, 1}, {12, 13});
    const std::set<std::uint32_t> gone(cut.begin(), cut.end());
    // flow[tie]: +1 from a to b, -1 back, 0 unused.
    std::vector<int> flow(network.ties().size());
    std::vector<bool> reached(14);
    const auto search = [&](const auto& usable) {
      std::vector<std::pair<std::uint32_t, std::size_t>> before(14, {99, 0});
      std::vector<std::uint32_t> queue = {0, 1};
      std::fill(reached.begin(), reached.end(), false);
      reached[0] = reached[1] = true;
      for (std::size_t at = 0; at < queue.size(); ++at) {
        for (std::size_t t = 0; t < flow.size(); ++t) {
          for (const int way : {1, -1}) {
            const std::uint32_t from = way > 0 ? network.ties()[t].a : network.ties()[t].b;
            const std::uint32_t to = way > 0 ? network.ties()[t].b : network.ties()[t].a;
            if (from != queue[at] || reached[to] || !usable(t, way)) continue;
            reached[to] = true;
            before[to] = {from, t};
            queue.push_back(to);
          }
        }
      }
      return before;
    };
    search([&](std::size_t t, int) { return gone.count(static_cast<std::uint32_t>(t)) == 0; });
    CHECK_FALSE((reached[12] || reached[13]));
    std::size_t ways = 0;
    for (;;) {
      const auto before = search([&](std::size_t t, int way) { return flow[t] * way <= 0; });
      if (!reached[12] && !reached[13]) break;
      ++ways;
      for (std::uint32_t at = reached[12] ? 12 : 13; at > 1; at = before[at].first) {
        flow[before[at].second] += network.ties()[before[at].second].b == at ? 1 : -1;
      }
    }
    CHECK(cut.size() == ways);
  }
}

TEST_CASE("communities") {
  const Numbers found = communities(bow());
  CHECK(found[0] == found[1]);
  CHECK(found[1] == found[2]);
  CHECK(found[4] == found[5]);
  CHECK(found[5] == found[6]);
  CHECK(found[0] != found[4]);
  CHECK(found[7] != found[0]);
  CHECK(found[7] != found[4]);
  CHECK(modularity(bow(), found) > 0.3);
}

TEST_CASE("planted groups are found, and the same ones each time") {
  std::mt19937 random(5);
  std::vector<Dealing> contacts;
  for (int i = 0; i < 4000; ++i) {
    const std::uint32_t a = random() % 60;
    const std::uint32_t b = random() % 10 == 0 ? random() % 60 : a / 15 * 15 + random() % 15;
    if (a != b) contacts.push_back({std::min(a, b), std::max(a, b)});
  }
  const TieNetwork network = network_of(60, contacts);
  const Numbers found = communities(network);
  for (std::uint32_t v = 0; v < 60; ++v) CHECK(found[v] == v / 15);
  std::shuffle(contacts.begin(), contacts.end(), random);
  CHECK(communities(network_of(60, contacts)) == found);
}

}  // namespace
}  // namespace demarche::graph
