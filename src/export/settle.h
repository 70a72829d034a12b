// What a graph that was read from a file must be before it is one.
#ifndef DEMARCHE_EXPORT_SETTLE_H
#define DEMARCHE_EXPORT_SETTLE_H

#include <string>

#include "demarche/graph.h"

namespace demarche::exporting {

// Sorts the lists, which a file edited by hand may have out of order. Returns what is wrong, empty if nothing: two
// items of one id, or an interaction that names an actor who is not there.
std::string settle(Graph* graph);

}  // namespace demarche::exporting

#endif
