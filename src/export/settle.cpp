#include "export/settle.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "export/json_read.h"

namespace demarche::exporting {
namespace {

// Two items of one id cannot be told apart.
template <typename Item>
void sort_by_id(std::string_view name, std::vector<Item>* items, std::string* fault) {
  const auto by_id = [](const Item& a, const Item& b) { return a.id < b.id; };
  if (!std::is_sorted(items->begin(), items->end(), by_id)) std::stable_sort(items->begin(), items->end(), by_id);
  const auto twin = std::adjacent_find(items->begin(), items->end(), [](auto& a, auto& b) { return a.id == b.id; });
  if (twin != items->end() && fault->empty()) {
    *fault = fmt::format("{} holds two items with the id {}", name, shown(twin->id));
  }
}

void check_participants(const Graph& graph, std::string* fault) {
  const auto check = [&](const Interaction& interaction, const std::string& id) {
    if (!fault->empty() || graph.actor(id) != nullptr) return;
    *fault = fmt::format("interaction {} names {}, which is not among the nodes", shown(interaction.id), shown(id));
  };
  for (const Interaction& interaction : graph.interactions) {
    for (const std::string& id : interaction.actor) check(interaction, id);
    for (const std::string& id : interaction.recipient) check(interaction, id);
  }
}

}  // namespace

std::string settle(Graph* graph) {
  std::string fault;
  sort_by_id("nodes", &graph->actors, &fault);
  sort_by_id("interactions", &graph->interactions, &fault);
  sort_by_id("mentions", &graph->mentions, &fault);
  sort_by_id("sources", &graph->sources, &fault);
  check_participants(*graph, &fault);
  return fault;
}

}  // namespace demarche::exporting
