// The explorer: one offline HTML page that shows a graph, lists it, and reads its sentences.
//
// Thread safety: none, because the layout is Graphviz's. Call from one thread at a time.
#ifndef DEMARCHE_EXPLORE_H
#define DEMARCHE_EXPLORE_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "demarche/error.h"
#include "demarche/graph.h"
#include "demarche/store.h"

namespace demarche {

// The graph that a part was taken from.
struct Whole {
  std::uint64_t actors = 0, interactions = 0, mentions = 0, sources = 0;
  std::uint64_t among = 0;  // interactions between the actors of the part
};

struct ExploreOptions {
  std::string title;   // empty = the page makes one from the dates
  std::string around;  // actor id: only its neighbourhood
  unsigned hops = 1;   // of `around`
  // What a browser opens in under three seconds. More is cut to the busiest actors and the best reported interactions.
  std::size_t most_actors = 5000;
  std::size_t most_interactions = 20000;
  bool served = false;  // the page may ask the server that it comes from
  // Set by explore_part(): the graph is the part that the page will hold, and nothing more is left out of it.
  std::optional<Whole> whole;
};

// Of a store the part that explore_data() would choose of the whole graph, without loading the rest. An unmerged store
// is loaded whole. Cause::wrong_use when there is no actor `around`.
Result<Graph> explore_part(const Store& store, ExploreOptions* options);

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
