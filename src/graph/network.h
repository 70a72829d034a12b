// A Boost.Graph view of a Graph, for algorithms: actors are vertices, interactions are edges.
//
// Vertex n is Graph::actors[n]. An interaction joins each acting participant with each receiving one; when one side is
// empty, all of its participants with each other. Contact has no direction here: each such pair has an arc both ways,
// and every arc carries the interaction, so parallel arcs are parallel interactions. Stored as compressed sparse rows
// (0.41 GB for 10M arcs where adjacency_list takes 1.3).
//
// Thread safety: const use from several threads is safe.
#ifndef DEMARCHE_GRAPH_NETWORK_H
#define DEMARCHE_GRAPH_NETWORK_H

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "demarche/graph.h"

namespace demarche::graph {

using Vertex = std::uint32_t;

struct Node {
  const Actor* actor = nullptr;
};

struct Arc {
  const Interaction* interaction = nullptr;
};

class Network {
 public:
  using Boost =
      boost::compressed_sparse_row_graph<boost::directedS, Node, Arc, boost::no_property, Vertex, std::uint32_t>;
  using Keep = std::function<bool(const Interaction&)>;

  // Borrows the graph. Takes the interactions that `keep` accepts, all without it; every actor is a vertex. Linear in
  // the graph's size, apart from one binary search for each participant.
  explicit Network(const Graph& graph, const Keep& keep = {});
  explicit Network(Graph&& graph, const Keep& keep = {}) = delete;

  const Boost& boost() const { return rows_; }
  std::size_t size() const { return boost::num_vertices(rows_); }
  const Actor& actor(Vertex v) const { return *rows_[v].actor; }

  // nullopt for an id that the graph does not have.
  std::optional<Vertex> vertex(std::string_view actor_id) const;

 private:
  const Graph* graph_;
  Boost rows_;
};

struct Reached {
  Vertex vertex = 0;
  std::uint32_t hops = 0;
  bool operator==(const Reached&) const = default;
};

// Everyone within `hops` handshakes of `from`, itself first, nearest first, then by number. Looks at no vertex further
// away.
std::vector<Reached> neighbourhood(const Network& network, Vertex from, std::uint32_t hops);

struct Handshake {
  Vertex from = 0;
  Vertex to = 0;
  std::vector<const Interaction*> interactions;  // all between the two, newest first, undated last
};

// The fewest handshakes between two actors; of equally short ways always the same one. Empty when from == to; nullopt
// when there is no way.
std::optional<std::vector<Handshake>> shortest_path(const Network& network, Vertex from, Vertex to);

// The component of each vertex, numbered from 0 in the order of their first vertex.
std::vector<std::uint32_t> components(const Network& network);

struct Degree {
  std::uint32_t interactions = 0;  // that the actor takes part in with someone
  std::uint32_t contacts = 0;      // different actors on the other end
  bool operator==(const Degree&) const = default;
};
Degree degree(const Network& network, Vertex v);

}  // namespace demarche::graph

#endif
