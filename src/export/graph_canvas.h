// libcgraph's graph as what a diagram is put on.
#ifndef DEMARCHE_EXPORT_GRAPH_CANVAS_H
#define DEMARCHE_EXPORT_GRAPH_CANVAS_H

#include <string_view>

#include "export/agraph.h"
#include "export/canvas.h"

namespace demarche::exporting {

// Thread safety: that of Agraph.
class GraphCanvas : public Canvas {
 public:
  void graph_default(std::string_view name, std::string_view value) override { graph.graph_default(name, value); }
  void node_default(std::string_view name, std::string_view value) override { graph.node_default(name, value); }
  void edge_default(std::string_view name, std::string_view value) override { graph.edge_default(name, value); }
  void begin_node(std::string_view id) override { begun_ = graph.node(id); }
  void begin_edge(std::string_view from, std::string_view to, std::string_view key) override {
    begun_ = graph.edge(graph.node(from), graph.node(to), key);
  }
  void begin_frame(std::string_view name) override { begun_ = frame_ = graph.subgraph(name); }
  void add_member(std::string_view node) override { graph.node(node, frame_); }
  void set(std::string_view name, std::string_view value) override { graph.set(begun_, name, value); }
  void set_html(std::string_view name, std::string_view markup) override { graph.set_html(begun_, name, markup); }
  void set_heading(std::string_view markup) override { graph.set_html(graph.get(), "label", markup); }

  Agraph graph;

 private:
  void* begun_ = nullptr;
  Agraph_s* frame_ = nullptr;
};

}  // namespace demarche::exporting

#endif
