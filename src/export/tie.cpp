#include "export/tie.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "export/pairs.h"
#include "text/date.h"

namespace demarche::exporting {

std::uint32_t ActionSets::with(std::uint32_t set, const std::string& action) {
  const auto [name, fresh] = numbers_.try_emplace(action, static_cast<std::uint32_t>(names_.size()));
  if (fresh) names_.push_back(action);
  const auto [next, unknown] = next_.try_emplace({set, name->second}, 0);
  if (!unknown) return next->second;
  Set larger = sets_[set];
  const auto at = std::lower_bound(larger.begin(), larger.end(), name->second);
  if (at == larger.end() || *at != name->second) larger.insert(at, name->second);
  const auto [known, first] = known_.try_emplace(larger, static_cast<std::uint32_t>(sets_.size()));
  if (first) sets_.push_back(std::move(larger));
  return next->second = known->second;
}

std::vector<std::string> ActionSets::names(std::uint32_t set) const {
  std::vector<std::string> out;
  for (const std::uint32_t action : sets_[set]) out.push_back(names_[action]);
  std::sort(out.begin(), out.end());
  return out;
}

void Ties::add(const Interaction& interaction, Row* row) {
  ++row->count;
  row->reports += interaction.reports;
  ++row->status[static_cast<std::size_t>(interaction.status)];
  ++row->quad[static_cast<std::size_t>(interaction.quad_code >= 0 && interaction.quad_code <= 4 ? interaction.quad_code
                                                                                                : 0)];
  row->scale += interaction.event_scale;
  row->actions = actions_.with(row->actions, interaction.action.empty() ? interaction.event : interaction.action);
  const auto from = text::parse_iso(interaction.date);
  if (!from) return;
  const auto until = text::parse_iso(interaction.enddate).value_or(*from);
  const auto first = static_cast<std::int32_t>(text::to_days(text::first_day(*from)));
  const auto last = std::max(first, static_cast<std::int32_t>(text::to_days(text::last_day(until))));
  row->first = row->dated ? std::min(row->first, first) : first;
  row->last = row->dated ? std::max(row->last, last) : last;
  row->dated = true;
}

void Ties::add(const Interaction& interaction) {
  const Actor* const first_actor = actors_->data();
  std::vector<std::uint64_t> seen;  // "a and b met c and d" says nothing new of a and c the second time
  for (const Pair& pair : pairs_of(interaction)) {
    const Actor* a = graph_->actor(*pair.from);
    const Actor* b = graph_->actor(*pair.to);
    if (a == nullptr || b == nullptr) continue;
    if (b < a) std::swap(a, b);
    const auto source = static_cast<std::uint32_t>(a - first_actor);
    const auto target = static_cast<std::uint32_t>(b - first_actor);
    const std::uint64_t key = std::uint64_t{source} << 32 | target;
    if (std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
    seen.push_back(key);
    add(interaction, row_of(source, target));
  }
}

std::uint32_t* Ties::slot_of(std::uint32_t source, std::uint32_t target) {
  const std::uint64_t hash = (std::uint64_t{source} << 32 | target) * 0x9E3779B97F4A7C15U;
  for (std::size_t at = hash >> 32;; ++at) {
    std::uint32_t& slot = slots_[at & (slots_.size() - 1)];
    if (slot == 0) return &slot;
    const Row& row = rows_[slot - 1];
    if (row.source == source && row.target == target) return &slot;
  }
}

Ties::Row* Ties::row_of(std::uint32_t source, std::uint32_t target) {
  if (slots_.size() < 2 * (rows_.size() + 1)) {
    slots_.assign(std::max<std::size_t>(1024, 2 * slots_.size()), 0);
    std::uint32_t number = 0;
    for (const Row& row : rows_) *slot_of(row.source, row.target) = ++number;
  }
  std::uint32_t* const slot = slot_of(source, target);
  if (*slot == 0) {
    Row& row = rows_.emplace_back();
    row.source = source;
    row.target = target;
    *slot = static_cast<std::uint32_t>(rows_.size());
  }
  return &rows_[*slot - 1];
}

void Ties::finish() {
  slots_ = {};
  order_.resize(rows_.size());
  std::iota(order_.begin(), order_.end(), 0U);
  std::sort(order_.begin(), order_.end(), [this](std::uint32_t a, std::uint32_t b) {
    return std::pair(rows_[a].source, rows_[a].target) < std::pair(rows_[b].source, rows_[b].target);
  });
}

Result<Ties> Ties::of(const GraphStream& graph) {
  Ties ties(graph);
  const auto done = graph.each_interaction(false, [&](const Interaction& each, const auto&) { ties.add(each); });
  if (!done) return done.error();
  ties.finish();
  return ties;
}

Tie Ties::operator[](std::size_t place) const {
  const Row& row = rows_[order_[place]];
  Tie tie;
  tie.source = &(*actors_)[row.source];
  tie.target = &(*actors_)[row.target];
  tie.count = row.count;
  tie.reports = row.reports;
  std::copy(row.status.begin(), row.status.end(), std::begin(tie.status));
  std::copy(row.quad.begin(), row.quad.end(), std::begin(tie.quad));
  tie.scale = row.scale;
  std::tie(tie.first, tie.last) = span(place);
  tie.actions = names_in(row.actions);
  return tie;
}

std::pair<std::string, std::string> Ties::span(std::size_t place) const {
  const Row& row = rows_[order_[place]];
  if (!row.dated) return {};
  return {text::iso(text::from_days(row.first)), text::iso(text::from_days(row.last))};
}

bool Ties::is_alone(std::size_t place) const {
  const Row& row = rows_[order_[place]];
  return row.source == row.target;
}

}  // namespace demarche::exporting
