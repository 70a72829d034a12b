// A visit contains its meetings.
#ifndef DEMARCHE_GRAPH_VISIT_H
#define DEMARCHE_GRAPH_VISIT_H

#include "demarche/graph.h"

namespace demarche::graph {

// Sets Interaction::part_of: a meeting of a guest with someone of the visited country, on a day of the visit and of the
// same status, is part of that visit, if there is only one such visit. A meeting that names no day may be in the
// visit if one document tells of both and was written in time.
void link_visits(Graph* graph);

}  // namespace demarche::graph

#endif
