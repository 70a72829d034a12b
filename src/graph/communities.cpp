#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "graph/paths.h"

namespace demarche::graph {
namespace {

using Numbers = std::vector<std::uint32_t>;

// A network of communities: edges with weights, loops for what is inside one.
struct Level {
  std::vector<std::vector<std::pair<std::uint32_t, double>>> neighbours;  // without loops
  std::vector<double> loops;                                              // weight inside, counted once
  double total = 0;                                                       // of all edges

  double degree(std::uint32_t v) const {
    double sum = 2 * loops[v];
    for (const auto& [other, weight] : neighbours[v]) sum += weight;
    return sum;
  }
};

Level first_level(const TieNetwork& network) {
  Level level;
  level.neighbours.resize(network.size());
  level.loops.resize(network.size());
  for (const Tie& tie : network.ties()) {
    level.neighbours[tie.a].emplace_back(tie.b, tie.contacts);
    level.neighbours[tie.b].emplace_back(tie.a, tie.contacts);
    level.total += tie.contacts;
  }
  return level;
}

Numbers renumbered(Numbers community) {
  constexpr std::uint32_t unset = ~0U;
  Numbers number(community.size(), unset);
  std::uint32_t next = 0;
  for (std::uint32_t& c : community) {
    if (number[c] == unset) number[c] = next++;
    c = number[c];
  }
  return community;
}

// Moves each vertex to the neighbouring community that gains most, until nobody moves. False if nobody moved at all.
bool move_vertices(const Level& level, Numbers* community) {
  const std::size_t n = level.neighbours.size();
  std::vector<double> degree(n), sum(n), weight_to(n);
  for (std::uint32_t v = 0; v < n; ++v) {
    degree[v] = level.degree(v);
    sum[(*community)[v]] += degree[v];
  }
  constexpr int most_rounds = 100;
  constexpr double least_gain = 1e-12;
  bool moved_ever = false;
  bool moved = true;
  Numbers near;
  for (int round = 0; moved && round < most_rounds; ++round) {
    moved = false;
    for (std::uint32_t v = 0; v < n; ++v) {
      const std::uint32_t own = (*community)[v];
      near.assign(1, own);
      weight_to[own] = 0;
      for (const auto& [other, weight] : level.neighbours[v]) {
        const std::uint32_t c = (*community)[other];
        if (std::find(near.begin(), near.end(), c) == near.end()) {
          near.push_back(c);
          weight_to[c] = 0;
        }
        weight_to[c] += weight;
      }
      sum[own] -= degree[v];
      const auto gain = [&](std::uint32_t c) { return weight_to[c] - sum[c] * degree[v] / (2 * level.total); };
      std::uint32_t best = own;
      for (const std::uint32_t c : near) {
        const double better = gain(c) - gain(best);
        if (better > least_gain || (better > -least_gain && best != own && c < best)) best = c;
      }
      sum[best] += degree[v];
      if (best == own) continue;
      (*community)[v] = best;
      moved = moved_ever = true;
    }
  }
  return moved_ever;
}

Level gathered(const Level& level, const Numbers& community) {
  const std::size_t n = community.empty() ? 0 : *std::max_element(community.begin(), community.end()) + 1;
  Level out;
  out.neighbours.resize(n);
  out.loops.resize(n);
  out.total = level.total;
  std::vector<std::map<std::uint32_t, double>> weights(n);
  for (std::uint32_t v = 0; v < community.size(); ++v) {
    out.loops[community[v]] += level.loops[v];
    for (const auto& [other, weight] : level.neighbours[v]) {
      if (community[v] == community[other]) {
        out.loops[community[v]] += weight / 2;
      } else {
        weights[community[v]][community[other]] += weight;
      }
    }
  }
  for (std::size_t c = 0; c < n; ++c) out.neighbours[c].assign(weights[c].begin(), weights[c].end());
  return out;
}

}  // namespace

std::vector<std::uint32_t> communities(const TieNetwork& network) {
  Numbers of_vertex(network.size());
  std::iota(of_vertex.begin(), of_vertex.end(), 0U);
  Level level = first_level(network);
  for (;;) {
    Numbers community(level.neighbours.size());
    std::iota(community.begin(), community.end(), 0U);
    if (level.total == 0 || !move_vertices(level, &community)) break;
    community = renumbered(std::move(community));
    for (std::uint32_t& c : of_vertex) c = community[c];
    level = gathered(level, community);
  }
  return renumbered(std::move(of_vertex));
}

double modularity(const TieNetwork& network, const std::vector<std::uint32_t>& community) {
  double total = 0, inside = 0;
  std::vector<double> degree(network.size());
  for (const Tie& tie : network.ties()) {
    total += tie.contacts;
    if (community[tie.a] == community[tie.b]) inside += tie.contacts;
    degree[community[tie.a]] += tie.contacts;
    degree[community[tie.b]] += tie.contacts;
  }
  if (total == 0) return 0;
  double expected = 0;
  for (const double d : degree) expected += d * d / (4 * total * total);
  return inside / total - expected;
}

}  // namespace demarche::graph
