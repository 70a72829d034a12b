#include "render/slice.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace demarche::rendering {
namespace {

using Ids = std::set<std::string_view>;

template <typename Visit>
void each_participant(const Interaction& interaction, Visit visit) {
  for (const std::string& id : interaction.actor) visit(id);
  for (const std::string& id : interaction.recipient) visit(id);
}

Ids everybody(const Graph& graph) {
  Ids ids;
  for (const Actor& actor : graph.actors) ids.insert(actor.id);
  return ids;
}

Ids neighbourhood(const Graph& graph, std::string_view centre, unsigned hops) {
  Ids reached = {centre};
  for (unsigned hop = 0; hop < hops; ++hop) {
    Ids next = reached;
    for (const Interaction& interaction : graph.interactions) {
      bool touched = false;
      each_participant(interaction, [&](const std::string& id) { touched = touched || reached.count(id) != 0; });
      if (touched) each_participant(interaction, [&](const std::string& id) { next.insert(id); });
    }
    if (next.size() == reached.size()) break;
    reached = std::move(next);
  }
  return reached;
}

// The busiest of `ids`, the centre always among them; of two equally busy ones the first by id.
Ids busiest(const Graph& graph, const Ids& ids, unsigned top, std::string_view centre) {
  std::map<std::string_view, std::size_t> degree;
  for (const std::string_view id : ids) degree[id] = 0;
  for (const Interaction& interaction : graph.interactions) {
    Ids once;
    each_participant(interaction, [&](const std::string& id) { once.insert(id); });
    for (const std::string_view id : once) {
      if (ids.count(id) != 0) ++degree[id];
    }
  }
  std::vector<std::string_view> ranked(ids.begin(), ids.end());
  std::stable_sort(ranked.begin(), ranked.end(), [&](auto a, auto b) {
    return std::pair(b == centre, degree[b]) < std::pair(a == centre, degree[a]);
  });
  ranked.resize(std::min<std::size_t>(top, ranked.size()));
  return {ranked.begin(), ranked.end()};
}

std::vector<std::string> kept(const std::vector<std::string>& side, const Ids& ids) {
  std::vector<std::string> out;
  std::copy_if(side.begin(), side.end(), std::back_inserter(out), [&](auto& id) { return ids.count(id) != 0; });
  return out;
}

Graph restrict_to(const Graph& graph, const Ids& ids) {
  Graph out;
  for (const Actor& actor : graph.actors) {
    if (ids.count(actor.id) != 0) out.actors.push_back(actor);
  }
  for (const Interaction& interaction : graph.interactions) {
    std::vector<std::string> actor = kept(interaction.actor, ids);
    std::vector<std::string> recipient = kept(interaction.recipient, ids);
    if (actor.empty() && recipient.empty()) continue;
    if (actor.empty() != interaction.actor.empty() || recipient.empty() != interaction.recipient.empty()) continue;
    // Two ministers met, one of them is left: nothing to draw.
    if (interaction.reciprocal && recipient.empty() && actor.size() < 2 && interaction.actor.size() > 1) continue;
    Interaction& copy = out.interactions.emplace_back(interaction);
    copy.actor = std::move(actor);
    copy.recipient = std::move(recipient);
  }
  return out;
}

}  // namespace

Result<Graph> slice(const Graph& graph, const RenderOptions& options) {
  Ids ids = everybody(graph);
  if (!options.around.empty()) {
    if (ids.count(options.around) == 0) {
      return Error{Cause::wrong_use, fmt::format("no actor has the id \"{}\"", options.around)};
    }
    ids = neighbourhood(graph, options.around, options.hops);
  }
  if (options.top != 0) ids = busiest(graph, ids, options.top, options.around);
  return restrict_to(graph, ids);
}

}  // namespace demarche::rendering
