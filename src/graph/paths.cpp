#include "graph/paths.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <boost/property_map/property_map.hpp>
#include <boost/range/iterator_range.hpp>
#include <limits>
#include <unordered_set>

namespace demarche::graph {
namespace {

using Numbers = std::vector<std::uint32_t>;

constexpr double kMonth = 30;       // days that a handshake costs when the way must be recent
constexpr double kUndated = 36525;  // a contact without date counts as a century old

double cost_of(const Tie& tie, PathBy by, std::int32_t newest) {
  switch (by) {
    case PathBy::fewest:
      return 1;
    case PathBy::recent:
      return kMonth + (tie.last == kNoDay ? kUndated : static_cast<double>(newest) - tie.last);
    case PathBy::strongest:
      return 1.0 / tie.contacts;
  }
  return 1;
}

}  // namespace

std::optional<Numbers> best_path(const TieNetwork& network, const Numbers& from, const Numbers& to, PathBy by) {
  const std::size_t n = network.size();
  const std::unordered_set<std::uint32_t> ends(to.begin(), to.end());
  for (const std::uint32_t v : from) {
    if (ends.count(v) > 0) return Numbers{v};
  }
  std::int32_t newest = kNoDay;
  for (const Tie& tie : network.ties()) newest = std::max(newest, tie.last);
  const auto& rows = network.boost();
  const auto weight = boost::make_function_property_map<TieNetwork::Boost::edge_descriptor>(
      [&](const TieNetwork::Boost::edge_descriptor& arc) {
        return cost_of(network.ties()[rows[arc].tie], by, newest);
      });
  const auto index = boost::get(boost::vertex_index, rows);
  std::vector<double> distance(n);
  Numbers before(n);
  for (std::uint32_t v = 0; v < n; ++v) before[v] = v;
  boost::dijkstra_shortest_paths(
      rows, from.begin(), from.end(), boost::make_iterator_property_map(before.begin(), index),
      boost::make_iterator_property_map(distance.begin(), index), weight, index, std::less<double>(),
      boost::closed_plus<double>(), std::numeric_limits<double>::max(), 0.0, boost::dijkstra_visitor<>());
  const std::uint32_t* best = nullptr;
  for (const std::uint32_t& v : to) {
    if (distance[v] == std::numeric_limits<double>::max()) continue;
    if (best == nullptr || distance[v] < distance[*best] || (distance[v] == distance[*best] && v < *best)) best = &v;
  }
  if (best == nullptr) return std::nullopt;
  Numbers path = {*best};
  while (before[path.back()] != path.back()) path.push_back(before[path.back()]);
  std::reverse(path.begin(), path.end());
  return path;
}

Numbers minimum_cut(const TieNetwork& network, const Numbers& one, const Numbers& other) {
  using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
  struct Pipe {
    std::int64_t capacity = 0, rest = 0;
    Traits::edge_descriptor reverse;
  };
  using Flow = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Pipe>;
  const std::size_t n = network.size();
  Flow flow(n + 2);
  const auto connect = [&flow](std::size_t a, std::size_t b, std::int64_t there, std::int64_t back) {
    const auto go = boost::add_edge(a, b, flow).first;
    const auto come = boost::add_edge(b, a, flow).first;
    flow[go] = {there, 0, come};
    flow[come] = {back, 0, go};
  };
  for (const Tie& tie : network.ties()) connect(tie.a, tie.b, 1, 1);
  const auto endless = static_cast<std::int64_t>(network.ties().size()) + 1;
  const std::unordered_set<std::uint32_t> first(one.begin(), one.end()), second(other.begin(), other.end());
  for (const std::uint32_t v : one) {
    if (second.count(v) == 0) connect(n, v, endless, 0);
  }
  for (const std::uint32_t v : other) {
    if (first.count(v) == 0) connect(v, n + 1, endless, 0);
  }
  std::vector<boost::default_color_type> color(n + 2);
  const auto index = boost::get(boost::vertex_index, flow);
  std::vector<Traits::edge_descriptor> before(n + 2);
  std::vector<std::int64_t> distance(n + 2);
  boost::boykov_kolmogorov_max_flow(
      flow, boost::get(&Pipe::capacity, flow), boost::get(&Pipe::rest, flow), boost::get(&Pipe::reverse, flow),
      boost::make_iterator_property_map(before.begin(), index), boost::make_iterator_property_map(color.begin(), index),
      boost::make_iterator_property_map(distance.begin(), index), index, n, n + 1);
  Numbers cut;
  // Black is the tree that grew from the one side until every way out of it was full: of all smallest cuts this is the
  // one nearest to that side.
  const auto near = [&](std::uint32_t v) { return color[v] == boost::black_color; };
  for (std::uint32_t i = 0; i < network.ties().size(); ++i) {
    if (near(network.ties()[i].a) != near(network.ties()[i].b)) cut.push_back(i);
  }
  return cut;
}

}  // namespace demarche::graph
