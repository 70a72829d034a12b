// The part of a graph that a page can hold.
#ifndef DEMARCHE_EXPLORE_PART_H
#define DEMARCHE_EXPLORE_PART_H

#include <cstdint>
#include <string>
#include <vector>

#include "demarche/error.h"
#include "demarche/explore.h"
#include "demarche/graph.h"

namespace demarche::exploring {

// An interaction with its participants as numbers of Part::actors.
struct Deed {
  const Interaction* interaction;
  std::vector<std::uint32_t> actor;
  std::vector<std::uint32_t> recipient;
};

// Borrows the graph. Actors by id; interactions newest first, undated last.
struct Part {
  std::vector<const Actor*> actors;
  std::vector<Deed> deeds;
  Whole whole;
  std::string note;  // what was left out and by which measure; empty when nothing was
};

// The neighbourhood if one is asked for; of more actors than fit the busiest, of more interactions the best reported.
// An interaction that loses some of its participants keeps the others; it goes when nobody is left on a side that had
// somebody. Cause::wrong_use when there is no actor `around`.
Result<Part> choose(const Graph& graph, const ExploreOptions& options);

}  // namespace demarche::exploring

#endif
