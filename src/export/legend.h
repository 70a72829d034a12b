// What stands over a picture: title, counts, source, and the legend of what is drawn.
#ifndef DEMARCHE_EXPORT_LEGEND_H
#define DEMARCHE_EXPORT_LEGEND_H

#include <set>
#include <string>
#include <string_view>

#include "demarche/graph.h"
#include "export/diagram.h"
#include "export/label.h"
#include "export/stroke.h"

namespace demarche::exporting {

// Which lines a drawing holds.
struct Seen {
  void note(const Stroke& stroke);
  void note(const Gathering& gathering);

  std::set<Status> statuses;
  std::set<int> quads;
  bool directed = false;
  bool mutual = false;
};

// The markup over a network. Empty when nothing is asked for.
std::string heading(const Graph& graph, const Seen& seen, const DiagramOptions& options);

// What stands over every kind of picture: title, note and source. The markup's rows; empty when there is nothing.
std::string heading_rows(const Graph& graph, const DiagramOptions& options);

// The markup of rows as one table; empty for no rows.
std::string heading_table(const std::string& rows);

// "14 actors, 21 interactions, 3 Aug 2009 – 17 May 2010".
std::string counts(const Graph& graph);
std::string counts(std::size_t actors, std::size_t interactions, const DateSpan& span);

}  // namespace demarche::exporting

#endif
