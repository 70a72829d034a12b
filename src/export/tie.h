// From interactions to ties: everything between the same two.
#ifndef DEMARCHE_EXPORT_TIE_H
#define DEMARCHE_EXPORT_TIE_H

#include <vector>

#include "demarche/graph_stream.h"
#include "export/field.h"

namespace demarche::exporting {

// Sorted by the ids of both; what an actor did alone is a tie with itself.
Result<std::vector<Tie>> ties_of(const GraphStream& graph);

}  // namespace demarche::exporting

#endif
