// One side's representative: "Obama called Moscow" beside "Obama called Medvedev".
#ifndef DEMARCHE_GRAPH_REPRESENTATIVE_H
#define DEMARCHE_GRAPH_REPRESENTATIVE_H

#include <string>
#include <vector>

#include "demarche/graph.h"
#include "graph/interaction.h"

namespace demarche::graph {

struct Happening {
  std::string family;
  Event event;
};

// A contact in which one state stands among persons joins the contact in which persons of that state stand in its
// place, where both name their day, the days agree, and there is only one such contact. Not for visits: who visits a
// state and who meets its president are two events. The statements that join stand behind the others in `event`.
void absorb_representatives(const std::vector<Actor>& actors, std::vector<Happening>* happenings);

}  // namespace demarche::graph

#endif
