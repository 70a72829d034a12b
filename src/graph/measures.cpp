#include "graph/measures.h"

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>
#include <boost/range/iterator_range.hpp>
#include <stack>
#include <utility>

namespace demarche::graph {
namespace {

template <typename T>
auto map_of(std::vector<T>* values, const TieNetwork& network) {
  return boost::make_iterator_property_map(values->begin(), boost::get(boost::vertex_index, network.boost()));
}

// The same ties with an arc for each interaction: PageRank then follows a tie as often as the two met.
TieNetwork::Boost with_every_interaction(const TieNetwork& network) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  for (const Tie& tie : network.ties()) {
    ends.insert(ends.end(), tie.contacts, {tie.a, tie.b});
    ends.insert(ends.end(), tie.contacts, {tie.b, tie.a});
  }
  return {boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), static_cast<std::uint32_t>(network.size())};
}

// Sources of sampled betweenness: each walks over every arc twice, so fewer in a dense network, but never under 100.
std::size_t sample_size(const TieNetwork& network, std::size_t most) {
  constexpr std::size_t most_arcs = 400'000'000;
  return std::min(most, std::max<std::size_t>(100, most_arcs / (2 * network.ties().size() + 1)));
}

}  // namespace

std::vector<double> contact_counts(const TieNetwork& network) {
  std::vector<double> out(network.size());
  for (const Tie& tie : network.ties()) {
    out[tie.a] += 1;
    out[tie.b] += 1;
  }
  return out;
}

std::vector<double> interaction_counts(const TieNetwork& network) {
  std::vector<double> out(network.size());
  for (const Tie& tie : network.ties()) {
    out[tie.a] += tie.contacts;
    out[tie.b] += tie.contacts;
  }
  return out;
}

std::vector<double> betweenness(const TieNetwork& network, std::size_t exact_limit) {
  const std::size_t n = network.size();
  std::vector<double> out(n);
  if (n < 3) return out;
  if (n <= exact_limit) {
    boost::brandes_betweenness_centrality(network.boost(), map_of(&out, network));
  } else {
    // Brandes' accumulation from chosen sources; Boost's own knows no sample.
    const std::size_t samples = sample_size(network, exact_limit);
    std::vector<std::uint32_t> sources;
    for (std::size_t i = 0; i < samples; ++i) sources.push_back(static_cast<std::uint32_t>(i * n / samples));
    std::vector<std::int32_t> distance(n);
    std::vector<double> paths(n), dependency(n);
    std::vector<std::uint32_t> order;
    for (const std::uint32_t s : sources) {
      std::fill(distance.begin(), distance.end(), -1);
      std::fill(paths.begin(), paths.end(), 0);
      std::fill(dependency.begin(), dependency.end(), 0);
      order.assign(1, s);
      distance[s] = 0;
      paths[s] = 1;
      for (std::size_t at = 0; at < order.size(); ++at) {
        const std::uint32_t v = order[at];
        for (const auto w : boost::make_iterator_range(boost::adjacent_vertices(v, network.boost()))) {
          if (distance[w] < 0) {
            distance[w] = distance[v] + 1;
            order.push_back(w);
          }
          if (distance[w] == distance[v] + 1) paths[w] += paths[v];
        }
      }
      for (std::size_t at = order.size(); at-- > 1;) {
        const std::uint32_t w = order[at];
        for (const auto v : boost::make_iterator_range(boost::adjacent_vertices(w, network.boost()))) {
          if (distance[v] + 1 == distance[w]) dependency[v] += paths[v] / paths[w] * (1 + dependency[w]);
        }
        out[w] += dependency[w] * static_cast<double>(n) / static_cast<double>(samples);
      }
    }
  }
  // Each pair was counted in both directions. Who has no tie is no "other".
  const std::vector<double> contacts = contact_counts(network);
  const auto connected =
      static_cast<double>(contacts.size()) - static_cast<double>(std::count(contacts.begin(), contacts.end(), 0.0));
  if (connected < 3) return out;
  for (double& value : out) value /= (connected - 1) * (connected - 2);
  return out;
}

std::vector<double> pagerank(const TieNetwork& network) {
  std::vector<double> out(network.size());
  if (network.ties().empty()) return out;
  const TieNetwork::Boost rows = with_every_interaction(network);
  const auto index = boost::get(boost::vertex_index, rows);
  const double n = static_cast<double>(network.size());
  std::vector<double> scratch(network.size());
  boost::graph::page_rank(rows, boost::make_iterator_property_map(out.begin(), index), boost::graph::n_iterations(50),
                          0.85, n, boost::make_iterator_property_map(scratch.begin(), index));
  const std::vector<double> contacts = contact_counts(network);
  double sum = 0;
  for (std::size_t v = 0; v < out.size(); ++v) {
    if (contacts[v] == 0) out[v] = 0;
    sum += out[v];
  }
  for (double& value : out) value /= sum;
  return out;
}

std::vector<double> core_numbers(const TieNetwork& network) {
  std::vector<std::uint32_t> cores(network.size());
  if (!cores.empty()) boost::core_numbers(network.boost(), map_of(&cores, network));
  return {cores.begin(), cores.end()};
}

std::vector<double> clustering(const TieNetwork& network) {
  // Boost's own looks at every pair of contacts, which takes minutes where somebody has 17,000 of them. Here each tie
  // points to the end with more contacts, so that no actor has many ties ahead, and a triangle is found once
  // ("forward", Schank and Wagner 2005).
  const std::vector<double> contacts = contact_counts(network);
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(contacts[a], a) < std::pair(contacts[b], b);
  };
  std::vector<std::vector<std::uint32_t>> ahead(network.size());
  for (const Tie& tie : network.ties()) {
    if (before(tie.a, tie.b)) {
      ahead[tie.a].push_back(tie.b);
    } else {
      ahead[tie.b].push_back(tie.a);
    }
  }
  std::vector<double> triangles(network.size());
  std::vector<std::uint32_t> mark(network.size(), ~0U);
  for (std::uint32_t v = 0; v < ahead.size(); ++v) {
    for (const std::uint32_t w : ahead[v]) mark[w] = v;
    for (const std::uint32_t w : ahead[v]) {
      for (const std::uint32_t x : ahead[w]) {
        if (mark[x] != v) continue;
        for (const std::uint32_t corner : {v, w, x}) ++triangles[corner];
      }
    }
  }
  for (std::size_t v = 0; v < triangles.size(); ++v) {
    if (contacts[v] > 1) triangles[v] /= contacts[v] * (contacts[v] - 1) / 2;
  }
  return triangles;
}

std::vector<std::uint32_t> components(const TieNetwork& network) {
  // Every arc has its reverse, so the strong components are the components.
  std::vector<std::uint32_t> raw(network.size());
  if (raw.empty()) return raw;
  boost::strong_components(network.boost(), map_of(&raw, network),
                           boost::vertex_index_map(boost::get(boost::vertex_index, network.boost())));
  constexpr std::uint32_t unset = ~0U;
  std::vector<std::uint32_t> number(raw.size(), unset);
  std::uint32_t next = 0;
  for (std::uint32_t& label : raw) {
    if (number[label] == unset) number[label] = next++;
    label = number[label];
  }
  return raw;
}

}  // namespace demarche::graph
