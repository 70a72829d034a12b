#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>
#include <vector>

#include "demarche/explore.h"

namespace demarche {
namespace {

using Places = std::vector<std::uint32_t>;  // of actors

// Everyone within `hops` dealings of one actor.
std::vector<bool> reached(std::size_t actors, const std::vector<Dealing>& dealings, std::uint32_t from, unsigned hops) {
  std::vector<bool> in(actors);
  in[from] = true;
  for (unsigned hop = 0; hop < hops; ++hop) {
    const std::vector<bool> before = in;
    for (const Dealing& each : dealings) {
      if (before[each.a]) in[each.b] = true;
      if (before[each.b]) in[each.a] = true;
    }
  }
  return in;
}

// The neighbourhood that is asked for, or everybody.
Result<std::vector<bool>> candidates(const Store& store, const Graph& graph, const ExploreOptions& options) {
  if (options.around.empty()) return std::vector<bool>(graph.actors.size(), true);
  const Actor* centre = graph.actor(options.around);
  if (centre == nullptr) {
    return Error{Cause::wrong_use, fmt::format("no actor has the id \"{}\"", options.around)};
  }
  const auto dealings = store.dealings({});
  if (!dealings) return dealings.error();
  return reached(graph.actors.size(), *dealings, static_cast<std::uint32_t>(centre - graph.actors.data()),
                 options.hops);
}

// As src/explore/part.cpp does: of two equally busy ones the first by id; the centre stays whatever it does.
void keep_busiest(const Graph& graph, const ExploreOptions& options, std::vector<bool>* in) {
  Places chosen;
  for (std::uint32_t i = 0; i < in->size(); ++i) {
    if ((*in)[i]) chosen.push_back(i);
  }
  if (chosen.size() <= options.most_actors) return;
  const auto rank = [&](std::uint32_t i) {
    const Actor& actor = graph.actors[i];
    return std::tuple(actor.id == options.around, actor.interactions, ~i);
  };
  std::sort(chosen.begin(), chosen.end(), [&](std::uint32_t a, std::uint32_t b) { return rank(b) < rank(a); });
  for (std::size_t i = options.most_actors; i < chosen.size(); ++i) (*in)[chosen[i]] = false;
}

}  // namespace

Result<Graph> explore_part(const Store& store, ExploreOptions* options) {
  auto graph = store.load_actors();
  if (!graph || !graph->interactions.empty()) return graph;
  const auto counts = store.counts();
  if (!counts) return counts.error();
  auto in = candidates(store, *graph, *options);
  if (!in) return in.error();
  keep_busiest(*graph, *options, &*in);
  const auto told = store.best_told(*in, options->most_interactions);
  if (!told) return told.error();
  options->whole = Whole{counts->actors, counts->interactions, counts->mentions, counts->documents, told->among};
  if (!told->interactions.empty()) {
    Scope scope;
    scope.interactions = told->interactions;
    scope.mapped = false;
    graph = store.load(std::move(*graph), scope);
    if (!graph) return graph;
  }
  std::size_t place = 0;
  std::erase_if(graph->actors, [&](const Actor&) { return !(*in)[place++]; });
  return graph;
}

}  // namespace demarche
