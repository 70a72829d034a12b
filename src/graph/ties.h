// Ties: all contacts between two actors taken together, and the network that they form.
//
// Made from a whole Graph, or from bare contacts that a store reads without anything else: a million of them take some
// tens of megabytes. Vertex n is the n-th actor of whoever made the contacts.
//
// Thread safety: const use from several threads is safe.
#ifndef DEMARCHE_GRAPH_TIES_H
#define DEMARCHE_GRAPH_TIES_H

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <functional>
#include <vector>

#include "demarche/graph.h"

namespace demarche::graph {

// A pair of actors, a < b, with all of their contacts.
struct Tie {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t contacts = 0;
  std::int32_t first = kNoDay;
  std::int32_t last = kNoDay;
  double balance = 0;  // sum of the scores: positive is cooperation, negative conflict
};

// Every pair across the sides of an interaction; where one side is empty, all pairs of the other.
void add_contacts(const std::vector<std::uint32_t>& actors, const std::vector<std::uint32_t>& recipients,
                  std::int32_t day, float scale, std::vector<Dealing>* out);

// Of the interactions that `keep` accepts, all without it; actor n is graph.actors[n].
std::vector<Dealing> contacts_of(const Graph& graph, const std::function<bool(const Interaction&)>& keep = {});

// Sorted by a, then b.
std::vector<Tie> ties_of(std::vector<Dealing> contacts);

// The ties as a Boost graph: an arc each way for each tie, its number as property. Simple, without parallel arcs.
class TieNetwork {
 public:
  struct Arc {
    std::uint32_t tie = 0;
  };
  using Boost = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Arc, boost::no_property,
                                                   std::uint32_t, std::uint32_t>;

  TieNetwork(std::size_t actors, std::vector<Tie> ties);

  const Boost& boost() const { return rows_; }
  const std::vector<Tie>& ties() const { return ties_; }
  std::size_t size() const { return boost::num_vertices(rows_); }

  // nullptr where the two never met.
  const Tie* between(std::uint32_t a, std::uint32_t b) const;

 private:
  std::vector<Tie> ties_;
  Boost rows_;
};

}  // namespace demarche::graph

#endif
