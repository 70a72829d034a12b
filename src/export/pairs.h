// From interactions, which may have several actors on each side, to edges, which join two.
#ifndef DEMARCHE_EXPORT_PAIRS_H
#define DEMARCHE_EXPORT_PAIRS_H

#include <string>
#include <vector>

#include "demarche/graph.h"

namespace demarche::exporting {

// Points into the interaction.
struct Pair {
  const std::string* from;
  const std::string* to;
};

// One pair for each actor and recipient. Without recipients: each two of the actors for a reciprocal interaction ("the
// ministers met"), otherwise each actor with itself ("Iran mobilised"). Without actors ("the envoy was summoned"): each
// recipient with itself. In this order; the same two never twice.
std::vector<Pair> pairs_of(const Interaction& interaction);

}  // namespace demarche::exporting

#endif
