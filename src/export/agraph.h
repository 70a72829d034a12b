// libcgraph with C++ strings: one graph, owned.
//
// Thread safety: none, not even for two graphs; libcgraph and libgvc keep global state.
#ifndef DEMARCHE_EXPORT_AGRAPH_H
#define DEMARCHE_EXPORT_AGRAPH_H

#include <string>
#include <string_view>

struct Agraph_s;
struct Agnode_s;
struct Agedge_s;

namespace demarche::exporting {

// A directed multigraph. Nodes, edges and subgraphs live as long as it.
class Agraph {
 public:
  Agraph();
  ~Agraph();
  Agraph(Agraph&& other) noexcept;
  Agraph& operator=(Agraph&& other) noexcept;

  Agraph_s* get() const { return graph_; }

  // Makes the node unless it is there; also puts it into `subgraph`, if given.
  Agnode_s* node(std::string_view id, Agraph_s* subgraph = nullptr);
  Agedge_s* edge(Agnode_s* from, Agnode_s* to, std::string_view key);
  Agraph_s* subgraph(std::string_view name);

  // What holds for all nodes or edges that do not say otherwise.
  void graph_default(std::string_view name, std::string_view value);
  void node_default(std::string_view name, std::string_view value);
  void edge_default(std::string_view name, std::string_view value);

  // `object` is a node, an edge or a (sub)graph. The value is taken as it is: see plain_attribute() and html_text().
  void set(void* object, std::string_view name, std::string_view value);
  void set_html(void* object, std::string_view name, std::string_view markup);

  // As a DOT file, one attribute list a line, never broken inside a string.
  std::string dot() const;

 private:
  Agraph_s* graph_;
};

}  // namespace demarche::exporting

#endif
