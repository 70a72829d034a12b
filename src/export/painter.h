// Puts a styled diagram on a canvas: actors first, then what was done, one by one.
#ifndef DEMARCHE_EXPORT_PAINTER_H
#define DEMARCHE_EXPORT_PAINTER_H

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "demarche/graph.h"
#include "export/canvas.h"
#include "export/diagram.h"
#include "export/stroke.h"

namespace demarche::exporting {

// In this order: begin(), any number of paint(), end().
//
// Thread safety: none.
class Painter {
 public:
  // Borrows all three. Of the graph only the actors are needed.
  Painter(const Graph& graph, const DiagramOptions& options, Canvas* out);

  void begin();
  void paint(const Stroke& stroke);
  std::uint64_t paint(const Gathering& gathering);  // how many lines lead to it
  // The heading's markup, empty for none.
  void end(const std::string& heading);

 private:
  void set_defaults();
  void paint_actor(const Actor& actor);
  void paint_frames();
  void paint_frame(const std::string& id, const std::string& name, const std::vector<const Actor*>& actors);
  void style_edge(const Stroke& stroke);
  void paint_evidence(const std::vector<const Interaction*>& interactions);
  std::string country(const Actor& actor) const;
  std::string frame_of(const Actor& actor) const;
  std::string frame_words(const std::string& name, const Actor& member) const;
  std::string actor_label(const Actor& actor) const;

  const Graph& graph_;
  const DiagramOptions& options_;
  Canvas* out_;
  // By code. A state's own name beats the one of the tables, so that a diagram names a country in one way.
  mutable std::map<std::string, std::string> countries_;
};

}  // namespace demarche::exporting

#endif
