#include "explore/part.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/network.h"

namespace demarche::exploring {
namespace {

constexpr std::uint32_t left_out = std::numeric_limits<std::uint32_t>::max();
using Numbers = std::unordered_map<std::string_view, std::uint32_t>;

Numbers number(const Graph& graph) {
  Numbers numbers;
  numbers.reserve(graph.actors.size());
  for (std::uint32_t i = 0; i < graph.actors.size(); ++i) numbers.emplace(graph.actors[i].id, i);
  return numbers;
}

std::vector<std::uint32_t> busyness(const Graph& graph, const Numbers& numbers) {
  std::vector<std::uint32_t> count(graph.actors.size());
  for (const Interaction& interaction : graph.interactions) {
    for (const auto* side : {&interaction.actor, &interaction.recipient}) {
      for (const std::string& id : *side) {
        if (const auto found = numbers.find(id); found != numbers.end()) ++count[found->second];
      }
    }
  }
  return count;
}

Result<std::vector<std::uint32_t>> everybody(const Graph& graph) {
  std::vector<std::uint32_t> all(graph.actors.size());
  std::iota(all.begin(), all.end(), 0u);
  return all;
}

Result<std::vector<std::uint32_t>> around(const Graph& graph, const ExploreOptions& options) {
  if (options.around.empty()) return everybody(graph);
  const graph::Network network(graph);
  const auto centre = network.vertex(options.around);
  if (!centre) return Error{Cause::wrong_use, fmt::format("no actor has the id \"{}\"", options.around)};
  std::vector<std::uint32_t> all;
  for (const graph::Reached& reached : graph::neighbourhood(network, *centre, options.hops)) {
    all.push_back(reached.vertex);
  }
  return all;
}

// Of two equally busy ones the first by id; the centre stays whatever it does.
void keep_busiest(const Graph& graph, const Numbers& numbers, const ExploreOptions& options,
                  std::vector<std::uint32_t>* chosen) {
  if (chosen->size() > options.most_actors) {
    const std::vector<std::uint32_t> count = busyness(graph, numbers);
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
      const auto rank = [&](std::uint32_t i) {
        return std::tuple(graph.actors[i].id != options.around || options.around.empty(),
                          std::numeric_limits<std::uint32_t>::max() - count[i], i);
      };
      return rank(a) < rank(b);
    };
    std::sort(chosen->begin(), chosen->end(), before);
    chosen->resize(options.most_actors);
  }
  std::sort(chosen->begin(), chosen->end());
}

std::vector<std::uint32_t> kept(const std::vector<std::string>& side, const Numbers& numbers,
                                const std::vector<std::uint32_t>& place) {
  std::vector<std::uint32_t> out;
  for (const std::string& id : side) {
    const auto found = numbers.find(id);
    if (found != numbers.end() && place[found->second] != left_out) out.push_back(place[found->second]);
  }
  return out;
}

bool still_tells(const Interaction& whole, const Deed& deed) {
  if (deed.actor.empty() && deed.recipient.empty()) return false;
  if (deed.actor.empty() != whole.actor.empty() || deed.recipient.empty() != whole.recipient.empty()) return false;
  // Two ministers met, one of them is left: nothing to show.
  return !(whole.reciprocal && deed.recipient.empty() && deed.actor.size() < 2 && whole.actor.size() > 1);
}

void keep_best_reported(std::size_t most, std::vector<Deed>* deeds) {
  if (deeds->size() <= most) return;
  std::stable_sort(deeds->begin(), deeds->end(), [](const Deed& a, const Deed& b) {
    return std::tuple(b.interaction->independent, b.interaction->confidence, std::string_view(b.interaction->date)) <
           std::tuple(a.interaction->independent, a.interaction->confidence, std::string_view(a.interaction->date));
  });
  deeds->resize(most);
}

std::string note_of(const Graph& graph, const ExploreOptions& options, const Part& part) {
  const Whole& whole = part.whole;
  std::vector<std::string> said;
  if (!options.around.empty()) {
    said.push_back(fmt::format(
        "{} and who is within {} of it: {} of the graph's {} actors", graph.actor(options.around)->name,
        options.hops == 1 ? "one tie" : fmt::format("{} ties", options.hops), part.actors.size(), whole.actors));
  } else if (part.actors.size() < whole.actors) {
    said.push_back(fmt::format("the {} busiest of {} actors", part.actors.size(), whole.actors));
  }
  if (part.deeds.size() < whole.among) {
    said.push_back(fmt::format("the {} best reported of their {} interactions", part.deeds.size(), whole.among));
  } else if (!said.empty()) {
    said.push_back(fmt::format("{} of {} interactions", part.deeds.size(), whole.interactions));
  }
  return said.empty() ? "" : fmt::format("{}", fmt::join(said, "; "));
}

// Everybody of a part that was chosen before.
Result<std::vector<std::uint32_t>> chosen_actors(const Graph& graph, const Numbers& numbers,
                                                 const ExploreOptions& options) {
  auto chosen = options.whole ? everybody(graph) : around(graph, options);
  if (chosen && !options.whole) keep_busiest(graph, numbers, options, &*chosen);
  return chosen;
}

}  // namespace

Result<Part> choose(const Graph& graph, const ExploreOptions& options) {
  const Numbers numbers = number(graph);
  const auto chosen = chosen_actors(graph, numbers, options);
  if (!chosen) return chosen.error();
  Part part;
  std::vector<std::uint32_t> place(graph.actors.size(), left_out);
  for (const std::uint32_t i : *chosen) {
    place[i] = static_cast<std::uint32_t>(part.actors.size());
    part.actors.push_back(&graph.actors[i]);
  }
  for (const Interaction& interaction : graph.interactions) {
    Deed deed{&interaction, kept(interaction.actor, numbers, place), kept(interaction.recipient, numbers, place)};
    if (still_tells(interaction, deed)) part.deeds.push_back(std::move(deed));
  }
  part.whole = options.whole ? *options.whole
                             : Whole{graph.actors.size(), graph.interactions.size(), graph.mentions.size(),
                                     graph.sources.size(), part.deeds.size()};
  keep_best_reported(options.most_interactions, &part.deeds);
  std::stable_sort(part.deeds.begin(), part.deeds.end(), [](const Deed& a, const Deed& b) {
    return std::tuple(std::string_view(b.interaction->date), std::string_view(a.interaction->id)) <
           std::tuple(std::string_view(a.interaction->date), std::string_view(b.interaction->id));
  });
  part.note = note_of(graph, options, part);
  return part;
}

}  // namespace demarche::exploring
