// Decisions about who is who (demarche/decision.h), applied to the entities of texts.
#ifndef DEMARCHE_GRAPH_RESOLUTION_H
#define DEMARCHE_GRAPH_RESOLUTION_H

#include <string>
#include <string_view>
#include <vector>

#include "demarche/decision.h"
#include "demarche/graph.h"

namespace demarche::graph {

// Thread safety: const use from several threads is safe.
class Resolution {
 public:
  // Those undone are left out; the others keep their order.
  explicit Resolution(std::vector<Decision> decisions);

  bool empty() const { return decisions_.empty(); }

  // Which splits an entity of a document would follow: entities of one form with different tags may become different
  // actors. Empty for most.
  std::string tag(const Entity& entity, const Source& document) const;

  // The actor's id after all decisions. `name`: the canonical name, as a slug.
  std::string resolve(std::string id, const std::string& slug, const std::string& tag) const;

  // Names that were given to the actor: by a split, or as aliases.
  std::string given_name(std::string_view id) const;
  std::vector<std::string> aliases(std::string_view id) const;

 private:
  struct Active {
    Decision decision;
    std::string slug;            // of an alias
    std::string called, office;  // folded
    std::string mark;            // of a split, in tags; no two have the same
  };

  std::vector<Active> decisions_;
};

}  // namespace demarche::graph

#endif
