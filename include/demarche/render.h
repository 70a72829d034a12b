// Pictures of a graph through Graphviz (libcgraph, libgvc).
//
// Thread safety: none. Graphviz keeps global state; call from one thread at a time.
#ifndef DEMARCHE_RENDER_H
#define DEMARCHE_RENDER_H

#include <string>

#include "demarche/error.h"
#include "demarche/graph.h"

namespace demarche {

struct RenderOptions {
  std::string format = "svg";   // svg, png, pdf
  std::string title;            // empty = none
  std::string around;           // actor id: only its neighbourhood
  unsigned hops = 1;            // of `around`
  unsigned top = 0;             // keep the actors with most interactions; 0 = all
  bool group_countries = true;  // a frame round the actors of one country
  bool legend = true;
  std::string layout;  // dot, neato, fdp, sfdp; empty = by size: cards of countries up to 150 actors, else sfdp
};

// The picture's bytes, the same for the same graph and fonts. Seeds the C library's rand() and drand48().
// Cause::wrong_use for an unknown format, layout or actor; Cause::failed with Graphviz's words when it cannot.
Result<std::string> render(const Graph& graph, const RenderOptions& options);

}  // namespace demarche

#endif
