#include "export/agraph.h"

#include <graphviz/cgraph.h>
#include <stdio.h>
#include <stdlib.h>

#include <utility>

namespace demarche::exporting {
namespace {

// libcgraph takes `char*` and copies.
class Text {
 public:
  explicit Text(std::string_view text) : text_(text) {}
  operator char*() { return text_.data(); }

 private:
  std::string text_;
};

}  // namespace

Agraph::Agraph() : graph_(agopen(Text("demarche"), Agdirected, nullptr)) {
  // Without it agwrite() breaks long strings after 128 bytes, some of them inside a character.
  graph_default("linelength", "0");
}

Agraph::~Agraph() {
  if (graph_ != nullptr) agclose(graph_);
}

Agraph::Agraph(Agraph&& other) noexcept : graph_(std::exchange(other.graph_, nullptr)) {}

Agraph& Agraph::operator=(Agraph&& other) noexcept {
  std::swap(graph_, other.graph_);
  return *this;
}

Agnode_s* Agraph::node(std::string_view id, Agraph_s* subgraph) {
  Agnode_t* node = agnode(graph_, Text(id), 1);
  if (subgraph != nullptr) agsubnode(subgraph, node, 1);
  return node;
}

Agedge_s* Agraph::edge(Agnode_s* from, Agnode_s* to, std::string_view key) {
  return agedge(graph_, from, to, Text(key), 1);
}

Agraph_s* Agraph::subgraph(std::string_view name) { return agsubg(graph_, Text(name), 1); }

void Agraph::graph_default(std::string_view name, std::string_view value) {
  agattr(graph_, AGRAPH, Text(name), Text(value));
}
void Agraph::node_default(std::string_view name, std::string_view value) {
  agattr(graph_, AGNODE, Text(name), Text(value));
}
void Agraph::edge_default(std::string_view name, std::string_view value) {
  agattr(graph_, AGEDGE, Text(name), Text(value));
}

void Agraph::set(void* object, std::string_view name, std::string_view value) {
  agsafeset(object, Text(name), Text(value), Text(""));
}

void Agraph::set_html(void* object, std::string_view name, std::string_view markup) {
  char* shared = agstrdup_html(graph_, Text(markup));
  agsafeset(object, Text(name), shared, Text(""));
  agstrfree(graph_, shared);
}

std::string Agraph::dot() const {
  char* bytes = nullptr;
  std::size_t size = 0;
  FILE* memory = open_memstream(&bytes, &size);
  if (memory == nullptr) return "";
  agwrite(graph_, memory);
  fclose(memory);
  std::string out(bytes, size);
  free(bytes);
  return out;
}

}  // namespace demarche::exporting
