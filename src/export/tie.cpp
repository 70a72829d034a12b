#include "export/tie.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "export/pairs.h"
#include "export/writer.h"

namespace demarche::exporting {
namespace {

void count_in(const Interaction& interaction, Tie* tie) {
  ++tie->count;
  tie->reports += interaction.reports;
  ++tie->status[static_cast<std::size_t>(interaction.status)];
  ++tie->quad[interaction.quad_code >= 0 && interaction.quad_code <= 4 ? interaction.quad_code : 0];
  tie->scale += interaction.event_scale;
  const Days days = days_of(interaction);
  if (!days.first.empty() && (tie->first.empty() || days.first < tie->first)) tie->first = days.first;
  if (!days.last.empty() && tie->last < days.last) tie->last = days.last;
  const std::string& action = interaction.action.empty() ? interaction.event : interaction.action;
  const auto at = std::lower_bound(tie->actions.begin(), tie->actions.end(), action);
  if (at == tie->actions.end() || *at != action) tie->actions.insert(at, action);
}

}  // namespace

Result<std::vector<Tie>> ties_of(const GraphStream& graph) {
  std::vector<Tie> ties;
  std::unordered_map<std::uint64_t, std::size_t> place;  // of a pair of actors, by their numbers
  const Actor* const first_actor = graph.actors().data();
  const auto done = graph.each_interaction(false, [&](const Interaction& interaction, const auto&) {
    std::vector<std::uint64_t> seen;  // "a and b met c and d" says nothing new of a and c the second time
    for (const Pair& pair : pairs_of(interaction)) {
      const Actor* a = graph.actor(*pair.from);
      const Actor* b = graph.actor(*pair.to);
      if (a == nullptr || b == nullptr) continue;
      if (b < a) std::swap(a, b);
      const std::uint64_t key =
          (static_cast<std::uint64_t>(a - first_actor) << 32) | static_cast<std::uint64_t>(b - first_actor);
      if (std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
      seen.push_back(key);
      const auto [at, is_new] = place.try_emplace(key, ties.size());
      if (is_new) {
        Tie& tie = ties.emplace_back();
        tie.source = a;
        tie.target = b;
      }
      count_in(interaction, &ties[at->second]);
    }
  });
  if (!done) return done.error();
  std::sort(ties.begin(), ties.end(),
            [](const Tie& a, const Tie& b) { return std::pair(a.source, a.target) < std::pair(b.source, b.target); });
  return ties;
}

}  // namespace demarche::exporting
