// What a diagram draws between two actors: one stroke for each interaction, or one for a whole bundle of them.
#ifndef DEMARCHE_EXPORT_STROKE_H
#define DEMARCHE_EXPORT_STROKE_H

#include <string>
#include <vector>

#include "demarche/graph.h"

namespace demarche::exporting {

// Points into the graph.
struct Stroke {
  const std::string* from;
  const std::string* to;
  bool forward = true;    // arrow at `to`
  bool backward = false;  // arrow at `from`; neither for what both do together
  Status status = Status::actual;
  int quad_code = 0;                             // of most of its interactions
  std::vector<const Interaction*> interactions;  // in the order of their dates, never empty
};

// Drawn as a point of its own that all participants are joined to. All its interactions have the same actors, the same
// recipients and the same status.
struct Gathering {
  std::vector<const Interaction*> interactions;  // in the order of their dates, never empty
  int quad_code = 0;                             // of most of them
};

struct Drawing {
  std::vector<Stroke> strokes;
  std::vector<Gathering> gatherings;
};

// Interactions between the same two are bundled, one bundle a status, when there are more than `loose` of them. An
// interaction of more than three pairs is a gathering: a summit of ten would else be 45 lines. Those of the same guests
// are bundled likewise.
Drawing plan_drawing(const Graph& graph, std::size_t loose);

}  // namespace demarche::exporting

#endif
