// The shortest chain of interactions between two actors: fewest handshakes.
#ifndef DEMARCHE_QUERY_CHAIN_H
#define DEMARCHE_QUERY_CHAIN_H

#include <string>
#include <vector>

#include "query/hits.h"

namespace demarche::query {

struct Chain {
  std::vector<std::string> actors;  // ids, both ends included; empty if there is no chain
  std::vector<Hit> hits;            // one a step
};

// Steps lead from one side of an interaction to the other. Breadth-first, so no chain is shorter; among equals the one
// of the interactions that stand first in `hits`.
Chain shortest_chain(const std::vector<Hit>& hits, const Party& from, const Party& to);

}  // namespace demarche::query

#endif
