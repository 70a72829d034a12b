// Pictures of a graph through Graphviz (libcgraph, libgvc).
//
// Thread safety: none. Graphviz keeps global state; call from one thread at a time.
#ifndef DEMARCHE_RENDER_H
#define DEMARCHE_RENDER_H

#include <climits>
#include <cstdint>
#include <string>

#include "demarche/error.h"
#include "demarche/graph.h"

namespace demarche {

enum class View : std::uint8_t {
  network,   // who dealt with whom
  timeline,  // a lane an actor, a line an interaction, from left to right
  matrix,    // who × whom, with counts
};

// How countries are named on their frames.
enum class CountryMark : std::uint8_t { name, code, flag };

struct RenderOptions {
  static constexpr unsigned top_by_size = UINT_MAX;

  View view = View::network;
  std::string format = "svg";  // svg, png, pdf
  std::string title;           // empty = none
  std::string source;          // the line that says where it is from; empty = the publications
  std::string around;          // actor id: only its neighbourhood
  unsigned hops = 1;           // of `around`
  unsigned top =
      top_by_size;      // keep the actors with most interactions; 0 = all; by size: all as far as they are legible
  bool expand = false;  // a line for each interaction, else one for all of a kind between the same two
  bool group_countries = true;  // a frame round the actors of one country
  CountryMark countries = CountryMark::name;
  bool legend = true;
  bool dark = false;
  std::string layout;  // dot, neato, fdp, sfdp; empty = by size: cards of countries up to 150 actors, else sfdp
};

// The picture's bytes, the same for the same graph and fonts. `notice`, if given, says in one line what was left out,
// empty if nothing. Seeds the C library's rand() and drand48(). Cause::wrong_use for an unknown format, layout or
// actor; Cause::failed with Graphviz's words when it cannot.
Result<std::string> render(const Graph& graph, const RenderOptions& options, std::string* notice = nullptr);

}  // namespace demarche

#endif
