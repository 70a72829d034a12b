// What a network says of each of its actors. All results are indexed by vertex; Boost.Graph does the work.
//
// Thread safety: pure functions.
#ifndef DEMARCHE_GRAPH_MEASURES_H
#define DEMARCHE_GRAPH_MEASURES_H

#include <cstdint>
#include <vector>

#include "graph/ties.h"

namespace demarche::graph {

// How many others an actor has dealt with.
std::vector<double> contact_counts(const TieNetwork& network);

// How many interactions it had with all of them.
std::vector<double> interaction_counts(const TieNetwork& network);

// The share of all shortest paths between others that lead through the actor (Brandes 2001), 0 to 1. Ties count alike.
// Exact up to `exact_limit` actors; in larger networks from that many sources, evenly spread over the actors, which
// keeps the order of the leading ones (Brandes and Pich 2007).
std::vector<double> betweenness(const TieNetwork& network, std::size_t exact_limit = 2000);

// PageRank (Page et al. 1999), damping 0.85, 50 rounds; a tie counts by its number of interactions. The sum over all
// actors that have a tie is 1.
std::vector<double> pagerank(const TieNetwork& network);

// The largest k for which the actor is in a group whose members all have k ties inside it (Batagelj and Zaveršnik
// 2003).
std::vector<double> core_numbers(const TieNetwork& network);

// How many of the pairs of an actor's contacts know each other, 0 to 1 (Watts and Strogatz 1998).
std::vector<double> clustering(const TieNetwork& network);

// The number of the component, from 0 in the order of their first actor.
std::vector<std::uint32_t> components(const TieNetwork& network);

}  // namespace demarche::graph

#endif
