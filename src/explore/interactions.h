// The interactions of a page, their sentences and sources as JSON.
#ifndef DEMARCHE_EXPLORE_INTERACTIONS_H
#define DEMARCHE_EXPLORE_INTERACTIONS_H

#include <string>

#include "demarche/graph.h"
#include "explore/part.h"

namespace demarche::exploring {

// Appends "interactions", "mentions" and "sources"; interactions name mentions by number, mentions sources. An
// interaction told by very many sentences shows the surest of them and says how many more there are.
void append_interactions(const Graph& graph, const Part& part, std::string* out);

}  // namespace demarche::exploring

#endif
