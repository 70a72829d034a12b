#include "graph/network.h"

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>
#include <boost/range/iterator_range.hpp>
#include <string>
#include <unordered_set>
#include <utility>

namespace demarche::graph {
namespace {

struct Arcs {
  std::vector<std::pair<Vertex, Vertex>> ends;
  std::vector<Arc> properties;

  void add(Vertex a, Vertex b, const Interaction& interaction) {
    if (a == b) return;
    ends.emplace_back(a, b);
    ends.emplace_back(b, a);
    properties.insert(properties.end(), 2, Arc{&interaction});
  }
};

std::vector<Vertex> vertices_of(const Graph& graph, const std::vector<std::string>& ids) {
  std::vector<Vertex> out;
  for (const std::string& id : ids) {
    if (const Actor* actor = graph.actor(id)) out.push_back(static_cast<Vertex>(actor - graph.actors.data()));
  }
  return out;
}

void add_interaction(const Graph& graph, const Interaction& interaction, Arcs* arcs) {
  const std::vector<Vertex> actors = vertices_of(graph, interaction.actor);
  const std::vector<Vertex> recipients = vertices_of(graph, interaction.recipient);
  if (!actors.empty() && !recipients.empty()) {
    for (const Vertex a : actors) {
      for (const Vertex b : recipients) arcs->add(a, b, interaction);
    }
    return;
  }
  const std::vector<Vertex>& all = actors.empty() ? recipients : actors;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < all.size(); ++j) arcs->add(all[i], all[j], interaction);
  }
}

Network::Boost rows_of(const Graph& graph, const Network::Keep& keep) {
  Arcs arcs;
  for (const Interaction& interaction : graph.interactions) {
    if (!keep || keep(interaction)) add_interaction(graph, interaction, &arcs);
  }
  return {boost::edges_are_unsorted_multi_pass, arcs.ends.begin(), arcs.ends.end(), arcs.properties.begin(),
          static_cast<Vertex>(graph.actors.size())};
}

// The interactions between two vertices, newest first.
std::vector<const Interaction*> between(const Network& network, Vertex a, Vertex b) {
  std::vector<const Interaction*> out;
  const auto& rows = network.boost();
  for (const auto arc : boost::make_iterator_range(boost::out_edges(a, rows))) {
    if (boost::target(arc, rows) == b) out.push_back(rows[arc].interaction);
  }
  std::sort(out.begin(), out.end(), [](const Interaction* x, const Interaction* y) {
    return x->date != y->date ? x->date > y->date : x->id < y->id;
  });
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

Network::Network(const Graph& graph, const Keep& keep) : graph_(&graph), rows_(rows_of(graph, keep)) {
  for (std::size_t v = 0; v < graph.actors.size(); ++v) rows_[static_cast<Vertex>(v)].actor = &graph.actors[v];
}

std::optional<Vertex> Network::vertex(std::string_view actor_id) const {
  const Actor* actor = graph_->actor(actor_id);
  if (actor == nullptr) return std::nullopt;
  return static_cast<Vertex>(actor - graph_->actors.data());
}

std::vector<Reached> neighbourhood(const Network& network, Vertex from, std::uint32_t hops) {
  std::vector<Reached> out = {{from, 0}};
  std::unordered_set<Vertex> seen = {from};
  std::size_t ring = 0;
  for (std::uint32_t h = 1; h <= hops && ring < out.size(); ++h) {
    const std::size_t end = out.size();
    for (; ring < end; ++ring) {
      for (const Vertex v : boost::make_iterator_range(boost::adjacent_vertices(out[ring].vertex, network.boost()))) {
        if (seen.insert(v).second) out.push_back({v, h});
      }
    }
    std::sort(out.begin() + static_cast<std::ptrdiff_t>(end), out.end(),
              [](const Reached& a, const Reached& b) { return a.vertex < b.vertex; });
  }
  return out;
}

std::optional<std::vector<Handshake>> shortest_path(const Network& network, Vertex from, Vertex to) {
  std::vector<Vertex> before(network.size());
  for (Vertex v = 0; v < before.size(); ++v) before[v] = v;
  const auto index = boost::get(boost::vertex_index, network.boost());
  boost::breadth_first_search(network.boost(), from,
                              boost::visitor(boost::make_bfs_visitor(boost::record_predecessors(
                                  boost::make_iterator_property_map(before.begin(), index), boost::on_tree_edge()))));
  std::vector<Handshake> path;
  for (Vertex v = to; v != from; v = before[v]) {
    if (before[v] == v) return std::nullopt;
    path.push_back({before[v], v, between(network, before[v], v)});
  }
  std::reverse(path.begin(), path.end());
  return path;
}

std::vector<std::uint32_t> components(const Network& network) {
  // Every arc has its reverse, so the strong components are the components.
  std::vector<std::uint32_t> raw(network.size());
  const auto index = boost::get(boost::vertex_index, network.boost());
  if (!raw.empty()) {
    boost::strong_components(network.boost(), boost::make_iterator_property_map(raw.begin(), index),
                             boost::vertex_index_map(index));
  }
  constexpr std::uint32_t unset = ~0U;
  std::vector<std::uint32_t> number(raw.size(), unset);
  std::uint32_t next = 0;
  for (std::uint32_t& label : raw) {
    if (number[label] == unset) number[label] = next++;
    label = number[label];
  }
  return raw;
}

Degree degree(const Network& network, Vertex v) {
  std::unordered_set<const Interaction*> interactions;
  std::unordered_set<Vertex> contacts;
  const auto& rows = network.boost();
  for (const auto arc : boost::make_iterator_range(boost::out_edges(v, rows))) {
    interactions.insert(rows[arc].interaction);
    contacts.insert(boost::target(arc, rows));
  }
  return {static_cast<std::uint32_t>(interactions.size()), static_cast<std::uint32_t>(contacts.size())};
}

}  // namespace demarche::graph
