// From a Graph to a styled libcgraph graph, ready for layout or for writing as DOT.
//
// A node is named by its actor's id, an edge by its interaction's. Besides what Graphviz draws they carry the data as
// plain attributes (name, kind, code; action, date, status), so that other readers of DOT get more than a picture.
#ifndef DEMARCHE_EXPORT_DIAGRAM_H
#define DEMARCHE_EXPORT_DIAGRAM_H

#include <cstddef>
#include <string>

#include "demarche/graph.h"
#include "demarche/render.h"
#include "export/agraph.h"

namespace demarche::exporting {

struct DiagramOptions {
  std::string title;                          // empty = none
  std::string note;                           // a line under the title; empty = counts and the span of dates
  std::string source;                         // where it is from; empty = none
  std::string focus;                          // actor id, drawn with a heavy frame; empty = none
  CountryMark countries = CountryMark::name;  // on the frames
  const Graph* evidence = nullptr;            // where sentences and links are found; borrowed, may be null
  bool group_countries = true;  // a frame round the actors of one country, else its name beside the office
  bool legend = true;
  bool edge_labels = true;

  std::size_t loose = 3;  // so many interactions of the same two are drawn one by one, more as a bundle

  // For engines that place nodes by forces: labels of one line that stand on their edges, and a frame round everybody,
  // unseen round those without a country, as fdp throws unframed nodes far out.
  bool spread = false;
};

Agraph draw(const Graph& graph, const DiagramOptions& options);

}  // namespace demarche::exporting

#endif
