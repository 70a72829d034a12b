// What a diagram draws between two actors: one stroke for each interaction, or one for a whole bundle of them.
#ifndef DEMARCHE_EXPORT_STROKE_H
#define DEMARCHE_EXPORT_STROKE_H

#include <cstdint>
#include <string>
#include <vector>

#include "demarche/graph.h"
#include "export/pairs.h"

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

// More pairs than this, and an interaction is a gathering: a summit of ten would else be 45 lines.
inline constexpr std::size_t most_pairs = 3;

// One interaction between two of its participants. Points into both.
struct Line {
  Pair pair;
  const Interaction* interaction;
};

// What is drawn of everything between two actors, bundled when there is more than `loose` of it, a bundle a status.
std::vector<Stroke> strokes_of(const std::vector<Line>& between_two, std::size_t loose);

// The gatherings of interactions of more than `most_pairs` pairs, in the order of the first of each. Those of the same
// guests are bundled likewise.
std::vector<Gathering> gatherings_of(const std::vector<const Interaction*>& crowded, std::size_t loose);

// Whose gatherings may be bundled: the same for the same guests and status, in whatever order they are named.
std::uint64_t guest_hash(const Interaction& interaction);

// All of a graph.
Drawing plan_drawing(const Graph& graph, std::size_t loose);

}  // namespace demarche::exporting

#endif
