#include "export/agraph.h"

#include <graphviz/cgraph.h>
#include <stdio.h>
#include <stdlib.h>

#include <unordered_map>
#include <utility>
#include <vector>

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

// libcgraph numbers names by the address of their copy and keeps subgraphs in the order of these numbers: another order
// in each process. This numbers them as they come: even numbers for names, odd ones for what has none.
class Names {
 public:
  static Agdisc_t* discipline() {
    static Agiddisc_t ids = {open, map, alloc, free, print, close, idregister};
    static Agdisc_t all = {&AgMemDisc, &ids, &AgIoDisc};
    return &all;
  }

 private:
  static void* open(Agraph_t* graph, Agdisc_t*) { return new Names(graph); }
  static long map(void* state, int, char* name, IDTYPE* id, int create) {
    auto& self = *static_cast<Names*>(state);
    if (name == nullptr) {
      *id = 2 * self.anonymous_++ + 1;
      return 1;
    }
    const auto found = self.ids_.find(name);
    if (found == self.ids_.end() && create == 0) return 0;
    *id = found != self.ids_.end() ? found->second : self.add(name);
    return 1;
  }
  static long alloc(void*, int, IDTYPE) { return 0; }
  static void free(void*, int, IDTYPE) {}
  static char* print(void* state, int, IDTYPE id) {
    auto& names = static_cast<Names*>(state)->names_;
    return id % 2 == 0 && id / 2 < names.size() ? names[id / 2] : nullptr;
  }
  static void close(void* state) { delete static_cast<Names*>(state); }
  static void idregister(void*, int, void*) {}

  explicit Names(Agraph_t* graph) : graph_(graph) {}

  // The copy is libcgraph's own: it looks for marks of its own before the letters.
  IDTYPE add(char* name) {
    names_.push_back(agstrdup(graph_, name));
    return ids_[name] = 2 * (names_.size() - 1);
  }

  Agraph_t* graph_;
  std::unordered_map<std::string, IDTYPE> ids_;
  std::vector<char*> names_ = {nullptr};  // by half their number
  IDTYPE anonymous_ = 0;
};

}  // namespace

Agraph::Agraph() : graph_(agopen(Text("demarche"), Agdirected, Names::discipline())) {
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
