// Mentions of many documents → the graph. See README.md for the rules.
#ifndef DEMARCHE_GRAPH_MERGE_H
#define DEMARCHE_GRAPH_MERGE_H

#include <vector>

#include "demarche/graph.h"

namespace demarche::graph {

// REQUIRES every mention's `doc` is the id of a source. Of mentions with the same id one is kept. The result does not
// depend on the order of either list. The decisions hold in their order.
Graph merge(std::vector<Source> sources, std::vector<Mention> mentions, std::vector<Decision> decisions = {});

}  // namespace demarche::graph

#endif
