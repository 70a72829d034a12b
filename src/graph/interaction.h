// One event's statements → its Interaction: what most reports say, with the history of its status.
#ifndef DEMARCHE_GRAPH_INTERACTION_H
#define DEMARCHE_GRAPH_INTERACTION_H

#include <cstdint>
#include <string>
#include <vector>

#include "demarche/graph.h"
#include "graph/actor_index.h"
#include "graph/statement.h"

namespace demarche::graph {

// The statements of one event, in an order that does not depend on the input's.
using Event = std::vector<const Statement*>;

// All fields but `id` and `part_of`. `sources` in the order of Statement::source; `copies[i]` is the number of copies
// of source i, each a further report of what it says.
Interaction describe(const Event& event, const std::vector<Source>& sources, const std::vector<std::uint32_t>& copies,
                     const ActorIndex& actors);

// The best-supported status. What took place beats plans and rumours; between a denial and what it denies the greater
// number of independent reports decides, then the newer word. Among plans, rumours and their denials the newest word
// counts. `independent[s]` is the number of independent reports with status s, `newest[s]` the last day of them.
struct StatusSupport {
  std::uint32_t independent[4] = {};
  std::string newest[4];
};
Status settled_status(const StatusSupport& support);

}  // namespace demarche::graph

#endif
