// What a diagram is put on: libcgraph's graph, or a DOT file that is written as it comes.
#ifndef DEMARCHE_EXPORT_CANVAS_H
#define DEMARCHE_EXPORT_CANVAS_H

#include <string_view>

namespace demarche::exporting {

// Ids and values are taken as they are: see plain_attribute() and html_text(). What is set belongs to the node, edge or
// frame that was begun last.
//
// Thread safety: none.
class Canvas {
 public:
  virtual ~Canvas() = default;

  // What holds for all that do not say otherwise. REQUIRES: nothing was begun.
  virtual void graph_default(std::string_view name, std::string_view value) = 0;
  virtual void node_default(std::string_view name, std::string_view value) = 0;
  virtual void edge_default(std::string_view name, std::string_view value) = 0;

  virtual void begin_node(std::string_view id) = 0;
  virtual void begin_edge(std::string_view from, std::string_view to, std::string_view key) = 0;
  virtual void begin_frame(std::string_view name) = 0;
  virtual void add_member(std::string_view node) = 0;  // to the frame that was begun last

  virtual void set(std::string_view name, std::string_view value) = 0;
  virtual void set_html(std::string_view name, std::string_view markup) = 0;

  // Over the whole. REQUIRES: nothing follows.
  virtual void set_heading(std::string_view markup) = 0;
};

}  // namespace demarche::exporting

#endif
