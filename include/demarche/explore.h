// The explorer: one offline HTML page that shows a graph, lists it, and reads its sentences.
//
// Thread safety: none, because the layout is Graphviz's. Call from one thread at a time.
#ifndef DEMARCHE_EXPLORE_H
#define DEMARCHE_EXPLORE_H

#include <cstddef>
#include <string>

#include "demarche/error.h"
#include "demarche/graph.h"

namespace demarche {

struct ExploreOptions {
  std::string title;   // empty = the page makes one from the dates
  std::string around;  // actor id: only its neighbourhood
  unsigned hops = 1;   // of `around`
  // What a browser opens in under three seconds. More is cut to the busiest actors and the best reported interactions.
  std::size_t most_actors = 5000;
  std::size_t most_interactions = 20000;
  bool served = false;  // the page may ask the server that it comes from
};

// What the page holds, as the JSON that it reads (see src/explore/README.md), and what was left out of it.
struct ExploreData {
  std::string json;  // without "<", so that it can stand in a script element
  std::string note;  // "the busiest 5000 of 8123 actors …"; empty when nothing was left out
};

// Lays the actors out and writes them with their interactions, sentences and sources. The same graph gives the same
// bytes. Cause::wrong_use when there is no actor `around`; Cause::failed with Graphviz's words when it cannot.
Result<ExploreData> explore_data(const Graph& graph, const ExploreOptions& options);

// Whether the page was there when the program was built; it is bundled by npm (see the README).
bool has_explorer_page();

// The page with the data in it: one file that loads nothing. Cause::failed when the program was built without the page.
Result<std::string> explorer_page(const ExploreData& data, bool served);

// Notices of the libraries inside the page.
std::string explorer_notices();

}  // namespace demarche

#endif
