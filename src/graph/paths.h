// Ways between actors of a network, and what holds two sides together.
//
// Thread safety: pure functions.
#ifndef DEMARCHE_GRAPH_PATHS_H
#define DEMARCHE_GRAPH_PATHS_H

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/ties.h"

namespace demarche::graph {

enum class PathBy {
  fewest,     // handshakes
  recent,     // the least time since the last contact of each step, summed, a month more for each handshake
  strongest,  // the most interactions: a step costs 1 / interactions
};

// The vertices from one of `from` to one of `to`, both ends included; of equally good ways always the same one. nullopt
// when there is no way, a single vertex when a start is an end. Dijkstra's algorithm (fewest: all steps cost the same).
std::optional<std::vector<std::uint32_t>> best_path(const TieNetwork& network, const std::vector<std::uint32_t>& from,
                                                    const std::vector<std::uint32_t>& to, PathBy by);

// The fewest ties without which no way leads from one side to the other (minimum cut; Edmonds and Karp 1972), as
// numbers of network.ties(), ascending. Who is on both sides is left out. Empty where there is no way anyhow.
std::vector<std::uint32_t> minimum_cut(const TieNetwork& network, const std::vector<std::uint32_t>& one,
                                       const std::vector<std::uint32_t>& other);

// Communities by the Louvain method (Blondel, Guillaume, Lambiotte and Lefebvre 2008): modularity with ties weighted by
// their interactions, actors taken in the order of their numbers, so that the same network gives the same result. The
// community of each vertex, numbered from 0 in the order of their first member; who has no tie is alone.
std::vector<std::uint32_t> communities(const TieNetwork& network);

// Newman's modularity of a division, -0.5 to 1.
double modularity(const TieNetwork& network, const std::vector<std::uint32_t>& community);

}  // namespace demarche::graph

#endif
